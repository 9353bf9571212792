"""What the tests of the questionnaires have in common: answering, and looking at what is kept."""

from PySide6.QtCore import Qt

from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.scoring import SCORED
from tests.support.seat import Seat

PHQ_9, GAD_7 = QuestionnaireName.PHQ_9, QuestionnaireName.GAD_7

MOMENT = 0.5
"""Seconds: longer than what is pressed by mistake is ignored for."""


class Reader(Seat):
    """Reads for a moment before each click and key."""

    def click(self, name: str) -> None:
        """Wait a moment, and click the middle of the widget *name*."""
        self.clock.advance(seconds=MOMENT)
        super().click(name)

    def press(self, key: Qt.Key) -> None:
        """Wait a moment, and press *key* wherever the keyboard is."""
        self.clock.advance(seconds=MOMENT)
        super().press(key)

    def press_too_often(self, key: Qt.Key) -> None:
        """Press *key* again before anything could be read."""
        super().press(key)


def kept(seat: Seat) -> list[Questionnaire]:
    """Return the questionnaires of today."""
    return list(seat.desktop.program.journal.day(seat.clock.now().date()).questionnaires)


def only(seat: Seat) -> Questionnaire:
    """Return the one questionnaire of today."""
    (questionnaire,) = kept(seat)
    return questionnaire


def answer(seat: Seat, *values: int) -> None:
    """Answer the next questions by mouse."""
    for value in values:
        seat.click(f"answer:{value}")


def filled(seat: Seat, *values: int, days_ago: int = 0, finished: bool = True) -> Questionnaire:
    """Keep a PHQ-9 with the first answers *values*, without the window."""
    program = seat.desktop.program
    seat.clock.jump(days=-days_ago)
    record = program.questionnaires.begin(PHQ_9)
    assert record is not None
    for question, value in zip(SCORED[PHQ_9], values, strict=False):
        record = record.answered(question, value)
    if finished:
        record = record.finished_at(seat.clock.now())
    stored = program.journal.keep(record)
    seat.clock.jump(days=days_ago)
    seat.settle()
    return stored


def stored(seat: Seat, questionnaire: Questionnaire) -> Questionnaire:
    """Return *questionnaire* as it is kept now."""
    found = seat.desktop.program.journal.find(questionnaire.id, questionnaire.day)
    assert isinstance(found, Questionnaire)
    return found


def opened(questionnaire: Questionnaire) -> str:
    """Return the argument that opens *questionnaire*."""
    return f"open:{questionnaire.day.isoformat()}:{questionnaire.id}"


def changing(questionnaire: Questionnaire) -> str:
    """Return the argument that changes *questionnaire*, from its first question on."""
    return f"change:{opened(questionnaire)}"
