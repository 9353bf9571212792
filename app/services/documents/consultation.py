"""The consultation sheet: what to tell and what to ask, for the talk with the clinic."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.domain.consultation import Ask, Consultation, Medicine, Question, Text
from app.i18n import _
from app.services.consultation import asked_by_name, known_of, text_name
from app.services.documents.model import (
    Block,
    Document,
    Flow,
    Paragraph,
    Point,
    Points,
    Section,
    Tick,
    Ticks,
    Tone,
    WriteIn,
)
from app.services.documents.parts import file_name, foot, lead, neutral_title
from app.services.documents.visit import Background, Visit

_LINES_FOR_ANSWERS: Final = 3


def consultation(
    visit: Visit | None, notes: Consultation, asks: Sequence[Ask], background: Background
) -> Document:
    """Return *notes* as a sheet, with *asks*, the questions that come of them, in its box.

    What was not written is an empty line for a pen where it is asked of everybody, and
    otherwise left out. Nothing is said of any medicine.
    """
    return Document(
        name=file_name("notes", visit),
        neutral_title=neutral_title(),
        title=_("Notes for my clinic"),
        lead=lead(visit, background),
        corner=background.name.strip(),
        box=_to_ask(asks, background),
        body=(
            Flow(
                sections=tuple(
                    Section(title=title, blocks=blocks) for title, blocks in _parts(notes) if blocks
                )
            ),
        ),
        foot=foot(background, _("Filled in by the patient.")),
    )


def _to_ask(asks: Iterable[Ask], background: Background) -> tuple[Block, ...]:
    content = background.content.ask_list
    return (
        Paragraph(text=_("Ask my clinic"), tone=Tone.STRONG),
        Ticks(ticks=tuple(Tick(title=ask.text) for ask in asks)),
        Paragraph(text=asked_by_name(content), tone=Tone.QUIET),
        Paragraph(text=content.sentence("do_not_stop"), tone=Tone.STRONG),
    )


def _parts(notes: Consultation) -> Iterator[tuple[str, tuple[Block, ...]]]:
    mentioned = (_point(one.label, one.note) for one in notes.conditions)
    yield _("Medicines now"), _medicines(notes.current)
    yield _("Medicines tried before"), _medicines(notes.tried)
    yield text_name(Text.EARLIER_TREATMENT), _words(notes.earlier_treatment) or (WriteIn(label=""),)
    yield _("Conditions to mention"), (*_points(mentioned), *_words(notes.other))
    yield text_name(Text.LIFE_CHANGES), _words(notes.life_changes)
    yield _("My questions"), (*_questions(notes.questions), _answers())


def _medicines(medicines: Iterable[Medicine]) -> tuple[Block, ...]:
    return _points(_point(one.label, known_of(one)) for one in medicines) or (
        WriteIn(label="", lines=2),
    )


def _questions(questions: Iterable[Question]) -> tuple[Block, ...]:
    ticks = tuple(
        Tick(title=one.label, is_done=one.is_asked, note=one.answer.strip())
        for one in questions
        if one.label
    )
    return (Ticks(ticks=ticks),) if ticks else (WriteIn(label="", lines=2),)


def _answers() -> WriteIn:
    return WriteIn(label=_("What they said"), lines=_LINES_FOR_ANSWERS)


def _point(title: str, known: str) -> Point:
    return Point(text=" · ".join(part for part in (title, " ".join(known.split())) if part))


def _points(points: Iterable[Point]) -> tuple[Block, ...]:
    said = tuple(point for point in points if point.text)
    return (Points(points=said),) if said else ()


def _words(words: str) -> tuple[Block, ...]:
    return (Paragraph(text=words.strip()),) if words.strip() else ()
