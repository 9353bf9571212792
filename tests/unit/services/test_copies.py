"""Backups and copies as the screens ask for them: done, or one plain sentence."""

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.preferences import Profile
from app.services import copies
from app.services.changes import Kind
from app.services.copies import Copies
from app.services.copy_words import (
    change_sentences,
    copied_sentences,
    inside_sentences,
    named,
    printable,
    restored_sentences,
    size_words,
)
from app.services.refusals import Doing, NotDoneError, not_done
from app.storage import swap
from app.storage.archive import Copied
from app.storage.data_folder import DataFolder
from app.storage.errors import ErrorCode, StorageError
from app.storage.folder_probe import Access
from app.storage.problems import FileProblem
from app.storage.restore import Restored
from tests.support.data_folders import check_in
from tests.support.day import Day
from tests.support.unsure_disk import confirm_nothing_in
from tests.support.zips import EARLIER_DAY, contents, fill, make_zip, small_journal

DAMAGED = FileProblem(path="settings.yaml", code=ErrorCode.SYNTAX, line=3)


def say(day: Day, name: str) -> None:
    """Let the patient give their name, and wait until it is saved."""
    day.program.preferences.keep_profile(Profile(name=name))
    day.settle()


def refusal(call: Callable[[], object]) -> NotDoneError:
    """Return what is said when *call* is not done."""
    with pytest.raises(NotDoneError) as caught:
        call()
    return caught.value


def test_a_backup_is_made_listed_and_put_back(day: Day) -> None:
    """The page that shows the name hears of it and sees the old one; today's words are kept."""
    say(day, "Anna")
    copies = day.program.copies
    made = copies.back_up()
    day.clock.advance(minutes=5)
    say(day, "Bert")
    heard: list[Kind] = []
    day.program.changes.listen(heard, heard.append)

    done = copies.restore(made.copied.path)

    assert day.program.preferences.profile.name == "Anna"
    assert set(heard) == set(Kind) - {Kind.CALM}
    assert [line.path.name for line in copies.all()] == [
        "soft-landing-2026-11-24-0905.zip",
        "soft-landing-2026-11-24-0900.zip",
    ]
    assert copies.all()[0].size == "1 kB"
    assert done.sentences == (
        "The backup was put back.",
        "The files of before are in the backup soft-landing-2026-11-24-0905.zip.",
    )
    say(day, "Carla")
    assert "Carla" in day.text("profile.yaml")


def test_the_preview_is_in_sentences(day: Day) -> None:
    """What is in it, what would change, what cannot be read."""
    fill(day.home / "old", {**small_journal(), "settings.yaml": "schema: 1\nlook: [\n"})
    say(day, "Bert")
    path = make_zip(day.home / "old.zip", {**small_journal(), "settings.yaml": "look: [\n"})
    fill(day.data, {"checklist.yaml": "schema: 1\n"})

    preview = day.program.copies.look_inside(path, lambda one: f"day {one.day}")

    assert preview.contents == (
        "It holds 1 infusion and 2 days of your journal, from day 31 to day 30.",
        "1 file in it cannot be read:",
        "settings.yaml: Line 1: Something here is not what the program expects.",
    )
    assert preview.changes == (
        "1 file would be as it was then.",
        "4 files that are gone now would be back.",
        "1 newer file would be taken out.",
        "Before that, the files of now are backed up.",
    )
    assert preview.inside.added[0] in small_journal()


def test_a_preview_of_the_present_says_so(day: Day) -> None:
    """Nothing would change."""
    say(day, "Anna")
    done = day.program.copies.back_up()

    preview = day.program.copies.look_inside(done.copied.path)

    assert preview.contents == (
        "Made on 2026-11-24 at 09:00.",
        "It holds 0 infusions and 0 days of your journal.",
    )
    assert preview.changes == (
        "Your files are just like it. Putting it back would change nothing.",
    )


def test_copies_go_where_they_are_wanted(day: Day) -> None:
    """A zip for a backup, whatever it is called; a folder or a zip for a plain copy."""
    say(day, "Anna")
    copies = day.program.copies

    backup = copies.back_up_to(day.home / copies.suggested_name())
    named_oddly = copies.back_up_to(day.home / "mine")
    folder = copies.export(day.home / "plain")

    assert backup.copied.path == day.home / "soft-landing-2026-11-24.zip"
    assert named_oddly.copied.path == day.home / "mine.zip"
    assert contents(folder.copied.path) == contents(day.data)
    assert backup.sentences == ("2 files, 2 kB. The copy was read back and is right.",)
    assert copies.back_up_to(day.home / "mine", replace=True).copied.files == 2


