"""A clinic fills in its pack, sees how patients see it, and saves it; by keyboard alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from app.domain.checklist import Stage
from app.domain.preferences import Look, ThemeName
from app.services.clinic_check import check_pack
from app.services.clinic_desk import ClinicDesk
from app.services.clinic_draft import DraftItem, DraftReword
from app.services.clinic_form import ClinicForm
from app.storage import kept_packs
from app.storage.atomic import Stamp, write_atomically
from app.storage.clinic_files import read
from app.ui.dates import day_in_digits
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.page import ForClinicsPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.fold import FoldButton
from app.ui.widgets.logo import Logo
from tests.support import packs, pages
from tests.support.day import Day
from tests.support.source import ROOT
from tests.unit.storage.test_pictures import png

SAMPLE = ROOT / "packaging" / "clinic" / "samples" / "nhs-like-service" / "clinic.yaml"
LOGO = SAMPLE.with_name("clinic-logo.svg")


class Desk:
    """The page, and hands that type."""

    def __init__(self, theme: Theme, day: Day, qtbot: QtBot) -> None:
        self.state = day.program.folder.paths.state
        self.form = ClinicForm(day.program.content, day.program.clock)
        self.undo = UndoStack()
        self.model = ForClinicsModel(ClinicDesk(self.form, self.state), self.undo)
        self.page = ForClinicsPage(theme, self.model)
        self._qtbot = qtbot
        self.went: list[Route] = []
        self.page.route_wanted.connect(self.went.append)
        qtbot.addWidget(self.page)

    def show(self, width: int = 956, height: int = 860) -> None:
        """Go to the page."""
        pages.show(self.page, width, height)

    def press(self, name: str) -> None:
        """Go to the control *name* by keyboard, and press it."""
        pages.tab_to(f"for_clinics:{name}")
        pages.press(Qt.Key.Key_Space)
        pages.settle()

    def type(self, name: str, words: str) -> None:
        """Type *words* into the field *name*."""
        pages.tab_to(f"for_clinics:{name}")
        pages.type_words(words)
        pages.settle()

    def save(self) -> None:
        """Press Save, and wait until that is done."""
        self.press("save")
        self._qtbot.waitUntil(lambda: not self.model.errand.is_busy)
        pages.settle()

    def again(self) -> ForClinicsModel:
        """Return what the next start would show."""
        return ForClinicsModel(ClinicDesk(self.form, self.state), UndoStack())

    def leave(self) -> None:
        """Leave the page as the program ends."""
        self.page.leave()
        self.model.settle()

    def unfold(self) -> None:
        """Open everything that folds."""
        for fold in self.page.findChildren(FoldButton):
            if not fold.is_open:
                fold.click()
        pages.settle()

    @property
    def words(self) -> str:
        """What is shown."""
        return pages.words(self.page)


@pytest.fixture
def desk(theme: Theme, day: Day, qtbot: QtBot) -> Iterator[Desk]:
    """Make the page, and leave it."""
    desk = Desk(theme, day, qtbot)
    yield desk
    desk.leave()


def answer(monkeypatch: pytest.MonkeyPatch, dialog: str, path: Path | None) -> None:
    """Have the system's *dialog* answered with *path*."""
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: ("" if path is None else str(path), ""))


