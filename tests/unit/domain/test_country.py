"""Guessing a country from the name of a locale."""

import pytest

from app.domain.country import SOMEWHERE_ELSE, guess_country
from app.domain.preferences import Profile


@pytest.mark.parametrize(
    ("locale_name", "country"),
    [
        ("en_US", "US"),
        ("en_US.UTF-8", "US"),
        ("de-AT", "AT"),
        ("de_AT@euro", "AT"),
        ("zh_Hant_TW", "TW"),
        ("kok_IN", "IN"),
        ("C", ""),
        ("POSIX", ""),
        ("", ""),
        ("de", ""),
        ("es_419", ""),
        ("en_USA", ""),
    ],
)
def test_a_locale_names_its_country_or_none(locale_name: str, country: str) -> None:
    """Systems write locales in several ways."""
    assert guess_country(locale_name) == country


def test_somewhere_else_can_be_kept_as_a_country() -> None:
    """A patient who says so is not asked, and nothing is guessed for them, again."""
    profile = Profile(country=SOMEWHERE_ELSE)

    assert profile.country == "ZZ"
    assert guess_country(f"en_{SOMEWHERE_ELSE}") == SOMEWHERE_ELSE
