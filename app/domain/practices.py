"""The wording of calm practices, as it ships: breathing patterns and scripts to read."""

from typing import ClassVar

from app.domain.help import Sentence
from app.domain.records import Part


class PatternWords(Part, frozen=True, kw_only=True):
    """The name of a breathing pattern, and what it is in a line or two."""

    key: ClassVar[str | None] = "id"

    id: str
    title: str
    text: str
    source: str


class BreathingWords(Part, frozen=True, kw_only=True):
    """The patterns in the order of the screen, and the sentences around them."""

    patterns: tuple[PatternWords, ...]
    sentences: tuple[Sentence, ...]

    def of(self, pattern_id: str) -> PatternWords | None:
        """Return the words for a pattern that ships, or nothing for one of the patient's own."""
        return next((one for one in self.patterns if one.id == pattern_id), None)

    def sentence(self, sentence_id: str) -> str:
        """Return the sentence of that id; KeyError if there is none."""
        return {one.id: one.text for one in self.sentences}[sentence_id]
