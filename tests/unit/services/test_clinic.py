"""The clinic of the patient: its pack in use, opened, removed, and told of when it changes."""

from pathlib import Path

import pytest

from app.domain.preferences import ClinicPhones, Profile
from app.domain.rules import RuleId
from app.services.changes import Kind
from app.storage.errors import ErrorCode, StorageError
from tests.support import packs
from tests.support.day import Day
from tests.unit.storage.test_pictures import png


def test_without_a_pack_everything_is_general(day: Day) -> None:
    """And nothing of it is loaded at the start."""
    program = day.program

    assert "clinic" not in program.__dict__
    assert program.content.rules == program.content.general_rules
    assert program.clinic.pack is None
    assert program.clinic.news() == ()


def test_an_opened_pack_is_in_use_at_once_and_after_a_new_start(day: Day, outside: Path) -> None:
    """It lies with the patient's files, as the clinic wrote it."""
    path = packs.write(outside, logo="clinic-logo.png", rules=[{"id": "food", "hours": 3}])
    (outside / "clinic-logo.png").write_bytes(png(8, 8))

    day.program.clinic.open(path)
    day.settle()

    for program in (day.program, day.reopen()):
        assert program.content.rules.of(RuleId.FOOD).hours == 3
        assert program.content.rules.of(RuleId.FOOD).clinic == "Riverside Clinic"
        assert program.clinic.logo() == png(8, 8)
    assert (day.data / "clinic.yaml").read_bytes() == path.read_bytes()


def test_everybody_hears_of_it(day: Day, outside: Path) -> None:
    """Whatever is on the screen is looked at anew."""
    heard: list[Kind] = []
    day.program.changes.listen(self_ := object(), heard.append)

    day.program.clinic.open(packs.write(outside))

    assert {Kind.CLINIC, Kind.CHECKLIST, Kind.PROFILE, Kind.INFUSIONS} <= set(heard)
    day.program.changes.forget(self_)


def test_opening_another_pack_can_be_undone(day: Day, outside: Path) -> None:
    """The one before comes back, and without one none is left."""
    first = day.program.clinic.open(packs.write(outside, version=1))
    second = day.program.clinic.open(packs.write(outside, version=2))

    second.undo()
    assert day.program.clinic.pack is not None
    assert day.program.clinic.pack.version == 1
    first.undo()
    assert day.program.clinic.pack is None
    day.settle()

    assert not (day.data / "clinic.yaml").exists()


def test_a_bad_pack_is_refused_and_changes_nothing(day: Day, outside: Path) -> None:
    """The one in use stays."""
    day.program.clinic.open(packs.write(outside, version=1))
    bad = packs.write(outside, rules=[{"id": "food"}])

    with pytest.raises(StorageError) as caught:
        day.program.clinic.open(bad)

    assert caught.value.line is not None
    assert day.program.clinic.pack is not None
    assert day.program.clinic.pack.version == 1


def test_a_pack_whose_logo_is_missing_is_refused(day: Day, outside: Path) -> None:
    """Whoever opens it can still ask for it."""
    with pytest.raises(StorageError) as caught:
        day.program.clinic.open(packs.write(outside, logo="clinic-logo.svg"))

    assert caught.value.code is ErrorCode.MISSING


def test_a_logo_that_is_gone_is_not_shown(day: Day, system: Path) -> None:
    """Everything else of the pack is in use."""
    packs.write(system, logo="clinic-logo.png")

    program = day.reopen()

    assert program.clinic.pack is not None
    assert program.clinic.logo() is None


def test_removing_and_undo(day: Day, outside: Path) -> None:
    """Byte for byte it is back."""
    path = packs.write(outside)
    day.program.clinic.open(path)
    day.settle()

    step = day.program.clinic.remove()
    day.settle()
    assert day.program.clinic.pack is None
    assert not (day.data / "clinic.yaml").exists()
    step.undo()
    day.settle()

    assert (day.data / "clinic.yaml").read_bytes() == path.read_bytes()
    assert day.program.clinic.pack is not None


def test_an_installed_pack_is_left_aside_and_taken_up_again(day: Day, system: Path) -> None:
    """Its file is not the patient's to delete."""
    packs.write(system)
    program = day.reopen()
    assert program.clinic.pack is not None

    program.clinic.remove()
    assert program.clinic.pack is None
    assert len(program.clinic.left_aside) == 1
    day.settle()
    program = day.reopen()
    assert program.clinic.pack is None
    step = program.clinic.use_again()

    assert program.clinic.pack is not None
    assert (system / "clinic.yaml").is_file()
    step.undo()
    assert program.clinic.pack is None


