"""The patient's own words around one infusion, each under the day on which they wrote it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.reflection import Reflection
from app.domain.visit_record import VisitRecord
from app.i18n import _
from app.services.answer_words import holds_words
from app.services.content import Content
from app.services.documents.model import Paragraph, Section
from app.services.documents.visit import Spelling
from app.services.names import check_in_name


class _Written(NamedTuple):
    """Words, what they are, and on which day they were written."""

    day: date
    title: str
    words: str


def written(record: VisitRecord, content: Content, spelling: Spelling) -> tuple[Section, ...]:
    """Return every free word of *record*, day by day; none at all where nothing was written."""
    said = (*_of_infusion(record), *_of_check_ins(record, content), *_of_reflections(record))
    sections = tuple(
        Section(
            title=f"{spelling.date_only(one.day)} · {one.title}",
            blocks=(Paragraph(text=one.words.strip()),),
            is_small=True,
        )
        for one in sorted(said, key=_day)
        if one.words.strip()
    )
    head = Section(title=_("In the patient's own words"), blocks=())
    return (head, *sections) if sections else ()


def _of_infusion(record: VisitRecord) -> Iterator[_Written]:
    infusion = record.infusion
    parts = (
        (_("Intention"), infusion.intention),
        (_("My notes"), infusion.notes),
        (_("Music"), infusion.music),
        (_("What helped"), infusion.helped),
        (_("What hurt"), infusion.hurt),
    )
    for title, words in parts:
        yield _Written(infusion.date, title, words)


def _of_check_ins(record: VisitRecord, content: Content) -> Iterator[_Written]:
    for column in record.columns:
        one = column.check_in
        name = check_in_name(one.time_point)
        yield _Written(one.day, name, one.words)
        for note in one.effects:
            helped = _("{name}: what helped with {effect}")
            title = helped.format(name=name, effect=content.effect_name(note.effect))
            yield _Written(one.day, title, note.helped)


def _of_reflections(record: VisitRecord) -> Iterator[_Written]:
    for one in record.reflections:
        yield _Written(one.day, _("Intention"), one.intention)
        yield _Written(one.day, _("What came up"), one.during)
        yield _Written(one.day, _("What stays"), one.after)
        yield from _looked_back(one)


def _looked_back(one: Reflection) -> Iterator[_Written]:
    if one.look_back is None:
        return
    said = [holds_words(one.look_back.holds)] if one.look_back.holds is not None else []
    words = "\n".join((*said, one.look_back.words))
    yield _Written(one.look_back.at.date(), _("Does this still hold?"), words)


def _day(one: _Written) -> date:
    return one.day
