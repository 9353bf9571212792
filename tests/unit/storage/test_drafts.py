"""Words that are not in their file yet lie in a draft, and are found again."""

from pathlib import Path

import pytest

from app.domain.check_in import CheckIn
from app.storage.atomic import make_folder
from app.storage.codec import encode
from app.storage.drafts import Drafts, FoundDraft
from app.storage.folder_probe import Access
from app.storage.jobs import Job
from app.storage.layouts import CHECKLIST, INFUSION, JOURNAL
from tests.support.data_folders import TODAY, OpenFolder, check_in, infusion

DAY = "journal/2026/2026-11-30.yaml"


@pytest.fixture
def drafts(opened: OpenFolder) -> Drafts:
    """The drafts of the open folder."""
    made = Drafts(opened.folder, opened.inbox)
    made.open()
    return made


def break_disk(opened: OpenFolder) -> None:
    """Let a file stand where the journal's folder should be."""
    (opened.paths.data / "journal").write_text("in the way")


def mend_disk(opened: OpenFolder) -> None:
    """Take the file away, and try again."""
    (opened.paths.data / "journal").unlink()
    opened.folder.retry()


def in_drafts(opened: OpenFolder) -> list[str]:
    """Return the names of all drafts."""
    root = opened.paths.drafts
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


def restarted(opened: OpenFolder) -> tuple[OpenFolder, Drafts]:
    """Open the folder anew, as after a crash."""
    opened.folder.writer.wait(20)  # the text about the files is there, and not written again
    opened.folder._lock.release()
    again = OpenFolder(opened.paths)
    drafts = Drafts(again.folder, again.inbox)
    drafts.open()
    return again, drafts


def test_what_the_disk_refuses_is_in_a_draft(opened: OpenFolder, drafts: Drafts) -> None:
    """As a file like the one it was meant for."""
    break_disk(opened)
    opened.journal.put(check_in("only here"))
    opened.settle()

    drafts.keep()
    assert drafts.wait(10)

    assert in_drafts(opened) == [f"now/{DAY}"]
    draft = opened.paths.drafts / "now" / DAY
    assert "words: only here" in draft.read_text()
    assert draft.stat().st_mode & 0o777 == 0o600
    mend_disk(opened)
    drafts.close(10)


def test_a_draft_goes_when_its_words_are_in_their_file(opened: OpenFolder, drafts: Drafts) -> None:
    """Nothing is kept twice for long."""
    break_disk(opened)
    opened.journal.put(check_in("late"))
    opened.settle()
    drafts.keep()
    assert drafts.kept == {DAY}

    mend_disk(opened)
    opened.settle()
    drafts.keep()
    drafts.close(10)

    assert drafts.kept == frozenset()
    assert in_drafts(opened) == []
    assert drafts.found() == []


