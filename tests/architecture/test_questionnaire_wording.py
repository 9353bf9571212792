"""PHQ-9 and GAD-7, word for word: what was published is kept here a second time, by hand.

A changed word makes another questionnaire of it, whose scores mean nothing.
"""

import re

import pytest

from app.domain.questionnaire import QuestionnaireName
from app.domain.scoring import SCORED, SELF_HARM, Band
from app.services.content import Content

WORDS = Content().questionnaires
QUOTED = "phq_and_gad"

STEM = "Over the last 2 weeks, how often have you been bothered by any of the following problems?"
NOTICE = (
    "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with "
    "an educational grant from Pfizer Inc. No permission required to reproduce, translate, "
    "display or distribute."
)
ANSWERS = [
    (0, "Not at all", "LA6568-5"),
    (1, "Several days", "LA6569-3"),
    (2, "More than half the days", "LA6570-1"),
    (3, "Nearly every day", "LA6571-9"),
]
PHQ_9 = [
    ("little_interest", "Little interest or pleasure in doing things", "44250-9"),
    ("feeling_down", "Feeling down, depressed, or hopeless", "44255-8"),
    ("sleep", "Trouble falling or staying asleep, or sleeping too much", "44259-0"),
    ("energy", "Feeling tired or having little energy", "44254-1"),
    ("appetite", "Poor appetite or overeating", "44251-7"),
    (
        "self_worth",
        (
            "Feeling bad about yourself — or that you are a failure or have let yourself or your "
            "family down"
        ),
        "44258-2",
    ),
    (
        "concentration",
        "Trouble concentrating on things, such as reading the newspaper or watching television",
        "44252-5",
    ),
    (
        "movement",
        (
            "Moving or speaking so slowly that other people could have noticed? Or the opposite — "
            "being so fidgety or restless that you have been moving around a lot more than usual"
        ),
        "44253-3",
    ),
    (
        "self_harm",
        "Thoughts that you would be better off dead or of hurting yourself in some way",
        "44260-8",
    ),
    (
        "difficulty",
        (
            "If you checked off any problems, how difficult have these problems made it for you to "
            "do your work, take care of things at home, or get along with other people?"
        ),
        "69722-7",
    ),
]
DIFFICULTY = [
    (0, "Not difficult at all", ""),
    (1, "Somewhat difficult", ""),
    (2, "Very difficult", ""),
    (3, "Extremely difficult", ""),
]
GAD_7 = [
    ("nervous", "Feeling nervous, anxious or on edge", "69725-0"),
    ("no_control", "Not being able to stop or control worrying", "68509-9"),
    ("worry", "Worrying too much about different things", "69733-4"),
    ("relax", "Trouble relaxing", "69734-2"),
    ("restless", "Being so restless that it is hard to sit still", "69735-9"),
    ("irritable", "Becoming easily annoyed or irritable", "69689-8"),
    ("afraid", "Feeling afraid as if something awful might happen", "69736-7"),
]
CODES = {
    QuestionnaireName.PHQ_9: ("44249-1", "44261-6"),
    QuestionnaireName.GAD_7: ("69737-5", "70274-6"),
}
OURS = {
    "thanks": "Thank you for being honest.",
    "talk_to_someone": "Many people here have such thoughts. You can talk to someone now.",
    "answers_kept": "Your answers are kept.",
    "screening_score": "A screening score to talk over with your clinician.",
    "no_total": "If one is left out, there is no total.",
    "how_often": "Both ask about the last 2 weeks. So at least 7 days lie between two, better 14.",
    "for_adults": "These forms are for adults.",
    "only_if_asked": (
        "You come for pain, so nobody asks you to fill these in. You can if you like."
    ),
}
VERDICT = re.compile(
    r"\b(you (have|are|suffer)|depress\w*|disorder|worse|improv\w*|normal|risen|fallen)\b",
    re.IGNORECASE,
)
"""Words of somebody who says what a score means."""


@pytest.mark.parametrize(
    ("name", "wanted"), [(QuestionnaireName.PHQ_9, PHQ_9), (QuestionnaireName.GAD_7, GAD_7)]
)
def test_every_question_stands_as_it_was_published(
    name: QuestionnaireName, wanted: list[tuple[str, str, str]]
) -> None:
    """In its order, with its code; what counts are the questions of the program."""
    form = WORDS.form(name)

    assert [(one.id, one.text, one.loinc) for one in form.asked] == wanted
    assert tuple(one.id for one in form.questions) == SCORED[name]
    assert (form.loinc, form.total_loinc) == CODES[name]


def test_the_stem_the_answers_and_the_notice_stand_as_they_were_published() -> None:
    """The same four answers for every question, and four of its own for the last."""
    difficulty = WORDS.form(QuestionnaireName.PHQ_9).unscored
    assert difficulty is not None

    assert WORDS.stem.text == STEM
    assert WORDS.notice.text == NOTICE
    for form in WORDS.forms:
        for question in form.questions:
            options = WORDS.options(question)
            assert [(one.value, one.text, one.loinc) for one in options] == ANSWERS
    options = WORDS.options(difficulty)
    assert [(one.value, one.text, one.loinc) for one in options] == DIFFICULTY
    assert WORDS.form(QuestionnaireName.GAD_7).unscored is None


def test_each_band_has_its_one_name() -> None:
    """The one that was given to it, and no kinder or harder one."""
    assert {band: WORDS.band(band) for band in Band} == {
        Band.MINIMAL: "minimal",
        Band.MILD: "mild",
        Band.MODERATE: "moderate",
        Band.MODERATELY_SEVERE: "moderately severe",
        Band.SEVERE: "severe",
    }


def test_what_is_quoted_says_so_and_the_rest_is_ours() -> None:
    """Only what was published is left out where the reading age is measured."""
    asked = [question for form in WORDS.forms for question in form.asked]
    answers = [*WORDS.answers, *(option for question in asked for option in question.answers)]
    quoted = [
        *(one.source for one in (WORDS.stem, WORDS.notice, *WORDS.bands)),
        *(one.source for one in asked),
        *(one.source for one in answers),
    ]

    assert set(quoted) == {QUOTED}
    assert QUOTED not in {one.source for one in WORDS.sentences}


def test_the_words_around_them_stand_as_they_were_agreed() -> None:
    """Above all those of the card, and those beside a total; none of them is a verdict."""
    assert {one.id: WORDS.sentence(one.id) for one in WORDS.sentences} == OURS
    assert not [text for text in OURS.values() if VERDICT.search(text)]


def test_the_question_that_shows_whom_to_call_is_the_last_that_counts() -> None:
    """Question nine, by its own code."""
    (*_others, last) = WORDS.form(QuestionnaireName.PHQ_9).questions

    assert (last.id, last.loinc) == (SELF_HARM, "44260-8")
