"""The companion card: for whoever takes the patient home and looks in."""

from typing import Final

from app.domain.count_back import Plan
from app.domain.rules import RuleId, Rules
from app.i18n import _
from app.services.documents.model import (
    Columns,
    Document,
    Fact,
    Facts,
    Paragraph,
    Point,
    Points,
    Section,
    Tone,
    WriteIn,
)
from app.services.documents.parts import (
    file_name,
    foot,
    lead,
    neutral_title,
    phones,
    rule_point,
    when_to_call,
)
from app.services.documents.times import pick_up
from app.services.documents.visit import Background, Visit

_USUAL: Final = (
    "usual_floating",
    "usual_time_and_sounds",
    "usual_tingling",
    "usual_dizziness",
    "usual_nausea",
    "usual_sleepiness",
)
_OF_THEM: Final = {
    RuleId.COMPANY: "company_of_them",
    RuleId.CARE_OF_OTHERS: "care_for_them",
}
"""General rules that speak to the patient, and what is said of them to somebody else."""

_AFTER: Final = (
    RuleId.DRIVING,
    RuleId.ALCOHOL_AFTER,
    RuleId.DECISIONS,
    RuleId.COMPANY,
    RuleId.CARE_OF_OTHERS,
    RuleId.DROWSINESS,
)


def companion(
    visit: Visit | None, counted: Plan | None, rules: Rules, background: Background
) -> Document:
    """Return the card. It holds what *visit* can hold: no journal, no scores, no intention."""
    words = background.content.documents
    emergency, same_day, days_after = when_to_call(background, of_them=True)
    return Document(
        name=file_name("card", visit),
        neutral_title=neutral_title(),
        title=_("Companion card"),
        lead=lead(visit, background),
        corner=_for_whom(background.name.strip()),
        box=(_box(visit, counted, background),),
        body=(
            Columns(
                first=(_usual(words), _looking_in(words)),
                second=(_after(rules, background),),
            ),
            Columns(title=_("When to call"), first=(emergency,), second=(same_day,)),
            Section(title="", blocks=(Paragraph(text=days_after),)),
        ),
        foot=foot(background, _("This card holds no journal, no scores and no intention.")),
    )


def _for_whom(name: str) -> str:
    if not name:
        return _("For the person who takes me home")
    return _("For the person who takes {name} home").format(name=name)


def _box(visit: Visit | None, counted: Plan | None, background: Background) -> Facts:
    when = pick_up(visit, counted, background) if visit is not None else ""
    main = Fact(
        label=_("Pick-up"),
        value=when or _("Ask for the time"),
        note="\n".join(
            part
            for part in (
                visit.place if visit is not None else "",
                background.content.documents["end_may_differ"],
            )
            if part
        ),
    )
    return Facts(main=main, others=phones(background))


def _usual(words: dict[str, str]) -> Section:
    return Section(
        title=_("What is usual"),
        blocks=(
            Paragraph(text=words["usual_when"], tone=Tone.QUIET),
            Points(points=tuple(Point(text=words[one]) for one in _USUAL)),
        ),
    )


def _looking_in(words: dict[str, str]) -> Section:
    return Section(title=_("Looking in tonight"), blocks=(WriteIn(label=words["look_in"]),))


def _after(rules: Rules, background: Background) -> Section:
    words = background.content.documents
    points = []
    for one in _AFTER:
        rule = rules.of(one)
        said = words[_OF_THEM[one]] if one in _OF_THEM and rule.is_general else ""
        points.append(rule_point(rule, background, said))
    points.append(Point(text=words["light_food"]))
    name = background.name.strip()
    title = _("For {name} afterwards").format(name=name) if name else _("For them afterwards")
    return Section(title=title, blocks=(Points(points=tuple(points)),))
