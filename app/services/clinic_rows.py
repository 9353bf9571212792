"""The rows of a pack that is filled in: the checklist, numbers to call."""

import re
from collections.abc import Collection
from hashlib import blake2s
from typing import Final, TypeVar

from msgspec.structs import replace

from app.domain.checklist import Stage
from app.domain.text import clean
from app.services.clinic_draft import Draft, DraftItem, DraftLine, DraftReword, DraftRow
from app.services.clinic_raw import besides, entries, listed, mapping, named, put, put_list, shown
from app.storage.yaml_values import Document, Value

_LISTS: Final[dict[str, tuple[type[DraftRow], tuple[str, ...]]]] = {
    "checklist.add": (DraftItem, ("title", "why", "stage")),
    "checklist.reword": (DraftReword, ("title", "why", "id")),
    "crisis_lines": (DraftLine, ("name", "number", "hours")),
}
"""Where rows stand in a pack, and which of their parts can be wrong; the first stands for all."""

_IN_A_LIST: Final = re.compile(r"([a-z_.]+)\[([0-9]+)\]\.?(\w*)")
_STAGES: Final = {stage.value: stage for stage in Stage}
_R = TypeVar("_R", bound=DraftRow)


def rows_of(document: Document) -> tuple[DraftRow, ...]:
    """Return the rows of *document*, a pack in whatever state: as many as a pack may hold."""
    checklist = _checklist(document)
    return (
        *map(_item, _groups(checklist.get("add"), DraftItem)),
        *map(_reword, _groups(checklist.get("reword"), DraftReword)),
        *map(_line, _groups(document.get("crisis_lines"), DraftLine)),
    )


def hidden_in(document: Document) -> tuple[str, ...]:
    """Return the built-in items that *document* hides."""
    return tuple(one for one in listed(_checklist(document).get("hide")) if isinstance(one, str))


def row_key(field: str, draft: Draft) -> str:
    """Return where the fault at *field* of a row is shown, as ``item.0.why``; else nothing."""
    found = _IN_A_LIST.match(field)
    if found is None or found[1] not in _LISTS:
        return ""
    kind, parts = _LISTS[found[1]]
    if int(found[2]) >= len(_filled(draft, kind)):
        return ""
    return f"{kind.kind}.{found[2]}.{found[3] if found[3] in parts else parts[0]}"


def write_rows(draft: Draft, said: Document) -> None:
    """Put what the clinic adds, hides and words anew into *said*, a pack as it was opened.

    What is no row of the form comes after the rows, as it is: the check tells of it.
    """
    before = _checklist(said)
    checklist = dict(before)
    hidden = [one for one in listed(before.get("hide")) if not isinstance(one, str)]
    _put_rows(checklist, "add", draft, DraftItem)
    put_list(checklist, "hide", [*draft.hidden], hidden)
    _put_rows(checklist, "reword", draft, DraftReword)
    if checklist != before:
        put(said, "checklist", checklist)
    _put_rows(said, "crisis_lines", draft, DraftLine)


def with_ids(draft: Draft, reserved: Collection[str] = ()) -> Draft:
    """Return *draft* with an id for each new item that says something.

    The id stays with the item whatever becomes of its words. None is given twice, not even that
    of an item that was taken out, and none that is *reserved*.
    """
    ids = {named(mapping(one).get("id")) for one in entries(_checklist(draft.document).get("add"))}
    ids.update(draft.ids, (row.id for row in draft.rows_of(DraftItem)))
    ids.discard("")
    rows: list[DraftRow] = []
    for row in draft.rows:
        if isinstance(row, DraftItem) and row.is_empty:
            rows.append(replace(row, id=""))
        elif isinstance(row, DraftItem) and row.is_typed and not row.id:
            name = _new_id(row.title, ids.union(reserved))
            ids.add(name)
            rows.append(replace(row, id=name))
        else:
            rows.append(row)
    return replace(draft, rows=tuple(rows), ids=frozenset(ids))


def _checklist(document: Document) -> Document:
    """Return the checklist of *document*; what stands there without a name may be its items."""
    raw = document.get("checklist")
    return raw if isinstance(raw, dict) else {} if raw is None else {"add": raw}


def _groups(value: Value, kind: type[DraftRow]) -> list[Document]:
    return [one for one in listed(value) if isinstance(one, dict)][: kind.most]


def _put_rows(said: Document, key: str, draft: Draft, kind: type[DraftRow]) -> None:
    raw = said.get(key)
    shown_ones = {id(one) for one in _groups(raw, kind)}
    others = [one for one in listed(raw) if id(one) not in shown_ones]
    put_list(said, key, [_written(row) for row in _filled(draft, kind)], others)


def _filled(draft: Draft, kind: type[_R]) -> list[_R]:
    return [row for row in draft.rows_of(kind) if not row.is_empty]


def _written(row: DraftRow) -> Document:
    """Return *row* as a pack says it."""
    if not row.is_typed:
        return row.rest
    if isinstance(row, DraftItem):
        stage = {} if row.stage is None else {"stage": row.stage.value}
        said = {"id": row.id, "title": _plain(row.title), **stage, **_said(why=row.why)}
        return {**said, **besides(row.rest, "id")}
    if isinstance(row, DraftReword):
        return {"id": row.id, **_said(title=row.title, why=row.why), **row.rest}
    texts = {part: getattr(row, part) for part in row.parts}
    needed = {part: _plain(texts.pop(part)) for part in ("number", "name")}
    return {**needed, **_said(**texts), **row.rest}


def _item(raw: Document) -> DraftItem:
    return DraftItem(
        id=named(raw.get("id")),
        title=shown(raw.get("title")),
        why=shown(raw.get("why")),
        stage=_STAGES.get(named(raw.get("stage"))),
        rest=raw,
        is_typed=False,
    )


def _reword(raw: Document) -> DraftReword:
    return DraftReword(
        id=named(raw.get("id")),
        title=shown(raw.get("title")),
        why=shown(raw.get("why")),
        rest=raw,
        is_typed=False,
    )


def _line(raw: Document) -> DraftLine:
    return DraftLine(
        name=shown(raw.get("name")),
        number=shown(raw.get("number")),
        hours=shown(raw.get("hours")),
        rest=raw,
        is_typed=False,
    )


def _said(**texts: str) -> Document:
    """Return those of *texts* that say something."""
    return {key: _plain(text) for key, text in texts.items() if text.strip()}


def _plain(text: str) -> str:
    """Return *text* without signs that nobody sees."""
    return clean(text).strip()


def _new_id(title: str, taken: Collection[str]) -> str:
    """Return a name for machines, made of *title* alone if it can be, that is not *taken* yet."""
    name = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:30]
    if not re.search("[a-z]", name):
        of_title = blake2s(title.encode("utf-8", "replace"), digest_size=4)
        name = f"item_{of_title.hexdigest()}"
    elif not name[0].isalpha():
        name = f"item_{name}"
    number = 1
    while (numbered := name if number == 1 else f"{name}_{number}") in taken:
        number += 1
    return numbered
