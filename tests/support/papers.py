"""What documents are made from in tests: Anna's third infusion, plain and hostile."""

from datetime import UTC, date, datetime, time
from typing import Any, Final

from msgspec.structs import replace

from app.domain.checklist import Item, Line, OwnList, Stage, Tick, items, lines
from app.domain.consultation import Condition, Consultation, Medicine, Question, ask_list
from app.domain.count_back import Plan, count_back
from app.domain.infusion import Infusion, Ride
from app.domain.preferences import ClinicPhones
from app.domain.rules import ClinicRule, RuleId, Rules, overridden
from app.services.content import Content
from app.services.documents.checklist import checklist
from app.services.documents.companion import companion
from app.services.documents.consultation import consultation
from app.services.documents.model import Document
from app.services.documents.paper_check_in import paper_check_in
from app.services.documents.plan import plan
from app.services.documents.pocket import pocket
from app.services.documents.visit import Background, Spelling, visit_of
from app.services.documents.visit_report import Wish, visit_report
from tests.support.rules import GENERAL

CONTENT: Final = Content()
MADE: Final = date(2026, 11, 29)
CREATED: Final = datetime(2026, 11, 1, 12, tzinfo=UTC)
INTENTION: Final = "Let go of the rope"
LONG: Final = "word " * 999 + "end."
"""Five thousand characters, less one."""

EMOJI: Final = "Socks 🧦 and 👩\u200d🦽"
RIGHT_TO_LEFT: Final = "שלום עולם"


def _time(at: datetime | time) -> str:
    return f"{at:%I:%M %p}".lstrip("0")


SPELLING: Final = Spelling(
    day=lambda day: f"{day:%A} {day.day} {day:%B} {day.year}",
    date_only=lambda day: f"{day.day} {day:%B} {day.year}",
    short=lambda day: f"{day.day} {day:%b}",
    weekday=lambda day: f"{day:%a}",
    month=lambda day: f"{day:%B} {day.year}",
    time=_time,
    wall_time=lambda wall: _time(time.fromisoformat(wall)),
)


def background(*, name: str = "Anna", clinic: str = "Riverside Clinic") -> Background:
    """Return what all documents draw on, in the United States."""
    return Background(
        content=CONTENT,
        spelling=SPELLING,
        made=MADE,
        name=name,
        clinic=ClinicPhones(name=clinic, day="555-0142", out_of_hours="555-0199"),
        help=CONTENT.crisis_lines.of("US"),
    )


def infusion(**said: object) -> Infusion:
    """Return Anna's third infusion, with *said* in the place of what she planned."""
    plan: dict[str, object] = {
        "id": "2026-11-30-a7k",
        "created": CREATED,
        "changed": CREATED,
        "date": date(2026, 11, 30),
        "arrive": "13:30",
        "zone": "America/New_York",
        "place": "Riverside Clinic, 2nd floor",
        "travel_minutes": 35,
        "early_minutes": 30,
        "number": 3,
        "total": 6,
        "intention": INTENTION,
        "notes": "Park behind the house",
        "music": "Quiet piano",
        "ride": Ride(who="Sam", phone="555-0136", pick_up="15:15", confirmed=True),
    }
    return Infusion(**{**plan, **said})  # type: ignore[arg-type]


def rules() -> Rules:
    """Return the rules of a clinic that has its own on food and on company."""
    own = (
        ClinicRule(id=RuleId.FOOD, hours=6),
        ClinicRule(id=RuleId.COMPANY, words="Somebody you trust sleeps in the house."),
    )
    return overridden(GENERAL, own, "Riverside Clinic")


def list_of(*own: Item, ticked: int = 4) -> tuple[Line, ...]:
    """Return the built-in list and *own*, the first few of it ticked, one "not for me"."""
    all_items = (*items(CONTENT.checklist, OwnList()), *own)
    ticks = [Tick(item=one.id, title=one.title, ticked_at=CREATED) for one in all_items[1:ticked]]
    last = CONTENT.checklist[-1]
    ticks.append(Tick(item=last.id, title=last.title, not_for_me_at=CREATED))
    return lines(all_items, ticks)


