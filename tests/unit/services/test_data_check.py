"""Looking at the files: what is wrong, what can be done, and what a repair would keep."""

from pathlib import Path

from app.services.changes import Kind
from app.services.data_check import DataCheck, Health, look, was_kept, would_keep
from app.services.problems import advice, reading_failed, saving_failed
from app.storage.documents import put_record
from app.storage.errors import ErrorCode
from app.storage.journal_repository import JournalRepository
from app.storage.layouts import JOURNAL
from app.storage.salvage import LeftOut, Repaired, Salvage, repair
from tests.support.data_folders import TODAY, check_in
from tests.support.day import Day

DAY = "journal/2026/2026-11-30.yaml"


def kept(count: int, *lines: tuple[int, int], records: bool = True) -> Salvage:
    """Return what could be kept of some file."""
    return Salvage(
        name=DAY,
        kept=count,
        has_records=records,
        left_out=tuple(LeftOut(first=one, last=two, text="") for one, two in lines),
        examined=b"",
        data=b"",
    )


def test_there_is_something_to_do_about_everything() -> None:
    """Each code has a sentence of what is wrong and one of what to do."""
    for code in ErrorCode:
        for text in (advice(code), reading_failed(code, None), saving_failed(code)):
            assert text[0].isupper()
            assert text.endswith(".")


def test_a_repair_is_told_in_words() -> None:
    """One or many, entries or answers, a line or lines."""
    assert would_keep(kept(1, (3, 3))) == "A repair keeps 1 entry and leaves out line 3."
    assert (
        would_keep(kept(2, (3, 5), (9, 9), records=False))
        == "A repair keeps 2 answers and leaves out lines 3 to 5, line 9."
    )
    done = Repaired(salvage=kept(3, (1, 2)), original=Path("x"))
    assert was_kept(done).startswith("Kept: 3 entries. Left out: lines 1 to 2.")


def test_a_folder_in_order_is_counted(day: Day) -> None:
    """Our files, and nothing wrong."""
    day.program.folder.slot(DAY, JOURNAL).edit("a", put_record("check_ins", check_in("Words")))
    day.settle()
    (day.data / "notes.txt").write_text("x")

    health = look(day.program.folder.paths)

    assert health.files == 1
    assert [one.problem.code for one in health.findings] == [ErrorCode.UNKNOWN_FILE]
    (day.data / "notes.txt").unlink()
    assert look(day.program.folder.paths) == Health(files=1)


def test_a_repaired_file_is_read_again_by_who_holds_it(day: Day) -> None:
    """The notice on Today goes, and the entries come."""
    day.program.folder.slot(DAY, JOURNAL).edit("a", put_record("check_ins", check_in("Words")))
    day.settle()
    path = day.data / DAY
    path.write_bytes(path.read_bytes() + b"  - id: [\n")
    checking = DataCheck(day.program.folder, day.program.changes)
    journal = JournalRepository(day.program.folder)
    journal.day(TODAY)
    assert [one.path for one in day.program.folder.noted.all()] == [DAY]
    heard: list[Kind] = []
    day.program.changes.listen(object(), heard.append)

    (finding,) = look(checking.paths).findings
    assert checking.can_repair
    assert finding.salvage is not None
    repair(finding.salvage, checking.paths)
    checking.look_again(DAY)

    assert day.program.folder.noted.all() == ()
    assert [one.words for one in journal.day(TODAY).check_ins] == ["Words"]
    assert Kind.JOURNAL in heard


def test_a_file_that_is_not_ours_needs_no_second_look(day: Day) -> None:
    """Nothing happens but that everybody is told."""
    checking = DataCheck(day.program.folder, day.program.changes)

    checking.look_again("notes.txt")

    assert day.program.folder.noted.all() == ()
