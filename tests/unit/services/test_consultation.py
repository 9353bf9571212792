"""Notes for the clinic: every change has its way back, and no typed word is lost."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.consultation import Consultation, Medicine, Question, Text
from app.services.changes import Kind
from app.services.consultation import FILE, ConsultationNotes, Mention, text_name
from app.storage.check import check
from tests.support.day import Day


@pytest.fixture
def notes(day: Day) -> ConsultationNotes:
    """Return the notes of a program just started."""
    return day.program.consultation


def names(notes: ConsultationNotes) -> list[str]:
    """Return the names of all medicines, in order."""
    return [one.name for one in notes.get().medicines]


def questions(notes: ConsultationNotes) -> list[str]:
    """Return the words of all questions, in order."""
    return [one.text for one in notes.get().questions]


def medicine(notes: ConsultationNotes, name: str, *, is_current: bool = True) -> Medicine:
    """Add a medicine, and return it as it is kept."""
    new = notes.medicine(name, is_current=is_current)
    notes.add(new)
    return kept(notes, new)


def kept(notes: ConsultationNotes, entry: Medicine) -> Medicine:
    """Return *entry* as it stands in the notes."""
    found = notes.get().find(entry)
    assert isinstance(found, Medicine)
    return found


def question(notes: ConsultationNotes, text: str) -> Question:
    """Add a question, and return it as it is kept."""
    new = notes.question(text)
    notes.add(new)
    found = notes.get().find(new)
    assert isinstance(found, Question)
    return found


def mention(notes: ConsultationNotes, wanted: str) -> Mention:
    """Return the condition with the id *wanted*, and whether it is ticked."""
    return next(one for one in notes.mentions() if one.id == wanted)


def test_an_entry_is_added_and_taken_back(day: Day, notes: ConsultationNotes) -> None:
    """The file says what was added; undo takes it out again."""
    step = notes.add(notes.medicine("Sertraline", is_current=True))
    day.settle()
    text = day.text(FILE)
    step.undo()

    assert "name: Sertraline" in text
    assert step.text == "Added: Sertraline"
    assert notes.get() == Consultation()


def test_what_is_changed_while_typing_goes_back_to_how_it_was(notes: ConsultationNotes) -> None:
    """However often it was kept in between, one step leads back."""
    before = medicine(notes, "Sertaline")

    notes.keep(replace(before, name="Sertraline"))
    notes.keep(replace(before, name="Sertraline 100"))
    step = notes.changed(before)

    assert names(notes) == ["Sertraline 100"]
    assert step is not None
    assert step.text == "Changed: Sertraline 100"
    step.undo()
    assert names(notes) == ["Sertaline"]


def test_what_somebody_else_changed_meanwhile_stays(day: Day, notes: ConsultationNotes) -> None:
    """Another field of the same entry is merged; the same one is kept beside in their words."""
    before = medicine(notes, "Sertraline")
    theirs = replace(before, since="2019")
    notes.keep(theirs)

    notes.keep(replace(before, name="Sertraline 100"), over=before)
    merged = notes.get().current[0]
    day.settle()
    notes.keep(replace(before, since="spring"), over=before)
    day.settle()

    assert (merged.name, merged.since) == ("Sertraline 100", "2019")
    assert notes.get().current[0].since == "spring"
    beside = [path for path in day.data.iterdir() if "other-version" in path.name]
    assert ["2019" in path.read_text(encoding="utf-8") for path in beside] == [True]


def test_plain_words_that_somebody_else_changed_are_kept_beside(
    day: Day, notes: ConsultationNotes
) -> None:
    """Ours stand, because the patient has them before their eyes."""
    notes.say(Text.OTHER, "theirs")
    day.settle()

    notes.say(Text.OTHER, "ours", over="what both began with")
    day.settle()

    assert notes.get().other == "ours"
    beside = [path for path in day.data.iterdir() if "other-version" in path.name]
    assert ["theirs" in path.read_text(encoding="utf-8") for path in beside] == [True]


def test_what_says_the_same_needs_no_way_back(notes: ConsultationNotes) -> None:
    """Neither does an entry that is not there any more."""
    before = medicine(notes, "Sertraline")
    notes.keep(before)

    assert notes.changed(before) is None
    notes.remove(before)
    assert notes.changed(before) is None


def test_a_removed_entry_comes_back_where_it_stood_with_its_newest_words(
    notes: ConsultationNotes,
) -> None:
    """Also when what was removed is an earlier form of it."""
    first, second, _third = (medicine(notes, name) for name in "abc")
    notes.keep(replace(second, name="b, at night"))

    step = notes.remove(second)
    left = names(notes)
    step.undo()

    assert left == ["a", "c"]
    assert step.text == "Removed: b, at night"
    assert names(notes) == ["a", "b, at night", "c"]
    notes.remove(first)
    assert notes.remove(first).text == "Removed: a"


def test_questions_are_put_in_another_order(notes: ConsultationNotes) -> None:
    """By places, never past either end; undo keeps what was written meanwhile."""
    first, second, third = (question(notes, text) for text in "abc")

    up = notes.move(third, -1)
    assert up is not None
    assert up.text == "Moved: c, now 2 of 3"
    assert questions(notes) == ["a", "c", "b"]
    notes.keep(replace(third, text="c, and why"))
    up.undo()
    assert questions(notes) == ["a", "b", "c, and why"]
    down = notes.move(first, 5)
    assert down is not None
    assert questions(notes) == ["b", "c, and why", "a"]
    assert notes.move(second, -1) is None
    notes.remove(first)
    down.undo()
    assert questions(notes) == ["b", "c, and why"]


def test_medicines_are_moved_among_those_they_are_seen_with(notes: ConsultationNotes) -> None:
    """What is taken now and what was tried before are two lists on the screen."""
    medicine(notes, "now 1")
    medicine(notes, "before 1", is_current=False)
    last = medicine(notes, "now 2")
    before = medicine(notes, "before 2", is_current=False)

    notes.move(last, -1)
    notes.move(before, -1)

    assert [one.name for one in notes.get().current] == ["now 2", "now 1"]
    assert [one.name for one in notes.get().tried] == ["before 2", "before 1"]


def test_a_medicine_goes_over_to_those_tried_before_and_back(notes: ConsultationNotes) -> None:
    """A note of what is so, with its way back, and never an advice."""
    taken = medicine(notes, "Sertraline")

    over = notes.mark_taken(taken, is_current=False)
    tried = notes.get().tried
    back = notes.mark_taken(kept(notes, taken), is_current=True)

    assert [one.name for one in tried] == ["Sertraline"]
    assert (over.text, back.text) == (
        "Tried before: Sertraline",
        "Among those taken now: Sertraline",
    )
    back.undo()
    assert not kept(notes, taken).is_current


def test_a_question_is_asked_and_open_again(notes: ConsultationNotes) -> None:
    """A tick, dated like every change."""
    new = question(notes, "How long do I stay?")

    asked = notes.mark_asked(new, is_asked=True)
    assert notes.get().questions[0].is_asked
    asked.undo()
    assert not notes.get().questions[0].is_asked
    assert asked.text == "Asked: How long do I stay?"
    assert notes.mark_asked(new, is_asked=False).text == "Still to ask: How long do I stay?"


def test_a_condition_is_ticked_with_its_words_and_unticked(
    day: Day, notes: ConsultationNotes
) -> None:
    """The file can be read by itself; a note to it comes back with undo."""
    tick = notes.tick(mention(notes, "seizures"))
    ticked = mention(notes, "seizures").ticked
    assert ticked is not None
    notes.keep(replace(ticked, note="Once, as a child."))
    day.settle()
    assert "title: Seizures" in day.text(FILE)

    untick = notes.tick(mention(notes, "seizures"))
    assert mention(notes, "seizures").ticked is None
    untick.undo()
    again = mention(notes, "seizures").ticked

    assert (tick.text, untick.text) == ("Added: Seizures", "Removed: Seizures")
    assert again is not None
    assert again.note == "Once, as a child."


def test_a_ticked_condition_that_is_not_on_the_list_is_shown_after_it(
    day: Day, notes: ConsultationNotes
) -> None:
    """It may come from another version; nobody's tick is hidden."""
    new = notes.question("x")
    notes.tick(Mention("from_later", "Something newer", None))

    listed = notes.mentions()

    assert listed[-1].title == "Something newer"
    assert len(listed) == len(day.program.content.conditions) + 1
    assert new.changed == day.clock.now()


