"""One infusion on paper: what it says, what it counts, and what it must never say."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.domain.calm_session import SessionEnd
from app.domain.check_in import Bothering, CheckIn, Ratings, TimePoint, Told, Vitals
from app.domain.effects import Bother, Lasted, Severity
from app.domain.infusion import InfusionRoute, Outcome
from app.domain.journal import Day
from app.domain.visit_record import VisitRecord
from app.services.documents.html import to_html
from app.services.documents.model import Document, Facts, Table, blocks
from app.services.documents.visit_report import Wish, visit_report
from tests.support import papers, pdf, visits

AFTER, TWO, DAY_3 = TimePoint.STRAIGHT_AFTER, TimePoint.TWO_HOURS, TimePoint.DAY_3
VERDICT = re.compile(
    r"\b(better|worse|improv|risen|fallen|higher|lower|normal|good|bad|mild to|relapse|response"
    r"|remission|minimal|depressi)\w*",
    re.IGNORECASE,
)
"""Words by which a count would become an opinion."""


def made(record: VisitRecord | None = None, **wish: bool) -> Document:
    """Return the page of *record*, or of the usual one."""
    return visit_report(record or visits.record(), Wish(**wish), papers.background())


def said(document: Document) -> str:
    """Return all that *document* says, a text a line."""
    return "\n".join(pdf.texts_of(document))


def tables(document: Document) -> list[dict[str, list[str]]]:
    """Return each table as its rows by name, the dots before the words they belong to."""
    return [
        {row.title: [_shown(cell) for cell in row.cells] for row in block.rows}
        for block in blocks(document)
        if isinstance(block, Table)
    ]


def heads(document: Document) -> list[str]:
    """Return what stands above the columns of every table."""
    return [
        head for block in blocks(document) if isinstance(block, Table) for head in block.columns
    ]


def facts(document: Document) -> dict[str, str]:
    """Return what stands in the box."""
    return {
        fact.label: fact.value
        for block in document.box
        if isinstance(block, Facts)
        for fact in block.others
    }


def one(**answers: Any) -> CheckIn:
    """Return a check-in straight after with *answers*."""
    return visits.check_in(AFTER, visits.at(0), **answers)


def test_each_effect_has_words_and_dots_at_each_time_point() -> None:
    """No "none" but where it was said, and a dash where nothing was answered."""
    effects, _ratings = tables(made())

    assert effects == {
        "Nausea": ["●●○ moderate", "●○○ mild", "–", "–", "none"],
        "Dizziness": ["●●○ moderate", "–", "–", "–", "none"],
        "Drowsiness": ["–", "●●○ moderate", "–", "–", "none"],
        "Trouble sleeping": ["–", "–", "●●○ moderate", "●○○ mild", "none"],
        "Feeling outside your body": ["●●○ moderate", "–", "–", "–", "none"],
        "Cold hands": ["noticed", "–", "–", "–", "–"],
    }


def test_before_the_infusion_there_are_effects_only_where_some_were_noticed() -> None:
    """Ratings of that time stand in their own table either way."""
    before = visits.check_in(TimePoint.BEFORE, visits.at(0, 9), ratings=Ratings(mood=4))
    after = one(effects=(visits.note("nausea", Severity.MILD),))

    calm = tables(made(visits.of(before, after)))
    anxious = replace(before, effects=(visits.note("anxiety"),))
    uneasy = tables(made(visits.of(anxious, after)))

    assert calm[0] == {"Nausea": ["●○○ mild"]}
    assert calm[1]["Mood"] == ["4", "–"]
    assert uneasy[0] == {"Nausea": ["–", "●○○ mild"], "Anxiety": ["noticed", "–"]}


def test_a_severe_effect_has_three_dots_and_is_counted() -> None:
    """The count says of how many; nothing else is said of it."""
    document = made(visits.of(one(effects=(visits.note("nausea", Severity.SEVERE),))))

    assert tables(document)[0]["Nausea"] == ["●●● severe"]
    assert facts(document)["Severe answers"] == "1 of 1"
    assert "severe: 1 of 1 answered" in " ".join(document.foot)


def test_ratings_stand_as_numbers_at_the_same_time_points() -> None:
    """What was not rated is a dash, and nought is a number."""
    _effects, ratings = tables(made())

    assert ratings["Mood"] == ["–", "–", "5", "4", "6"]
    assert ratings["Energy"] == ["–", "–", "–", "–", "4"]
    assert tables(made(visits.of(one(ratings=Ratings(pain=0)))))[0]["Pain"] == ["0"]


def test_what_matters_most_is_in_the_box() -> None:
    """Minutes, counts, and a total that is complete."""
    assert facts(made()) == {
        "Planned, held": "40, 42 min",
        "Answered / asked": "26 of 44",
        "Severe answers": "0 of 7",
        "PHQ-9, 23 Nov": "16 of 27",
    }


def test_the_head_and_the_foot_say_whose_it_is_what_of_and_what_made_it() -> None:
    """And that nobody has reviewed the wording, and that nothing was sent."""
    document = made()

    foot = " ".join(document.foot)
    assert document.title == "Infusion 2 of 6, 16 November 2026"
    assert document.lead == (
        "Anna · Riverside Clinic · went ahead · entries from 16 November 2026 to 23 November 2026"
    )
    assert "made 29 November 2026" in foot
    assert "content version 1 (not yet reviewed by a clinician)" in foot
    assert "answered 26 of 44 asked · severe: 0 of 7 answered" in foot
    assert "written by the patient · free words left out, names of own effects included" in foot
    assert "a screening score to talk over with your clinician" in foot
    assert "It does not reach your clinic." in foot
    assert "alerted" not in said(document)


def test_signed_wording_is_not_called_unreviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a clinician has signed every file."""
    signed = {"content_version": 4, "reviewed_by": "A clinician"}
    monkeypatch.setattr("app.services.review.load", lambda _data: signed)

    foot = " ".join(made().foot)

    assert "content version 4" in foot
    assert "not yet reviewed" not in foot


