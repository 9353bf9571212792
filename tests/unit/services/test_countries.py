"""The numbers of a country in short, and who has reviewed the wording."""

import pytest

from app.services.content import Content
from app.services.countries import numbers_in_short
from app.services.review import is_reviewed, unreviewed


def test_a_country_is_told_by_its_two_most_important_numbers() -> None:
    """The emergency number and every crisis line."""
    lines = Content().crisis_lines

    assert numbers_in_short(lines, "US") == (
        "Emergency number 911, crisis lines 988 (Call or text), 741741 (Text HOME)"
    )


def test_a_country_without_numbers_gets_what_holds_everywhere() -> None:
    """Nobody is left with an empty line."""
    lines = Content().crisis_lines

    for code in ("ZZ", "", "NO"):
        assert "Your local emergency number" in numbers_in_short(lines, code)
        assert "findahelpline.com" in numbers_in_short(lines, code)


def test_wording_nobody_signed_is_named() -> None:
    """Every file is, until a clinician has read it."""
    found = unreviewed("en")

    assert "when_to_call.yaml" in found
    assert "crisis_lines.yaml" in found


def test_a_language_without_wording_counts_the_english_files() -> None:
    """They are what it shows."""
    assert unreviewed("xx") == unreviewed("en")


def test_one_file_is_signed_or_not_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a language that lacks it, by what is shown there: the English one."""
    assert not is_reviewed("scripts.yaml", "en")
    assert not is_reviewed("scripts.yaml", "xx")

    monkeypatch.setattr("app.services.review.load", lambda _data: {"reviewed_by": "A. Clinician"})

    assert is_reviewed("scripts.yaml", "en")
    assert is_reviewed("scripts.yaml", "xx")
