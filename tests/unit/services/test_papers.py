"""Documents of what is stored, and the files they become."""

from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from app.domain.infusion import Infusion, Outcome
from app.domain.preferences import ClinicPhones, Profile
from app.services.documents.files import html_file, save_file
from app.services.papers import PaperKind, Papers
from app.services.refusals import NotDoneError
from tests.support import papers
from tests.support.day import Day


@pytest.fixture
def made(day: Day) -> Papers:
    """The documents of an empty folder."""
    return day.program.papers


def plan(day: Day, days: int = 3) -> Infusion:
    """Plan an infusion in so many days."""
    infusions = day.program.infusions
    draft = infusions.draft(day.clock.now().date() + timedelta(days=days))
    kept, _step = infusions.keep_new(
        replace(draft, arrive="13:30", music="Quiet piano", intention=papers.INTENTION)
    )
    return kept


@pytest.mark.parametrize("kind", PaperKind)
def test_every_document_can_be_had_of_a_planned_infusion(
    kind: PaperKind, day: Day, made: Papers
) -> None:
    """Each has a title of its own and the day in its name."""
    plan(day)

    document = made.make(kind, papers.SPELLING)

    assert kind in made.kinds()
    assert "2026-11-27" in document.name
    assert document.title


def test_without_an_infusion_there_is_no_plan(made: Papers) -> None:
    """The list stands in its place; everything else can be had empty."""
    documents = {kind: made.make(kind, papers.SPELLING) for kind in PaperKind}

    assert PaperKind.PLAN not in made.kinds()
    assert made.infusion is None
    assert documents[PaperKind.PLAN] == documents[PaperKind.CHECKLIST]
    assert len({document.name for document in documents.values()}) == 5


def test_names_and_numbers_come_from_the_profile(day: Day, made: Papers) -> None:
    """And the country from the computer, until the patient has said it."""
    guessed = made.make(PaperKind.COMPANION, papers.SPELLING, "de_DE")
    clinic = ClinicPhones(name="Riverside Clinic", day="555-0142")
    day.program.preferences.keep_profile(Profile(name="Anna", country="US", clinic=clinic))

    told = made.make(PaperKind.COMPANION, papers.SPELLING, "de_DE")

    assert "112" in str(guessed)
    assert "For the person who takes Anna home" in told.corner
    assert "555-0142" in str(told)
    assert "988" in str(told)


def test_a_calendar_holds_what_is_still_to_come(day: Day, made: Papers) -> None:
    """Not what is over, and not what was called off."""
    late, soon = plan(day, 10), plan(day, 3)
    day.program.infusions.answer(plan(day, 5), Outcome.CANCELLED)
    plan(day, -3)

    events = Calendar.from_ical(made.calendar()).walk("VEVENT")

    assert [one.id for one in made.planned()] == [soon.id, late.id]
    assert len(events) == 2
    assert made.calendar_name() == "appointments-2026-11-24.ics"


def test_a_document_is_saved_under_the_name_that_was_chosen(made: Papers, tmp_path: Path) -> None:
    """A chosen file is replaced: the dialog has asked."""
    chosen = tmp_path / "My page.html"
    chosen.write_text("old", encoding="utf-8")
    document = made.make(PaperKind.CHECK_IN, papers.SPELLING)

    saved = save_file(chosen, html_file(document), ".html")

    assert saved == chosen
    assert chosen.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_name_without_its_ending_gets_it_and_replaces_nothing(tmp_path: Path) -> None:
    """Nobody was asked about the file that the whole name means."""
    first = save_file(tmp_path / "page", b"one", ".pdf")

    with pytest.raises(NotDoneError) as refused:
        save_file(tmp_path / "page", b"two", ".pdf")

    assert first.name == "page.pdf"
    assert first.read_bytes() == b"one"
    assert refused.value.sentence.startswith("No file was written.")


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    """With what helps, and nothing half written anywhere."""
    with pytest.raises(NotDoneError) as refused:
        save_file(tmp_path / "gone" / "page.pdf", b"one", ".pdf")

    assert refused.value.sentence.startswith("No file was written.")
    assert not list(tmp_path.glob("*.pdf"))
