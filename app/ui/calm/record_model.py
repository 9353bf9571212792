"""A pattern or a session of the patient's own while it is written."""

from collections.abc import Callable
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.calm_choices import Preset
from app.domain.patterns import OwnPattern
from app.services.calm_records import OwnRecords
from app.services.changes import Changes, Kind
from app.services.undo import Step
from app.ui.pause import TypingPause
from app.ui.undo import UndoStack

R = TypeVar("R", bound=OwnPattern | Preset)


class RecordModel(QObject, Generic[R]):
    """Holds one record that is new or being changed.

    What is typed outlives a crash, and is kept when the patient says so or leaves the page; that
    can be undone. Nothing is kept that is wrong: there it stays as it was.
    """

    shown = Signal()
    added = Signal(str)
    """A new one was kept; this is its id."""

    def __init__(
        self,
        records: OwnRecords[R],
        begin: Callable[[], R],
        *,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._records = records
        self._begin = begin
        self._undo = undo
        self._pause = TypingPause(self)
        self._pause.due.connect(self._hold)
        self.is_new = True
        self.record: R = begin()
        self._over: R = self.record
        undo.asked.connect(self._pause.flush)
        changes.listen(self, self._hear)

    @property
    def problem(self) -> Enum | None:
        """The first thing that is wrong with it, or nothing."""
        return self._records.problem(self.record)

    def arrive(self, wanted: str) -> None:
        """Show the record with the id *wanted*, or a new one; leaving kept what was typed."""
        found = self._records.find(wanted)
        self.is_new = found is None
        self.record = self._over = self._begin() if found is None else found
        self.shown.emit()

    def write(self, record: R) -> None:
        """Take *record* as it is being typed."""
        if record != self.record:
            self.record = record
            self._pause.touch()

    def keep(self) -> None:
        """Keep what was typed, as far as nothing is wrong in it."""
        self._pause.flush()
        was_new = self.is_new
        kept, step = self._records.keep(self.record, self._over)
        self.is_new = False
        self.record = self._over = kept
        self._undo.push(*step)
        if was_new:
            self.added.emit(kept.id)

    def remove(self) -> None:
        """Take it off the list, as it was typed last."""
        self.leave()
        self._push(self._records.remove(self.record))
        self.drop()

    def drop(self) -> None:
        """Forget what was typed since the page came."""
        self._pause.flush()
        self.record = self._over
        self._records.release()

    def leave(self) -> None:
        """Lose nothing: keep what was typed, if any of it can be kept."""
        if self.record == self._over:
            return
        if self._records.mended(self.record, self._over) == self._over:
            self.drop()
        else:
            self.keep()

    @Slot()
    def _hold(self) -> None:
        if self.record != self._over:
            self._records.hold(self.record, self._over)

    def _push(self, step: Step | None) -> None:
        if step is not None:
            self._undo.push(*step)

    def _hear(self, kind: Kind) -> None:
        """Take over what somebody else made of it, in an editor or on another computer."""
        if kind is not Kind.CALM_CHOICES:
            return
        stored = self._records.find(self.record.id)
        if stored is not None and stored != self._over:
            self.record = self._records.with_others(self.record, self._over)
            self._over = stored
        self.is_new = stored is None
        self.shown.emit()
