"""What is asked for besides words."""

from datetime import date

import pytest

from app.domain.effects import Severity
from app.domain.filters import Filter, Found, effect_key


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(kind=Found.CHECK_IN),
        Filter(effect="nausea"),
        Filter(severity=Severity.MILD),
        Filter(infusion="2026-11-30-a7k"),
        Filter(first_day=date(2026, 1, 1)),
        Filter(last_day=date(2026, 1, 1)),
        Filter(has_words=True),
    ],
)
def test_anything_that_is_asked_for_sets_a_filter(wanted: Filter) -> None:
    """And nothing does not."""
    assert wanted.is_set
    assert not Filter().is_set


def test_an_own_effect_is_one_however_it_is_spelled() -> None:
    """Built-in effects are told by their ids."""
    assert effect_key(" Kältegefühl  in den Füßen") == effect_key("kaltegefuhl in den fussen")
    assert effect_key("blurred_vision") == "blurred_vision"
    assert effect_key("Blurred vision") != "blurred_vision"