@pytest.mark.parametrize("part", list(Text))
def test_plain_words_are_kept_as_they_are_typed(
    part: Text, day: Day, notes: ConsultationNotes
) -> None:
    """And one step leads back to what was there before."""
    notes.say(part, "First\nsecond 😀 שלום")
    notes.say(part, "Other words")
    day.settle()
    step = notes.said(part, "First\nsecond 😀 שלום")

    assert f"{part.value}: Other words" in day.text(FILE)
    assert step is not None
    assert step.text == f"Changed: {text_name(part)}"
    step.undo()
    assert notes.get().text(part) == "First\nsecond 😀 שלום"
    assert notes.said(part, "First\nsecond 😀 שלום") is None


def test_the_ask_list_follows_what_is_written(notes: ConsultationNotes) -> None:
    """Medicines and conditions stand in it at once."""
    medicine(notes, "Xanax")
    notes.tick(mention(notes, "bladder"))

    assert [one.id for one in notes.ask_list()] == [
        "on_the_day",
        "by_name:benzodiazepines",
        "mention",
    ]


def test_others_hear_of_a_change_and_the_sender_does_not(day: Day) -> None:
    """Once a change; what says nothing new is not announced, and not written."""
    notes, heard = day.program.consultation, list[Kind]()
    listener = object()
    day.program.changes.listen(listener, heard.append)

    notes.say(Text.OTHER, "Needles", sender=listener)
    assert Kind.CONSULTATION not in heard
    notes.say(Text.OTHER, "Needles, heights")
    notes.say(Text.OTHER, "Needles, heights")

    assert heard.count(Kind.CONSULTATION) == 1


