"""Writing and finding journal entries, and what Today makes of them."""

from datetime import date, timedelta
from operator import methodcaller

from app.domain.check_in import CheckIn, TimePoint
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.domain.today import Situation
from app.services.today import look_at_today
from tests.support.day import Day


def test_a_check_in_is_found_again_by_its_day(day: Day) -> None:
    """With every word, after closing and starting again."""
    draft = day.program.journal.draft(TimePoint.ANY_TIME, None)
    day.program.journal.keep(draft.saying("The room felt bigger."))

    journal = day.reopen().journal
    found = journal.find(draft.id, draft.day)

    assert found is not None
    assert journal.days() == [date(2026, 11, 24)]
    assert journal.day(draft.day).check_ins == (found,)
    assert "The room felt bigger." in day.text("journal/2026/2026-11-24.yaml")


def test_a_check_in_can_be_removed_and_brought_back(day: Day) -> None:
    """Undo puts every word back."""
    draft = day.program.journal.draft(TimePoint.ANY_TIME, None).saying("Tired.")
    day.program.journal.keep(draft)

    step = day.program.journal.delete(draft)
    gone = day.program.journal.day(draft.day).is_empty
    step.undo()

    assert gone
    assert day.program.journal.find(draft.id, draft.day) == draft
    assert day.program.journal.find("other", draft.day) is None


def test_what_comes_back_is_what_stood_there_and_not_what_a_page_showed(day: Day) -> None:
    """Somebody else may have written on since the page was drawn."""
    shown = day.program.journal.keep(day.program.journal.draft(TimePoint.ANY_TIME, None))
    day.program.journal.keep(shown.saying("Theirs."))

    day.program.journal.delete(shown).undo()

    found = day.program.journal.find(shown.id, shown.day)
    assert isinstance(found, CheckIn)
    assert found.words == "Theirs."


def test_only_the_last_days_are_looked_at_for_today(day: Day) -> None:
    """Ten years of entries cost nothing at the start."""
    old = day.program.journal.draft(TimePoint.ANY_TIME, None).saying("Old.")
    day.program.journal.keep(old)
    day.clock.advance(days=20)
    new = day.program.journal.draft(TimePoint.ANY_TIME, None).saying("New.")
    day.program.journal.keep(new)

    recent = day.program.journal.recent_check_ins(day.clock.now())

    assert [check_in.words for check_in in recent] == ["New."]


def test_today_joins_the_plan_the_checklist_and_the_journal(day: Day) -> None:
    """Three days before, three open items."""
    program = day.program
    on = day.clock.now().date() + timedelta(days=3)
    program.infusions.keep_new(program.infusions.draft(on))

    view = look_at_today(program.infusions, program.checklist, program.journal, day.clock)

    assert (view.situation, view.days, len(view.first_open)) == (Situation.DAYS_BEFORE, 3, 3)


def test_every_kind_of_entry_is_kept_and_removed_by_its_name(day: Day) -> None:
    """What is said when it is removed says what it was."""
    now = day.clock.now()
    reflection = Reflection(id="refl2345", created=now, changed=now, at=now, during="A river")
    questionnaire = Questionnaire(
        id="ques2345", created=now, changed=now, at=now, name=QuestionnaireName.GAD_7
    ).answered("nervous", 1)

    for entry in (reflection, questionnaire):
        day.program.journal.keep(entry)
    journal = day.reopen().journal
    kept = journal.day(now.date())
    said = [journal.delete(one).text for one in kept.entries()]

    assert kept.entries() == (reflection, questionnaire)
    assert said == ["Reflection removed.", "Questionnaire removed."]


def test_a_moved_check_in_is_found_by_the_day_it_came_from(day: Day) -> None:
    """A way that leads to its old day leads to it."""
    journal = day.program.journal
    kept = journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying("Tired."))
    before = kept.at - timedelta(days=2)

    moved = journal.keep(kept.belonging(before, TimePoint.ANY_TIME, None), over=kept)

    assert journal.find(kept.id, kept.day) == moved
    assert journal.day(kept.day).is_empty


def test_the_way_back_leaves_what_was_written_since(day: Day) -> None:
    """Only the change itself is taken back."""
    journal = day.program.journal
    skipped = journal.keep(journal.draft(TimePoint.DAY_3, None).skipping(said=True))
    step = journal.way_back("Skipped.", skipped, methodcaller("skipping", said=False))
    journal.keep(skipped.saying("Tired."), over=skipped)

    step.undo()

    found = journal.find(skipped.id, skipped.day)
    assert isinstance(found, CheckIn)
    assert (step.text, found.words, found.skipped) == ("Skipped.", "Tired.", False)


def test_a_check_in_of_which_nothing_is_left_goes_with_the_change(day: Day) -> None:
    """It was made by it; one that is gone already comes to no harm."""
    journal = day.program.journal
    skipped = journal.keep(journal.draft(TimePoint.DAY_3, None).skipping(said=True))
    step = journal.way_back("Skipped.", skipped, methodcaller("skipping", said=False))

    step.undo()
    step.undo()

    assert journal.find(skipped.id, skipped.day) is None


def test_an_entry_that_somebody_put_on_another_day_is_removed_from_its_file(day: Day) -> None:
    """Its own moment was corrected by hand, and the file is still that of the old day."""
    kept = day.program.journal.keep(
        day.program.journal.draft(TimePoint.ANY_TIME, None).saying("Tired.")
    )
    day.settle()
    path = day.data / "journal/2026/2026-11-24.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("at: '2026-11-24", "at: '2026-11-22", 1), "utf-8")
    journal = day.reopen().journal
    (found,) = journal.day(kept.day).check_ins
    assert found.day != kept.day

    step = journal.delete(found)
    gone = journal.day(kept.day).is_empty
    step.undo()

    assert gone
    assert journal.find(found.id, found.day) is not None
