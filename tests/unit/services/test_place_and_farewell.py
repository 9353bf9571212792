"""Moving everything and deleting everything, as the screens ask for it."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.calm_phases import single
from app.domain.preferences import Profile
from app.services import farewell
from app.services.changes import Kind
from app.services.farewell import Farewell
from app.services.place import Place
from app.services.refusals import NotDoneError
from app.services.saving import SaveState
from app.storage.data_folder import DataFolder
from app.storage.drafts import Drafts
from app.storage.errors import ErrorCode
from app.storage.folder_probe import Access
from app.storage.move import remember
from app.storage.paths import CHOSEN_NAME, Paths
from tests.support.data_folders import check_in
from tests.support.day import Day
from tests.support.errands import delete, move
from tests.support.zips import contents, fill

CANARY = "Kanarienvogel"


def place_of(day: Day) -> Place:
    """Return the place of the day's program, with folders of the test's own."""

    def paths_of(folder: Path) -> Paths:
        state = day.home / "state" / "folders" / folder.name
        return Paths(
            data=folder, state=state, config=day.home / "config", chosen=True, remembered=True
        )

    return Place(day.program.folder, day.program.changes, paths_of)


def say(day: Day, name: str) -> None:
    """Let the patient give their name, and wait until it is saved."""
    day.program.preferences.keep_profile(Profile(name=name))
    day.settle()


def refusal(call: Callable[[], object]) -> NotDoneError:
    """Return what is said when *call* is not done."""
    with pytest.raises(NotDoneError) as caught:
        call()
    return caught.value


def test_the_program_goes_on_in_the_new_place(day: Day) -> None:
    """Nothing has to be started again; a session under way and the backups have moved along."""
    say(day, "Anna")
    day.program.calm.start(single(5))
    day.program.copies.back_up()
    day.settle()
    fill(day.data, {"notes.txt": "mine"})
    heard: list[Kind] = []
    day.program.changes.listen(heard, heard.append)
    place = place_of(day)

    done = move(place, day.home / "stick")

    assert place.path == day.home / "stick"
    assert Kind.PROFILE in heard
    assert done.sentences == (
        f"2 files are now in {day.home / 'stick'}. They were read back and are right.",
        "In the old folder stayed:",
        "notes.txt: This file is not one of ours. It is left alone.",
    )
    say(day, "Bert")
    day.program.calm.pause()
    day.settle()
    assert "Bert" in (day.home / "stick" / "profile.yaml").read_text("utf-8")
    assert contents(day.data) == {"notes.txt": b"mine"}
    assert not (day.home / "state" / "running-session.yaml").exists()
    assert day.program.folder.paths.running_session.exists()
    assert len(day.program.copies.all()) == 1
    day.program.calm.end()
    day.settle()
    assert not day.program.folder.paths.running_session.exists()


@pytest.mark.parametrize("is_heard_before", [True, False])
def test_what_is_typed_during_a_move_is_called_saved_afterwards(
    day: Day, *, is_heard_before: bool
) -> None:
    """That it had to wait is said under a place that is no longer any file's."""
    say(day, "Anna")
    place = place_of(day)
    place.hold()
    day.program.preferences.keep_profile(Profile(name="Bert"))
    if is_heard_before:
        day.mail.open()
        assert day.program.saving.state is SaveState.FAILED

    place.let_go(place.carry_over(day.home / "stick"))
    day.settle()

    assert "Bert" in (day.home / "stick" / "profile.yaml").read_text("utf-8")
    assert day.program.saving.state is SaveState.SAVED


