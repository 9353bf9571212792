"""How the last infusion was: counted, never judged, and only what the patient said."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.check_in import CheckIn, TimePoint
from app.domain.effects import EffectNote, Severity
from app.domain.infusion import Infusion
from app.domain.last_time import Noticed, last_time
from app.domain.reflection import Reflection

NOW = datetime(2026, 11, 30, 15, tzinfo=UTC)
ID = "2026-11-30-a7k"
INFUSION = Infusion(id=ID, created=NOW, changed=NOW, date=date(2026, 11, 30))


def check_in(*notes: EffectNote, hours: int = 0, **said: object) -> CheckIn:
    """Return a check-in of the infusion, so many hours after it."""
    at = NOW + timedelta(hours=hours)
    empty = CheckIn(id=f"c{hours}", created=at, changed=at, at=at, infusion=ID)
    return replace(empty, effects=notes, **said)


def reflection(hours: int = 0, infusion: str | None = ID, **said: str) -> Reflection:
    """Return a reflection on the infusion, so many hours after it."""
    at = NOW + timedelta(hours=hours)
    empty = Reflection(id=f"r{hours}", created=at, changed=at, at=at, infusion=infusion)
    return replace(empty, **said)


def test_an_infusion_of_which_nothing_was_said_says_nothing() -> None:
    """Neither empty check-ins nor empty reflections are anything to show."""
    nothing = last_time(INFUSION, [check_in()], [reflection(intention=" ")])

    assert not nothing.says_something
    assert (nothing.check_ins, nothing.noticed, nothing.hoped) == (0, (), "")


def test_anything_said_is_something_to_show() -> None:
    """Each of it alone."""
    helped, hurt = replace(INFUSION, helped="Music"), replace(INFUSION, hurt="The needle")

    assert last_time(helped, [], []).says_something
    assert last_time(hurt, [], []).says_something
    assert last_time(INFUSION, [check_in(none_of_these=True)], []).says_something
    assert last_time(INFUSION, [], [reflection(intention="Calm")]).says_something
    assert last_time(INFUSION, [], [reflection(after="Less hurry")]).says_something


def test_each_effect_is_there_once_at_its_strongest() -> None:
    """The strongest first, then the one noticed first; how often, and what helped, each once."""
    mild, moderate, severe = (Severity.MILD, Severity.MODERATE, Severity.SEVERE)
    first = check_in(
        EffectNote(effect="drowsiness"),
        EffectNote(effect="nausea", severity=mild, helped="Ginger tea"),
        EffectNote(effect="Cold hands", severity=mild),
        none_of_these=False,
    )
    second = check_in(
        EffectNote(effect="nausea", severity=moderate, helped=" Ginger tea "),
        EffectNote(effect="dizziness", severity=severe),
        EffectNote(effect="cold hands ", helped="Gloves"),
        hours=2,
    )
    third = check_in(EffectNote(effect="nausea", helped="Lying down"), hours=20)

    found = last_time(INFUSION, [third, second, first], [])

    assert found.check_ins == 3
    assert found.noticed == (
        Noticed("dizziness", severe, 1, ()),
        Noticed("nausea", moderate, 3, ("Ginger tea", "Lying down")),
        Noticed("Cold hands", mild, 2, ("Gloves",)),
        Noticed("drowsiness", None, 1, ()),
    )


def test_none_of_these_is_counted_and_nothing_is_made_of_silence() -> None:
    """A check-in without an effect is not one that says "none"."""
    said = [check_in(none_of_these=True), check_in(hours=2, words="Tired"), check_in(hours=4)]

    found = last_time(INFUSION, said, [])

    assert (found.check_ins, found.none_said, found.noticed) == (2, 1, ())


def test_what_belongs_to_others_is_passed_over() -> None:
    """Another infusion, none, and the hours before this one."""
    note = EffectNote(effect="nausea")
    others = [
        replace(check_in(note), infusion="another"),
        replace(check_in(note), infusion=None),
        check_in(note, time_point=TimePoint.BEFORE),
    ]
    written = [reflection(infusion=None, after="No"), reflection(infusion="another", after="No")]

    assert not last_time(INFUSION, others, written).says_something


def test_of_several_reflections_the_newest_words_count() -> None:
    """Each of the two by itself; an empty one takes nothing away."""
    first = reflection(1, intention="Calm", after="A river")
    second = reflection(30, after="Less hurry")
    third = reflection(50, during="Only this")

    found = last_time(INFUSION, [], [third, second, first])

    assert (found.hoped, found.stays) == ("Calm", "Less hurry")


NOTES = st.builds(
    EffectNote,
    effect=st.sampled_from(["nausea", "Nausea", "dizziness", "itch"]),
    severity=st.none() | st.sampled_from(Severity),
    helped=st.sampled_from(["", " ", "Tea", "Rest"]),
)


@given(st.lists(st.lists(NOTES, max_size=4), max_size=5))
def test_nothing_is_invented_and_nothing_is_lost(notes: list[list[EffectNote]]) -> None:
    """Whatever was noted: every effect once, no strength that nobody said, all that helped."""
    said = [check_in(*some, hours=hour) for hour, some in enumerate(notes)]
    every = [note for some in notes for note in some]

    found = last_time(INFUSION, said, []).noticed

    names = [one.effect.casefold() for one in found]
    assert len(names) == len(set(names))
    assert sum(one.times for one in found) == len(every)
    for one in found:
        same = [note for note in every if note.effect.casefold() == one.effect.casefold()]
        assert one.severity in {note.severity for note in same}
        assert set(one.helped) == {note.helped.strip() for note in same} - {""}
