"""One check-in while it is written."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.effects import Bother, EffectNote, Severity
from app.domain.infusion import Infusion
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.check_in_address import check_in_at
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.saving import Saving
from app.ui.pause import TypingPause
from app.ui.undo import UndoStack


class CheckInModel(QObject):
    """Holds one check-in; every tap is kept at once, words when the writer pauses.

    Nothing is stored until something was said, and nothing is filled in.
    """

    changed = Signal(CheckIn)
    state_changed = Signal(str)

    def __init__(
        self,
        *,
        journal: Journal,
        infusions: Infusions,
        saving: Saving,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._infusions = infusions
        self._saving = saving
        self._undo = undo
        self.is_stored = False
        self._over: CheckIn | None = None
        """The stored version that what is shown was made from."""
        self._pause = TypingPause(self)
        self._pause.due.connect(self._keep)
        self.check_in = journal.draft(TimePoint.ANY_TIME, None)
        changes.listen(self, self._hear)

    @property
    def infusion(self) -> Infusion | None:
        """The infusion that the check-in belongs to."""
        return self._infusions.get(self.check_in.infusion) if self.check_in.infusion else None

    def arrive(self, argument: str) -> None:
        """Begin or open the check-in at the address *argument*; see ``check_in_at``."""
        found, is_stored = check_in_at(argument, self._journal)
        if is_stored:
            self.open(found)
        else:
            self.begin(found.time_point, found.infusion)

    def begin(self, time_point: TimePoint, infusion: str | None) -> None:
        """Start a new check-in; the one before is kept first."""
        self.flush()
        self.is_stored = False
        self._over = None
        self._show(self._journal.draft(time_point, infusion))

    def open(self, check_in: CheckIn) -> None:
        """Go on with a check-in that is already stored."""
        self.flush()
        self.is_stored = True
        self._over = check_in
        self._show(check_in)

    def notice(self, effect: str, noticed: bool) -> None:
        """Note that *effect* was noticed, or take that back."""
        check_in = self.check_in
        self._take(check_in.noticed(effect) if noticed else check_in.not_noticed(effect))

    def say_none(self, said: bool) -> None:
        """Note that none of the effects was noticed, or take that back."""
        self._take(self.check_in.none_noticed(said=said))

    def say_how_strong(self, effect: str, severity: Severity | None) -> None:
        """Note how strong *effect* was, or take that back."""
        self._take(self.check_in.noted(replace(self._note(effect), severity=severity)))

    def say_if_it_bothered(self, effect: str, bothered: Bother | None) -> None:
        """Note whether *effect* was unpleasant, or take that back."""
        self._take(self.check_in.noted(replace(self._note(effect), bothered=bothered)))

    def rate(self, rating: Rating, score: int | None) -> None:
        """Answer *rating*, or take the answer back."""
        self._take(self.check_in.rated(rating, score))

    def write(self, words: str) -> None:
        """Take *words*; they reach the disk after a pause."""
        if words != self.check_in.words:
            self.check_in = self.check_in.saying(words)
            self._pause.touch()
            self.state_changed.emit(_("Writing…"))

    def delete(self) -> None:
        """Remove the check-in."""
        self.flush()
        if self.is_stored:
            self._undo.push(*self._journal.delete(self.check_in))
        self.begin(TimePoint.ANY_TIME, None)

    def flush(self) -> None:
        """Save now what is still waiting."""
        self._pause.flush()

    def _note(self, effect: str) -> EffectNote:
        return self.check_in.effect(effect) or EffectNote(effect=effect)

    def _take(self, check_in: CheckIn) -> None:
        self.check_in = check_in
        self._pause.flush()
        self._keep()
        self.changed.emit(self.check_in)

    def _show(self, check_in: CheckIn) -> None:
        self.check_in = check_in
        self.changed.emit(check_in)

    @Slot()
    def _keep(self) -> None:
        if self.is_stored or not self.check_in.is_empty:
            typed = self.check_in
            kept = self._journal.keep(typed, sender=self, over=self._over)
            self.check_in = self._over = kept
            self.is_stored = True
            if not kept.says_the_same(typed):
                self.changed.emit(kept)

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.JOURNAL and self.is_stored and not self._pause.is_waiting:
            self._take_over()
        if kind is Kind.SAVING and not self._pause.is_waiting:
            self.state_changed.emit(self._saving.sentence)

    def _take_over(self) -> None:
        """Show what others made of this check-in, in an editor or on another computer."""
        stored = self._journal.find(self.check_in.id, self.check_in.day)
        if isinstance(stored, CheckIn) and not stored.says_the_same(self.check_in):
            self._over = stored
            self._show(stored)
