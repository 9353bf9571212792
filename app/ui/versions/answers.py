"""Answers of a check-in and a reflection, in words."""

from collections.abc import Callable
from typing import NamedTuple

from app.domain.check_in import Vitals
from app.domain.effects import Began, Bother, EffectNote, Lasted
from app.domain.questionnaire import QuestionnaireName
from app.domain.reflection import Holds
from app.i18n import _
from app.services.content import Content
from app.services.names import severity_name


class Wording(NamedTuple):
    """What the clinical content calls an effect, a question, and an answer to it."""

    effect: Callable[[str], str]
    question: Callable[[QuestionnaireName, str], str]
    answer: Callable[[QuestionnaireName, str, int], str]


def wording_of(content: Content) -> Wording:
    """Return the wording of *content*; what it does not know is told by its id or its number."""

    def question(name: QuestionnaireName, question_id: str) -> str:
        known = content.questionnaires.question(name, question_id)
        return by_its_id(name, question_id) if known is None else known.text

    def answer(name: QuestionnaireName, question_id: str, given: int) -> str:
        words = content.questionnaires
        known = words.question(name, question_id)
        options = () if known is None else words.options(known)
        texts = {one.value: one.text for one in options}
        return texts.get(given) or by_its_number(name, question_id, given)

    return Wording(content.effect_name, question, answer)


def by_its_id(_name: QuestionnaireName, question: str) -> str:
    """Return the id of *question* as words, for a question that no content knows."""
    return question.replace("_", " ").capitalize()


def by_its_number(_name: QuestionnaireName, _question: str, answer: int) -> str:
    """Return *answer* as it stands in the file, for one that no content knows."""
    return str(answer)


def holds_name(holds: Holds) -> str:
    """Return an answer to "Does this still hold?"."""
    return {Holds.YES: _("Yes"), Holds.PARTLY: _("Partly"), Holds.NO: _("No")}[holds]


def effect_words(note: EffectNote) -> str:
    """Return everything that was said of an effect, each thing on a line of its own."""
    lines = [_("Noticed") if note.severity is None else severity_name(note.severity)]
    if note.bothered is not None:
        lines.append(_bothered(note.bothered))
    if note.began is not None:
        lines.append(_began(note.began))
    if note.lasted is not None:
        lines.append(_lasted(note.lasted))
    if note.still_there is not None:
        lines.append(_("Still there") if note.still_there else _("Gone again"))
    if note.helped:
        lines.append(_("What helped: {words}").format(words=note.helped))
    return "\n".join(lines)


def pressure_words(vitals: Vitals) -> str:
    """Return "120 over 80", with a dash for what was not measured."""
    if vitals.systolic is None and vitals.diastolic is None:
        return ""
    upper, lower = ("–" if one is None else one for one in (vitals.systolic, vitals.diastolic))
    return _("{upper} over {lower}").format(upper=upper, lower=lower)


def _bothered(bothered: Bother) -> str:
    return {
        Bother.NO: _("Did not bother me"),
        Bother.A_LITTLE: _("Bothered me a little"),
        Bother.YES: _("Bothered me"),
    }[bothered]


def _began(began: Began) -> str:
    return {
        Began.BEFORE: _("Began before the infusion"),
        Began.DURING: _("Began during it"),
        Began.SOON_AFTER: _("Began soon after"),
        Began.SAME_DAY: _("Began later that day"),
        Began.LATER: _("Began on a later day"),
    }[began]


def _lasted(lasted: Lasted) -> str:
    return {
        Lasted.MINUTES: _("Lasted minutes"),
        Lasted.AN_HOUR: _("Lasted about an hour"),
        Lasted.SOME_HOURS: _("Lasted some hours"),
        Lasted.A_DAY: _("Lasted about a day"),
        Lasted.LONGER: _("Lasted longer"),
    }[lasted]
