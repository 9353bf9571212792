"""My checklist: every item by stage, with its why, ticked or to be ticked."""

from collections.abc import Sequence

from app.domain.checklist import Detail, Line, Stage
from app.i18n import _
from app.services.documents.model import Document, Flow, Section, Tick, Ticks
from app.services.documents.parts import file_name, foot, lead, neutral_title
from app.services.documents.visit import Background, Visit
from app.services.item_words import item_why
from app.services.names import stage_name


def checklist(
    visit: Visit | None, lines: Sequence[Line], background: Background, *, music: str = ""
) -> Document:
    """Return the checklist of *visit*, or the empty one. What is "not for me" is left out."""
    sections = []
    for stage in Stage:
        rows = [one for one in lines if one.item.stage is stage and one.not_for_me_at is None]
        if rows:
            block = ticks(rows, with_why=True, details=_details(visit, music, background))
            sections.append(Section(title=stage_name(stage), blocks=(block,)))
    return Document(
        name=file_name("list", visit),
        neutral_title=neutral_title(),
        title=_("My checklist"),
        lead=lead(visit, background),
        corner=visit.name if visit is not None else "",
        body=(Flow(sections=tuple(sections)),),
        foot=foot(background),
    )


def ticks(
    lines: Sequence[Line], *, with_why: bool, details: dict[Detail, str] | None = None
) -> Ticks:
    """Return *lines* as boxes, in their order, with what was arranged and why they are there."""
    return Ticks(
        ticks=tuple(
            Tick(
                title=line.item.title,
                is_done=line.is_done,
                note="\n".join(part for part in _below(line, details or {}, with_why) if part),
            )
            for line in lines
        )
    )


def _below(line: Line, details: dict[Detail, str], with_why: bool) -> tuple[str, ...]:
    detail = details.get(line.item.detail, "") if line.item.detail is not None else ""
    return (detail, item_why(line.item) if with_why else "")


def _details(visit: Visit | None, music: str, background: Background) -> dict[Detail, str]:
    if visit is None:
        return {}
    ride = visit.ride
    time = background.spelling.wall_time(ride.pick_up) if ride.pick_up is not None else ""
    arranged = [
        ride.who.strip(),
        ride.phone.strip(),
        time,
        _("confirmed") if ride.confirmed else "",
    ]
    return {
        Detail.RIDE: ", ".join(part for part in arranged if part),
        Detail.MUSIC: music.strip(),
    }
