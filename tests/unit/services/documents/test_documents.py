"""What each document says, and what it must never say."""

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec import Struct, to_builtins
from msgspec.structs import replace
from textstat import flesch_kincaid_grade

from app.domain.checklist import Line
from app.domain.effects import EFFECTS
from app.domain.infusion import Ride
from app.domain.rules import RuleId
from app.services.documents.checklist import checklist
from app.services.documents.companion import companion
from app.services.documents.model import (
    Document,
    Facts,
    Ticks,
    Times,
    WriteIn,
    blocks,
    sections,
)
from app.services.documents.paper_check_in import paper_check_in
from app.services.documents.plan import plan
from app.services.documents.pocket import pocket
from app.services.documents.visit import Visit, visit_of
from tests.support import papers
from tests.support.rules import GENERAL

STAFF_DECIDE = "Clinics differ. Staff decide when you leave."
GENERAL_RULE = "General rule, ask your clinic."
HEALTH = ("ketamine", "infusion", "clinic", "mood", "pain", "depress", "check-in", "health")


def texts(value: object) -> Iterator[str]:
    """Yield every text in a document, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


def words(document: Document) -> str:
    """Return all that *document* says."""
    return "\n".join(texts(to_builtins(document)))


def rows(document: Document) -> dict[str, tuple[str, str]]:
    """Return time and note of each row of the plan by its title."""
    (times,) = (block for block in blocks(document) if isinstance(block, Times))
    return {row.title: (row.time, row.note) for row in times.rows}


def test_the_plan_shows_every_time_with_its_rule_and_whose_rule_it_is() -> None:
    """A time without its rule would be an order from nobody."""
    shown = rows(papers.all_documents()["plan"])

    assert shown["Last solid food and milk"] == (
        "7:30 AM",
        "6 hours before you arrive. From Riverside Clinic.",
    )
    assert shown["Last clear drink"] == (
        "11:30 AM",
        "2 hours before you arrive. General rule, ask your clinic.",
    )
    assert shown["Last alcohol, cannabis or street drugs"][0] == "Sun 1:30 PM"
    assert shown["Leave home"] == ("12:55 PM", "35 minutes on the way, as you planned")
    assert shown["Arrive"][0] == "1:30 PM"
    assert shown["Start"] == ("2:00 PM", "About 40 minutes. Yours may be different.")
    assert shown["Expected end"] == ("2:40 PM", "The end may be earlier or later. Staff decide.")
    assert shown["Rest at the clinic until about now"] == (
        "3:10 PM",
        f"You rest at the clinic for 30 minutes or longer. {STAFF_DECIDE} {GENERAL_RULE}",
    )
    assert shown["Ride home with Sam"] == ("3:15 PM", "555-0136")


def test_the_plan_warns_before_fasting_and_says_what_waits_afterwards() -> None:
    """Diabetes first, medicines, then driving, alcohol, decisions, company."""
    said = words(papers.all_documents()["plan"])

    assert "Call your clinic before you fast." in said
    assert "Do not stop one on your own." in said
    assert "No driving, cycling or machines for at least 24 hours." in said
    assert "Somebody you trust sleeps in the house." in said
    assert "Park behind the house" in said
    assert "Times are as the clocks in New York show them." in said
    assert "555-0142" in said


def test_a_plan_without_a_time_shows_the_rules_in_words() -> None:
    """Nothing can be counted back from an arrival that is not known."""
    planned = papers.infusion(arrive=None, zone="", notes="", ride=Ride())

    document = papers.all_documents(planned)["plan"]

    assert not any(isinstance(block, Times) for block in blocks(document))
    assert "Nothing solid and no milk for 6 hours before you arrive." in words(document)
    assert "My notes" not in words(document)
    assert "Times are" not in words(document)


def test_a_ride_that_is_known_in_part_is_shown_in_part() -> None:
    """A phone without a name, or a name without a time, is better than nothing."""
    nameless = rows(papers.all_documents(papers.infusion(ride=Ride(phone="555-0136")))["plan"])

    assert nameless["Ride home"] == ("–", "555-0136")


def test_a_checklist_holds_every_item_but_those_not_for_me() -> None:
    """With its why, and what was arranged."""
    own = papers.own_items(300)

    document = papers.all_documents(rows=papers.list_of(*own))["checklist"]

    said = words(document)
    last = papers.CONTENT.checklist[-1]
    assert all(item.title in said for item in own)
    assert all(item.title in said and item.why in said for item in papers.CONTENT.checklist[:-1])
    assert last.title not in said
    assert "Sam, 555-0136, 3:15 PM, confirmed" in said
    assert "Quiet piano" in said


def test_a_printed_item_says_which_clinic_it_is_from() -> None:
    """Below its title, after why it is there."""
    item = replace(papers.CONTENT.checklist[0], why="It is cool.", clinic="Riverside Clinic")

    document = checklist(None, (Line(item=item),), papers.background())

    assert "It is cool. From Riverside Clinic." in words(document)


def test_a_checklist_can_be_printed_before_anything_is_planned() -> None:
    """Then nothing is ticked and nothing is arranged."""
    lines = tuple(Line(item=item) for item in papers.CONTENT.checklist)

    document = checklist(None, lines, papers.background())

    assert "Someone takes me home" in words(document)
    assert "confirmed" not in words(document)
    assert document.name == "appointment-list"


def test_stages_follow_each_other_in_the_order_of_the_days() -> None:
    """From a week before until after; an empty stage takes no room."""
    found = [section.title for section in sections(papers.all_documents()["checklist"])]

    assert found == ["Week before", "Day before", "Morning", "At the clinic", "After"]
    assert not list(sections(checklist(None, (), papers.background())))


def test_a_plan_holds_the_day_itself_and_what_is_open_of_the_days_before() -> None:
    """What was done days ago need not be carried along; what is done on the day is ticked."""
    rows = papers.list_of(ticked=40)

    document = papers.all_documents(rows=rows)["plan"]

    said = words(document)
    assert "Someone takes me home" in said
    assert "Someone stays with me that night" not in said
    assert "Day before" not in said
    assert "Phone on do-not-disturb" in said


@pytest.mark.parametrize("name", ["companion", "pocket"])
def test_what_others_read_holds_no_intention_notes_or_journal(name: str) -> None:
    """They are handed a visit, which has no place for any of it."""
    said = words(papers.all_documents(papers.infusion(notes="A secret"))[name])

    assert papers.INTENTION not in said
    assert "A secret" not in said
    assert not {"intention", "notes", "ticks", "music"} & set(Visit.__struct_fields__)


def test_a_companion_knows_when_to_come_what_is_usual_and_whom_to_call() -> None:
    """The whole of both lists is there, and the sentence that speaks of the patient is turned."""
    document = papers.all_documents()["companion"]

    said = words(document)
    facts = next(block for block in blocks(document) if isinstance(block, Facts))
    lists = papers.CONTENT.when_to_call
    assert facts.main is not None
    assert facts.main.value == "3:15 PM"
    assert {fact.value for fact in facts.others} == {"555-0142", "555-0199", "911", "988"}
    assert "741741 · Text HOME" in said
    assert "For the person who takes Anna home" in said
    for sentence in (*lists.emergency[:-1], *lists.same_day):
        assert sentence.text in said
    assert lists.emergency[-1].id == "cannot_stay_safe"
    assert lists.emergency[-1].text not in said
    assert "They might act on thoughts of ending their life" in said
    assert "They may feel flat or worse in the days after. It is not their fault" in said
    assert "your fault" not in said
    assert "No answer? 555-0199, or the emergency number." in said
    assert "Feeling of floating" in said
    assert "How often to look in? Ask the staff:" in said
    assert "If you drink every day, call first." in said


def test_a_companion_reads_of_them_where_the_rules_speak_to_the_patient() -> None:
    """Except where the clinic has its own words."""
    general = words(companion(None, None, GENERAL, papers.background()))
    own = words(papers.all_documents()["companion"])

    assert "Someone keeps them company that night." in general
    assert "Somebody you trust sleeps in the house." in own
    assert "others in their care" in own


def test_without_an_arranged_ride_the_card_says_when_rest_is_usually_over() -> None:
    """And without any time it says to ask."""
    counted = papers.all_documents(papers.infusion(ride=Ride()))["companion"]
    unknown = papers.all_documents(papers.infusion(ride=Ride(), arrive=None))["companion"]
    unplanned = companion(None, None, GENERAL, papers.background())

    assert "From about 3:10 PM" in words(counted)
    assert "Ask for the time" in words(unknown)
    assert "Ask for the time" in words(unplanned)


def test_a_card_for_nobody_in_nowhere_still_says_whom_to_call() -> None:
    """No name, no clinic, a country that is not on the list."""
    about = papers.background(name="", clinic="")._replace(help=None)
    bare = about._replace(clinic=about.clinic.__class__())

    said = words(companion(None, None, GENERAL, bare))

    assert "For the person who takes me home" in said
    assert "Call the emergency number now" in said
    assert papers.CONTENT.crisis_lines.elsewhere.website in said
    assert "No answer? Call the emergency number." in said


def test_a_pocket_page_fits_those_with_only_a_phone() -> None:
    """Times, numbers, the rules that matter most, and room to fill in later."""
    with_times = words(papers.all_documents()["pocket"])
    with_ride = words(papers.all_documents(papers.infusion(arrive=None))["pocket"])
    bare = papers.all_documents(papers.infusion(arrive=None, ride=Ride()))["pocket"]
    unplanned = pocket(None, None, GENERAL, papers.background())

    assert "Last clear drink" in with_times
    assert "911" in with_times
    assert "Fill in later" in with_times
    assert "Last alcohol" not in with_times
    assert "3:15 PM" in with_ride
    assert bare.box == unplanned.box == ()


def test_a_paper_check_in_asks_what_the_journal_asks() -> None:
    """Every effect, three strengths, five ratings, nothing filled in, and when to call."""
    lists = papers.CONTENT.when_to_call
    said = words(papers.all_documents()["check-in"])
    unplanned = paper_check_in(None, papers.background())

    assert all(papers.CONTENT.effect_name(one) in said for one in EFFECTS)
    assert all(strength in said for strength in ("Mild", "Moderate", "Severe", "None of these"))
    assert all(one in said for one in ("Mood", "Anxiety", "Pain", "Sleep last night", "Energy"))
    assert "What is not ticked counts as not answered." in said
    assert (unplanned.lead, unplanned.corner) == ("", "")
    assert all(one.text in said for one in (*lists.emergency, *lists.same_day))


def test_a_consultation_sheet_holds_all_notes_and_what_to_ask() -> None:
    """Nothing is said of any medicine but what the patient wrote."""
    document = papers.all_documents()["consultation"]

    said = words(document)
    assert document.corner == "Anna"
    assert "Ask your clinic which of your medicines to take on the day" in said
    assert "Ask by name about benzodiazepines: Lorazepam" in said
    assert "Do not stop a medicine on your own. Not sure? Call now." in said
    for text in (
        "Sertraline · since spring",
        "Venlafaxine · until 2024 · It made me sweat",
        "Two years of talking therapy",
        "Sleep apnea · I use a mask",
        "A knee that hurts",
        "I moved",
        "May my sister sit with me?",
        "Six",
    ):
        assert text in said
    ticks = {
        tick.title: tick.is_done
        for block in blocks(document)
        if isinstance(block, Ticks)
        for tick in block.ticks
    }
    assert ticks["How many are planned?"]
    assert not ticks["May my sister sit with me?"]


def test_an_empty_consultation_sheet_can_be_filled_in_with_a_pen() -> None:
    """What everybody is asked has lines; what only some have to say is left out."""
    document = papers.bare()["consultation"]

    lined = {
        section.title
        for section in sections(document)
        if any(isinstance(block, WriteIn) for block in section.blocks)
    }
    assert lined == {"Medicines now", "Medicines tried before", "Earlier treatment", "My questions"}
    assert "Conditions to mention" not in words(document)
    assert "Ask your clinic which of your medicines to take on the day." in words(document)


@pytest.mark.parametrize("name", papers.all_documents())
def test_names_of_files_and_titles_say_nothing_of_health(name: str) -> None:
    """They are seen by others: in a folder, a list of print jobs, a browser's history."""
    document = papers.all_documents()[name]

    seen = f"{document.name} {document.neutral_title}".lower()
    assert document.name.startswith("appointment-2026-11-30-")
    assert not [word for word in HEALTH if word in seen]


