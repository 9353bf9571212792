"""Two versions of one file: ours, and a copy that a sync tool, an editor or a merge left beside it.

Whatever is decided, the copy and what it replaces are kept in the originals first.
"""

import re
from typing import Any, Final

from msgspec import Struct

from app.storage.atomic import read_file
from app.storage.check import is_conflict_copy, layout_of
from app.storage.data_folder import DataFolder
from app.storage.documents import is_empty, without_schema
from app.storage.errors import StorageError
from app.storage.layouts import Layout
from app.storage.merge import both
from app.storage.problems import parse
from app.storage.writer import Done
from app.storage.yaml_file import OTHER_VERSION
from app.storage.yaml_values import Document, Value

_STEM: Final = re.compile(
    r"(?P<stem>[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]{3}(?![a-z0-9])"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|profile|settings|checklist)"
)
"""How the names of our files begin: an infusion, a day, or one of the single ones."""


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
        return _in_any_order(without_schema(whole)) == _in_any_order(without_schema(self.ours))


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

    def keep_both(self, conflict: Conflict) -> None:
        """Put into the file what only the copy says; where both speak, see ``merge.both``."""
        self._settle(conflict, both(conflict.ours, conflict.theirs, conflict.layout))

    def keep_ours(self, conflict: Conflict) -> None:
        """Leave the file as it is."""
        self._folder.dispose(conflict.name, conflict.data, frozenset())

    def keep_theirs(self, conflict: Conflict) -> None:
        """Let the file say what the copy says."""
        self._settle(conflict, conflict.theirs)

    def put_back(self, conflict: Conflict, done: Done) -> None:
        """Make it as it was before it was settled; *done* hears when the copy is back."""
        slot = self._folder.slot(conflict.original, conflict.layout)
        slot.edit(f"conflict:{conflict.name}", lambda _now: conflict.ours)
        self._folder.put_file(conflict.name, conflict.data, done)

    def _settle(self, conflict: Conflict, document: Document) -> None:
        slot = self._folder.slot(conflict.original, conflict.layout)
        if is_empty(document):
            return
        written = slot.edit(f"conflict:{conflict.name}", lambda _now: document)
        if written is not None:
            self._folder.dispose(conflict.name, conflict.data, frozenset({written}))


def original_of(name: str) -> str | None:
    """Return the file of ours that *name*, in the data folder, is another version of.

    Understood is what Syncthing, Dropbox, OneDrive, Nextcloud, editors and our own merging make
    of a name. Nothing for every other name.
    """
    folder, slash, file = name.rpartition("/")
    begins = _STEM.match(file)
    if begins is None or layout_of(name) is not None:
        return None
    original = f"{folder}{slash}{begins['stem']}.yaml"
    if layout_of(original) is None:
        return None
    return original if is_conflict_copy(file) else None


def _in_any_order(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _in_any_order(one) for key, one in value.items()}
    if isinstance(value, list):
        return sorted((_in_any_order(one) for one in value), key=repr)
    return value


def is_our_own(name: str) -> bool:
    """Whether the copy *name* was made when we merged a file."""
    return f".{OTHER_VERSION}" in name
