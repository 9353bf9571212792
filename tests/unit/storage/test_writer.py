"""The one thread that writes."""

import os
import threading
from pathlib import Path

import pytest

from app.storage import jobs as jobs_module
from app.storage.atomic import Stamp, write_atomically
from app.storage.errors import ErrorCode
from app.storage.jobs import Copy, Job, SaveOutcome, SaveReport
from app.storage.writer import Writer
from tests.support.data_folders import Inbox


def names(folder: Path) -> list[str]:
    """Return the names in *folder*."""
    return sorted(path.name for path in folder.iterdir())


class Bench:
    """A writer on a folder, and the reports that came."""

    def __init__(self, root: Path, retry_seconds: tuple[float, ...] = (60.0,)) -> None:
        self.root = root
        self.inbox = Inbox()
        self.writer = Writer(self.inbox, retry_seconds)
        self.reports: list[SaveReport] = []

    def put(
        self,
        name: str,
        data: bytes | None,
        *,
        base: bytes | None = None,
        after: str = "",
        copies: tuple[Copy, ...] = (),
        record: str = "",
    ) -> None:
        """Submit a job for the file *name*."""
        job = Job(
            path=self.root / name,
            root=self.root,
            data=data,
            base=base,
            after=frozenset({self.root / after}) if after else frozenset(),
            copies=copies,
            records=(record,) if record else (),
        )
        self.writer.submit(job, self.reports.append)

    def settle(self) -> list[tuple[str, SaveOutcome]]:
        """Wait until nothing is pending and return what was reported."""
        while True:
            self.writer.wait(20)
            if not self.inbox.run() and not self.writer.pending:
                return [(report.path.name, report.outcome) for report in self.reports]


class Gate:
    """Holds the disk until it is opened, as a share that hangs does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open = threading.Event()
        self.reached = threading.Event()
        monkeypatch.setattr(jobs_module, "write_atomically", self._write)

    def _write(self, path: Path, data: bytes) -> Stamp:
        self.reached.set()
        self.open.wait(20)
        return write_atomically(path, data)


@pytest.fixture
def bench(tmp_path: Path) -> "Bench":
    """A writer with retries a minute apart."""
    return Bench(tmp_path)


def test_a_job_is_done_and_reported(bench: Bench) -> None:
    """The file is there, and the report carries its records and its stamp."""
    bench.put("a", b"one", record="x")

    assert bench.settle() == [("a", SaveOutcome.SAVED)]
    assert (bench.root / "a").read_bytes() == b"one"
    assert bench.reports[0].records == ("x",)
    assert bench.reports[0].stamp is not None
    assert bench.writer.close(5)


def test_a_writer_without_work_closes_at_once(bench: Bench) -> None:
    """No thread is started for nothing."""
    assert not bench.writer.pending
    assert bench.writer.close(5)


def test_the_newest_value_of_a_file_wins(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the disk hangs, a newer value takes the place of the older, with its records."""
    gate = Gate(monkeypatch)
    bench.put("a", b"one")
    gate.reached.wait(20)

    bench.put("b", b"one", record="x")
    bench.put("b", b"two", record="y")

    assert bench.writer.pending
    assert not bench.writer.wait(0.01)
    assert bench.writer.unsaved == (bench.root / "a", bench.root / "b")
    gate.open.set()
    assert bench.settle() == [("a", SaveOutcome.SAVED), ("b", SaveOutcome.SAVED)]
    assert (bench.root / "b").read_bytes() == b"two"
    assert bench.reports[1].records == ("x", "y")
    assert bench.writer.close(5)


