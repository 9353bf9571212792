"""Whom to call, put together from what ships and what the patient told."""

from datetime import date

from app.domain.preferences import ClinicPhones, Person, Profile
from app.services.content import Content
from app.services.numbers_to_call import crisis_numbers, looked_up

CONTENT = Content()
CANNOT_STAY_SAFE = "You might act on thoughts of ending your life, or cannot stay safe"


def test_a_crisis_line_comes_first_then_the_emergency_number() -> None:
    """Then the clinic and the patient's own people, each with whose it is."""
    profile = Profile(
        clinic=ClinicPhones(name="Riverside Clinic", day="555-0142", out_of_hours="555-0199"),
        people=(Person(name="Sam", phone="555-0136"), Person(phone="555-0137"), Person()),
    )

    numbers = crisis_numbers(CONTENT, profile, "US")

    assert [(one.id, one.number, one.name, one.how) for one in numbers] == [
        ("crisis:0", "988", "Crisis line", "Call or text"),
        ("crisis:1", "741741", "Crisis line", "Text HOME"),
        ("emergency", "911", "Emergency number", CANNOT_STAY_SAFE),
        ("clinic:day", "555-0142", "Riverside Clinic, daytime", ""),
        ("clinic:out_of_hours", "555-0199", "Riverside Clinic, out of hours", ""),
        ("person:0", "555-0136", "Sam", "People I can call"),
        ("person:1", "555-0137", "Someone", "People I can call"),
    ]


def test_hours_are_told_with_the_number() -> None:
    """Nobody calls a line that is asleep."""
    (first, *_others) = crisis_numbers(CONTENT, Profile(), "IT")

    assert "About 10:00 to 24:00" in first.how


def test_where_the_country_is_not_known_there_is_a_place_to_look() -> None:
    """And the words for the emergency number, without a number that may be wrong."""
    numbers = crisis_numbers(CONTENT, Profile(clinic=ClinicPhones(day=" 555-0142 ")), "")

    assert [(one.number, one.name) for one in numbers] == [
        ("findahelpline.com", "Crisis lines by country"),
        ("", "Your local emergency number"),
        ("555-0142", "Your clinic, daytime"),
    ]
    assert looked_up(CONTENT, "") is None


def test_the_month_in_which_they_were_looked_up_is_known() -> None:
    """It is told at the foot."""
    assert looked_up(CONTENT, "GB") == date(2026, 11, 1)
