"""Words that are not in their file yet, kept beside it until they are.

They lie in the state folder, which is often on another disk than the data folder, and are written
by a thread of their own: a disk that hangs or refuses keeps no draft from being written. What a
run leaves there, because it was killed or could not save, the next one finds.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from app.storage.atomic import TEMP_PREFIX, read_file, remove
from app.storage.check import layout_of
from app.storage.data_folder import DataFolder
from app.storage.documents import adopt, with_schema
from app.storage.errors import StorageError
from app.storage.folder_probe import Access
from app.storage.jobs import Job
from app.storage.layouts import Layout
from app.storage.merge import gives_way
from app.storage.migrations import current
from app.storage.problems import parse
from app.storage.writer import Deliver, Writer
from app.storage.yaml_door import dump
from app.storage.yaml_file import OTHER_VERSION
from app.storage.yaml_values import Document

NOW: Final = "now"
EARLIER: Final = "earlier-"


class FoundDraft(Struct, frozen=True, kw_only=True):
    """What an earlier run left: *name* is the file of the data folder that it was meant for."""

    name: str
    path: Path
    data: bytes
    written: float
    """When it was written, in seconds since 1970."""


class Drafts:
    """Keeps the newest form of everything unsaved, and finds what an earlier run kept."""

    def __init__(self, folder: DataFolder, deliver: Deliver) -> None:
        self._folder = folder
        self._is_stopped = False
        self._writer = Writer(deliver)
        self._opened: Path | None = None
        self._kept: dict[str, tuple[Document, bytes]] = {}
        self._held: dict[str, tuple[Layout[Any], Document]] = {}

    @property
    def kept(self) -> frozenset[str]:
        """The names of the files that have a draft now."""
        return frozenset(self._kept)

    @property
    def _root(self) -> Path:
        return self._folder.paths.drafts  # the folder may move

    def open(self) -> None:
        """Rename what an earlier run left, so that this one does not write over it."""
        if self._folder.access is not Access.READ_ONLY_LOCKED:
            self._opened = self._root
            self._rename()

    def hold(self, name: str, layout: Layout[Any], document: Document) -> None:
        """Keep *document* too, which nobody has put into the file *name* yet."""
        self._held[name] = (layout, document)

    def release(self, name: str) -> None:
        """Hold nothing more for the file *name*."""
        self._held.pop(name, None)

    def keep(self) -> None:
        """Have everything that is not in its file kept here, and drop what has arrived there.

        Called from time to time; what has a draft already costs nothing.
        """
        if self._is_stopped or self._folder.access is Access.READ_ONLY_LOCKED:
            return
        moved = self._moved_here() if self._opened != self._root else {}
        wanted = dict(self._held)
        for slot in self._folder.unsaved_slots():
            for file in slot.unsaved_files():
                held = self._held.get(file.name)
                unsaved = adopt(held[1], slot.layout)(file.document) if held else file.document
                wanted[file.name] = (slot.layout, unsaved)
        for name, (layout, document) in wanted.items():
            if document and self._kept.get(name, ({}, b""))[0] != document:
                self._kept[name] = (document, _dumped(document, layout))
                self._submit(self._root / NOW / name, self._kept[name][1])
        for name in self._kept.keys() - wanted.keys():
            del self._kept[name]
            self._submit(self._root / NOW / name, None)
        for name, (earlier, data) in moved.items():
            self._submit(earlier / name, None, data, after=self._root / NOW / name)

    def wait(self, seconds: float) -> bool:
        """Wait until every draft is written, at most *seconds*; return whether it is."""
        return self._writer.wait(seconds)

    def close(self, seconds: float) -> bool:
        """Write what is pending, at most *seconds* long; return whether every word is kept."""
        self.keep()
        return self._writer.close(seconds)

    def stop(self, seconds: float) -> None:
        """Write nothing any more, kept or not."""
        self._is_stopped = True
        self._writer.close(seconds)

    def found(self) -> list[FoundDraft]:
        """Return what earlier runs left and can be read, the newest of each file first."""
        drafts = [draft for path in self._earlier() if (draft := self._read(path)) is not None]
        return sorted(drafts, key=lambda draft: (draft.name, -draft.written))

    def take_back(self, draft: FoundDraft) -> None:
        """Put into the file what *draft* has and the file has not; a newer entry stays.

        If something of the one or the other gives way, that version is kept beside the file.
        """
        layout = layout_of(draft.name)
        if layout is None:
            return
        kept = parse(draft.data, layout)
        slot = self._folder.slot(draft.name, layout)
        slot.value()
        now = slot.document()
        change = adopt(kept, layout)
        whole = change(now)
        versions = ((kept, draft.data), (now, _dumped(now, layout)))
        beside = [data for said, data in versions if gives_way(said, whole, layout)]
        slot.edit(f"draft:{draft.name}", change, beside=beside)

    def forget(self, draft: FoundDraft) -> None:
        """Remove *draft*, and the folders that are empty then. Raises StorageError."""
        remove(draft.path)
        folder = draft.path.parent
        with contextlib.suppress(OSError):  # somebody else's file is in it
            while folder != self._root:
                os.rmdir(folder)
                folder = folder.parent

    def put_back(self, draft: FoundDraft) -> None:
        """Have *draft* written again where it was found."""
        self._submit(draft.path, draft.data)

    def is_in_its_file(self, draft: FoundDraft) -> bool:
        """Tell whether the file, or a version kept beside it, holds everything *draft* says."""
        layout = layout_of(draft.name)
        if layout is None:
            return False
        slot = self._folder.slot(draft.name, layout)
        slot.value()
        now = slot.document()
        kept = parse(draft.data, layout)
        if not now or adopt(kept, layout)(now) != now:
            return False
        return not gives_way(kept, now, layout) or self._is_beside(draft)

    def _is_beside(self, draft: FoundDraft) -> bool:
        path = self._folder.paths.data / draft.name
        copies = path.parent.glob(f"{path.stem}*{OTHER_VERSION}*{path.suffix}")
        return any(_says(copy, draft.data) for copy in copies)

    def _moved_here(self) -> dict[str, tuple[Path, bytes]]:
        """Begin anew where the drafts lie from now on; return where those of this run are.

        The folder has moved, or it is ours only since another program let go of it. What lies
        there is written over by nobody.
        """
        kept, self._kept = self._kept, {}
        self._opened = self._root
        earlier = self._rename()
        return {} if earlier is None else {name: (earlier, kept[name][1]) for name in kept}

    def _rename(self) -> Path | None:
        """Rename what others wrote where this run writes; return what it is called then."""
        now = self._root / NOW
        if not any(_files_in(now)):
            return None
        number = 1
        while os.path.lexists(self._root / f"{EARLIER}{number}"):
            number += 1
        earlier = self._root / f"{EARLIER}{number}"
        with contextlib.suppress(OSError):  # where it cannot be renamed nothing is written over it
            os.rename(now, earlier)
        return earlier

    def _earlier(self) -> Iterator[Path]:
        try:
            runs = sorted(name for name in os.listdir(self._root) if name.startswith(EARLIER))
        except OSError:
            return
        for run in runs:
            yield from _files_in(self._root / run)

    def _read(self, path: Path) -> FoundDraft | None:
        name = Path(*path.relative_to(self._root).parts[1:]).as_posix()
        layout = layout_of(name)
        if layout is None:
            return None
        try:
            data, stamp = read_file(path)
            parse(data, layout)
        except StorageError:
            return None
        return FoundDraft(name=name, path=path, data=data, written=stamp.modified_ns / 1e9)

    def _submit(
        self,
        path: Path,
        data: bytes | None,
        base: bytes | None = None,
        *,
        after: Path | None = None,
    ) -> None:
        job = Job(
            path=path,
            root=self._folder.paths.state,
            data=data,
            base=base,
            after=frozenset() if after is None else frozenset({after}),
        )
        self._writer.submit(job, _ignored)


def _files_in(folder: Path) -> Iterator[Path]:
    for place, _folders, names in os.walk(folder):
        yield from (Path(place, name) for name in sorted(names) if not name.startswith(TEMP_PREFIX))


def _dumped(document: Document, layout: Layout[Any]) -> bytes:
    return dump(with_schema(document, current(layout.kind)), layout.comment)


def _says(path: Path, data: bytes) -> bool:
    try:
        return read_file(path)[0] == data
    except StorageError:
        return False


def _ignored(_report: object) -> None:
    """Let a failure be: the words are on the screen, and what the data folder says is told."""
