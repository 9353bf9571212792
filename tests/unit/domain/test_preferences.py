"""Profile, settings, names of records and crisis lines."""

from datetime import date

from app.domain.help import CountryHelp, CrisisLine, CrisisLines, Elsewhere
from app.domain.ids import ALPHABET, infusion_id, record_id
from app.domain.preferences import ClinicPhones, Profile


def test_a_profile_takes_new_clinic_phones() -> None:
    """A change is a new value."""
    profile = Profile(name="Anna")

    changed = profile.with_clinic(ClinicPhones(day="555-0142"))

    assert (changed.name, changed.clinic.day, profile.clinic.day) == ("Anna", "555-0142", "")


def test_an_infusion_is_named_after_its_first_day() -> None:
    """So that a folder can be read by its file names."""

    def token(length: int) -> str:
        return ALPHABET[:length]

    assert infusion_id(date(2026, 11, 30), token) == "2026-11-30-abc"
    assert record_id(token) == "abcdefgh"


def test_crisis_lines_are_found_by_country() -> None:
    """And nothing is made up for a country that is not listed."""
    us = CountryHelp(
        code="US",
        name="United States",
        emergency="911",
        lines=(CrisisLine(number="988", how="Call or text"),),
        source="crisis_lines",
        checked_against_sources_on="2026-11",
    )
    lines = CrisisLines(
        countries=(us,), elsewhere=Elsewhere(emergency="e", website="w", source="crisis_lines")
    )

    assert lines.of("US") is us
    assert lines.of("") is None
