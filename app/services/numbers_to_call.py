"""Whom to call: the numbers of a country, of the clinic, and of the patient's own people."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from app.domain.preferences import Person, Profile
from app.i18n import _
from app.services.content import Content

CANNOT_STAY_SAFE: Final = "cannot_stay_safe"
"""The sentence of "When to call" that stands beside the emergency number."""

EMERGENCY: Final = "emergency"
_CRISIS: Final = "crisis:"


class ToCall(NamedTuple):
    """One number, whose it is, and when or how to use it; ``number`` may be empty.

    *person* is whose it is, if they are from the patient's own list.
    """

    id: str
    number: str
    name: str
    how: str = ""
    person: Person | None = None


def numbers_to_call(content: Content, profile: Profile, country: str) -> tuple[ToCall, ...]:
    """Return the numbers of *country* (a code, or empty), the clinic and the patient's people.

    The emergency number is first.
    """
    return (
        *_public(content, country),
        *_added(content),
        *_clinic(content, profile),
        *_people(profile),
    )


def crisis_numbers(content: Content, profile: Profile, country: str) -> tuple[ToCall, ...]:
    """Return the same for somebody who has thoughts of hurting themselves: a crisis line first."""
    when = next(one for one in content.when_to_call.emergency if one.id == CANNOT_STAY_SAFE)
    numbers = [
        one._replace(how=when.text) if one.id == EMERGENCY else one
        for one in numbers_to_call(content, profile, country)
    ]
    return tuple(sorted(numbers, key=_is_no_crisis_line))


def looked_up(content: Content, country: str) -> date | None:
    """Return the month in which the numbers of *country* were looked up, if it has any."""
    known = content.crisis_lines.of(country)
    return None if known is None else date.fromisoformat(f"{known.checked_against_sources_on}-01")


def _is_no_crisis_line(one: ToCall) -> bool:
    return not one.id.startswith(_CRISIS)


def _public(content: Content, code: str) -> Iterator[ToCall]:
    country = content.crisis_lines.of(code)
    if country is None:
        elsewhere = content.crisis_lines.elsewhere
        yield ToCall(EMERGENCY, "", elsewhere.emergency)
        yield ToCall(f"{_CRISIS}0", elsewhere.website, _("Crisis lines by country"))
        return
    yield ToCall(EMERGENCY, country.emergency, _("Emergency number"))
    for place, line in enumerate(country.lines):
        yield ToCall(f"{_CRISIS}{place}", line.number, _("Crisis line"), line.note)


def _added(content: Content) -> Iterator[ToCall]:
    """Yield the crisis lines that the clinic added; those of the country stand before them."""
    if content.pack is None:
        return
    for place, line in enumerate(content.pack.crisis_lines):
        how = " · ".join(part for part in (_("Crisis line"), line.hours) if part)
        yield ToCall(f"{_CRISIS}clinic:{place}", line.number, line.name, how)


def _clinic(content: Content, profile: Profile) -> Iterator[ToCall]:
    own, clinic = profile.clinic, content.clinic(profile.clinic)
    name = clinic.name.strip() or _("Your clinic")
    if clinic.day.strip():
        title = _("{clinic}, daytime").format(clinic=name)
        yield ToCall("clinic:day", clinic.day.strip(), title)
    if clinic.out_of_hours.strip():
        title = _("{clinic}, out of hours").format(clinic=name)
        yield ToCall("clinic:out_of_hours", clinic.out_of_hours.strip(), title)
    typed = (("day", own.day, clinic.day), ("out_of_hours", own.out_of_hours, clinic.out_of_hours))
    for which, number, shown in typed:
        if number.strip() and number.strip() != shown.strip():
            how = _("As you wrote it in Settings")
            yield ToCall(f"clinic:typed:{which}", number.strip(), own.name.strip() or name, how)


def _people(profile: Profile) -> Iterator[ToCall]:
    for place, person in enumerate(profile.people):
        name, phone = person.name.strip(), person.phone.strip()
        if name or phone:
            how = _("People I can call")
            yield ToCall(f"person:{place}", phone, name or _("Someone"), how, person)
