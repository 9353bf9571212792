"""The whole folder, file by file: every problem found, every value handed over once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from app.domain.journal import Day
from app.domain.preferences import Profile
from app.storage import loading as loading_module
from app.storage.check import check, walk_present
from app.storage.documents import put_whole
from app.storage.errors import ErrorCode
from app.storage.layouts import PROFILE, Layout
from app.storage.loading import Loading
from app.storage.paths import Paths
from app.storage.problems import FileProblem
from tests.support.data_folders import MORNING, TODAY, OpenFolder, check_in, infusion

WRONG = {
    "checklist.yaml": "items:\n  - id: a\n",
    "clinic.yaml": "a: [",
    "infusions/2026-11-30-a7k.yaml": "schema: 1\nid: 2026-11-30-a7k\nminutes: 3\n",
    "infusions/notes.txt": "x",
    "journal/2024/2024-11-28.yaml": "schema: 3\n",
    "journal/2025/2025-11-29 (1).yaml": "a: 1",
    "journal/2026/2026-11-30.yaml": "schema: 1\ncheck_ins:\n\t- id: a\n",
}


class Loaded:
    """A walk through an open folder, with everything that it handed over."""

    def __init__(self, opened: OpenFolder) -> None:
        self.names: list[str] = []
        self.values: dict[str, Struct | None] = {}
        self.loading = Loading(opened.folder)
        self.loading.on_value.append(self._take)

    def all(self) -> list[str]:
        """Walk to the end, and return the names of what was handed over."""
        self.names.clear()
        self.loading.start()
        while self.loading.step():
            pass
        return list(self.names)

    def words(self, name: str) -> list[str]:
        """Return the words that were handed over last of the day in the file *name*."""
        value = self.values[name]
        assert isinstance(value, Day)
        return [entry.words for entry in value.check_ins]

    def _take(self, name: str, _layout: Layout[Any], value: Struct | None) -> None:
        self.names.append(name)
        self.values[name] = value


def write(paths: Paths, files: dict[str, str]) -> None:
    """Put *files* into the data folder by hand."""
    for name, text in files.items():
        (paths.data / name).parent.mkdir(parents=True, exist_ok=True)
        (paths.data / name).write_text(text)


def day_name(days_ago: int = 0) -> str:
    """Return the name of the file of a day."""
    day = TODAY - timedelta(days=days_ago)
    return f"journal/{day.year}/{day}.yaml"


def test_problems_of_all_files_become_known_at_once(opened: OpenFolder) -> None:
    """The same that a check finds, and the window hears of it a single time."""
    write(opened.paths, WRONG)
    heard: list[int] = []
    opened.folder.noted.listeners.append(lambda: heard.append(1))

    Loaded(opened).all()

    assert opened.folder.noted.all() == check(opened.paths)
    assert len({one.path for one in opened.folder.noted.all()}) == len(WRONG)
    assert heard == [1]


def test_the_newest_day_comes_before_the_older_ones(opened: OpenFolder) -> None:
    """Who searches while it loads finds the last days first; one step is one file."""
    for ago in (0, 1, 400):
        opened.journal.put(check_in("x", entry_id=f"a{ago}", at=MORNING - timedelta(days=ago)))
    opened.infusions.put(infusion())
    opened.close()
    loaded = Loaded(OpenFolder(opened.paths))

    loaded.loading.start()
    first = loaded.loading.step()
    names = list(loaded.names)
    rest = loaded.all()

    assert first
    assert names == [day_name(0)]
    assert rest == [day_name(1), day_name(400), "infusions/2026-11-30-a7k.yaml"]


def test_a_second_walk_reads_only_what_is_new(opened: OpenFolder) -> None:
    """Stamps tell which files somebody changed, made or removed meanwhile."""
    write(opened.paths, {"profile.yaml": "name: Bo\n", "checklist.yaml": "{}\n"})
    loaded = Loaded(opened)
    first = loaded.all()
    write(opened.paths, {"profile.yaml": "name: Anna\n", "settings.yaml": "language: de\n"})
    (opened.paths.data / "checklist.yaml").unlink()

    second = loaded.all()

    assert first == ["profile.yaml", "checklist.yaml"]
    assert second == ["settings.yaml", "profile.yaml", "checklist.yaml"]
    assert loaded.values["profile.yaml"] == Profile(name="Anna")
    assert loaded.values["checklist.yaml"] is None
    assert loaded.all() == []


def test_a_problem_that_was_put_right_is_forgotten(opened: OpenFolder) -> None:
    """Repaired or taken away, the next walk sees it."""
    write(opened.paths, {"profile.yaml": "name: [\n", "notes.txt": "x"})
    loaded = Loaded(opened)
    loaded.all()
    before = [one.code for one in opened.folder.noted.all()]
    write(opened.paths, {"profile.yaml": "name: Bo\n"})
    (opened.paths.data / "notes.txt").unlink()

    loaded.all()

    assert before == [ErrorCode.UNKNOWN_FILE, ErrorCode.SYNTAX]
    assert opened.folder.noted.all() == ()


def test_a_file_in_memory_is_not_read_twice(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a page has read is handed over as it is known there."""
    write(opened.paths, {"profile.yaml": "name: Bo\n"})
    opened.folder.slot("profile.yaml", PROFILE).value()
    monkeypatch.setattr(loading_module, "look_at", None)
    loaded = Loaded(opened)

    names = loaded.all()

    assert names == ["profile.yaml"]
    assert loaded.values["profile.yaml"] == Profile(name="Bo")


