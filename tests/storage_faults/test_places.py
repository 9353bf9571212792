"""Where a folder may lie, and what may be written: names, lengths, links, locales, letters."""

import os
import shutil
import subprocess
import unicodedata
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from app.domain.text import clean
from app.storage.check import check
from app.storage.errors import ErrorCode
from app.storage.jobs import SaveOutcome
from app.storage.paths import Paths, default_paths
from tests.storage_faults.test_processes import at_the_desk
from tests.support.data_folders import MORNING, TODAY, OpenFolder, check_in, infusion

PATH_MAX: Final = 4096
LOCALES: Final = {"de_DE": "decimal comma", "tr_TR": "dotless i"}
SOURCES: Final = Path("/usr/share/i18n/locales")

NAMES: Final = [
    "with spaces and  two",
    "日記 журнал يوميات",
    "😀👩‍👩‍👧",
    unicodedata.normalize("NFD", "Tagebücher"),
    "CON",
    "aux.yaml",
    "ends with a dot.",
    "new\nline and\ttab",
    "-n --help",
    "quotes ' \" ` $HOME %TEMP% \\ & ; | * ?",
    os.fsdecode(b"latin \xe9 and \xff"),
    "x" * 255,
]

TEXTS: Final = [
    "no",
    "1:30",
    "---\n...\n%YAML 1.2\n&a *a !b <<: [ { # |",
    "  leading, trailing \t\nand\r\nall\rkinds\u2028of\u2029lines\x85",
    "\ufeff\u202eright to left\u202c \u200d\u200b\u00ad",
    "e\u0301 é ﬁ ǆ İıI ß \U0001f469\U0001f3fd\u200d\U0001f680 \U0010ffff\ufffe\uffff",
    "\x00\x01\x1b[31m\x7f\x9f",
    "\ud800 lone \udfff",
    "'\"\\\n\n\n",
    "z\u0351\u0352\u0353" * 2000,
    ("a line of a long paste, again and again\n" * 26_000)[: 1 << 20],
]


def keeps_words(paths: Paths, words: str = "words") -> None:
    """Expect that *words* are saved in the folder of *paths*, and found by the next start."""
    opened = OpenFolder(paths)
    opened.journal.put(check_in(words))
    assert opened.settle() == [SaveOutcome.SAVED]
    assert opened.close()

    again = OpenFolder(paths)
    (found,) = again.journal.day(TODAY).check_ins
    assert found.words == clean(words)
    assert again.folder.noted.all() == ()
    assert again.close()
    assert check(paths) == ()


@pytest.mark.fault(25)
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_folder_of_any_name_keeps_words(tmp_path: Path, name: str) -> None:
    """Spaces, emoji, letters of all kinds, bytes that are none, and what Windows reserves."""
    keeps_words(default_paths(tmp_path / name))


def deep_folder(top: Path, length: int) -> Path:
    """Make a folder whose path is *length* bytes long, step by step, and return it."""
    folder, here = top, os.open(top, os.O_RDONLY)
    while (left := length - len(bytes(folder)) - 1) > 0:
        name = "d" * (left if left <= 200 else min(200, left - 2))
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        folder, here = folder / name, below
    os.close(here)
    return folder


@pytest.mark.fault(26)
def test_a_path_nearly_as_long_as_can_be_keeps_words(tmp_path: Path) -> None:
    """With our folders and names in it, it is just within what Linux takes."""
    longest = "/journal/2026/.sl-0123456789ab.tmp"

    keeps_words(default_paths(deep_folder(tmp_path, PATH_MAX - 1 - len(longest))))


@pytest.mark.fault(26)
def test_a_path_too_long_for_our_files_is_told(tmp_path: Path) -> None:
    """The words stay in memory, and the reason is the name."""
    opened = OpenFolder(default_paths(deep_folder(tmp_path, PATH_MAX - 1 - len("/README.txt"))))

    opened.journal.put(check_in("kept"))
    opened.settle()

    (report,) = opened.reports
    assert (report.outcome, report.error) == (SaveOutcome.FAILED, ErrorCode.NAME_TOO_LONG)
    assert [one.words for one in opened.journal.day(TODAY).check_ins] == ["kept"]
    assert not opened.close()