def test_a_draft_is_written_again_only_when_something_changed(
    opened: OpenFolder, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking every 400 ms wears out no disk."""
    jobs: list[Job] = []
    break_disk(opened)
    opened.journal.put(check_in("one"))
    submit = drafts._writer.submit
    monkeypatch.setattr(drafts._writer, "submit", lambda job, done: jobs.append(job))
    drafts.keep()
    drafts.keep()
    assert len(jobs) == 1

    opened.journal.put(check_in("two", minutes=1))
    drafts.keep()

    assert len(jobs) == 2
    monkeypatch.setattr(drafts._writer, "submit", submit)
    mend_disk(opened)
    opened.settle()


def left_behind(drafts: Drafts, *entries: CheckIn) -> None:
    """Leave a draft of today with *entries*, as a run that was killed does."""
    drafts.hold(DAY, JOURNAL, {"check_ins": [encode(one) for one in entries]})
    drafts.keep()
    drafts.close(10)


def beside(opened: OpenFolder) -> list[str]:
    """Return what stands in the versions kept beside today's file."""
    folder = opened.file(DAY).parent
    return sorted(path.read_text() for path in folder.glob("*other-version*"))


def test_an_earlier_run_is_found_and_its_words_are_taken_back(
    opened: OpenFolder, drafts: Drafts
) -> None:
    """What is newer in the file stays, with the draft beside it; then it needs no draft more."""
    opened.journal.put(check_in("in the file"))
    opened.settle()
    left_behind(drafts, check_in("older", minutes=-5), check_in("lost", entry_id="b"))

    again, found = restarted(opened)
    (draft,) = found.found()
    assert draft.name == DAY
    assert not found.is_in_its_file(draft)
    found.take_back(draft)
    again.settle()

    words = {one.words for one in again.journal.day(TODAY).check_ins}
    assert words == {"in the file", "lost"}
    (copy,) = beside(again)
    assert "words: older" in copy
    assert found.is_in_its_file(draft)
    found.forget(draft)
    assert in_drafts(again) == []
    assert not list(again.paths.drafts.iterdir())
    again.close()


def test_a_draft_older_than_its_file_is_not_in_it(opened: OpenFolder, drafts: Drafts) -> None:
    """The clock was set back, or another computer wrote later: the words are nowhere else."""
    opened.journal.put(check_in("in the file"))
    opened.settle()
    left_behind(drafts, check_in("older", minutes=-5))

    again, found = restarted(opened)

    (draft,) = found.found()
    assert not found.is_in_its_file(draft)
    again.close()


def test_a_draft_that_its_file_goes_on_from_is_in_it(opened: OpenFolder, drafts: Drafts) -> None:
    """The save came after all, with more: there is nothing to offer."""
    opened.journal.put(check_in("a few words, and the rest"))
    opened.settle()
    left_behind(drafts, check_in("a few words", minutes=-5))

    again, found = restarted(opened)

    (draft,) = found.found()
    assert found.is_in_its_file(draft)
    again.close()


def test_words_of_the_file_that_a_newer_draft_replaces_are_kept_beside_it(
    opened: OpenFolder, drafts: Drafts
) -> None:
    """Another computer may have written them while the draft lay there."""
    opened.journal.put(check_in("of the other computer"))
    opened.settle()
    left_behind(drafts, check_in("of the draft", minutes=5))
    again, found = restarted(opened)
    (draft,) = found.found()

    found.take_back(draft)
    again.settle()

    assert [one.words for one in again.journal.day(TODAY).check_ins] == ["of the draft"]
    (copy,) = beside(again)
    assert "words: of the other computer" in copy
    assert found.is_in_its_file(draft)
    again.close()


def test_a_version_that_cannot_be_read_is_no_copy_of_a_draft(
    opened: OpenFolder, drafts: Drafts
) -> None:
    """The draft stays."""
    opened.journal.put(check_in("in the file"))
    opened.settle()
    left_behind(drafts, check_in("older", minutes=-5))
    opened.file(DAY).with_name("2026-11-30.other-version.yaml").mkdir()
    again, found = restarted(opened)

    (draft,) = found.found()

    assert not found.is_in_its_file(draft)
    again.close()


def test_each_run_keeps_its_own_drafts(opened: OpenFolder, drafts: Drafts) -> None:
    """A second crash costs nothing of the first."""
    drafts.hold("checklist.yaml", CHECKLIST, {"items": [{"id": "a", "title": "one"}]})
    drafts.close(10)
    again, second = restarted(opened)
    second.hold("infusions/2026-11-30-a7k.yaml", INFUSION, encode(infusion()))
    second.close(10)

    last, third = restarted(again)

    assert [draft.name for draft in third.found()] == [
        "checklist.yaml",
        "infusions/2026-11-30-a7k.yaml",
    ]
    assert in_drafts(last) == [
        "earlier-1/checklist.yaml",
        "earlier-2/infusions/2026-11-30-a7k.yaml",
    ]
    last.close()


def test_what_is_held_goes_with_what_is_unsaved_of_the_same_file(
    opened: OpenFolder, drafts: Drafts
) -> None:
    """Half an entry that is being typed, beside one the disk refuses."""
    break_disk(opened)
    opened.journal.put(check_in("refused"))
    drafts.hold(DAY, JOURNAL, {"check_ins": [encode(check_in("typing", entry_id="b"))]})

    drafts.keep()
    drafts.wait(10)

    text = (opened.paths.drafts / "now" / DAY).read_text()
    assert "refused" in text
    assert "typing" in text
    drafts.release(DAY)
    mend_disk(opened)
    opened.settle()
    drafts.close(10)
    assert in_drafts(opened) == []


def test_a_second_program_leaves_the_drafts_of_the_first_alone(
    opened: OpenFolder, drafts: Drafts
) -> None:
    """It has no lock, so it neither renames nor writes."""
    drafts.hold("checklist.yaml", CHECKLIST, {"items": [{"id": "a"}]})
    drafts.keep()
    drafts.wait(10)
    second = OpenFolder(opened.paths)
    assert second.folder.access is Access.READ_ONLY_LOCKED

    others = Drafts(second.folder, second.inbox)
    others.open()
    others.hold("profile.yaml", CHECKLIST, {"items": [{"id": "b"}]})
    others.keep()

    assert in_drafts(opened) == ["now/checklist.yaml"]
    assert others.close(10)
    second.close()
    drafts.close(10)


def test_a_second_program_that_takes_over_keeps_drafts_of_its_own(
    opened: OpenFolder, drafts: Drafts
) -> None:
    """What the first one left is not written over, and is found at the next start."""
    drafts.hold("checklist.yaml", CHECKLIST, {"items": [{"id": "a", "title": "first"}]})
    drafts.close(10)
    second = OpenFolder(opened.paths)
    others = Drafts(second.folder, second.inbox)
    others.open()
    others.hold("checklist.yaml", CHECKLIST, {"items": [{"id": "b", "title": "second"}]})
    others.keep()
    opened.folder._lock.release()

    second.folder.retry()
    others.keep()
    others.close(10)

    assert in_drafts(second) == ["earlier-1/checklist.yaml", "now/checklist.yaml"]
    assert "second" in (opened.paths.drafts / "now" / "checklist.yaml").read_text()
    (draft,) = others.found()
    assert b"first" in draft.data
    second.close()


def test_files_that_are_no_drafts_are_left_alone(opened: OpenFolder, drafts: Drafts) -> None:
    """A foreign name, a damaged file, an unfinished one."""
    earlier = opened.paths.drafts / "earlier-1"
    make_folder(earlier, Path(earlier.anchor))
    (earlier / "shopping.txt").write_text("milk")
    (earlier / "profile.yaml").write_text("\t")
    (earlier / ".sl-abc.tmp").write_text("half")
    (opened.paths.drafts / "letter.txt").write_text("dear")

    assert drafts.found() == []
    unknown = FoundDraft(name="shopping.txt", path=earlier / "shopping.txt", data=b"", written=0)
    assert not drafts.is_in_its_file(unknown)
    drafts.take_back(unknown)
    drafts.forget(unknown)
    assert earlier.exists()


def test_a_draft_that_was_let_go_can_be_brought_back(opened: OpenFolder, drafts: Drafts) -> None:
    """Undo writes it where it was."""
    drafts.hold("checklist.yaml", CHECKLIST, {"items": [{"id": "a", "title": "one"}]})
    drafts.close(10)
    again, found = restarted(opened)
    (draft,) = found.found()
    found.forget(draft)
    assert found.found() == []

    found.put_back(draft)
    found.wait(10)

    assert found.found()[0].data == draft.data
    found.close(10)
    again.close()
