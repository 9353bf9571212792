"""What is said of copies: what is in them, and what was done."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from app.i18n import _, ngettext
from app.services.problems import reading_failed
from app.storage.archive import Copied
from app.storage.problems import FileProblem
from app.storage.restore import Inside, Restored

DayWords = Callable[[date], str]
"""Writes a day as people read it."""

_KILO: int = 1000
_NAMED: int = 10
"""How many files are named before the rest is counted."""


def iso_day(day: date) -> str:
    """Return *day* as "2026-11-30"."""
    return day.isoformat()[:10]


def inside_sentences(inside: Inside, day: DayWords = iso_day) -> tuple[str, ...]:
    """Return what is in a backup, and what in it cannot be read."""
    said = [_made(inside.made, day), _contents(inside, day)]
    if inside.damaged:
        count = len(inside.damaged)
        said.append(
            ngettext(
                "{count} file in it cannot be read:", "{count} files in it cannot be read:", count
            ).format(count=count)
        )
        said += named(inside.damaged)
    return tuple(one for one in said if one)


def change_sentences(inside: Inside) -> tuple[str, ...]:
    """Return what putting a backup back would change."""
    if inside.changes_nothing:
        return (_("Your files are just like it. Putting it back would change nothing."),)
    return (*_changes(inside), _("Before that, the files of now are backed up."))


def copied_sentences(copied: Copied) -> tuple[str, ...]:
    """Return how large a copy is, whether it will stay, and what is not in it or cannot be read."""
    files = ngettext("{count} file", "{count} files", copied.files).format(count=copied.files)
    said = [
        _("{files}, {size}. The copy was read back and is right.").format(
            files=files, size=size_words(copied.bytes)
        )
    ]
    if copied.unconfirmed is not None:
        said.append(
            _(
                "It is in its place, but the disk did not confirm it. A power cut could take it"
                " away: make another copy to be sure."
            )
        )
    if copied.left_out:
        said += [_("Not in it:"), *named(copied.left_out)]
    if copied.damaged:
        said += [_("In it as they are, but they cannot be read:"), *named(copied.damaged)]
    return tuple(said)


def restored_sentences(restored: Restored) -> tuple[str, ...]:
    """Return what was put back, and where the files of before are."""
    said = [_("The backup was put back.")]
    if restored.backup is not None:
        said.append(
            _("The files of before are in the backup {name}.").format(
                name=restored.backup.path.name
            )
        )
    said += [
        _("A file could not be backed up and is kept as {name}.").format(name=name)
        for name in restored.kept_aside
    ]
    return tuple(said)


def named(problems: Iterable[FileProblem]) -> list[str]:
    """Return a line for each of *problems*; of very many, how many more there are."""
    return shortened(
        _("{file}: {what}").format(
            file=printable(one.path), what=reading_failed(one.code, one.line)
        )
        for one in problems
    )


def shortened(lines: Iterable[str]) -> list[str]:
    """Return *lines*, or the first of very many and how many more there are."""
    listed = list(lines)
    more = len(listed) - _NAMED
    if more <= 0:
        return listed
    rest = ngettext("and {count} more", "and {count} more", more).format(count=more)
    return [*listed[:_NAMED], rest]


def printable(name: str) -> str:
    """Return *name* as it can be shown; what is no text in it becomes a sign for that.

    Neither does it break the line, move the cursor, or turn the direction of writing.
    """
    text = name.encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def size_words(size: int) -> str:
    """Return *size* in bytes as "12 kB" or "3 MB"."""
    if size < _KILO * _KILO:
        return _("{number} kB").format(number=max(1, round(size / _KILO)))
    return _("{number} MB").format(number=round(size / _KILO / _KILO))


def _made(made: datetime | None, day: DayWords) -> str:
    if made is None:
        return ""
    return _("Made on {day} at {time}.").format(day=day(made), time=f"{made:%H:%M}")


def _contents(inside: Inside, day: DayWords) -> str:
    infusions = ngettext("{count} infusion", "{count} infusions", inside.infusions).format(
        count=inside.infusions
    )
    days = ngettext(
        "{count} day of your journal", "{count} days of your journal", inside.journal_days
    ).format(count=inside.journal_days)
    if inside.first_day is None or inside.last_day is None:
        return _("It holds {infusions} and {days}.").format(infusions=infusions, days=days)
    if inside.first_day == inside.last_day:
        return _("It holds {infusions} and {days}, {day}.").format(
            infusions=infusions, days=days, day=day(inside.first_day)
        )
    return _("It holds {infusions} and {days}, from {first} to {last}.").format(
        infusions=infusions, days=days, first=day(inside.first_day), last=day(inside.last_day)
    )


def _changes(inside: Inside) -> list[str]:
    replaced, added, gone = len(inside.replaced), len(inside.added), len(inside.gone)
    said = []
    if replaced:
        text = ngettext(
            "{count} file would be as it was then.",
            "{count} files would be as they were then.",
            replaced,
        )
        said.append(text.format(count=replaced))
    if added:
        text = ngettext(
            "{count} file that is gone now would be back.",
            "{count} files that are gone now would be back.",
            added,
        )
        said.append(text.format(count=added))
    if gone:
        text = ngettext(
            "{count} newer file would be taken out.",
            "{count} newer files would be taken out.",
            gone,
        )
        said.append(text.format(count=gone))
    return said
