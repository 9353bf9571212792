"""Ten years of somebody's days, the same ones for the same seed: for benches and slow paths.

Run as ``python -m tests.support.ten_years FOLDER`` to have a look at them.
"""

import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from app.domain.calm_session import CalmSession, SessionEnd
from app.domain.check_in import CheckIn, Rating, Ratings, TimePoint
from app.domain.checklist import Tick
from app.domain.effects import EFFECTS, EffectNote, Severity
from app.domain.ids import ALPHABET
from app.domain.infusion import Infusion, Outcome, Ride
from app.domain.journal import entry_time
from app.domain.preferences import ClinicPhones, Person, Profile, Settings
from app.storage.layouts import INFUSION, JOURNAL, PROFILE, SETTINGS, Layout
from app.storage.migrations import current
from app.storage.yaml_door import dump

SEED = 20261124
INFUSIONS = 120
DAYS = 3650
JOURNAL_DAYS = 2500
SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
STEPS = ("ride_home", "company_tonight", "day_off", "medicine_list", "eye_mask", "music")

_SENTENCES = (
    "Slept badly, but the morning was lighter than yesterday.",
    "The music carried me. Next time the longer playlist.",
    "Mutter hat angerufen, wir haben über früher geredet.",
    "A bit of nausea in the car: ginger helped 🙂.",
    'She said: "You look calmer today."',
    "No: not a good day. Yes, I went out all the same.",
    "Walked to the river and back, 40 minutes.",
    "It felt as if the room was breathing - not unpleasant.",
)


def write_ten_years(
    folder: Path, today: date, *, seed: int = SEED, days: int = DAYS, daily: int = 0
) -> int:
    """Write a data folder below *folder* whose newest infusion is three days after *today*.

    Returns the number of files. With fewer *days* everything shrinks in proportion. Two days of
    three have one check-in; with *daily*, every day has that many.
    """
    dice = Random(seed)
    files = 0
    for name, layout, document in _documents(dice, today, days, daily):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_bytes(dump({"schema": current(layout.kind), **document}, layout.comment))
        path.chmod(0o600)
        files += 1
    return files


def _documents(
    dice: Random, today: date, days: int, daily: int
) -> Iterator[tuple[str, Layout[Any], dict[str, Any]]]:
    """Yield the name, the kind and the content of every file."""
    first = today - timedelta(days=days)
    yield "profile.yaml", PROFILE, _plain(_profile())
    settings = Settings(first_run_at=_moment(first, 9))
    yield "settings.yaml", SETTINGS, _plain(settings)
    infusions = max(2, INFUSIONS * days // DAYS)
    for number in range(infusions):
        day = today + timedelta(days=3) - timedelta(days=number * days // infusions)
        infusion = _infusion(dice, day, today)
        yield f"infusions/{infusion.id}.yaml", INFUSION, _plain(infusion)
    wanted = days if daily else JOURNAL_DAYS * days // DAYS
    for offset in sorted(dice.sample(range(days), wanted)):
        day = first + timedelta(days=offset)
        check_ins = sorted((_check_in(dice, day) for _ in range(daily or 1)), key=entry_time)
        content: dict[str, Any] = {"check_ins": [_plain(one) for one in check_ins]}
        if dice.random() < 0.3:
            content["calm_sessions"] = [_plain(_calm_session(dice, day))]
        yield f"journal/{day.year}/{day.isoformat()}.yaml", JOURNAL, content


def _profile() -> Profile:
    return Profile(
        name="Ada",
        country="US",
        clinic=ClinicPhones(name="Lakeside", day="555 0100", out_of_hours="555 0199"),
        people=(Person(name="Jo", phone="555 0123"),),
    )


def _infusion(dice: Random, day: date, today: date) -> Infusion:
    made = _moment(day - timedelta(days=10), 18)
    past = day < today
    done = STEPS if past else STEPS[:3]
    return Infusion(
        id=f"{day.isoformat()}-{_characters(dice, 3)}",
        created=made,
        changed=made,
        date=day,
        arrive="13:30",
        zone="Europe/Berlin",
        place="Lakeside Clinic, 2nd floor",
        minutes=dice.choice((40, 40, 40, 60)),
        outcome=Outcome.WENT_AHEAD if past else None,
        intention=dice.choice(_SENTENCES),
        notes="" if dice.random() < 0.5 else " ".join(dice.sample(_SENTENCES, 2)),
        ride=Ride(who="Jo", phone="555 0123", pick_up="16:00", confirmed=past),
        ticks=tuple(
            Tick(item=item, title=item.replace("_", " ").capitalize(), ticked_at=made)
            for item in done
        ),
    )


def _check_in(dice: Random, day: date) -> CheckIn:
    at = _moment(day, dice.randrange(8, 22), dice.randrange(60))
    noticed = dice.sample(EFFECTS, dice.choice((0, 0, 1, 2, 3)))
    return CheckIn(
        id=_characters(dice, 8),
        created=at,
        changed=at,
        at=at,
        time_point=dice.choice(list(TimePoint)),
        none_of_these=not noticed,
        effects=tuple(
            EffectNote(effect=e, severity=dice.choice((*Severity, None))) for e in noticed
        ),
        ratings=Ratings(**{r.value: dice.randrange(11) for r in Rating if dice.random() < 0.7}),
        words="\n".join(dice.sample(_SENTENCES, dice.randrange(0, 5))),
    )


def _calm_session(dice: Random, day: date) -> CalmSession:
    started = _moment(day, 20, dice.randrange(60))
    minutes = dice.choice((5, 10, 20))
    ended = started + timedelta(minutes=minutes)
    return CalmSession(
        id=_characters(dice, 8),
        created=started,
        changed=ended,
        started=started,
        ended=ended,
        planned_minutes=minutes,
        minutes=minutes,
        pattern="coherent",
        end=SessionEnd.FINISHED,
    )


def _moment(day: date, hour: int, minute: int = 0) -> datetime:
    offset = SUMMER if 4 <= day.month <= 10 else WINTER
    return datetime.combine(day, time(hour, minute), tzinfo=offset)


def _characters(dice: Random, count: int) -> str:
    return "".join(dice.choices(ALPHABET, k=count))


def _plain(value: msgspec.Struct) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(value))
    return plain


if __name__ == "__main__":
    print(write_ten_years(Path(sys.argv[1]), date.today()), "files")  # noqa: DTZ011
