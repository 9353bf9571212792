"""Whom somebody can call who has thoughts of hurting themselves: a crisis line first."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from app.domain.help import CountryHelp
from app.domain.preferences import Profile
from app.i18n import _
from app.services.content import Content

CANNOT_STAY_SAFE: Final = "cannot_stay_safe"
"""The sentence of "When to call" that stands beside the emergency number."""


class ToCall(NamedTuple):
    """One number, whose it is, and when or how to use it; ``number`` may be empty."""

    id: str
    number: str
    name: str
    how: str = ""


def crisis_numbers(content: Content, profile: Profile, country: str) -> tuple[ToCall, ...]:
    """Return the numbers of *country* (a code, or empty), the clinic and the patient's people."""
    known = content.crisis_lines.of(country)
    lists = content.when_to_call
    when = next(one.text for one in lists.emergency if one.id == CANNOT_STAY_SAFE)
    public = _elsewhere(content, when) if known is None else _public(known, when)
    return (*public, *_clinic(profile), *_people(profile))


def looked_up(content: Content, country: str) -> date | None:
    """Return the month in which the numbers of *country* were looked up, if it has any."""
    known = content.crisis_lines.of(country)
    return None if known is None else date.fromisoformat(f"{known.checked_against_sources_on}-01")


def _public(country: CountryHelp, when: str) -> Iterator[ToCall]:
    for place, line in enumerate(country.lines):
        yield ToCall(f"crisis:{place}", line.number, _("Crisis line"), line.note)
    yield ToCall("emergency", country.emergency, _("Emergency number"), when)


def _elsewhere(content: Content, when: str) -> Iterator[ToCall]:
    elsewhere = content.crisis_lines.elsewhere
    yield ToCall("crisis:0", elsewhere.website, _("Crisis lines by country"))
    yield ToCall("emergency", "", elsewhere.emergency, when)


def _clinic(profile: Profile) -> Iterator[ToCall]:
    clinic = profile.clinic
    name = clinic.name.strip() or _("Your clinic")
    if clinic.day.strip():
        title = _("{clinic}, daytime").format(clinic=name)
        yield ToCall("clinic:day", clinic.day.strip(), title)
    if clinic.out_of_hours.strip():
        title = _("{clinic}, out of hours").format(clinic=name)
        yield ToCall("clinic:out_of_hours", clinic.out_of_hours.strip(), title)


def _people(profile: Profile) -> Iterator[ToCall]:
    for place, person in enumerate(profile.people):
        name, phone = person.name.strip(), person.phone.strip()
        if name or phone:
            how = _("People I can call")
            yield ToCall(f"person:{place}", phone, name or _("Someone"), how)
