"""Six infusions with all their check-ins, lived by keyboard alone, and read back from the files."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.domain.questionnaire import QuestionnaireName
from app.domain.scoring import SCORED
from tests.journeys.conftest import Start
from tests.support.clock import FixedClock
from tests.support.eight_weeks import FIRST_MORNING, More, Told, Visit, screened, story
from tests.support.keyboard import Keyboard
from tests.support.living import live

QUESTIONS = SCORED[QuestionnaireName.PHQ_9]


def read(path: Path) -> Any:
    """Return what another program reads in a file of ours."""
    return yaml.safe_load(path.read_text("utf-8"))


def entries(data: Path, kind: str) -> list[dict[str, Any]]:
    """Return the entries of all days, in the order of time, without ids and moments of writing."""
    days = [read(path) for path in sorted(data.glob("journal/*/*.yaml"))]
    found = [one for day in days for one in day.get(kind, [])]
    for one in found:
        for name in ("id", "created", "changed"):
            del one[name]
        one["at"] = datetime.fromisoformat(one["at"]).isoformat()
    return found


def in_the_file(told: Told, infusion: str) -> dict[str, Any]:
    """Return what a file says of *told*."""
    said: dict[str, Any] = {
        "at": told.at.isoformat(),
        "time_point": told.point.value,
        "infusion": infusion,
    }
    if told.skipped:
        return {**said, "skipped": True}
    if told.foggy:
        said["bothering"] = "yes"
    if told.none and not told.own:
        said["none_of_these"] = True
    more = {one.effect: more_in_the_file(one) for one in told.more}
    effects = [
        {"effect": effect, **({"severity": strength.value} if strength else {})}
        | more.get(effect, {})
        for effect, strength in told.effects
    ]
    if effects or told.own:
        said["effects"] = [*effects, *([{"effect": told.own}] if told.own else [])]
    if told.told_high is not None:
        said["told_high_pressure"] = told.told_high.value
    if told.vitals:
        said["vitals"] = dict(told.vitals)
    said["ratings"] = {rating.value: score for rating, score in told.ratings}
    if told.words:
        said["words"] = told.words
    return said


def more_in_the_file(more: More) -> dict[str, Any]:
    """Return what a file says of an effect besides its strength."""
    said: dict[str, Any] = {
        "began": more.began.value,
        "lasted": more.lasted.value,
        "still_there": more.still_there,
    }
    return said | ({"helped": more.helped} if more.helped else {})


def reflections(told: tuple[Visit, ...]) -> list[dict[str, Any]]:
    """Return what the files say of the reflections, besides when they were looked back on."""
    return [
        {
            "at": one.at.isoformat(),
            "during": one.during,
            "after": one.after,
            "look_back": {"holds": one.holds.value},
        }
        for visit in told
        if (one := visit.reflected) is not None
    ]


def phq_9(kept: dict[str, Any]) -> tuple[str, tuple[int, ...]]:
    """Return when a questionnaire of a file was filled in, and its answers in their order."""
    answers = {one["question"]: one["answer"] for one in kept["answers"]}
    return kept["at"], tuple(answers[question] for question in (*QUESTIONS, "difficulty"))


@pytest.mark.timeout(180)
def test_six_infusions_are_lived_and_every_answer_is_in_the_files(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    """Check-ins, reflections, questionnaires over eight weeks; nothing is there that was not said.

    One check-in is begun in three taps and told the next morning, one is skipped.
    """
    clock.advance(seconds=(FIRST_MORNING - clock.now()).total_seconds())
    desktop = start()
    told = story()

    live(Keyboard(desktop.window), clock, told, screened())
    saved = desktop.close()

    data = tmp_path / "data"
    infusions = [read(path) for path in sorted(data.glob("infusions/*.yaml"))]
    assert saved
    assert [(one["date"], one["outcome"]) for one in infusions] == [
        (visit.day.isoformat(), visit.outcome.value) for visit in told
    ]
    wanted = [
        in_the_file(one, infusion["id"])
        for visit, infusion in zip(told, infusions, strict=True)
        for one in visit.told
    ]
    assert entries(data, "check_ins") == sorted(wanted, key=lambda one: str(one["at"]))
    written = entries(data, "reflections")
    for one in written:
        del one["look_back"]["at"]
    assert written == reflections(told)
    assert [phq_9(one) for one in entries(data, "questionnaires")] == [
        (one.at.isoformat(), (*one.answers, one.difficulty)) for one in screened()
    ]