def test_words_typed_after_a_move_are_in_a_draft(day: Day) -> None:
    """And only there: what was moved along goes once they are written, and they once stored."""
    program = day.program
    program.recovery.start()
    plan = program.infusions.draft(day.clock.now().date())
    program.infusions.hold(replace(plan, notes="The beginning"))
    assert program.recovery.keep_now(10)

    move(place_of(day), day.home / "stick")
    day.settle()
    program.infusions.hold(replace(plan, notes="The beginning, and all that came later"))
    assert program.recovery.keep_now(10)

    (draft,) = (day.home / "state").rglob(f"{plan.id}.yaml")
    assert "and all that came later" in draft.read_text("utf-8")
    assert draft.is_relative_to(program.folder.paths.drafts / "now")
    program.infusions.keep_new(plan)
    day.settle()
    assert program.recovery.keep_now(10)
    assert not list((day.home / "state").rglob(f"{plan.id}.yaml"))


@pytest.mark.parametrize("moves", [True, False])
def test_a_session_that_is_paused_during_a_move_stays_paused(day: Day, *, moves: bool) -> None:
    """Also where the move came to nothing: it is written where it belongs afterwards."""
    day.program.calm.start(single(5))
    day.settle()
    place = place_of(day)
    place.hold()
    done = place.carry_over(day.home / "stick") if moves else None
    day.program.calm.pause()
    day.settle()
    place.let_go(done)
    day.settle()

    (file,) = (day.home / "state").rglob("running-session.yaml")
    assert file == day.program.folder.paths.running_session
    assert "paused" in file.read_text("utf-8")


def test_a_look_at_the_old_place_does_not_make_the_new_one_gone(day: Day) -> None:
    """The look was on its way while the folder moved."""
    say(day, "Anna")
    look = day.program.outside.look()
    place = place_of(day)
    place.hold()
    done = place.carry_over(day.home / "stick")
    snapshot = look()
    place.let_go(done)

    assert not day.program.outside.take(snapshot)

    assert not day.program.saving.is_out_of_reach
    assert day.program.saving.folder_sentence == ""


def test_a_folder_that_cannot_be_moved_stays_in_use(day: Day) -> None:
    """One sentence says why, and the next save goes where the last one went."""
    say(day, "Anna")
    fill(day.home / "full", {"profile.yaml": "of somebody else"})
    place = place_of(day)

    error = refusal(lambda: move(place, day.home / "full"))
    say(day, "Bert")

    assert error.sentence == (
        "The folder was not moved. Something is there already. Choose another name. "
        "Your files are where they were."
    )
    assert "Bert" in day.text("profile.yaml")


def test_a_folder_with_nothing_foreign_in_it_is_gone(day: Day) -> None:
    """There is nothing more to say then."""
    say(day, "Anna")

    done = move(place_of(day), day.home / "stick")

    assert len(done.sentences) == 1
    assert not day.data.exists()


def test_nothing_is_moved_while_words_are_not_saved(day: Day) -> None:
    """The words come first."""
    place = place_of(day)
    day.settle()
    day.program.preferences.keep_profile(Profile(name="Anna"))

    assert refusal(lambda: move(place, day.home / "stick")).code is ErrorCode.NOT_SAVED_YET
    assert place.path == day.data


def test_a_folder_named_at_the_start_is_not_ours_to_move(day: Day) -> None:
    """Neither would the next start find it."""
    assert place_of(day).can_move
    assert day.program.place.can_move
    folder = DataFolder(replace(day.program.folder.paths, chosen=True), day.mail)

    assert not Place(folder, day.program.changes, lambda _: folder.paths).can_move


