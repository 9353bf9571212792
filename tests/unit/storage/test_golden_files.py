"""Every old file still opens: one folder of files per kind and version, written once."""

from pathlib import Path
from typing import Any

import pytest

from app.storage import migrations
from app.storage.clinic_files import CLINIC
from app.storage.codec import encode
from app.storage.documents import put_whole, read, with_schema
from app.storage.layouts import (
    CALM,
    CHECKLIST,
    CONSULTATION,
    HISTORY,
    INFUSION,
    JOURNAL,
    PROFILE,
    RUNNING,
    SETTINGS,
    Layout,
)
from app.storage.migrations import FIRST, STEPS, current
from app.storage.problems import look_at, parse
from app.storage.yaml_door import dump

DATA = Path(__file__).parents[2] / "data"
LAYOUTS: list[Layout[Any]] = [
    PROFILE,
    SETTINGS,
    CHECKLIST,
    CLINIC,
    CONSULTATION,
    CALM,
    INFUSION,
    JOURNAL,
    HISTORY,
    RUNNING,
]
KINDS = {layout.kind: layout for layout in LAYOUTS}


def folders_wanted(root: Path) -> set[Path]:
    """Return the folders there are to be below *root*: one for each schema of each kind."""
    return {
        root / kind / f"schema_{number}"
        for kind in STEPS
        for number in range(FIRST, current(kind) + 1)
    }


def folders_with_files(root: Path) -> set[Path]:
    """Return the folders below *root* that hold files."""
    return {path.parent for path in root.glob("*/*/*.yaml")}


def test_there_are_files_of_each_kind_in_each_version() -> None:
    """A new step comes with a folder of new files; the old ones stay for good."""
    assert set(STEPS) == set(KINDS)
    assert folders_with_files(DATA) == folders_wanted(DATA)


def test_a_step_without_files_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The walk above counts the steps."""
    monkeypatch.setitem(migrations.STEPS, "journal", (dict,))

    missing = folders_wanted(DATA) - folders_with_files(DATA)

    assert missing == {DATA / "journal" / "schema_2"}


@pytest.mark.parametrize(
    "path", sorted(DATA.glob("*/*/*.yaml")), ids=lambda path: str(path.relative_to(DATA))
)
def test_a_file_of_each_kind_and_version_opens_without_a_problem(path: Path) -> None:
    """Nothing in it is lost on reading; written in the form of today, it stays as it is."""
    layout = KINDS[path.parents[1].name]
    number = current(layout.kind)

    assert look_at(path, path.name, layout)[1] == ()
    raw = parse(path.read_bytes(), layout)
    value = read(raw, layout)[0]
    assert value is not None
    written = dump(with_schema(put_whole(value, layout)(raw), number), layout.comment)

    assert read(parse(written, layout), layout) == (value, [])
    if path.parent.name == f"schema_{number}":
        assert written.decode() == path.read_text("utf-8")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.kind)
def test_every_field_is_in_one_of_the_newest_files(layout: Layout[Any]) -> None:
    """A field that no file has is a field whose reading nobody watches."""
    fields: set[str] = set()

    for path in (DATA / layout.kind / f"schema_{current(layout.kind)}").glob("*.yaml"):
        value = read(parse(path.read_bytes(), layout), layout)[0]
        assert value is not None
        fields |= encode(value).keys()

    assert fields == set(layout.value_type.__struct_fields__)
