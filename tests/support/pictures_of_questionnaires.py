"""Pictures of PHQ-9 and GAD-7: to choose, to answer, whom to call, and what was answered."""

from msgspec.structs import replace

from app.domain.preferences import Age, Purpose
from app.domain.questionnaire import QuestionnaireName
from app.domain.scoring import SCORED
from app.ui.route import Route
from tests.support.full_day import PHQ_ID
from tests.support.pictures import Studio, settle, studio


def questionnaire_states(wanted: tuple[str, ...]) -> None:
    """From the first question to the last, and the card in between."""
    with studio(wanted) as room:
        room.take("questionnaires-empty", Route("questionnaires"))
        room.fill()
        change = Route("questionnaire", room.routes["questionnaire-answers"].argument)
        change = Route("questionnaire", f"change:{change.argument.removeprefix('open:')}")
        room.take("questionnaire-first", Route("questionnaire", "go:phq_9"))
        _answer(room, 2)
        room.take("questionnaire-third", Route("questionnaire", "go:phq_9"))
        room.take("questionnaires-under-way", Route("questionnaires"))
        _answer(room, 7)
        room.take("questionnaire-eighth", Route("questionnaire", "go:phq_9"))
        room.take("questionnaire-answers-part", Route("questionnaire_answers"))
        _answer(room, 9)
        room.take("questionnaire-last", Route("questionnaire", "go:phq_9"))
        room.take("questionnaire-changed", change)
        room.take("questionnaire-answers-end", room.routes["questionnaire-answers"], end=True)
        _profiles(room)


def _answer(room: Studio, count: int) -> None:
    """Have the first *count* questions of today's PHQ-9 answered."""
    program = room.desktop.program
    phq = program.questionnaires.begin(QuestionnaireName.PHQ_9)
    if phq is None or phq.id == PHQ_ID:
        raise RuntimeError("it is not open")
    for place, question in enumerate(SCORED[phq.name][:count]):
        phq = phq.answered(question, place % 3)
    program.journal.keep(phq)
    settle()


def _profiles(room: Studio) -> None:
    """Take the pages of those who are asked otherwise, and of those who have no numbers."""
    preferences = room.desktop.program.preferences
    before = preferences.profile
    preferences.keep_profile(replace(before, purpose=Purpose.PAIN))
    room.take("questionnaires-pain", Route("questionnaires"))
    preferences.keep_profile(replace(before, age=Age.UNDER_18))
    room.take("questionnaires-under-18", Route("questionnaires"))
    preferences.keep_profile(replace(before, country="ZZ", people=()))
    room.take("crisis-elsewhere", Route("crisis"))
    preferences.keep_profile(before)