def test_file_and_title_tell_other_programs_nothing() -> None:
    """A file manager and a print queue are read by anybody."""
    document = made()

    assert document.name == "appointment-2026-11-16-page"
    assert document.neutral_title == "Appointment"


def test_a_name_is_left_out_if_it_is_not_wished_for() -> None:
    """Then it stands nowhere on the page."""
    assert "Anna" in said(made())
    assert "Anna" not in said(made(name=False))


def test_free_words_are_left_out_unless_they_are_wished_for() -> None:
    """Each stands under its date then; the name of an own effect is no free word."""
    words = (
        visits.WORDS,
        "Closing my eyes",
        "To be kind to myself",
        "A long blue hall",
        "It was quiet there",
        "Still quiet",
        papers.INTENTION,
        "Park behind the house",
        "Quiet piano",
    )

    without, document = said(made()), made(words=True)

    assert not [one for one in words if one in without]
    assert "Cold hands" in without
    assert not [one for one in words if one not in said(document)]
    assert "17 November 2026 · Next-morning check-in" in said(document)
    assert "15 November 2026 · Intention" in said(document)
    assert "free words included" in " ".join(document.foot)
    assert "entries from 15 November 2026" in document.lead


def test_no_words_at_all_have_no_heading() -> None:
    """A tick for words where there are none changes nothing but the foot."""
    bare = visits.infusion(intention="", notes="", music="")
    reflection = visits.reflection(visits.at(0), during="A hall")

    assert "own words" not in said(made(visits.record(Day(), of=bare), words=True))
    assert "own words" in said(made(visits.record(Day(reflections=(reflection,))), words=True))


@pytest.mark.parametrize("words", [False, True])
def test_nothing_is_interpreted(words: bool) -> None:
    """Not one word of ours says that something went up, down, well or badly."""
    assert not VERDICT.findall(said(made(words=words)))


def test_item_9_above_0_is_told_in_bold_and_in_the_foot() -> None:
    """Also of a questionnaire that has no total, and with its own date."""
    begun = replace(visits.phq_9(visits.at(2), item_9=1, others=3), finished=None)
    whole = visits.phq_9(visits.at(7), item_9=2)

    document = made(visits.record(Day(questionnaires=(begun, whole))))

    first = "PHQ-9 item 9 was answered above 0 on 18 November 2026. The app alerted nobody."
    second = "PHQ-9 item 9 was answered above 0 on 23 November 2026. The app alerted nobody."
    strong = [
        block
        for block in blocks(document)
        if "item 9" in said_of(block) and "strong" in repr(block).lower()
    ]
    assert [said_of(block) for block in strong] == [first, second]
    assert document.foot[-2:] == (first, second)


