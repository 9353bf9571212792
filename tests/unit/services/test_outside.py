"""What others do to the files and to the folder itself, as far as it is told on."""

import pytest

from app.domain.consultation import Text
from app.domain.preferences import Profile
from app.services.changes import OF_FILES, Kind
from app.services.outside import Outside
from app.storage.check import LAYOUTS
from app.storage.folder_probe import Access
from app.storage.paths import Paths
from tests.support.day import Day


def look(outside: Outside) -> bool:
    """Look once, as the window does every two seconds."""
    return outside.take(outside.look()())


def test_what_an_editor_changes_is_announced(day: Day) -> None:
    """By its kind; a second look tells nothing new."""
    day.program.preferences.keep_profile(Profile(name="Anna"))
    day.settle()
    outside = day.program.outside
    look(outside)
    heard: list[Kind] = []
    day.program.changes.listen(heard, heard.append)

    path = day.data / "profile.yaml"
    path.write_text(path.read_text("utf-8").replace("Anna", "Bertha"), "utf-8")

    assert look(outside)
    assert heard == [Kind.PROFILE]
    assert day.program.preferences.profile.name == "Bertha"
    assert not look(outside)


def test_a_folder_that_comes_late_is_opened(day: Day) -> None:
    """A memory stick that was not in at the start."""
    day.program.preferences.keep_profile(Profile(name="Anna"))
    day.settle()
    folder = day.program.folder
    day.data.rename(day.home / "away")
    folder.paths = Paths(
        data=day.data,
        state=day.home / "state",
        config=day.home / "config",
        chosen=True,
        remembered=True,
    )
    folder.open()
    assert folder.access is Access.MISSING
    outside = Outside(folder, day.program.changes)
    look(outside)
    assert day.program.saving.is_out_of_reach

    (day.home / "away").rename(day.data)
    look(outside)

    assert not day.program.saving.is_out_of_reach
    assert day.program.preferences.profile.name == "Anna"


def test_a_folder_that_is_moved_by_ourselves_is_no_news(day: Day) -> None:
    """It is gone for a moment, and nobody hears of it."""
    day.settle()
    folder = day.program.folder
    assert folder.hold(5)
    day.data.rename(day.home / "away")

    look(day.program.outside)

    assert folder.noted.trouble is None
    (day.home / "away").rename(day.data)
    folder.let_go()


def test_a_folder_that_cannot_be_looked_at_is_not_called_gone(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that answers with an error for once."""
    day.settle()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.stat", refused)
        snapshot = day.program.outside.look()()
    day.program.outside.take(snapshot)

    assert not day.program.saving.is_out_of_reach


def test_a_file_in_the_place_of_the_folder_is_said(day: Day) -> None:
    """It is as good as gone."""
    day.settle()
    day.data.rename(day.home / "away")
    day.data.write_text("in the way")

    look(day.program.outside)

    assert day.program.saving.is_out_of_reach
    day.data.unlink()
    (day.home / "away").rename(day.data)


def test_what_others_wrote_just_before_a_save_is_announced(day: Day) -> None:
    """It is put together with ours at once, and whoever hears of it sees both."""
    notes = day.program.consultation
    notes.say(Text.OTHER, "mine")
    day.settle()
    seen: list[str] = []

    def hear(kind: Kind) -> None:
        if kind is Kind.CONSULTATION:
            seen.append(notes.get().life_changes)

    day.program.changes.listen(seen, hear)
    path = day.data / "consultation.yaml"
    notes.say(Text.OTHER, "mine, and", sender=seen)
    day.program.folder.writer.wait(10)  # nobody has heard of that save yet, so nobody looks
    path.write_text(path.read_text("utf-8") + "life_changes: theirs\n", "utf-8")
    notes.say(Text.OTHER, "mine, and more", sender=seen)
    day.settle()
    day.settle()

    assert seen == ["theirs"]
    assert notes.get().other == "mine, and more"


def test_every_kind_of_file_has_what_changes_with_it() -> None:
    """A file that is added later is not left out of what pages hear."""
    assert OF_FILES.keys() == {
        *(one.kind for one in LAYOUTS.values()),
        *("infusion", "journal", "history", "clinic"),
    }