@pytest.mark.fault(24)
def test_linked_folders_and_files_stay_links(tmp_path: Path) -> None:
    """The data folder, a year and a day may be links: what they lead to is written."""
    for folder in ("real", "years", "days"):
        (tmp_path / folder).mkdir()
    data = tmp_path / "data"
    data.symlink_to(tmp_path / "real")
    (data / "journal").mkdir()
    (data / "journal" / "2026").symlink_to(tmp_path / "years")
    day = tmp_path / "years" / "2026-11-30.yaml"
    first = OpenFolder(default_paths(data))
    first.journal.put(check_in("before", entry_id="before23"))
    assert first.settle() == [SaveOutcome.SAVED]
    assert first.close()
    day.rename(tmp_path / "days" / "day.yaml")
    day.symlink_to(tmp_path / "days" / "day.yaml")

    opened = OpenFolder(default_paths(data))
    opened.journal.put(check_in("after"))
    assert opened.settle() == [SaveOutcome.SAVED]
    assert opened.close()

    assert day.is_symlink()
    assert (data / "journal" / "2026").is_symlink()
    assert "after" in (tmp_path / "days" / "day.yaml").read_text("utf-8")
    again = OpenFolder(default_paths(data))
    assert len(again.journal.day(TODAY).check_ins) == len(["before", "after"])
    assert again.close()


@pytest.mark.fault(24)
def test_a_link_to_a_file_that_is_gone_is_written_through(tmp_path: Path) -> None:
    """It may be on a stick that is back later; nothing is written in its place."""
    paths = default_paths(tmp_path / "data")
    day = paths.data / "journal" / "2026" / "2026-11-30.yaml"
    day.parent.mkdir(parents=True)
    day.symlink_to(tmp_path / "stick" / "day.yaml")
    opened = OpenFolder(paths)

    opened.journal.put(check_in("new"))
    opened.settle()

    assert opened.reports[-1].error is ErrorCode.MISSING
    (tmp_path / "stick").mkdir()
    opened.folder.retry()
    assert opened.settle()[-1] is SaveOutcome.SAVED
    assert "new" in (tmp_path / "stick" / "day.yaml").read_text("utf-8")
    assert opened.close()


@pytest.mark.fault(28)
@pytest.mark.parametrize("words", TEXTS, ids=range(len(TEXTS)))
def test_any_text_is_kept(tmp_path: Path, words: str) -> None:
    """Cleaned at the door, and then the same for good."""
    keeps_words(default_paths(tmp_path / "data"), words)


@pytest.mark.fault(20)
def test_what_is_written_after_the_clock_was_set_back_is_kept(tmp_path: Path) -> None:
    """The last edit wins, whatever the clock says: it was seen on the screen."""
    paths = default_paths(tmp_path / "data")
    opened = OpenFolder(paths)
    plan = infusion(notes="before", minutes=60)
    opened.journal.put(check_in("before", minutes=600))
    opened.infusions.put(plan)
    opened.settle()

    opened.journal.put(check_in("after", minutes=-600))
    opened.infusions.put(infusion(notes="after", minutes=-60))
    assert set(opened.settle()) == {SaveOutcome.SAVED}
    assert opened.close()

    again = OpenFolder(paths)
    assert [one.words for one in again.journal.day(TODAY).check_ins] == ["after"]
    assert [one.notes for one in again.infusions.all()] == ["after"]
    assert again.close()


@pytest.mark.fault(20)
def test_a_date_far_in_the_past_or_future_is_a_day_like_others(tmp_path: Path) -> None:
    """A computer with a flat battery starts in 1970."""
    for number, years in enumerate((-56, -1, 100, 7000)):
        at = MORNING.replace(year=MORNING.year + years) + timedelta(days=1)
        opened = OpenFolder(default_paths(tmp_path / "data"))
        opened.journal.put(check_in("words", entry_id=f"entry23{number}", at=at))
        assert opened.settle() == [SaveOutcome.SAVED]
        assert at.date() in opened.journal.days()
        assert opened.close()
    assert check(default_paths(tmp_path / "data")) == ()


@pytest.mark.fault(27)
def test_files_are_the_same_bytes_in_every_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A comma in numbers, a Turkish i, and no letters but ASCII change nothing."""
    names = ["C", "C.UTF-8"]
    if shutil.which("localedef") and SOURCES.is_dir():
        for name in LOCALES:
            compiled = tmp_path / f"{name}.UTF-8"
            command = ["localedef", "-i", name, "-f", "UTF-8", "--no-archive", str(compiled)]
            subprocess.run(command, check=True, capture_output=True)
            names.append(compiled.name)
        monkeypatch.setenv("LOCPATH", str(tmp_path))
    written = {}
    for name in names:
        monkeypatch.setenv("LC_ALL", name)
        monkeypatch.setenv("PYTHONUTF8", "1" if name == "C" else "0")
        data = tmp_path / f"data-{name}"

        with at_the_desk(data) as desk:
            assert desk.ask("put tit1e234 TITLE title ıİ 1,5 é 😀") == "saved"
            assert desk.close() == 0

        (day,) = data.rglob("2026-*.yaml")
        written[name] = (day.relative_to(data), day.read_bytes())
    assert len(set(written.values())) == 1, written
    print(f"the same in {', '.join(names)}")
