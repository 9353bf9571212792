"""One infusion's checklist while it is worked on."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from app.domain.checklist import Item, Line, Stage, open_in
from app.domain.infusion import Infusion, Ride
from app.domain.last_time import LastTime
from app.services.changes import Changes, Kind
from app.services.checklist import Checklist
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.last_time import find_last_time
from app.services.undo import Step
from app.ui.pause import TypingPause
from app.ui.undo import UndoStack


class PrepareModel(QObject):
    """Holds the coming infusion, and what is typed into it until the writer pauses."""

    changed = Signal()

    def __init__(
        self,
        *,
        infusions: Infusions,
        checklist: Checklist,
        journal: Journal,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._infusions = infusions
        self._checklist = checklist
        self._journal = journal
        self._undo = undo
        self._ride: Ride | None = None
        self._music: str | None = None
        self._pause = TypingPause(self)
        self._pause.due.connect(self._save_details)
        self._item: tuple[Item | None, str, Stage, str] | None = None
        self._item_pause = TypingPause(self)
        self._item_pause.due.connect(self._hold_item)
        self.infusion: Infusion | None = None
        self.lines: tuple[Line, ...] = ()
        self.refresh()
        changes.listen(self, self._hear)
        undo.asked.connect(self._pause.flush)

    def refresh(self) -> None:
        """Look again at what is stored; what was typed for the infusion before is kept first."""
        self.flush()
        self.infusion = self._infusions.coming()
        self.lines = self._checklist.lines(self.infusion) if self.infusion else ()
        self.changed.emit()

    def open_in(self, stage: Stage) -> tuple[Line, ...]:
        """Return what is open in *stage*."""
        return open_in(self.lines, stage)

    def tick(self, item: Item) -> None:
        """Mark *item* as done."""
        self._mark(self._checklist.tick, item)

    def leave_out(self, item: Item) -> None:
        """Mark *item* as "not for me"."""
        self._mark(self._checklist.leave_out, item)

    def reopen(self, item: Item) -> None:
        """Make *item* open again."""
        self._mark(self._checklist.reopen, item)

    def type_item(self, item: Item | None, title: str, stage: Stage, why: str) -> None:
        """Take the words for *item*, or for a new one, as they are being typed."""
        self._item = (item, title, stage, why)
        self._item_pause.touch()

    def let_item_go(self) -> None:
        """Hold no words for an item any more."""
        self._item = None
        self._item_pause.flush()
        self._checklist.release()

    def add(self, title: str, stage: Stage, why: str) -> None:
        """Add an item of the patient's own."""
        self._undo.push(*self._checklist.add(title, stage, why))

    def reword(self, item: Item, title: str, stage: Stage, why: str) -> None:
        """Put *item* in other words."""
        self._undo.push(*self._checklist.reword(item, title, stage, why))

    def remove(self, item: Item) -> None:
        """Take *item* off the list."""
        self._undo.push(*self._checklist.remove(item))

    @property
    def last_time(self) -> LastTime | None:
        """What was said of the newest infusion before the coming one, if anything was."""
        if self.infusion is None:
            return None
        return find_last_time(self._infusions, self._journal, self.infusion)

    @property
    def hidden(self) -> tuple[Item, ...]:
        """The built-in items that were taken off the list."""
        return self._checklist.hidden()

    @property
    def is_original(self) -> bool:
        """Whether the built-in items stand as the program brought them."""
        return self._checklist.is_original

    def bring_back(self, item: Item) -> None:
        """Put a built-in *item* on the list again."""
        self._undo.push(*self._checklist.bring_back(item))

    def restore_words(self, item: Item) -> None:
        """Give a built-in *item* its own words back."""
        self._undo.push(*self._checklist.restore_words(item))

    def move(self, item: Item, by: int) -> None:
        """Move *item* by some places among the open ones of its stage, as they are seen."""
        stage = [line.item for line in self.lines if line.item.stage is item.stage]
        seen = [line.item.id for line in self.open_in(item.stage)]
        target = seen[min(max(seen.index(item.id) + by, 0), len(seen) - 1)]
        place = [one.id for one in stage].index(target)
        if target != item.id:
            self._undo.push(*self._checklist.move(item, place))

    def restore(self) -> None:
        """Have all built-in items as the program brought them."""
        self._undo.push(*self._checklist.restore())

    def type_ride(self, ride: Ride) -> None:
        """Take *ride* as it is being typed; it reaches the disk after a pause."""
        self._ride = ride
        self._pause.touch()

    def type_music(self, music: str) -> None:
        """Take *music* as it is being typed."""
        self._music = music
        self._pause.touch()

    def note(self, text: str) -> None:
        """Add *text* to the notes of the infusion, on a line of its own."""
        self.flush()

        def noted(infusion: Infusion) -> Infusion:
            return replace(infusion, notes=f"{infusion.notes}\n{text}".strip())

        if self.infusion is not None:
            self._infusions.change(self.infusion.id, noted)

    def flush(self) -> None:
        """Save now what is still waiting."""
        self._pause.flush()

    @Slot()
    def _hold_item(self) -> None:
        if self._item is not None:
            self._checklist.hold(*self._item)

    @Slot()
    def _save_details(self) -> None:
        ride, music = self._ride, self._music
        self._ride = self._music = None
        if self.infusion is None:
            return

        typed = replace(
            self.infusion,
            ride=self.infusion.ride if ride is None else ride,
            music=self.infusion.music if music is None else music,
        )
        self.infusion = self._infusions.keep(typed, sender=self, over=self.infusion)

    def _mark(self, mark: Callable[[Infusion, Item], Step], item: Item) -> None:
        self.flush()
        if self.infusion is not None:
            self._undo.push(*mark(self.infusion, item))

    def _hear(self, kind: Kind) -> None:
        if kind in (Kind.INFUSIONS, Kind.CHECKLIST):
            self.refresh()
