"""The paper check-in: what the journal asks, to be filled in with a pen."""

from typing import Final

from app.domain.check_in import Rating
from app.domain.effects import EFFECTS, OFTEN_WELCOME, Bother, Severity
from app.i18n import _
from app.services.documents.model import (
    Document,
    Grid,
    Paragraph,
    Piece,
    Rule,
    Scale,
    Section,
    Tick,
    Ticks,
    Tone,
    WriteIn,
)
from app.services.documents.parts import file_name, foot, neutral_title, when_to_call_in_short
from app.services.documents.visit import Background, Visit
from app.services.names import (
    bother_name,
    rating_ends,
    rating_name,
    severity_name,
)

_OWN_ROWS: Final = 2


def paper_check_in(visit: Visit | None, background: Background) -> Document:
    """Return the questions of a check-in, all unanswered."""
    words = background.content.documents
    return Document(
        name=file_name("sheet", visit),
        neutral_title=neutral_title(),
        title=_("Check-in on paper"),
        lead=background.spelling.day(visit.date) if visit is not None else "",
        corner=visit.name if visit is not None else "",
        box=(
            _moments(),
            WriteIn(label=_("Day and time")),
        ),
        body=(
            _effects(background),
            _bother(background),
            _pressure(words),
            *_rest(words),
            Rule(),
            when_to_call_in_short(background),
        ),
        foot=foot(background),
    )


def _moments() -> Ticks:
    """Return the times at which the journal asks, to tick one."""
    titles = (
        _("Straight after"),
        _("About 2 hours later"),
        _("Next morning"),
        _("Day 3"),
        _("Day 7"),
    )
    return Ticks(ticks=tuple(Tick(title=title) for title in titles), is_flowing=True)


def _effects(background: Background) -> Section:
    names = background.content.effect_names
    own = ("",) * _OWN_ROWS
    return Section(
        title=_("Which did you notice?"),
        blocks=(
            Paragraph(text=background.content.documents["tick_what_you_noticed"], tone=Tone.QUIET),
            Grid(
                columns=tuple(severity_name(one) for one in Severity),
                rows=(*(names[effect] for effect in EFFECTS), *own),
            ),
            Ticks(ticks=(Tick(title=_("None of these")),)),
        ),
    )


def _bother(background: Background) -> Section:
    names, words = background.content.effect_names, background.content.documents
    return Section(
        title=words["did_it_bother"],
        blocks=(
            Grid(
                columns=tuple(bother_name(one) for one in Bother),
                rows=tuple(names[one] for one in EFFECTS if one in OFTEN_WELCOME),
            ),
        ),
    )


def _pressure(words: dict[str, str]) -> Section:
    """Return the one question that cannot be felt; its answers stay with it on a page."""
    answers = (Tick(title=_("Yes")), Tick(title=_("No")), Tick(title=_("I don't know")))
    return Section(
        title=words["told_high_pressure"], blocks=(Ticks(ticks=answers, is_flowing=True),)
    )


def _rest(words: dict[str, str]) -> tuple[Piece, ...]:
    scales = tuple(
        Scale(label=rating_name(one), low=rating_ends(one)[0], high=rating_ends(one)[1])
        for one in Rating
    )
    return (
        Section(
            title=_("How are you now?"),
            blocks=(Paragraph(text=words["rate_now"], tone=Tone.QUIET), *scales),
        ),
        Section(title=_("In your words"), blocks=(WriteIn(label="", lines=3),)),
    )
