"""Earlier versions of an entry: when they are kept, what they show, and bringing one back."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.domain.versions import FINISHED_AFTER, Written
from app.services.changes import Changes, Kind
from app.services.journal import Journal
from app.services.undo import Step
from app.storage.check import check
from app.storage.paths import Paths
from app.storage.yaml_door import load
from tests.support.clock import FixedClock
from tests.support.crashing_folder import CrashingFolder
from tests.support.data_folders import calm_session, paths_in
from tests.support.day import Day, counted_tokens

TODAY = date(2026, 11, 24)


def write(day: Day, words: str, *, minutes: float = 0, over: CheckIn | None = None) -> CheckIn:
    """Let *minutes* pass, and keep *words* in the check-in *over*, or in a new one."""
    day.clock.advance(minutes=minutes)
    journal = day.program.journal
    entry = over or journal.draft(TimePoint.ANY_TIME, None)
    return journal.keep(entry.saying(words), over=over)


def earlier(day: Day, entry: Written) -> list[str]:
    """Return the words of the earlier versions that are shown, the newest first."""
    entries = [one.entry for one in day.program.journal.versions_of(entry)]
    return [entry.words for entry in entries if isinstance(entry, CheckIn)]


def now(day: Day) -> CheckIn:
    """Return the one check-in of today as it is kept."""
    (entry,) = day.program.journal.day(TODAY).check_ins
    return entry


def test_an_edit_after_ten_minutes_keeps_what_stood_there(day: Day) -> None:
    """With the time at which it was written and the time at which it was replaced."""
    first = write(day, "Tired.")

    second = write(day, "Tired. Then better.", minutes=10, over=first)

    (version,) = day.program.journal.versions_of(second)
    assert version.check_in == first
    assert version.created == second.changed


def test_edits_within_ten_minutes_of_each_other_are_one(day: Day) -> None:
    """However long they go on: typing for an hour makes no versions of half words."""
    entry = write(day, "T")

    for number in range(12):
        entry = write(day, "Tired"[: number + 2], minutes=9, over=entry)

    assert earlier(day, entry) == []
    entry = write(day, "Rested", minutes=10, over=entry)
    assert earlier(day, entry) == ["Tired"]


def test_what_is_saved_again_as_it_was_shows_no_version(day: Day) -> None:
    """Nor does an entry that only moved, or one in which nothing was said before."""
    first = write(day, "Tired.")
    same = write(day, "Tired.", minutes=30, over=first)
    day.clock.advance(minutes=30)
    moved = same.belonging(same.at - timedelta(days=2), TimePoint.DAY_3, None)
    kept = day.program.journal.keep(moved, over=same)
    assert earlier(day, kept) == []

    empty = write(day, "")
    said = write(day, "Now.", minutes=30, over=empty)

    assert earlier(day, said) == []


def test_words_that_were_moved_or_removed_have_stood_as_long_as_before(day: Day) -> None:
    """A change of something else does not make them new."""
    first = write(day, "One.")
    day.clock.advance(minutes=10)
    moved = first.belonging(first.at, TimePoint.DAY_3, None)
    second = write(day, "Two.", minutes=1, over=day.program.journal.keep(moved, over=first))
    assert earlier(day, second) == ["One."]
    day.clock.advance(minutes=10)

    day.program.journal.delete(second).undo()
    third = write(day, "Three.", minutes=1, over=now(day))

    assert earlier(day, third) == ["Two.", "One."]


def test_a_moved_entry_keeps_its_versions_and_gets_new_ones(day: Day) -> None:
    """Its words are replaced in the same breath: they are found on the old day."""
    first = write(day, "One.")
    second = write(day, "Two.", minutes=10, over=first)
    day.clock.advance(minutes=10)
    moved = second.saying("Three.").belonging(second.at - timedelta(days=2), TimePoint.DAY_3, None)

    third = day.program.journal.keep(moved, over=second)

    assert earlier(day, third) == ["Two.", "One."]
    day.reopen()
    assert earlier(day, third) == ["Two.", "One."]


def test_what_somebody_else_wrote_is_kept_when_it_is_replaced(day: Day) -> None:
    """A hand that changed the file did not set the time of the change."""
    first = write(day, "Tired.")
    day.settle()
    file = day.data / "journal/2026/2026-11-24.yaml"
    file.write_text(file.read_text("utf-8").replace("Tired.", "By hand."), "utf-8")
    by_hand = now(day)

    second = write(day, "Rested.", minutes=10, over=by_hand)

    assert earlier(day, second) == ["By hand."]
    assert first.words == "Tired."


def test_a_clock_that_was_set_back_costs_no_version(day: Day) -> None:
    """Nobody can tell how long the words had stood."""
    first = write(day, "Tired.")
    day.clock.jump(hours=-5)

    second = write(day, "Rested.", over=first)
    third = write(day, "Rested!", minutes=1, over=second)

    assert earlier(day, third) == ["Tired."]


def test_reflections_and_questionnaires_have_versions_and_sessions_have_none(day: Day) -> None:
    """What is written by hand is; what the timer wrote is not."""
    journal, at = day.program.journal, day.clock.now()
    entries: list[Any] = [
        Reflection(id="refl2345", created=at, changed=at, at=at, during="A river"),
        Questionnaire(
            id="ques2345", created=at, changed=at, at=at, name=QuestionnaireName.PHQ_9
        ).answered("little_interest", 1),
    ]
    kept = [journal.keep(entry) for entry in entries]
    session = journal.keep(calm_session(at=at))
    day.clock.advance(minutes=30)

    journal.keep(kept[0].recalling("A sea"), over=kept[0])
    journal.keep(kept[1].answered("little_interest", 2), over=kept[1])
    longer = journal.keep(replace(session, minutes=6), over=session)

    for before in kept:
        after = journal.find(before.id, TODAY)
        assert [one.entry for one in journal.versions_of(after)] == [before]
    assert journal.versions_of(longer) == []
    assert journal.versions_of(None) == []


def test_a_version_comes_back_and_the_one_it_replaces_is_kept(day: Day) -> None:
    """Even if that was written a moment ago; what says the same as now is not shown."""
    first = write(day, "One.")
    second = write(day, "Two.", minutes=10, over=first)
    third = write(day, "Three.", minutes=1, over=second)
    heard: list[Kind] = []
    day.program.changes.listen(day, heard.append)

    step = day.program.journal.bring_back(third, first)

    assert (now(day).words, now(day).id) == ("One.", first.id)
    assert earlier(day, now(day)) == ["Three."]
    assert heard == [Kind.JOURNAL]
    assert step.text == "Earlier version brought back."
    assert step.undo() is None
    assert now(day).words == "Three."
    assert earlier(day, now(day)) == ["One."]


def test_what_was_written_since_a_version_came_back_has_a_way_back_too(day: Day) -> None:
    """Undo gives what it promised, and takes no word away for good."""
    first = write(day, "One.")
    second = write(day, "Two.", minutes=10, over=first)
    step = day.program.journal.bring_back(second, first)
    write(day, "One, and more.", minutes=1, over=now(day))

    back = step.undo()

    assert now(day).words == "Two."
    assert earlier(day, now(day)) == ["One, and more.", "One."]
    assert back is not None
    back.undo()
    assert now(day).words == "One, and more."


def test_a_version_comes_back_on_the_day_where_the_entry_is_now(day: Day) -> None:
    """And so does the undo of it, when the entry moved in between."""
    journal = day.program.journal
    first = write(day, "One.")
    second = write(day, "Two.", minutes=10, over=first)
    step = journal.bring_back(second, first)
    brought = now(day)
    moved = brought.belonging(brought.at - timedelta(days=2), TimePoint.DAY_3, None)
    journal.keep(moved, over=brought)

    step.undo()

    assert journal.day(TODAY).is_empty
    (entry,) = journal.day(TODAY - timedelta(days=2)).check_ins
    assert (entry.words, entry.time_point) == ("Two.", TimePoint.DAY_3)


def test_a_version_comes_back_with_what_came_in_since_it_was_shown(day: Day) -> None:
    """The page may be older than the file: what stood there is kept all the same."""
    first = write(day, "One.")
    shown = write(day, "Two.", minutes=10, over=first)
    write(day, "Theirs.", minutes=1, over=shown)

    day.program.journal.bring_back(shown, first)

    assert earlier(day, now(day)) == ["Theirs."]


def test_undo_does_not_bring_back_an_entry_that_was_removed_since(day: Day) -> None:
    """Who removed it wanted it gone."""
    first = write(day, "One.")
    second = write(day, "Two.", minutes=10, over=first)
    step = day.program.journal.bring_back(second, first)
    day.program.journal.delete(now(day))

    assert step.undo() is None

    assert day.program.journal.day(TODAY).is_empty


def test_a_version_of_an_entry_that_is_gone_brings_it_back(day: Day) -> None:
    """Somebody took it out of the file while the versions were on screen."""
    first = write(day, "One.")
    second = write(day, "Two.", minutes=10, over=first)
    day.settle()
    (day.data / "journal/2026/2026-11-24.yaml").write_text("schema: 1\n", "utf-8")
    assert day.program.journal.day(TODAY).is_empty

    day.program.journal.bring_back(second, first)

    assert now(day).words == "One."


def test_an_entry_that_is_removed_takes_its_versions_along(day: Day) -> None:
    """What is removed is gone from the disk; undo brings all of it back."""
    first = write(day, "Please forget.")
    second = write(day, "Two.", minutes=10, over=first)
    day.settle()

    step: Step | None = day.program.journal.delete(second)
    day.settle()
    left = [path.name for path in day.data.rglob("*.yaml")]
    assert step is not None
    step.undo()
    day.settle()

    assert left == []
    assert earlier(day, now(day)) == ["Please forget."]
    assert check(day.program.folder.paths) == ()


def test_the_newest_version_is_not_kept_twice(day: Day) -> None:
    """A power cut after the version and before the new words leaves it equal to what is kept."""
    first = write(day, "One.")
    second = write(day, "Two.", minutes=10, over=first)
    day.settle()
    file = day.data / "journal/2026/2026-11-24.yaml"
    file.write_text(file.read_text("utf-8").replace("Two.", "One."), "utf-8")
    as_before = now(day)
    assert earlier(day, as_before) == []

    third = write(day, "Three.", minutes=10, over=as_before)

    assert earlier(day, third) == ["One."]
    assert second.words == "Two."


def test_a_version_of_another_kind_is_not_shown(day: Day) -> None:
    """A hand may have put anything into the folder."""
    first = write(day, "One.")
    second = write(day, "Two.", minutes=10, over=first)
    day.settle()
    (file,) = (day.data / "history").rglob("*.yaml")
    moment = "'2026-11-24T10:00:00+01:00'"
    file.write_text(
        f"id: {file.stem}\ncreated: {moment}\nchanged: {moment}\nreflection:\n"
        f"  id: {first.id}\n  created: {moment}\n  changed: {moment}\n  at: {moment}\n",
        "utf-8",
    )

    assert day.program.journal.versions_of(second) == []
    write(day, "Three.", minutes=10, over=second)
    assert earlier(day, now(day)) == ["Two."]


edits = st.lists(
    st.tuples(
        st.sampled_from(
            ["keep", "keep", "keep", "rate", "back", "undo", "move", "remove", "reopen"]
        ),
        st.sampled_from([0, 1, 599, 600, 4000]),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=200, derandomize=True, database=None, deadline=None)
@given(story=edits)
def test_no_text_that_stood_for_ten_minutes_is_ever_lost(
    story: list[tuple[str, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is written, moved, brought back and undone: it is in the entry, or earlier."""
    day = Day(tmp_path_factory.mktemp("day"))
    entry = write(day, "word0.")
    steps: list[Step] = []
    stood: set[str] = set()
    for number, (act, seconds, which) in enumerate(story, 1):
        day.clock.advance(seconds=seconds)
        if timedelta(seconds=seconds) >= FINISHED_AFTER:
            stood.add(entry.words)
        journal = day.program.journal
        shown = journal.versions_of(entry)
        match act:
            case "keep":
                journal.keep(entry.saying(f"word{number}."), over=entry)
            case "rate":
                journal.keep(entry.rated(Rating.MOOD, which), over=entry)
            case "back" if shown:
                before = shown[which % len(shown)].check_in
                assert before is not None
                stood.add(entry.words)
                steps.append(journal.bring_back(entry, before))
            case "undo" if steps:
                back = steps.pop().undo()
                steps += [back] if back is not None else []
            case "move":
                at = day.clock.now() - timedelta(days=which)
                journal.keep(entry.belonging(at, TimePoint.ANY_TIME, None), over=entry)
            case "remove":
                journal.delete(entry).undo()
            case "reopen":
                steps.clear()
                journal = day.reopen().journal
        (entry,) = [one for d in journal.days() for one in journal.day(d).check_ins]

    everything = {entry.words, *earlier(day, entry)}
    day.close()

    assert stood <= everything
    files = "\n".join(path.read_text("utf-8") for path in day.data.rglob("*.yaml"))
    assert all(word in files for word in stood)


