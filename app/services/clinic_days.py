"""When a clinic wants check-ins and questionnaires: read from a pack, filled in, and written."""

import re
from collections.abc import Container, Iterator
from typing import Final

from app.domain.follow_up import USUAL
from app.domain.questionnaire import QuestionnaireName
from app.services.clinic_draft import Draft
from app.services.clinic_raw import besides, listed, mapping, mappings, number, shown
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
    for raw in mappings(document.get("check_ins")):
        point = shown(raw.get("point"))
        for part in _parts(point):
            unsaid = 0 if part == "hours" else None
            texts.setdefault(f"{point}.{part}", shown(raw.get(part, unsaid)))
    for raw in mappings(document.get("questionnaires")):
        texts.setdefault(f"{shown(raw.get('name'))}.every_days", shown(raw.get("every_days")))
    return texts


def is_monthly(document: Document) -> bool:
    """Return whether *document* leaves the monthly check-in where it is."""
    return document.get("monthly_check_in") is not False


def write_days(draft: Draft, said: Document) -> None:
    """Put what *draft* says of check-ins and questionnaires into *said*."""
    raw = draft.document
    said["check_ins"] = [*_check_ins(draft), *_others(raw, "check_ins", "point", _POINTS)]
    others = _others(raw, "questionnaires", "name", _NAMES)
    said["questionnaires"] = [*_questionnaires(draft), *others]
    if draft.is_monthly is not is_monthly(draft.document):
        said["monthly_check_in"] = draft.is_monthly


def day_key(field: str, document: Document) -> str:
    """Return where the fault at *field* of *document* is shown, as ``day_3.first_day``."""
    found = _FIELD.match(field)
    if found is None:
        return ""
    raw = mapping(listed(document.get(found[1]))[int(found[2])])
    if found[1] == "questionnaires":
        name = shown(raw.get("name"))
        return f"{name}.every_days" if name in _NAMES else ""
    point = shown(raw.get("point"))
    if point not in _POINTS or (found[3] == "hours" and "hours" not in _parts(point)):
        return ""
    return f"{point}.{found[3] if found[3] in _parts(point) else 'first_day'}"


def _check_ins(draft: Draft) -> Iterator[Value]:
    """Yield each check-in of which something is said; the rest of it is as in the program."""
    before = {shown(one.get("point")): one for one in mappings(draft.document.get("check_ins"))}
    for point, usual in _POINTS.items():
        texts = {part: draft.text(f"{point}.{part}") for part in _parts(point)}
        if any(texts.values()):
            days: Document = {
                part: number(text) if text else getattr(usual, part) for part, text in texts.items()
            }
            yield {"point": point, **days, **besides(before.get(point, {}), "point", *texts)}


def _questionnaires(draft: Draft) -> Iterator[Value]:
    raw = draft.document.get("questionnaires")
    before = {shown(one.get("name")): one for one in mappings(raw)}
    for name in _NAMES:
        days = draft.text(f"{name}.every_days")
        if days:
            rest = besides(before.get(name, {}), "name", "every_days")
            yield {"name": name, "every_days": number(days), **rest}


def _parts(point: str) -> tuple[str, ...]:
    """Return what the form asks of a check-in."""
    return (*_DAYS, "hours") if point in {one.value for one in WITH_HOURS} else _DAYS


def _others(document: Document, name: str, key: str, known: Container[str]) -> list[Value]:
    """Return what has no place in the form: the check tells of it."""
    return [
        one
        for one in listed(document.get(name))
        if not (isinstance(one, dict) and shown(one.get(key)) in known)
    ]