def test_entries_that_are_being_typed_outlive_a_crash(tmp_path: Path) -> None:
    """Two at once, in different lists; taken back, they are on their lists."""
    first = Day(tmp_path)
    notes = first.program.consultation
    typed, asked = notes.medicine("Sertr", is_current=False), notes.question("How l")
    notes.hold(typed)
    notes.hold(asked)
    notes.hold(replace(typed, name="Sertraline"))
    assert first.program.recovery.keep_now(10)
    assert not (first.data / FILE).exists()
    first.close()

    again = first.reopen()
    again.recovery.start()
    assert "Sertraline" in again.recovery.text
    again.recovery.take_back()
    first.settle()

    assert names(again.consultation) == ["Sertraline"]
    assert questions(again.consultation) == ["How l"]
    assert check(again.folder.paths) == ()
    first.close()


def test_an_entry_that_was_added_or_given_up_is_held_no_more(day: Day) -> None:
    """One still is, while the other waits; then none."""
    notes, recovery = day.program.consultation, day.program.recovery
    typed, asked = notes.medicine("Sertraline", is_current=True), notes.question("How long?")
    notes.hold(typed)
    notes.hold(asked)

    notes.add(typed)
    notes.release(notes.question("never held"))
    day.settle()
    recovery.keep_now(10)
    draft = day.program.folder.paths.drafts / "now" / FILE
    text = draft.read_text(encoding="utf-8")
    notes.release(asked)
    recovery.keep_now(10)

    assert "How long?" in text
    assert "Sertraline" not in text
    assert not draft.exists()


def test_taking_back_an_answer_leaves_what_was_typed_since(notes: ConsultationNotes) -> None:
    """Undo touches the one answer: the reason and the reply that came after it stay."""
    taken, asked = medicine(notes, "Sertraline"), question(notes, "How long?")

    stopped = notes.mark_taken(taken, is_current=False)
    now = kept(notes, taken)
    notes.keep(replace(now, why_stopped="It made me dizzy"), over=now)
    stopped.undo()
    ticked = notes.mark_asked(asked, is_asked=True)
    (said,) = notes.get().questions
    notes.keep(replace(said, answer="Forty minutes"), over=said)
    ticked.undo()

    (back,), (open_again,) = notes.get().medicines, notes.get().questions
    assert (back.is_current, back.why_stopped) == (True, "It made me dizzy")
    assert (open_again.is_asked, open_again.answer) == (False, "Forty minutes")