def test_a_copy_that_the_disk_did_not_confirm_is_there(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told that none was made, nor that all is well."""
    say(day, "Anna")
    (day.home / "stick").mkdir()
    confirm_nothing_in(day.home / "stick", monkeypatch)

    copies = [
        day.program.copies.back_up_to(day.home / "stick" / "mine"),
        day.program.copies.export(day.home / "stick" / "plain"),
    ]

    for one in copies:
        assert one.copied.path.exists()
        assert one.sentences[1] == (
            "It is in its place, but the disk did not confirm it. A power cut could take it away: "
            "make another copy to be sure."
        )


def test_a_folder_of_plain_files_takes_nobodys_place(day: Day) -> None:
    """The second of a day gets a number."""
    say(day, "Anna")
    copies = day.program.copies

    first = copies.export_into(day.home)
    second = copies.export_into(day.home)

    assert first.copied.path == day.home / "soft-landing-2026-11-24"
    assert second.copied.path == day.home / "soft-landing-2026-11-24-2"
    assert contents(second.copied.path) == contents(day.data)
    error = refusal(lambda: copies.export_into(day.home / ("long" * 99)))
    assert error.code is ErrorCode.NAME_TOO_LONG


def test_what_cannot_be_done_is_one_plain_sentence(day: Day) -> None:
    """What happened, what is safe, what helps."""
    say(day, "Anna")
    copies = day.program.copies
    fill(day.home, {"there.zip": "x", "text.zip": "not a zip"})
    fill(day.home / "state", {"backups": "a file in the way"})

    assert refusal(lambda: copies.back_up_to(day.home / "there.zip")).sentence == (
        "No backup was made. Something is there already. Choose another name. "
        "Your files are as they were."
    )
    assert refusal(lambda: copies.export(day.data / "copy")).sentence == (
        "No copy was made. That place is in the folder itself. Choose another. "
        "Your files are as they were."
    )
    assert refusal(lambda: copies.look_inside(day.home / "text.zip")).sentence == (
        "This backup cannot be used. It is not a backup of Soft Landing. Choose another file. "
        "Your files are as they were."
    )
    assert refusal(copies.back_up).code is ErrorCode.NOT_A_FOLDER
    assert refusal(lambda: copies.restore(day.home / "none.zip")).sentence == (
        "Nothing was put back. That backup is not there. Choose another. "
        "Your files are as they were."
    )
    assert day.program.folder.access is Access.WRITABLE


def test_the_folder_is_not_called_a_place_to_choose(day: Day) -> None:
    """A stick that was pulled out: what is missing is what was to be copied, not the target."""
    say(day, "Anna")
    day.data.rename(day.home / "away")

    for call in (day.program.copies.back_up, lambda: day.program.copies.export(day.home / "x")):
        assert (
            "The folder with your files is not there. Bring it back, then try again."
            in refusal(call).sentence
        )

    (day.home / "away").rename(day.data)


def test_an_evil_name_is_named() -> None:
    """So that a person who made the zip by hand can mend it."""
    error = StorageError(ErrorCode.UNSAFE_NAME, field="../x")

    assert "could lead elsewhere: ../x." in not_done(Doing.RESTORE, error).sentence


def test_nothing_is_put_back_while_words_are_not_saved(day: Day) -> None:
    """The words come first; it says why, and a little later it works."""
    say(day, "Anna")
    copies = day.program.copies
    made = copies.back_up()
    day.program.preferences.keep_profile(Profile(name="Bert"))

    assert refusal(lambda: copies.restore(made.copied.path)).code is ErrorCode.NOT_SAVED_YET

    day.settle()
    copies.restore(made.copied.path)
    assert day.program.preferences.profile.name == "Anna"


def test_words_put_meanwhile_are_written_afterwards(day: Day) -> None:
    """Between the two calls nothing reaches the disk, and nothing is lost."""
    say(day, "Anna")
    copies = day.program.copies
    made = copies.back_up()
    say(day, "Bert")
    entry = check_in("meanwhile")

    copies.hold()
    day.program.journal.keep(entry)
    day.program.saving.retry()
    day.settle()
    assert not (day.data / "journal").exists()
    assert "right afterwards" in day.program.saving.sentence
    copies.put_back(made.copied.path)
    copies.let_go()
    day.settle()

    assert day.program.preferences.profile.name == "Anna"
    assert [one.words for one in day.program.journal.day(entry.day).check_ins] == ["meanwhile"]
    assert "meanwhile" in day.text("journal/2026/2026-11-30.yaml")


def test_a_second_window_puts_nothing_back(day: Day) -> None:
    """The files belong to the program that opened them first."""
    made = day.program.copies.back_up()
    other = DataFolder(day.program.folder.paths, day.mail)
    other.open()
    copies = Copies(other, day.program.backups, day.clock, day.program.changes)

    error = refusal(lambda: copies.restore(made.copied.path))

    assert error.code is ErrorCode.LOCKED
    assert "Soft Landing is open with these files. Close it first." in error.sentence


def test_a_restore_that_stops_halfway_says_that_nothing_is_lost(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trying again brings it to its end."""
    say(day, "Anna")
    made = day.program.copies.back_up()
    say(day, "Bert")

    def refused(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(swap, "replace_patiently", refused)
        error = refusal(lambda: day.program.copies.restore(made.copied.path))
        assert day.program.saving.folder_sentence == "The folder with your files can only be read."

    assert error.sentence == (
        "Putting the backup back stopped halfway. The disk is full. Nothing is lost. It goes on "
        "when you try again, or the next time Soft Landing starts."
    )
    day.program.saving.retry()
    assert day.program.preferences.profile.name == "Anna"
    assert day.program.folder.access is Access.WRITABLE


@pytest.mark.parametrize("can_be_looked_at", [True, False])
def test_a_restore_that_was_not_decided_is_not_called_half_done(
    day: Day, monkeypatch: pytest.MonkeyPatch, *, can_be_looked_at: bool
) -> None:
    """It will not go on, although it could not be cleared away; where nobody can tell, it may."""
    say(day, "Anna")
    made = day.program.copies.back_up()
    say(day, "Bert")

    def full(*_: object) -> None:
        raise StorageError(ErrorCode.DISK_FULL)

    def refused(*_: object) -> None:
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patched:
        patched.setattr(swap, "write_atomically", full)
        patched.setattr("shutil.rmtree", refused)
        if not can_be_looked_at:
            patched.setattr(copies, "is_decided", full)
        error = refusal(lambda: day.program.copies.restore(made.copied.path))

    assert error.sentence.startswith("Nothing was put back.") == can_be_looked_at
    day.program.saving.retry()
    assert day.program.preferences.profile.name == "Bert"


def test_what_is_not_in_a_copy_is_named() -> None:
    """And what is in it but broken; of many, how many more there are."""
    left = FileProblem(path="song \udcff.flac", code=ErrorCode.TOO_BIG)
    copied = Copied(
        path=Path("x.zip"), files=1, bytes=3_400_000, left_out=(left,), damaged=(DAMAGED,)
    )

    assert copied_sentences(copied) == (
        "1 file, 3 MB. The copy was read back and is right.",
        "Not in it:",
        "song ?.flac: The file is too big.",
        "In it as they are, but they cannot be read:",
        "settings.yaml: Line 3: Something here is not what the program expects.",
    )
    assert named([DAMAGED] * 12)[10:] == ["and 2 more"]
    assert size_words(999) == "1 kB"


def test_what_was_kept_aside_is_said() -> None:
    """Also when nothing was there before."""
    restored = Restored(backup=None, replaced=1, added=0, gone=0, kept_aside=("a-2.yaml",))

    assert restored_sentences(restored) == (
        "The backup was put back.",
        "A file could not be backed up and is kept as a-2.yaml.",
    )


def test_only_what_changes_is_said(day: Day) -> None:
    """One newer file, and nothing else."""
    say(day, "Anna")
    done = day.program.copies.back_up()
    fill(day.data, {EARLIER_DAY: "schema: 1\n"})
    inside = day.program.copies.look_inside(done.copied.path).inside

    assert change_sentences(inside) == (
        "1 newer file would be taken out.",
        "Before that, the files of now are backed up.",
    )
    assert change_sentences(replace(inside, gone=(), added=("a",)))[:1] == (
        "1 file that is gone now would be back.",
    )
    first = date(2026, 1, 1)
    assert inside_sentences(replace(inside, first_day=first, last_day=first))[1] == (
        "It holds 0 infusions and 0 days of your journal, 2026-01-01."
    )
    assert inside_sentences(replace(inside, first_day=first, last_day=None))[1] == (
        "It holds 0 infusions and 0 days of your journal."
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Über 🌙.yaml", "Über 🌙.yaml"),
        ("a\x1b[31mb.yaml", "a\ufffd[31mb.yaml"),
        ("a\nb.yaml", "a\ufffdb.yaml"),
        ("a\u202eb.yaml", "a\ufffdb.yaml"),
        (os.fsdecode(b"a\xff.yaml"), "a?.yaml"),
    ],
)
def test_a_name_is_shown_without_what_moves_the_cursor(name: str, shown: str) -> None:
    """Nor does it turn the words around."""
    assert printable(name) == shown


def test_a_limit_of_the_disk_is_not_blamed_on_the_journal() -> None:
    """A stick that takes no large files says so of itself."""
    too_big = StorageError(ErrorCode.TOO_BIG)

    assert "The disk takes no file of that size." in not_done(Doing.BACKUP, too_big).sentence
    assert "too big for a journal" in not_done(Doing.LOOK, too_big).sentence