def test_a_pack_is_filled_in_by_keyboard_and_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Name, phone, a rule, an item, what is left out, and words for afterwards."""
    desk.show()
    answer(monkeypatch, "getSaveFileName", tmp_path / "clinic.yaml")

    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    desk.type("phones.day", "555-0142")
    desk.press("fold:clinic")
    desk.press("fold:rules")
    desk.type("food.number", "3")
    desk.type("food.words", "Nothing solid for 3 hours.")
    desk.press("fold:rules")
    desk.press("fold:items")
    desk.press("item:add")
    desk.type("item:0:title", "A form")
    desk.type("item:0:why", "It was in the letter.")
    desk.press("fold:items")
    desk.press("fold:hidden")
    desk.press("hide:costs")
    desk.press("fold:hidden")
    desk.press("fold:after")
    desk.type("after_care", "Rest.")
    desk.save()

    pack = read(tmp_path / "clinic.yaml")
    assert (pack.name, pack.author, pack.phones.day) == ("Riverside", "Dr. Lee", "555-0142")
    assert [(one.hours, one.words) for one in pack.rules] == [(3, "Nothing solid for 3 hours.")]
    assert [(one.title, one.why) for one in pack.checklist.add] == [
        ("A form", "It was in the letter.")
    ]
    assert pack.checklist.hide == ("costs",)
    assert pack.after_care == ("Rest.",)
    assert "Saved: clinic.yaml" in desk.words


def test_what_is_typed_is_seen_as_patients_see_it(desk: Desk) -> None:
    """At once; where something is wrong, as it was before that."""
    desk.show()
    assert "Fill in the name and who is responsible" in desk.words

    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    desk.type("phones.day", "555-0142")
    assert "Daytime phone: 555-0142" in desk.words
    assert "Fill in the name and who is responsible" not in desk.words

    desk.type("phones.out_of_hours", "<a>")
    assert "As it was before what has to be put right." in desk.words
    assert "Daytime phone: 555-0142" in desk.words


def test_what_is_wrong_is_told_when_it_is_to_be_saved(desk: Desk) -> None:
    """Beside its field, which is unfolded and has the keyboard; not while somebody begins."""
    desk.show()
    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    desk.press("fold:clinic")
    desk.press("fold:rules")
    desk.type("drink.number", "two")
    desk.press("fold:rules")
    assert "It should be" not in desk.words

    desk.save()

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "for_clinics:drink.number"
    assert "Not saved yet: something has to be put right first." in desk.words
    assert "It should be a number from 0 to 168." in desk.words
    assert "It should be a number from 0 to 168." in focus.accessibleDescription()
    QTest.keyClick(focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pages.type_words("2")
    pages.settle()
    assert "It should be" not in desk.words


def test_an_item_is_told_by_its_own_row(desk: Desk) -> None:
    """Empty rows before it are not in the pack, and count all the same on the screen."""
    desk.show()
    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    desk.press("fold:clinic")
    desk.press("fold:items")
    desk.press("item:add")
    desk.press("item:add")
    desk.type("item:1:why", "No title.")

    desk.save()

    first, second = (
        desk.page.findChild(QLineEdit, f"for_clinics:item:{place}:title") for place in (0, 1)
    )
    assert first is not None
    assert second is not None
    assert not first.property("wrong")
    assert second.property("wrong")
    assert second.hasFocus()


def test_a_pack_is_opened_changed_and_has_a_way_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it stands in its place; undo brings back what was filled in before."""
    desk.show()
    desk.type("name", "Mine")
    answer(monkeypatch, "getOpenFileName", SAMPLE)

    desk.press("open")

    name = desk.page.findChild(QLineEdit, "for_clinics:name")
    words = desk.page.findChild(QPlainTextEdit, "for_clinics:food.words")
    stage = desk.page.findChild(QComboBox, "for_clinics:item:0:stage")
    box = desk.page.findChild(QCheckBox, "for_clinics:hide:costs")
    assert name is not None
    assert words is not None
    assert stage is not None
    assert box is not None
    assert name.text() == "Northmoor Infusion Service"
    assert words.toPlainText().startswith("Have breakfast if you like")
    assert stage.currentText() == "Day before"
    assert box.isChecked()
    assert "Opened: clinic.yaml" in desk.words
    stage.setCurrentIndex(0)
    stage.activated.emit(0)
    box.click()
    assert desk.model.draft.rows_of(DraftItem)[0].stage is Stage.WEEK_BEFORE
    assert desk.model.draft.hidden == ()

    desk.undo.undo()
    pages.settle()

    assert name.text() == "Mine"
    assert words.toPlainText() == ""
    desk.undo.undo()
    pages.settle()
    assert name.text() == "Northmoor Infusion Service"
    assert desk.model.draft.hidden == ()


