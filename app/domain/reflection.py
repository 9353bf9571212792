"""A reflection: what was hoped for, what came up, and whether it still holds."""

from datetime import date
from enum import Enum

from msgspec.structs import replace

from app.domain.records import Moment, Part, Record
from app.domain.text import clean


class Holds(Enum):
    """The answer to "Does this still hold?"."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class LookBack(Part, frozen=True, kw_only=True):
    """What the patient says of a reflection later: whether it still holds, when, and words."""

    at: Moment
    holds: Holds | None = None
    words: str = ""


class Reflection(Record, frozen=True, kw_only=True):
    """The patient's own words around an infusion, or at any time. Nothing in it is asked for.

    ``intention`` is what they hoped for, ``during`` what came up, ``after`` what stays with
    them. ``look_back`` is what they said of it a day or more later.
    """

    at: Moment
    infusion: str | None = None
    intention: str = ""
    during: str = ""
    after: str = ""
    look_back: LookBack | None = None

    @property
    def day(self) -> date:
        """The day whose file holds it."""
        return self.at.date()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said yet."""
        return not (self.intention or self.during or self.after or self.look_back)

    @property
    def has_words(self) -> bool:
        """Whether the patient wrote anything, other than what they said of it later."""
        return any(text.strip() for text in (self.intention, self.during, self.after))

    def about(self, infusion: str | None) -> "Reflection":
        """Return the reflection as one about the infusion with this id, or about none."""
        return replace(self, infusion=infusion)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that was written in it, and of it later."""
        later = "" if self.look_back is None else self.look_back.words
        return tuple(text for text in (self.during, self.after, self.intention, later) if text)

    def hoping(self, intention: str) -> "Reflection":
        """Return the reflection with the words *intention*."""
        return replace(self, intention=intention)

    def recalling(self, during: str) -> "Reflection":
        """Return the reflection with *during* as what came up."""
        return replace(self, during=during)

    def keeping(self, after: str) -> "Reflection":
        """Return the reflection with *after* as what stays."""
        return replace(self, after=after)

    def looked_back_on(self, look_back: LookBack | None) -> "Reflection":
        """Return the reflection with what is said of it now, or with that taken back."""
        return replace(self, look_back=look_back)

    def cleaned(self) -> "Reflection":
        """Return the reflection with its words as a file can hold them."""
        said = self.look_back
        return replace(
            self,
            intention=clean(self.intention),
            during=clean(self.during),
            after=clean(self.after),
            look_back=None if said is None else replace(said, words=clean(said.words)),
        )
