"""Packs and words that are not as the form expects them: they are shown, told, and never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.clinic import MOST_ADDED
from app.services.clinic_draft import DraftItem
from app.storage.clinic_files import read
from app.storage.yaml_values import Document
from app.ui.for_clinics.items import ItemRow
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import name_of
from app.ui.widgets.buttons import LinkButton
from tests.support import packs, pages
from tests.support.day import Day
from tests.ui.for_clinics.test_for_clinics_page import Desk


@pytest.fixture
def desk(theme: Theme, day: Day, qtbot: QtBot) -> Iterator[Desk]:
    """Make the page, show it, and leave it."""
    desk = Desk(theme, day, qtbot)
    desk.show()
    yield desk
    desk.leave()


def item(number: int) -> Document:
    """Return an item that a clinic adds."""
    return {"id": f"item_{number}", "title": f"Bring {number}", "stage": "morning"}


def focus() -> str:
    """Return the name of what has the keyboard."""
    found = QApplication.focusWidget()
    return "" if found is None else found.objectName()


def field(desk: Desk, kind: type[QLineEdit], name: str) -> QLineEdit:
    """Return the field *name* of the page."""
    found = desk.page.findChild(kind, f"for_clinics:{name}")
    assert found is not None
    return found


def test_a_pack_of_very_many_items_is_told_at_once(desk: Desk, tmp_path: Path) -> None:
    """No more of them have fields than a pack may hold, and the others are not lost."""
    path = packs.write(tmp_path)
    lines = "".join(f"  - {{id: i{number}, title: T, stage: after}}\n" for number in range(5000))
    path.write_text(f"{path.read_text()}checklist:\n  add:\n{lines}")

    desk.model.open(path)
    pages.settle()

    assert len(desk.page.findChildren(ItemRow)) == MOST_ADDED
    said = "checklist.add: It should be a list of at most 40 items"
    assert any(one.startswith(said) for one in desk.model.errand.sentences)
    assert b"i4999" in desk.form.written(desk.model.draft)


def test_a_book_that_is_pasted_is_told_beside_its_field(desk: Desk) -> None:
    """It stops nobody from typing on."""
    desk.model.say("languages", "p\n" * 120_000)

    assert not desk.model.may_be_saved()
    assert desk.model.wrong("languages").startswith("It should be a list of at most 20 items")


def test_no_more_rows_are_offered_than_a_pack_may_hold(desk: Desk, tmp_path: Path) -> None:
    """After the last one the button rests, and the keyboard goes into the new row."""
    rows = [item(number) for number in range(MOST_ADDED - 1)]
    desk.model.open(packs.write(tmp_path, checklist={"add": rows}))
    desk.unfold()
    more = desk.page.findChild(QPushButton, "for_clinics:item:add")
    assert more is not None

    before = more.isEnabled()
    more.click()
    pages.settle()

    assert (before, more.isEnabled()) == (True, False)
    assert field(desk, QLineEdit, f"item:{MOST_ADDED - 1}:title").hasFocus()


def test_the_keyboard_goes_through_rows_in_their_order(desk: Desk, tmp_path: Path) -> None:
    """Through those of the file, then through the new one, then to the button below them."""
    desk.model.open(packs.write(tmp_path, checklist={"add": [item(0), item(1)]}))
    desk.unfold()
    desk.press("item:add")
    field(desk, QLineEdit, "item:0:title").setFocus()
    names = []

    for _step in range(9):
        names.append(focus().removeprefix("for_clinics:item:"))
        pages.press(Qt.Key.Key_Tab)

    parts = ("title", "stage", "why")
    assert names == [f"{place}:{part}" for place in range(3) for part in parts]
    assert focus() == "for_clinics:item:add"


def test_when_an_item_is_to_be_done_is_asked_where_the_file_does_not_say_it(
    desk: Desk, tmp_path: Path
) -> None:
    """An unknown word is not taken for a week before, and choosing puts it right."""
    raw = {"id": "card", "title": "Bring it", "stage": "tomorrow"}
    desk.model.open(packs.write(tmp_path, checklist={"add": [raw]}))
    desk.unfold()
    stage = desk.page.findChild(QComboBox, "for_clinics:item:0:stage")
    assert stage is not None

    before = stage.currentIndex(), "Choose when this is to be done." in desk.words
    title = field(desk, QLineEdit, "item:0:title")
    title.setText("Bring it along")
    title.textEdited.emit(title.text())
    still = desk.model.draft.rows_of(DraftItem)[0]
    stage.setCurrentIndex(0)
    stage.activated.emit(0)

    assert before == (-1, True)
    assert (still.title, still.stage) == ("Bring it along", None)
    assert desk.model.is_in_order


def test_words_in_the_wrong_place_stand_in_their_field(desk: Desk, tmp_path: Path) -> None:
    """With what is wrong; nothing is in order before somebody typed."""
    path = packs.write(tmp_path, after_care="Rest well.", address=["1 Road", "Town"])

    desk.model.open(path)
    desk.unfold()

    words = desk.page.findChild(QPlainTextEdit, "for_clinics:after_care")
    assert words is not None
    assert words.toPlainText() == "Rest well."
    assert desk.model.wrong("after_care")
    assert not desk.model.is_in_order


def test_an_item_keeps_its_id_when_its_words_change_after_saving(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    """What a patient ticked stays ticked."""
    model = desk.model
    model.say("name", "Riverside")
    model.say("author", "Dr. Lee")
    model.put_row(0, DraftItem(title="Bring your card"))
    path = tmp_path / "clinic.yaml"
    model.save(path)
    qtbot.waitUntil(lambda: not model.errand.is_busy)

    model.put_row(0, DraftItem(title="Bring both cards"))
    model.save(path)
    qtbot.waitUntil(lambda: not model.errand.is_busy)

    added = read(path).checklist.add
    assert [(one.id, one.title) for one in added] == [("bring_your_card", "Bring both cards")]


def test_a_clinic_with_an_ampersand_takes_no_key(desk: Desk, tmp_path: Path) -> None:
    """Its name is read as it is written."""
    desk.model.say("name", "R&D Clinic")

    desk.model.open(packs.write(tmp_path))
    pages.settle()

    link = desk.page.findChild(LinkButton, "for_clinics:before")
    assert link is not None
    assert link.shortcut().toString() == ""
    assert name_of(link) == "Go back to R&D Clinic, which is not saved yet"
