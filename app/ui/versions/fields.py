"""An entry as rows of a label and what stands there, and two of its versions as pairs of these."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from app.domain.check_in import CheckIn, Rating
from app.domain.questionnaire import Questionnaire
from app.domain.reflection import Reflection
from app.domain.versions import Written
from app.i18n import _
from app.services.names import bothering_name, rating_name, told_name
from app.ui.dates import day_name, time_name
from app.ui.versions.answers import (
    Wording,
    effect_words,
    holds_name,
    pressure_words,
)


class Field(NamedTuple):
    """One thing that an entry says; *key* tells it from the others, and the text is not empty."""

    key: str
    label: str
    text: str


class Kind(Enum):
    """How what an entry says now differs from what it said before."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


class Pair(NamedTuple):
    """What an entry says now and said before of one thing; empty where it says nothing."""

    key: str
    label: str
    now: str
    before: str

    @property
    def kind(self) -> Kind:
        """How the two differ."""
        if self.now == self.before:
            return Kind.SAME
        if self.now and self.before:
            return Kind.CHANGED
        return Kind.NEW if self.now else Kind.GONE


def pairs(now: Written, before: Written, wording: Wording) -> list[Pair]:
    """Return everything that *now* or *before* says, in the order of the screen it is written on.

    What only *before* says comes where it stood there.
    """
    here = {field.key: field for field in fields_of(now, wording)}
    there = {field.key: field for field in fields_of(before, wording)}
    keys = list(there)
    at = 0
    for key in here:  # each after the one that it follows now
        at = keys.index(key) + 1 if key in there else at
        if key not in there:
            keys.insert(at, key)
            at += 1
    return [
        Pair(
            key,
            (here.get(key) or there[key]).label,
            here[key].text if key in here else "",
            there[key].text if key in there else "",
        )
        for key in keys
    ]


def fields_of(entry: Written, wording: Wording) -> list[Field]:
    """Return what *entry* says: what was not answered is not there."""
    match entry:
        case CheckIn():
            fields = _check_in(entry, wording)
        case Reflection():
            fields = _reflection(entry)
        case _:
            fields = _questionnaire(entry, wording)
    return [field for field in fields if field.text]


def _check_in(one: CheckIn, wording: Wording) -> Iterator[Field]:
    if one.bothering is not None:
        label, text = _("Is anything bothering you?"), bothering_name(one.bothering)
        yield Field("bothering", label, text)
    if one.none_of_these:
        yield Field("none", _("Effects"), _("None of the listed effects"))
    for note in one.effects:
        yield Field(f"effect:{note.effect}", wording.effect(note.effect), effect_words(note))
    yield from _measured(one)
    for rating in Rating:
        score = one.ratings.score(rating)
        if score is not None:
            text = _("{score} of 10").format(score=score)
            yield Field(f"rating:{rating.value}", rating_name(rating), text)
    yield Field("words", _("In your own words"), one.words)
    if one.ask_again_on is not None:
        yield Field("ask_again", _("Ask me again on"), day_name(one.ask_again_on))
    if one.skipped:
        yield Field("skipped", _("Skip this one"), _("Yes"))


def _measured(one: CheckIn) -> Iterator[Field]:
    if one.told_high_pressure is not None:
        label = _("Were you told your blood pressure was high?")
        yield Field("told", label, told_name(one.told_high_pressure))
    yield Field("pressure", _("Blood pressure"), pressure_words(one.vitals))
    if one.vitals.pulse is not None:
        pulse = _("{count} a minute").format(count=one.vitals.pulse)
        yield Field("pulse", _("Pulse"), pulse)
    if one.vitals.oxygen is not None:
        yield Field("oxygen", _("Oxygen"), _("{count} %").format(count=one.vitals.oxygen))


def _reflection(one: Reflection) -> Iterator[Field]:
    yield Field("intention", _("What you hoped for"), one.intention)
    yield Field("during", _("What came up"), one.during)
    yield Field("after", _("What stays with you"), one.after)
    later = one.look_back
    if later is not None:
        holds = "" if later.holds is None else holds_name(later.holds)
        yield Field("holds", _("Does this still hold?"), holds)
        label = _("What you said of it later")
        yield Field("later", label, later.words)


def _questionnaire(one: Questionnaire, wording: Wording) -> Iterator[Field]:
    for given in one.answers:
        label = wording.question(one.name, given.question)
        answer = wording.answer(one.name, given.question, given.answer)
        yield Field(f"question:{given.question}", label, answer)
    if one.finished is not None:
        moment = _("{day}, {time}").format(
            day=day_name(one.finished.date()), time=time_name(one.finished)
        )
        yield Field("finished", _("Finished"), moment)
