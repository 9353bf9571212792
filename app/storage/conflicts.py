"""Two versions of one file: ours, and a copy that a sync tool, an editor or a merge left beside it.

Whatever is decided, the copy and what it replaces are kept in the originals first.
"""

import re
from typing import Any, Final

from msgspec import Struct

from app.storage import history_repository, infusion_repository, journal_repository
from app.storage.atomic import read_file
from app.storage.check import LAYOUTS, is_conflict_copy, layout_of
from app.storage.data_folder import DataFolder
from app.storage.documents import Change, is_empty, without_schema
from app.storage.errors import StorageError
from app.storage.layouts import Layout
from app.storage.merge import both, gives_way, three_way
from app.storage.problems import parse
from app.storage.slot import Slot
from app.storage.writer import Done
from app.storage.yaml_file import OTHER_VERSION
from app.storage.yaml_values import Document, Value

_STEMS: Final = {
    "": "|".join(name.removesuffix(".yaml") for name in LAYOUTS),
    infusion_repository.FOLDER: infusion_repository.ID,
    journal_repository.FOLDER: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    history_repository.FOLDER: history_repository.ID,
}
"""How the names of our files begin in each folder: a single one, an infusion, a day, a version."""


class Conflict(Struct, frozen=True, kw_only=True):
    """A copy beside the file *original*: what each says. *data* is the copy as it is."""

    name: str
    original: str
    layout: Layout[Any]
    ours: Document
    theirs: Document
    data: bytes

    @property
    def is_settled(self) -> bool:
        """Whether the copy says nothing that the file does not say."""
        whole = both(self.ours, self.theirs, self.layout)
        if _in_any_order(without_schema(whole)) != _in_any_order(without_schema(self.ours)):
            return False
        beside = {*self.layout.lists, "schema", "changed"}
        answers = {key: value for key, value in self.theirs.items() if key not in beside}
        return _is_said(answers, self.ours)  # of two answers only one is in the whole


class Conflicts:
    """Reads copies and settles them. Belongs to the main thread."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder

    def read(self, name: str) -> Conflict | None:
        """Return both versions; nothing where the copy or its file cannot be read as ours."""
        original = original_of(name)
        layout = layout_of(original) if original else None
        if original is None or layout is None:
            return None
        try:
            data, _stamp = read_file(self._folder.paths.data / name)
            theirs = parse(data, layout)
        except StorageError:
            return None
        slot = self._folder.slot(original, layout)
        slot.reload()
        return Conflict(
            name=name,
            original=original,
            layout=layout,
            ours=slot.document(),
            theirs=theirs,
            data=data,
        )

    def keep_both(self, conflict: Conflict) -> Document:
        """Put into the file what only the copy says; where both speak, see ``merge.both``.

        Returns, as the others do, what the file says then.
        """
        return self._settle(conflict, lambda now: both(now, conflict.theirs, conflict.layout))

    def keep_ours(self, conflict: Conflict) -> Document:
        """Leave the file as it is."""
        self._folder.put_file(conflict.name, None, over=conflict.data)
        return self._slot(conflict).document()

    def keep_theirs(self, conflict: Conflict) -> Document:
        """Let the file say what the copy says, and what has come since both were read."""
        ours, theirs, layout = conflict.ours, conflict.theirs, conflict.layout
        return self._settle(conflict, lambda now: _instead(ours, theirs, now, layout))

    def put_back(self, conflict: Conflict, settled: Document, done: Done) -> None:
        """Make it as it was before it was *settled*; what has come since stays.

        *done* hears when the copy is back.
        """
        slot, layout = self._slot(conflict), conflict.layout
        slot.edit(
            _key(conflict),
            lambda now: _instead(settled, conflict.ours, now, layout),
            keep_original=True,
        )
        self._folder.put_file(conflict.name, conflict.data, done=done)

    def _settle(self, conflict: Conflict, change: Change) -> Document:
        slot = self._slot(conflict)
        slot.reload()
        now = slot.document()
        whole = change(now)
        if is_empty(whole):
            return now
        come = _since(conflict.ours, now, conflict.layout)
        written = slot.edit(
            _key(conflict),
            change,
            keep_theirs=gives_way(come, whole, conflict.layout),  # nobody has seen that yet
            keep_original=True,
        )
        if written is not None:
            after = frozenset({written})
            self._folder.put_file(conflict.name, None, over=conflict.data, after=after)
        return slot.document()

    def _slot(self, conflict: Conflict) -> Slot[Any]:
        return self._folder.slot(conflict.original, conflict.layout)


def _key(conflict: Conflict) -> str:
    return f"conflict:{conflict.name}"


def _instead(before: Document, chosen: Document, now: Document, layout: Layout[Any]) -> Document:
    """Return *chosen* in the place of *before*, with what *now* says that came since.

    Of a record that both have in different words the older one lies beside the newer.
    """
    whole = three_way(before, chosen, now, layout).document
    for side in (chosen, now):
        new = _since(before, side, layout)
        if gives_way(new, whole, layout):
            whole = both(whole, new, layout)
    return whole


def _since(before: Document, now: Document, layout: Layout[Any]) -> Document:
    """Return what of *now* was not so *before*: records, and answers."""
    new: Document = {}
    for key, value in now.items():
        old = before.get(key)
        if key in layout.lists and isinstance(value, list) and isinstance(old, list):
            new[key] = [one for one in value if one not in old]
        elif value != old:
            new[key] = value
    return new


def original_of(name: str) -> str | None:
    """Return the file of ours that *name*, in the data folder, is another version of.

    Understood is what Syncthing, Dropbox, OneDrive, Nextcloud, editors and our own merging make
    of a name. Nothing for every other name.
    """
    folder, slash, file = name.rpartition("/")
    stems = _STEMS.get(folder.partition("/")[0], "")
    begins = re.match(rf"(?:{stems})(?![A-Za-z0-9])", file)
    if begins is None or layout_of(name) is not None:
        return None
    original = f"{folder}{slash}{begins[0]}.yaml"
    if layout_of(original) is None:
        return None
    return original if is_conflict_copy(file) else None


def _in_any_order(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _in_any_order(one) for key, one in value.items()}
    if isinstance(value, list):
        return sorted((_in_any_order(one) for one in value), key=repr)
    return value


def _is_said(value: Value, whole: Value) -> bool:
    """Whether *whole* has all of *value*, in whatever order."""
    if isinstance(value, dict) and isinstance(whole, dict):
        return all(key in whole and _is_said(one, whole[key]) for key, one in value.items())
    if isinstance(value, list) and isinstance(whole, list):
        return all(any(_is_said(one, other) for other in whole) for one in value)
    return value == whole


def is_our_own(name: str) -> bool:
    """Whether the copy *name* was made when we merged a file."""
    return f".{OTHER_VERSION}" in name