@pytest.mark.parametrize("name", papers.all_documents().keys() - {"visit-report"})
def test_every_foot_says_which_edition_and_that_nobody_signed_it(name: str) -> None:
    """And when the numbers were looked up; the pocket page has no room for that."""
    foot = " ".join(papers.all_documents()[name].foot)

    assert "general information, version 1, not yet reviewed by a clinician" in foot
    assert "made Sunday 29 November 2026" in foot
    if name != "pocket":
        assert "Emergency number 911, crisis lines 988 (Call or text), 741741 (Text HOME)" in foot
        assert "numbers looked up November 2026" in foot


def test_signed_wording_is_not_called_unreviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a clinician has signed every file the foot stops saying that nobody has."""
    monkeypatch.setattr("app.services.review.load", lambda _data: SIGNED)

    foot = " ".join(papers.all_documents()["plan"].foot)

    assert "general information, version 4" in foot
    assert "not yet reviewed" not in foot


SIGNED = {"content_version": 4, "reviewed_by": "A. Clinician", "reviewed_on": "2026-11-01"}


def test_the_clinic_is_not_named_twice_in_one_line() -> None:
    """The place often begins with its name."""
    document = papers.all_documents()["companion"]
    elsewhere = papers.all_documents(papers.infusion(place="2nd floor"))["companion"]

    assert document.lead == "Monday 30 November 2026 · Riverside Clinic, 2nd floor"
    assert elsewhere.lead == "Monday 30 November 2026 · 2nd floor · Riverside Clinic"


def test_nothing_that_was_typed_is_cut() -> None:
    """5,000 characters, 300 items, emoji and right-to-left text are all there."""
    documents = papers.hostile()

    plan_words, list_words = words(documents["plan"]), words(documents["checklist"])
    sheet_words = words(documents["consultation"])
    assert papers.LONG in plan_words
    assert papers.LONG in list_words
    assert papers.RIGHT_TO_LEFT in list_words
    assert all(f"Own item {number} 🧦" in list_words for number in range(300))
    assert f"Ride home with Sam {papers.LONG}" in plan_words
    assert sheet_words.count(f"{papers.LONG} {papers.EMOJI} <i> {papers.RIGHT_TO_LEFT} end") >= 11


def test_sections_come_in_reading_order() -> None:
    """The first column before the second."""
    found = [section.title for section in sections(papers.all_documents()["companion"])]

    assert found[:3] == ["What is usual", "Looking in tonight", "For Anna afterwards"]


def test_a_plan_for_a_day_without_items_is_whole() -> None:
    """An empty list is no reason for an empty page."""
    planned = papers.infusion()
    visit, counted = visit_of(planned), papers.times_of(planned)

    document = plan(visit, counted, papers.rules(), (), papers.background())

    assert "After the infusion" in words(document)
    assert isinstance(document, Struct)


def test_a_rule_that_moves_a_time_to_another_day_says_which_day() -> None:
    """An early arrival puts the last meal on the evening before."""
    shown = rows(
        papers.all_documents(papers.infusion(arrive="05:00", date=date(2026, 12, 1)))["plan"]
    )

    assert shown["Last solid food and milk"][0] == "Mon 11:00 PM"
    assert RuleId.FOOD in {rule.id for rule in papers.rules().rules}


@pytest.mark.parametrize("name", papers.all_documents())
def test_every_document_is_easy_to_read(name: str) -> None:
    """At most the seventh grade (Flesch-Kincaid); a heading or an item counts as a sentence."""
    spoken = (text for text in words(papers.all_documents()[name]).splitlines() if text.strip())

    grade = flesch_kincaid_grade(" ".join(f"{text.rstrip('.?:')}." for text in spoken))

    assert 1 < grade <= 7
