"""Cleaning of text."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import clean


def test_line_ends_of_every_system_become_newlines() -> None:
    """Windows, old Mac and Unicode line ends are one thing."""
    text = "one\r\ntwo\rthree\u2028four\u2029five\x85six"

    assert clean(text) == "one\ntwo\nthree\nfour\nfive\nsix"


def test_what_a_file_cannot_hold_is_made_visible() -> None:
    """Nothing vanishes unseen: a mark stands where it was."""
    assert clean("a\x00b\x1bc\ufeffd\ud800e\uffff") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"


def test_emoji_tabs_and_accents_stay() -> None:
    """What people write is left alone."""
    text = "Grüße\t👩‍🚀 שלום\nمرحبا"

    assert clean(text) == text


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    """Cleaning twice is cleaning once, and the result can be encoded."""
    once = clean(text)

    assert clean(once) == once
    assert once.encode().decode() == once
