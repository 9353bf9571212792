"""A small life in a data folder, as of today: for tests that start the real program."""

from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.effects import EffectNote, Severity
from app.domain.infusion import Infusion, Outcome, Ride
from app.domain.preferences import ClinicPhones, Person, Profile
from app.shell.program import Program
from tests.support.day import Day

DAYS_AHEAD = 3
TICKED = ("ride_home", "eye_mask")


def write_small_folder(home: Path, *, with_version: bool = False) -> Path:
    """Write a data folder below *home* and return it.

    One infusion is over and has two check-ins; the next is three days from now, its first items
    ticked. *with_version*, the words of the first check-in were changed.
    """
    day = Day(home)
    now = datetime.now().astimezone()
    day.clock.advance(seconds=(now - day.clock.now()).total_seconds())
    program = day.program
    program.preferences.first_run_done(now)
    program.preferences.keep_profile(
        Profile(
            name="Sam",
            country="US",
            clinic=ClinicPhones(name="Lakeside", day="555 0100", out_of_hours="555 0199"),
            people=(Person(name="Jo", phone="555 0123"),),
        )
    )
    past = _planned(program, now.date() - timedelta(days=4))
    program.infusions.answer(past, Outcome.WENT_AHEAD)
    for point in (TimePoint.STRAIGHT_AFTER, TimePoint.TWO_HOURS):
        program.journal.keep(_check_in(program, point, past))
    coming = _planned(program, now.date() + timedelta(days=DAYS_AHEAD))
    for item in program.checklist.items():
        if item.id in TICKED:
            program.checklist.tick(coming, item)
    if with_version:
        # By the clock of the program: in its zone it may be tomorrow by now.
        first = program.journal.day(day.clock.now().date()).check_ins[0]
        day.clock.advance(hours=1)
        program.journal.keep(first.saying("The music carried me far."))
    day.settle()
    day.close()
    return day.data


def _planned(program: Program, when: date) -> Infusion:
    plan = replace(
        program.infusions.draft(when),
        arrive="13:30",
        place="Lakeside Clinic",
        ride=Ride(who="Jo", phone="555 0123", pick_up="16:00"),
    )
    return program.infusions.keep_new(plan)[0]


def _check_in(program: Program, point: TimePoint, infusion: Infusion) -> CheckIn:
    return (
        program.journal.draft(point, infusion.id)
        .noticed("dizzy")
        .noted(EffectNote(effect="dizzy", severity=Severity.MILD))
        .rated(Rating.MOOD, 6)
        .saying("The music carried me.")
    )