def test_closing_waits_no_longer_than_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that hangs keeps the program from saying "saved", not from closing."""
    gate = Gate(monkeypatch)
    bench.put("a", b"one")
    bench.put("b", b"two")
    gate.reached.wait(20)

    assert not bench.writer.close(0.01)

    gate.open.set()
    assert bench.writer.wait(20) is False
    assert bench.writer.unsaved == (bench.root / "b",)
    for thread in threading.enumerate():
        if thread.name == "writer":
            thread.join(20)
    bench.put("c", b"too late")
    assert not (bench.root / "c").exists()


def test_stopping_waits_for_what_is_being_written_or_does_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What failed is given up; what hangs is not, and all goes on as before."""
    assert Bench(bench.root).writer.stop(0)
    gate = Gate(monkeypatch)
    bench.put("a", b"one")
    gate.reached.wait(20)
    assert not bench.writer.stop(0.01)
    gate.open.set()
    bench.settle()
    (bench.root / "b").mkdir()
    bench.put("b", b"two")
    bench.settle()

    assert bench.writer.stop(5)

    (bench.root / "b").rmdir()
    bench.writer.retry()
    assert names(bench.root) == ["a"]
    assert bench.writer.unsaved == (bench.root / "b",)


def test_a_failed_save_is_kept_and_tried_again(bench: Bench) -> None:
    """It fails, says why, waits, and is done when it is asked for again."""
    (bench.root / "a").mkdir()
    bench.put("a", b"one")

    assert bench.settle() == [("a", SaveOutcome.FAILED)]
    assert bench.reports[0].error is ErrorCode.NOT_A_FILE
    assert not bench.writer.pending
    assert bench.writer.unsaved == (bench.root / "a",)
    (bench.root / "a").rmdir()
    bench.writer.retry()
    assert bench.settle()[1:] == [("a", SaveOutcome.SAVED)]
    assert bench.writer.close(5)


def test_a_failed_save_is_tried_again_by_itself(tmp_path: Path) -> None:
    """After a while, without anybody asking."""
    bench = Bench(tmp_path, (0.02, 0.05))
    (tmp_path / "a").mkdir()
    bench.put("a", b"one")
    while len(bench.reports) < 3:
        bench.inbox.run()

    (tmp_path / "a").rmdir()
    while bench.reports[-1].outcome is not SaveOutcome.SAVED:
        bench.inbox.run()

    assert (tmp_path / "a").read_bytes() == b"one"
    assert bench.writer.close(5)


def test_a_newer_value_goes_before_the_retry(bench: Bench) -> None:
    """A later put saves what failed before, and carries its records."""
    (bench.root / "a").mkdir()
    bench.put("a", b"one", record="x")
    bench.settle()
    (bench.root / "a").rmdir()

    bench.put("a", b"two", record="x")

    assert bench.settle()[1:] == [("a", SaveOutcome.SAVED)]
    assert (bench.root / "a").read_bytes() == b"two"
    assert bench.writer.close(5)


