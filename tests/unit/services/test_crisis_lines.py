"""The numbers to call, country by country, as they were looked up; and whose date stands there."""

from collections.abc import Mapping
from typing import Any

import pytest

from app.assets import resource
from app.domain.country import guess_country
from app.services.content import Content
from app.services.countries import numbers_in_short
from app.storage.yaml_door import load

TABLE = {
    "US": ("911", "988 Call or text", "741741 Text HOME"),
    "CA": ("911", "988 Call or text"),
    "GB": ("999 or 112", "116 123 Samaritans, call", "85258 Text SHOUT"),
    "IE": ("999 or 112", "116 123 Samaritans, call"),
    "AU": ("000", "13 11 14 Lifeline, call", "0477 13 11 14 Lifeline, text"),
    "NZ": ("111", "1737 Call"),
    "DE": ("112", "0800 111 0 111 Call", "0800 111 0 222 Call"),
    "AT": ("112", "142 Call"),
    "CH": ("112", "143 Call"),
    "FR": ("112", "3114 Call"),
    "BE": ("112", "1813 Call, in Dutch", "0800 32 123 Call, in French"),
    "ES": ("112", "024 Call"),
    "PT": ("112", "1411 Call, free · Day and night"),
    "IT": ("112", "02 2327 2327 Call · About 10:00 to 24:00"),
    "NL": ("112", "113 Call", "0800-0113 Call"),
    "SE": ("112", "90101 Call"),
    "MX": ("911", "800 911 2000 Call"),
    "BR": ("192", "188 Call"),
    "IN": ("112", "14416 Tele-MANAS, call"),
    "JP": ("119", "0120-279-338 Call"),
    "ZA": ("112", "0800 567 567 Call"),
    "TW": ("119", "1925 Call"),
    "KR": ("119", "109 Call"),
}
"""Emergency number and crisis lines, typed anew from the page of facts of November 2026."""

LOCALES = {
    "en_US": "US",
    "en_CA": "CA",
    "fr_CA": "CA",
    "en_GB": "GB",
    "cy_GB": "GB",
    "en_IE": "IE",
    "ga_IE": "IE",
    "en_AU": "AU",
    "en_NZ": "NZ",
    "mi_NZ": "NZ",
    "de_DE": "DE",
    "de_AT": "AT",
    "de_CH": "CH",
    "fr_CH": "CH",
    "it_CH": "CH",
    "fr_FR": "FR",
    "fr_BE": "BE",
    "nl_BE": "BE",
    "es_ES": "ES",
    "ca_ES": "ES",
    "pt_PT": "PT",
    "it_IT": "IT",
    "nl_NL": "NL",
    "sv_SE": "SE",
    "es_MX": "MX",
    "pt_BR": "BR",
    "hi_IN": "IN",
    "en_IN": "IN",
    "ja_JP": "JP",
    "af_ZA": "ZA",
    "zh_TW": "TW",
    "zh_Hant_TW": "TW",
    "ko_KR": "KR",
}
"""What computers in each of the countries call their locale."""


def misdated(country: Mapping[str, Any]) -> bool:
    """Tell whether a date stands there without a name of who called, or a name without a date."""
    return bool(country["called_by"]) != bool(country["called_on"])


def test_every_number_is_the_one_that_was_looked_up() -> None:
    """Country by country, with how each is used and its hours; none more, none missing."""
    found = {
        country.code: (
            country.emergency,
            *(
                " · ".join(part for part in (f"{line.number} {line.how}", line.hours) if part)
                for line in country.lines
            ),
        )
        for country in Content().crisis_lines.countries
    }

    assert found == TABLE


def test_elsewhere_there_is_a_place_to_look() -> None:
    """No number is made up for a country that is not listed."""
    lines = Content().crisis_lines

    assert (lines.elsewhere.emergency, lines.elsewhere.website) == (
        "Your local emergency number",
        "findahelpline.com",
    )
    assert lines.of("NO") is None


def test_nobody_is_said_to_have_called_these_numbers() -> None:
    """They were looked up in November 2026; a date without a name is refused, and so is a name."""
    rows = load(resource("content/crisis_lines.yaml").read_bytes())["countries"]
    assert isinstance(rows, list)
    countries = [row for row in rows if isinstance(row, dict)]

    assert len(countries) == len(TABLE)
    for country in countries:
        assert country["called_by"] is None
        assert country["called_on"] is None
        assert not misdated(country)
        assert misdated({**country, "called_on": "2026-12-01"})
        assert misdated({**country, "called_by": "R. Example"})
        assert not misdated({**country, "called_by": "R. Example", "called_on": "2026-12-01"})
        assert country["checked_against_sources_on"] == "2026-11"


@pytest.mark.parametrize(("locale_name", "code"), LOCALES.items())
def test_a_locale_of_each_country_finds_its_numbers(locale_name: str, code: str) -> None:
    """Whatever language is spoken there."""
    assert guess_country(locale_name) == code
    assert Content().crisis_lines.of(code) is not None


def test_each_country_has_a_locale_that_finds_it() -> None:
    """So no numbers are there that only a choice by hand brings up."""
    assert set(LOCALES.values()) == set(TABLE)


@pytest.mark.parametrize("locale_name", ["", "C", "POSIX", "C.UTF-8", "en", "nb_NO", "ar", "xx_YY"])
def test_other_locales_find_no_numbers_of_another_country(locale_name: str) -> None:
    """A wrong number is worse than a place to look."""
    assert Content().crisis_lines.of(guess_country(locale_name)) is None


def test_hours_are_told_wherever_a_line_has_them() -> None:
    """Italy's is closed at night, and a sentence on a card must not hide that."""
    lines = Content().crisis_lines

    assert numbers_in_short(lines, "IT") == (
        "Emergency number 112, crisis lines 02 2327 2327 (Call · About 10:00 to 24:00)"
    )
