"""Old files open in a newer program, and their first form is kept."""

from typing import Any

import pytest

from app.domain.preferences import Profile
from app.storage import migrations
from app.storage.codec import FieldError
from app.storage.document_repository import DocumentRepository
from app.storage.errors import ErrorCode, StorageError
from app.storage.jobs import SaveOutcome
from app.storage.layouts import INFUSION, JOURNAL, PROFILE
from app.storage.migrations import Step, current, migrated, schema_of
from app.storage.problems import parse
from app.storage.yaml_door import load
from app.storage.yaml_values import Document
from tests.storage_faults.migrate_once import text_becomes_words
from tests.support.data_folders import TODAY, OpenFolder, check_in

DAY = "journal/2026/2026-11-30.yaml"
SECOND = "journal/2026/2026-11-30-2.yaml"
OLD = """\
# Bo's own words about this day
schema: 1
weather: rain
check_ins:
  - id: abcd2345
    created: '2026-11-30T09:30:00+01:00'
    changed: '2026-11-30T09:30:00+01:00'
    at: '2026-11-30T09:30:00+01:00'
    text: From long ago.
    shoe_size: 40
"""


def plant(monkeypatch: pytest.MonkeyPatch, *steps: Step, kind: str = "journal") -> None:
    """Give *kind* these steps, as a later version of the program would have them."""
    monkeypatch.setitem(migrations.STEPS, kind, steps)


def write(opened: OpenFolder, text: str) -> None:
    """Let an earlier program have written today's file."""
    opened.file(DAY).parent.mkdir(parents=True, exist_ok=True)
    opened.file(DAY).write_text(text, "utf-8")


def said(opened: OpenFolder) -> list[str]:
    """Return the words of today's check-ins."""
    return [entry.words for entry in opened.journal.day(TODAY).check_ins]


