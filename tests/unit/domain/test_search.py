import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.search import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Über", "uber"),
        ("uber", "uber"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("naïve  café\n\tcrème", "naive cafe creme"),
        ("ﬁne", "fine"),
        ("Ａｂｃ", "abc"),
        ("İstanbul", "istanbul"),
        ("Ёлка", "елка"),
        ("ΜΆΪΟΣ", "μαιοσ"),
        ("Nguyễn", "nguyen"),
        ("🙂 No", "🙂 no"),
        ("  ", ""),
    ],
)
def test_case_accents_and_gaps_make_no_difference(text: str, plain: str) -> None:
    """Whoever types without looking up an accent finds the word."""
    assert folded(text) == plain


def test_every_character_folds_to_itself_once_folded() -> None:
    """All of Unicode: what is in memory and what is typed meet in one form."""
    odd = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if folded(folded(chr(code))) != folded(chr(code))
    ]

    assert odd == []


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_text_is_found_in_every_case(before: str, words: str) -> None:
    """Upper, lower and folded all lead there."""
    whole = folded(f"{before} {words}")

    assert folded(words) in whole
    assert folded(words.lower()) == folded(words.lower().lower())
    assert folded(whole) == whole
