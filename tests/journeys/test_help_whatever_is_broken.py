"""Help now on real folders, broken in every way: the numbers are there, and what is said is so."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.country import guess_country
from app.domain.preferences import ClinicPhones, Person, Profile
from app.services.content import Content
from app.shell.bootstrap import Desktop
from app.storage.lock import FolderLock
from app.storage.paths import Paths
from app.ui.profile_draft import computers_locale
from tests.storage_faults.mounts import memory_disk
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard
from tests.support.pages import settle

ANNA = Profile(
    name="Anna",
    country="DE",
    clinic=ClinicPhones(name="Riverside Clinic", day="555-0142", out_of_hours="555-0199"),
    people=(Person(name="Sam", phone="555-0136"),),
)
OWN = ["555-0142", "555-0199", "555-0136"]
GERMANY = ["112", "0800 111 0 111", "0800 111 0 222"]
UNREAD = "The people and phones you added could not be read."
SAFE = "Their file is safe: profile.yaml."

Open = Callable[..., Desktop]


@pytest.fixture
def home(tmp_path: Path, qtbot: QtBot) -> Path:
    """Return a home in which Anna has named her country, her clinic and Sam."""
    desktop = Desktop(paths(tmp_path), FixedClock(), "en")
    preferences = desktop.program.preferences
    preferences.first_run_done(desktop.program.clock.now())
    preferences.keep_profile(ANNA)
    assert desktop.close()
    desktop.window.deleteLater()
    return tmp_path


@pytest.fixture
def start(home: Path, qtbot: QtBot) -> Iterator[Open]:
    """Start the program there, in a language; what is open at the end is closed."""
    opened: list[Desktop] = []

    def begin(language: str = "en", *, remembered: bool = False) -> Desktop:
        desktop = Desktop(paths(home, remembered=remembered), FixedClock(), language)
        opened.append(desktop)
        desktop.show()
        with qtbot.waitExposed(desktop.window):
            pass
        QTest.qWait(20)
        return desktop

    yield begin
    for desktop in opened:
        desktop.close()
        desktop.window.deleteLater()


def paths(home: Path, *, remembered: bool = False) -> Paths:
    """Return the three folders below *home*."""
    return Paths(
        data=home / "data",
        state=home / "state",
        config=home / "config",
        chosen=remembered,
        remembered=remembered,
    )


def press_help(desktop: Desktop) -> None:
    """Press F1 wherever the keyboard is."""
    desktop.window.activateWindow()  # the offscreen platform forgets which one it was
    QTest.qWaitForWindowActive(desktop.window)
    QTest.keyClick(QApplication.focusWidget() or desktop.window, Qt.Key.Key_F1)
    QTest.qWait(20)
    settle()
    here = desktop.window.navigation.here
    assert here is not None
    assert here.name == "help"


def numbers(desktop: Desktop) -> list[str]:
    """Return the numbers that are shown, in order."""
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    labels = desktop.window.findChildren(QLabel)
    return [
        one.text() for one in labels if one.isVisible() and one.textInteractionFlags() & selectable
    ]


def words(desktop: Desktop) -> str:
    """Return every word on the screen."""
    labels = desktop.window.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def guessed() -> list[str]:
    """Return the numbers of the country that this computer names; a website if it names none."""
    lines = Content().crisis_lines
    country = lines.of(guess_country(computers_locale()))
    if country is None:
        return [lines.elsewhere.website]
    return [country.emergency, *(line.number for line in country.lines)]


def add_kim(desktop: Desktop) -> None:
    """Add somebody by name, by keyboard."""
    keys = Keyboard(desktop.window)
    keys.use("help:person:add")
    keys.write("Kim")
    keys.press(Qt.Key.Key_Return)


def a_file_in_its_place(data: Path) -> None:
    """Let a file stand where the folder was."""
    data.rename(data.with_name("away"))
    data.write_text("in the way", encoding="utf-8")


def a_link_to_nowhere(data: Path) -> None:
    """Let a link stand there whose end is gone."""
    data.rename(data.with_name("away"))
    data.symlink_to(data.with_name("gone") / "further")


def a_link_to_itself(data: Path) -> None:
    """Let a link stand there that leads round and round."""
    data.rename(data.with_name("away"))
    data.symlink_to(data)


@pytest.mark.parametrize("break_it", [a_file_in_its_place, a_link_to_nowhere, a_link_to_itself])
def test_a_folder_that_cannot_be_opened(
    home: Path, start: Open, break_it: Callable[[Path], None]
) -> None:
    """The numbers of the computer's country, a sentence, and Anna's file untouched."""
    before = (home / "data" / "profile.yaml").read_bytes()
    break_it(home / "data")
    desktop = start()

    press_help(desktop)

    assert numbers(desktop) == guessed()
    assert "If you added people or phones, they cannot be shown now." in words(desktop)
    assert "safe" not in words(desktop).replace("stay safe", "")
    assert (home / "away" / "profile.yaml").read_bytes() == before


def test_a_remembered_folder_that_is_away(home: Path, start: Open) -> None:
    """A stick that is not plugged in is not taken for an empty folder; plugged in, all is there."""
    (home / "data").rename(home / "away")
    desktop = start(remembered=True)
    press_help(desktop)
    assert numbers(desktop) == guessed()
    assert "The folder with your files is not there. If you added people" in words(desktop)
    assert not (home / "data").exists()

    (home / "away").rename(home / "data")
    desktop.program.saving.retry()
    settle()

    assert numbers(desktop) == [*GERMANY, *OWN]
    assert "cannot be shown" not in words(desktop)


def test_a_folder_that_goes_away_while_help_is_open(home: Path, start: Open) -> None:
    """What was read stays on the screen; nothing is said to be missing that is not."""
    desktop = start()
    press_help(desktop)

    shutil.rmtree(home / "data")
    desktop.program.outside.take(desktop.program.outside.look()())
    settle()

    assert numbers(desktop) == [*GERMANY, *OWN]
    assert "cannot be shown" not in words(desktop)


@pytest.mark.parametrize(
    "text", ["name: Anna\n\tcountry: DE\n", "schema: 1\ncountry: DE\npeople:\n  - {name: Sa"]
)
def test_a_profile_that_cannot_be_read(home: Path, start: Open, text: str) -> None:
    """It is called safe, and it is; who is added then stands in a file beside it."""
    file = home / "data" / "profile.yaml"
    file.write_text(text, encoding="utf-8")
    desktop = start()

    press_help(desktop)

    assert numbers(desktop) == guessed()
    assert f"{UNREAD} {SAFE}" in words(desktop)
    add_kim(desktop)
    assert desktop.program.folder.writer.wait(10)
    settle()
    assert file.read_text(encoding="utf-8") == text
    assert "Kim" in (home / "data" / "profile-2.yaml").read_text(encoding="utf-8")
    assert SAFE in words(desktop)

    file.write_text("schema: 1\ncountry: DE\n", encoding="utf-8")
    desktop.program.outside.take(desktop.program.outside.look()())
    settle()

    assert numbers(desktop) == GERMANY
    assert "Kim" in words(desktop)
    assert SAFE not in words(desktop)


def test_a_profile_that_is_empty_is_not_called_safe(home: Path, start: Open) -> None:
    """As after a power cut on some disks."""
    (home / "data" / "profile.yaml").write_bytes(b"")
    desktop = start()

    press_help(desktop)

    assert numbers(desktop) == guessed()
    assert f"{UNREAD} Their file is profile.yaml. The file is empty." in words(desktop)


def test_a_profile_damaged_in_part_shows_the_rest(home: Path, start: Open) -> None:
    """A clinic that is no clinic and one line of people: Sam and the country are there."""
    file = home / "data" / "profile.yaml"
    file.write_text(
        "schema: 1\ncountry: DE\nclinic: 5\npeople:\n  - name: Sam\n    phone: 555-0136\n  - Kim\n",
        encoding="utf-8",
    )
    desktop = start()

    press_help(desktop)

    assert numbers(desktop) == [*GERMANY, "555-0136"]
    assert f"may be missing here. {SAFE}" in words(desktop)


def test_phones_written_by_hand_without_quotes_are_numbers_all_the_same(
    home: Path, start: Open
) -> None:
    """And somebody without a phone is still somebody to think of."""
    file = home / "data" / "profile.yaml"
    file.write_text(
        "country: DE\nclinic:\n  day: 5550142\npeople:\n  - name: Sam\n    phone: 5550136\n"
        "  - name: Kim\n",
        encoding="utf-8",
    )
    desktop = start()

    press_help(desktop)

    assert numbers(desktop) == [*GERMANY, "5550142", "5550136"]
    assert "Kim" in words(desktop)
    assert "missing" not in words(desktop)


def test_every_other_file_may_be_broken(home: Path, start: Open) -> None:
    """Settings, checklist, journal, infusions and notes have no say on Help now."""
    data = home / "data"
    for name in ("settings", "checklist", "consultation", "calm", "clinic"):
        (data / f"{name}.yaml").write_text("a: [\n", encoding="utf-8")
    for name in ("journal/2026/2026-11-24.yaml", "infusions/2026-11-30-a7k.yaml"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(b"\0\0\0")
    desktop = start()

    press_help(desktop)

    assert numbers(desktop) == [*GERMANY, *OWN]


@pytest.mark.parametrize("language", ["xx", "tlh", "../..", "de_DE"])
def test_a_language_nobody_translated(start: Open, language: str) -> None:
    """The wording is there in English, with every number."""
    desktop = start(language)

    press_help(desktop)

    assert numbers(desktop) == [*GERMANY, *OWN]
    assert "Trouble breathing or swallowing" in words(desktop)


def test_another_program_has_the_folder(home: Path, start: Open) -> None:
    """It is read; who is added stays on the screen, and why it is not saved is said."""
    lock = FolderLock(paths(home).lock)
    lock.take()
    desktop = start()

    press_help(desktop)

    assert numbers(desktop) == [*GERMANY, *OWN]
    add_kim(desktop)
    settle()
    assert "Kim" in words(desktop)
    assert "Another program has the folder open." in words(desktop)
    lock.release()


def test_a_full_disk(tmp_path: Path, home: Path, start: Open) -> None:
    """Everything is shown; who is added stays on the screen until there is room again."""
    shutil.move(home / "data", home / "before")
    with memory_disk(home / "data", "64k") as data:
        shutil.copytree(home / "before", data, dirs_exist_ok=True)
        fill(data / "filler")
        desktop = start()

        press_help(desktop)
        assert numbers(desktop) == [*GERMANY, *OWN]
        add_kim(desktop)
        desktop.program.folder.writer.wait(10)
        settle()

        assert "Not saved yet. Your words are still here. The disk is full." in words(desktop)
        assert "Kim" in words(desktop)
        (data / "filler").unlink()
        desktop.program.saving.retry()
        assert desktop.program.folder.writer.wait(10)
        assert "Kim" in (data / "profile.yaml").read_text(encoding="utf-8")
        desktop.close()


def fill(path: Path) -> None:
    """Write into *path* until the disk takes no more."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        while os.write(descriptor, b"x" * 4096):
            pass
    except OSError:
        pass
    finally:
        os.close(descriptor)
