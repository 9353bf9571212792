"""The clinic's pack in Settings: what it is and where, opening it, removing it, what is wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.preferences import ClinicPhones, Look, Profile, ThemeName
from app.shell.bootstrap import Desktop
from app.shell.program import Program
from app.storage.paths import Paths
from app.ui.settings.pack_model import PackModel
from app.ui.undo import UndoStack
from app.ui.widgets.logo import Logo
from tests.support import lint, logos, packs
from tests.support.clock import FixedClock
from tests.support.day import Mailbox
from tests.support.keyboard import Keyboard
from tests.support.seat import Seat

Choose = Callable[[Path | None], None]


@pytest.fixture
def settings(tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """Return a seat before the clinic's section of Settings."""
    taken = Seat(tmp_path / "anna")
    taken.go("settings", "clinic")
    yield taken
    taken.close()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Answer the question for a file."""

    def choose(path: Path | None) -> None:
        answer = str(path) if path is not None else ""
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (answer, ""))

    return choose


def pack_of(desktop: Desktop) -> str:
    """Return whose pack is in use, if any."""
    pack = desktop.program.clinic.pack
    return pack.name if pack is not None else ""


def test_without_a_pack_it_is_said_what_one_is(settings: Seat) -> None:
    """And there is nothing to remove."""
    assert "Some clinics hand out a file with their name, phones and rules." in settings.page_words
    assert settings.shows("settings:pack:open")
    assert not settings.shows("settings:pack:remove")
    assert not settings.shows("settings:pack:use_again")


def test_a_pack_is_opened_and_told_of(settings: Seat, outside: Path, choose: Choose) -> None:
    """Whose it is, which version, from when, by whom, until when, and where it lies."""
    outside.mkdir()
    (outside / "clinic-logo.png").write_bytes(logos.png(300, 100))
    choose(packs.write(outside, logo="clinic-logo.png"))

    settings.click("settings:pack:open")

    said = settings.page_words
    assert "Set by Riverside Clinic" in said
    assert "Version 3, " in said
    assert "2026, by Dr. Lee" in said
    assert "Meant until " in said
    assert "newer version" not in said
    assert str(settings.paths.data / "clinic.yaml") in said
    (logo,) = (one for one in settings.desktop.window.findChildren(Logo) if one.isVisible())
    assert (logo.width(), logo.height()) == (120, 40)
    settings.click("undo")
    assert pack_of(settings.desktop) == ""
    assert not settings.shows("settings:pack:remove")


def test_nothing_is_opened_if_nothing_was_chosen(settings: Seat, choose: Choose) -> None:
    """The question was called off."""
    choose(None)

    settings.click("settings:pack:open")

    assert pack_of(settings.desktop) == ""
    assert not settings.shows("undo")


def test_a_bad_pack_changes_nothing_and_says_why(
    settings: Seat, outside: Path, choose: Choose
) -> None:
    """Which file, which line, and what stays in use; told until the page is left."""
    choose(packs.write(outside / "good"))
    settings.click("settings:pack:open")
    bad = packs.write(outside / "bad", rules=[{"id": "food", "hours": 300}])
    choose(bad)

    settings.click("settings:pack:open")

    said = settings.page_words
    assert str(bad) in said
    assert "Line 9, rules[0].hours: The value is not one that is known here." in said
    assert "What Riverside Clinic set before stays in use." in said
    assert pack_of(settings.desktop) == "Riverside Clinic"
    settings.go("today")
    settings.go("settings", "clinic")
    assert str(bad) not in settings.page_words


def test_a_broken_pack_among_the_files_is_told_of_once(tmp_path: Path, qtbot: QtBot) -> None:
    """At the clinic, with what is shown instead; not at the files, which are the patient's."""
    packs.write(tmp_path / "anna" / "data", version="two")
    seat = Seat(tmp_path / "anna")

    seat.go("settings", "clinic")
    said = seat.page_words.count("clinic.yaml")
    seat.close()

    assert said == 1


@pytest.mark.parametrize(
    ("logo", "said"),
    [
        (None, "The logo clinic-logo.svg should lie beside it."),
        (b"<svg onload='x'/>", "The logo clinic-logo.svg is not a plain picture."),
        (b" " * 1_100_000, "The logo clinic-logo.svg cannot be read. The file is too big."),
    ],
)
def test_what_is_wrong_with_a_logo_is_said(
    settings: Seat, outside: Path, choose: Choose, logo: bytes | None, said: str
) -> None:
    """The pack with it is not used: the clinic should know."""
    path = packs.write(outside, logo="clinic-logo.svg")
    if logo is not None:
        (outside / "clinic-logo.svg").write_bytes(logo)
    choose(path)

    settings.click("settings:pack:open")

    assert said in settings.page_words
    assert "General information is shown." in settings.page_words


