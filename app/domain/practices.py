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


class ScriptStep(Part, frozen=True, kw_only=True):
    """One step of a script, read at one's own pace."""

    text: str
    source: str


class Script(Part, frozen=True, kw_only=True):
    """A calm practice in words: its name, what it is, and its steps in their order."""

    key: ClassVar[str | None] = "id"

    id: str
    title: str
    text: str
    source: str
    steps: tuple[ScriptStep, ...]


class Scripts(Part, frozen=True, kw_only=True):
    """Every script that ships."""

    scripts: tuple[Script, ...]
