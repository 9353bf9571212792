"""The wording of calm practices, as values."""

import pytest

from app.domain.help import Sentence
from app.domain.practices import BreathingWords, PatternWords

BOX = PatternWords(id="box", title="Box", text="In, hold, out, hold.", source="x")
WORDS = BreathingWords(
    patterns=(BOX,), sentences=(Sentence(id="caution", text="Stop.", source="x"),)
)


def test_words_are_found_by_their_id() -> None:
    """A pattern of the patient's own has none; a sentence that is missing is a mistake of ours."""
    assert WORDS.of("box") is BOX
    assert WORDS.of("own23456") is None
    assert WORDS.sentence("caution") == "Stop."
    with pytest.raises(KeyError):
        WORDS.sentence("other")
