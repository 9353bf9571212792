"""A reflection: every word is kept on every way out, and nothing is filled in."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.infusion import Infusion, Outcome
from app.domain.preferences import Look, ThemeName
from app.domain.reflection import Holds, Reflection
from tests.support import lint
from tests.support.seat import Seat

WORDS = "A river, and the light of an afternoon."
FIELDS = ("intention", "during", "after")
HARD_SPACE = "\u00a0"
ODD = f"Zoë 🙂 👩‍👩‍👧 שלום{HARD_SPACE}: - 'no' \"10:30\" #\ttab\n\n  - indented  "
CONTROLS = "be\x07fore\x00 and\ufeff"


def kept(seat: Seat) -> list[Reflection]:
    """Return the reflections of today."""
    return list(seat.desktop.program.journal.day(seat.clock.now().date()).reflections)


def only(seat: Seat) -> Reflection:
    """Return the one reflection of today."""
    (reflection,) = kept(seat)
    return reflection


def route(reflection: Reflection) -> str:
    """Return what opens *reflection* on its page."""
    return f"open:{reflection.day.isoformat()}:{reflection.id}"


def field(seat: Seat, name: str) -> QPlainTextEdit:
    """Return a field of the page."""
    editor = seat.find(f"reflection:{name}")
    assert isinstance(editor, QPlainTextEdit)
    return editor


def type_into(seat: Seat, name: str, words: str) -> None:
    """Type *words* into a field."""
    field(seat, name).setFocus()
    seat.type(words)


def paste(seat: Seat, name: str, words: str) -> None:
    """Paste *words* into a field."""
    data = QMimeData()
    data.setText(words)
    field(seat, name).insertFromMimeData(data)
    seat.settle()


def written(seat: Seat, days: int = 0, **words: str) -> Reflection:
    """Keep a reflection so many days ago, without the window."""
    program = seat.desktop.program
    at = seat.clock.now() - timedelta(days=days)
    draft = replace(program.reflections.draft(None), at=at, **words)
    kept_one = program.journal.keep(draft)
    assert isinstance(kept_one, Reflection)
    return kept_one


def past(seat: Seat, days: int = 0, intention: str = "") -> Infusion:
    """Plan an infusion that went ahead so many days ago."""
    infusion = seat.answered(-days, Outcome.WENT_AHEAD)
    infusions = seat.desktop.program.infusions
    infusions.change(infusion.id, lambda one: replace(one, intention=intention))
    return infusion


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Return a seat before a new reflection."""
    seat.go("reflection", "new")
    return seat


def test_a_reflection_only_opened_is_not_stored(seat: Seat) -> None:
    """Nor one of which only was said what it would be about."""
    infusion = past(seat)
    seat.go("reflection", "new")
    assert not seat.shows("reflection:remove")
    assert not seat.shows("reflection:look_back")

    seat.click(f"reflection:about:{infusion.id}")
    seat.click("reflection:done")

    assert seat.here == "journal"
    assert kept(seat) == []


def test_words_are_on_the_disk_after_a_pause(page: Seat) -> None:
    """The bar says that it is writing, and then that it is saved; now it can be removed."""
    type_into(page, "during", WORDS)
    assert "Writing…" in page.words

    page.wait_for("the pause", lambda: bool(kept(page)))

    assert f"during: {WORDS}" in page.files()
    page.wait_for("the report", lambda: "Saved" in page.words.splitlines())
    assert page.shows("reflection:remove")


def test_somebody_who_never_pauses_has_a_draft_within_two_seconds(page: Seat) -> None:
    """What is typed reaches the file, or a draft, while the hand still moves."""
    editor = field(page, "during")
    editor.setFocus()

    for _key in range(18):
        QTest.keyClicks(editor, "a")
        QTest.qWait(100)

    assert kept(page), "1.8 seconds of typing, and nothing is kept"
    assert "during: a" in page.files()


@pytest.mark.parametrize("way", ["help", "close", "done", "again", "journal"])
def test_words_are_kept_on_every_way_out(page: Seat, way: str) -> None:
    """In the middle of typing, with no pause at all."""
    for name in FIELDS:
        type_into(page, name, f"{name}: {WORDS}")

    if way == "help":
        page.press(Qt.Key.Key_F1)
    elif way == "close":
        page.reopen()
    elif way == "done":
        page.click("reflection:done")
    elif way == "again":
        page.go("reflection", "new")
        assert [field(page, name).toPlainText() for name in FIELDS] == ["", "", ""]
    else:
        page.go("journal")

    one = only(page)
    said = (one.intention, one.during, one.after)
    assert said == tuple(f"{name}: {WORDS}" for name in FIELDS)


