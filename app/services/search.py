"""Finding words of the patient's in everything that is kept, as they are typed."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from itertools import chain, compress, repeat
from operator import contains, itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

from msgspec import Struct

from app.domain.check_in import CheckIn
from app.domain.effects import KNOWN_EFFECTS
from app.domain.infusion import Infusion
from app.domain.journal import Day
from app.domain.reflection import Reflection
from app.domain.search import folded
from app.storage.layouts import Layout
from app.storage.loading import Loading


class Found(Enum):
    """What kind of record was found."""

    CHECK_IN = "check_in"
    REFLECTION = "reflection"
    INFUSION = "infusion"


class Hit(NamedTuple):
    """A record that holds the words: its kind, its day, and its id."""

    kind: Found
    day: date
    record_id: str


class _Entry(NamedTuple):
    minute: int
    text: str
    hit: Hit


_Sorted: TypeAlias = tuple[list[str], list[Hit]]
_BUILT_IN: Final = frozenset(KNOWN_EFFECTS)
_MINUTES_A_DAY: Final = 24 * 60
_BETWEEN: Final = "\n"
"""Stands between two texts of a record, and in no words that are looked for."""

_NOWHERE: Final = "\r"
"""Is in no text of a record."""


class Search:
    """Looks through words, own effects and notes of all years that *loading* has read so far.

    What is kept in memory is one folded text for each record, and where it is.
    """

    def __init__(self, loading: Loading) -> None:
        self._loading = loading
        self._files: dict[str, list[_Entry]] = {}
        self._sorted: _Sorted | None = None
        loading.on_value.append(self._take)

    def find(self, words: str) -> Iterator[Hit]:
        """Yield the records that hold *words* as they stand, the newest first.

        Case, accents and line ends make no difference. Whoever has enough stops asking;
        what is stored meanwhile is found by the next search.
        """
        needle = folded(words)
        if not needle:
            return iter(())
        self._loading.catch_up()
        if self._sorted is None:
            self._sorted = _newest_first(self._files.values())
        texts, hits = self._sorted
        return compress(hits, map(contains, texts, repeat(needle)))

    def _take(self, name: str, _layout: Layout[Any], value: Struct | None) -> None:
        """Keep what can be found in the file *name* in the place of what was known of it."""
        entries: list[_Entry] = []
        if isinstance(value, Day):
            entries = [_check_in(one) for one in value.check_ins]
            entries += [_reflection(one) for one in value.reflections]
        elif isinstance(value, Infusion):
            entries = [_infusion(value, name)]
        entries = [entry for entry in entries if entry.text]
        if self._files.get(name, []) != entries:
            self._files[name] = entries
            self._sorted = None


def _newest_first(files: Iterable[list[_Entry]]) -> _Sorted:
    entries = sorted(chain.from_iterable(files), key=itemgetter(0), reverse=True)
    # Split anew, the texts lie one behind the other in memory, which a scan is quicker through.
    texts = _NOWHERE.join([entry.text for entry in entries]).split(_NOWHERE) if entries else []
    return texts, [entry.hit for entry in entries]


def _check_in(check_in: CheckIn) -> _Entry:
    own = (note.effect for note in check_in.effects if note.effect not in _BUILT_IN)
    helped = (note.helped for note in check_in.effects if note.helped)
    text = _together((check_in.words, *own, *helped))
    minute = _minute(check_in.day, check_in.at.hour, check_in.at.minute)
    return _Entry(minute, text, Hit(Found.CHECK_IN, check_in.day, check_in.id))


def _reflection(one: Reflection) -> _Entry:
    later = one.look_back.words if one.look_back is not None else ""
    text = _together((one.intention, one.during, one.after, later))
    minute = _minute(one.day, one.at.hour, one.at.minute)
    return _Entry(minute, text, Hit(Found.REFLECTION, one.day, one.id))


def _infusion(infusion: Infusion, name: str) -> _Entry:
    texts = (infusion.intention, infusion.notes, infusion.music, infusion.place)
    record_id = name.rpartition("/")[2].removesuffix(".yaml")
    hit = Hit(Found.INFUSION, infusion.date, record_id)
    return _Entry(_minute(infusion.date, 0, 0), _together(texts), hit)


def _together(texts: Iterable[str]) -> str:
    return _BETWEEN.join([folded(text) for text in texts if text])


def _minute(day: date, hour: int, minute: int) -> int:
    """Return by what records are put in order."""
    return day.toordinal() * _MINUTES_A_DAY + hour * 60 + minute
