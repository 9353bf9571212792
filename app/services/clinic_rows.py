"""The rows of a pack that is filled in: the checklist, numbers to call."""

import re
from collections.abc import Iterable
from typing import Final

from app.domain.checklist import Stage
from app.domain.text import clean
from app.services.clinic_draft import Draft, DraftItem, DraftLine, DraftReword, DraftRow
from app.services.clinic_raw import besides, mapping, mappings, shown
from app.storage.yaml_values import Document, Value

_LISTS: Final = {
    "checklist.add": (DraftItem.kind, ("title", "why")),
    "checklist.reword": (DraftReword.kind, ("title", "why", "id")),
    "crisis_lines": (DraftLine.kind, ("name", "number", "hours")),
}
"""Where rows stand in a pack, and which of their parts can be wrong; the first stands for all."""

_IN_A_LIST: Final = re.compile(r"([a-z_.]+)\[([0-9]+)\]\.?(\w*)")
_STAGES: Final = {stage.value: stage for stage in Stage}


def rows_of(document: Document) -> tuple[DraftRow, ...]:
    """Return the rows of *document*, a pack in whatever state."""
    checklist = mapping(document.get("checklist"))
    return (
        *map(_item, mappings(checklist.get("add"))),
        *map(_reword, mappings(checklist.get("reword"))),
        *map(_line, mappings(document.get("crisis_lines"))),
    )


def row_key(field: str) -> str:
    """Return where the fault at *field* of a row is shown, as ``item.0.why``; else nothing."""
    found = _IN_A_LIST.match(field)
    if found is None or found[1] not in _LISTS:
        return ""
    kind, parts = _LISTS[found[1]]
    return f"{kind}.{found[2]}.{found[3] if found[3] in parts else parts[0]}"


def items(draft: Draft) -> list[Value]:
    """Return what the clinic adds to the checklist; each has an id of its own."""
    rows = draft.rows_of(DraftItem)
    taken = {row.id for row in rows}
    made: list[Value] = []
    for row in rows:
        if not row.is_empty:
            name = row.id or _new_id(row.title, taken)
            taken.add(name)
            said = {"id": name, "title": _plain(row.title), "stage": row.stage.value}
            made.append({**said, **_said(why=row.why), **row.rest})
    return made


def rewords(draft: Draft) -> list[Value]:
    """Return the built-in items that the clinic words anew."""
    return [
        {"id": row.id, **_said(title=row.title, why=row.why), **row.rest}
        for row in draft.rows_of(DraftReword)
        if not row.is_empty
    ]


def lines(draft: Draft) -> list[Value]:
    """Return the numbers to call that the clinic adds."""
    return [
        {
            "number": _plain(row.number),
            "name": _plain(row.name),
            **_said(hours=row.hours),
            **row.rest,
        }
        for row in draft.rows_of(DraftLine)
        if not row.is_empty
    ]


def _item(raw: Document) -> DraftItem:
    return DraftItem(
        id=shown(raw.get("id")),
        title=shown(raw.get("title")),
        why=shown(raw.get("why")),
        stage=_STAGES.get(shown(raw.get("stage")), Stage.WEEK_BEFORE),
        rest=besides(raw, "id", "title", "stage", "why"),
    )


def _reword(raw: Document) -> DraftReword:
    return DraftReword(
        id=shown(raw.get("id")),
        title=shown(raw.get("title")),
        why=shown(raw.get("why")),
        rest=besides(raw, "id", "title", "why"),
    )


def _line(raw: Document) -> DraftLine:
    return DraftLine(
        name=shown(raw.get("name")),
        number=shown(raw.get("number")),
        hours=shown(raw.get("hours")),
        rest=besides(raw, "name", "number", "hours"),
    )


def _said(**texts: str) -> Document:
    """Return those of *texts* that say something."""
    return {key: _plain(text) for key, text in texts.items() if text.strip()}


def _plain(text: str) -> str:
    """Return *text* without signs that nobody sees."""
    return clean(text).strip()


def _new_id(title: str, taken: Iterable[str]) -> str:
    """Return a name for machines, made of *title*, that is not *taken* yet."""
    plain = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:30] or "item"
    name = plain if plain[0].isalpha() else f"item_{plain}"
    known, number = set(taken), 1
    while (numbered := name if number == 1 else f"{name}_{number}") in known:
        number += 1
    return numbered
