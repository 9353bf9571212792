"""Pictures of the journal: days, what is found, what is not, and one infusion."""

from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from app.domain.check_in import TimePoint
from app.domain.effects import EffectNote, Severity
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Holds, LookBack, Reflection
from app.ui.route import Route
from tests.support.picture_acts import Press
from tests.support.pictures import Studio, studio

OLD_WORDS = "Walked to the river and back. The music carried me."


def history_states(wanted: tuple[str, ...]) -> None:
    """The journal of some weeks."""
    with studio(wanted) as room:
        room.fill()
        past = _live(room)
        journal = Route("journal")
        room.take("history", journal, Press(room, "journal:newest"))
        room.take("history-focus", journal, _Walk(room))
        room.take("history-found", journal, _Search(room, "e"))
        room.take("history-filters", journal, _Search(room, "river", more=True))
        room.take("history-nothing", journal, _Search(room, "zebra"))
        room.take("by-infusion", Route("by_infusion"))
        room.take("infusion-story", Route("infusion_story", past))
        room.take("infusion-story-end", Route("infusion_story", past), end=True)


def _live(room: Studio) -> str:
    """Write entries of every kind over some weeks; return the id of the last infusion."""
    program, now = room.desktop.program, room.clock.now()
    past = next(one for one in program.infusions.recent() if one.date < now.date())
    for days in (1, 2, 4, 5, 9, 10, 10, 16, 17, 17, 17, 400):
        draft = program.journal.draft(TimePoint.ANY_TIME, None)
        note = EffectNote(effect="nausea", severity=list(Severity)[days % 3])
        at = draft.at - timedelta(days=days, hours=days % 5)
        program.journal.keep(replace(draft, at=at, effects=(note,), words=OLD_WORDS))
    early = now - timedelta(hours=2)
    words = Reflection(id="refl2345", created=now, changed=now, at=early, infusion=past.id)
    later = LookBack(at=now, holds=Holds.YES)
    program.journal.keep(words.recalling("I was not afraid of it.").looked_back_on(later))
    phq = QuestionnaireName.PHQ_9
    asked = Questionnaire(id="ques2345", created=now, changed=now, at=now, name=phq)
    program.journal.keep(asked.answered("little_interest", 1))
    skipped = program.journal.draft(TimePoint.STRAIGHT_AFTER, past.id)
    program.journal.keep(replace(skipped, at=now - timedelta(days=1)).skipping(said=True))
    return past.id


class _Search:
    """Types words into the field, with the filters unfolded or folded."""

    def __init__(self, room: Studio, words: str, *, more: bool = False) -> None:
        self._room = room
        self._words = words
        self._more = more

    def __call__(self) -> None:
        """Type them; a day that is none yet shows what is said of it."""
        window = self._room.desktop.window
        for name, text in (("journal:search", self._words), ("journal:from", "last spring")):
            field = window.findChild(QLineEdit, name)
            if field is not None and (name == "journal:search" or self._more):
                field.setText(text)
                field.textEdited.emit(text)
        fold = window.findChild(QAbstractButton, "journal:more")
        start = window.findChild(QLineEdit, "journal:from")
        if fold is not None and start is not None and start.isVisible() is not self._more:
            fold.click()
        self._press(Qt.Key.Key_Down)

    def _press(self, key: Qt.Key) -> None:
        field = self._room.desktop.window.findChild(QLineEdit, "journal:search")
        if field is not None:
            QTest.keyClick(field, key)


class _Walk:
    """Lets the ring be seen on a day of the calendar."""

    def __init__(self, room: Studio) -> None:
        self._room = room

    def __call__(self) -> None:
        """Walk a week back."""
        days = self._room.desktop.window.findChildren(QAbstractButton)
        stops: list[QAbstractButton] = [
            day
            for day in days
            if day.objectName().startswith("day:") and day.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for day in stops:
            if day.isVisible():
                day.setFocus(Qt.FocusReason.TabFocusReason)
                _press(Qt.Key.Key_Up)


def _press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        QTest.keyClick(focused, key)