def start(paths: Paths, clock: FixedClock) -> tuple[CrashingFolder, Journal]:
    """Open a folder whose writer does one thing at a time, with a journal on it."""
    opened = CrashingFolder(paths)
    return opened, Journal(opened.journal, clock, counted_tokens(), Changes())


@pytest.mark.parametrize("turns", range(5))
@pytest.mark.parametrize("act", ["keep", "bring back", "move"])
def test_a_power_cut_between_the_two_files_costs_no_word(
    paths: Paths, turns: int, act: str
) -> None:
    """The old words are on the disk before the new ones take their place, whatever is done."""
    clock = FixedClock()
    opened, journal = start(paths, clock)
    first = journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying("first."))
    opened.write_out()
    clock.advance(minutes=10)
    second = journal.keep(first.saying("second."), over=first)
    opened.write_out()
    clock.advance(minutes=10)

    if act == "keep":
        journal.keep(second.saying("third."), over=second)
    elif act == "move":
        at = second.at - timedelta(days=2)
        journal.keep(second.saying("third.").belonging(at, TimePoint.DAY_3, None), over=second)
    else:
        journal.bring_back(second, first)
    opened.stand_still()
    for _turn in range(turns):
        opened.turn()
    opened.crash()

    opened, journal = start(paths, clock)
    entries = [one for day in journal.days() for one in journal.day(day).check_ins]
    entry = max(entries, key=lambda one: one.changed)
    versions = [one.check_in for one in journal.versions_of(entry)]
    words = {one.words for one in versions if one is not None} | {entry.words}
    assert {"first.", "second."} <= words
    assert check(paths) == ()
    opened.end()


