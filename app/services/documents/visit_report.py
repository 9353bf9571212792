"""One infusion on paper, to be handed to the clinic: counted and sorted, never interpreted."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from app import NAME, __version__
from app.domain.infusion import Outcome
from app.domain.questionnaire import QuestionnaireName
from app.domain.scoring import highest_total, tells_of_self_harm, total
from app.domain.visit_record import VisitRecord
from app.i18n import _, language
from app.services.documents.model import (
    Columns,
    Document,
    Fact,
    Facts,
    Paragraph,
    Piece,
    Section,
    Tone,
)
from app.services.documents.parts import file_name, neutral_title
from app.services.documents.visit import Background, visit_of
from app.services.documents.visit_sections import (
    Sections,
    called,
    day_of,
)
from app.services.documents.visit_values import NOT_ANSWERED
from app.services.documents.visit_words import written
from app.services.names import infusion_name
from app.services.review import edition

_BETWEEN: Final = " · "
_SHORT: Final = 60
"""A longer name stands in the head alone, and not on each page."""


class Wish(NamedTuple):
    """What the patient wants to have on the page: their name, and their own words."""

    name: bool = True
    words: bool = False


def visit_report(record: VisitRecord, wish: Wish, background: Background) -> Document:
    """Return what is kept of one infusion as a page for the clinic.

    Free words are left out unless they are wished for; own effects are names, not words.
    """
    parts = _Parts(record, wish, background)
    return Document(
        name=file_name("page", visit_of(record.infusion)),
        neutral_title=neutral_title(),
        title=_("{name}, {day}").format(
            name=infusion_name(record.infusion),
            day=background.spelling.date_only(record.infusion.date),
        ),
        lead=parts.lead(),
        corner=_("Report for my clinic"),
        box=(parts.at_a_glance(),),
        body=tuple(parts.body()),
        foot=tuple(parts.foot()),
    )


class _Parts:
    """The parts of one report."""

    def __init__(self, record: VisitRecord, wish: Wish, background: Background) -> None:
        self._record = record
        self._wish = wish
        self._background = background
        self._spelling = background.spelling
        self._sentences = background.content.visit_report
        self._counts = record.counts()

    def lead(self) -> str:
        """Return whose it is, what became of the infusion, and the days of the entries."""
        outcome = {
            Outcome.WENT_AHEAD: _("went ahead"),
            Outcome.STOPPED_EARLY: _("stopped early"),
            Outcome.CANCELLED: _("cancelled"),
        }
        became = self._record.infusion.outcome
        parts = (*self._whose(), outcome[became] if became is not None else "", self._days())
        return _BETWEEN.join(part for part in parts if part)

    def at_a_glance(self) -> Facts:
        """Return what can be counted, and the totals that are complete."""
        counts, infusion = self._counts, self._record.infusion
        minutes = self._record.held_minutes
        held = NOT_ANSWERED if minutes is None else str(minutes)
        lengths = _("{planned}, {held} min").format(planned=infusion.minutes, held=held)
        share = _("{number} of {count}")
        answers = share.format(number=counts.answered, count=counts.asked)
        severe = share.format(number=counts.severe, count=counts.strengths)
        facts = (
            Fact(label=_("Planned, held"), value=lengths),
            Fact(label=_("Answered / asked"), value=answers),
            Fact(label=_("Severe answers"), value=severe),
        )
        return Facts(main=None, others=(*facts, *islice(self._totals(), 1)))

    def body(self) -> Iterator[Piece]:
        """Yield the sections; what there is nothing to say of is left out."""
        for sentence in self._item_9():
            yield Section(title="", blocks=(Paragraph(text=sentence, tone=Tone.STRONG),))
        sections = Sections(self._record, self._background)
        yield Section(title="", blocks=sections.day())
        tables = (
            (_("Side effects"), sections.effects()),
            (_("Ratings, 0 to 10"), sections.ratings()),
        )
        yield from (Section(title=title, blocks=blocks) for title, blocks in tables if blocks)
        others = (
            (_("Readings"), sections.readings()),
            (_("Questionnaires"), sections.questionnaires()),
            (_("Check-ins"), sections.check_ins()),
        )
        yield from _beside(
            [
                Section(title=title, blocks=blocks, is_small=True)
                for title, blocks in others
                if blocks
            ]
        )
        if self._wish.words:
            content = self._background.content
            yield from written(self._record, content, self._spelling)

    def foot(self) -> Iterator[str]:
        """Yield whose it is, what made it, how much was answered, and what it is not."""
        # What is long would leave no room for anything else; the head has all of it.
        whose = (part for part in self._whose() if len(part) <= _SHORT)
        yield _BETWEEN.join((*whose, self._days(), self._made()))
        counts, sentences = self._counts, self._sentences
        answers = _("answered {answered} of {asked} asked").format(
            answered=counts.answered, asked=counts.asked
        )
        severe = _("severe: {severe} of {count} answered").format(
            severe=counts.severe, count=counts.strengths
        )
        words = (
            _("free words included")
            if self._wish.words
            else _("free words left out, names of own effects included")
        )
        yield _BETWEEN.join((answers, severe, _("written by the patient"), words))
        stays_here = self._background.content.about["stays_here"]
        yield " ".join((sentences["how_counted"], sentences["screening_score"], stays_here))
        yield from self._item_9()

    def _whose(self) -> tuple[str, ...]:
        name = self._background.name.strip() if self._wish.name else ""
        clinic = self._background.clinic.name.strip()
        return tuple(part for part in (name, clinic) if part)

    def _days(self) -> str:
        days = self._record.days(words=self._wish.words)
        if days is None:
            return _("no entries")
        first, last = map(self._spelling.date_only, days)
        if first == last:
            return _("entries of {day}").format(day=first)
        return _("entries from {first} to {last}").format(first=first, last=last)

    def _made(self) -> str:
        about = edition(language())
        text = (
            _("{app} {version} · made {day} · content version {edition}")
            if about.is_reviewed
            else _(
                "{app} {version} · made {day} · content version {edition} (not yet reviewed by a"
                " clinician)"
            )
        )
        day = self._spelling.date_only(self._background.made)
        return text.format(app=NAME, version=__version__, day=day, edition=about.version)

    def _totals(self) -> Iterator[Fact]:
        """Yield the complete totals, the newest PHQ-9 first; the box has room for one."""
        names = tuple(QuestionnaireName)
        newest_first = reversed(self._record.questionnaires)
        for one in sorted(newest_first, key=lambda one: names.index(one.name)):
            score = total(one)
            if score is not None:
                value = _("{number} of {count}").format(number=score, count=highest_total(one.name))
                yield Fact(label=called(one, self._spelling), value=value)

    def _item_9(self) -> Iterator[str]:
        for one in self._record.questionnaires:
            if tells_of_self_harm(one):
                day = self._spelling.date_only(day_of(one))
                yield self._sentences["item_9"].replace("{date}", day)


def _beside(sections: Sequence[Section]) -> Iterator[Piece]:
    """Yield short sections in two columns; one alone has the whole width."""
    half = (len(sections) + 1) // 2
    if len(sections) > 1:
        yield Columns(first=tuple(sections[:half]), second=tuple(sections[half:]))
    else:
        yield from sections