def test_an_intention_is_shown_and_never_copied(seat: Seat) -> None:
    """It stands quietly above the field, which stays empty."""
    infusion = past(seat, intention="Let go")

    seat.go("reflection", f"new:{infusion.id}")
    assert "Your intention then: Let go" in seat.page_words
    assert "Infusion 1 of 6 · " in seat.page_words
    assert field(seat, "intention").toPlainText() == ""
    type_into(seat, "after", "Less hurry")
    seat.reopen()

    assert (only(seat).intention, only(seat).infusion) == ("", infusion.id)


def test_a_plan_that_changes_meanwhile_shows_its_intention(seat: Seat) -> None:
    """The words being written stay as they are."""
    infusion = past(seat)
    seat.go("reflection", f"new:{infusion.id}")
    type_into(seat, "intention", "Rest")

    seat.change_outside(f"infusions/{infusion.id}.yaml", "number: 1", "number: 1\nintention: Calm")

    assert "Your intention then: Calm" in seat.page_words
    assert field(seat, "intention").toPlainText() == "Rest"


def test_which_infusion_it_is_about_is_chosen_and_taken_back(seat: Seat) -> None:
    """The caption says it; nothing is chosen by the program."""
    first, second = past(seat, 7), past(seat, 1)
    seat.go("reflection", "new")
    assert not any(seat.is_checked(f"reflection:about:{one.id}") for one in (first, second))
    type_into(seat, "during", WORDS)

    seat.click(f"reflection:about:{second.id}")
    assert only(seat).infusion == second.id
    assert "Infusion 2 of 6 · Tuesday" in seat.page_words
    seat.click(f"reflection:about:{second.id}")

    assert only(seat).infusion is None
    assert only(seat).during == WORDS
    assert "Infusion 2 of 6 · Tuesday" not in seat.page_words


def test_a_question_leads_to_another_and_round(page: Seat) -> None:
    """The field is described by the one that is shown; the next page begins with the first."""
    prompts = [one.text for one in page.desktop.program.content.prompts.during]
    seen = []

    for _press in range(len(prompts) + 1):
        seen.append(field(page, "during").accessibleDescription())
        page.click("reflection:during:prompt")
    page.go("reflection", "new")

    assert seen == [*prompts, prompts[0]]
    assert field(page, "during").accessibleDescription() == prompts[0]


def test_a_reflection_is_opened_changed_removed_and_brought_back(page: Seat) -> None:
    """From the list of days, with the last letter typed."""
    type_into(page, "during", WORDS)
    page.click("reflection:done")
    first = only(page)

    page.click(f"entry:{first.id}")
    assert field(page, "during").toPlainText() == WORDS
    type_into(page, "after", "More")
    page.click("reflection:remove")
    assert (page.here, kept(page)) == ("journal", [])
    assert "Reflection removed." in page.words
    page.click("undo")

    assert (only(page).during, only(page).after) == (WORDS, "More")


def test_the_same_words_again_are_no_change(page: Seat) -> None:
    """Pasted over themselves, nothing is written."""
    paste(page, "during", WORDS)
    page.wait_for("the pause", lambda: bool(kept(page)))
    before = only(page)
    page.clock.advance(minutes=1)

    field(page, "during").selectAll()
    paste(page, "during", WORDS)
    page.go("journal")

    assert only(page) == before


def test_undoing_something_else_keeps_what_is_being_typed(page: Seat) -> None:
    """Whatever the strip takes back."""
    type_into(page, "during", WORDS)
    page.desktop.undo.push("Something", lambda: None)

    page.desktop.undo.undo()

    assert only(page).during == WORDS


@pytest.mark.parametrize(
    "argument",
    ["", "new", "new:", "open:2026-11-24:gone2345", "open:not-a-day:x", "open:2026-11-24", "old"],
)
def test_a_reflection_that_is_not_there_begins_anew(seat: Seat, argument: str) -> None:
    """Deleted elsewhere, or a way that leads nowhere: an empty page and no error."""
    seat.go("reflection", argument)

    assert seat.here == "reflection"
    assert field(seat, "during").toPlainText() == ""
    assert not seat.shows("reflection:remove")


