"""The numbers of a country in one short sentence."""

from app.domain.help import CrisisLines
from app.i18n import _


def numbers_in_short(lines: CrisisLines, code: str) -> str:
    """Return the emergency number and every crisis line of the country *code*, with its hours.

    A country that is not on the list gets what holds everywhere.
    """
    country = lines.of(code)
    if country is None:
        return _("{emergency}, crisis lines at {website}").format(
            emergency=lines.elsewhere.emergency, website=lines.elsewhere.website
        )
    return _("Emergency number {emergency}, crisis lines {lines}").format(
        emergency=country.emergency,
        lines=", ".join(f"{line.number} ({line.note})" for line in country.lines),
    )
