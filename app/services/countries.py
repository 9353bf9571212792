"""The numbers of a country in one short sentence."""

from app.domain.help import CrisisLines
from app.i18n import _


def numbers_in_short(lines: CrisisLines, code: str) -> str:
    """Return "Emergency number 911, crisis line 988" for the country *code*.

    A country that is not on the list gets what holds everywhere.
    """
    country = lines.of(code)
    if country is None:
        return _("{emergency}, crisis lines at {website}").format(
            emergency=lines.elsewhere.emergency, website=lines.elsewhere.website
        )
    return _("Emergency number {emergency}, crisis line {line}").format(
        emergency=country.emergency, line=country.lines[0].number
    )
