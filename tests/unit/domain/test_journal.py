"""Check-ins and days of the journal."""

from datetime import UTC, datetime, timedelta

from app.domain.effects import Bother, EffectNote, Severity
from app.domain.journal import (
    CalmSession,
    CheckIn,
    Day,
    Rating,
    SessionEnd,
    latest,
)

NOW = datetime(2026, 11, 30, 15, tzinfo=UTC)


def check_in(record_id: str = "c1", at: datetime = NOW) -> CheckIn:
    """Return a check-in in which nothing was said."""
    return CheckIn(id=record_id, created=at, changed=at, at=at)


def session() -> CalmSession:
    """Return a finished session that began an hour before the check-in."""
    started = NOW - timedelta(hours=1)
    return CalmSession(
        id="s1",
        created=started,
        changed=started,
        started=started,
        ended=NOW,
        planned_minutes=10,
        minutes=10,
        pattern="coherent",
        end=SessionEnd.FINISHED,
    )


def test_a_new_check_in_says_nothing() -> None:
    """No answer is ever filled in."""
    new = check_in()

    assert new.is_empty
    assert not new.any_severe
    assert new.day.isoformat() == "2026-11-30"
    assert new.changed_at(NOW + timedelta(hours=1)).created == NOW


def test_what_was_tapped_is_noticed_and_nothing_more() -> None:
    """The strength stays unsaid, and a second tap of the same changes nothing."""
    tapped = check_in().noticed("nausea")

    assert tapped.effect("nausea") == EffectNote(effect="nausea")
    assert tapped.noticed("nausea") is tapped
    assert tapped.not_noticed("nausea").is_empty


def test_none_of_these_clears_the_effects_and_an_effect_takes_it_back() -> None:
    """They exclude each other."""
    none = check_in().noticed("nausea").none_noticed(said=True)

    assert (none.none_of_these, none.effects) == (True, ())
    assert not none.noticed("nausea").none_of_these
    assert none.none_noticed(said=False).is_empty


def test_an_effect_can_be_called_severe() -> None:
    """The note replaces what was said before of the same effect only."""
    both = check_in().noticed("nausea").noticed("dissociation")

    noted = both.noted(
        EffectNote(effect="dissociation", severity=Severity.SEVERE, bothered=Bother.NO)
    )

    assert noted.any_severe
    assert noted.effect("nausea") == EffectNote(effect="nausea")


def test_ratings_start_unanswered_and_can_be_taken_back() -> None:
    """Zero is an answer; nothing is not."""
    rated = check_in().rated(Rating.MOOD, 0)

    assert (rated.ratings.score(Rating.MOOD), rated.ratings.answered) == (0, 1)
    assert not rated.is_empty
    assert rated.rated(Rating.MOOD, None).is_empty


def test_a_day_lists_its_entries_in_the_order_of_time() -> None:
    """Check-ins and sessions together."""
    said = check_in().saying("The room felt bigger.")

    day = Day(check_ins=(said,), calm_sessions=(session(),))

    assert day.entries() == (session(), said)
    assert session().day == said.day
    assert Day().is_empty
    assert not day.is_empty


def test_the_latest_check_in_is_found() -> None:
    """Or nothing, where there is none."""
    later = check_in("c2", NOW + timedelta(hours=2))

    assert latest([later, check_in()]) == later
    assert latest([]) is None
