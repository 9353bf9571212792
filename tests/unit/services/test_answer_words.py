"""Answers in the middle of a line: written as they are there, never lower-cased by the program."""

import pytest

from app.domain.check_in import Told
from app.domain.effects import Severity
from app.services.answer_words import quoted, severity_words, told_words


def test_i_keeps_its_capital() -> None:
    """A line says it as anybody would write it."""
    assert told_words(Told.DONT_KNOW) == "I don't know"


def test_strengths_are_in_order() -> None:
    """The most of several is the one with the most dots."""
    assert [one.strength for one in Severity] == [1, 2, 3]
    assert [severity_words(one) for one in Severity] == ["mild", "moderate", "severe"]


@pytest.mark.parametrize(
    ("words", "said"),
    [("a\n b", "“a b”"), ("one two three", "“one two three”"), ("one two threes", "“one two …”")],
)
def test_a_quotation_ends_between_words(words: str, said: str) -> None:
    """On one line, and with a sign that there is more."""
    assert quoted(words, 13) == said
