"""Blood pressure and other readings: optional, said when odd, kept as written, never judged."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.check_in import CheckIn, Told, Vitals
from app.domain.preferences import ClinicPhones, Profile
from app.ui.widgets.fields import Field
from app.ui.widgets.fold import FoldButton
from tests.support import lint
from tests.support.seat import Seat

TURNED = "The first number is usually the larger one. Both are kept as you wrote them."
UNUSUAL = "Few devices show such a number. It is kept as you wrote it."
NO_NUMBER = "Only a whole number is kept here. What you wrote stays."


def only(seat: Seat) -> CheckIn:
    """Return the one check-in of today."""
    (check_in,) = seat.desktop.program.journal.day(seat.clock.now().date()).check_ins
    return check_in


def fill(seat: Seat, **readings: str) -> None:
    """Type *readings*, each into its field, and go on to the next control."""
    for name, text in readings.items():
        seat.write(f"reading:{name}", text)
        seat.press(Qt.Key.Key_Tab)


def error(seat: Seat, name: str) -> str:
    """Return what is said to be wrong with a reading."""
    field: QWidget | None = seat.find(f"reading:{name}")
    while not isinstance(field, Field):
        assert field is not None
        field = field.parentWidget()
    return field.error


def words(seat: Seat) -> str:
    """Return what stands in the field for words."""
    field = seat.find("check_in:words")
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def summary(seat: Seat) -> str:
    """Return what the folded card says of what is inside."""
    button = seat.find("check_in:readings")
    assert isinstance(button, FoldButton)
    return button.accessibleDescription()


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Return a seat before a new check-in with the readings unfolded."""
    seat.go("check_in", "new")
    seat.click("check_in:readings")
    return seat


def test_readings_are_folded_away_at_first(seat: Seat) -> None:
    """Few people have a device at hand; nobody has to."""
    seat.go("check_in", "new")

    assert not seat.shows("reading:systolic")
    seat.click("check_in:readings")
    assert seat.shows("reading:systolic")
    assert seat.shows("told:dont_know")


def test_what_was_told_is_kept_and_can_be_taken_back(page: Seat) -> None:
    """Yes, no, and not knowing are three answers; none of them is a fourth."""
    page.click("told:dont_know")
    assert only(page).told_high_pressure is Told.DONT_KNOW
    page.click("told:yes")
    assert only(page).told_high_pressure is Told.YES

    page.click("told:yes")

    assert only(page).told_high_pressure is None


def test_readings_are_kept_as_they_are_typed(page: Seat) -> None:
    """Each for itself; what is left empty is not there."""
    fill(page, systolic="128", diastolic="84", oxygen="97")

    page.click("check_in:done")

    assert only(page).vitals == Vitals(systolic=128, diastolic=84, oxygen=97)
    assert "pulse" not in page.files()
    assert (
        "blood pressure 128 over 84 · oxygen 97"
        in page.find(f"entry:{only(page).id}").accessibleName()
    )


def test_a_reading_can_be_taken_back(page: Seat) -> None:
    """An emptied field is not answered."""
    fill(page, pulse="72")
    page.click("rating:mood:5")

    page.find("reading:pulse").setFocus()
    page.write("reading:pulse", "")
    page.press(Qt.Key.Key_Backspace)
    page.click("rating:mood:6")

    assert only(page).vitals.is_empty


def test_numbers_turned_round_get_a_kind_sentence(page: Seat) -> None:
    """80 over 120 is kept; the sentence goes when it is put right."""
    fill(page, systolic="80", diastolic="120")
    assert TURNED in page.page_words
    page.click("rating:mood:5")
    assert only(page).vitals == Vitals(systolic=80, diastolic=120)

    fill(page, systolic="120", diastolic="80")

    assert TURNED not in page.page_words