def test_a_value_that_comes_while_the_older_one_fails_stays_the_newest(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The failed older value does not come back over it."""
    reached, go_on = threading.Event(), threading.Event()

    def full(path: Path, data: bytes) -> Stamp:
        if data == b"one":
            reached.set()
            go_on.wait(20)
            raise MemoryError
        return write_atomically(path, data)

    def stumble(path: Path) -> bytes | None:
        if not reached.is_set():
            reached.set()
            go_on.wait(20)
            raise ValueError
        return None

    monkeypatch.setattr(jobs_module, "_present", stumble)
    bench.put("a", b"one", record="x")
    reached.wait(20)
    bench.put("a", b"two", record="y")
    go_on.set()

    assert bench.settle() == [("a", SaveOutcome.FAILED), ("a", SaveOutcome.SAVED)]
    assert bench.reports[0].error is ErrorCode.DISK_ERROR
    assert bench.reports[1].records == ("x", "y")
    assert (bench.root / "a").read_bytes() == b"two"
    assert bench.writer.close(5)


def test_a_file_changed_by_others_is_not_written(bench: Bench) -> None:
    """Neither replaced nor removed; what this writer wrote itself is its own."""
    bench.put("a", b"one")
    bench.settle()
    bench.put("a", b"two", base=None)
    assert bench.settle()[-1] == ("a", SaveOutcome.SAVED)
    (bench.root / "a").write_bytes(b"theirs")

    bench.put("a", b"three", base=b"two")
    bench.settle()
    bench.put("a", None, base=b"two")

    assert bench.settle()[2:] == [("a", SaveOutcome.CHANGED_OUTSIDE)] * 2
    assert (bench.root / "a").read_bytes() == b"theirs"
    assert bench.writer.close(5)


def test_a_missing_file_is_written_and_is_not_missed(bench: Bench) -> None:
    """A file that is gone is never taken for a deletion, and can be deleted."""
    bench.put("a", b"one", base=b"what was there")
    bench.settle()
    bench.put("a", None, base=b"one")
    bench.settle()
    bench.put("a", None)

    assert bench.settle() == [("a", SaveOutcome.SAVED)] * 3
    assert not (bench.root / "a").exists()
    assert bench.writer.close(5)


def test_a_record_leaves_its_old_file_only_after_it_is_in_the_new(bench: Bench) -> None:
    """A job waits for the files it comes after, for as long as these fail."""
    (bench.root / "old").write_bytes(b"record")
    (bench.root / "new").mkdir()
    bench.put("new", b"record")
    bench.put("old", None, base=b"record", after="new")

    assert bench.settle() == [("new", SaveOutcome.FAILED)]
    assert (bench.root / "old").exists()
    (bench.root / "new").rmdir()
    bench.writer.retry()
    assert bench.settle()[1:] == [("new", SaveOutcome.SAVED), ("old", SaveOutcome.SAVED)]
    assert not (bench.root / "old").exists()
    assert bench.writer.close(5)


def overtaken(bench: Bench, reports: list[SaveReport], *, goes_on_in: str = "new") -> None:
    """Save into "new" twice; the second time somebody was faster, and a word is to leave "old".

    What is merged then is written to *goes_on_in*, if that has a name. Of all this only the
    report of the first save is heard.
    """

    def merge(report: SaveReport) -> None:
        reports.append(report)
        if report.outcome is SaveOutcome.CHANGED_OUTSIDE and goes_on_in:
            bench.put(goes_on_in, b"merged", base=b"theirs")

    def put(data: bytes, base: bytes | None) -> None:
        job = Job(path=bench.root / "new", root=bench.root, data=data, base=base)
        bench.writer.submit(job, merge)
        bench.writer.wait(20)

    (bench.root / "old").write_bytes(b"record")
    put(b"one", None)
    (bench.root / "new").write_bytes(b"theirs")
    put(b"two", b"one")
    bench.put("old", None, base=b"record", after="new", record="x")


def test_a_file_that_was_overtaken_is_waited_for_until_that_is_heard(bench: Bench) -> None:
    """The report of an earlier save of it does not count."""
    reports: list[SaveReport] = []
    overtaken(bench, reports)

    bench.inbox.run_one()
    bench.writer.wait(20)

    assert [report.outcome for report in reports] == [SaveOutcome.SAVED]
    assert (bench.root / "old").exists()
    assert bench.settle() == [("new", SaveOutcome.SAVED), ("old", SaveOutcome.SAVED)]
    assert (bench.root / "new").read_bytes() == b"merged"
    assert bench.writer.close(5)


def test_who_waits_for_a_file_waits_for_the_one_that_goes_on_in_its_place(bench: Bench) -> None:
    """It was damaged, so its words go beside it; while that fails, they leave no other file."""
    (bench.root / "beside").mkdir()
    overtaken(bench, [], goes_on_in="beside")

    bench.settle()

    assert (bench.root / "old").exists()
    (bench.root / "beside").rmdir()
    bench.writer.retry()
    assert bench.settle()[-2:] == [("beside", SaveOutcome.SAVED), ("old", SaveOutcome.SAVED)]
    assert bench.writer.close(5)


def test_who_waits_for_a_file_that_nothing_can_be_written_to_goes_on_waiting(
    bench: Bench,
) -> None:
    """Until a later save of it succeeds."""
    overtaken(bench, [], goes_on_in="")

    bench.settle()

    assert (bench.root / "old").exists()
    assert not bench.writer.wait(0)
    bench.put("new", b"at last", base=b"theirs")
    assert bench.settle() == [("new", SaveOutcome.SAVED), ("old", SaveOutcome.SAVED)]
    assert bench.writer.close(5)


def test_files_that_wait_for_each_other_are_written_all_the_same(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two records that changed places while the disk hung do not wait for ever."""
    gate = Gate(monkeypatch)
    bench.put("x", b"x")
    gate.reached.wait(20)
    bench.put("a", b"a", after="b")
    bench.put("b", b"b", after="a")
    gate.open.set()

    bench.settle()

    assert [report.path.name for report in bench.reports] == ["x", "a", "b"]
    assert bench.writer.close(5)


def test_nothing_is_removed_for_a_circle_that_is_not_written_yet(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words go into a file that waits for another, which waits for it in turn."""
    gate = Gate(monkeypatch)
    (bench.root / "beside").write_bytes(b"words")
    bench.put("x", b"x")
    gate.reached.wait(20)
    bench.put("beside", None, base=b"words", after="a")
    bench.put("a", b"a and words", after="b")
    bench.put("b", b"b", after="a")
    gate.open.set()

    bench.settle()

    assert [report.path.name for report in bench.reports] == ["x", "a", "beside", "b"]
    assert bench.writer.close(5)


def test_of_a_circle_a_file_is_written_before_one_is_removed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record went to another file and came back before that was written."""
    gate = Gate(monkeypatch)
    (bench.root / "b").write_bytes(b"record")
    bench.put("x", b"x")
    gate.reached.wait(20)
    bench.put("b", None, base=b"record", after="a")
    bench.put("a", b"record", after="b")
    gate.open.set()

    bench.settle()

    assert [report.path.name for report in bench.reports] == ["x", "a", "b"]
    assert bench.writer.close(5)


def test_copies_are_kept_before_a_file_is_written(bench: Bench) -> None:
    """Under names of their own, each once, and not overwriting anything."""
    place = bench.root / "kept" / "a.yaml"

    for text in (b"one", b"two", b"one"):
        bench.put("a", b"new " + text, copies=(Copy(place, text, bench.root),))
        bench.settle()

    assert names(place.parent) == ["a-2.yaml", "a.yaml"]
    assert place.read_bytes() == b"one"
    assert place.with_name("a-2.yaml").read_bytes() == b"two"
    assert bench.writer.close(5)


def test_a_copy_that_cannot_be_kept_keeps_the_file_from_being_written(bench: Bench) -> None:
    """First the copy, then the file; both come with the next attempt."""
    (bench.root / "kept").touch()
    copy = Copy(bench.root / "kept" / "a.yaml", b"old", bench.root)
    bench.put("a", b"new", copies=(copy,))

    assert bench.settle() == [("a", SaveOutcome.FAILED)]
    assert not (bench.root / "a").exists()
    (bench.root / "kept").unlink()
    bench.put("a", b"newer")
    bench.settle()
    assert (bench.root / "a").read_bytes() == b"newer"
    assert (bench.root / "kept" / "a.yaml").read_bytes() == b"old"
    assert bench.writer.close(5)


def test_a_save_that_is_not_confirmed_is_called_so(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is new; the disk only did not say that it will stay."""
    real, calls = os.fsync, []

    def fsync(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(5, "input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    bench.put("a", b"one")

    assert bench.settle() == [("a", SaveOutcome.UNCONFIRMED)]
    bench.put("a", b"two")
    assert bench.settle()[-1] == ("a", SaveOutcome.SAVED)
    assert bench.writer.close(5)


def test_a_full_disk_fails_the_save(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is in the report, and the old file stays."""
    (bench.root / "a").write_bytes(b"old")

    def full(*_: object) -> int:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "write", full)
    bench.put("a", b"new", base=b"old")

    assert bench.settle() == [("a", SaveOutcome.FAILED)]
    assert bench.reports[0].error is ErrorCode.DISK_FULL
    assert (bench.root / "a").read_bytes() == b"old"
    monkeypatch.undo()
    assert bench.writer.close(5)


def test_new_folders_are_safe_before_the_first_file(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in a folder that a power cut removes is not saved."""
    (bench.root / "new").mkdir()
    synced = list[str]()
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    path = bench.root / "new" / "a"
    job = Job(path=path, root=bench.root, data=b"a", base=None, folders=(bench.root / "new",))
    bench.writer.submit(job, bench.reports.append)

    assert bench.settle() == [("a", SaveOutcome.SAVED)]
    assert synced[0] == str(bench.root)
    assert bench.writer.close(5)
