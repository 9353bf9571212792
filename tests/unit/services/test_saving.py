"""Whether everything is on the disk, in plain words."""

from pathlib import Path

import pytest

from app.domain.preferences import Profile
from app.services.changes import Changes
from app.services.problems import reading_failed, saving_failed
from app.services.saving import SaveState, Saving
from app.storage.errors import ErrorCode
from app.storage.jobs import SaveOutcome, SaveReport
from tests.support.day import Day


def test_saved_is_said_only_when_it_is_so(day: Day) -> None:
    """While the writer works, it says so."""
    day.settle()

    day.program.preferences.keep_profile(Profile(name="Anna"))
    waiting = day.program.saving.state
    day.settle()

    assert waiting in (SaveState.WAITING, SaveState.SAVED)
    assert day.program.saving.sentence == "Saved"


def test_a_folder_that_vanished_costs_no_words(tmp_path: Path) -> None:
    """They stay in the program, the reason is said, and a retry saves them."""
    day = Day(tmp_path)
    day.settle()
    (day.data / "README.txt").unlink()
    day.data.rmdir()
    day.data.write_text("a file in its place")

    day.program.preferences.keep_profile(Profile(name="Anna"))
    day.settle()
    sentence = day.program.saving.sentence
    day.data.unlink()
    day.data.mkdir()
    day.program.saving.retry()
    day.settle()

    assert "Your words are still here." in sentence
    assert day.program.saving.state is SaveState.SAVED
    assert "name: Anna" in day.text("profile.yaml")
    day.close()


def test_an_unconfirmed_save_is_not_called_saved(day: Day) -> None:
    """The disk took it and did not confirm it."""
    day.settle()

    for hear in day.program.folder.on_save:
        hear(SaveReport(path=day.data / "x.yaml", outcome=SaveOutcome.UNCONFIRMED))

    assert day.program.saving.sentence == "Saved, but the disk did not confirm it."


def test_while_something_is_being_written_it_says_so(day: Day) -> None:
    """The state follows the folder."""
    day.settle()
    saving = Saving(day.program.folder, Changes())
    day.program.preferences.keep_profile(Profile(name="B" * 100_000))

    seen = {saving.sentence}
    day.settle()

    assert seen <= {"Saving…", "Saved"}


def test_a_damaged_file_is_named_with_its_line(day: Day) -> None:
    """And what is wrong with it, in words."""
    day.settle()
    (day.data / "profile.yaml").write_text("name: Anna\n\tcountry: US\n")

    profile = day.program.preferences.profile
    (problem,) = day.program.saving.problems

    assert profile == Profile()
    assert (problem.path, problem.line) == ("profile.yaml", 2)
    sentence = day.program.saving.problem_sentence(problem)
    assert sentence == "Line 2: There is a tab where spaces are needed."
    assert day.program.saving.folder_sentence == ""
    assert day.program.saving.folder_path == day.data


@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_error_has_its_sentence(code: ErrorCode) -> None:
    """Plain words that end in a full stop, for reading and for saving."""
    assert reading_failed(code, None).endswith(".")
    assert reading_failed(code, 3).startswith("Line 3: ")
    assert saving_failed(code).endswith(".")


def test_a_failure_without_a_code_has_a_sentence_too() -> None:
    """Nothing is left blank."""
    assert saving_failed(None) == "The disk did not take it."
