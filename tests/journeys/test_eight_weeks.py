"""Six infusions with all their check-ins, lived by keyboard alone, and read back from the files."""

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from tests.journeys.conftest import Start
from tests.support.clock import FixedClock
from tests.support.eight_weeks import FIRST_MORNING, Told, story
from tests.support.keyboard import Keyboard
from tests.support.living import live


def read(path: Path) -> Any:
    """Return what another program reads in a file of ours."""
    return yaml.safe_load(path.read_text("utf-8"))


def check_ins(data: Path) -> list[dict[str, Any]]:
    """Return every check-in of all days, in the order of time."""
    days = [read(path) for path in sorted(data.glob("journal/*/*.yaml"))]
    return [one for day in days for one in day.get("check_ins", [])]


def in_the_file(told: Told, infusion: str) -> dict[str, Any]:
    """Return what a file says of *told*, besides ids and the moments of writing."""
    effects = [
        {"effect": effect} | ({"severity": strength.value} if strength else {})
        for effect, strength in told.effects
    ]
    said: dict[str, Any] = {
        "at": told.at.isoformat(),
        "time_point": told.point.value,
        "infusion": infusion,
    }
    if told.none and not told.own:
        said["none_of_these"] = True
    if effects or told.own:
        said["effects"] = [*effects, *([{"effect": told.own}] if told.own else [])]
    said["ratings"] = {rating.value: score for rating, score in told.ratings}
    if told.words:
        said["words"] = told.words
    return said


def test_six_infusions_are_lived_and_every_answer_is_in_the_files(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    """Five check-ins after each, over eight weeks; nothing is there that was not said."""
    clock.advance(seconds=(FIRST_MORNING - clock.now()).total_seconds())
    desktop = start()
    told = story()

    live(Keyboard(desktop.window), clock, told)
    saved = desktop.close()

    infusions = [read(path) for path in sorted((tmp_path / "data/infusions").glob("*.yaml"))]
    assert saved
    assert [(one["date"], one["outcome"]) for one in infusions] == [
        (visit.day.isoformat(), visit.outcome.value) for visit in told
    ]
    kept = check_ins(tmp_path / "data")
    for one in kept:
        for name in ("id", "created", "changed"):
            del one[name]
        one["at"] = datetime.fromisoformat(one["at"]).isoformat()
    wanted = [
        in_the_file(one, infusion["id"])
        for visit, infusion in zip(told, infusions, strict=True)
        for one in visit.told
    ]
    assert kept == sorted(wanted, key=lambda one: str(one["at"]))