def test_an_infusion_that_is_gone_is_still_named_in_the_file(seat: Seat) -> None:
    """The reflection keeps what it is about; the page says only the day."""
    seat.go("reflection", "new:2026-11-20-gone")
    type_into(seat, "during", WORDS)
    seat.reopen()

    assert only(seat).infusion == "2026-11-20-gone"


def test_a_day_later_it_asks_if_it_still_holds(seat: Seat) -> None:
    """Yes, partly or no, and words: each kept with the moment, each taken back again."""
    one = written(seat, during=WORDS, days=1)
    seat.go("reflection", route(one))
    assert "You wrote this on Monday 23 November." in seat.page_words

    seat.click("reflection:holds:partly")
    type_into(seat, "look_back:words", "The river does.")
    seat.go("journal")

    stored = seat.desktop.program.journal.find(one.id, one.day)
    assert isinstance(stored, Reflection)
    assert stored.look_back is not None
    assert (stored.look_back.holds, stored.look_back.words) == (Holds.PARTLY, "The river does.")
    assert stored.look_back.at == seat.clock.now()
    seat.reopen()
    seat.go("reflection", route(one))
    assert "and looked back on Tuesday 24 November." in seat.page_words
    assert field(seat, "look_back:words").toPlainText() == "The river does."
    field(seat, "look_back:words").clear()
    seat.click("reflection:holds:partly")
    assert "look_back" not in seat.files()
    assert seat.shows("reflection:look_back")


def test_words_alone_are_an_answer_too(seat: Seat) -> None:
    """Whoever wants to choose none of the three writes."""
    one = written(seat, during=WORDS, days=1)
    seat.go("reflection", route(one))

    type_into(seat, "look_back:words", "Mostly.")
    seat.reopen()

    assert "words: Mostly." in seat.files()
    assert "holds" not in seat.files()


@pytest.mark.parametrize(("words", "days"), [(WORDS, 0), (" ", 1)])
def test_today_and_without_words_nothing_is_asked(seat: Seat, words: str, days: int) -> None:
    """The question would have no sense yet."""
    one = written(seat, during=words, days=days)

    seat.go("reflection", route(one))

    assert not seat.shows("reflection:look_back")


def test_what_others_change_meanwhile_is_merged(page: Seat) -> None:
    """Theirs in one field, ours in another; the cursor stays where it was."""
    type_into(page, "during", "Ours")
    page.go("journal")
    one = only(page)
    page.go("reflection", route(one))
    field(page, "during").setFocus()
    field(page, "during").moveCursor(QTextCursor.MoveOperation.End)
    page.type(", more")

    name = f"journal/2026/{one.day.isoformat()}.yaml"
    page.change_outside(name, "during: Ours", "during: Ours\n    after: Theirs")
    page.wait_for("the pause", lambda: only(page).during == "Ours, more")

    assert only(page).after == "Theirs"
    assert field(page, "after").toPlainText() == "Theirs"
    assert field(page, "during").textCursor().position() == len("Ours, more")


def test_a_change_of_others_is_shown_and_the_cursor_stays(page: Seat) -> None:
    """In the very field that has the keyboard, as far as it is long enough."""
    type_into(page, "during", "A river")
    page.wait_for("the pause", lambda: bool(kept(page)))
    name = f"journal/2026/{only(page).day.isoformat()}.yaml"

    page.change_outside(name, "during: A river", "during: A long river")
    assert field(page, "during").toPlainText() == "A long river"
    assert field(page, "during").textCursor().position() == len("A river")
    page.change_outside(name, "during: A long river", "during: Sea")
    page.type("!")

    assert field(page, "during").toPlainText() == "Sea!"


def test_the_same_words_changed_on_both_sides_are_both_kept(page: Seat) -> None:
    """Ours stand, and the file with theirs lies beside it."""
    type_into(page, "during", "Ours")
    page.wait_for("the pause", lambda: bool(kept(page)))
    name = f"journal/2026/{only(page).day.isoformat()}.yaml"
    page.write_out()
    page.type(" too")

    page.change_outside(name, "during: Ours", "during: Theirs")
    page.go("journal")
    page.write_out()

    assert only(page).during == "Ours too"
    files = (path for path in page.home.rglob("*") if path.is_file())
    assert [path for path in files if b"during: Theirs" in path.read_bytes()]


