"""The disk dies under the program: a stick is pulled, or the system makes it read-only."""

import contextlib
import os
import threading
from pathlib import Path

import pytest

from app.storage.jobs import SaveOutcome
from app.storage.paths import default_paths
from tests.storage_faults.injection import deaths
from tests.storage_faults.workshop import Workshop, broken, summary
from tests.support.data_folders import OpenFolder, check_in


@pytest.mark.fault(4, 9)
@pytest.mark.parametrize("driver", ["save", "merge"])
def test_a_disk_that_dies_under_the_writer_costs_no_word(workshop: Workshop, driver: str) -> None:
    """From any call on everything fails; it is told, and what was saved is there afterwards."""
    faults = [fault for fault in deaths(workshop.calls(driver)) if fault.thread]

    results = workshop.sweep(driver, faults)

    print(f"{driver}: {summary(results)}")
    assert not broken(results), "\n".join(broken(results))


@pytest.mark.fault(4, 9)
def test_a_disk_that_dies_under_the_first_save_does_not_end_the_writer(workshop: Workshop) -> None:
    """A folder that was made and not confirmed may not be removable either."""
    faults = [fault for fault in deaths(workshop.calls("first save")) if fault.thread]

    results = workshop.sweep("first save", faults)

    assert not broken(results), "\n".join(broken(results))


@pytest.mark.fault(29)
def test_a_writer_without_memory_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The save fails as any other does, and the next attempt succeeds."""
    opened = OpenFolder(default_paths(tmp_path / "data"))
    opened.settle()

    def no_memory(*_: object) -> int:
        raise MemoryError

    with monkeypatch.context() as scarce:
        scarce.setattr(os, "write", no_memory)
        opened.journal.put(check_in("words"))
        opened.folder.writer.wait(2)
        opened.inbox.run()
        outcomes = [report.outcome for report in opened.reports]
        is_busy = opened.folder.pending

    assert (outcomes, is_busy) == ([SaveOutcome.FAILED], False)
    opened.folder.retry()
    assert opened.settle()[-1] is SaveOutcome.SAVED
    assert opened.close()


@pytest.mark.fault(4, 9)
def test_a_disk_that_dies_while_the_folder_is_opened_raises_nothing(workshop: Workshop) -> None:
    """Whatever the main thread looks at fails: the folder opens as far as it can be had."""
    faults = [fault for fault in deaths(workshop.calls("save")) if not fault.thread]

    results = workshop.sweep("save", faults)

    assert not broken(results), "\n".join(broken(results))


@pytest.mark.fault(29)
def test_a_thread_that_the_system_refuses_is_asked_for_again(tmp_path: Path) -> None:
    """The words stay, and are saved once a thread can be had."""
    opened = OpenFolder(default_paths(tmp_path / "data"))
    opened.settle()
    opened.close()
    opened = OpenFolder(opened.paths)

    with pytest.MonkeyPatch.context() as crowded:
        crowded.setattr(threading, "_start_new_thread", _refused)
        with contextlib.suppress(RuntimeError):
            opened.journal.put(check_in("words"))
    opened.folder.retry()
    opened.journal.put(check_in("more words", minutes=1))

    assert opened.folder.writer.wait(2)
    opened.inbox.run()
    assert opened.reports[-1].outcome is SaveOutcome.SAVED
    assert opened.close()


def _refused(*_: object) -> int:
    raise RuntimeError("can't start new thread")
