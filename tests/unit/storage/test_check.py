"""Check my data: every file, with line numbers."""

from pathlib import Path
from time import perf_counter

import pytest

from app.storage.check import check, is_conflict_copy
from app.storage.errors import ErrorCode
from app.storage.paths import Paths
from app.storage.problems import FileProblem
from tests.support.data_folders import OpenFolder, check_in, infusion
from tests.support.zips import fill
from tests.unit.storage.test_clinic_files import PACK


@pytest.mark.parametrize(
    "name",
    [
        "2026-11-30.sync-conflict-20261130-093000-ABCDEFG.yaml",
        "2026-11-30 (Bo's conflicted copy 2026-11-30).yaml",
        "2026-11-30 (1).yaml",
        "2026-11-30 (conflicted copy 2026-11-30 093000).yaml",
        "2026-11-30-LAPTOP-safeBackup-0001.yaml",
        "2026-11-30.yaml~",
        "2026-11-30.yaml.orig",
        "2026-11-30.other-version.yaml",
        "2026-11-30-DESKTOP-7K2.yaml",
        "2026-11-30-a7k-DESKTOP.yaml",
        "2026-11-30 - Copy.yaml",
        "2026-11-30 copy 2.yaml",
    ],
)
def test_copies_of_sync_tools_and_editors_are_recognized(name: str) -> None:
    """They are listed as what they are, and never read as days."""
    assert is_conflict_copy(name)
    assert not is_conflict_copy("2026-11-30.yaml")
    assert not is_conflict_copy("2026-11-30-2.yaml")


def test_a_good_folder_has_no_problems(opened: OpenFolder) -> None:
    """Everything the program writes passes, and so do tools' own folders."""
    opened.journal.put(check_in("Words"))
    opened.infusions.put(infusion())
    opened.settle()
    opened.file(".git").mkdir()
    opened.file(".git/config").write_text("x")
    opened.file("calm.yaml").write_text("schema: 1\n")
    opened.file("clinic.yaml").write_text(PACK)
    opened.file("infusions/.sl-0123.tmp").write_text("x")

    assert check(opened.paths) == ()


def test_everything_wrong_is_listed_with_file_and_line(paths: Paths) -> None:
    """One pass over all files, in the order of their names."""
    files = {
        "clinic.yaml": "a: [",
        "consultation.yaml": "schema: 1\nmedicines:\n  - id: a\n    name: [x]\n",
        "infusions/2026-11-30-a7k.yaml": "schema: 1\nid: 2026-11-30-a7k\nminutes: 3\n",
        "infusions/notes.txt": "x",
        "journal/2026/2026-11-28.yaml": "schema: 3\n",
        "journal/2026/2026-11-29 (1).yaml": "a: 1",
        "journal/2026/2026-11-30-2.yaml": "check_ins:\n  - id: a\n    words: [x]\n",
        "journal/2026/2026-11-30.yaml": "schema: 1\ncheck_ins:\n\t- id: a\n",
        "journal/2025/2026-11-30.yaml": "a: 1",
        "profile-2.yaml": "people:\n  - name: [Ann]\n",
        "profile.yaml": "schema: 1\nname: Bo\ncountry: Germany\n",
        "deeper/still/x.yaml": "a: 1",
    }
    for name, text in files.items():
        (paths.data / name).parent.mkdir(parents=True, exist_ok=True)
        (paths.data / name).write_text(text)

    found = [(one.path, one.code, one.line, one.field) for one in check(paths)]

    assert found == [
        ("clinic.yaml", ErrorCode.SYNTAX, 1, None),
        ("consultation.yaml", ErrorCode.WRONG_TYPE, 4, "name"),
        ("deeper/still/x.yaml", ErrorCode.UNKNOWN_FILE, None, None),
        ("infusions/2026-11-30-a7k.yaml", ErrorCode.BAD_VALUE, 3, "minutes"),
        ("infusions/notes.txt", ErrorCode.UNKNOWN_FILE, None, None),
        ("journal/2025/2026-11-30.yaml", ErrorCode.MISNAMED, None, None),
        ("journal/2026/2026-11-28.yaml", ErrorCode.NEWER_SCHEMA, 1, "schema"),
        ("journal/2026/2026-11-29 (1).yaml", ErrorCode.CONFLICT_COPY, None, None),
        ("journal/2026/2026-11-30-2.yaml", ErrorCode.WRONG_TYPE, 3, "words"),
        ("journal/2026/2026-11-30.yaml", ErrorCode.TAB, 3, None),
        ("profile-2.yaml", ErrorCode.WRONG_TYPE, 2, "people[0].name"),
        ("profile.yaml", ErrorCode.BAD_VALUE, 3, "country"),
    ]


def test_a_folder_that_is_not_there_is_the_one_problem(paths: Paths) -> None:
    """It is named by a dot."""
    (problem,) = check(paths)

    assert (problem.path, problem.code) == (".", ErrorCode.MISSING)


def test_links_in_circles_end(paths: Paths) -> None:
    """A folder inside itself is walked once; a file behind a link is read."""
    paths.data.mkdir()
    (paths.data / "journal").symlink_to(paths.data)
    (paths.data / "elsewhere").write_text("name: [")
    (paths.data / "profile.yaml").symlink_to(Path("elsewhere"))
    (paths.data / "loop").symlink_to(Path("loop"))

    assert {one.path for one in check(paths)} == {"elsewhere", "loop", "profile.yaml"}


@pytest.mark.parametrize("wrong", ["stage: someday", "id: twice"])
def test_a_thousand_wrong_entries_take_no_thousand_readings(paths: Paths, wrong: str) -> None:
    """One replace-all in an editor spoils every entry: each has its line, and nobody waits."""
    key = wrong.partition(":")[0]
    entries = [
        {
            "id": f"id: own{number}",
            "created": "created: '2026-11-01T10:00:00+01:00'",
            "changed": "changed: '2026-11-01T10:00:00+01:00'",
            "title": "title: Water",
            "stage": "stage: morning",
            key: wrong,
        }
        for number in range(1000)
    ]
    lines = ["  - " + "\n    ".join(entry.values()) + "\n" for entry in entries]
    paths.data.mkdir()
    (paths.data / "checklist.yaml").write_text("schema: 1\nitems:\n" + "".join(lines))
    began = perf_counter()

    found = check(paths)

    assert perf_counter() - began < 5
    assert [one.line for one in found][-2:] == [
        3 + 998 * 5 + list(entries[0]).index(key),
        3 + 999 * 5 + list(entries[0]).index(key),
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Profile.yaml", ErrorCode.MISNAMED),
        ("profile.yml", ErrorCode.MISNAMED),
        ("profile.yaml.txt", ErrorCode.MISNAMED),
        ("journal/2026/2026-11-30.YAML", ErrorCode.MISNAMED),
        ("journal/2025/2026-11-30.yaml", ErrorCode.MISNAMED),
        ("2026-11-30.yaml", ErrorCode.MISNAMED),
        ("infusions/2026-11-30-a7k.yaml.txt", ErrorCode.MISNAMED),
        ("notes.txt", ErrorCode.UNKNOWN_FILE),
        ("holiday.yml", ErrorCode.UNKNOWN_FILE),
    ],
)
def test_a_name_that_an_editor_changed_is_told_from_a_stranger(
    paths: Paths, name: str, code: ErrorCode
) -> None:
    """What is in it is not lost: it is only not found under that name."""
    fill(paths.data, {name: "schema: 1\n"})

    assert check(paths) == (FileProblem(path=name, code=code),)
