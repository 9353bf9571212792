"""What was said around one infusion as tables and lines: words beside dots, "–" for no answer."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Final

from app.domain.check_in import CheckIn, Rating, TimePoint, Vitals
from app.domain.effects import Began, Lasted, Severity
from app.domain.visit_record import Column, Said, VisitRecord
from app.i18n import _
from app.services.answer_words import bother_words, bothering_words, severity_words, told_words
from app.services.content import Content
from app.services.documents.model import (
    Block,
    Paragraph,
    Point,
    Points,
    Table,
    TableCell,
    TableRow,
    Tone,
)
from app.services.documents.visit import Spelling
from app.services.names import rating_name

NOT_ANSWERED: Final = "–"

MOST_COLUMNS: Final = 6
"""So many time points stand beside each other; more go into a table of their own."""

_REPEATED: Final = frozenset({TimePoint.MONTHLY, TimePoint.ANY_TIME})


class Values:
    """Tables and lines of one record, in the words of *content*."""

    def __init__(self, record: VisitRecord, content: Content, spelling: Spelling) -> None:
        self._record = record
        self._content = content
        self._spelling = spelling
        self._columns = tuple(one for one in record.columns if not one.is_short)
        """Those that have something for a table; three taps are told in a line."""
        self._places = Counter(map(_place, (one.check_in for one in record.columns)))

    def effects(self) -> tuple[Block, ...]:
        """Return what was said of each effect that was noticed, at each time point."""

        def row(effect: str, columns: tuple[Column, ...]) -> TableRow:
            cells = (_said_cell(column.said(effect)) for column in columns)
            return TableRow(title=self._content.effect_name(effect), cells=tuple(cells))

        # Before the infusion there is nothing to say of its effects, if nothing was said.
        columns = tuple(
            one
            for one in self._columns
            if one.point is not TimePoint.BEFORE or one.check_in.effects
        )
        return _tables(columns, self._record.effects, row, self._head)

    def ratings(self) -> tuple[Block, ...]:
        """Return the five ratings at each time point; nothing where none was ever given."""

        def row(rating: Rating, columns: tuple[Column, ...]) -> TableRow:
            scores = (column.check_in.ratings.score(rating) for column in columns)
            cells = (TableCell(text=_number(score)) for score in scores)
            return TableRow(title=rating_name(rating), cells=tuple(cells))

        columns = self._columns
        is_rated = any(column.check_in.ratings.answered for column in columns)
        return _tables(columns, Rating if is_rated else (), row, self.name_of)

    def readings(self) -> tuple[Block, ...]:
        """Return what was measured, as it was written, each time point as a line."""
        lines = []
        for column in self._record.columns:
            measured = " · ".join(_measured(column.check_in.vitals))
            if measured:
                name = self.name_of(column.check_in)
                lines.append(_("{name}: {value}").format(name=name, value=measured))
        return (Points(points=tuple(Point(text=line) for line in lines)),) if lines else ()

    def answers(self) -> tuple[Block, ...]:
        """Return the answers to the other questions, and when effects began and how they went."""
        words, record = self._content.documents, self._record
        told = self._answers(_told) or _("Not answered")
        asked = [f"{words['told_high_pressure']} {told}."]
        if not record.effects and (none := self._answers(_none)):
            # Where there is a table, "none" stands in it.
            asked.append(_("“None of these” was said. {answers}.").format(answers=none))
        if bothering := self._answers(_bothering):
            asked.append(f"{_('Is anything bothering you?')} {bothering}.")
        if bothered := self._of_effects(_bothered):
            asked.append(f"{words['did_it_bother']} {bothered}.")
        details = self._of_effects(_details)
        texts = (" ".join(asked), f"{details}." if details else "")
        return tuple(Paragraph(text=text, tone=Tone.QUIET) for text in texts if text)

    def name_of(self, check_in: CheckIn) -> str:
        """Return the time point of *check_in*, with its day where there may be several."""
        name = time_point_name(check_in.time_point)
        if self._places[_place(check_in)] > 1:
            return _("{name}, {day}").format(name=name, day=self._moment(check_in))
        if check_in.time_point not in _REPEATED:
            return name
        return _("{name}, {day}").format(name=name, day=self._spelling.short(check_in.day))

    def _answers(self, answer: Callable[[CheckIn], str]) -> str:
        """Return each *answer* that was given behind its time point."""
        given = ((column.check_in, answer(column.check_in)) for column in self._record.columns)
        return " · ".join(
            _("{name}: {value}").format(name=self.name_of(check_in), value=value)
            for check_in, value in given
            if value
        )

    def _of_effects(self, answer: Callable[[str, CheckIn], str]) -> str:
        """Return the *answers* of each effect behind its name, where there are any."""
        said = ((effect, self._answers(partial(answer, effect))) for effect in self._record.effects)
        return "; ".join(
            _("{name} ({answers})").format(name=self._content.effect_name(effect), answers=answers)
            for effect, answers in said
            if answers
        )

    def _head(self, check_in: CheckIn) -> str:
        name = time_point_name(check_in.time_point)
        if self._places[_place(check_in)] > 1:
            return f"{name}\n{self._moment(check_in)}"
        return f"{name}\n{self._spelling.short(check_in.day)}"

    def _moment(self, check_in: CheckIn) -> str:
        """Return the day and the time, where the day alone does not tell which one is meant."""
        day, time = self._spelling.short(check_in.day), self._spelling.time(check_in.at)
        return _("{day}, {time}").format(day=day, time=time)


def _place(check_in: CheckIn) -> tuple[TimePoint, date]:
    """Return what the head of a column tells apart by itself."""
    return check_in.time_point, check_in.day


def _tables(
    columns: tuple[Column, ...],
    subjects: Iterable[object],
    row: Callable[..., TableRow],
    head: Callable[[CheckIn], str],
) -> tuple[Block, ...]:
    """Return a table of *subjects*, or several where there are many columns."""
    kept = tuple(subjects)
    parts = (
        columns[first : first + MOST_COLUMNS] for first in range(0, len(columns), MOST_COLUMNS)
    )
    return tuple(
        Table(
            columns=tuple(head(column.check_in) for column in part),
            rows=tuple(row(one, part) for one in kept),
        )
        for part in parts
        if kept
    )


def time_point_name(point: TimePoint) -> str:
    """Return a time point in a word or two, as the head of a column."""
    return {
        TimePoint.BEFORE: _("Before"),
        TimePoint.STRAIGHT_AFTER: _("Straight after"),
        TimePoint.TWO_HOURS: _("2 hours"),
        TimePoint.NEXT_MORNING: _("Next morning"),
        TimePoint.DAY_3: _("Day 3"),
        TimePoint.DAY_7: _("Day 7"),
        TimePoint.MONTHLY: _("Monthly"),
        TimePoint.ANY_TIME: _("Any time"),
    }[point]


def _said_cell(said: Said) -> TableCell:
    words = {
        Said.NOT_ANSWERED: NOT_ANSWERED,
        Said.NONE: _("none"),
        Said.NOTICED: _("noticed"),
    }
    if said in words:
        return TableCell(text=words[said])
    severity = Severity(said.value)
    return TableCell(text=severity_words(severity), dots=severity.strength)


def _number(number: int | None) -> str:
    return NOT_ANSWERED if number is None else str(number)


def _measured(vitals: Vitals) -> Iterator[str]:
    if vitals.systolic is not None or vitals.diastolic is not None:
        yield _("blood pressure {systolic} / {diastolic} mmHg").format(
            systolic=_number(vitals.systolic), diastolic=_number(vitals.diastolic)
        )
    if vitals.pulse is not None:
        yield _("pulse {number} a minute").format(number=vitals.pulse)
    if vitals.oxygen is not None:
        yield _("oxygen {number} percent").format(number=vitals.oxygen)


def _none(check_in: CheckIn) -> str:
    return _("yes") if check_in.none_of_these else ""


def _told(check_in: CheckIn) -> str:
    told = check_in.told_high_pressure
    return "" if told is None else told_words(told)


def _bothering(check_in: CheckIn) -> str:
    bothering = check_in.bothering
    return "" if bothering is None else bothering_words(bothering)


def _bothered(effect: str, check_in: CheckIn) -> str:
    note = check_in.effect(effect)
    if note is None or note.bothered is None:
        return ""
    return bother_words(note.bothered)


def _details(effect: str, check_in: CheckIn) -> str:
    """Return when *effect* began, how long it lasted and whether it is still there."""
    note = check_in.effect(effect)
    if note is None:
        return ""
    began = {
        Began.BEFORE: _("began before"),
        Began.DURING: _("began during the infusion"),
        Began.SOON_AFTER: _("began soon after"),
        Began.SAME_DAY: _("began later that day"),
        Began.LATER: _("began on a later day"),
    }
    lasted = {
        Lasted.MINUTES: _("lasted minutes"),
        Lasted.AN_HOUR: _("lasted about an hour"),
        Lasted.SOME_HOURS: _("lasted some hours"),
        Lasted.A_DAY: _("lasted about a day"),
        Lasted.LONGER: _("lasted longer than a day"),
    }
    there = {True: _("still there"), False: _("not there any more")}
    parts = (
        began[note.began] if note.began is not None else "",
        lasted[note.lasted] if note.lasted is not None else "",
        there[note.still_there] if note.still_there is not None else "",
    )
    return ", ".join(part for part in parts if part)
