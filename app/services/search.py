"""Finding words and records of the patient's in everything that is kept, as they are typed."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, compress, repeat
from operator import contains
from typing import Any, Final

from msgspec import Struct

from app.domain.filters import Filter, effect_key
from app.domain.search import folded
from app.services.search_index import Hit, Marks, Quarter, Row, rows_of
from app.storage.layouts import Layout
from app.storage.loading import Loading

__all__ = ["Hit", "Search"]

_ANY: Final = Filter()
_EARLIEST, _LATEST = date.min, date.max


class Search:
    """Looks through the records of all years that *loading* has read so far; reads no file.

    What is kept in memory is one folded text for each record, a number that says what is in it,
    and where it is. It lies in quarters of a year, so that a save sorts one of them anew.
    """

    def __init__(self, loading: Loading) -> None:
        self._loading = loading
        self._marks = Marks()
        self._in_files: dict[str, tuple[int, ...]] = {}
        self._quarters: dict[int, Quarter] = {}
        self._order: list[Quarter] | None = []
        loading.on_value.append(self._take)

    @property
    def is_reading(self) -> bool:
        """Whether there may be records that are not known yet."""
        return not self._loading.is_complete

    @property
    def is_behind(self) -> bool:
        """Whether more may be known soon: of a first reading, or of what others changed."""
        return self.is_reading or self._loading.is_working

    def find(self, words: str, wanted: Filter = _ANY) -> Iterator[Hit]:
        """Yield the records that hold *words* as they stand and are *wanted*, the newest first.

        Case, accents and line ends make no difference. No words are in every record, but nothing
        is found where nothing is asked for. Whoever has enough stops asking; what is stored
        meanwhile is found by the next search.
        """
        needle = folded(words)
        if not needle and not wanted.is_set:
            return iter(())
        self._loading.catch_up()
        quarters = self._sorted()
        if not wanted.is_set:
            return chain.from_iterable(
                compress(one.hits, map(contains, one.texts, repeat(needle))) for one in quarters
            )
        return self._filtered(quarters, needle, wanted)

    def own_effects(self) -> tuple[str, ...]:
        """Return the effects that are not built in, as they were written last, by the alphabet."""
        self._loading.catch_up()
        spelled: dict[str, str] = {}
        for quarter in self._sorted():
            for effect in quarter.own_effects:
                spelled.setdefault(effect_key(effect), effect)
        return tuple(spelled[key] for key in sorted(spelled))

    def _filtered(self, quarters: list[Quarter], needle: str, wanted: Filter) -> Iterator[Hit]:
        first = wanted.first_day or _EARLIEST
        last = wanted.last_day or _LATEST
        mask = self._marks.wanted(wanted)
        if mask is None:
            return
        for quarter in quarters:
            if quarter.first_day > last or quarter.last_day < first:
                continue
            rows: Iterable[Row] = quarter.rows
            if needle:
                rows = compress(quarter.rows, map(contains, quarter.texts, repeat(needle)))
            if first <= quarter.first_day and quarter.last_day <= last:
                yield from [row.hit for row in rows if row.marks & mask == mask]
            else:
                yield from [
                    row.hit for row in rows if row.marks & mask == mask and first <= row.day <= last
                ]

    def _sorted(self) -> list[Quarter]:
        if self._order is None:
            for key in [key for key, one in self._quarters.items() if one.is_empty]:
                del self._quarters[key]
            self._order = [self._quarters[key] for key in sorted(self._quarters, reverse=True)]
        for quarter in self._order:
            quarter.sort()
        return self._order

    def _take(self, name: str, _layout: Layout[Any], value: Struct | None) -> None:
        """Keep what can be found in the file *name* in the place of what was known of it."""
        by_quarter: dict[int, list[Row]] = {}
        for row in rows_of(name, value, self._marks):
            by_quarter.setdefault(row.quarter, []).append(row)
        before = self._in_files.pop(name, ())
        for key in {*before, *by_quarter}:
            if key not in self._quarters:
                self._quarters[key] = Quarter()
                self._order = None
            if self._quarters[key].put(name, by_quarter.get(key, [])):
                self._order = None
        if by_quarter:
            self._in_files[name] = tuple(by_quarter)