def test_a_pack_is_removed_and_undone(settings: Seat, outside: Path, choose: Choose) -> None:
    """By the strip that stays until it is used."""
    choose(packs.write(outside))
    settings.click("settings:pack:open")

    settings.click("settings:pack:remove")

    assert "Set by Riverside Clinic" not in settings.page_words
    assert not settings.shows("settings:pack:remove")
    settings.click("undo")
    assert "Set by Riverside Clinic" in settings.page_words
    assert pack_of(settings.desktop) == "Riverside Clinic"


def test_the_keyboard_stays_with_the_pack(settings: Seat, outside: Path, choose: Choose) -> None:
    """What was pressed is gone; the next key is meant for nothing else."""
    choose(packs.write(outside))
    settings.click("settings:pack:open")

    Keyboard(settings.desktop.window).use("settings:pack:remove")

    assert settings.focus == "settings:pack:open"


def test_an_installed_pack_is_left_aside_and_used_again(settings: Seat, system: Path) -> None:
    """Its file stays where others put it."""
    path = packs.write(system)
    settings.reopen()
    settings.go("settings", "clinic")
    assert str(path) in settings.page_words

    settings.click("settings:pack:remove")
    assert "Not in use. General information is shown." in settings.page_words
    settings.click("settings:pack:use_again")

    assert "Set by Riverside Clinic" in settings.page_words
    settings.click("undo")
    assert pack_of(settings.desktop) == ""
    assert path.is_file()


def test_a_refused_pack_of_the_computer_is_named(settings: Seat, system: Path) -> None:
    """It can be removed from use, too."""
    path = packs.write(system, phones={"day": ["1"]})
    settings.reopen()
    settings.go("settings", "clinic")
    assert str(path) in settings.page_words
    assert "Line 8, phones.day: The value is not of the kind" in settings.page_words
    assert "General information is shown." in settings.page_words

    settings.click("settings:pack:remove")

    assert str(path) not in settings.page_words


def test_an_old_pack_says_so(settings: Seat, outside: Path, choose: Choose) -> None:
    """It stays in use."""
    choose(packs.write(outside, date="2020-01-01", expires="2021-01-01"))

    settings.click("settings:pack:open")

    assert "2021. Ask your clinic for a newer version." in settings.page_words


def test_two_numbers_that_differ_are_both_told_of(
    settings: Seat, outside: Path, choose: Choose
) -> None:
    """One of the two may be old; what was typed stays as it is."""
    preferences = settings.desktop.program.preferences
    typed = ClinicPhones(name="Riverside", day="555-0001", out_of_hours="555-0199")
    preferences.keep_profile(Profile(clinic=typed))
    phones = {"day": "555-0150", "out_of_hours": "555-0199"}
    choose(packs.write(outside, phones=phones))

    settings.click("settings:pack:open")

    said = settings.page_words
    assert "Your clinic's pack says Riverside Clinic. That is what is shown." in said
    assert "Your clinic's pack says 555-0150. Help now shows both." in said
    assert said.count("Shown on Help now.") == 1
    field = settings.find("settings:clinic:day")
    assert isinstance(field, QLineEdit)
    assert field.text() == "555-0001"
    settings.go("help")
    assert settings.shows("help:clinic:day")
    assert settings.shows("help:clinic:typed:day")


def test_a_number_that_was_not_typed_is_the_packs(
    settings: Seat, outside: Path, choose: Choose
) -> None:
    """And nothing is filled in for the patient."""
    choose(packs.write(outside, phones={"day": "555-0150"}))

    settings.click("settings:pack:open")

    assert "Help now shows 555-0150, from your clinic's pack." in settings.page_words
    assert settings.line("settings:clinic:day") == ""


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", ["x" * 120, "The Clinic of Riverside " * 4, "מרפאת נהר " * 12])
def test_long_names_and_wide_logos_fit(
    settings: Seat, outside: Path, choose: Choose, percent: int, name: str
) -> None:
    """In a small window with large letters; every control can be hit and has a name."""
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    settings.desktop.program.preferences.keep_look(look)
    settings.desktop.window.resize(800, 600)
    outside.mkdir()
    (outside / "clinic-logo.png").write_bytes(logos.png(3000, 40))
    said = {"author": "y" * 120, "logo": "clinic-logo.png"}
    choose(packs.write(outside, name=name.strip()[:120], **said))
    settings.click("settings:pack:open")
    choose(packs.write(outside / ("deep" * 20), phones={"night": "1"}, version="two"))
    settings.click("settings:pack:open")

    window = settings.desktop.window
    found = [*lint.clipped(window), *lint.small_targets(window), *lint.unnamed(window)]

    assert not found


def test_one_that_was_named_at_the_start_cannot_be_removed(tmp_path: Path) -> None:
    """It comes with the start, and goes with it."""
    path = packs.write(tmp_path / "given")
    home = tmp_path / "home"
    paths = Paths(data=home / "data", state=home / "state", config=home / "config")
    program = Program(paths, FixedClock(), Mailbox(), clinic=path)
    model = PackModel(program.clinic, UndoStack(), program.changes)

    assert model.files == (path,)
    assert not model.can_remove
    program.close()
