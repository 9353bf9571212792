"""One reflection while it is written, or looked back on."""

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.infusion import Infusion
from app.domain.reflection import Holds, Reflection
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.entry_address import entry_at
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.open_entry import OpenEntry
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
        self._open = OpenEntry(journal, self, reflections.draft(None), is_stored=False)
        self._pause = TypingPause(self)
        self._pause.due.connect(self._keep)
        undo.asked.connect(self.flush)
        changes.listen(self, self._hear)

    @property
    def reflection(self) -> Reflection:
        """What is shown."""
        return self._open.entry

    @property
    def is_stored(self) -> bool:
        """Whether anything of it was kept."""
        return self._open.is_stored

    @property
    def infusion(self) -> Infusion | None:
        """The infusion that the reflection is about, if it is there."""
        wanted = self.reflection.infusion
        return self._infusions.get(wanted) if wanted else None

    @property
    def versions(self) -> int:
        """How many earlier versions the reflection has that say something else than now."""
        return self._open.versions

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
        """Begin a reflection, ``new`` or ``new:infusion``, or open the one at that address.

        One that is not there any more begins anew; nothing is guessed from a broken argument.
        """
        self.flush()
        found = entry_at(argument, self._journal)
        is_stored = isinstance(found, Reflection)
        if not isinstance(found, Reflection):
            verb, _colon, infusion = argument.partition(":")
            found = self._reflections.draft(infusion or None if verb == "new" else None)
        self._open = OpenEntry(self._journal, self, found, is_stored=is_stored)
        self.changed.emit(found)

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
        """Remove the reflection."""
        self.flush()
        step = self._open.delete()
        if step is not None:
            self._undo.push(*step)
        self.arrive("")

    @Slot()
    def flush(self) -> None:
        """Save now what is still waiting."""
        self._pause.flush()

    def _type(self, reflection: Reflection) -> None:
        if reflection != self.reflection:
            self._open.entry = reflection
            self._pause.touch()
            self.state_changed.emit(_("Writing…"))

    def _take(self, reflection: Reflection) -> None:
        self._open.entry = reflection
        self._pause.touch()
        self._pause.flush()
        self.changed.emit(self.reflection)

    @Slot()
    def _keep(self) -> None:
        typed = self.reflection.cleaned()  # or our own words would not be those in the file
        if not self.is_stored and typed.is_empty:
            return
        is_first = not self.is_stored
        if self._open.keep(typed) or is_first:
            self.changed.emit(self.reflection)

    def _hear(self, kind: Kind) -> None:
        is_other = kind is Kind.JOURNAL and not self._pause.is_waiting and self._open.look_again()
        if is_other or kind is Kind.INFUSIONS:
            self.changed.emit(self.reflection)
        elif kind is Kind.SAVING and not self._pause.is_waiting:
            self.state_changed.emit(self._saving.sentence)
