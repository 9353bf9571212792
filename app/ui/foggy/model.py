"""A check-in in three taps: which question comes next, and every answer kept at once."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.check_in import Bothering, CheckIn, TimePoint
from app.domain.clock import Clock
from app.domain.effects import EffectNote, Severity
from app.domain.follow_up import tomorrow
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.services.entry_address import check_in_at
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.offered_effects import offered_effects
from app.services.open_entry import OpenEntry
from app.services.saving import SaveState, Saving
from app.services.taken_off import taken_off
from app.ui.foggy.screens import Screen, Step
from app.ui.undo import UndoStack


class FoggyModel(QObject):
    """Holds one check-in and the way through its questions. Nothing is filled in.

    Nothing is stored before the first answer; going back shows what was answered, to change it.
    """

    moved = Signal()
    """Another screen is shown."""
    changed = Signal()
    """What is kept, or how it stands with saving, has changed; the screen is the same."""

    def __init__(
        self,
        *,
        journal: Journal,
        infusions: Infusions,
        content: Content,
        saving: Saving,
        changes: Changes,
        clock: Clock,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._infusions = infusions
        self._content = content
        self._saving = saving
        self._clock = clock
        self._undo = undo
        draft = journal.draft(TimePoint.ANY_TIME, None)
        self._open = OpenEntry(journal, self, draft, is_stored=False)
        self._before: list[Screen] = []
        self._left_out: set[str] = set()
        self._tapped_off: dict[str, EffectNote] = {}
        """What was said of the effects that were tapped off here: the next tap says it again."""
        self._offered: tuple[str, ...] = ()
        self._own: tuple[str, ...] = ()
        self.screen = Screen(step=Step.SOMEONE)
        changes.listen(self, self._hear)

    @property
    def check_in(self) -> CheckIn:
        """What is answered."""
        return self._open.entry

    @property
    def is_stored(self) -> bool:
        """Whether anything was kept yet."""
        return self._open.is_stored

    @property
    def state(self) -> SaveState:
        """How it stands with saving."""
        return self._saving.state

    @property
    def can_go_back(self) -> bool:
        """Whether there was a question before this one."""
        return bool(self._before)

    @property
    def is_asked_again(self) -> bool:
        """Whether anybody asks again tomorrow: that is done after an infusion only."""
        return self.check_in.infusion is not None

    @property
    def effects(self) -> tuple[str, ...]:
        """The effects to tap: those offered now, and whatever else was noted before."""
        return (*self._offered, *self._own)

    def effect_name(self, effect: str) -> str:
        """Return what *effect* is called."""
        return self._content.effect_name(effect)

    def arrive(self, address: str) -> None:
        """Begin or go on with the check-in at *address*, at the first question."""
        found, is_stored = check_in_at(address, self._journal)
        self._open = OpenEntry(self._journal, self, found, is_stored=is_stored)
        self._offered = offered_effects(found, self._infusions)
        noted = (note.effect for note in self.check_in.effects)
        self._own = tuple(effect for effect in noted if effect not in self._offered)
        self._left_out.clear()
        self._tapped_off.clear()
        self._before.clear()
        self.screen = Screen(step=Step.SOMEONE)
        self.moved.emit()

    def need_nobody(self) -> None:
        """Go on: nobody is needed now. That is no answer to keep."""
        self._go(Screen(step=Step.BOTHERING))

    def say(self, bothering: Bothering) -> None:
        """Answer "Is anything bothering you?"."""
        self._keep(self.check_in.bothered(bothering))
        self._go(Screen(step=Step.LAST))

    def tell_more(self) -> None:
        """Go to the effects."""
        self._left_out.clear()
        self._go(Screen(step=Step.EFFECTS))

    def show_from(self, first: int) -> None:
        """Go to the effects from the one at *first* on."""
        self._go(Screen(step=Step.EFFECTS, first=first))

    def notice(self, effect: str) -> None:
        """Note that *effect* was noticed, or take that back; what was said of it comes back too."""
        note = self.check_in.effect(effect)
        if note is None:
            self._keep(self.check_in.with_notes([self._note_of(effect)]))
        else:
            self._tapped_off[effect] = note
            self._keep(self.check_in.not_noticed(effect))
        self.changed.emit()

    def say_how_strong(self, severity: Severity) -> None:
        """Note how strong the effect on the screen was; the first severe one shows whom to call."""
        effect, was_severe = self.screen.effect, self.check_in.any_severe
        note = replace(self._note_of(effect), severity=severity)
        self._keep(self.check_in.noticed(effect).noted(note))
        if self.check_in.any_severe and not was_severe:
            self.read_when_to_call()
        else:
            self.go_on()

    def leave_out(self) -> None:
        """Go on without saying how strong this one was."""
        self._left_out.add(self.screen.effect)
        self.go_on()

    def read_when_to_call(self) -> None:
        """Show whom to call when: the same for everyone."""
        self._go(Screen(step=Step.CALL))

    def go_on(self) -> None:
        """Ask how strong the next effect was; when all are said or left out, that is all."""
        if self.screen.step is Step.CALL and self._before[-1].step is Step.LAST:
            self.go_back()
            return
        for note in self.check_in.effects:
            if note.severity is None and note.effect not in self._left_out:
                self._go(Screen(step=Step.STRENGTH, effect=note.effect))
                return
        self._go(Screen(step=Step.LAST))

    def go_back(self) -> None:
        """Show the question before, with what was answered."""
        if self._before:
            self.screen = self._before.pop()
            self._left_out.discard(self.screen.effect)
            self.moved.emit()

    def finish(self) -> None:
        """Keep that the patient wants to be asked again tomorrow, where somebody will."""
        if self.is_asked_again:
            self._keep(self.check_in.put_off(tomorrow(self._clock.now())))

    def leave(self) -> None:
        """Offer a way back to what was tapped off and stayed so.

        No sooner: what offers it would shift the targets under the finger.
        """
        gone = [
            note
            for effect, note in self._tapped_off.items()
            if self.check_in.effect(effect) is None and note != EffectNote(effect=effect)
        ]
        self._tapped_off.clear()
        step = taken_off(self._journal, self.check_in, gone)
        if step is not None:
            self._undo.push(*step)

    def _note_of(self, effect: str) -> EffectNote:
        """Return what is said of *effect*, or was before it was tapped off here."""
        said = self.check_in.effect(effect) or self._tapped_off.get(effect)
        return said or EffectNote(effect=effect)

    def _go(self, screen: Screen) -> None:
        self._before.append(self.screen)
        self.screen = screen
        self.moved.emit()

    def _keep(self, check_in: CheckIn) -> None:
        self._open.keep(check_in.unskipped())

    def _hear(self, kind: Kind) -> None:
        is_other = kind is Kind.JOURNAL and self._open.look_again()
        if is_other or kind is Kind.SAVING:
            self.changed.emit()