def test_an_old_file_is_read_in_the_form_of_today_and_not_written(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading changes nothing on the disk."""
    plant(monkeypatch, text_becomes_words)
    write(opened, OLD)

    assert said(opened) == ["From long ago."]
    opened.settle()

    assert opened.folder.noted.all() == ()
    assert opened.file(DAY).read_text() == OLD
    assert not opened.paths.originals.exists()


def test_the_first_save_writes_the_new_form_and_keeps_the_old(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unknown keys survive at every depth; the original is kept once, as it was."""
    plant(monkeypatch, text_becomes_words)
    text = OLD.partition("\n")[2]
    write(opened, text)

    for minutes in range(3):
        opened.journal.put(check_in("Today.", entry_id="new23456", minutes=minutes))
        opened.settle()

    document: Any = load(opened.file(DAY).read_bytes())
    old, new = document["check_ins"]
    assert (document["schema"], document["weather"]) == (2, "rain")
    assert (old["words"], old["shoe_size"], new["words"]) == ("From long ago.", 40, "Today.")
    kept = [path for path in opened.paths.originals.rglob("*") if path.is_file()]
    assert kept == [opened.paths.originals / DAY]
    assert kept[0].read_text() == text


def test_steps_are_taken_one_after_the_other_from_where_the_file_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two steps make schema 3; a file of schema 2 takes the second only, one of 3 none."""

    def country_becomes_upper(profile: Document) -> Document:
        return {**profile, "country": str(profile["country"]).upper()}

    def called_becomes_name(profile: Document) -> Document:
        return {"name": profile.get("called"), **profile}

    plant(monkeypatch, country_becomes_upper, called_becomes_name, kind="profile")

    assert current("profile") == 3
    files: list[tuple[Document, Document]] = [
        (
            {"schema": 1, "called": "Bo", "country": "gb"},
            {"schema": 3, "name": "Bo", "called": "Bo", "country": "GB"},
        ),
        (
            {"schema": 2, "called": "Bo", "country": "GB"},
            {"schema": 3, "name": "Bo", "called": "Bo", "country": "GB"},
        ),
        ({"schema": 3, "country": "GB"}, {"schema": 3, "country": "GB"}),
        ({"country": "GB"}, {"country": "GB"}),
        ({"schema": 4, "country": 1}, {"schema": 4, "country": 1}),
    ]
    for before, after in files:
        assert migrated(before, PROFILE) == after


def _raises(_day: Document) -> Document:
    raise KeyError("check_ins")


def _no_document(_day: Document) -> Any:
    return None


def _no_list(day: Document) -> Document:
    return {**day, "check_ins": "none"}


def _loses_a_field(day: Any) -> Document:
    (one,) = day["check_ins"]
    return {**day, "check_ins": [{key: one[key] for key in one if key != "at"}]}


def _cannot_be_written(day: Document) -> Document:
    return {**day, "weather": (1, 2)}  # type: ignore[dict-item]


def _keys_are_numbers(day: Document) -> Document:
    return {**day, "weather": {1: 2}}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "step",
    [_raises, _no_document, _no_list, _loses_a_field, _cannot_be_written, _keys_are_numbers],
)
def test_a_step_that_fails_leaves_the_file_alone(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    """The file is listed with the line of its schema; what is new goes beside it."""
    plant(monkeypatch, step)
    write(opened, OLD)

    assert said(opened) == []
    opened.journal.put(check_in("Today."))
    opened.settle()

    (problem,) = opened.folder.noted.all()
    assert (problem.path, problem.code, problem.line) == (DAY, ErrorCode.MIGRATION_FAILED, 2)
    assert opened.file(DAY).read_text() == OLD
    assert "Today." in opened.file(SECOND).read_text()
    assert opened.reports[-1].outcome is SaveOutcome.SAVED


def test_a_document_that_is_one_record_and_loses_it_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing at all remaining is a failure, however it came about."""
    plant(monkeypatch, lambda _raw: {}, kind="infusion")

    with pytest.raises(StorageError) as caught:
        parse(b"schema: 1\nid: 2026-11-30-a7k\n", INFUSION)

    assert caught.value.code is ErrorCode.MIGRATION_FAILED


def test_what_was_wrong_before_is_listed_and_costs_only_itself(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip of the hand in an old file does not keep the rest of it from being read."""
    plant(monkeypatch, text_becomes_words)
    again = OLD.partition("check_ins:\n")[2] + "    ratings: {mood: 15}\n"
    bad = OLD + "  - just words\n  - id: x\n" + again
    write(opened, bad)

    assert said(opened) == ["From long ago."]

    found = [(one.code, one.field, one.line) for one in opened.folder.noted.all()]
    assert sorted(found, key=str) == [
        (ErrorCode.BAD_VALUE, "ratings.mood", 19),
        (ErrorCode.DUPLICATE_ID, "id", 13),
        (ErrorCode.MISSING_FIELD, "created", 12),
        (ErrorCode.WRONG_TYPE, None, 11),
    ]


@pytest.mark.parametrize("schema", ["one", 0, -1, True, 1.0])
def test_what_is_no_number_is_no_schema(schema: Any) -> None:
    """It is not guessed at."""
    with pytest.raises(FieldError) as caught:
        schema_of({"schema": schema}, JOURNAL.kind)

    assert caught.value.field == "schema"


def test_a_schema_that_was_left_empty_is_ours() -> None:
    """As if it were not there: a hand in an editor took the number away."""
    assert schema_of({"schema": None}, "journal") == schema_of({}, "journal")


def test_a_file_of_its_own_kind_does_not_age_with_others(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each kind counts its own versions."""
    plant(monkeypatch, text_becomes_words)
    profile = DocumentRepository(opened.folder, PROFILE)

    profile.put(Profile(name="Bo"))
    opened.journal.put(check_in("Today."))
    opened.settle()

    assert load(opened.file("profile.yaml").read_bytes())["schema"] == 1
    assert load(opened.file(DAY).read_bytes())["schema"] == 2