def test_a_file_damaged_meanwhile_costs_no_word(page: Seat) -> None:
    """The words stay on screen and go into a second file; the damaged one stays as it is."""
    type_into(page, "during", "Before")
    page.wait_for("the pause", lambda: bool(kept(page)))
    day = only(page).day.isoformat()
    name = f"journal/2026/{day}.yaml"

    page.change_outside(name, "reflections:", "reflections: [\n\t")
    assert field(page, "during").toPlainText() == "Before"
    page.type(" and after")
    page.go("journal")
    page.write_out()

    second = (page.paths.data / f"journal/2026/{day}-2.yaml").read_text("utf-8")
    assert "during: Before and after" in second
    assert "reflections: [\n\t" in (page.paths.data / name).read_text("utf-8")
    page.go("reflection", route(only(page)))
    assert field(page, "during").toPlainText() == "Before and after"


def test_a_reflection_taken_out_by_hand_comes_back_with_the_next_word(page: Seat) -> None:
    """What is on screen is not taken away from under the hand that writes it."""
    type_into(page, "during", "Here")
    page.wait_for("the pause", lambda: bool(kept(page)))
    name = f"journal/2026/{only(page).day.isoformat()}.yaml"
    page.write_out()
    text = (page.paths.data / name).read_text("utf-8")
    start = text.index("reflections:")
    page.change_outside(name, text[start:], "check_ins: []\n")

    assert field(page, "during").toPlainText() == "Here"
    page.type(" again")
    page.go("journal")

    assert only(page).during == "Here again"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (ODD, ODD),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        (CONTROLS, "be\ufffdfore\ufffd and\ufffd"),
    ],
)
def test_odd_signs_come_back_as_they_were_or_visibly_marked(
    page: Seat, typed: str, stored: str
) -> None:
    """Pasted, kept and read again; going on typing finds no other version in the file."""
    paste(page, "during", typed)
    page.wait_for("the pause", lambda: bool(kept(page)))
    page.write_out()
    type_into(page, "intention", "x")
    page.go("journal")
    one = only(page)
    page.reopen()
    page.go("reflection", route(one))

    assert only(page).during == stored
    type_into(page, "after", "x")
    page.go("journal")
    assert only(page).during == stored
    assert len(list(page.paths.data.rglob("2026-11-24*"))) == 1


def test_a_million_signs_are_kept(page: Seat) -> None:
    """Pasted at once; the field scrolls instead of growing past the page."""
    line = "Every word of a long night, and none of it is lost. "
    text = line * (1_000_000 // len(line))

    paste(page, "during", text)
    page.go("journal")
    one = only(page)
    assert one.during == text
    page.reopen()
    page.go("reflection", route(one))

    assert field(page, "during").toPlainText() == text
    assert field(page, "during").height() < page.desktop.window.height()


def test_a_field_grows_with_its_words_and_then_scrolls(page: Seat) -> None:
    """Three lines when it is empty; never higher than the window."""
    empty = field(page, "during").height()
    paste(page, "during", "line\n" * 6)
    some = field(page, "during").height()
    paste(page, "during", "line\n" * 60)
    much = field(page, "during").height()
    paste(page, "during", "line\n" * 60)

    assert empty < some < much == field(page, "during").height()
    assert field(page, "during").verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("percent", [100, 200])
def test_every_control_has_a_name_and_room(seat: Seat, percent: int) -> None:
    """Also where an intention is one endless word; help is one press away."""
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    seat.desktop.program.preferences.keep_look(look)
    seat.desktop.window.resize(800, 600)
    infusion = past(seat, 1, intention="a" * 300)
    one = written(seat, during=WORDS, days=1, infusion=infusion.id)
    seat.go("reflection", route(one))

    assert lint.unnamed(seat.desktop.window) == []
    assert lint.clipped(seat.desktop.window) == []
    assert lint.small_targets(seat.desktop.window) == []
    names = [w.objectName() for w in focusable(seat)]
    assert all(names)
    seat.click("reflection:help")
    assert seat.here == "help"


def focusable(seat: Seat) -> list[QWidget]:
    """Return what the keyboard can reach on the page."""
    page = seat.desktop.window.navigation.page
    assert page is not None
    policy = Qt.FocusPolicy.TabFocus
    widgets = page.findChildren(QWidget)
    return [w for w in widgets if w.isVisible() and w.focusPolicy() & policy]


def test_the_journal_leads_to_a_new_one(seat: Seat) -> None:
    """A quiet link beside the button."""
    seat.go("journal")

    seat.click("journal:reflect")

    assert seat.here == "reflection"
    assert field(seat, "during").toPlainText() == ""
