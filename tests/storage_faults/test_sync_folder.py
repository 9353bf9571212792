"""Two computers on one folder through a real Syncthing: no word of either is lost."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.check import check, is_conflict_copy
from app.storage.errors import ErrorCode
from app.storage.jobs import SaveOutcome
from app.storage.paths import Paths
from tests.storage_faults.syncthing import Computer, in_step, two_computers, until
from tests.support.data_folders import TODAY, OpenFolder, check_in

ROUNDS = 4
BETWEEN_ROUNDS_SECONDS = 1.1
"""Syncthing names a conflict copy after the second: a later one of the same would replace it."""


@pytest.fixture
def home() -> Iterator[Path]:
    """Return a folder with a short path: that of a socket has to fit into 108 bytes."""
    folder = Path(tempfile.mkdtemp(prefix="sync-"))
    yield folder
    shutil.rmtree(folder)


def opened_at(computer: Computer) -> OpenFolder:
    """Open the program of *computer*."""
    state = computer.home / "state"
    return OpenFolder(Paths(data=computer.data, state=state, config=state))


@pytest.mark.long
@pytest.mark.timeout(120)
@pytest.mark.fault(11, 12)
def test_two_computers_that_write_at_once_lose_no_word(home: Path) -> None:
    """Each word of both is in the day's file or in a copy that "check my data" lists."""
    words = set()
    with two_computers(home) as computers:
        programs = [opened_at(computers[0])]
        programs[0].journal.put(check_in("in the beginning"))
        programs[0].settle()
        until("both have it", lambda: in_step(*computers))
        programs.append(opened_at(computers[1]))

        for number in range(ROUNDS):
            for place, program in enumerate(programs):
                told = f"round {number} at {place}"
                entry_id = f"entry{number}{place}z"
                program.journal.put(check_in(told, entry_id=entry_id, minutes=number))
                assert program.settle()[-1] is SaveOutcome.SAVED
                words.add(told)
            until("both have all", lambda: in_step(*computers))
            time.sleep(BETWEEN_ROUNDS_SECONDS)

        for computer, program in zip(computers, programs, strict=True):
            assert program.close()
            texts = computer.tree()
            copies = [name for name in texts if is_conflict_copy(name)]
            names = {Path(name).name for name in texts}
            whole = "\n".join(text.decode() for text in texts.values())
            assert words <= {one for one in words if one in whole}
            found = [one for one in check(program.paths) if one.path.rpartition("/")[2] in names]
            assert sorted(one.path for one in found) == sorted(copies)
            assert {one.code for one in found} == {ErrorCode.CONFLICT_COPY}
            again = opened_at(computer)
            kept = [one.words for one in again.journal.day(TODAY).check_ins]
            assert again.close()
            print(f"{len(kept)} check-ins in the day, {len(copies)} conflict copies beside it")
