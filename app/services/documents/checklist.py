"""My checklist: every item by stage, with its why, ticked or to be ticked."""

from collections.abc import Sequence

from app.domain.checklist import Detail, Line, Stage
from app.i18n import _
from app.services.documents.model import Columns, Document, Piece, Section, Tick, Ticks
from app.services.documents.parts import file_name, foot, lead, neutral_title
from app.services.documents.visit import Background, Visit
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
        body=tuple(balanced(tuple(sections))),
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


def balanced(sections: tuple[Section, ...]) -> list[Piece]:
    """Return *sections* in two columns that are about equally long, and keep their order."""
    if not sections:
        return []
    weights = [_weight(section) for section in sections]
    apart = [
        (abs(sum(weights[:cut]) - sum(weights[cut:])), cut) for cut in range(1, len(sections) + 1)
    ]
    cut = min(apart)[1]
    return [Columns(first=sections[:cut], second=sections[cut:])]


def _below(line: Line, details: dict[Detail, str], with_why: bool) -> tuple[str, ...]:
    detail = details.get(line.item.detail, "") if line.item.detail is not None else ""
    return (detail, line.item.why if with_why else "")


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


_LINE = 44
"""About how many letters a line in a column holds."""


def _weight(section: Section) -> int:
    """Return about how many lines *section* takes."""
    boxes = (block for block in section.blocks if isinstance(block, Ticks))
    return 2 + sum(_lines(tick) for block in boxes for tick in block.ticks)


def _lines(tick: Tick) -> int:
    note = 1 + len(tick.note) // _LINE if tick.note else 0
    return 1 + len(tick.title) // _LINE + note
