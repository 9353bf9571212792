"""Numbers of a device as people type them."""

from datetime import UTC, datetime

import pytest

from app.domain.check_in import CheckIn, Vitals
from app.domain.readings import is_turned_round, is_unusual, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("128", 128),
        (" 72 ", 72),
        ("0", 0),
        ("999", 999),
        ("٧٢", 72),
        ("", None),
        ("1000", None),
        ("-5", None),
        ("97.5", None),
        ("128/84", None),
        ("about 120", None),
        ("1" * 100_000, None),
        ("²", None),
    ],
)
def test_a_whole_number_is_a_reading(text: str, value: int | None) -> None:
    """In any digits; everything else is words."""
    assert number(text) == value


@pytest.mark.parametrize(
    ("reading", "value", "is_odd"),
    [
        *(("systolic", 39, True), ("systolic", 40, False), ("systolic", 300, False)),
        *(("systolic", 301, True), ("diastolic", 19, True), ("diastolic", 200, False)),
        *(("pulse", 5, True), ("pulse", 20, False), ("pulse", 251, True)),
        *(("oxygen", 49, True), ("oxygen", 100, False), ("oxygen", 200, True)),
        ("pulse", None, False),
    ],
)
def test_an_unusual_number_is_known(reading: str, value: int | None, is_odd: bool) -> None:
    """One that hardly any device shows; nothing is unusual about none at all."""
    assert is_unusual(reading, value) is is_odd


@pytest.mark.parametrize(
    ("first", "second", "is_turned"),
    [(80, 120, True), (120, 80, False), (80, 80, False), (80, None, False), (None, 120, False)],
)
def test_the_first_number_is_usually_the_larger_one(
    first: int | None, second: int | None, is_turned: bool
) -> None:
    """It takes both to say so."""
    assert is_turned_round(Vitals(systolic=first, diastolic=second)) is is_turned


def test_what_is_odd_is_kept_as_written() -> None:
    """Nothing is refused."""
    now = datetime(2026, 11, 30, 15, tzinfo=UTC)
    odd = Vitals(systolic=80, diastolic=120, pulse=5, oxygen=200)

    kept = CheckIn(id="c1", created=now, changed=now, at=now).measured(odd)

    assert kept.vitals == odd
