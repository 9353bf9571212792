"""Strips on pages and in columns: what belongs together stays together, and nothing is lost."""

from app.ui.documents.strips import Strip, air, glued, runs, taken


def strip(height: float, *, is_glued: bool = False) -> Strip:
    """Return something *height* high that draws nothing."""
    return Strip(height, lambda _painter, _x, _y: None, is_glued=is_glued)


def test_a_column_takes_whole_runs() -> None:
    """A heading goes along with what it heads."""
    heading, first, second = strip(10, is_glued=True), strip(50), strip(50)

    column, rest = taken([strip(45), heading, first, second], 100, 500)

    assert [one.height for one in column] == [45]
    assert rest == [heading, first, second]


def test_a_column_never_begins_with_air() -> None:
    """Room above a heading is for the middle of a column."""
    column, rest = taken([air(10, is_glued=True), strip(20), air(5)], 100, 500)

    assert [one.height for one in column] == [20, 5]
    assert not rest


def test_what_a_whole_page_cannot_hold_is_parted() -> None:
    """Nothing would ever come after it otherwise."""
    run = glued([strip(60), strip(60), strip(60)])

    column, rest = taken(run, 130, 130)

    assert [one.height for one in column] == [60, 60]
    assert rest == run[2:]


def test_what_fits_on_the_next_page_waits_for_it() -> None:
    """It is not parted only because little room is left here."""
    run = glued([strip(60), strip(60)])

    column, rest = taken(run, 70, 200)

    assert not column
    assert rest == run


def test_the_last_run_ends_with_the_strips() -> None:
    """Even if it wanted to go on."""
    open_end = [strip(10), strip(10, is_glued=True)]

    assert [len(run) for run in runs(open_end)] == [1, 1]


def test_a_column_that_begins_amid_a_table_begins_with_its_heads() -> None:
    """A value without the head above it would say nothing; at its own place none is doubled."""
    head = strip(8, is_glued=True)
    rows = [strip(40)._replace(heads=(head,)) for _ in range(3)]

    column, rest = taken([head, *rows], 100, 500)
    following, nothing = taken(rest, 100, 500)

    assert [one.height for one in column] == [8, 40, 40]
    assert [one.height for one in following] == [8, 40]
    assert not nothing