def test_a_chosen_folder_that_is_gone_can_be_given_up(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next start uses the usual one; a disk that refuses is said."""
    remember(day.home / "config", day.home / "stick")

    def refused(_: object) -> None:
        raise OSError(errno.EROFS, "no")

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refused)
        assert refusal(day.program.place.use_the_usual_folder).code is ErrorCode.READ_ONLY
    day.program.place.use_the_usual_folder()

    assert not (day.home / "config" / CHOSEN_NAME).exists()


def test_a_move_that_was_cut_off_is_finished_by_the_next_start(day: Day) -> None:
    """Before anything is read."""
    say(day, "Anna")
    fill(day.home / "old", contents(day.data))
    note = f"data: {day.home / 'old'}\nstate: {day.home / 'none'}\n"
    fill(day.home / "state", {"moved-from.yaml": note})

    day.reopen()

    assert not (day.home / "old").exists()
    assert day.program.preferences.profile.name == "Anna"


def test_everything_is_deleted_and_nothing_is_written_any_more(day: Day) -> None:
    """It is said what goes and what stays; no word is left, words not saved yet included."""
    say(day, CANARY)
    day.program.copies.back_up()
    day.program.calm.start(single(5))
    day.settle()
    fill(day.data, {"notes.txt": "mine"})
    preview = day.program.farewell.look()
    day.program.preferences.keep_profile(Profile(name=f"{CANARY} again"))

    done = delete(day.program.farewell)
    day.program.preferences.keep_profile(Profile(name=f"{CANARY} at last"))
    day.program.saving.retry()
    day.settle()
    day.close()

    assert preview.goes == (
        "Your journal and your plans: 2 files, 2 kB",
        "Backups: 1 file, 1 kB",
        "The calm session under way: 1 file, 1 kB",
    )
    assert preview.stays == (str(day.data / "notes.txt"),)
    assert done.sentences == (
        "4 files deleted.",
        "Nothing of yours is left in the folders of Soft Landing.",
    )
    assert contents(day.home) == {"data/notes.txt": b"mine", "state/folder.lock": b""}


def test_what_could_not_be_deleted_is_named(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is gone."""
    say(day, "Anna")
    real = os.unlink

    def refused(path: Path) -> None:
        if Path(path).name == "profile.yaml":
            raise OSError(errno.EACCES, "no")
        real(path)

    monkeypatch.setattr(os, "unlink", refused)
    done = delete(day.program.farewell)

    path = day.data / "profile.yaml"
    assert done.sentences[1:] == (
        "These could not be deleted:",
        f"{path}: This computer does not let the program read it.",
    )
    assert len(day.program.farewell.look().goes) == 1


def test_of_very_many_files_that_stay_the_rest_is_counted(day: Day) -> None:
    """Ten are named."""
    fill(day.data, {f"note-{number:02}.txt": "mine" for number in range(12)})

    stays = day.program.farewell.look().stays

    assert stays[:10] == tuple(str(day.data / f"note-{number:02}.txt") for number in range(10))
    assert stays[10:] == ("and 2 more",)


def test_a_second_window_deletes_nothing(day: Day) -> None:
    """Nor does a program whose disk is still writing."""
    say(day, "Anna")
    other = DataFolder(day.program.folder.paths, day.mail)
    other.open()
    assert other.access is Access.READ_ONLY_LOCKED

    assert refusal(Farewell(other, Drafts(other, day.mail)).stop).code is ErrorCode.LOCKED

    assert "Anna" in day.text("profile.yaml")


def test_a_disk_that_is_still_writing_is_waited_for(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it writes would be there again after the rest is gone. Nothing else is stopped."""
    say(day, "Anna")
    real, goes_on = os.fsync, threading.Event()

    def hangs(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().is_relative_to(day.data):
            goes_on.wait(20)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", hangs)
    monkeypatch.setattr(farewell, "HOLD_WITHIN_SECONDS", 0.05)
    day.program.preferences.keep_profile(Profile(name="Bert"))
    day.program.journal.keep(check_in("not yet"))

    error = refusal(day.program.farewell.stop)
    assert day.program.recovery.keep_now(10)

    assert error.sentence == (
        "Nothing was deleted. Something is not saved yet. Try again when it is. "
        "Your files are as they were."
    )
    assert not day.program.folder.is_held
    assert day.program.saving.state is SaveState.WAITING
    drafts = list((day.home / "state" / "drafts").rglob("*.yaml"))
    assert "not yet" in "".join(path.read_text("utf-8") for path in drafts)
    goes_on.set()
    day.settle()
    assert "Bert" in day.text("profile.yaml")
    assert "not yet" in day.text("journal/2026/2026-11-30.yaml")