def test_a_broken_installed_pack_stops_nothing(day: Day, system: Path) -> None:
    """It is told of, and general information is shown."""
    packs.write(system, phones={"day": ["1"]})

    program = day.reopen()

    (refused,) = program.clinic.refused
    assert refused.error is not None
    assert program.clinic.pack is None
    assert program.content.rules == program.content.general_rules


def test_an_expired_pack_stays_in_use(day: Day, outside: Path) -> None:
    """Old rules of the clinic are better than none of it."""
    day.program.clinic.open(packs.write(outside, date="2020-01-01", expires="2021-01-01"))

    assert day.program.clinic.is_expired
    assert day.program.clinic.pack is not None


def test_phones_of_the_pack_are_shown_before_those_that_were_typed(day: Day, outside: Path) -> None:
    """Both can be called where they differ."""
    preferences = day.program.preferences
    preferences.keep_profile(Profile(clinic=ClinicPhones(day="555-0001", out_of_hours="555-0002")))

    day.program.clinic.open(packs.write(outside, phones={"day": "555-0142"}))

    assert preferences.clinic == ClinicPhones(
        name="Riverside Clinic", day="555-0142", out_of_hours="555-0002"
    )


def test_a_changed_pack_is_news_until_it_was_seen(day: Day, outside: Path) -> None:
    """Once, and in sentences."""
    day.program.preferences.first_run_done(day.clock.now())
    day.program.clinic.open(packs.write(outside, rules=[{"id": "food", "hours": 3}]))
    assert any("3 hours before you arrive" in one for one in day.program.clinic.news())
    step = day.program.clinic.saw_news()
    assert day.program.clinic.news() == ()
    step.undo()
    assert any("3 hours before you arrive" in one for one in day.program.clinic.news())
    day.program.clinic.saw_news()
    day.program.clinic.open(packs.write(outside, rules=[{"id": "food", "hours": 4}]))

    news = day.program.clinic.news()

    assert len(news) == 1
    assert "4 hours before you arrive. From Riverside Clinic." in news[0]
    day.program.clinic.saw_news()
    day.settle()
    assert day.reopen().clinic.news() == ()


def test_on_the_first_day_nothing_is_news(day: Day, system: Path) -> None:
    """The installer brought it along with the program."""
    packs.write(system, rules=[{"id": "food", "hours": 3}])
    program = day.reopen()

    program.preferences.first_run_done(day.clock.now())
    assert program.clinic.news() == ()
    day.settle()

    assert day.reopen().clinic.news() == ()


def test_a_pack_that_is_gone_is_news(day: Day, system: Path) -> None:
    """General information is shown again, and somebody should know."""
    path = packs.write(system, rules=[{"id": "food", "hours": 3}])
    day.reopen().preferences.first_run_done(day.clock.now())
    day.program.clinic.saw_news()
    day.settle()
    path.unlink()

    news = day.reopen().clinic.news()

    assert news[0].startswith("Nothing is set by Riverside Clinic any more.")
    assert any("6 hours" in one for one in news)


def test_a_restored_backup_brings_its_pack_along(day: Day, outside: Path) -> None:
    """And takes away one that it does not hold."""
    day.program.preferences.keep_profile(Profile(name="Anna"))
    day.settle()
    without = day.program.copies.back_up().copied.path
    day.program.clinic.open(packs.write(outside))
    day.settle()
    day.clock.advance(minutes=5)
    with_it = day.program.copies.back_up().copied.path

    day.program.copies.restore(without)
    assert day.program.clinic.pack is None
    day.reopen().copies.restore(with_it)

    assert day.program.clinic.pack is not None


def test_what_the_patient_removes_is_no_news(day: Day, outside: Path) -> None:
    """They know."""
    day.program.preferences.first_run_done(day.clock.now())
    day.program.clinic.open(packs.write(outside))
    day.program.clinic.saw_news()

    step = day.program.clinic.remove()

    assert day.program.clinic.news() == ()
    step.undo()
    assert day.program.clinic.news() == ()


def test_a_long_name_is_not_said_whole(day: Day, outside: Path) -> None:
    """What was done is to leave room for the page, in small windows too."""
    step = day.program.clinic.open(packs.write(outside, name="The Clinic of Riverside " * 5))

    named = "The Clinic of Riverside The Clinic of R…"
    assert step.text == f"Now using the settings from {named}."
    assert day.program.clinic.remove().text == f"No longer using the settings from {named}."
