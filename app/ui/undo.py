"""One way back for every change: what was done, and what takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.services.undo import Step


class UndoStack(QObject):
    """The changes that can still be taken back, newest last.

    Nothing times out. A change leaves the stack when it is taken back or dismissed.
    """

    changed = Signal()
    asked = Signal()
    """Something is about to be taken back: what is still being typed is to be kept first."""

    LONGEST = 50
    """How many changes are kept; older ones can no longer be taken back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []

    @property
    def top(self) -> Step | None:
        """The newest change that can be taken back."""
        return self._steps[-1] if self._steps else None

    def push(self, text: str, inverse: Callable[[], Step | None]) -> None:
        """Remember a change: *text* says what was done, *inverse* takes it back; see Step."""
        self._steps = [*self._steps, Step(text, inverse)][-self.LONGEST :]
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take back the newest change; does nothing when there is none."""
        if not self._steps:
            return
        self.asked.emit()
        step = self._steps.pop()
        back = step.undo()
        if back is not None:
            self._steps.append(back)
        self.changed.emit()

    @Slot()
    def dismiss(self) -> None:
        """Leave everything as it is and offer no way back any more."""
        self._steps.clear()
        self.changed.emit()
