"""Check-ins and days of the journal."""

from datetime import UTC, date, datetime, timedelta

from app.domain.calm_session import CalmSession, SessionEnd
from app.domain.check_in import Bothering, CheckIn, Rating, TimePoint, Told, Vitals, latest
from app.domain.effects import Bother, EffectNote, Severity
from app.domain.journal import Day

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


def test_notes_that_come_back_leave_what_was_said_since() -> None:
    """Only what is missing is added; then "None of these" is not so any more."""
    nausea, old = EffectNote(effect="nausea", helped="Air"), EffectNote(effect="anxiety")
    said = check_in().noticed("anxiety").noted(EffectNote(effect="anxiety", helped="A hand"))

    back = said.with_notes([nausea, old])

    assert back.effects == (*said.effects, nausea)
    assert back.with_notes([nausea]) is back
    assert not check_in().none_noticed(said=True).with_notes([nausea]).none_of_these


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


def test_each_answer_says_something_but_when_to_ask_again_does_not() -> None:
    """A check-in with nothing but "Skip" or "Ask me tomorrow" is kept, and says nothing else."""
    new = check_in()
    answers = (
        new.bothered(Bothering.CANNOT_SAY),
        new.told(Told.DONT_KNOW),
        new.measured(Vitals(pulse=70)),
        new.saying("Tired."),
        new.rated(Rating.MOOD, 0),
        new.none_noticed(said=True),
    )
    later = (new.put_off(date(2026, 12, 1)), new.skipping(said=True))

    assert all(one.says_something and not one.is_empty for one in answers)
    assert not any(one.says_something or one.is_empty for one in later)
    assert new.bothered(None).told(None).measured(Vitals()).put_off(None).is_empty


def test_skipping_and_putting_off_exclude_each_other() -> None:
    """The last word counts."""
    off = check_in().put_off(date(2026, 12, 1))

    assert off.skipping(said=True).ask_again_on is None
    assert not off.skipping(said=True).put_off(date(2026, 12, 1)).skipped
    assert check_in().skipping(said=True).skipping(said=False).is_empty


def test_a_check_in_can_belong_elsewhere() -> None:
    """To another moment, time point and infusion."""
    moved = check_in().belonging(NOW - timedelta(days=2), TimePoint.DAY_3, "2026-11-25-abc")

    assert (moved.day, moved.time_point) == (date(2026, 11, 28), TimePoint.DAY_3)
    assert moved.infusion == "2026-11-25-abc"


def test_what_says_something_is_not_skipped() -> None:
    """What is said counts; a check-in that says nothing stays skipped."""
    skipped = check_in().skipping(said=True)

    assert skipped.unskipped() == skipped
    assert skipped.saying("Tired.").unskipped() == check_in().saying("Tired.")
    assert check_in().unskipped() == check_in()


def test_words_are_cleaned_as_a_file_can_hold_them() -> None:
    """All that the patient typed; cleaning twice changes nothing."""
    note = EffectNote(effect="nausea", severity=Severity.MILD, helped="Cold\x00 air")
    typed = check_in().with_notes([note]).saying("Tired\x07\r\nnow")

    cleaned = typed.cleaned()

    assert cleaned.words == "Tired\ufffd\nnow"
    assert cleaned.effects == (
        EffectNote(effect="nausea", severity=Severity.MILD, helped="Cold\ufffd air"),
    )
    assert cleaned.cleaned() == cleaned
