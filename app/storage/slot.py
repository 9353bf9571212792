"""Where one value is kept: in one file, or in a second beside it while the first is damaged."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Generic, TypeVar

from msgspec import Struct

from app.storage.atomic import stamp_of
from app.storage.documents import (
    Change,
    adopt,
    is_empty,
    merged,
    read,
    without_schema,
)
from app.storage.jobs import Copy
from app.storage.layouts import Layout
from app.storage.merge import gives_way
from app.storage.yaml_file import FOLD, Surroundings, YamlFile
from app.storage.yaml_values import Document

T = TypeVar("T", bound=Struct)

MOST_FILES: Final = 9
"""``2026-11-30.yaml`` and at most eight more, up to ``2026-11-30-9.yaml``."""

NUMBERED: Final = rf"-[2-{MOST_FILES}]"
"""What the names of those have before their ending."""


class Unsaved(Struct, frozen=True, kw_only=True):
    """What became of *base* by *changes* and is not on the disk, and what is to be kept with it."""

    base: Document
    document: Document
    changes: dict[str, Change]
    copies: tuple[Copy, ...]


class Slot(Generic[T]):
    """One value and the file or files that hold it.

    A damaged file is never written: what is new goes to the next file, and what was known of
    the damaged one goes with it. Once all of them can be read they become one file again, at
    the next change.
    """

    def __init__(self, path: Path, layout: Layout[T], surroundings: Surroundings) -> None:
        self.path = path
        self.layout = layout
        self._around = surroundings
        self._files: list[YamlFile] = []
        self._has_looked = False
        self._add_file()

    @property
    def has_unsaved(self) -> bool:
        """Whether a change is not on the disk yet."""
        return any(file.unsaved for file in self._files)

    @property
    def is_refused(self) -> bool:
        """Whether a change cannot be written as things are, and is in memory only."""
        return any(file.unsaved and file.refused for file in self._files)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept here."""
        return all(is_empty(file.document) for file in self._files)

    @property
    def files(self) -> tuple[YamlFile, ...]:
        """The file that holds the value, and those beside it."""
        return tuple(self._files)

    def reload(self) -> bool:
        """Look at the disk again; return whether it says something else than before."""
        before = without_schema(self.document())
        self._refresh()
        return without_schema(self.document()) != before

    def unsaved_files(self) -> list[YamlFile]:
        """Return the files with a change that is not on the disk yet."""
        return [file for file in self._files if file.unsaved]

    def document(self) -> Document:
        """Return everything that is kept here, as one document."""
        return self._as_one([file.document for file in self._files])

    def value(self) -> T | None:
        """Return what was put last or stands on the disk; nothing if neither can be read."""
        self._refresh()
        document = self.document()
        return read(document, self.layout)[0] if document else None

    def edit(
        self,
        key: str,
        change: Change,
        after: frozenset[Path] = frozenset(),
        *,
        keep_theirs: bool = False,
        keep_original: bool = False,
        beside: Iterable[bytes] = (),
    ) -> Path | None:
        """Make *change* and have it written, not before the files in *after* are.

        *key* names what is changed: a later change of the same key takes its place. With
        *keep_theirs* the file as it is on the disk is kept beside it, because something of it
        gives way; with *keep_original* what is known of it now is kept in the originals. Other
        versions to be kept beside it are in *beside*. Returns the file, for others to wait for;
        nothing if it was refused and stays in memory.
        """
        self._refresh()
        target = self._gathered()
        if keep_theirs:
            target.keep_theirs()
        if keep_original:
            target.keep_original()
        for data in beside:
            target.keep_beside(data)
        target.apply(key, change)
        return self._submit(target, after)

    def resubmit(self) -> None:
        """Have everything that is not saved yet written again."""
        if self.has_unsaved:
            self._submit(self._gathered(), frozenset())

    def hand_over(self) -> Unsaved:
        """Give away what is not saved; nothing more is written from here."""
        base = self._as_one([file.base for file in self._files])
        document = self.document()
        copies = tuple(copy for file in self._files for copy in file.copies)
        changes: dict[str, Change] = {}
        for file in self._files:
            changes.update(file.forget())
        own = {key: change for key, change in changes.items() if not key.startswith(FOLD)}
        return Unsaved(base=base, document=document, changes=own, copies=copies)

    def take_over(self, unsaved: Unsaved) -> None:
        """Put what another could not save together with what is kept here, and have it written."""
        self._refresh()
        target = self._gathered()
        target.keep_too(unsaved.copies)
        target.take_in(unsaved.base, unsaved.document, unsaved.changes)
        self._submit(target, frozenset())

    def _refresh(self) -> None:
        for file in self._files:
            file.refresh()
        while len(self._files) <= self._last():
            self._add_file().refresh()

    def _last(self) -> int:
        """Return the number of the last file there is, as far as it is not known already.

        At the first look, and where there are several, a missing one may have others after it.
        """
        known = len(self._files)
        looks_on = known > 1 or not self._has_looked
        self._has_looked = True
        candidates = range(known, MOST_FILES if looks_on else min(known + 1, MOST_FILES))
        return max((one for one in candidates if stamp_of(self._path(one))), default=0)

    def _as_one(self, documents: Iterable[Document]) -> Document:
        said = [document for document in documents if document]
        if len(said) > 1:
            return merged(said, self.layout)
        return said[0] if said else {}

    def _move_on(self) -> None:
        """Write elsewhere what was meant for a file that turned out to be damaged."""
        self._submit(self._gathered(), frozenset())

    def _gathered(self) -> YamlFile:
        """Return the file to be written, with all in it that the others hold."""
        target = next((file for file in self._files if not file.is_damaged), None)
        if target is None:
            target = self._add_file()
            target.refresh()
        for other in self._others(target):
            if other.document:
                self._keep_what_gives_way(target, other)
                target.apply(f"{FOLD}{other.path.name}", adopt(other.document, self.layout))
            if other.is_damaged:
                target.keep_too(other.copies)
                for key, change in other.forget().items():
                    target.apply(key, change)
        return target

    def _keep_what_gives_way(self, target: YamlFile, other: YamlFile) -> None:
        """Keep a file beside *target* of which a record is not in what the two become."""
        both = merged([target.document, other.document], self.layout)
        for file in (target, other):
            if gives_way(file.document, both, self.layout):
                target.keep_beside(file.on_disk)

    def _submit(self, target: YamlFile, after: frozenset[Path]) -> Path | None:
        """Have *target* written, and then what it took over removed elsewhere."""
        if not target.submit(after):
            return None
        for other in self._others(target):
            if not other.is_damaged and (other.document or other.unsaved):
                other.apply(FOLD, _nothing)
                other.submit(frozenset({target.path}))
        return target.path

    def _others(self, target: YamlFile) -> Iterator[YamlFile]:
        return (file for file in self._files if file is not target)

    def _add_file(self) -> YamlFile:
        path = self._path(len(self._files))
        file = YamlFile(path, self.layout, self._around, self._move_on)
        self._files.append(file)
        return file

    def _path(self, number: int) -> Path:
        if not number:
            return self.path
        return self.path.with_name(f"{self.path.stem}-{number + 1}{self.path.suffix}")


def _nothing(_document: Document) -> Document:
    return {}
