"""Three versions of one document to one: the version both began with, ours, and theirs.

What only one side changed is taken from it. What both changed is decided record by record: the
one changed last wins, an edit beats a deletion. Nothing is decided by which file came last.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from msgspec import Struct

from app.storage.documents import changed_at, defaults_of, is_empty, sorted_records
from app.storage.layouts import Layout
from app.storage.yaml_values import Document, Value

ANOTHER: Final = "other"
"""What is added to the id of a record that lies beside the newer one with the same id."""

_KEYS: Final = ("id", "item")
"""What tells one mapping in a list from another."""


class Merge(Struct, frozen=True):
    """What came of it, and whether everything is in it that ours says, and theirs."""

    document: Document
    keeps_ours: bool = True
    keeps_theirs: bool = True


class _Absent:
    """Stands for a key or an item that is not there."""


ABSENT: Final = _Absent()
_Maybe: TypeAlias = "Value | _Absent"


def three_way(base: Document, ours: Document, theirs: Document, layout: Layout[Any]) -> Merge:
    """Return *ours* and *theirs*, which both began as *base*, as one document of *layout*.

    A document that is one record and was deleted here stays deleted unless they changed it.
    """
    if is_empty(ours) and not layout.lists:
        return Merge({} if theirs == base else theirs)
    merger = _Merger(ours_is_newer=changed_at(ours) >= changed_at(theirs))
    whole = merger.mapping(base, ours, theirs)
    for name, type_ in layout.lists.items():
        items = whole.get(name)
        if isinstance(items, list):
            whole[name] = sorted_records(items, type_)
    return Merge(whole, keeps_ours=merger.keeps_ours, keeps_theirs=merger.keeps_theirs)


def both(ours: Document, theirs: Document, layout: Layout[Any]) -> Document:
    """Return everything that *ours* and *theirs* say, without knowing what came before.

    Of a record that both have in different words the newer stays in its place, and the older
    becomes a record of its own beside it. In a document that is one record the newer decides.
    """
    whole = three_way({}, ours, theirs, layout).document
    for name, type_ in layout.lists.items():
        items = whole.get(name)
        if isinstance(items, list):
            kept = [*items, *_beaten(items, ours.get(name), theirs.get(name))]
            whole[name] = sorted_records(kept, type_)
    return whole


def _beaten(kept: Sequence[Value], *sides: Value) -> list[Value]:
    """Return what of *sides* is not in *kept*, each under an id of its own."""
    said = [_without_change(item) for item in kept]
    beaten: list[Value] = []
    for item in (item for side in sides if isinstance(side, list) for item in side):
        if isinstance(item, dict) and _without_change(item) not in said:
            said.append(_without_change(item))
            beaten.append({**item, "id": f"{item.get('id')}-{ANOTHER}"})
    return [item for item in beaten if _without_id(item) not in map(_without_id, kept)]


def gives_way(raw: Document, whole: Document, layout: Layout[Any]) -> bool:
    """Whether *raw* says something that *whole*, which it became part of, does not say.

    A record that is not in *whole* at all was left out on purpose. A default is no answer, and a
    text that goes on in *whole* is in it.
    """
    for name in layout.lists:
        kept = {_id_of(one): _without_change(one) for one in _list(whole, name)}
        for one in _list(raw, name):
            said = _without_change(one)
            if not _holds(kept.get(_id_of(one), said), said):
                return True
    beside = {*layout.lists, "schema", "changed"}
    answers: Value = {key: value for key, value in raw.items() if key not in beside}
    return not _holds(whole, answers, defaults_of(layout))


def _holds(whole: Value, said: Value, default: Value = None) -> bool:
    """Whether everything *said* stands in *whole*."""
    if said in (whole, default, None, "", [], {}):
        return True
    if isinstance(said, dict):
        there = whole if isinstance(whole, dict) else {}
        usual = default if isinstance(default, dict) else {}
        return all(_holds(there.get(key), one, usual.get(key)) for key, one in said.items())
    if isinstance(said, list):
        return isinstance(whole, list) and all(one in whole for one in said)
    return isinstance(said, str) and isinstance(whole, str) and whole.startswith(said)


def _list(raw: Document, name: str) -> list[Value]:
    items = raw.get(name)
    return items if isinstance(items, list) else []


def _id_of(item: Value) -> str:
    return str(item.get("id")) if isinstance(item, dict) else ""


def _without_change(item: Value) -> Value:
    return {k: v for k, v in item.items() if k != "changed"} if isinstance(item, dict) else item


def _without_id(item: Value) -> Value:
    drop = ("id", "changed")
    return {k: v for k, v in item.items() if k not in drop} if isinstance(item, dict) else item


class _Merger:
    def __init__(self, *, ours_is_newer: bool) -> None:
        self._ours_is_newer = ours_is_newer
        self.keeps_ours = True
        self.keeps_theirs = True

    def mapping(self, base: Document, ours: Document, theirs: Document) -> Document:
        """Return the keys of both, in the order of theirs, each decided by itself."""
        whole: Document = {}
        for key in {**theirs, **ours}:
            value = self._one(base.get(key, ABSENT), ours.get(key, ABSENT), theirs.get(key, ABSENT))
            if not isinstance(value, _Absent):
                whole[key] = value
        return whole

    def _one(self, base: _Maybe, ours: _Maybe, theirs: _Maybe) -> _Maybe:
        if ours in (base, theirs):
            return theirs
        if theirs == base or isinstance(theirs, _Absent):
            return ours
        if isinstance(ours, _Absent):
            return theirs
        if isinstance(ours, dict) and isinstance(theirs, dict):
            if "changed" in ours and "changed" in theirs:
                return self._winner(ours, theirs, changed_at(ours) >= changed_at(theirs))
            return self.mapping(base if isinstance(base, dict) else {}, ours, theirs)
        if isinstance(ours, list) and isinstance(theirs, list):
            return self._list(base if isinstance(base, list) else [], ours, theirs)
        return self._winner(ours, theirs, self._ours_is_newer)

    def _list(self, base: list[Value], ours: list[Value], theirs: list[Value]) -> Value:
        """Return the items of both, theirs first; lists that hold an item twice are one value."""
        before, here, there = (_by_identity(items) for items in (base, ours, theirs))
        if before is None or here is None or there is None:
            return self._winner(ours, theirs, self._ours_is_newer)
        decided = (
            self._one(before.get(key, ABSENT), here.get(key, ABSENT), there.get(key, ABSENT))
            for key in {**there, **here}
        )
        return [item for item in decided if not isinstance(item, _Absent)]

    def _winner(self, ours: Value, theirs: Value, ours_wins: bool) -> Value:
        if ours_wins:
            self.keeps_theirs &= _holds(_without_change(ours), _without_change(theirs))
            return ours
        self.keeps_ours &= _holds(_without_change(theirs), _without_change(ours))
        return theirs


def _by_identity(items: Sequence[Value]) -> Mapping[str, Value] | None:
    """Return *items* by what they are about; nothing where two are about the same."""
    found = {_identity(item): item for item in items}
    return found if len(found) == len(items) else None


def _identity(item: Value) -> str:
    if isinstance(item, dict):
        for key in _KEYS:
            if isinstance(item.get(key), str):
                return f"{key}={item[key]}"
    return repr(item)
