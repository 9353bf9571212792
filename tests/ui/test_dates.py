"""Days as people write them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from app.ui.dates import day_from, day_in_digits

DAY = date(2026, 11, 3)


@pytest.fixture(autouse=True)
def country() -> Iterator[None]:
    """Put the country back."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("en_US", "11/3/2026"),
        ("en_US", "11/3/26"),
        ("en_US", " 3  November 2026 "),
        ("en_US", "3 Nov 2026"),
        ("en_US", "2026-11-03"),
        ("en_US", "2026-11-3"),
        ("en_GB", "03/11/2026"),
        ("de_DE", "03.11.26"),
        ("de_DE", "03.11.2026"),
    ],
)
def test_a_day_is_read_as_it_is_written_there(country: str, text: str) -> None:
    """In digits of the country, in words, or as in a file."""
    QLocale.setDefault(QLocale(country))

    assert day_from(text) == DAY
    assert day_from(day_in_digits(DAY)) == DAY


@pytest.mark.parametrize("text", ["", "1", "last spring", "31/31/2026", "11/2026", "2026-13-01"])
def test_what_is_no_day_is_none(text: str) -> None:
    """It is never guessed at."""
    QLocale.setDefault(QLocale("en_US"))

    assert day_from(text) is None


def test_days_of_long_ago_are_days() -> None:
    """The year has its four digits."""
    QLocale.setDefault(QLocale("en_US"))

    assert day_from("5/6/1901") == date(1901, 5, 6)
    assert day_in_digits(date(1901, 5, 6)) == "5/6/1901"
