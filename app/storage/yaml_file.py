"""One file: what it holds, what it is to hold, and what became of writing it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from app.storage.atomic import Stamp, read_file, stamp_of
from app.storage.documents import Change, is_empty, read, with_schema
from app.storage.errors import ErrorCode, StorageError
from app.storage.jobs import Copy, Job, SaveOutcome, SaveReport
from app.storage.layouts import Layout
from app.storage.merge import three_way
from app.storage.migrations import current
from app.storage.problems import (
    FileProblem,
    newer,
    parse,
    parse_any,
    problem,
    problems,
    relative,
)
from app.storage.writer import Done
from app.storage.yaml_door import dump
from app.storage.yaml_values import Document

OTHER_VERSION: Final = "other-version"
"""What the name of a copy says that is kept because two had changed the same file."""

FOLD: Final = "+"
"""How the keys of changes begin that only move what is known from one file to another."""


class Surroundings(Struct, frozen=True, kw_only=True):
    """What a file needs of the folder it lies in. *save* tells whether it took the job."""

    root: Path
    originals: Path
    save: Callable[[Job, Done], bool]
    refuse: Callable[[Job, Done, ErrorCode], None]
    note: Callable[[str, tuple[FileProblem, ...]], None]
    announce: Callable[[SaveReport], None]


class YamlFile:
    """The newest document of one file, on the disk or not yet.

    Changes are kept until a save is reported, so that they can be made again on another
    version of the file. Belongs to the main thread.
    """

    def __init__(
        self,
        path: Path,
        layout: Layout[Any],
        surroundings: Surroundings,
        on_damage: Callable[[], None],
    ) -> None:
        self.path = path
        self.name = relative(path, surroundings.root)
        self.document: Document = {}
        self.fault: StorageError | None = None
        self.unsaved: dict[str, Change] = {}
        self.refused = False
        self._layout = layout
        self._around = surroundings
        self._on_damage = on_damage
        self._looked = False
        self._is_older = False
        self._stamp: Stamp | None = None
        self.on_disk: bytes | None = None
        self._submitted: bytes | None = None
        self._number = 0
        self._copies: tuple[Copy, ...] = ()
        self._after: frozenset[Path] = frozenset()

    @property
    def is_damaged(self) -> bool:
        """Whether the file on the disk cannot be read, and so is never written."""
        return self.fault is not None and self.fault.code is not ErrorCode.NEWER_SCHEMA

    @property
    def base(self) -> Document:
        """What the newest document began as: the file as it was read or written last."""
        if self.on_disk is None or self.is_damaged:
            return {}
        return parse(self.on_disk, self._layout)

    @property
    def copies(self) -> tuple[Copy, ...]:
        """What is to be kept at the next save, beside it or in the originals."""
        return self._copies

    @property
    def stamp(self) -> Stamp | None:
        """Which version of the file on the disk is known; nothing if there was none."""
        return self._stamp

    def refresh(self) -> None:
        """Look at the disk, and read the file if it is another than before.

        A file that is gone is not taken for a deletion, and what was known of a file that
        has been damaged since stays known.
        """
        if self.unsaved:
            return
        stamp = stamp_of(self.path)
        if self._looked and stamp == self._stamp:
            return
        self._looked = True
        self._stamp = stamp
        self.on_disk = None
        self.fault = None
        if stamp is None:
            self._around.note(self.name, ())
        else:
            self._read()

    def apply(self, key: str, change: Change) -> None:
        """Make *change* in memory; ``submit`` writes it. *key* names it, most often a record."""
        self.document = change(self.document)
        self.unsaved.pop(key, None)
        self.unsaved[key] = change

    def keep_theirs(self) -> None:
        """Have the file as it is on the disk kept beside it, at the next save."""
        self.keep_beside(self.on_disk)

    def keep_beside(self, data: bytes | None) -> None:
        """Have *data*, another version of this file, kept beside it at the next save."""
        if data is not None:
            place = self.path.with_name(f"{self.path.stem}.{OTHER_VERSION}{self.path.suffix}")
            self._copies += (Copy(place, data, self._around.root),)

    def keep_original(self) -> None:
        """Have what is known of it now kept in the originals, at the next save."""
        if not is_empty(self.document):
            self._copies += (self._in_originals(self._dumped(self.document)),)

    def keep_too(self, copies: Iterable[Copy]) -> None:
        """Have kept, for this file, what was to be kept for another that holds the same."""
        for copy in copies:
            if OTHER_VERSION in copy.path.name:
                self.keep_beside(copy.data)
            else:
                self._copies += (self._in_originals(copy.data),)

    def take_in(self, base: Document, ours: Document, changes: dict[str, Change]) -> None:
        """Hold *ours*, which became of *base* by *changes* elsewhere, and what is here as one."""
        if is_empty(self.document):
            for key, change in changes.items():
                self.apply(key, change)
            return
        self.unsaved.update(changes)
        self._merge(base, ours, self._dumped(self.document))

    def submit(self, after: frozenset[Path] = frozenset()) -> bool:
        """Have the newest document written, not before the files in *after* are.

        A document in which nothing is left is a file to be removed. Returns whether it was
        taken; if not, the reason is reported as any other failure.
        """
        self._number += 1
        self._after |= after
        job = Job(
            path=self.path,
            root=self._around.root,
            data=None,
            base=self.on_disk,
            records=tuple(key for key in self.unsaved if not key.startswith(FOLD)),
            number=self._number,
            copies=self._copies + self._original(),
            after=self._after,
        )
        try:
            if self.fault is not None and not self.is_damaged:
                raise self.fault
            if not is_empty(self.document):
                job = replace(job, data=self._dumped(self.document))
        except StorageError as error:
            self._around.refuse(job, self._reported, error.code)
            self.refused = True
        else:
            self._submitted = job.data
            self._copies = job.copies
            self.refused = not self._around.save(job, self._reported)
        return not self.refused

    def text(self) -> str:
        """Return the newest document as it would stand in the file, under the file's name."""
        return f"# {self.name}\n{self._dumped(self.document).decode()}"

    def forget(self) -> dict[str, Change]:
        """Hand over the changes not yet saved; somebody else writes them and the document."""
        unsaved, self.unsaved = self.unsaved, {}
        self.document, self._copies = {}, ()
        return unsaved

    def _read(self) -> None:
        try:
            data, self._stamp = read_file(self.path)
            self.on_disk = data
            self.document, self._is_older = parse_any(data, self._layout)
        except StorageError as error:
            self.fault = error
            self._around.note(self.name, (problem(self.name, error),))
            return
        self.fault = newer(self.document, data, self._layout)
        found = problems(self.name, read(self.document, self._layout)[1], data)
        ahead = () if self.fault is None else (problem(self.name, self.fault),)
        self._around.note(self.name, ahead + found)

    def _reported(self, report: SaveReport) -> None:
        if report.outcome is SaveOutcome.CHANGED_OUTSIDE:
            self._rebase()
            self._around.announce(report)  # not before: who hears of it reads the file
            return
        if report.outcome is SaveOutcome.LEFT and report.number == self._number:
            self._leave()
        elif report.outcome is not SaveOutcome.FAILED and report.number == self._number:
            self.unsaved.clear()
            self._copies = ()
            self._after = frozenset()
            self._stamp = report.stamp
            self.on_disk = self._submitted
            self._is_older = False
            self._around.note(self.name, self._remaining_problems())
        self._around.announce(report)

    def _leave(self) -> None:
        """Let the file be what it is on the disk: what was to replace it has been destroyed."""
        self.unsaved.clear()
        self._copies = ()
        self._after = frozenset()
        self._looked = False
        self.refresh()

    def _rebase(self) -> None:
        """Put together what we hold and what somebody else wrote meanwhile."""
        changes, ours, base = self.unsaved, self.document, self.base
        self.unsaved = {}
        self._looked = False
        self.refresh()
        self.unsaved = changes
        if self.is_damaged:
            self.document = ours
            self._on_damage()
            return
        if self.on_disk is None:
            self.document = ours
        else:
            self._merge(base, ours, self.on_disk)
        self.submit()

    def _merge(self, base: Document, ours: Document, theirs: bytes) -> None:
        """Hold *ours* and *theirs* as one, and keep beside it what of them is not in it."""
        merge = three_way(base, ours, self.document, self._layout)
        self.document = merge.document
        if not merge.keeps_theirs:
            self.keep_beside(theirs)
        if not merge.keeps_ours:
            self.keep_beside(self._dumped(ours))

    def _dumped(self, document: Document) -> bytes:
        """Return *document* as it stands in the file."""
        return dump(with_schema(document, current(self._layout.kind)), self._layout.comment)

    def _original(self) -> tuple[Copy, ...]:
        """Return the file as it is, to be kept before its form, or comments made by hand, go."""
        data = self.on_disk
        if data is None or not (self._is_older or self._has_foreign_comments(data)):
            return ()
        copy = self._in_originals(data)
        return () if copy in self._copies else (copy,)

    def _in_originals(self, data: bytes) -> Copy:
        path = self._around.originals / self.name
        return Copy(path, data, Path(path.anchor))

    def _has_foreign_comments(self, data: bytes) -> bool:
        first, _newline, rest = data.partition(b"\n")
        ours = f"# {self._layout.comment}".encode()
        if b"#" not in rest and (first.rstrip() == ours or not first.startswith(b"#")):
            return False
        try:
            return dump(parse(data, self._layout), self._layout.comment) != data
        except StorageError:
            return False

    def _remaining_problems(self) -> tuple[FileProblem, ...]:
        if self.on_disk is None:
            return ()
        return problems(self.name, read(self.document, self._layout)[1], self.on_disk)
