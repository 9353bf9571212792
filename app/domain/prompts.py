"""Questions beside the fields of a reflection: quiet, and never to be answered."""

from app.domain.help import Sentence
from app.domain.records import Part


class Prompts(Part, frozen=True, kw_only=True):
    """The questions for each field, in the order in which they are offered; none is empty."""

    intention: tuple[Sentence, ...]
    during: tuple[Sentence, ...]
    after: tuple[Sentence, ...]