def test_a_pack_with_faults_opens_with_each_in_its_place(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has no field is told at the top; saving waits until it is put right."""
    path = packs.write(tmp_path, version="two", logoo="x")
    desk.show()
    answer(monkeypatch, "getOpenFileName", path)

    desk.press("open")

    assert "It should be a whole number from 1 to 1000000." in desk.words
    assert "Did you mean logo?" in desk.words


def test_a_file_that_is_no_pack_changes_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither does a choice that was called off."""
    (tmp_path / "no.yaml").write_text("- a\n", "utf-8")
    desk.show()
    desk.type("name", "Mine")

    for path in (tmp_path / "no.yaml", None):
        answer(monkeypatch, "getOpenFileName", path)
        desk.press("open")

    assert "This pack cannot be opened." in desk.words
    assert desk.model.draft.text("name") == "Mine"
    assert desk.undo.top is None


def test_a_place_that_takes_no_file_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was filled in stays on the page, and so it does when saving is called off."""
    desk.show()
    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    for path in (None, tmp_path / "none" / "clinic.yaml"):
        answer(monkeypatch, "getSaveFileName", path)
        desk.save()

    assert "No file was written." in desk.words
    assert desk.model.draft.text("name") == "Riverside"

    desk.page.arrive("")
    pages.settle()
    assert "No file was written." not in desk.words
    desk.press("back")
    assert desk.went == [Route("settings", "about")]


def test_a_fault_without_a_field_is_told_at_the_top(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nowhere to go to; it was written by hand and is put right by hand."""
    desk.show()
    answer(monkeypatch, "getOpenFileName", packs.write(tmp_path, logoo="x"))
    desk.press("open")

    desk.save()

    assert "Not saved yet: something has to be put right first." in desk.words
    assert "Did you mean logo?" in desk.words


def test_closing_costs_no_words(desk: Desk, qtbot: QtBot) -> None:
    """What was filled in and not saved is there again; looking at Help now keeps it too."""
    desk.show()
    desk.type("name", "Riverside")
    desk.page.step_aside()
    qtbot.waitUntil(lambda: desk.again().draft.text("name") == "Riverside")
    desk.type("author", "Dr. Lee")

    desk.leave()
    desk.leave()

    assert desk.again().draft.text("author") == "Dr. Lee"


def test_a_pack_is_finished_after_the_next_start(
    theme: Theme, day: Day, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its logo: what is handed out can be opened."""
    desk = Desk(theme, day, qtbot)
    desk.show()
    desk.model.open(SAMPLE)
    desk.model.say("hours", "8 to 5")
    desk.leave()
    again = Desk(theme, day, qtbot)
    again.show()
    answer(monkeypatch, "getSaveFileName", tmp_path / "clinic.yaml")

    again.save()

    assert (tmp_path / "clinic-logo.svg").read_bytes() == LOGO.read_bytes()
    assert check_pack(tmp_path / "clinic.yaml", [*desk.form.items], date(2026, 11, 30)).is_fine


def test_a_newer_logo_in_the_folder_stays(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody asked for it to be replaced; whoever saves is told where the pack is, and of it."""
    (tmp_path / "clinic-logo.svg").write_bytes(b"newer")
    desk.show()
    desk.model.open(SAMPLE)
    answer(monkeypatch, "getSaveFileName", tmp_path / "clinic.yaml")

    desk.save()

    assert (tmp_path / "clinic-logo.svg").read_bytes() == b"newer"
    assert f"It is in {tmp_path}." in desk.words
    assert "Another clinic-logo.svg was there. It is still there" in desk.words


def test_what_is_typed_while_it_is_saved_is_kept(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """It is not in the file; what is in it need not be kept any more."""
    desk.show()
    for key, text in (("name", "Riverside"), ("author", "Dr. Lee")):
        desk.model.say(key, text)
    desk.model.keep()

    desk.model.save(tmp_path / "clinic.yaml")
    desk.model.say("hours", "8 to 5")
    qtbot.waitUntil(lambda: not desk.model.errand.is_busy)
    desk.leave()

    assert desk.again().draft.text("hours") == "8 to 5"
    desk.model.save(tmp_path / "clinic.yaml")
    qtbot.waitUntil(lambda: not desk.model.errand.is_busy)
    desk.leave()
    assert desk.again().draft == desk.form.empty()


def test_words_that_another_pack_took_the_place_of_are_not_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are one press away, after the next start too, and so is what they take the place of."""
    desk.show()
    link = desk.page.findChild(LinkButton, "for_clinics:before")
    assert link is not None
    assert not link.isVisible()
    desk.type("name", "Mine")
    answer(monkeypatch, "getOpenFileName", SAMPLE)
    desk.press("open")
    desk.press("open")
    desk.leave()
    assert desk.again().draft.text("name") == "Mine"
    desk.model.say("hours", "8 to 5")

    desk.press("before")

    assert desk.model.draft.text("name") == "Mine"
    assert link.text() == "Go back to Northmoor Infusion Service, which is not saved yet"
    desk.undo.undo()
    assert desk.model.draft.text("hours") == "8 to 5"
    desk.model.go_back()
    desk.model.say("name", "")
    desk.model.go_back()
    pages.settle()
    assert link.text() == "Go back to the pack that is not saved yet"
    assert desk.model.draft.text("hours") == "8 to 5"


def test_no_third_pack_costs_words(desk: Desk) -> None:
    """Each that was not saved comes round again, now and after the next start."""
    desk.show()
    desk.model.say("name", "Mine")
    desk.model.open(SAMPLE)
    desk.model.say("hours", "8 to 5")
    desk.model.open(SAMPLE)
    desk.model.say("hours", "9 to 5")
    desk.leave()

    for model in (desk.model, desk.again()):
        found = {(model.draft.text("name"), model.draft.text("hours"))}
        for _ in range(2):
            model.go_back()
            found.add((model.draft.text("name"), model.draft.text("hours")))

        clinic = "Northmoor Infusion Service"
        assert found == {("Mine", ""), (clinic, "8 to 5"), (clinic, "9 to 5")}


def test_undo_takes_no_words_off_the_disk(desk: Desk) -> None:
    """What was typed into the pack that was opened is kept, though it is not shown."""
    desk.show()
    desk.model.open(SAMPLE)
    desk.model.say("hours", "8 to 5")

    desk.undo.undo()
    desk.leave()

    assert desk.model.draft == desk.form.empty()
    assert desk.model.before is not None
    assert desk.again().draft.text("hours") == "8 to 5"


def test_nothing_else_begins_while_it_is_saved(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """What is said then is of what is shown."""
    desk.show()
    desk.model.say("name", "Mine")
    desk.model.open(SAMPLE)
    desk.model.say("hours", "8 to 5")

    desk.model.save(tmp_path / "clinic.yaml")
    desk.model.open(SAMPLE)
    desk.model.go_back()

    assert desk.model.errand.is_busy
    assert desk.model.draft.text("hours") == "8 to 5"
    qtbot.waitUntil(lambda: not desk.model.errand.is_busy)
    assert desk.model.errand.title == "Saved: clinic.yaml"
    desk.leave()
    assert desk.again().draft.text("name") == "Mine"
    assert desk.again().before is None


def test_there_is_no_way_back_to_what_was_saved(desk: Desk) -> None:
    """It is in its file; opening another pack keeps nothing of it."""
    desk.show()
    desk.model.open(SAMPLE)

    desk.model.open(SAMPLE)
    desk.model.go_back()

    assert desk.model.before is None
    assert desk.model.draft.text("name") == "Northmoor Infusion Service"


def test_what_is_typed_is_on_a_disk_within_two_seconds(desk: Desk, qtbot: QtBot) -> None:
    """Nobody has to leave the page for it."""
    desk.show()

    desk.type("name", "Riverside")

    qtbot.waitUntil(lambda: desk.again().draft.text("name") == "Riverside", timeout=10_000)


def test_a_disk_that_keeps_nothing_is_told_once_until_it_does(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then what is typed is kept by itself, and nothing is said of it any more."""
    away = desk.state.rename(desk.state.with_name("away"))
    desk.show()
    said: list[str] = []
    desk.model.errand.changed.connect(lambda: said.append(desk.model.errand.title))

    desk.type("name", "Riverside")
    desk.model.keep()
    qtbot.waitUntil(lambda: "What you fill in is not kept yet." in desk.words)
    desk.type("name", " Clinic")
    desk.model.settle()
    pages.settle()
    away.rename(desk.state)

    qtbot.waitUntil(lambda: "is not kept yet" not in desk.words, timeout=10_000)
    assert len(said) == 2
    assert desk.again().draft.text("name") == "Riverside Clinic"


def test_a_disk_that_keeps_nothing_is_told_again_at_the_next_look(desk: Desk, qtbot: QtBot) -> None:
    """And where something else was said meanwhile that is done with."""
    away = desk.state.rename(desk.state.with_name("away"))
    desk.show()
    sentence = "What you fill in is not kept yet."
    desk.model.say("name", "Riverside")
    desk.model.keep()
    qtbot.waitUntil(lambda: desk.model.errand.title.startswith(sentence))

    desk.page.arrive("")
    assert "is not kept" not in desk.words
    qtbot.waitUntil(lambda: desk.model.errand.title.startswith(sentence), timeout=10_000)
    desk.model.open(SAMPLE)
    assert "Opened: clinic.yaml" in desk.words
    qtbot.waitUntil(lambda: desk.model.errand.title.startswith(sentence), timeout=10_000)
    desk.model.say("name", "")
    assert not desk.model.may_be_saved()
    desk.model.settle()
    pages.settle()

    assert desk.model.errand.title.startswith("Not saved yet")
    away.rename(desk.state)
    desk.leave()


def test_the_end_of_the_program_waits_for_a_slow_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving the page does not: the next one is shown at once."""
    may_write = Event()

    def slowly(path: Path, data: bytes) -> Stamp:
        may_write.wait(5)
        return write_atomically(path, data)

    monkeypatch.setattr(kept_packs, "write_atomically", slowly)
    desk.show()
    desk.model.say("name", "Riverside")

    desk.page.leave()
    assert not (desk.state / "packs").exists() or not any((desk.state / "packs").iterdir())
    Timer(0.2, may_write.set).start()
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()

    assert desk.again().draft.text("name") == "Riverside"


def test_what_cannot_be_read_is_told_once(theme: Theme, day: Day, qtbot: QtBot) -> None:
    """With where it is; it is not said again at the next look."""
    kept = day.program.folder.paths.state / "packs"
    kept.mkdir()
    (kept / "0123456789ab.yaml").write_bytes(b"name: [")
    desk = Desk(theme, day, qtbot)

    desk.show()
    assert "What you filled in last time cannot be read." in desk.words
    assert "It is still there: unread-0123456789ab.yaml" in desk.words.replace("\u200b", "")

    desk.page.arrive("")
    pages.settle()
    assert "cannot be read" not in desk.words


def test_a_day_is_typed_as_the_country_writes_it(desk: Desk) -> None:
    """The pack says it as files do; what is no day is told as it was typed."""
    desk.show()
    field = desk.page.findChild(QLineEdit, "for_clinics:expires")
    assert field is not None
    assert field.text() == day_in_digits(desk.form.usual_end)

    here = day_in_digits(date(2028, 3, 31))
    for typed, said in ((here, "2028-03-31"), ("2028-04-01", "2028-04-01"), ("May", "May")):
        field.clear()
        desk.type("expires", typed)
        assert desk.model.draft.text("expires") == said


def test_the_first_fault_is_in_sight(desk: Desk) -> None:
    """Though its fold was closed, and what came of saving is told at the top of the page."""
    desk.show(height=600)
    desk.model.say("name", "Riverside")
    desk.model.say("author", "Dr. Lee")
    desk.model.say("driving.number", "many")

    desk.save()

    field = desk.page.findChild(QLineEdit, "for_clinics:driving.number")
    assert field is not None
    assert field.hasFocus()
    assert not field.visibleRegion().isEmpty()
    assert field.visibleRegion().boundingRect().height() == field.height()


def walked(start: str, presses: int) -> list[str]:
    """Go to the control *start*, and return the names that Tab passes from there."""
    pages.tab_to(f"for_clinics:{start}")
    names = []
    for _ in range(presses):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.objectName().removeprefix("for_clinics:"))
        pages.press(Qt.Key.Key_Tab)
    return names


@pytest.mark.parametrize(
    ("fold", "kind", "parts"),
    [
        ("items", "item", ("title", "stage", "why")),
        ("rewords", "reword", ("id", "title", "why")),
        ("lines", "line", ("name", "number", "hours")),
    ],
)
def test_tab_goes_through_what_was_added_in_its_order(
    desk: Desk, fold: str, kind: str, parts: tuple[str, ...]
) -> None:
    """All of the first, then of the second, then the button that adds."""
    desk.show()
    desk.press("fold:clinic")
    desk.press(f"fold:{fold}")
    desk.press(f"{kind}:add")
    desk.press(f"{kind}:add")

    names = walked(f"fold:{fold}", 8)[1:]

    fields = [f"{kind}:{place}:{part}" for place in (0, 1) for part in parts]
    assert names == [*fields, f"{kind}:add"]


def test_tab_goes_through_the_form_as_it_stands(desk: Desk) -> None:
    """From the clinic's name to its logo, and through the days of the check-ins."""
    desk.show()

    assert walked("name", 11) == [
        *("name", "author", "phones.day", "phones.out_of_hours", "version", "expires"),
        *("address", "hours", "languages", "logo", "fold:rules"),
    ]
    desk.press("fold:clinic")
    desk.press("fold:days")
    assert walked("two_hours.first_day", 11) == [
        *("two_hours.first_day", "two_hours.last_day", "two_hours.hours"),
        *("next_morning.first_day", "next_morning.last_day", "day_3.first_day", "day_3.last_day"),
        *("day_7.first_day", "day_7.last_day", "monthly", "phq_9.every_days"),
    ]


def test_a_fault_in_why_is_told_there(desk: Desk) -> None:
    """Not at what is to do, which is fine."""
    desk.show()
    desk.model.say("name", "Riverside")
    desk.model.say("author", "Dr. Lee")
    desk.unfold()
    desk.press("item:add")
    desk.type("item:0:title", "A form")
    desk.type("item:0:why", "See https://x.")

    desk.save()

    why = desk.page.findChild(QLineEdit, "for_clinics:item:0:why")
    title = desk.page.findChild(QLineEdit, "for_clinics:item:0:title")
    assert why is not None
    assert title is not None
    assert why.property("wrong")
    assert not title.property("wrong")
    assert why.hasFocus()


def test_a_logo_is_chosen_left_out_and_brought_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By keyboard; it is seen in the form and as patients see it, and kept with what is typed."""
    desk.show()
    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    form, preview = desk.page.findChildren(Logo)
    assert not form.isVisible()
    assert not preview.isVisible()
    answer(monkeypatch, "getOpenFileName", LOGO)

    desk.press("logo")

    assert form.isVisible()
    assert form.accessibleName() == "Logo of Riverside"
    assert preview.isVisible()
    desk.leave()
    assert desk.again().logo == LOGO.read_bytes()
    desk.press("logo:none")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "for_clinics:logo"
    assert not form.isVisible()
    assert not preview.isVisible()
    desk.type("phones.day", "555-0142")
    for is_there in (True, False):
        desk.undo.undo()
        pages.settle()
        assert form.isVisible() is is_there
    assert desk.model.draft.text("phones.day") == "555-0142"
    assert desk.undo.top is None
    desk.press("logo")
    answer(monkeypatch, "getSaveFileName", tmp_path / "clinic.yaml")
    desk.save()
    assert (tmp_path / "clinic-logo.svg").read_bytes() == LOGO.read_bytes()


@pytest.mark.parametrize("data", [b"MZ", png(8, 8)], ids=["no picture", "broken"])
def test_a_picture_that_cannot_be_used_changes_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    """Why is told at the button, until another is chosen or the pack is saved."""
    bad = tmp_path / "bad.png"
    bad.write_bytes(data)
    desk.show()
    desk.model.open(SAMPLE)
    before = desk.undo.top
    answer(monkeypatch, "getOpenFileName", bad)

    desk.press("logo")
    answer(monkeypatch, "getOpenFileName", None)
    desk.press("logo")

    button = QApplication.focusWidget()
    assert button is not None
    assert button.accessibleName() == "Logo: choose a picture…"
    assert "This file cannot be used." in button.accessibleDescription()
    assert desk.model.logo == LOGO.read_bytes()
    assert desk.undo.top is before
    answer(monkeypatch, "getSaveFileName", None)
    desk.save()
    assert "This file cannot be used." not in desk.words


def test_a_pack_whose_logo_is_gone_asks_for_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its place in the form; going on without one puts it right, and undo asks again."""
    desk.show()
    desk.model.open(packs.write(tmp_path, logo="clinic-logo.svg"))

    desk.save()

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "for_clinics:logo"
    assert "The logo clinic-logo.svg is not there" in desk.words
    desk.press("logo:none")
    assert desk.model.is_in_order
    desk.undo.undo()
    assert not desk.model.is_in_order


def test_a_logo_that_this_page_saved_gives_way_to_the_next(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to look for another folder."""
    desk.show()
    for key, text in (("name", "Riverside"), ("author", "Dr. Lee")):
        desk.model.say(key, text)
    answer(monkeypatch, "getSaveFileName", tmp_path / "clinic.yaml")
    other = LOGO.parents[1] / "pain-clinic" / LOGO.name

    for logo in (LOGO, other):
        desk.model.choose_logo(logo)
        desk.save()

    assert (tmp_path / LOGO.name).read_bytes() == other.read_bytes()
    assert "is still there" not in desk.words


def test_an_item_is_worded_anew_by_keyboard(desk: Desk, tmp_path: Path) -> None:
    """Chosen from the list; what the program says of it stands beside it."""
    desk.show()
    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    desk.press("fold:clinic")
    desk.press("fold:rewords")
    desk.press("reword:add")
    desk.type("reword:0:title", "My own headphones")
    desk.save()
    which = QApplication.focusWidget()
    assert isinstance(which, QComboBox)
    assert which.accessibleName() == "Item in your words 1: Which item"
    assert "Choose which item this is." in which.accessibleDescription()

    pages.type_words("Head")
    pages.settle()

    assert "In the program: " in desk.words
    assert "Choose which item this is." not in desk.words
    (said,) = desk.model.draft.rows_of(DraftReword)
    assert (said.id, said.title) == ("headphones", "My own headphones")
    title = desk.page.findChild(QLineEdit, "for_clinics:reword:0:title")
    assert title is not None
    title.selectAll()
    pages.tab_to("for_clinics:reword:0:title")
    pages.press(Qt.Key.Key_Delete)
    pages.settle()
    assert desk.model.preview is not None
    assert desk.model.preview.items == ()


def test_an_item_of_another_version_is_shown_by_its_id(desk: Desk, tmp_path: Path) -> None:
    """It can be told, and put right, where it stands."""
    path = packs.write(tmp_path, checklist={"reword": [{"id": "later_item", "title": "New"}]})
    desk.show()

    desk.model.open(path)
    desk.unfold()

    which = desk.page.findChild(QComboBox, "for_clinics:reword:0:id")
    assert which is not None
    assert which.currentText() == "later_item"
    assert "No item of the checklist has this id." in which.accessibleDescription()


def test_days_are_filled_in_by_keyboard(desk: Desk) -> None:
    """The program's stand above them; a fault is told at its field."""
    desk.show()
    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    desk.press("fold:clinic")
    desk.press("fold:days")
    first = desk.page.findChild(QLineEdit, "for_clinics:day_3.first_day")
    hours = desk.page.findChild(QLineEdit, "for_clinics:two_hours.hours")
    monthly = desk.page.findChild(QCheckBox, "for_clinics:monthly")
    assert first is not None
    assert hours is not None
    assert monthly is not None
    assert first.accessibleName() == "Day 3: From day"
    assert hours.accessibleName() == "About 2 hours later: Hours after the end"
    assert "In the program: day 3 to 4." in desk.words
    assert "In the program: day 0, 1.5 hours after the end." in desk.words
    assert monthly.isChecked()

    desk.type("day_3.first_day", "5")
    desk.press("monthly")
    desk.type("gad_7.every_days", "28")
    desk.save()

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "for_clinics:day_3.last_day"
    pages.type_words("6")
    pages.settle()
    assert "Day 3: day 5 to 6" in desk.words
    assert "No check-in once a month" in desk.words
    assert "GAD-7: every 28 days" in desk.words


def test_a_number_and_a_language_are_added_by_keyboard(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are seen as patients see them, and are in the file."""
    desk.show()
    answer(monkeypatch, "getSaveFileName", tmp_path / "clinic.yaml")
    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    desk.type("languages", "English")
    desk.press("fold:clinic")
    desk.press("fold:lines")
    desk.press("line:add")
    desk.type("line:0:name", "Night nurse")
    desk.type("line:0:number", "555-0142")
    desk.type("line:0:hours", "All night")

    desk.save()

    field = desk.page.findChild(QLineEdit, "for_clinics:line:0:number")
    assert field is not None
    assert field.accessibleName() == "Number 1: Number"
    assert "Spoken there: English" in desk.words
    assert "Night nurse: 555-0142\nAll night" in desk.words
    pack = read(tmp_path / "clinic.yaml")
    assert pack.languages == ("English",)
    assert [(one.name, one.number, one.hours) for one in pack.crisis_lines] == [
        ("Night nurse", "555-0142", "All night")
    ]


def test_a_rule_is_set_until_the_next_morning_by_keyboard(desk: Desk) -> None:
    """The box is there once there are words; it begins as the general rule has it."""
    desk.show()
    desk.type("name", "Riverside")
    desk.type("author", "Dr. Lee")
    desk.press("fold:clinic")
    desk.press("fold:rules")
    box = desk.page.findChild(QCheckBox, "for_clinics:decisions.next_day")
    driving = desk.page.findChild(QCheckBox, "for_clinics:driving.next_day")
    assert box is not None
    assert driving is not None
    assert not box.isVisible()
    assert driving.isChecked()

    desk.type("decisions.number", "24")
    desk.type("decisions.words", "Wait.")
    desk.press("decisions.next_day")

    assert box.isVisible()
    assert box.accessibleName() == "Big decisions: Wait for the next morning too"
    assert desk.model.draft.next_day == {"decisions": True}
    assert desk.model.is_in_order
    desk.model.open(SAMPLE)
    pages.settle()
    assert not box.isChecked()
    assert driving.isChecked()


def test_a_pack_that_is_turned_to_meanwhile_replaces_no_logo(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    """The one that was saved is that of another pack."""
    for key, text in (("name", "Riverside"), ("author", "Dr. Lee")):
        desk.model.say(key, text)
    desk.model.choose_logo(LOGO)
    other = LOGO.parents[1] / "pain-clinic" / SAMPLE.name

    desk.model.open(other)
    desk.model.go_back()
    desk.model.save(tmp_path / "clinic.yaml")
    desk.undo.undo()
    qtbot.waitUntil(lambda: desk.model.errand.title == "Saved: clinic.yaml")
    desk.model.errand.forget()
    desk.model.save(tmp_path / "clinic.yaml")
    qtbot.waitUntil(lambda: desk.model.errand.title == "Saved: clinic.yaml")

    assert "Another clinic-logo.svg was there." in desk.model.errand.sentences[1]
    assert (tmp_path / LOGO.name).read_bytes() == LOGO.read_bytes()


def test_the_page_for_it_is_one_press_away(desk: Desk) -> None:
    """To be read, printed or saved."""
    desk.show()

    desk.press("guide")

    assert desk.went == [Route("clinic_guide")]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(800, 600), (1180, 860)])
def test_everything_fits(desk: Desk, theme: Theme, percent: int, size: tuple[int, int]) -> None:
    """Unfolded, filled in and with faults: nothing is clipped, all can be hit and has a name."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    desk.show(*size)
    desk.model.open(SAMPLE)
    desk.model.say("name", "")
    desk.unfold()

    assert not pages.faults(desk.page)
