"""Notes for the clinic as they are written: every part, by keyboard, and back again."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.consultation import Consultation, Medicine, Question, Text
from app.domain.preferences import Look, ThemeName
from app.services.consultation import FILE
from app.storage.check import check
from app.ui.undo import UndoStack
from tests.support import lint
from tests.support.pages import tab_to
from tests.support.seat import Seat


@pytest.fixture
def notes(seat: Seat) -> Seat:
    """Return a seat before the notes, with nothing in them."""
    seat.go("consultation")
    return seat


def kept(seat: Seat) -> Consultation:
    """Return the notes as they are kept now."""
    return seat.desktop.program.consultation.get()


def names(seat: Seat) -> list[str]:
    """Return the names of the medicines taken now, in order."""
    return [one.name for one in kept(seat).current]


def questions(seat: Seat) -> list[str]:
    """Return the questions, in order."""
    return [one.text for one in kept(seat).questions]


def medicine(seat: Seat, name: str, *, is_current: bool = True) -> Medicine:
    """Add a medicine without the window."""
    service = seat.desktop.program.consultation
    new = service.medicine(name, is_current=is_current)
    service.add(new)
    return new


def question(seat: Seat, text: str) -> Question:
    """Add a question without the window."""
    service = seat.desktop.program.consultation
    new = service.question(text)
    service.add(new)
    return new


def keyboard() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def take_back(seat: Seat) -> UndoStack:
    """Take back the newest change, and return what is left to take back."""
    seat.click("undo")
    return seat.desktop.undo


def add(seat: Seat, listed: str, *texts: str) -> None:
    """Type *texts* into the field of a list, each with Enter."""
    seat.click(f"consultation:{listed}:new")
    for text in texts:
        seat.type(text)
        seat.press(Qt.Key.Key_Return)


def write_long(seat: Seat, name: str, text: str) -> None:
    """Paste *text* into the field *name*, over what is there."""
    field = seat.find(name)
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    field.insertPlainText(text)
    seat.settle()


def test_a_first_look_shows_every_part_folded_and_what_to_ask(notes: Seat) -> None:
    """Few words: nothing is asked of anybody."""
    assert notes.shows("part:current")
    assert not notes.shows("consultation:current:new")
    assert "Ask your clinic which of your medicines to take on the day." in notes.words
    assert "Do not stop a medicine on your own. Not sure? Call now." in notes.words


def test_medicines_are_added_by_enter_and_asked_about(notes: Seat) -> None:
    """The field is ready for the next one; the questions follow at once."""
    notes.click("part:current")

    add(notes, "current", "Sertraline", "Xanax 0.5")

    assert names(notes) == ["Sertraline", "Xanax 0.5"]
    assert notes.line("consultation:current:new") == ""
    assert notes.focus == "consultation:current:new"
    assert "to take on the day: Sertraline, Xanax 0.5" in notes.words
    assert "Ask by name about benzodiazepines: Xanax 0.5" in notes.words
    assert "name: Xanax 0.5" in notes.files()


def test_the_button_adds_too_and_is_there_when_something_is_typed(notes: Seat) -> None:
    """Nobody has to know about Enter. Blanks are nothing."""
    notes.click("part:tried")
    notes.click("consultation:tried:new")
    notes.type("   ")
    assert not notes.shows("consultation:tried:add")

    notes.press(Qt.Key.Key_Return)
    assert kept(notes) == Consultation()
    notes.click("consultation:tried:new")
    notes.type("Prozac")
    notes.click("consultation:tried:add")

    assert [one.name for one in kept(notes).tried] == ["Prozac"]
    assert not notes.shows("consultation:tried:add")


def test_a_tried_medicine_gets_its_times_and_reason(notes: Seat) -> None:
    """All of it is kept as it is typed, and is one change."""
    tried = medicine(notes, "Prozac", is_current=False)
    notes.click("part:tried")
    notes.click(f"entry:{tried.id}")
    assert notes.focus == "consultation:name"
    name = notes.find("consultation:name")
    assert isinstance(name, QLineEdit)
    assert name.cursorPosition() == len("Prozac")
    assert not notes.shows("consultation:tried:new")

    notes.write("consultation:since", "2019")
    notes.write("consultation:until", "spring 2020")
    write_long(notes, "consultation:why", "It made me tired.\nI could not work.")
    notes.click("consultation:done")

    stored = kept(notes).tried[0]
    assert (stored.since, stored.until) == ("2019", "spring 2020")
    assert stored.why_stopped == "It made me tired.\nI could not work."
    row = notes.find(f"entry:{tried.id}")
    assert row.accessibleName() == (
        "Prozac, since 2019 · until spring 2020 · It made me tired. I could not work."
    )
    assert notes.focus == f"entry:{tried.id}"
    assert notes.shows("consultation:tried:new")
    take_back(notes)
    assert kept(notes).tried[0].why_stopped == ""


def test_all_of_it_goes_by_keyboard_alone(notes: Seat) -> None:
    """Tab, Enter and Space: a medicine is added, written about, put elsewhere and taken off."""
    tab_to("part:current")
    notes.press(Qt.Key.Key_Space)
    tab_to("consultation:current:new")
    notes.type("Prozac")
    notes.press(Qt.Key.Key_Return)
    taken = kept(notes).current[0]
    tab_to(f"entry:{taken.id}")
    notes.press(Qt.Key.Key_Space)
    tab_to("consultation:since")
    notes.type("2019")
    tab_to("consultation:over")
    notes.press(Qt.Key.Key_Space)
    assert [(one.name, one.since) for one in kept(notes).tried] == [("Prozac", "2019")]
    assert notes.focus == "consultation:current:new"

    tab_to("part:tried")
    notes.press(Qt.Key.Key_Space)
    tab_to(f"entry:{taken.id}")
    notes.press(Qt.Key.Key_Space)
    tab_to("consultation:why")
    notes.type("Tired")
    tab_to("consultation:done")
    notes.press(Qt.Key.Key_Space)
    assert kept(notes).tried[0].why_stopped == "Tired"
    assert notes.focus == f"entry:{taken.id}"
    notes.press(Qt.Key.Key_Delete)

    assert kept(notes) == Consultation()
    tab_to("part:conditions")
    notes.press(Qt.Key.Key_Space)
    tab_to("condition:bladder")
    notes.press(Qt.Key.Key_Space)
    tab_to("note:bladder")
    notes.type("Often")
    tab_to("consultation:keep")
    notes.press(Qt.Key.Key_Space)
    assert notes.here == "prepare"
    assert [(one.id, one.note) for one in kept(notes).conditions] == [("bladder", "Often")]


def test_what_is_typed_in_an_entry_is_on_the_disk_before_it_is_closed(notes: Seat) -> None:
    """After a pause; and Escape closes it with what was typed."""
    taken = medicine(notes, "Sertaline")
    notes.click("part:current")
    notes.click(f"entry:{taken.id}")

    notes.write("consultation:name", "Sertraline")
    notes.wait_for("the pause", lambda: names(notes) == ["Sertraline"])
    notes.type(" 100")
    notes.press(Qt.Key.Key_Escape)

    assert names(notes) == ["Sertraline 100"]
    assert not notes.shows("consultation:name")
    take_back(notes)
    assert names(notes) == ["Sertaline"]


def test_a_name_that_is_emptied_stays_as_it_was(notes: Seat) -> None:
    """The other fields are kept all the same."""
    taken = medicine(notes, "Sertraline")
    notes.click("part:current")
    notes.click(f"entry:{taken.id}")

    notes.write("consultation:since", "spring")
    notes.click("consultation:name")
    QTest.keySequence(keyboard(), "Ctrl+A")
    notes.press(Qt.Key.Key_Delete)
    notes.press(Qt.Key.Key_Return)

    stored = kept(notes).current[0]
    assert (stored.name, stored.since) == ("Sertraline", "spring")


def test_an_entry_is_removed_by_the_delete_key_and_comes_back(notes: Seat) -> None:
    """The keyboard goes on to the next row, then to the one before, then to the field."""
    first, second, third = (medicine(notes, name) for name in "abc")
    notes.click("part:current")
    notes.find(f"entry:{second.id}").setFocus()

    notes.press(Qt.Key.Key_Delete)
    assert names(notes) == ["a", "c"]
    assert notes.focus == f"entry:{third.id}"
    notes.press(Qt.Key.Key_Delete)
    assert notes.focus == f"entry:{first.id}"
    notes.press(Qt.Key.Key_Delete)
    assert notes.focus == "consultation:current:new"

    take_back(notes)
    take_back(notes)
    assert take_back(notes).top is None
    assert names(notes) == ["a", "b", "c"]


def test_an_open_entry_is_removed_with_what_was_just_typed(notes: Seat) -> None:
    """Undo brings its newest words back, and one more step its older ones."""
    taken = medicine(notes, "Sertraline")
    notes.click("part:current")
    notes.click(f"entry:{taken.id}")

    notes.write("consultation:since", "spring")
    notes.click("consultation:remove")
    assert names(notes) == []
    assert notes.shows("consultation:current:new")
    take_back(notes)

    assert kept(notes).current[0].since == "spring"
    take_back(notes)
    assert kept(notes).current[0].since == ""


def test_a_medicine_that_is_no_longer_taken_goes_over_with_its_words(notes: Seat) -> None:
    """And out of the questions."""
    taken = medicine(notes, "Xanax")
    notes.click("part:current")
    notes.click("part:tried")
    notes.click(f"entry:{taken.id}")
    notes.write("consultation:since", "2020")

    notes.click("consultation:over")

    assert [(one.name, one.since) for one in kept(notes).tried] == [("Xanax", "2020")]
    assert "benzodiazepines: Xanax" not in notes.words
    notes.click(f"entry:{taken.id}")
    notes.click("consultation:over")
    assert names(notes) == ["Xanax"]


def test_questions_are_moved_by_keyboard_and_by_links(notes: Seat) -> None:
    """The keyboard stays with what is moved."""
    first, _second, third = (question(notes, text) for text in "abc")
    notes.click("part:questions")
    notes.find(f"entry:{third.id}").setFocus()

    QTest.keySequence(keyboard(), "Alt+Up")
    notes.settle()
    assert questions(notes) == ["a", "c", "b"]
    assert notes.focus == f"entry:{third.id}"
    QTest.keySequence(keyboard(), "Alt+Down")
    notes.settle()
    assert questions(notes) == ["a", "b", "c"]
    notes.click(f"entry:{first.id}")
    assert not notes.shows("consultation:up")
    notes.click("consultation:down")
    assert questions(notes) == ["b", "a", "c"]
    assert notes.shows("consultation:up")
    notes.click("consultation:up")

    assert questions(notes) == ["a", "b", "c"]
    assert notes.shows("consultation:question")


def test_a_question_is_ticked_and_answered(notes: Seat) -> None:
    """The box says asked; the answer stands under the question."""
    new = question(notes, "How long do I stay?")
    notes.click("part:questions")

    notes.click(f"asked:{new.id}")
    assert kept(notes).questions[0].is_asked
    row = notes.find(f"entry:{new.id}")
    assert row.accessibleName() == "How long do I stay?, Asked"
    notes.click(f"entry:{new.id}")
    write_long(notes, "consultation:answer", "About two hours.")
    write_long(notes, "consultation:question", "How long?")
    notes.click("consultation:done")

    stored = kept(notes).questions[0]
    assert (stored.text, stored.answer) == ("How long?", "About two hours.")
    take_back(notes)
    take_back(notes)
    assert not kept(notes).questions[0].is_asked
    assert not notes.is_checked(f"asked:{new.id}")


def test_a_condition_is_ticked_noted_and_taken_back(notes: Seat) -> None:
    """Its note has room as soon as it is ticked. Other words go below."""
    notes.click("part:conditions")
    notes.click("condition:seizures")
    notes.write("note:seizures", "Once, as a child.")
    write_long(notes, "consultation:other", "Needles frighten me.")

    assert "Tell your clinic about: Seizures" in notes.words
    notes.go("prepare")
    stored = kept(notes)
    assert (stored.conditions[0].note, stored.other) == (
        "Once, as a child.",
        "Needles frighten me.",
    )
    take_back(notes)
    take_back(notes)
    assert (kept(notes).other, kept(notes).conditions[0].note) == ("", "")
    notes.go("consultation")
    assert notes.line("note:seizures") == ""
    notes.click("condition:seizures")
    assert not notes.shows("note:seizures")
    assert kept(notes).conditions == ()


@pytest.mark.parametrize("part", [Text.EARLIER_TREATMENT, Text.LIFE_CHANGES])
def test_plain_words_are_kept_while_they_are_typed(notes: Seat, part: Text) -> None:
    """The fold says that there is something; leaving makes it one change to take back."""
    notes.click(f"part:{part.value}")
    notes.click(f"consultation:{part.value}")
    notes.type("A walk each morning")
    notes.wait_for("the pause", lambda: kept(notes).text(part) == "A walk each morning")
    notes.type(", slowly")
    assert notes.find(f"part:{part.value}").accessibleDescription() == "written"

    notes.go("prepare")
    assert kept(notes).text(part) == "A walk each morning, slowly"
    take_back(notes)
    notes.go("consultation")

    field = notes.find(f"consultation:{part.value}")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""


def test_words_changed_elsewhere_show_while_the_cursor_is_there(notes: Seat) -> None:
    """Also in the part that has the keyboard, whose cursor stays as far as it can."""
    service = notes.desktop.program.consultation
    service.say(Text.LIFE_CHANGES, "one two three")
    notes.click("part:life_changes")
    notes.click("consultation:life_changes")
    field = notes.find("consultation:life_changes")
    assert isinstance(field, QPlainTextEdit)
    field.moveCursor(field.textCursor().MoveOperation.End)

    service.say(Text.LIFE_CHANGES, "one two")

    assert field.toPlainText() == "one two"
    assert field.textCursor().position() == len("one two")


def test_an_entry_changed_elsewhere_shows_in_its_open_fields(notes: Seat) -> None:
    """Both changes are kept: theirs in another field comes on screen, ours stays there."""
    taken = medicine(notes, "Prozac", is_current=False)
    notes.click("part:tried")
    notes.click(f"entry:{taken.id}")
    notes.write("consultation:since", "2019")

    notes.desktop.program.consultation.keep(replace(taken, until="2020", why_stopped="Tired"))
    assert notes.line("consultation:since") == "2019"
    notes.press(Qt.Key.Key_Escape)

    stored = kept(notes).tried[0]
    assert (stored.since, stored.until, stored.why_stopped) == ("2019", "2020", "Tired")
    notes.click(f"entry:{taken.id}")
    notes.desktop.program.consultation.keep(replace(stored, name="Fluoxetine", since="2018"))
    assert notes.line("consultation:name") == "Fluoxetine"
    assert notes.line("consultation:since") == "2018"


def test_what_a_page_does_not_show_yet_is_not_undone_by_typing(notes: Seat) -> None:
    """Two seconds may pass until it hears of another computer; theirs is no part of our change."""
    taken = medicine(notes, "Prozac", is_current=False)
    service = notes.desktop.program.consultation
    service.say(Text.LIFE_CHANGES, "one")
    notes.click("part:life_changes")
    notes.click("part:tried")
    notes.click(f"entry:{taken.id}")
    notes.write_out()
    path = notes.paths.data / "consultation.yaml"
    text = path.read_text(encoding="utf-8").replace("life_changes: one", "life_changes: one, two")
    text = text.replace("name: Prozac", "name: Prozac\n    why_stopped: Theirs")
    path.write_text(text, encoding="utf-8")

    notes.write("consultation:since", "2019")
    write_long(notes, "consultation:life_changes", "three")
    notes.go("today")

    (stored,) = kept(notes).tried
    assert (stored.since, stored.why_stopped) == ("2019", "Theirs")
    assert "one, two" in notes.files()


def test_leaving_adds_what_was_not_added_yet(notes: Seat) -> None:
    """Nothing is lost by going away, and undo takes it back."""
    notes.click("part:current")
    notes.click("consultation:current:new")
    notes.type("Sertraline")
    notes.go("today")

    assert names(notes) == ["Sertraline"]
    take_back(notes)
    assert kept(notes) == Consultation()
    notes.go("consultation")
    assert notes.line("consultation:current:new") == ""


def test_leaving_keeps_an_entry_that_is_open(notes: Seat) -> None:
    """As one change; coming back shows its row."""
    taken = medicine(notes, "Sertraline")
    notes.click("part:current")
    notes.click(f"entry:{taken.id}")
    notes.write("consultation:since", "spring")

    notes.click("consultation:keep")

    assert notes.here == "prepare"
    assert kept(notes).current[0].since == "spring"
    notes.go("consultation")
    assert notes.shows(f"entry:{taken.id}")
    take_back(notes)
    assert kept(notes).current[0].since == ""


def test_what_is_typed_into_a_new_entry_outlives_a_crash(notes: Seat) -> None:
    """The draft is there after the pause, and gone once the field is emptied."""
    recovery = notes.desktop.program.recovery
    draft = notes.paths.drafts / "now" / FILE
    notes.click("part:questions")
    notes.click("consultation:questions:new")
    notes.type("How long")

    def is_kept() -> bool:
        recovery.keep_now(1)
        return draft.exists() and "How long" in draft.read_text(encoding="utf-8")

    notes.wait_for("a draft", is_kept)
    assert not (notes.paths.data / FILE).exists()
    QTest.keySequence(keyboard(), "Ctrl+A")
    notes.press(Qt.Key.Key_Delete)

    recovery.keep_now(1)
    assert not draft.exists()


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ("medicine_list", ["consultation:current:new"]),
        ("earlier_treatment", ["consultation:tried:new", "consultation:earlier_treatment"]),
        ("life_changes", ["consultation:life_changes"]),
        ("conditions", ["condition:seizures"]),
        ("questions", ["consultation:questions:new"]),
        ("medicines_today", ["part:current"]),
    ],
)
def test_items_of_the_checklist_open_their_part(seat: Seat, item: str, shown: list[str]) -> None:
    """From their details; the checklist itself has a row that leads to all of it."""
    seat.plan()
    seat.go("prepare", item)

    seat.click(f"notes:{item}")

    assert seat.here == "consultation"
    assert all(seat.shows(name) for name in shown)


def test_the_checklist_leads_to_the_notes_with_and_without_a_plan(seat: Seat) -> None:
    """The talk comes before there is a date."""
    seat.go("prepare")
    seat.click("prepare:notes")
    assert seat.here == "consultation"

    seat.plan()
    seat.go("prepare")
    seat.click("prepare:notes")
    assert seat.here == "consultation"


def test_help_is_one_click_away(notes: Seat) -> None:
    """Not sure? Call now."""
    notes.click_text("When to call")

    assert notes.here == "help"


LONG = "טקסט ארוך " * 300 + "🙂" * 500 + "x" * 1_500
Fill = Callable[[Seat], None]


def _many(seat: Seat) -> None:
    for number in range(300):
        question(seat, f"Question {number}")


def _long(seat: Seat) -> None:
    assert len(LONG) >= 5_000
    medicine(seat, LONG)
    tried = medicine(seat, LONG, is_current=False)
    service = seat.desktop.program.consultation
    service.keep(replace(tried, why_stopped=LONG, since=LONG))
    question(seat, LONG)
    service.say(Text.OTHER, LONG)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("fill", [_many, _long])
def test_many_entries_and_long_ones_fit(seat: Seat, fill: Fill) -> None:
    """Three hundred, or five thousand characters in any direction: nothing is cut, all is kept."""
    fill(seat)
    before = kept(seat)
    seat.go("consultation")
    for part in ("current", "tried", "conditions", "questions"):
        seat.click(f"part:{part}")
    window = seat.desktop.window

    found = []
    for percent, width, height in ((100, 480, 400), (200, 664, 500), (200, 1180, 860)):
        seat.desktop.theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
        window.resize(width, height)
        seat.settle()
        found += [*lint.clipped(window), *lint.small_targets(window), *lint.unnamed(window)]
    seat.desktop.theme.apply(Look(theme=ThemeName.LIGHT))
    seat.write_out()

    assert not found
    assert kept(seat) == before
    assert check(seat.paths) == ()


def test_a_long_name_is_changed_in_its_field_without_losing_a_letter(
    notes: Seat, qtbot: QtBot
) -> None:
    """Five thousand characters, and one more."""
    taken = medicine(notes, LONG.strip())
    notes.click("part:current")
    notes.click(f"entry:{taken.id}")
    field = notes.find("consultation:name")
    assert isinstance(field, QLineEdit)
    field.end(False)
    notes.type("!")
    notes.press(Qt.Key.Key_Return)

    assert names(notes) == [f"{LONG.strip()}!"]