def test_a_total_stands_only_with_every_answer() -> None:
    """Otherwise it is said how many there are; the newest PHQ-9 is in the box."""
    days = (
        visits.phq_9(visits.at(1)),
        visits.phq_9(visits.at(5), others=7),
        visits.gad_7(visits.at(6), 5),
        visits.phq_9(visits.at(7), item_9=1),
    )

    document = made(visits.record(Day(questionnaires=days)))

    text = said(document)
    assert "PHQ-9, 17 Nov: 16 of 27, 9 of 9 answered" in text
    assert "PHQ-9, 21 Nov: 8 of 9 answered, so there is no total" in text
    assert "GAD-7, 22 Nov: 5 of 7 answered, so there is no total" in text
    assert facts(document)["PHQ-9, 23 Nov"] == "17 of 27"
    assert "PHQ-9, 17 Nov" not in facts(document)


def test_the_box_has_the_newest_total_there_is() -> None:
    """One that is newer and not complete does not hide it; without a PHQ-9 it is a GAD-7."""
    days = (visits.phq_9(visits.at(1)), visits.phq_9(visits.at(5), others=7))
    gad_7 = (visits.gad_7(visits.at(2)), visits.gad_7(visits.at(4)))

    document = made(visits.record(Day(questionnaires=(*days, *gad_7))))
    other = made(visits.record(Day(questionnaires=gad_7)))

    assert list(facts(document))[3:] == ["PHQ-9, 17 Nov"]
    assert list(facts(other))[3:] == ["GAD-7, 20 Nov"]


def test_the_other_answers_stand_behind_their_time_point() -> None:
    """Told blood pressure, bother, and how an effect began and went on."""
    record = visits.of(
        one(
            told_high_pressure=Told.DONT_KNOW,
            bothering=Bothering.CANNOT_SAY,
            effects=(visits.note("dissociation", bothered=Bother.NO, lasted=Lasted.LONGER),),
        ),
        visits.check_in(
            TimePoint.ANY_TIME,
            visits.at(2),
            told_high_pressure=Told.YES,
            effects=(visits.note("dissociation", bothered=Bother.YES, still_there=True),),
        ),
    )

    text = said(made(record))

    assert (
        "Were you told your blood pressure was high? Straight after: I don't know · "
        "Any time, 18 Nov: yes." in text
    )
    assert "Is anything bothering you? Straight after: I can't say." in text
    assert (
        "Did it bother you? Feeling outside your body (Straight after: no · Any time, 18 Nov: yes)."
        in text
    )
    assert (
        "Feeling outside your body (Straight after: lasted longer than a day · "
        "Any time, 18 Nov: still there)." in text
    )


def test_none_of_these_is_said_in_words_where_there_is_no_table() -> None:
    """Nothing was ticked at any time; the question on blood pressure has no answer."""
    text = said(made(visits.of(one(none_of_these=True))))

    assert "No effect was ticked." in text
    assert "“None of these” was said. Straight after: yes." in text
    assert "Were you told your blood pressure was high? Not answered." in text


def test_readings_stand_as_they_were_written() -> None:
    """Also 80 over 120, and one number of two; no number is judged."""
    record = visits.of(
        one(vitals=Vitals(systolic=80, diastolic=120)),
        visits.check_in(TWO, visits.at(0, 17), vitals=Vitals(diastolic=88, oxygen=97, pulse=0)),
    )

    text = said(made(record))

    assert "Straight after: blood pressure 80 / 120 mmHg" in text
    assert "2 hours: blood pressure – / 88 mmHg · pulse 0 a minute · oxygen 97 percent" in text
    assert "This app does not judge numbers." in text


def test_put_off_skipped_missed_and_repeated_check_ins_are_told_in_words() -> None:
    """Only those made become columns, with their times where there are several."""
    record = visits.of(
        visits.check_in(AFTER, visits.at(0), ask_again_on=date(2026, 11, 17)),
        visits.check_in(TWO, visits.at(0, 17), skipped=True),
        visits.check_in(DAY_3, visits.at(3, 9), effects=(visits.note("nausea"),)),
        visits.check_in(DAY_3, visits.at(3, 18), effects=(visits.note("nausea", Severity.MILD),)),
    )

    document = made(record)

    text = said(document)
    assert tables(document) == [{"Nausea": ["noticed", "●○○ mild"]}]
    assert heads(document) == ["Day 3\n19 Nov, 9:00 AM", "Day 3\n19 Nov, 6:00 PM"]
    assert "Straight after: to be asked again on 17 Nov" in text
    assert "2 hours: skipped" in text
    assert "Next morning: no check-in" in text


