"""One check-in while it is written."""

from datetime import date, datetime
from functools import partial
from operator import methodcaller
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.check_in import Bothering, CheckIn, Rating, TimePoint, Told, Vitals
from app.domain.clock import Clock
from app.domain.effects import EffectNote
from app.domain.evening import evening_of
from app.domain.follow_up import tomorrow
from app.domain.infusion import Infusion, Outcome
from app.domain.wall_time import zone_here
from app.domain.when import Unlikely, told, unlikely
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.entry_address import check_in_at
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.offered_effects import offered_effects
from app.services.open_entry import OpenEntry
from app.services.saving import Saving
from app.services.taken_off import taken_off
from app.ui.dates import day_name, time_name
from app.ui.pause import TypingPause
from app.ui.undo import UndoStack

_ASKED_FOR: Final = frozenset(TimePoint) - {TimePoint.BEFORE, TimePoint.ANY_TIME}
"""What Today asks for, after an infusion."""

_NEWEST: Final = 6
"""From how many infusions to choose."""


def _at(at: datetime, check_in: CheckIn) -> CheckIn:
    return check_in.belonging(at, check_in.time_point, check_in.infusion)


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
        clock: Clock,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._infusions = infusions
        self._saving = saving
        self._clock = clock
        self._undo = undo
        draft = journal.draft(TimePoint.ANY_TIME, None)
        self._open = OpenEntry(journal, self, draft, is_stored=False)
        self._pause = TypingPause(self)
        self._pause.due.connect(self._keep)
        undo.asked.connect(self.flush)
        changes.listen(self, self._hear)

    @property
    def check_in(self) -> CheckIn:
        """What is shown."""
        return self._open.entry

    @property
    def is_stored(self) -> bool:
        """Whether anything of it was kept."""
        return self._open.is_stored

    @property
    def infusion(self) -> Infusion | None:
        """The infusion that the check-in belongs to."""
        return self._infusions.get(self.check_in.infusion) if self.check_in.infusion else None

    @property
    def versions(self) -> int:
        """How many earlier versions the check-in has that say something else than now."""
        return self._open.versions

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids of the effects to offer, in the order of the screen."""
        return offered_effects(self.check_in, self._infusions)

    @property
    def infusions(self) -> tuple[Infusion, ...]:
        """The infusions that the check-in can belong to, newest first, its own among them."""
        newest = [
            one for one in self._infusions.newest(_NEWEST) if one.outcome is not Outcome.CANCELLED
        ]
        own = self.infusion
        return tuple(newest if own is None or own in newest else [*newest, own])

    @property
    def can_be_put_off(self) -> bool:
        """Whether "Ask me tomorrow" is an answer: it was asked for, and not put off so far.

        What was filled in on an earlier day is over; nobody asks for it again.
        """
        check_in, now = self.check_in, self._clock.now()
        was_asked = check_in.infusion is not None and check_in.time_point in _ASKED_FOR
        waits = check_in.ask_again_on is not None or not check_in.says_something
        is_of_today = evening_of(check_in.at) == evening_of(now)
        return was_asked and (waits or is_of_today) and check_in.ask_again_on != tomorrow(now)

    @property
    def can_be_skipped(self) -> bool:
        """Whether "Skip this one" is an answer: it was asked for, and nothing is said yet."""
        check_in = self.check_in
        was_asked = check_in.infusion is not None and check_in.time_point in _ASKED_FOR
        return was_asked and not (check_in.skipped or check_in.says_something)

    def arrive(self, argument: str) -> None:
        """Begin or open the check-in at the address *argument*; see ``check_in_at``."""
        self.flush()
        found, is_stored = check_in_at(argument, self._journal)
        self._open = OpenEntry(self._journal, self, found, is_stored=is_stored)
        self.changed.emit(found)

    def say_if_bothered(self, bothering: Bothering | None) -> None:
        """Answer "Is anything bothering you?", or take the answer back."""
        self._take(self.check_in.bothered(bothering))

    def notice(self, effect: str, noticed: bool) -> None:
        """Note that *effect* was noticed, or take that back."""
        check_in = self.check_in
        self._take_noticed(check_in.noticed(effect) if noticed else check_in.not_noticed(effect))

    def say_none(self, said: bool) -> None:
        """Note that none of the effects was noticed, or take that back."""
        self._take_noticed(self.check_in.none_noticed(said=said))

    def note(self, note: EffectNote) -> None:
        """Take *note* as what is said of its effect."""
        self._take(self.check_in.noted(note))

    def write_note(self, note: EffectNote) -> None:
        """Take *note* while it is typed; it reaches the disk after a pause."""
        self._write(self.check_in.noted(note))

    def rate(self, rating: Rating, score: int | None) -> None:
        """Answer *rating*, or take the answer back."""
        self._take(self.check_in.rated(rating, score))

    def tell(self, told: Told | None) -> None:
        """Answer whether blood pressure was called high, or take the answer back."""
        self._take(self.check_in.told(told))

    def measure(self, vitals: Vitals) -> None:
        """Take *vitals* while they are typed; they reach the disk after a pause."""
        self._write(self.check_in.measured(vitals))

    def write(self, words: str) -> None:
        """Take *words*; they reach the disk after a pause."""
        if words != self.check_in.words:
            self._write(self.check_in.saying(words))

    def move(self, day: date, wall_time: str) -> Unlikely | None:
        """Let it have been on *day* at *wall_time*; return why that cannot be, if it cannot."""
        before = self.check_in
        at = told(before.at, day, wall_time, zone_here(self._clock))
        refusal = unlikely(at, self._clock.now())
        if refusal is None and at != before.at:
            self._take(_at(at, before))
            if self.is_stored:
                when = {"day": day_name(at.date()), "time": time_name(at)}
                text = _("Moved to {day}, {time}.").format(**when)
                back = partial(_at, before.at)
                self._undo.push(*self._journal.way_back(text, self.check_in, back))
        return refusal

    def assign(self, time_point: TimePoint, infusion: str | None) -> None:
        """Let it be the one for *time_point*, of this *infusion* or of none."""
        self._take(self.check_in.belonging(self.check_in.at, time_point, infusion))

    def ask_tomorrow(self) -> None:
        """Have it asked for again tomorrow, instead of the rest."""
        later = self.check_in.put_off(tomorrow(self._clock.now()))
        self._answer_instead(later, _("You will be asked again tomorrow."))

    def skip(self) -> None:
        """Leave it out for good."""
        self._answer_instead(self.check_in.skipping(said=True), _("This check-in is skipped."))

    def finish(self) -> None:
        """Have it asked for no more."""
        if self.check_in.ask_again_on is not None:
            self._take(self.check_in.put_off(None))

    def delete(self) -> None:
        """Remove the check-in."""
        self.flush()
        step = self._open.delete()
        if step is not None:
            self._undo.push(*step)
        self.arrive("")

    @Slot()
    def flush(self) -> None:
        """Save now what is still waiting."""
        self._pause.flush()

    def _answer_instead(self, answered: CheckIn, text: str) -> None:
        """Keep what was answered instead of the rest, with a way back to what it was."""
        before = self.check_in
        self._take(answered)
        if before.skipped:
            back = methodcaller("skipping", said=True)
        else:
            back = methodcaller("put_off", before.ask_again_on)
        self._undo.push(*self._journal.way_back(text, self.check_in, back))

    def _take_noticed(self, check_in: CheckIn) -> None:
        """Take other effects; what was said of one that goes has a way back."""
        gone = [note for note in self.check_in.effects if check_in.effect(note.effect) is None]
        self._take(check_in)
        step = taken_off(self._journal, self.check_in, gone)
        if step is not None:
            self._undo.push(*step)

    def _write(self, check_in: CheckIn) -> None:
        self._open.entry = check_in
        self._pause.touch()
        self.state_changed.emit(_("Writing…"))

    def _take(self, check_in: CheckIn) -> None:
        self._open.entry = check_in
        self._pause.flush()
        self._keep()
        self.changed.emit(self.check_in)

    @Slot()
    def _keep(self) -> None:
        if self.check_in.is_empty and not self.is_stored:
            return
        # Not cleaned, our own words would not be those in the file.
        if self._open.keep(self.check_in.cleaned().unskipped()):
            self.changed.emit(self.check_in)

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.JOURNAL and not self._pause.is_waiting and self._open.look_again():
            self.changed.emit(self.check_in)
        if kind is Kind.SAVING and not self._pause.is_waiting:
            self.state_changed.emit(self._saving.sentence)
