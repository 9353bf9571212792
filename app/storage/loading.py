"""The whole data folder, looked at file by file, so that no step holds up a window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from app.storage.atomic import Stamp, stamp_of
from app.storage.check import beside, first_name, layout_of, walk_present
from app.storage.data_folder import DataFolder
from app.storage.jobs import SaveReport
from app.storage.layouts import HISTORY, Layout
from app.storage.problems import FileProblem, look_at, relative
from app.storage.slot import Slot

Take: TypeAlias = Callable[[str, Layout[Any], Struct | None], None]
"""Is handed the name of a file, its kind, and its value: nothing when there is none any more."""


class Loading:
    """Reads every file once, the newest day first, and again those that changed since.

    What is wrong with files becomes known to the folder when all were looked at. Values are
    handed to ``on_value`` and let go; in memory stays one stamp for each file. Earlier versions
    of entries are not among them: they say what no longer holds. A file that
    somebody else of the program has in memory is not read a second time. Belongs to the main
    thread.
    """

    def __init__(self, folder: DataFolder) -> None:
        self.on_value: list[Take] = []
        self.is_complete = False
        """Whether every file was looked at once; what changed since may be on its way."""
        self.is_working = False
        """Whether there is something that was not looked at since it was started last."""
        self._folder = folder
        self._stamps: dict[str, Stamp | None] = {}
        self._seen: set[str] = set()
        self._found: dict[str, tuple[FileProblem, ...]] = {}
        self._saved: set[str] = set()
        self._names: Iterator[str | FileProblem] = iter(())
        folder.on_save.append(self._hear)

    @property
    def _root(self) -> Path:
        return self._folder.paths.data  # the folder may move

    def start(self) -> None:
        """Begin to look at everything, from the first file on."""
        self.is_working = True
        self._seen, self._found = set(), {}
        self._names = walk_present(self._root)

    def step(self) -> bool:
        """Look at one file; return whether there may be more."""
        name = next(self._names, None)
        if name is None:
            self._finish()
            return False
        if isinstance(name, FileProblem):
            self._keep_what_was_in(name)
        else:
            self._seen.add(name)
            self._look_at(name)
        return True

    def catch_up(self) -> None:
        """Hand over what was written since, and what is not on the disk yet."""
        unsaved = {relative(slot.path, self._root) for slot in self._folder.unsaved_slots()}
        for name in self._saved | unsaved:
            layout = layout_of(name)
            if layout is not None and layout is not HISTORY:
                self._hand_over(name, layout, self._folder.slot(name, layout))
        self._saved = unsaved

    def _keep_what_was_in(self, folder: FileProblem) -> None:
        """Take nothing in *folder*, which is out of reach, for deleted."""
        if folder.path == ".":  # opening it has found that already
            self._seen.update(self._stamps)
        else:
            self._found[folder.path] = (folder,)
            self._seen.update(one for one in self._stamps if one.startswith(f"{folder.path}/"))

    def _look_at(self, name: str) -> None:
        layout = layout_of(name)
        path = self._root / name
        if layout is None:
            self._stamps[name] = None
            self._found[name] = beside(self._root, name)
            return
        first = first_name(name)
        known, slot_of = self._folder.known_slot, self._folder.slot
        slot = known(path) if first == name else slot_of(first, layout)
        stamp = stamp_of(path)
        if name in self._stamps and self._stamps[name] == stamp:
            return
        self._stamps[name] = stamp
        if slot is not None:
            self._hand_over(first, layout, slot)
        else:
            value, self._found[name] = look_at(path, name, layout)
            if value is not None:
                self._tell(name, layout, value)

    def _finish(self) -> None:
        """Forget files that are gone, and say what was found."""
        for name in self._stamps.keys() - self._seen:
            del self._stamps[name]
            self._found[name] = ()
            layout = layout_of(name)
            if layout is not None:
                first = first_name(name)
                self._hand_over(first, layout, self._folder.slot(first, layout))
        self._folder.noted.note_all(self._found)
        self._found = {}
        self.is_complete, self.is_working = True, False

    def _hand_over(self, name: str, layout: Layout[Any], slot: Slot[Any]) -> None:
        self._tell(name, layout, slot.value())

    def _tell(self, name: str, layout: Layout[Any], value: Struct | None) -> None:
        for take in self.on_value:
            take(name, layout, value)

    def _hear(self, report: SaveReport) -> None:
        self._saved.add(first_name(relative(report.path, self._root)))
