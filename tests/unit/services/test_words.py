"""Names on screen, the content that ships, and the system's clock."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest

from app.domain.check_in import Rating, TimePoint
from app.domain.checklist import Stage
from app.domain.effects import KNOWN_EFFECTS, Bother, Severity
from app.domain.infusion import Infusion
from app.services import names, system_clock
from app.services.content import Content
from app.services.system_clock import SystemClock

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def test_everything_that_can_be_shown_has_a_name() -> None:
    """No id ever reaches the screen."""
    shown = [
        *(names.stage_name(stage) for stage in Stage),
        *(names.check_in_name(point) for point in TimePoint),
        *(names.severity_name(severity) for severity in Severity),
        *(names.bother_name(bother) for bother in Bother),
        *(names.rating_name(rating) for rating in Rating),
        *(end for rating in Rating for end in names.rating_ends(rating)),
    ]

    assert all(name and "_" not in name for name in shown)


@pytest.mark.parametrize(
    ("number", "total", "name"),
    [(3, 6, "Infusion 3 of 6"), (3, None, "Infusion 3"), (None, None, "Infusion")],
)
def test_an_infusion_is_named_by_as_much_as_is_known(
    number: int | None, total: int | None, name: str
) -> None:
    """Nothing is made up."""
    infusion = Infusion(
        id="i", created=NOW, changed=NOW, date=NOW.date(), number=number, total=total
    )

    assert names.infusion_name(infusion) == name


def test_the_content_names_every_effect_of_the_check_in() -> None:
    """In the same order; the patient's own effects are their own names."""
    content = Content()

    assert tuple(content.effect_names) == KNOWN_EFFECTS
    assert content.effect_name("dizziness") == "Dizziness"
    assert content.effect_name("Cold hands") == "Cold hands"


def test_a_language_without_content_is_shown_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wording that keeps people safe is never missing."""
    english = Content().when_to_call
    monkeypatch.setattr("app.services.content.language", lambda: "xx")
    other = Content()

    assert other.when_to_call == english
    assert other.crisis_lines.of("US") is not None
    assert other.about["stays_here"].endswith("It does not reach your clinic.")
    assert other.breathing.sentence("caution")


def test_nobody_has_called_a_number_without_a_name() -> None:
    """A date of a call needs somebody who made it."""
    for country in Content().crisis_lines.countries:
        assert (country.called_by is None) == (country.called_on is None)
        assert country.lines


def test_the_system_clock_tells_one_time_in_three_ways() -> None:
    """With an offset, with a boot that has a name, and with sleep left out."""
    clock = SystemClock()

    first, second = clock.reading(), clock.reading()

    assert clock.now().tzinfo is not None
    assert clock.now().microsecond == 0
    assert second.boot_seconds >= first.boot_seconds > 0
    assert first.awake_seconds is not None
    assert second.awake_seconds is not None
    assert second.awake_seconds >= first.awake_seconds > 0
    assert second.boot_seconds > second.awake_seconds - 1  # they are read one after the other
    assert first.boot_id == second.boot_id != ""
    assert isinstance(clock.zone(), str)


def test_a_system_without_a_name_for_its_boot_is_told_by_the_minute(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A container may hide it; a session still goes on from one look to the next."""
    monkeypatch.setattr("app.services.system_clock._BOOT_ID", tmp_path / "nothing")
    system_clock._boot_name.cache_clear()

    name = SystemClock().reading().boot_id

    assert re.fullmatch(r"started-\d+", name)


def test_an_odd_zone_file_does_not_stop_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """The zone is then unknown, which is a value too."""

    def broken() -> str:
        raise ZoneInfoNotFoundError("no such zone")

    monkeypatch.setattr("tzlocal.get_localzone_name", broken)

    assert SystemClock().zone() == ""