def own_items(count: int, title: str = "Own item {number} 🧦") -> tuple[Item, ...]:
    """Return *count* items of Anna's own."""
    stages = tuple(Stage)
    return tuple(
        Item(
            id=f"own{number:05}",
            title=title.replace("{number}", str(number)),
            stage=stages[number % len(stages)],
            own=True,
        )
        for number in range(count)
    )


def times_of(planned: Infusion, by: Rules | None = None) -> Plan | None:
    """Return the times of *planned*."""
    return count_back(planned, by or rules(), UTC)


def notes(word: str = "") -> Consultation:
    """Return Anna's notes for her clinic; *word* stands at the end of everything she wrote."""

    def record(number: int) -> dict[str, Any]:
        return {"id": f"note000{number}", "created": CREATED, "changed": CREATED}

    return Consultation(
        medicines=(
            Medicine(**record(1), name=f"Sertraline{word}", since=f"spring{word}"),
            Medicine(**record(2), name="Lorazepam"),
            Medicine(
                **record(3),
                name=f"Venlafaxine{word}",
                is_current=False,
                until=f"2024{word}",
                why_stopped=f"It made me sweat{word}",
            ),
        ),
        earlier_treatment=f"Two years of talking therapy{word}",
        conditions=(Condition(**record(4), title="Sleep apnea", note=f"I use a mask{word}"),),
        other=f"A knee that hurts{word}",
        life_changes=f"I moved{word}",
        questions=(
            Question(**record(5), text=f"May my sister sit with me?{word}"),
            Question(**record(6), text="How many are planned?", is_asked=True, answer=f"Six{word}"),
        ),
    )


def all_documents(
    planned: Infusion | None = None,
    rows: tuple[Line, ...] | None = None,
    about: Background | None = None,
    written: Consultation | None = None,
) -> dict[str, Document]:
    """Return every document of *planned* by a short name."""
    planned = planned or infusion()
    rows = list_of() if rows is None else rows
    about = about or background()
    written = notes() if written is None else written
    from tests.support import visits  # which draws on this module

    visit, counted = visit_of(planned), times_of(planned)
    return {
        "plan": plan(visit, counted, rules(), rows, about, notes=planned.notes),
        "checklist": checklist(visit, rows, about, music=planned.music),
        "companion": companion(visit, counted, rules(), about),
        "pocket": pocket(visit, counted, rules(), about),
        "check-in": paper_check_in(visit, about),
        "consultation": consultation(visit, written, ask_list(written, CONTENT.ask_list), about),
        "visit-report": visit_report(visits.record_of(planned), Wish(words=True), about),
    }


def hostile() -> dict[str, Document]:
    """Return every document with as much as a person can type, in every script."""
    planned = infusion(
        place=f"{EMOJI} <b>&amp; then {RIGHT_TO_LEFT} end",
        notes=LONG,
        music=LONG,
        ride=Ride(who=f"Sam {LONG}", phone="five five & <five>", pick_up="15:15"),
    )
    extra = Item(id="own-long", title=LONG, stage=Stage.MORNING, why=RIGHT_TO_LEFT, own=True)
    rows = list_of(extra, *own_items(300))
    about = background(name=LONG, clinic=f"{LONG}{EMOJI}")
    about = about._replace(clinic=replace(about.clinic, day=LONG))
    return all_documents(planned, rows, about, notes(f" {LONG} {EMOJI} <i> {RIGHT_TO_LEFT} end"))


def bare() -> dict[str, Document]:
    """Return every document of a day without a time, for nobody in no country."""
    planned = infusion(arrive=None, notes="", place="", zone="")
    about = background(name="", clinic="")._replace(help=None)
    return all_documents(planned, (), about, Consultation())
