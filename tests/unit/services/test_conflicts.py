"""Two versions of the same file, in words."""

from pathlib import Path

import pytest

from app.domain.calm_phases import single
from app.domain.check_in import TimePoint
from app.domain.consultation import Text
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.services.changes import Kind
from app.services.conflicts import TwoVersions
from app.storage.check import check
from tests.support.day import Day

OWN_ITEM = """\
items:
  - id: a
    created: 2026-11-24T09:00:00+01:00
    changed: 2026-11-24T09:00:00+01:00
    title: Blanket
    stage: morning
"""

NAMED = """\
  - id: a
    created: 2026-11-24T09:00:00+01:00
    changed: 2026-11-24T09:00:00+01:00
"""

OWN_PATTERN = f"patterns:\n{NAMED}    name: Mine\n    in_seconds: 4\n    out_seconds: 8\n"

MEDICINE = """\
medicines:
  - id: a
    created: 2026-11-24T09:00:00+01:00
    changed: 2026-11-24T09:00:00+01:00
    name: Sertraline
"""


@pytest.fixture
def path(day: Day) -> Path:
    """A day with one check-in, on the disk."""
    journal = day.program.journal
    journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying("Tired,\nbut lighter."))
    day.settle()
    (path,) = day.data.glob("journal/*/*.yaml")
    return path


def look(day: Day) -> TwoVersions:
    """Let the program know of all problems, and return what it makes of the copies."""
    found = {one.path: (one,) for one in check(day.program.folder.paths)}
    day.program.folder.noted.note_all(found)
    return day.program.versions


def copy_of(path: Path, name: str, old: str, new: str) -> Path:
    """Write a copy beside *path* in which something is different."""
    copy = path.with_name(name)
    copy.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return copy


def test_each_side_says_what_it_is(day: Day, path: Path) -> None:
    """Counts, and how the words begin."""
    copy_of(path, "2026-11-24 (1).yaml", "Tired,", "Awake and " + "on and on " * 9)
    versions = look(day)

    conflict = versions.first()
    assert conflict is not None
    ours, theirs = versions.sides(conflict)

    assert ours.changed is not None
    assert ours.lines == ("1 check-in", "“Tired, but lighter.”")
    assert theirs.lines[1].startswith("“Awake and on and on")
    assert theirs.lines[1].endswith(" …”")


def test_a_settled_conflict_is_not_shown_again_until_it_is_undone(day: Day, path: Path) -> None:
    """Each way of settling it hands back the way to undo."""
    copy_of(path, "2026-11-24 (1).yaml", "lighter", "heavier")
    for settle in (TwoVersions.keep_both, TwoVersions.keep_ours, TwoVersions.keep_theirs):
        versions = look(day)
        conflict = versions.first()
        assert conflict is not None, settle

        step = settle(versions, conflict)
        day.settle()
        assert versions.first() is None
        step.undo()
        day.settle()

        assert versions.first() is not None
        assert "lighter" in path.read_text("utf-8")


def test_a_copy_of_our_own_that_says_nothing_new_goes_by_itself(day: Day, path: Path) -> None:
    """It is left when two saved at the same moment, and stays in the originals."""
    copy = copy_of(path, "2026-11-24.other-version.yaml", "", "")
    other = copy_of(path, "2026-11-24 (1).yaml", "", "")
    versions = look(day)

    conflict = versions.first()
    day.settle()

    assert not copy.exists()
    assert conflict is not None
    assert conflict.name.endswith("(1).yaml")
    assert other.exists()
    assert list(day.program.folder.paths.originals.rglob("*other-version*"))


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("profile", "name: Ada\nclinic:\n  name: Lakeside\n", ("Ada", "Lakeside")),
        ("settings", "language: de\n", ()),
        (
            "consultation",
            f"{MEDICINE}other: Long nights\n",
            ("“Long nights”", "“Sertraline”"),
        ),
        (
            "calm",
            f"presets:\n{NAMED}    name: Evening\n{OWN_PATTERN}",
            ("“Evening”", "“Mine”"),
        ),
        (
            "checklist",
            OWN_ITEM,
            ("1 item of your own", "“Blanket”"),
        ),
    ],
)
def test_other_files_are_told_in_their_own_words(
    day: Day, name: str, text: str, lines: tuple[str, ...]
) -> None:
    """The file itself may not be there at all."""
    day.data.joinpath(f"{name} (1).yaml").write_text(text, "utf-8")
    versions = look(day)

    conflict = versions.first()
    assert conflict is not None
    _ours, theirs = versions.sides(conflict)

    assert theirs.lines == lines


def test_words_kept_beside_the_notes_for_the_clinic_can_be_chosen(day: Day) -> None:
    """Two computers wrote the same answer: the one that gave way comes back, and is announced."""
    notes = day.program.consultation
    notes.say(Text.OTHER, "before")
    day.settle()
    path = day.data / "consultation.yaml"
    path.write_text(path.read_text("utf-8").replace("before", "theirs"), "utf-8")
    notes.say(Text.OTHER, "ours", over="before")
    day.settle()
    heard: list[Kind] = []
    day.program.changes.listen(heard, heard.append)

    versions = look(day)
    conflict = versions.first()
    assert conflict is not None
    versions.keep_theirs(conflict)
    day.settle()

    assert notes.get().other == "theirs"
    assert Kind.CONSULTATION in heard


def test_an_infusion_and_a_calm_session_are_told_too(day: Day, path: Path) -> None:
    """Places, notes, and sessions that ran."""
    program = day.program
    plan = program.infusions.draft(day.clock.now().date())
    plan, _step = program.infusions.keep_new(plan)
    program.calm.start(single(5))
    program.calm.end()
    day.settle()
    infusion = day.data / "infusions" / f"{plan.id}.yaml"
    copy_of(infusion, f"{plan.id} (1).yaml", "minutes: 40", "minutes: 60\nplace: Lake")
    copy_of(path, "2026-11-24 (1).yaml", "words", "other")
    versions = look(day)

    first = versions.first()
    assert first is not None
    assert versions.sides(first)[1].lines == ("“Lake”",)
    versions.keep_ours(first)
    second = versions.first()
    assert second is not None

    assert versions.sides(second)[1].lines == ("1 check-in", "1 calm session", "No words")


def test_reflections_and_questionnaires_of_a_day_are_told_too(day: Day, path: Path) -> None:
    """How many, and how the words begin."""
    now = day.clock.now()
    reflection = Reflection(id="refl2345", created=now, changed=now, at=now, during="A river")
    answers = Questionnaire(
        id="ques2345", created=now, changed=now, at=now, name=QuestionnaireName.PHQ_9
    ).answered("little_interest", 0)
    for entry in (reflection, answers):
        day.program.journal.keep(entry)
    day.settle()
    copy_of(path, "2026-11-24 (1).yaml", "A river", "A lake")
    versions = look(day)

    conflict = versions.first()
    assert conflict is not None
    ours = versions.sides(conflict)[0]

    assert ours.lines[1:3] == ("1 reflection", "1 questionnaire")
    assert "“A river”" in ours.lines
