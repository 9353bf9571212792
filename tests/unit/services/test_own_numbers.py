"""What is said where the patient's own people and phones cannot be read: true, and no more."""

from pathlib import Path

import pytest

from app.domain.preferences import ClinicPhones, Person, Profile
from app.services.own_numbers import unread_sentence
from app.storage.errors import ErrorCode
from app.storage.problems import FileProblem
from tests.support.day import Day

SAM = Profile(
    country="US",
    clinic=ClinicPhones(day="555-0142"),
    people=(Person(name="Sam", phone="555-0136"),),
)
UNREAD = "The people and phones you added could not be read."
IN_PART = "Some of the people and phones you added may be missing here."


def said(day: Day) -> str:
    """Return what is said beside the numbers that are shown now."""
    profile = day.program.preferences.profile
    return unread_sentence(day.program.saving, profile)


def broken(day: Day, text: str | bytes, name: str = "profile.yaml") -> str:
    """Write *text* into the file while the program is closed; return what is said then."""
    day.close()
    data = text.encode() if isinstance(text, str) else text
    (day.data / name).write_bytes(data)
    day.reopen()
    return said(day)


def test_nothing_is_said_where_everything_is_read(day: Day) -> None:
    """With and without people, and beside damage elsewhere."""
    assert said(day) == ""
    day.program.preferences.keep_profile(SAM)
    assert said(day) == ""

    assert broken(day, "look: [\n", "settings.yaml") == ""


@pytest.mark.parametrize(
    "text", ["name: Anna\n\tcountry: US\n", "people: [\n", "- a list\n", "people: &a []\n"]
)
def test_a_file_that_needs_a_hand_is_called_safe(day: Day, text: str) -> None:
    """It is there, and it is never written before somebody has mended it."""
    sentence = broken(day, text)

    assert sentence == f"{UNREAD} Their file is safe: profile.yaml."
    day.program.preferences.keep_profile(SAM)
    day.settle()
    assert day.text("profile.yaml") == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "The file is empty."),
        (b"\xff", "The file is not plain UTF-8 text."),
        (b"\0" * 40, "The file holds signs that are not text."),
    ],
)
def test_a_file_that_lost_its_words_is_not_called_safe(day: Day, data: bytes, why: str) -> None:
    """Its name and what is wrong with it, and nothing that comforts falsely."""
    assert broken(day, data) == f"{UNREAD} Their file is profile.yaml. {why}"


def test_a_folder_in_the_place_of_the_file_is_told(day: Day) -> None:
    """There is no file to be called safe."""
    day.close()
    (day.data / "profile.yaml").mkdir()
    day.reopen()

    assert "safe" not in said(day)
    assert said(day).startswith(UNREAD)


@pytest.mark.parametrize("code", [ErrorCode.NO_PERMISSION, ErrorCode.DISK_ERROR])
def test_a_disk_that_does_not_read_it_is_told(day: Day, code: ErrorCode) -> None:
    """Whether the words are still there nobody knows."""
    problem = FileProblem(path="profile.yaml", code=code)
    day.program.folder.noted.note("profile.yaml", (problem,))

    sentence = unread_sentence(day.program.saving, Profile())

    assert sentence.startswith(f"{UNREAD} Their file is profile.yaml. ")
    assert "safe" not in sentence


@pytest.mark.parametrize(
    "text",
    [
        "clinic: 5\npeople:\n  - name: Sam\n    phone: 555-0136\n",
        "people:\n  - name: Sam\n    phone: 555-0136\n  - just a name\n",
    ],
)
def test_a_part_that_cannot_be_read_is_told_beside_the_rest(day: Day, text: str) -> None:
    """Sam is shown; whoever stood in the other line is not."""
    assert broken(day, text) == f"{IN_PART} Their file is safe: profile.yaml."
    assert day.program.preferences.profile.people == SAM.people


def test_damage_that_hides_no_number_is_not_told_here(day: Day) -> None:
    """A purpose nobody knows, and a file from a later program that is read as far as it goes."""
    assert broken(day, "purpose: joy\n") == ""

    assert broken(day, "schema: 9\npeople:\n  - name: Sam\n    phone: 555-0136\n") == ""


def test_what_is_added_beside_a_damaged_file_does_not_hide_it(day: Day) -> None:
    """The new one is shown, the old ones are still missing."""
    broken(day, "people: [\n")

    day.program.preferences.keep_profile(SAM)

    assert said(day) == f"{IN_PART} Their file is safe: profile.yaml."


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """It may hold people, or not; what was added since is shown."""
    (tmp_path / "data").write_text("a file in its place", encoding="utf-8")
    day = Day(tmp_path)

    assert said(day) == (
        "The folder with your files cannot be opened."
        " If you added people or phones, they cannot be shown now."
    )
    day.program.preferences.keep_profile(SAM)
    assert said(day) == ""
    day.close()