@pytest.mark.parametrize("turns", range(4))
def test_a_power_cut_while_an_entry_is_removed_leaves_no_entry_without_its_versions(
    paths: Paths, turns: int
) -> None:
    """The entry goes first: while it is there, so is everything that it said."""
    clock = FixedClock()
    opened, journal = start(paths, clock)
    first = journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying("first."))
    clock.advance(minutes=10)
    second = journal.keep(first.saying("second."), over=first)
    opened.write_out()

    journal.delete(second)
    opened.stand_still()
    for _turn in range(turns):
        opened.turn()
    opened.crash()

    opened, journal = start(paths, clock)
    left = journal.day(second.day).check_ins
    assert not left or len(journal.versions_of(left[0])) == 1
    opened.end()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Where the data folder of this test is, or will be."""
    return paths_in(tmp_path)


def test_the_file_of_a_version_can_be_read_by_a_person(day: Day) -> None:
    """Its first line says what it is; the entry stands in it as in the file of its day."""
    first = write(day, "Tired.\nVery.")
    write(day, "Rested.", minutes=10, over=first)
    day.settle()

    (file,) = (day.data / "history" / first.id).iterdir()

    text = file.read_text("utf-8")
    assert text.startswith("# Soft Landing: an earlier version of something you wrote.")
    assert "words: |-\n    Tired.\n    Very.\n" in text
    assert load(file.read_bytes())["id"] == file.stem


def test_undo_that_leaves_nothing_of_an_entry_has_a_way_back_to_all_of_it(day: Day) -> None:
    """The words of an hour ago are among its earlier versions, and come back with it."""
    first = write(day, "Very sick all night.")
    day.clock.advance(hours=1)
    cleared = write(day, "", over=first)
    day.program.journal.keep(cleared.skipping(said=True), over=cleared)
    undo = day.program.journal.way_back("Skipped.", cleared, lambda one: one.skipping(said=False))

    back = undo.undo()

    assert day.program.journal.find(first.id, first.day) is None
    assert back is not None
    back.undo()
    assert earlier(day, now(day)) == ["Very sick all night."]
