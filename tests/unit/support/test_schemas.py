"""The JSON Schemas that ship say what the reader takes and the writer writes."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from app.assets import resource
from app.storage.check import layout_of
from app.storage.codec import encode
from app.storage.documents import with_schema
from app.storage.layouts import JOURNAL, Layout
from app.storage.migrations import STEPS, current
from app.storage.yaml_door import dump, load
from tests.support import json_schema, schemas, ten_years
from tests.support.records import thousandths

GOLDEN = Path(__file__).parents[2] / "data"
BY_KIND = {layout.kind: layout for layout in schemas.LAYOUTS}
OWN = [layout for layout in schemas.LAYOUTS if layout.kind != "clinic"]
"""What the program writes by itself. A pack is written by people; whole ones are tested."""

WORDS = st.text(max_size=12)


def shipped(kind: str) -> dict[str, Any]:
    """Return the schema of *kind* as it lies among the resources."""
    schema: dict[str, Any] = json.loads(resource(f"schemas/{kind}.json").read_text("utf-8"))
    return schema


def values(kind: inspect.Type) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911, PLR0912 -- a table
    """Return a maker of every value that a field of this type may have."""
    match kind:
        case inspect.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{one.name: values(one.type) for one in fields})
        case inspect.VarTupleType(item_type=item):
            return st.lists(values(item), max_size=3).map(tuple)
        case inspect.UnionType(types=types):
            return st.one_of([values(one) for one in types])
        case inspect.EnumType(cls=enum):
            return st.sampled_from(list[Enum](enum))
        case inspect.IntType(ge=least, le=most):
            return st.integers(least, 9999 if most is None else most)
        case inspect.StrType(pattern=str() as pattern):
            return st.from_regex(pattern.replace("$", r"\Z"))
        case inspect.StrType():
            return WORDS
        case inspect.FloatType(ge=least, le=most):
            return thousandths(least, most)
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.DateType():
            return st.dates(date(1000, 1, 1))
        case inspect.DateTimeType():
            zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
            return st.datetimes(datetime(1000, 1, 2), timezones=zones)  # noqa: DTZ001 -- as asked for
        case inspect.Metadata(type=inner):
            return values(inner)
        case _:
            raise TypeError(kind)


def test_the_schemas_that_ship_are_current() -> None:
    """One for each kind of file; ./dev schemas writes them."""
    files = {path.stem: path.read_text("utf-8") for path in schemas.FOLDER.glob("*.json")}

    assert files == {layout.kind: schemas.text_of(layout) for layout in schemas.LAYOUTS}
    assert files.keys() == STEPS.keys()
    assert schemas.main(["--check"]) == 0


@pytest.mark.parametrize(
    "path", sorted(GOLDEN.glob("*/*/*.yaml")), ids=lambda path: str(path.relative_to(GOLDEN))
)
def test_the_golden_files_of_today_pass(path: Path) -> None:
    """Those of earlier versions are told apart by their number alone."""
    kind = path.parents[1].name
    document = load(path.read_bytes())

    faults = json_schema.faults(document, shipped(kind))

    is_current = document["schema"] == current(kind)
    assert faults == ([] if is_current else [f"$.schema is none of {current(kind)}"])


def test_ten_years_of_files_pass(tmp_path: Path) -> None:
    """A few months of them, which has every kind the generator knows."""
    ten_years.write_ten_years(tmp_path, date(2026, 11, 30), days=100)
    paths = sorted(tmp_path.rglob("*.yaml"))
    schema = {layout.kind: shipped(layout.kind) for layout in schemas.LAYOUTS}

    for path in paths:
        layout = layout_of(path.relative_to(tmp_path).as_posix())
        assert layout is not None
        assert json_schema.faults(load(path.read_bytes()), schema[layout.kind]) == [], path
    assert len(paths) > 60


@pytest.mark.parametrize("layout", OWN, ids=lambda layout: layout.kind)
@settings(
    max_examples=20,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_the_program_writes_passes(layout: Layout[Any], data: st.DataObject) -> None:
    """Any value of each type, as our writer writes it, unknown keys and all."""
    value = data.draw(values(inspect.type_info(layout.value_type)))

    document = with_schema(encode(value, {"shoe_size": 40}), current(layout.kind))
    written = load(dump(document, layout.comment))

    assert json_schema.faults(written, shipped(layout.kind)) == []
    assert written["shoe_size"] == 40


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"schema": 2}, "$.schema is none of 1"),
        ({"check_ins": {}}, "$.check_ins is no array"),
        ({"check_ins": [{}]}, "$.check_ins[0].id is missing"),
        ({"check_ins": [{"at": "2026-11-30T09:30:00"}]}, "$.check_ins[0].at does not match"),
        ({"check_ins": [{"at": "noon+01:00"}]}, "$.check_ins[0].at is no date-time"),
        ({"check_ins": [{"ratings": {"mood": 11}}]}, "$.check_ins[0].ratings.mood is too big"),
        ({"check_ins": [{"ratings": {"mood": -1}}]}, "$.check_ins[0].ratings.mood is too small"),
        ({"check_ins": [{"time_point": "noon"}]}, "$.check_ins[0].time_point is none of"),
        ({"check_ins": [{"words": True}]}, "$.check_ins[0].words is no string"),
    ],
)
def test_what_the_reader_refuses_does_not_pass(change: dict[str, Any], fault: str) -> None:
    """The schema is no looser than it looks."""
    found = json_schema.faults({"schema": 1, **change}, shipped(JOURNAL.kind))

    assert any(one.startswith(fault) for one in found)


def test_the_first_line_of_a_file_leads_to_its_schema() -> None:
    """It names the kind, and the kind is the name of the schema."""
    for layout in schemas.LAYOUTS:
        first = dump({"schema": 1}, layout.comment).decode().partition("\n")[0]

        assert first.endswith(f"Kind: {layout.kind}.")
        assert resource(f"schemas/{layout.kind}.json").is_file()


def test_times_are_written_with_their_offset() -> None:
    """What the pattern of a moment asks for is what msgspec writes, UTC too."""
    for zone in (UTC, timezone(timedelta(hours=-3, minutes=-30))):
        moment = msgspec.to_builtins(datetime(2026, 11, 30, 9, 30, tzinfo=zone))

        assert json_schema.faults(moment, {"pattern": schemas.OFFSET, "format": "date-time"}) == []
