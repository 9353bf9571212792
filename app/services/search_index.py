"""What the search keeps of each record: a folded text, a number with bits, and where it is."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from msgspec import Struct

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn
from app.domain.effects import KNOWN_EFFECTS, EffectNote
from app.domain.filters import Filter, Found, effect_key
from app.domain.infusion import Infusion
from app.domain.journal import Day, Entry, entry_time
from app.domain.questionnaire import Questionnaire
from app.domain.reflection import Reflection
from app.domain.search import folded
from app.storage.journal_repository import day_of

_MINUTES_A_DAY: Final = 24 * 60
_MONTHS_A_QUARTER: Final = 3
_BETWEEN: Final = "\n"
"""Stands between two texts of a record, and in no words that are looked for."""

_NOWHERE: Final = "\r"
"""Is in no text of a record."""


class Hit(NamedTuple):
    """A record that was found: its kind, the day whose file it is in, and its id."""

    kind: Found
    day: date
    record_id: str


class Row(NamedTuple):
    """One record as it is kept; ``marks`` says by bits what is in it (see Marks)."""

    minute: int
    text: str
    hit: Hit
    marks: int
    day: date
    own_effects: tuple[str, ...] = ()

    @property
    def quarter(self) -> int:
        """The quarter of a year that it belongs to."""
        return self.day.year * 4 + (self.day.month - 1) // _MONTHS_A_QUARTER


class Quarter:
    """The records of a quarter of a year, by the file they are in; the newest first once sorted.

    What was handed out is never changed: sorting anew makes new lists.
    """

    def __init__(self) -> None:
        self._files: dict[str, list[Row]] = {}
        self._is_sorted = True
        self.rows: list[Row] = []
        self.texts: list[str] = []
        self.hits: list[Hit] = []
        self.own_effects: tuple[str, ...] = ()
        self.first_day = date.max
        self.last_day = date.min

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left in it."""
        return not self._files

    def put(self, name: str, rows: list[Row]) -> bool:
        """Keep *rows* of the file *name*; return whether that leaves the quarter empty."""
        if self._files.get(name, []) != rows:
            self._is_sorted = False
            if rows:
                self._files[name] = rows
            else:
                del self._files[name]
        return self.is_empty

    def sort(self) -> None:
        """Put what came since in its place."""
        if self._is_sorted:
            return
        self._is_sorted = True
        rows = chain.from_iterable(self._files.values())
        self.rows = sorted(rows, key=itemgetter(0), reverse=True)
        # Split anew, the texts lie one behind the other in memory: a scan is quicker through.
        joined = _NOWHERE.join([row.text for row in self.rows])
        self.texts = joined.split(_NOWHERE) if self.rows else []
        self.hits = [row.hit for row in self.rows]
        self.own_effects = tuple(
            dict.fromkeys(effect for row in self.rows for effect in row.own_effects)
        )
        if self.rows:
            self.first_day, self.last_day = self.rows[-1].day, self.rows[0].day


class Marks:
    """Gives a bit to everything that can be filtered by, in the order in which it is met.

    Numbers that are alike are one number in memory: most records have what others have too.
    """

    def __init__(self) -> None:
        self._bits: dict[object, int] = {}
        self._same: dict[int, int] = {}

    def of(
        self,
        kind: Found,
        notes: Iterable[EffectNote] = (),
        infusion: str | None = None,
        *,
        has_words: bool = False,
    ) -> int:
        """Return the number of a record."""
        marks = self._bit(kind)
        for note in notes:
            key = effect_key(note.effect)
            marks |= self._bit(("effect", key))
            if note.severity is not None:
                marks |= self._bit((key, note.severity)) | self._bit(note.severity)
        if infusion is not None:
            marks |= self._bit(("infusion", infusion))
        if has_words:
            marks |= self._bit("words")
        return self._same.setdefault(marks, marks)

    def wanted(self, wanted: Filter) -> int | None:
        """Return the bits that a record must have; nothing if there is no such record."""
        keys: list[object] = []
        if wanted.kind is not None:
            keys.append(wanted.kind)
        if wanted.effect is not None:
            key = effect_key(wanted.effect)
            strength = wanted.severity
            keys.append(("effect", key) if strength is None else (key, strength))
        elif wanted.severity is not None:
            keys.append(wanted.severity)
        if wanted.infusion is not None:
            keys.append(("infusion", wanted.infusion))
        if wanted.has_words:
            keys.append("words")
        bits = [self._bits.get(key) for key in keys]
        return None if None in bits else sum(bit for bit in bits if bit is not None)

    def _bit(self, key: object) -> int:
        return self._bits.setdefault(key, 1 << len(self._bits))


def rows_of(name: str, value: Struct | None, marks: Marks) -> Iterator[Row]:
    """Yield what is kept of the file *name*, which holds *value*."""
    file = name.rpartition("/")[2]
    if isinstance(value, Infusion):
        yield _infusion(value, file.removesuffix(".yaml"), marks)
    elif isinstance(value, Day):
        for entry in value.entries():
            yield _entry(entry, day_of(file) or entry.day, marks)


def _entry(entry: Entry, file_day: date, marks: Marks) -> Row:
    at = entry_time(entry)
    day = file_day if at.date() == file_day else at.date()
    own: tuple[str, ...] = ()
    text = ""
    match entry:
        case CheckIn():
            kind = Found.CHECK_IN
            own = tuple(note.effect for note in entry.effects if note.effect not in KNOWN_EFFECTS)
            texts = entry.texts
            text = _together((*texts, *own))
            mark = marks.of(kind, entry.effects, entry.infusion, has_words=bool(texts))
        case Reflection():
            kind = Found.REFLECTION
            text = _together(entry.texts)
            mark = marks.of(kind, (), entry.infusion, has_words=bool(text))
        case Questionnaire():
            kind = Found.QUESTIONNAIRE
            mark = marks.of(kind)
        case CalmSession():
            kind = Found.CALM_SESSION
            mark = marks.of(kind)
    return Row(_minute(at), text, Hit(kind, file_day, entry.id), mark, day, own)


def _infusion(infusion: Infusion, infusion_id: str, marks: Marks) -> Row:
    written = (infusion.intention, infusion.notes, infusion.helped, infusion.hurt)
    text = _together((*written, infusion.music, infusion.place))
    mark = marks.of(Found.INFUSION, (), infusion_id, has_words=any(written))
    hit = Hit(Found.INFUSION, infusion.date, infusion_id)
    return Row(infusion.date.toordinal() * _MINUTES_A_DAY, text, hit, mark, infusion.date)


def _together(texts: Iterable[str]) -> str:
    return _BETWEEN.join([folded(text) for text in texts if text])


def _minute(at: datetime) -> int:
    """Return by what records are put in order."""
    return at.toordinal() * _MINUTES_A_DAY + at.hour * 60 + at.minute
