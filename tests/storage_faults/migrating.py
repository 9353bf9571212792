"""A day of an earlier version: how it lies there, and what may be there after a fault."""

from pathlib import Path

from app.storage.paths import default_paths
from tests.storage_faults.fresh_start import found_words, usual
from tests.storage_faults.migrate_once import DAY, OLD_DAY, one_step


def arguments(home: Path) -> list[str]:
    """Return what to save, and where."""
    return [str(usual(home)), "new"]


def prepare(home: Path) -> None:
    """Lay down one day of schema 1, in an account that has its state folder already."""
    prepare_first(home)
    default_paths(usual(home)).state.mkdir(parents=True)


def prepare_first(home: Path) -> None:
    """Lay down one day of schema 1, in an account in which the program never ran."""
    file = usual(home) / DAY
    file.parent.mkdir(parents=True)
    file.write_text(OLD_DAY)


def judge(home: Path, told: str) -> None:
    """Expect the day whole in its old form, or in the new one with the original kept.

    A day that could not be read is gone on with in a file beside it, which is as good.
    """
    paths = default_paths(usual(home))
    file, original = paths.data / DAY, paths.originals / DAY
    is_new = file.read_text("utf-8") != OLD_DAY
    is_beside = file.with_name(f"{file.stem}-2{file.suffix}").exists()
    if is_new:
        assert original.read_text("utf-8") == OLD_DAY, "the original is not kept"
    with one_step():
        words = found_words(paths.data)
    expected = ["new", "old"] if is_new or is_beside else ["old"]
    assert words == expected, f"new: {is_new}, beside: {is_beside}, found {words}"
    assert len(expected) > 1 or not told.startswith("saved"), f"told {told!r}, found the old day"
    assert original.read_text("utf-8") == OLD_DAY, "the next save has not kept the original"
