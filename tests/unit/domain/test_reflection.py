"""Reflections: what was hoped for, what came up, and whether it still holds."""

from datetime import UTC, datetime

from app.domain.reflection import Holds, LookBack, Reflection

NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)


def test_a_new_reflection_says_nothing() -> None:
    """Nothing is filled in, and nothing is asked for."""
    new = Reflection(id="r1", created=NOW, changed=NOW, at=NOW)

    assert new.is_empty
    assert new.day.isoformat() == "2026-12-01"


def test_each_part_is_said_and_taken_back_by_itself() -> None:
    """Words, and what is said of them a day later."""
    new = Reflection(id="r1", created=NOW, changed=NOW, at=NOW)
    look_back = LookBack(at=NOW, holds=Holds.PARTLY)

    said = new.hoping("Calm").recalling("A river").keeping("Less hurry").looked_back_on(look_back)

    assert (said.intention, said.during, said.after) == ("Calm", "A river", "Less hurry")
    assert said.look_back is not None
    assert not new.hoping("Calm").is_empty
    assert not new.looked_back_on(look_back).is_empty
    assert said.looked_back_on(None).hoping("").recalling("").keeping("").is_empty


def test_words_are_what_the_patient_wrote() -> None:
    """Blank lines are none, and what is said later of a reflection is not its own words."""
    new = Reflection(id="r1", created=NOW, changed=NOW, at=NOW)

    assert not new.recalling(" \n").looked_back_on(LookBack(at=NOW, words="Yes.")).has_words
    assert all(one.has_words for one in (new.hoping("a"), new.recalling("b"), new.keeping("c")))


def test_a_reflection_is_about_an_infusion_or_none() -> None:
    """Which one is said by the patient, and can be taken back."""
    new = Reflection(id="r1", created=NOW, changed=NOW, at=NOW)

    about = new.about("2026-11-30-a7k")

    assert about.infusion == "2026-11-30-a7k"
    assert about.about(None) == new


def test_words_are_cleaned_as_the_file_will_have_them() -> None:
    """Every field, and what was said later; clean words stay as they are."""
    odd = Reflection(id="r1", created=NOW, changed=NOW, at=NOW)
    odd = odd.hoping("a\x00").recalling("b\r\nc").keeping("d\x07")
    said = odd.looked_back_on(LookBack(at=NOW, words="e\u2028f"))

    clean = said.cleaned()

    assert (clean.intention, clean.during, clean.after) == ("a\ufffd", "b\nc", "d\ufffd")
    assert clean.look_back == LookBack(at=NOW, words="e\nf")
    assert clean.cleaned() == clean
    assert odd.cleaned().look_back is None
