"""When a clinic wants check-ins and questionnaires: read from a pack, filled in, and written."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from app.domain.follow_up import USUAL
from app.domain.questionnaire import QuestionnaireName
from app.services.clinic_draft import Draft
from app.services.clinic_raw import besides, number, parted, place_in, put_list, shown
from app.storage.yaml_values import Document, Value

WITH_HOURS: Final = tuple(rung.point for rung in USUAL.rungs if rung.hours)
"""The check-ins that wait some hours; of the others the form asks no hours."""

_POINTS: Final = {rung.point.value: rung for rung in USUAL.rungs}
_NAMES: Final = tuple(name.value for name in QuestionnaireName)
_DAYS: Final = ("first_day", "last_day")
_FIELD: Final = re.compile(r"(check_ins|questionnaires)\[([0-9]+)\]\.?(\w*)")


def texts_of_days(document: Document) -> dict[str, str]:
    """Return what *document* says of days and hours, by keys such as ``day_3.first_day``."""
    texts: dict[str, str] = {}
    check_ins, _others = parted(document.get("check_ins"), "point", _POINTS)
    for point, raw in check_ins.items():
        for part in _parts(point):
            unsaid = 0 if part == "hours" else None
            texts[f"{point}.{part}"] = shown(raw.get(part, unsaid))
    questionnaires, _others = parted(document.get("questionnaires"), "name", _NAMES)
    for name, raw in questionnaires.items():
        texts[f"{name}.every_days"] = shown(raw.get("every_days"))
    return texts


def is_monthly(document: Document) -> bool:
    """Return whether *document* leaves the monthly check-in where it is."""
    return document.get("monthly_check_in") is not False


def write_days(draft: Draft, said: Document) -> None:
    """Put what *draft* says of check-ins and questionnaires into *said*, the pack it began as."""
    check_ins, others = parted(said.get("check_ins"), "point", _POINTS)
    put_list(said, "check_ins", [*_check_ins(draft, check_ins)], others)
    questionnaires, others = parted(said.get("questionnaires"), "name", _NAMES)
    put_list(said, "questionnaires", [*_questionnaires(draft, questionnaires)], others)
    if draft.is_monthly is not is_monthly(draft.document):
        said["monthly_check_in"] = draft.is_monthly


def day_key(field: str, document: Document) -> str:
    """Return where the fault at *field* of *document* is shown, as ``day_3.first_day``."""
    found = _FIELD.match(field)
    if found is None:
        return ""
    key = "name" if found[1] == "questionnaires" else "point"
    name = place_in(document.get(found[1]), int(found[2]), key)
    if key == "name":
        return f"{name}.every_days" if name in _NAMES else ""
    if name not in _POINTS or (found[3] == "hours" and "hours" not in _parts(name)):
        return ""
    return f"{name}.{found[3] if found[3] in _parts(name) else 'first_day'}"


def _check_ins(draft: Draft, before: Mapping[str, Document]) -> Iterator[Value]:
    """Yield each check-in of which something is said; the rest of it is as in the program."""
    for point, usual in _POINTS.items():
        keys = {part: f"{point}.{part}" for part in _parts(point)}
        kept = before.get(point, {})
        if kept and draft.typed.isdisjoint(keys.values()):
            yield kept
        elif any(draft.text(key) for key in keys.values()):
            said: Document = {"point": point}
            for part, key in keys.items():
                text = draft.text(key)
                typed = number(text) if text else getattr(usual, part)
                said[part] = typed if draft.decides(key, kept, part) else kept[part]
            yield {**said, **besides(kept, "point", *keys)}


def _questionnaires(draft: Draft, before: Mapping[str, Document]) -> Iterator[Value]:
    for name in _NAMES:
        key = f"{name}.every_days"
        kept = before.get(name, {})
        if kept and key not in draft.typed:
            yield kept
        elif days := draft.text(key):
            rest = besides(kept, "name", "every_days")
            yield {"name": name, "every_days": number(days), **rest}


def _parts(point: str) -> tuple[str, ...]:
    """Return what the form asks of a check-in."""
    return (*_DAYS, "hours") if point in {one.value for one in WITH_HOURS} else _DAYS