def test_a_day_in_two_files_is_handed_over_as_one(opened: OpenFolder) -> None:
    """What went beside a damaged file is found under the same name."""
    opened.journal.put(check_in("First"))
    opened.settle()
    opened.file(day_name()).write_text("check_ins: [")
    opened.journal.put(check_in("Second", entry_id="b"))
    opened.close()
    loaded = Loaded(OpenFolder(opened.paths))

    names = loaded.all()

    assert names == [day_name()]
    assert "Second" in loaded.words(day_name())


def test_what_is_written_meanwhile_is_caught_up_with(opened: OpenFolder) -> None:
    """Words not on the disk yet count as much as words that are; what is removed is gone."""
    loaded = Loaded(opened)
    loaded.all()

    opened.journal.put(check_in("Words"))
    loaded.loading.catch_up()
    at_once = loaded.words(day_name())
    opened.settle()
    loaded.loading.catch_up()
    saved = loaded.words(day_name())
    opened.journal.delete(check_in("Words"))
    opened.settle()
    loaded.loading.catch_up()
    loaded.names.clear()
    loaded.loading.catch_up()

    assert at_once == saved == ["Words"]
    assert loaded.values[day_name()] in (None, Day())
    assert loaded.names == []


def test_words_that_cannot_be_saved_are_handed_over_again_and_again(opened: OpenFolder) -> None:
    """They stay in memory, and may still change; a file of no kind known here is passed over."""
    opened.settle()
    opened.file("journal").write_text("in the way")
    loaded = Loaded(opened)
    opened.journal.put(check_in("Kept"))
    opened.settle()
    opened.folder.slot("later.yaml", PROFILE).edit("later", put_whole(Profile(name="x"), PROFILE))

    loaded.loading.catch_up()
    loaded.loading.catch_up()

    assert loaded.names == [day_name()] * 2
    opened.file("journal").unlink()


def test_a_damaged_file_takes_nothing_back(opened: OpenFolder) -> None:
    """What was known of it stays known."""
    write(opened.paths, {"profile.yaml": "name: Bo\n"})
    loaded = Loaded(opened)
    loaded.all()
    write(opened.paths, {"profile.yaml": "name: [\n"})

    loaded.all()

    assert loaded.values["profile.yaml"] == Profile(name="Bo")
    assert [one.path for one in opened.folder.noted.all()] == ["profile.yaml"]


def test_a_folder_out_of_reach_is_not_taken_for_an_empty_one(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A stick that was pulled takes no words along, and neither does one folder of it."""
    write(opened.paths, {"profile.yaml": "name: Bo\n", day_name(): "check_ins: []\n"})
    loaded = Loaded(opened)
    loaded.all()
    (opened.paths.data / "journal").rename(tmp_path / "away")

    def walk_without(root: Path) -> Iterator[str | FileProblem]:
        yield FileProblem(path="journal", code=ErrorCode.NO_PERMISSION)
        yield from walk_present(root)

    monkeypatch.setattr(loading_module, "walk_present", walk_without)
    part = loaded.all()
    found = [(one.path, one.code) for one in opened.folder.noted.all()]
    monkeypatch.setattr(loading_module, "walk_present", walk_present)
    opened.paths.data.rename(tmp_path / "pulled")
    whole = loaded.all()
    (tmp_path / "pulled").rename(opened.paths.data)

    assert part == whole == []
    assert found == [("journal", ErrorCode.NO_PERMISSION)]


def test_it_says_when_all_was_looked_at_once_and_when_it_looks_again(opened: OpenFolder) -> None:
    """The first reading ends once; later ones begin and end."""
    loaded = Loaded(opened)
    told = [(loaded.loading.is_complete, loaded.loading.is_working)]
    loaded.loading.start()
    told.append((loaded.loading.is_complete, loaded.loading.is_working))
    loaded.all()
    told.append((loaded.loading.is_complete, loaded.loading.is_working))

    loaded.loading.start()

    assert told == [(False, False), (False, True), (True, False)]
    assert (loaded.loading.is_complete, loaded.loading.is_working) == (True, True)
