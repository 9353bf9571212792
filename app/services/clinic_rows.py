"""The rows of a pack that is filled in: items of the checklist, read and written."""

import re
from collections.abc import Iterable
from typing import Final

from app.domain.checklist import Stage
from app.domain.text import clean
from app.services.clinic_draft import Draft, DraftItem, DraftRow
from app.services.clinic_raw import besides, mapping, mappings, shown
from app.storage.yaml_values import Document, Value

_STAGES: Final = {stage.value: stage for stage in Stage}


def rows_of(document: Document) -> tuple[DraftRow, ...]:
    """Return the rows of *document*, a pack in whatever state."""
    checklist = mapping(document.get("checklist"))
    return tuple(_item(one) for one in mappings(checklist.get("add")))


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
            why = {"why": _plain(row.why)} if row.why.strip() else {}
            made.append({**said, **why, **row.rest})
    return made


def _item(raw: Document) -> DraftItem:
    return DraftItem(
        id=shown(raw.get("id")),
        title=shown(raw.get("title")),
        why=shown(raw.get("why")),
        stage=_STAGES.get(shown(raw.get("stage")), Stage.WEEK_BEFORE),
        rest=besides(raw, "id", "title", "stage", "why"),
    )


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
