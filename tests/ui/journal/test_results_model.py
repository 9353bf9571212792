"""The list of what was found: rows are read when they are shown, and stay where they are."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester

from app.domain.effects import Severity
from app.domain.filters import Filter
from app.services.content import Content
from app.ui.journal.entry_words import EntryTeller
from app.ui.journal.results_model import KEPT, ROW, ResultRow, ResultsModel, strongest_of
from app.ui.journal.search_model import SearchModel
from app.ui.undo import UndoStack
from tests.support import pages
from tests.support.data_folders import MORNING, calm_session, check_in, infusion
from tests.support.day import Day


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """Open a program without a window."""
    opened = Day(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def search(day: Day, qapp: object) -> SearchModel:
    """Return the search over it, with three check-ins."""
    for number in range(3):
        keep(day, number)
    program = day.program
    return SearchModel(
        search=program.search,
        journal=program.journal,
        infusions=program.infusions,
        changes=program.changes,
        undo=UndoStack(),
    )


@pytest.fixture
def model(search: SearchModel) -> ResultsModel:
    """Return the list of what it finds."""
    return ResultsModel(search, EntryTeller(Content()))


def keep(day: Day, number: int, words: str = "same") -> None:
    """Keep the check-in of *number* days ago."""
    at = MORNING - timedelta(days=number)
    day.program.journal.keep(check_in(words, entry_id=f"id{number}", at=at))
    pages.settle()


def ids(model: ResultsModel) -> list[str]:
    """Return the ids of the rows."""
    return [model.index(row).data(ROW).hit.record_id for row in range(model.rowCount())]


def test_qt_finds_nothing_wrong_with_it(
    day: Day, search: SearchModel, model: ResultsModel, qtmodeltester: ModelTester
) -> None:
    """Empty, full, and while rows come and go."""
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]

    search.follow()
    search.say("same")
    for words in ("nothing", "same"):
        keep(day, 1, words)
    keep(day, 0, "other")
    keep(day, 7)
    search.say("other")
    search.say("s")
    search.clear()

    assert model.rowCount() == 0
    search.say("same")
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    search.stop()


def test_rows_that_stay_are_not_touched(day: Day, search: SearchModel, model: ResultsModel) -> None:
    """Only what comes or goes is told, wherever it is."""
    search.follow()
    search.say("same")
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append(("+", first, last)))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(("-", first, last)))
    model.modelReset.connect(lambda: told.append(("reset", 0, 0)))

    keep(day, 1, "other")
    keep(day, 1)
    keep(day, 5)
    keep(day, 2)

    assert told == [("-", 1, 1), ("+", 1, 1), ("+", 3, 3)]
    assert ids(model) == ["id0", "id1", "id2", "id5"]
    search.stop()


def test_a_changed_row_is_told_anew(day: Day, search: SearchModel, model: ResultsModel) -> None:
    """The row is the same, what it says is not."""
    search.follow()
    search.say("same")
    assert "“same”" in model.index(0).data(ROW).words.summary

    keep(day, 0, "same, and more")

    assert "“same, and more”" in model.index(0).data(ROW).words.summary
    search.stop()


def test_a_stopped_search_follows_nothing(
    day: Day, search: SearchModel, model: ResultsModel
) -> None:
    """Until it is started again."""
    search.say("same")
    keep(day, 9)
    assert model.rowCount() == 3

    search.follow()

    assert model.rowCount() == 4
    search.stop()


def test_rows_that_were_read_long_ago_are_forgotten(
    day: Day, search: SearchModel, model: ResultsModel
) -> None:
    """Memory stays small however far is scrolled."""
    for number in range(KEPT + 10):
        day.program.journal.keep(
            check_in("many", entry_id=f"m{number}", at=MORNING - timedelta(minutes=number))
        )
    search.say("many")

    read = ids(model)

    assert len(read) == KEPT + 10
    assert len(model._rows) == KEPT


def test_infusions_sessions_and_what_is_gone_are_told_too(
    day: Day, search: SearchModel, model: ResultsModel
) -> None:
    """An entry that cannot be read any more says so, and removes nothing."""
    day.program.infusions.keep(infusion(notes="Bring the scarf"))
    day.program.journal.keep(calm_session())
    search.want(Filter(first_day=MORNING.date()))
    rows: dict[str, ResultRow] = {
        row.hit.record_id: row
        for row in (model.index(number).data(ROW) for number in range(model.rowCount()))
    }
    gone = search.hits[ids(model).index("id0")]
    day.program.journal.delete(check_in(entry_id="id0"))

    search.delete(gone)

    assert rows["2026-11-30-a7k"].words.summary == "Bring the scarf"
    assert rows["calm2345"].is_removable_here
    assert not rows["id0"].is_removable_here
    assert rows["id0"].tone == 1
    assert search.entry(gone) is None
    model._rows.clear()
    assert model.index(ids(model).index("id0")).data(ROW).words.title.startswith("This entry")
    assert strongest_of(check_in()) is Severity.MILD
    assert model.row(model.index(-1)) is None
