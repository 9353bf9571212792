from pathlib import Path

from app import i18n
from tests.support import pseudo


def test_a_text_gets_longer_and_keeps_its_placeholders() -> None:
    """What format() looks for is untouched; everything else looks foreign."""
    made = pseudo.pseudo("Hello {name}, see you at the clinic")

    assert made.startswith("[Hélló {name}, ")
    assert len(made) >= 1.3 * len("Hello {name}, see you at the clinic")
    assert pseudo.is_pseudo(made.format(name="Ada"))


def test_a_single_word_does_not_learn_to_wrap() -> None:
    """A word on a button stays one word."""
    assert pseudo.pseudo("Save") == "[Sávé~]"


def test_both_languages_speak_every_text_of_the_program(tmp_path: Path) -> None:
    """One reads from left to right, the other from right to left."""
    folder = pseudo.write_catalogs(tmp_path)

    assert i18n.install(pseudo.PSEUDO, folder) == "xx"
    assert i18n._("At the clinic") == pseudo.pseudo("At the clinic")
    assert not i18n.is_right_to_left()
    assert i18n.install(pseudo.PSEUDO_RIGHT_TO_LEFT, folder) == "xr"
    assert i18n.is_right_to_left()
