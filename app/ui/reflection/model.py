"""One reflection while it is written, or looked back on."""

import contextlib
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.infusion import Infusion
from app.domain.reflection import Holds, Reflection
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.reflections import Reflections
from app.services.saving import Saving
from app.ui.pause import TypingPause
from app.ui.undo import UndoStack


class ReflectionModel(QObject):
    """Holds one reflection; words are kept when the writer pauses, a choice at once.

    Nothing is stored until something was said, and nothing is filled in.
    """

    changed = Signal(Reflection)
    state_changed = Signal(str)

    def __init__(
        self,
        *,
        reflections: Reflections,
        journal: Journal,
        infusions: Infusions,
        saving: Saving,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reflections = reflections
        self._journal = journal
        self._infusions = infusions
        self._saving = saving
        self._undo = undo
        self.is_stored = False
        self.reflection = reflections.draft(None)
        self._over: Reflection | None = None
        """The stored version that what is shown was made from."""
        self._pause = TypingPause(self)
        self._pause.due.connect(self._keep)
        undo.asked.connect(self.flush)
        changes.listen(self, self._hear)

    @property
    def infusion(self) -> Infusion | None:
        """The infusion that the reflection is about, if it is there."""
        wanted = self.reflection.infusion
        return self._infusions.get(wanted) if wanted else None

    @property
    def versions(self) -> int:
        """How many earlier versions the reflection has that say something else than now."""
        return len(self._journal.versions_of(self.reflection)) if self.is_stored else 0

    @property
    def choices(self) -> list[Infusion]:
        """The infusions that it may be about, newest first."""
        return self._reflections.choices(self.reflection)

    @property
    def asks_if_it_holds(self) -> bool:
        """Whether to ask if it still holds: it is of an earlier day, or was asked already."""
        one = self.reflection
        return one.look_back is not None or self._reflections.can_look_back(one)

    def arrive(self, argument: str) -> None:
        """Begin or open a reflection: ``new``, ``new:infusion``, ``open:day:id``.

        One that is not there any more begins anew; nothing is guessed from a broken argument.
        """
        with contextlib.suppress(ValueError):
            match argument.split(":", 2):
                case ["open", day, entry_id]:
                    entry = self._journal.find(entry_id, date.fromisoformat(day))
                    if isinstance(entry, Reflection):
                        self.open(entry)
                        return
                case ["new", infusion_id]:
                    self.begin(infusion_id or None)
                    return
        self.begin(None)

    def begin(self, infusion: str | None) -> None:
        """Start a new reflection; the one before is kept first."""
        self.flush()
        self.is_stored = False
        self._over = None
        self._show(self._reflections.draft(infusion))

    def open(self, reflection: Reflection) -> None:
        """Go on with a reflection that is already stored."""
        self.flush()
        self.is_stored = True
        self._over = reflection
        self._show(reflection)

    def hope(self, words: str) -> None:
        """Take *words* as what was hoped for; they reach the disk after a pause."""
        self._type(self.reflection.hoping(words))

    def recall(self, words: str) -> None:
        """Take *words* as what came up."""
        self._type(self.reflection.recalling(words))

    def stay(self, words: str) -> None:
        """Take *words* as what stays."""
        self._type(self.reflection.keeping(words))

    def say_more(self, words: str) -> None:
        """Take *words* as what is said of it later."""
        before = self.reflection.look_back
        holds = None if before is None else before.holds
        self._type(self._reflections.looked_back(self.reflection, holds, words))

    def say_if_it_holds(self, holds: Holds | None) -> None:
        """Note whether it still holds, or take that back."""
        before = self.reflection.look_back
        words = "" if before is None else before.words
        self._take(self._reflections.looked_back(self.reflection, holds, words))

    def say_about(self, infusion: str | None) -> None:
        """Note which infusion it is about, or that it is about none."""
        self._take(self.reflection.about(infusion))

    def delete(self) -> None:
        """Remove the reflection, which is stored."""
        self.flush()
        self._undo.push(*self._journal.delete(self.reflection))
        self.begin(None)

    @Slot()
    def flush(self) -> None:
        """Save now what is still waiting."""
        self._pause.flush()

    def _type(self, reflection: Reflection) -> None:
        if reflection != self.reflection:
            self.reflection = reflection
            self._pause.touch()
            self.state_changed.emit(_("Writing…"))

    def _take(self, reflection: Reflection) -> None:
        self.reflection = reflection
        self._pause.touch()
        self._pause.flush()
        self.changed.emit(self.reflection)

    def _show(self, reflection: Reflection) -> None:
        self.reflection = reflection
        self.changed.emit(reflection)

    @Slot()
    def _keep(self) -> None:
        typed = self.reflection.cleaned()  # or our own words would not be those in the file
        if not self.is_stored and typed.is_empty:
            return
        is_first, self.is_stored = not self.is_stored, True
        kept = self._journal.keep(typed, sender=self, over=self._over)
        self.reflection = self._over = kept
        if is_first or not kept.says_the_same(typed):
            self.changed.emit(kept)

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.JOURNAL and self.is_stored and not self._pause.is_waiting:
            self._take_over()
        elif kind is Kind.INFUSIONS:
            self.changed.emit(self.reflection)
        elif kind is Kind.SAVING and not self._pause.is_waiting:
            self.state_changed.emit(self._saving.sentence)

    def _take_over(self) -> None:
        """Show what others made of this reflection, in an editor or on another computer."""
        stored = self._journal.find(self.reflection.id, self.reflection.day)
        if isinstance(stored, Reflection) and not stored.says_the_same(self.reflection):
            self._over = stored
            self._show(stored)
