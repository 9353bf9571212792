"""Which words differ: no more than need be, and never a word too few."""

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.differences import MOST_WORDS, Span, differences


def cut(text: str, spans: tuple[Span, ...]) -> list[str]:
    """Return what stands in *text* at *spans*."""
    return [text[begin:end] for begin, end in spans]


def without(text: str, spans: tuple[Span, ...]) -> list[str]:
    """Return the words of *text* that are at none of *spans*."""
    for begin, end in reversed(spans):
        text = text[:begin] + " " + text[end:]
    return re.findall(r"\w+|[^\w\s]", text)


@pytest.mark.parametrize(
    ("one", "other", "of_one", "of_other"),
    [
        ("", "", [], []),
        ("The same.", "The  same.\n", [], []),
        ("I was calm.", "I was not calm.", [], ["not"]),
        ("I was very calm.", "I was rather tired.", ["very calm"], ["rather tired"]),
        ("New words", "", ["New words"], []),
        ("a b c d e", "a x c y e", ["b", "d"], ["x", "y"]),
        ("yes yes", "yes", ["yes"], []),
        ("6 of 10", "4 of 10", ["6"], ["4"]),
        ("Grün.", "grün.", ["Grün"], ["grün"]),
    ],
)
def test_the_words_that_differ(
    one: str, other: str, of_one: list[str], of_other: list[str]
) -> None:
    """Neighbors are one span; where words only moved apart nothing differs."""
    found = differences(one, other)

    assert cut(one, found.of_one) == of_one
    assert cut(other, found.of_other) == of_other


@given(st.text("ab. \n", max_size=40), st.text("ab. \n", max_size=40))
def test_what_is_left_on_both_sides_is_the_same(one: str, other: str) -> None:
    """Whatever is marked: the rest of both texts says the same, word by word."""
    found = differences(one, other)

    assert without(one, found.of_one) == without(other, found.of_other)


def test_very_long_texts_take_no_time() -> None:
    """Between the first and the last difference all counts as different."""
    one = "start " + "word and " * 200_000 + "end"
    other = "start " + "and word " * (MOST_WORDS // 2 + 1) + "end"
    began = perf_counter()

    found = differences(one, other)

    assert perf_counter() - began < 5
    assert len(found.of_one) == len(found.of_other) == 1
    assert cut(one, found.of_one)[0].startswith("word")
