"""The sections of a page about one infusion, from its effects to the plan of its day."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from app.domain.calm_session import CalmSession, SessionEnd
from app.domain.infusion import Infusion, InfusionRoute
from app.domain.questionnaire import Questionnaire
from app.domain.scoring import SCORED, answered, highest_total, total
from app.domain.visit_record import A_MINUTE, VisitRecord, infusion_seconds
from app.i18n import _, ngettext
from app.services.documents.model import Block, Paragraph, Point, Points, Tone
from app.services.documents.visit import Background, Spelling
from app.services.documents.visit_values import Values, time_point_name
from app.services.names import questionnaire_name

_BETWEEN: Final = " · "


class Sections:
    """Each of them as blocks; none where there is nothing to say."""

    def __init__(self, record: VisitRecord, background: Background) -> None:
        self._record = record
        self._spelling = background.spelling
        self._sentences = background.content.visit_report
        self._values = Values(record, background.content, background.spelling)

    def effects(self) -> tuple[Block, ...]:
        """Return what was said of each effect, and the answers to the other questions."""
        if not self._record.columns:
            return (Paragraph(text=_("No check-in was answered."), tone=Tone.QUIET),)
        table = self._values.effects()
        text = self._sentences["dash"] if table else _("No effect was ticked.")
        return (*table, Paragraph(text=text, tone=Tone.QUIET), *self._values.answers())

    def ratings(self) -> tuple[Block, ...]:
        """Return the ratings, or that there are none."""
        table = self._values.ratings()
        if table or not self._record.columns:
            return table
        return (Paragraph(text=_("Not answered."), tone=Tone.QUIET),)

    def readings(self) -> tuple[Block, ...]:
        """Return what was measured, if anything was."""
        table = self._values.readings()
        note = Paragraph(text=self._sentences["judges_no_numbers"], tone=Tone.QUIET)
        return (*table, note) if table else ()

    def questionnaires(self) -> tuple[Block, ...]:
        """Return a line for each that was answered, with its total if there is one."""
        lines = tuple(Point(text=self._said(one)) for one in self._record.questionnaires)
        note = Paragraph(text=self._sentences["screening_score"], tone=Tone.QUIET)
        return (Points(points=lines), note) if lines else ()

    def _said(self, one: Questionnaire) -> str:
        score, name = total(one), called(one, self._spelling)
        if score is None:
            without = _("{name}: {answered}, so there is no total")
            return without.format(name=name, answered=answered_words(one))
        text = _("{name}: {total} of {highest}, {answered}")
        return text.format(
            name=name,
            total=score,
            highest=highest_total(one.name),
            answered=answered_words(one),
        )

    def check_ins(self) -> tuple[Block, ...]:
        """Return what tables cannot show: what was put off, skipped or missed."""
        record, name_of, short = self._record, self._values.name_of, self._spelling.short
        lines = [
            _("{name}: to be asked again on {day}").format(
                name=name_of(one), day=short(one.ask_again_on)
            )
            for one in record.put_off
            if one.ask_again_on is not None
        ]
        lines += [_("{name}: skipped").format(name=name_of(one)) for one in record.skipped]
        lines += [
            _("{name}: no check-in").format(name=time_point_name(point)) for point in record.missed
        ]
        return (Points(points=tuple(Point(text=line) for line in lines)),) if lines else ()

    def day(self) -> tuple[Block, ...]:
        """Return the plan of the day, and what sessions there were."""
        lines = (
            _BETWEEN.join(self._plan(self._record.infusion)),
            *(self._session(one) for one in self._record.sessions),
        )
        return (Paragraph(text="\n".join(lines), tone=Tone.QUIET),)

    def _plan(self, infusion: Infusion) -> Iterator[str]:
        spelling = self._spelling
        if infusion.arrive is not None:
            time = spelling.wall_time(infusion.arrive)
            yield _("Arrival planned for {time}").format(time=time)
        if infusion.place.strip():
            yield infusion.place.strip()
        is_iv = infusion.route is InfusionRoute.IV
        yield _("IV") if is_iv else _("another route")
        planned = _("{minutes} planned").format(minutes=minutes_in_short(infusion.minutes))
        yield planned
        if infusion.ended is not None:
            yield _("ended at {time}").format(time=spelling.time(infusion.ended))

    def _session(self, session: CalmSession) -> str:
        ended = {
            SessionEnd.FINISHED: _("finished"),
            SessionEnd.ENDED_EARLY: _("ended early"),
        }
        held = infusion_seconds(session) // A_MINUTE
        ran = minutes_in_short(session.minutes)
        if held:
            # This is what "held" in the box speaks of.
            ran = _("{minutes} held, {held} of them for the infusion").format(
                minutes=ran, held=held
            )
        else:
            ran = _("{minutes} held").format(minutes=ran)
        text = _("Calm session from {start} to {end}: {planned} planned, {ran}, {ended}")
        return text.format(
            start=self._spelling.time(session.started),
            end=self._spelling.time(session.ended),
            planned=minutes_in_short(session.planned_minutes),
            ran=ran,
            ended=ended[session.end],
        )


def called(one: Questionnaire, spelling: Spelling) -> str:
    """Return the name of a questionnaire, and its day."""
    day = spelling.short(day_of(one))
    return _("{name}, {day}").format(name=questionnaire_name(one.name), day=day)


def day_of(one: Questionnaire) -> date:
    """Return the day on which a questionnaire was finished, or else begun."""
    return (one.finished or one.at).date()


def answered_words(one: Questionnaire) -> str:
    """Return how many of its questions were answered."""
    text = _("{answered} of {asked} answered")
    return text.format(answered=answered(one), asked=len(SCORED[one.name]))


def minutes_in_short(minutes: int) -> str:
    """Return "40 min"."""
    return ngettext("{count} min", "{count} min", minutes).format(count=minutes)
