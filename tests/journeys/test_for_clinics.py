"""A clinic's day: a pack is filled in, the page for its IT is read, and a patient uses the pack."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.shell.self_test.hand import Hand
from app.storage.clinic_files import read
from app.ui.route import Route
from tests.journeys.conftest import Start


def test_a_pack_is_made_and_used(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the foot of Settings to the numbers in Help now."""
    desktop = start()
    hand = Hand(desktop.window)
    made = tmp_path / "made" / "clinic.yaml"
    made.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(made), ""))
    desktop.window.navigation.go(Route("settings", "about"))
    hand.settle()

    hand.click("settings:for_clinics")
    hand.write("for_clinics:name", "Riverside")
    hand.write("for_clinics:author", "Dr. Lee")
    hand.write("for_clinics:phones.day", "555-0142")
    hand.click("for_clinics:guide")
    page = desktop.window.navigation.page
    assert page is not None
    guide = "\n".join(label.text() for label in page.findChildren(QLabel))
    hand.click("clinic_guide:back")
    hand.click("for_clinics:save")
    hand.expect_words("Saved: clinic.yaml")
    desktop.program.clinic.open(made)
    desktop.window.navigation.go(Route("help"))
    hand.settle()

    assert "/etc/xdg/soft-landing" in guide.replace("\u200b", "")
    assert read(made).phones.day == "555-0142"
    shown = [label.text() for label in desktop.window.findChildren(QLabel) if label.isVisible()]
    assert any("555-0142" in text for text in shown)
