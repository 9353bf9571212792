"""What was kept of Anna's second infusion: five check-ins, a session, two questionnaires, words."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from msgspec.structs import replace

from app.domain.calm_phases import PhaseKind, PhaseRun
from app.domain.calm_session import CalmSession, SessionEnd
from app.domain.check_in import CheckIn, Ratings, TimePoint, Told, Vitals
from app.domain.effects import Began, Bother, EffectNote, Lasted, Severity
from app.domain.infusion import Infusion, Outcome
from app.domain.journal import Day
from app.domain.questionnaire import Answer, Questionnaire, QuestionnaireName
from app.domain.reflection import Holds, LookBack, Reflection
from app.domain.scoring import SCORED, SELF_HARM
from app.domain.visit_record import VisitRecord, gathered
from tests.support import papers

ON: Final = date(2026, 11, 16)
NOW: Final = datetime(2026, 11, 29, 9, tzinfo=UTC)
WORDS: Final = "The rain helped me more than the music"
QUESTIONS: Final = tuple(one for one in SCORED[QuestionnaireName.PHQ_9] if one != SELF_HARM)


def at(day: int, hour: int = 15, minute: int = 0) -> datetime:
    """Return a moment *day* days after the infusion."""
    return datetime(2026, 11, 16, hour, minute, tzinfo=UTC) + timedelta(days=day)


def infusion(**said: object) -> Infusion:
    """Return the infusion, with *said* in the place of what is usual."""
    usual: dict[str, object] = {
        "id": "2026-11-16-b2c",
        "date": ON,
        "number": 2,
        "outcome": Outcome.WENT_AHEAD,
        "ended": at(0, 14, 45),
    }
    return papers.infusion(**{**usual, **said})


def check_in(point: TimePoint, moment: datetime, **said: Any) -> CheckIn:
    """Return a check-in of the infusion."""
    usual: dict[str, Any] = {
        "id": f"{point.value}-{moment:%d%H%M}",
        "created": moment,
        "changed": moment,
        "at": moment,
        "time_point": point,
        "infusion": "2026-11-16-b2c",
    }
    return CheckIn(**{**usual, **said})


def note(effect: str, severity: Severity | None = None, **said: Any) -> EffectNote:
    """Return what was said of *effect*."""
    return EffectNote(effect=effect, severity=severity, **said)


def session(**said: Any) -> CalmSession:
    """Return the session of the day: 42 minutes of it for the infusion."""
    phases = (
        PhaseRun(kind=PhaseKind.SETTLE, planned_minutes=5, seconds=300),
        PhaseRun(kind=PhaseKind.INFUSION, planned_minutes=40, seconds=42 * 60 + 20),
    )
    usual: dict[str, Any] = {
        "id": "calm2345",
        "created": at(0, 13),
        "changed": at(0, 15),
        "started": at(0, 13, 50),
        "ended": at(0, 14, 50),
        "planned_minutes": 60,
        "minutes": 47,
        "pattern": "coherent",
        "end": SessionEnd.ENDED_EARLY,
        "phases": phases,
    }
    return CalmSession(**{**usual, **said})


def phq_9(moment: datetime, *, item_9: int | None = 0, others: int = 8) -> Questionnaire:
    """Return a PHQ-9: 2 to so many of the *others*, and *item_9*; total 16 without that."""
    answers = [Answer(question=one, answer=2) for one in QUESTIONS[:others]]
    if item_9 is not None:
        answers.append(Answer(question=SELF_HARM, answer=item_9))
    answers.append(Answer(question="difficulty", answer=1))
    return questionnaire(QuestionnaireName.PHQ_9, moment, answers)


def gad_7(moment: datetime, answered: int = 7) -> Questionnaire:
    """Return a GAD-7 with 1 to so many questions."""
    asked = SCORED[QuestionnaireName.GAD_7][:answered]
    answers = [Answer(question=question, answer=1) for question in asked]
    return questionnaire(QuestionnaireName.GAD_7, moment, answers)


def questionnaire(
    name: QuestionnaireName, moment: datetime, answers: Iterable[Answer]
) -> Questionnaire:
    """Return a finished questionnaire."""
    return Questionnaire(
        id=f"{name.value}-{moment:%d%H}",
        created=moment,
        changed=moment,
        at=moment,
        name=name,
        answers=tuple(answers),
        finished=moment,
    )


def reflection(moment: datetime, **said: Any) -> Reflection:
    """Return a reflection on the infusion."""
    usual: dict[str, Any] = {
        "id": f"reflect-{moment:%d%H}",
        "created": moment,
        "changed": moment,
        "at": moment,
        "infusion": "2026-11-16-b2c",
    }
    return Reflection(**{**usual, **said})


def usual_check_ins() -> tuple[CheckIn, ...]:
    """Return the check-ins of the whole ladder, the last with "None of these"."""
    mild, moderate = Severity.MILD, Severity.MODERATE
    return (
        check_in(
            TimePoint.STRAIGHT_AFTER,
            at(0),
            effects=(
                note("nausea", moderate, began=Began.SOON_AFTER, lasted=Lasted.AN_HOUR),
                note("dizziness", moderate, helped="Closing my eyes"),
                note("dissociation", moderate, bothered=Bother.A_LITTLE),
                note("Cold hands"),
            ),
            told_high_pressure=Told.NO,
            vitals=Vitals(systolic=142, diastolic=88, pulse=91),
        ),
        check_in(
            TimePoint.TWO_HOURS,
            at(0, 17),
            effects=(note("nausea", mild), note("drowsiness", moderate)),
        ),
        check_in(
            TimePoint.NEXT_MORNING,
            at(1, 8),
            effects=(note("trouble_sleeping", moderate, still_there=False),),
            ratings=Ratings(mood=5, anxiety=6, pain=2, sleep=4),
            words=WORDS,
        ),
        check_in(
            TimePoint.DAY_3,
            at(3, 9),
            effects=(note("trouble_sleeping", mild),),
            ratings=Ratings(mood=4, anxiety=5, sleep=6),
        ),
        check_in(
            TimePoint.DAY_7,
            at(7, 9),
            none_of_these=True,
            ratings=Ratings(mood=6, anxiety=5, pain=1, sleep=6, energy=4),
        ),
    )


def usual_days(*more: CheckIn) -> tuple[Day, ...]:
    """Return the days around the infusion, and *more* check-ins."""
    reflections = (
        reflection(at(-1, 20), intention="To be kind to myself"),
        reflection(
            at(1, 10),
            during="A long blue hall",
            after="It was quiet there",
            look_back=LookBack(at=at(2), holds=Holds.YES, words="Still quiet"),
        ),
    )
    return (
        Day(reflections=reflections[:1]),
        Day(check_ins=usual_check_ins()[:2], calm_sessions=(session(),)),
        Day(check_ins=(*usual_check_ins()[2:], *more), reflections=reflections[1:]),
        Day(questionnaires=(phq_9(at(7, 9)), gad_7(at(7, 10)))),
    )


def record(*days: Day, of: Infusion | None = None) -> VisitRecord:
    """Return what *days* hold of the infusion; without any, the usual ones."""
    return gathered(of or infusion(), days or usual_days(), NOW)


def of(*check_ins: CheckIn) -> VisitRecord:
    """Return the record of *check_ins* alone."""
    return record(Day(check_ins=check_ins))


def record_of(planned: Infusion) -> VisitRecord:
    """Return the usual record as that of another infusion, with its words in every place.

    Where that infusion has long notes, everything the patient can type is as long.
    """
    typed = planned.notes if len(planned.notes) > len(WORDS) else ""
    more = check_in(
        TimePoint.ANY_TIME,
        at(2),
        effects=(note(f"Own {typed}", Severity.SEVERE, helped=typed), note("Own\ntoo")),
        words=typed,
    )
    days = usual_days(more) if typed or planned.notes else (Day(),)
    own = replace(planned, outcome=Outcome.WENT_AHEAD, helped=typed, hurt=typed)
    return replace(record(*days), infusion=own)