def test_only_skipped_check_ins_make_no_table() -> None:
    """It is said that nothing was answered, and nothing was asked."""
    document = made(visits.of(one(skipped=True)))

    assert tables(document) == []
    assert "No check-in was answered." in said(document)
    assert facts(document)["Answered / asked"] == "0 of 0"


def test_an_infusion_of_which_nothing_is_kept_has_a_page() -> None:
    """Its plan, and the time points that were missed."""
    bare = visits.infusion(
        arrive=None, place="", ended=None, outcome=None, route=InfusionRoute.OTHER, number=None
    )
    document = visit_report(
        visits.record(Day(), of=bare), Wish(), papers.background(name="", clinic="")
    )

    assert document.title == "Infusion, 16 November 2026"
    assert document.lead == "no entries"
    assert "another route · 40 min planned" in said(document)
    assert facts(document)["Planned, held"] == "40, – min"


def test_sessions_of_the_day_tell_what_was_planned_and_held() -> None:
    """With the part that was for the infusion, where there was one."""
    plain = visits.session(
        id="calm3456", phases=(), planned_minutes=5, minutes=5, end=SessionEnd.FINISHED
    )

    text = said(made(visits.record(Day(calm_sessions=(visits.session(), plain)))))

    start = "Calm session from 1:50 PM to 2:50 PM: "
    assert f"{start}60 min planned, 47 min held, 42 of them for the infusion, ended early" in text
    assert f"{start}5 min planned, 5 min held, finished" in text
    assert "Arrival planned for 1:30 PM · Riverside Clinic, 2nd floor · IV · 40 min" in text
    assert "ended at 2:45 PM" in text


def test_one_day_is_told_as_one() -> None:
    """And an infusion that was stopped is called so."""
    stopped = visits.infusion(outcome=Outcome.STOPPED_EARLY)
    record = visits.record(Day(check_ins=(one(words="x"),)), of=stopped)

    assert made(record).lead.endswith("stopped early · entries of 16 November 2026")


def test_an_effect_that_nobody_knows_is_shown_under_its_id() -> None:
    """From a later version, or from a file that somebody edited."""
    document = made(visits.of(one(effects=(visits.note("tinnitus_2", Severity.MILD),))))

    assert tables(document)[0] == {"tinnitus_2": ["●○○ mild"]}


def test_many_time_points_stand_in_tables_of_their_own() -> None:
    """So that no column becomes too narrow for its words."""
    days = [
        visits.check_in(TimePoint.ANY_TIME, visits.at(day), effects=(visits.note("nausea"),))
        for day in range(8)
    ]

    document = made(visits.of(*days))

    found = [block for block in blocks(document) if isinstance(block, Table)]
    assert [len(block.columns) for block in found] == [6, 2]
    assert found[1].columns == ("Any time\n22 Nov", "Any time\n23 Nov")


def test_a_name_that_is_longer_than_a_line_stands_in_the_head_alone() -> None:
    """On each page it would leave no room for anything else."""
    long = "Anna " * 100

    document = visit_report(visits.record(), Wish(), papers.background(name=long))

    assert long.strip() in document.lead
    assert "Anna" not in " ".join(document.foot)


def test_words_that_look_like_a_page_stay_words_in_html() -> None:
    """In a reflection, in the name of an effect, and in what helped."""
    evil = "<script>alert(1)</script>\"'><td data-column="
    record = visits.of(one(words=evil, effects=(visits.note(evil, Severity.MILD, helped=evil),)))

    text = to_html(made(record, words=True), language="en", right_to_left=False)

    assert "<script" not in text
    assert text.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 4


def test_a_table_is_read_out_with_its_heads_in_html() -> None:
    """Heads of columns and rows are marked so; dots are for eyes alone."""
    text = to_html(made(), language="en", right_to_left=False)

    assert '<th scope="col" dir="auto">Straight after\n16 Nov</th>' in text
    assert '<th scope="row" dir="auto">Nausea</th>' in text
    assert '<span class="dots" aria-hidden="true">●●○</span> ' in text
    assert 'data-column="Next morning 17 Nov"' in text


def said_of(block: Any) -> str:
    """Return all that *block* says."""
    return "\n".join(pdf.texts_of(block))


def _shown(cell: Any) -> str:
    return "".join(_parts(cell))


def _parts(cell: Any) -> Iterator[str]:
    if cell.dots:
        yield "●" * cell.dots + "○" * (3 - cell.dots) + " "
    yield cell.text
