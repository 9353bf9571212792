"""The pocket page: a quarter of a sheet, for a day with only a phone at the clinic."""

from app.domain.count_back import Plan
from app.domain.rules import RuleId, Rules
from app.i18n import _
from app.services.documents.model import (
    Document,
    Fact,
    Facts,
    Paper,
    Paragraph,
    Piece,
    Points,
    Section,
    Times,
    Tone,
    WriteIn,
)
from app.services.documents.parts import file_name, foot, lead, neutral_title, phones, rule_point
from app.services.documents.times import pick_up, times
from app.services.documents.visit import Background, Visit


def pocket(
    visit: Visit | None, counted: Plan | None, rules: Rules, background: Background
) -> Document:
    """Return the page. It holds what *visit* can hold: no journal, no scores, no intention."""
    return Document(
        name=file_name("pocket", visit),
        neutral_title=neutral_title(),
        title=_("On the day"),
        lead=lead(visit, background),
        box=_box(visit, counted, background),
        body=(
            *_calls(background),
            _later(rules, background),
            Section(
                title=_("Fill in later"),
                blocks=(
                    WriteIn(label=_("It began at")),
                    WriteIn(label=_("It ended at")),
                    WriteIn(label=_("What I noticed")),
                ),
            ),
        ),
        foot=foot(background)[:1],
        paper=Paper.POCKET,
    )


def _box(
    visit: Visit | None, counted: Plan | None, background: Background
) -> tuple[Times | Facts, ...]:
    if visit is None:
        return ()
    if counted is not None:
        return (times(visit, counted, background, on_the_day=True),)
    when = pick_up(visit, None, background)
    return (Facts(main=Fact(label=_("Pick-up"), value=when)),) if when else ()


def _calls(background: Background) -> tuple[Piece, ...]:
    return (Section(title=_("To call"), blocks=(Facts(main=None, others=phones(background)),)),)


def _later(rules: Rules, background: Background) -> Section:
    points = tuple(
        rule_point(rules.of(one), background)
        for one in (RuleId.MEDICINES, RuleId.DRIVING, RuleId.ALCOHOL_AFTER, RuleId.DECISIONS)
    )
    warning = rules.of(RuleId.BEFORE_FASTING).sentences[0].text
    return Section(
        title=_("Good to know"),
        blocks=(Points(points=points), Paragraph(text=warning, tone=Tone.QUIET)),
    )