@pytest.mark.parametrize(("name", "text"), [("pulse", "5"), ("oxygen", "200")])
def test_an_unusual_reading_is_kept_and_asked_back(page: Seat, name: str, text: str) -> None:
    """Said beside the field, and in nobody's way; not while it is being typed."""
    page.write(f"reading:{name}", text)
    assert UNUSUAL not in page.page_words
    page.press(Qt.Key.Key_Tab)

    assert UNUSUAL in page.page_words
    page.click("rating:mood:5")
    assert getattr(only(page).vitals, name) == int(text)


def test_what_is_no_number_stays_in_its_field(page: Seat) -> None:
    """With a sentence; other answers do not take it away, and a number takes the sentence."""
    fill(page, systolic="about 120")
    assert error(page, "systolic") == NO_NUMBER

    page.click("rating:mood:5")
    assert page.line("reading:systolic") == "about 120"
    assert only(page).vitals.is_empty
    fill(page, systolic="120")

    assert error(page, "systolic") == ""
    page.click("rating:mood:6")
    assert only(page).vitals.systolic == 120


@pytest.mark.parametrize("way", ["done", "help", "close"])
def test_what_is_no_number_is_kept_among_the_words(page: Seat, way: str) -> None:
    """Leaving the page throws nothing away."""
    page.find("check_in:words").setFocus()
    page.type("A long day.")
    page.write("reading:systolic", "about 120")

    if way == "done":
        page.click("check_in:done")
    elif way == "help":
        page.press(Qt.Key.Key_F1)
        page.press(Qt.Key.Key_Escape)
        assert page.line("reading:systolic") == "about 120"
        page.press(Qt.Key.Key_F1)
        page.reopen()
    else:
        page.reopen()

    assert only(page).words == "A long day.\nBlood pressure, first number: about 120"
    assert only(page).vitals.is_empty


def test_the_next_check_in_starts_with_empty_fields(page: Seat) -> None:
    """Neither numbers nor words of the one before."""
    fill(page, systolic="128", pulse="slow")

    page.go("check_in", "new")
    assert not page.shows("reading:systolic")
    page.click("check_in:readings")

    assert (page.line("reading:systolic"), page.line("reading:pulse")) == ("", "")
    assert words(page) == ""


def test_a_check_in_with_readings_shows_them(page: Seat) -> None:
    """Unfolded when it is opened again; folded away they are in its line."""
    fill(page, systolic="80", diastolic="120", pulse="72")
    page.click("told:no")
    kept = only(page)

    page.go("today")
    page.go("check_in", f"open:{kept.day}:{kept.id}")

    assert page.line("reading:pulse") == "72"
    assert TURNED in page.page_words
    assert summary(page) == ""
    page.click("check_in:readings")
    said = "Told of high blood pressure: no · blood pressure 80 over 120 · pulse 72"
    assert summary(page) == said


def test_one_number_of_two_is_shown_with_a_gap(page: Seat) -> None:
    """A summary never makes up the other."""
    fill(page, diastolic="84")
    page.click("check_in:readings")

    assert summary(page) == "blood pressure … over 84"


@pytest.mark.parametrize(
    ("clinic", "number"),
    [
        (ClinicPhones(day="555-0142", out_of_hours="555-0199"), "555-0142"),
        (ClinicPhones(out_of_hours="555-0199"), "555-0199"),
        (ClinicPhones(), ""),
    ],
)
def test_beside_readings_stands_who_can_be_called(
    seat: Seat, clinic: ClinicPhones, number: str
) -> None:
    """The program judges no number; somebody else can."""
    seat.desktop.program.preferences.keep_profile(Profile(clinic=clinic))
    seat.go("check_in", "new")
    seat.click("check_in:readings")

    assert "This app does not judge numbers." in seat.page_words
    said = f"Your clinic's number to call is {number}."
    assert (said in seat.page_words) is bool(number)


def test_every_field_has_a_name_and_room(page: Seat) -> None:
    """With every sentence that can stand there."""
    fill(page, systolic="80", diastolic="120", pulse="5", oxygen="much")

    assert lint.unnamed(page.desktop.window) == []
    assert lint.clipped(page.desktop.window) == []
