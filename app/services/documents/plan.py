"""My plan: the times of the day, what is still to do, and what holds afterwards."""

from collections.abc import Sequence
from typing import Final

from app.domain.checklist import Line, Stage
from app.domain.count_back import Plan
from app.domain.rules import RuleId, Rules
from app.i18n import _
from app.services.documents.checklist import ticks
from app.services.documents.model import (
    Block,
    Document,
    Flow,
    Paragraph,
    Piece,
    Points,
    Rule,
    Section,
    Tone,
)
from app.services.documents.parts import (
    file_name,
    foot,
    lead,
    neutral_title,
    rule_point,
)
from app.services.documents.times import times
from app.services.documents.visit import Background, Visit
from app.services.names import stage_name
from app.services.rule_words import rule_words

_BEFORE: Final = (RuleId.ALCOHOL_BEFORE, RuleId.FOOD, RuleId.DRINK)
_AFTER: Final = (
    RuleId.DRIVING,
    RuleId.ALCOHOL_AFTER,
    RuleId.DECISIONS,
    RuleId.COMPANY,
    RuleId.CARE_OF_OTHERS,
    RuleId.DROWSINESS,
)


def plan(
    visit: Visit,
    counted: Plan | None,
    rules: Rules,
    lines: Sequence[Line],
    background: Background,
    *,
    notes: str = "",
) -> Document:
    """Return the plan of *visit*: *counted* are its times, *lines* its checklist.

    Without a time of arrival the rules stand where the times would be. *notes* are the
    patient's own words.
    """
    body: list[Piece] = [_warning(rules)]
    if notes.strip():
        body.append(Section(title=_("My notes"), blocks=(Paragraph(text=notes.strip()),)))
    body.append(Flow(sections=_stages(lines)))
    body += [Rule(), after(rules, background)]
    return Document(
        name=file_name("plan", visit),
        neutral_title=neutral_title(),
        title=_("My plan"),
        lead=_lead(visit, background),
        corner=visit.name,
        box=(_times(visit, counted, rules, background),),
        body=tuple(body),
        foot=foot(background, *_zone(visit)),
    )


def after(rules: Rules, background: Background) -> Section:
    """Return what holds after the infusion, each rule with whose it is."""
    points = tuple(rule_point(rules.of(one), background) for one in _AFTER)
    return Section(title=_("After the infusion"), blocks=(Points(points=points),))


def _times(visit: Visit, counted: Plan | None, rules: Rules, background: Background) -> Block:
    if counted is not None:
        return times(visit, counted, background)
    return Points(points=tuple(rule_point(rules.of(one), background) for one in _BEFORE))


def _warning(rules: Rules) -> Section:
    """Return what is to be read before fasting, and on medicines: both go with the times."""
    said = [*rule_words(rules.of(RuleId.BEFORE_FASTING)), *rule_words(rules.of(RuleId.MEDICINES))]
    return Section(title="", blocks=(Paragraph(text=" ".join(said), tone=Tone.QUIET),))


def _stages(lines: Sequence[Line]) -> tuple[Section, ...]:
    """Return the items of the day itself, and what is still open of the days before."""
    by_stage = {
        stage: [one for one in lines if one.item.stage is stage and _belongs(one)]
        for stage in Stage
    }
    return tuple(
        Section(title=stage_name(stage), blocks=(ticks(rows, with_why=False),))
        for stage, rows in by_stage.items()
        if rows
    )


def _belongs(line: Line) -> bool:
    is_before = line.item.stage in {Stage.WEEK_BEFORE, Stage.DAY_BEFORE}
    return line.is_open if is_before else line.not_for_me_at is None


def _lead(visit: Visit, background: Background) -> str:
    phone = background.clinic.day.strip()
    return " · ".join(part for part in (lead(visit, background), phone) if part)


def _zone(visit: Visit) -> tuple[str, ...]:
    """Say whose clocks the times are from. A zone that is not one of the world's says nothing."""
    if "/" not in visit.zone or len(visit.zone) > 40:  # noqa: PLR2004 -- the longest has 32
        return ()
    city = visit.zone.rpartition("/")[2].replace("_", " ")
    return (_("Times are as the clocks in {city} show them.").format(city=city),)
