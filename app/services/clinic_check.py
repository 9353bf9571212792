"""Checking a clinic's pack before it goes out: everything wrong in it, and what may stand there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Any, Final

from msgspec import Struct

from app.domain.clinic import LogoName, Pack
from app.i18n import _, ngettext
from app.services.clinic_fitting import Fault
from app.services.clinic_walk import Walk
from app.services.copy_words import printable
from app.services.problems import reading_failed
from app.storage.clinic_files import (
    CLINIC,
    MOST_BYTES,
    MOST_LOGO_BYTES,
    read_limited,
    read_logo,
    refuse_newer,
)
from app.storage.codec import FieldError, Path, decode
from app.storage.errors import ErrorCode, StorageError
from app.storage.pictures import MOST_PIXELS
from app.storage.problems import parse
from app.storage.yaml_door import locate_all
from app.storage.yaml_values import Document

MOST_FOUND: Final = 100
"""How many faults are told; of more it is told how many there are."""

_KILO: Final = 1024


class Found(Struct, frozen=True, kw_only=True):
    """One thing wrong in a pack. Lines count from 1; *field* is a path such as ``rules[2].hours``.

    Nothing of it can harm a terminal, whatever the file holds.
    """

    what: str
    line: int | None = None
    field: str = ""

    @property
    def sentence(self) -> str:
        """All of it on one line."""
        if self.line is None:
            return self.what
        if not self.field:
            return _("Line {line}: {what}").format(line=self.line, what=self.what)
        text = _("Line {line}, {field}: {what}")
        return text.format(line=self.line, field=self.field, what=self.what)


class Checked(Struct, frozen=True, kw_only=True):
    """What a check found. ``pack`` is there where the program can use it, even with ``found``.

    ``notes`` are worth knowing and nothing wrong. ``unread`` says that the file could not be read
    at all, and why.
    """

    found: tuple[Found, ...] = ()
    notes: tuple[str, ...] = ()
    pack: Pack | None = None
    unread: ErrorCode | None = None

    @property
    def is_fine(self) -> bool:
        """Whether nothing is wrong."""
        return not self.found


def check_pack(path: FilePath, items: Sequence[str], today: date) -> Checked:
    """Return everything that is wrong with the pack at *path*, in the order of its lines.

    *items* are the ids of the built-in checklist, which a pack hides and rewords.
    """
    try:
        data = read_limited(path, MOST_BYTES)
    except StorageError as error:
        if error.code is not ErrorCode.TOO_BIG:
            return Checked(found=(_of_file(error),), unread=error.code)
        most = MOST_BYTES // _KILO
        text = _("The file is too big. A pack has at most {most} kB.").format(most=most)
        return Checked(found=(Found(what=text),))
    checked = check_data(data, items, today)
    if checked.pack is None or checked.pack.logo is None:
        return checked
    wrong = _wrong_with_logo(path, checked.pack.logo)
    if not wrong:
        return checked
    found = _placed([(("logo",), wrong)], data)
    return Checked(found=(*checked.found, *found), notes=checked.notes, pack=checked.pack)


def check_data(data: bytes, items: Sequence[str], today: date) -> Checked:
    """Return the same for a pack that is *data*, without its logo."""
    try:
        document = parse(data, CLINIC)
        refuse_newer(document, data)
    except StorageError as error:
        return Checked(found=(_of_file(error),))
    pack, wrong = _pack_in(document)
    walk = Walk()
    said = walk.group(document, Pack, ())
    faults = [*walk.faults, *_unknown_items(said, items)]
    found = _placed(faults, data) or [_of_file(one) for one in wrong]
    notes = (_expired(pack),) if pack is not None and pack.is_expired(today) else ()
    return Checked(found=tuple(found), notes=notes, pack=pack)


def _pack_in(document: Document) -> tuple[Pack | None, list[FieldError]]:
    """Return the pack in *document* where it can be used, and else why not."""
    try:
        return decode(document, Pack), []
    except FieldError as error:
        return None, [error]


def _placed(faults: Iterable[Fault], data: bytes) -> list[Found]:
    """Return *faults* with their lines, in the order of those."""
    listed = list(faults)
    told = listed[:MOST_FOUND]
    lines = locate_all(data, [place for place, _sentence in told]) if told else []
    found = [
        Found(what=sentence, line=line, field=_spelled(place))
        for (place, sentence), line in zip(told, lines, strict=True)
    ]
    found.sort(key=lambda one: one.line or 0)
    more = len(listed) - len(told)
    if more:
        text = ngettext("{count} more thing is wrong.", "{count} more things are wrong.", more)
        found.append(Found(what=text.format(count=more)))
    return found


def _unknown_items(said: dict[str, Any], items: Sequence[str]) -> Iterator[Fault]:
    """Yield the items to hide and to reword that are not on the built-in list."""
    checklist = said.get("checklist", {})
    named: list[tuple[Path, str]] = [
        (("hide", place), item) for place, item in checklist.get("hide", {}).items()
    ]
    for place, item in checklist.get("reword", {}).items():
        named += [(("reword", place, "id"), item["id"])] if "id" in item else []
    for where, item in named:
        if item not in items:
            near = get_close_matches(item, items, 1)
            text = (
                _("No item of the checklist has this id. Did you mean {near}?").format(near=near[0])
                if near
                else _("No item of the checklist has this id.")
            )
            yield ("checklist", *where), text


def _wrong_with_logo(path: FilePath, name: LogoName) -> str:
    try:
        read_logo(path, name)
    except StorageError as error:
        return {
            ErrorCode.MISSING: _("There is no file {name} beside the pack."),
            ErrorCode.TOO_BIG: _("The file {name} is too big. A logo has at most {size} kB."),
            ErrorCode.BAD_VALUE: _(
                "The file {name} should be a PNG of at most {side} pixels to a side."
            )
            if name is LogoName.PNG
            else _(
                "The file {name} should be a plain drawing: no scripts, links, pictures, movement"
                " or copies of parts. Save it as plain SVG, or as a PNG."
            ),
        }.get(error.code, reading_failed(error.code, None)).format(
            name=name.value, size=MOST_LOGO_BYTES // _KILO, side=MOST_PIXELS
        )
    return ""


def _of_file(error: StorageError) -> Found:
    return Found(what=reading_failed(error.code, None), line=error.line, field=error.field or "")


def _expired(pack: Pack) -> str:
    text = _("It expired on {day}. Patients are told to ask for a newer one.")
    return text.format(day=pack.expires.isoformat())


def _spelled(place: Path) -> str:
    """Return *place* as a path; names that are none of ours are shown as far as they can be."""
    text = "".join(f"[{one}]" if isinstance(one, int) else f".{one[:40]}" for one in place)
    return printable(text.removeprefix("."))
