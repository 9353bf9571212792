"""What in a clinic's pack does not fit together, though each value by itself may stand there."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from app.domain.clinic import (
    ALWAYS_LISTED,
    Pack,
    PackChecklist,
    RewordedItem,
)
from app.domain.follow_up import USUAL, Rung
from app.domain.rules import AFTER, ALWAYS_SAID, IN_HOURS, IN_MINUTES, ClinicRule, RuleId
from app.i18n import _
from app.services.clinic_allowed import one_of
from app.storage.codec import Path

Said: TypeAlias = Mapping[str, Any]
"""The values of one group of lines that may stand there; lists by the places of their items."""

Fault: TypeAlias = tuple[Path, str]
"""Where in the group something is wrong, and a sentence."""

_KEYS: Final[Mapping[str, str]] = {
    "rules": "id",
    "check_ins": "point",
    "questionnaires": "name",
    "crisis_lines": "number",
    "add": "id",
    "reword": "id",
}
"""By what the items of each list are told apart."""


def misfits(type_: type, said: Said) -> Iterator[Fault]:
    """Yield what does not fit together in *said*, which belongs to a value of *type_*."""
    yield from _doubles(said)
    if type_ in _BY_TYPE:
        yield from _BY_TYPE[type_](said)


def _doubles(said: Said) -> Iterator[Fault]:
    for name, key in _KEYS.items():
        seen = set()
        for place, item in said.get(name, {}).items():
            if item.get(key) in seen:
                yield (name, place, key), _("The same stands further up in this list already.")
            elif key in item:
                seen.add(item[key])


def _in_pack(said: Said) -> Iterator[Fault]:
    if "date" in said and "expires" in said and said["expires"] < said["date"]:
        yield ("expires",), _("It should not lie before the pack's date.")


def _in_checklist(said: Said) -> Iterator[Fault]:
    for place, item in said.get("hide", {}).items():
        if item in ALWAYS_LISTED:
            yield (
                ("hide", place),
                _("This item cannot be hidden: it says what matters before fasting."),
            )


def _in_reworded(said: Said) -> Iterator[Fault]:
    if said.get("id") in ALWAYS_LISTED:
        yield ("id",), _("This item stands as it is: it says what matters before fasting.")
    is_known = "title" in said and "why" in said  # what is wrong is told, and is not missing
    if is_known and not (said["title"].strip() or said["why"].strip()):
        yield (), _("Say what it should read: a title, a why, or both.")


def _in_rung(said: Said) -> Iterator[Fault]:
    points = [rung.point for rung in USUAL.rungs]
    if "point" in said and said["point"] not in points:
        names = one_of(point.value for point in points)
        yield ("point",), _("It should be {what}.").format(what=names)
    if "first_day" in said and "last_day" in said and said["last_day"] < said["first_day"]:
        yield ("last_day",), _("The last day should not lie before the first.")


def _in_rule(said: Said) -> Iterator[Fault]:
    rule: RuleId | None = said.get("id")
    if rule is None:
        return
    if rule in ALWAYS_SAID:
        yield ("id",), _("This rule stands as it is, whatever the clinic.")
        return
    yield from _numbers(rule, said)
    words = str(said.get("words", "")).strip()
    if rule not in IN_HOURS | IN_MINUTES and "words" in said and not words:
        yield ("words",), _("This rule has no number, so it needs words.")
    if said.get("next_day") is not None and rule not in AFTER:
        names = one_of(sorted(one.value for one in AFTER))
        yield ("next_day",), _("The next day belongs to {names}.").format(names=names)
    elif said.get("next_day") is not None and "words" in said and not words:
        yield ("next_day",), _("Say the rule in words too, for the next day goes with them.")


def _numbers(rule: RuleId, said: Said) -> Iterator[Fault]:
    if "hours" in said and (said["hours"] is not None) is not (rule in IN_HOURS):
        yield (
            ("hours",),
            _("This rule needs its hours: a number from 0 to 168.")
            if rule in IN_HOURS
            else _("This rule is not counted in hours. Take them out."),
        )
    if "minutes" in said and (said["minutes"] is not None) is not (rule in IN_MINUTES):
        yield (
            ("minutes",),
            _("This rule needs its minutes: a whole number from 0 to 600.")
            if rule in IN_MINUTES
            else _("This rule is not counted in minutes. Take them out."),
        )


_BY_TYPE: Final[Mapping[type, Callable[[Said], Iterator[Fault]]]] = {
    Pack: _in_pack,
    PackChecklist: _in_checklist,
    RewordedItem: _in_reworded,
    Rung: _in_rung,
    ClinicRule: _in_rule,
}
