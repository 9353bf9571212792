"""Whom to call: crisis lines by country, and when to call whom."""

from typing import ClassVar

from app.domain.records import Part


class Sentence(Part, frozen=True, kw_only=True):
    """One sentence of clinical content. ``source`` is a key of ``sources.yaml``."""

    key: ClassVar[str | None] = "id"

    text: str
    source: str
    id: str = ""


class CrisisLine(Part, frozen=True, kw_only=True):
    """One number, how it is used, and the hours if it is not always open."""

    number: str
    how: str
    hours: str = ""

    @property
    def note(self) -> str:
        """How it is used and when it is open, in one line."""
        return " · ".join(part for part in (self.how, self.hours) if part)


class CountryHelp(Part, frozen=True, kw_only=True):
    """The numbers of one country. Nobody has called them while ``called_by`` is empty."""

    code: str
    name: str
    emergency: str
    lines: tuple[CrisisLine, ...]
    source: str
    checked_against_sources_on: str
    called_by: str | None = None
    called_on: str | None = None


class Elsewhere(Part, frozen=True, kw_only=True):
    """What to say where no country is known."""

    emergency: str
    website: str
    source: str


class CrisisLines(Part, frozen=True, kw_only=True):
    """All numbers that ship with the program."""

    countries: tuple[CountryHelp, ...]
    elsewhere: Elsewhere

    def of(self, code: str) -> CountryHelp | None:
        """Return the numbers of the country *code* (ISO 3166), or nothing."""
        return next((country for country in self.countries if country.code == code), None)


class WhenToCall(Part, frozen=True, kw_only=True):
    """The static lists, the same for everyone."""

    emergency: tuple[Sentence, ...]
    same_day: tuple[Sentence, ...]
    days_after: tuple[Sentence, ...]
