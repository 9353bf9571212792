"""What a patient wants to tell and ask before treatment: medicines, conditions, questions."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import ClassVar, Final, TypeAlias

from msgspec.structs import replace

from app.domain.help import Sentence
from app.domain.records import Part, Record
from app.domain.search import folded


class Medicine(Record, frozen=True, kw_only=True):
    """A medicine in the patient's own words, taken now or tried before.

    When it began and ended is free text: "since spring" is an answer. One that does not say
    whether it is taken is asked about like those that are.
    """

    name: str
    is_current: bool = True
    since: str = ""
    until: str = ""
    why_stopped: str = ""

    @property
    def label(self) -> str:
        """What it is called, on one line."""
        return _on_one_line(self.name)


class Question(Record, frozen=True, kw_only=True):
    """Something to ask the clinic, whether it was asked, and the answer in own words."""

    text: str
    is_asked: bool = False
    answer: str = ""

    @property
    def label(self) -> str:
        """What it is called, on one line."""
        return _on_one_line(self.text)


class Condition(Record, frozen=True, kw_only=True):
    """A condition that was ticked, to be mentioned. Its id is that of the built-in list.

    ``title`` is what the list said then, so that the file can be read by itself.
    """

    title: str
    note: str = ""

    @property
    def label(self) -> str:
        """What it is called, on one line."""
        return _on_one_line(self.title)


Entry: TypeAlias = Medicine | Question | Condition

_LISTS: Final[dict[type[Entry], str]] = {
    Medicine: "medicines",
    Condition: "conditions",
    Question: "questions",
}


class Text(Enum):
    """The parts that are plain words, by the names of their fields."""

    EARLIER_TREATMENT = "earlier_treatment"
    LIFE_CHANGES = "life_changes"
    OTHER = "other"


class Consultation(Part, frozen=True, kw_only=True):
    """All of it (``consultation.yaml``). The order of medicines and questions is the patient's."""

    medicines: tuple[Medicine, ...] = ()
    earlier_treatment: str = ""
    conditions: tuple[Condition, ...] = ()
    other: str = ""
    life_changes: str = ""
    questions: tuple[Question, ...] = ()

    @property
    def current(self) -> tuple[Medicine, ...]:
        """The medicines taken now."""
        return tuple(one for one in self.medicines if one.is_current)

    @property
    def tried(self) -> tuple[Medicine, ...]:
        """The medicines tried before."""
        return tuple(one for one in self.medicines if not one.is_current)

    def text(self, part: Text) -> str:
        """Return the words of *part*."""
        words: str = getattr(self, part.value)
        return words

    def saying(self, part: Text, words: str) -> "Consultation":
        """Return it with *words* as *part*."""
        return replace(self, **{part.value: words})

    def entries(self, type_: type[Entry]) -> tuple[Entry, ...]:
        """Return the list of all entries of *type_*."""
        entries: tuple[Entry, ...] = getattr(self, _LISTS[type_])
        return entries

    def find(self, entry: Entry) -> Entry | None:
        """Return *entry* as it stands here, found by its id; nothing if it does not."""
        listed = self.entries(type(entry))
        return next((one for one in listed if one.id == entry.id), None)

    def place(self, entry: Entry) -> int:
        """Return where *entry* stands in its list, from 0; the end of the list if it does not."""
        ids = [one.id for one in self.entries(type(entry))]
        return ids.index(entry.id) if entry.id in ids else len(ids)

    def having(self, entry: Entry, place: int | None = None) -> "Consultation":
        """Return it with *entry*: at *place*, or where the one with its id stands, or last."""
        others = [one for one in self.entries(type(entry)) if one.id != entry.id]
        others.insert(self.place(entry) if place is None else place, entry)
        return replace(self, **{_LISTS[type(entry)]: tuple(others)})

    def without(self, entry: Entry) -> "Consultation":
        """Return it without *entry*, found by its id."""
        others = tuple(one for one in self.entries(type(entry)) if one.id != entry.id)
        return replace(self, **{_LISTS[type(entry)]: others})


class AskGroup(Part, frozen=True, kw_only=True):
    """Medicines that clinics want to be asked about by name: what they are called together.

    ``names`` are generic and brand names. They serve to find such a medicine in what a patient
    wrote, and say nothing of it.
    """

    key: ClassVar[str | None] = "id"

    id: str
    text: str
    source: str
    names: tuple[str, ...]


class AskContent(Part, frozen=True, kw_only=True):
    """The wording of the ask-my-clinic list: its groups of medicines, and its sentences by id."""

    groups: tuple[AskGroup, ...]
    sentences: tuple[Sentence, ...]

    def sentence(self, wanted: str) -> str:
        """Return the sentence with the id *wanted*."""
        return next(one.text for one in self.sentences if one.id == wanted)


class Ask(Part, frozen=True, kw_only=True):
    """One neutral question for the clinic, with the patient's own words in it.

    ``sentence`` has a place for what it is ``about``, and for ``names``, if there are any.
    """

    id: str
    sentence: str
    about: str = ""
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole question."""
        return self.sentence.format(about=self.about, names=", ".join(self.names))


def ask_list(consultation: Consultation, content: AskContent) -> tuple[Ask, ...]:
    """Return what to ask the clinic: all medicines taken now, then those to ask about by name.

    Conditions to mention follow. What a patient wrote is compared by whole words, without case
    and accents; a medicine that no group knows is in the first question all the same. Nothing
    is said of any medicine, and nothing is left out because of another.
    """
    names = tuple(_once(one.label for one in consultation.current))
    mentioned = tuple(_once(one.label for one in consultation.conditions))
    asks = [
        Ask(id="on_the_day", sentence=content.sentence("on_the_day"), names=names)
        if names
        else Ask(id="on_the_day", sentence=content.sentence("on_the_day_unnamed"))
    ]
    runs = {name: _runs(name) for name in names}
    for group in content.groups:
        known = {" ".join(_words(name)) for name in group.names}
        found = tuple(name for name in names if not known.isdisjoint(runs[name]))
        if found:
            asks.append(
                Ask(
                    id=f"by_name:{group.id}",
                    sentence=content.sentence("by_name"),
                    about=group.text,
                    names=found,
                )
            )
    if mentioned:
        asks.append(Ask(id="mention", sentence=content.sentence("mention"), names=mentioned))
    return tuple(asks)


LONGEST_NAME: Final = 4
"""How many words a name in a group has at most."""

_WORD: Final = r"\w+"


def _words(text: str) -> list[str]:
    return re.findall(_WORD, folded(text))


def _runs(text: str) -> set[str]:
    """Return every run of words in *text* that may be a name."""
    words = _words(text)
    return {
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, LONGEST_NAME + 1)
    }


def _once(labels: Iterable[str]) -> Iterator[str]:
    """Yield each label that says something, and of several that say the same the first."""
    seen: set[str] = set()
    for label in labels:
        if label and folded(label) not in seen:
            seen.add(folded(label))
            yield label


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
