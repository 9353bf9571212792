"""Every old file still opens: one folder of files per kind and version, written once."""

from pathlib import Path
from typing import Any

import pytest

from app.storage.codec import encode
from app.storage.documents import put_whole, read, with_schema
from app.storage.layouts import (
    CHECKLIST,
    INFUSION,
    JOURNAL,
    PROFILE,
    RUNNING,
    SETTINGS,
    Layout,
)
from app.storage.problems import look_at, parse
from app.storage.yaml_format import dump

DATA = Path(__file__).parents[2] / "data"
LAYOUTS: list[Layout[Any]] = [PROFILE, SETTINGS, CHECKLIST, INFUSION, JOURNAL, RUNNING]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.kind)
def test_a_file_of_each_kind_opens_without_a_problem(layout: Layout[Any]) -> None:
    """Nothing in it is lost on reading, and every field of the type is in one of the files."""
    files = sorted((DATA / layout.kind / "schema_1").glob("*.yaml"))
    fields: set[str] = set()

    for path in files:
        assert look_at(path, path.name, layout)[1] == ()
        value = read(parse(path.read_bytes(), layout), layout)[0]
        assert value is not None
        fields |= encode(value).keys()

    assert fields == set(layout.value_type.__struct_fields__)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.kind)
def test_writing_such_a_file_again_changes_no_byte(layout: Layout[Any]) -> None:
    """Reading and writing are each other's inverse, unknown keys and all."""
    for path in (DATA / layout.kind / "schema_1").glob("*.yaml"):
        data = path.read_bytes()
        raw = parse(data, layout)
        value = read(raw, layout)[0]
        assert value is not None

        again = dump(with_schema(put_whole(value, layout)(raw)), layout.comment)

        assert again.decode() == data.decode()
