"""What an earlier run left is offered back, and nothing is decided for the patient."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.check_in import TimePoint
from app.domain.checklist import Stage
from app.services.saving import SaveState
from tests.support.data_folders import check_in
from tests.support.day import Day

WORDS = "The room felt bigger"


def in_the_way(day: Day) -> Path:
    """Let a file stand where the journal's folder should be."""
    path = day.data / "journal"
    path.write_text("in the way")
    return path


def write(day: Day, words: str = WORDS) -> None:
    """Write a check-in."""
    journal = day.program.journal
    journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying(words))


def drafts_on_disk(day: Day) -> str:
    """Return the text of all drafts."""
    return "".join(p.read_text() for p in (day.home / "state/drafts").rglob("*.yaml"))


@pytest.fixture
def crashed(day: Day) -> Iterator[Day]:
    """A program started again after one that could not save."""
    blocked = in_the_way(day)
    write(day)
    day.settle()
    day.program.recovery.keep()
    day.close()
    blocked.unlink()
    day.program = day._start()
    day.program.recovery.start()
    yield day
    day.settle()


def test_closing_on_a_disk_that_refuses_keeps_a_draft(day: Day) -> None:
    """Every word is on a disk, so closing is granted."""
    blocked = in_the_way(day)
    write(day)
    day.settle()

    assert day.program.close()

    assert WORDS in drafts_on_disk(day)
    blocked.unlink()


def test_following_ends_when_everything_is_in_its_file(day: Day) -> None:
    """The clock that asks can rest then."""
    day.program.recovery.start()
    blocked = in_the_way(day)
    write(day)
    assert day.program.recovery.keep()
    day.settle()
    blocked.unlink()
    day.program.saving.retry()
    day.settle()
    assert day.program.saving.state is SaveState.SAVED

    day.program.recovery.keep()

    assert not day.program.recovery.keep()
    assert day.program.recovery.keep_now(10)
    assert WORDS not in drafts_on_disk(day)


def test_what_was_left_is_told(crashed: Day) -> None:
    """In one sentence, with the file, the moment and the text to copy."""
    recovery = crashed.program.recovery

    assert recovery.sentence.startswith("Something you wrote did not reach its file last time.")
    assert recovery.names == "journal/2026/2026-11-24.yaml"
    assert WORDS in recovery.text
    assert recovery.newest is not None
    assert recovery.newest.tzinfo is not None


def test_taken_back_it_is_in_the_journal_and_the_draft_goes(crashed: Day) -> None:
    """But only when it is on the disk."""
    recovery = crashed.program.recovery

    recovery.take_back()
    assert recovery.found == ()
    assert WORDS in drafts_on_disk(crashed)
    assert recovery.keep()
    crashed.settle()
    recovery.keep()
    assert recovery.keep_now(10)

    (entry,) = crashed.program.journal.day(crashed.clock.now().date()).check_ins
    assert entry.words == WORDS
    assert drafts_on_disk(crashed) == ""
    assert recovery.newest is None


def test_let_go_it_can_be_brought_back(crashed: Day) -> None:
    """Undo for this too."""
    recovery = crashed.program.recovery

    step = recovery.let_go()
    assert (recovery.found, drafts_on_disk(crashed)) == ((), "")
    step.undo()
    recovery.keep_now(10)

    assert WORDS in drafts_on_disk(crashed)
    assert len(recovery.found) == 1


def test_what_is_in_its_file_by_now_is_not_offered(day: Day) -> None:
    """The save succeeded after all, and the program ended before it heard of it."""
    write(day)
    day.program.recovery.keep_now(10)
    day.program.close()
    assert WORDS in drafts_on_disk(day)

    day.program = day._start()
    day.program.recovery.start()

    assert day.program.recovery.found == ()
    assert drafts_on_disk(day) == ""


def test_words_older_than_their_file_are_offered_and_kept_beside_it(day: Day) -> None:
    """The clock was set back before they were typed; once taken back they are offered no more."""
    first = day.program.journal.keep(check_in("first", at=day.clock.now()))
    day.settle()
    day.program.recovery.start()
    day.data.rename(day.home / "away")
    day.clock.jump(hours=-1)
    day.program.journal.keep(first.saying("a DREAM"), over=first)
    day.settle()
    assert day.program.recovery.keep_now(10)
    day.program.close()
    (day.home / "away").rename(day.data)
    day.program = day._start()

    day.program.recovery.start()
    earlier, today = day.program.recovery.names.splitlines()
    assert (earlier.partition("/")[0], today) == ("history", "journal/2026/2026-11-24.yaml")
    day.program.recovery.take_back()
    day.settle()
    day.program.recovery.keep()

    (entry,) = day.program.journal.day(first.day).check_ins
    assert entry.words == "first"
    copy = day.data / "journal/2026/2026-11-24.other-version.yaml"
    assert "a DREAM" in copy.read_text()
    assert drafts_on_disk(day) == ""


def test_a_draft_that_cannot_be_removed_is_offered_again(
    crashed: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stays where it is."""
    recovery = crashed.program.recovery
    folder = next((crashed.home / "state/drafts").rglob("*.yaml")).parent
    folder.parent.rename(folder.parent.with_name("moved"))
    (folder.parent).write_text("in the way")

    recovery.let_go()

    assert recovery.found == ()


def test_a_plan_and_an_item_that_are_being_typed_outlive_a_crash(day: Day) -> None:
    """Nobody has pressed Keep yet."""
    program = day.program
    program.recovery.start()
    plan = program.infusions.draft(day.clock.now().date())
    program.infusions.hold(plan)
    program.checklist.hold(None, "Blue blanket", Stage.DAY_BEFORE, "it is soft")
    program.close()

    day.program = day._start()
    day.program.recovery.start()
    assert day.program.recovery.names == f"checklist.yaml\ninfusions/{plan.id}.yaml"
    assert "2 files" in day.program.recovery.sentence
    day.program.recovery.take_back()
    day.settle()

    assert day.program.infusions.get(plan.id) is not None
    assert any(item.title == "Blue blanket" for item in day.program.checklist.items())
    day.program.checklist.release()
