"""The wording that ships with the program, read when it is first needed."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from app.assets import resource
from app.domain.checklist import Item
from app.domain.consultation import AskContent
from app.domain.help import CrisisLines, Sentence, WhenToCall
from app.domain.records import Part
from app.i18n import language
from app.storage.codec import decode
from app.storage.yaml_door import load

if TYPE_CHECKING:
    from app.domain.clinic import Pack
    from app.domain.follow_up import Ladder
    from app.domain.practices import BreathingWords, Script
    from app.domain.preferences import ClinicPhones
    from app.domain.prompts import Prompts
    from app.domain.questionnaire_words import QuestionnaireWords
    from app.domain.rules import Rules

_T = TypeVar("_T", bound=Part)


class _Checklist(Part, frozen=True, kw_only=True):
    items: tuple[Item, ...]


class _Effects(Part, frozen=True, kw_only=True):
    effects: tuple[Sentence, ...]


class _Conditions(Part, frozen=True, kw_only=True):
    conditions: tuple[Sentence, ...]


class _Sentences(Part, frozen=True, kw_only=True):
    sentences: tuple[Sentence, ...]


class Content:
    """Clinical wording in the language in use; a file that it lacks is taken in English."""

    def __init__(self) -> None:
        self.pack: Pack | None = None
        """What the clinic sets; ``adapt`` puts it."""

    def adapt(self, pack: "Pack | None") -> None:
        """Have rules, checklist, check-ins and numbers as *pack* sets them; general without one."""
        self.pack = pack
        for name in ("checklist", "rules", "ladder"):
            self.__dict__.pop(name, None)

    @cached_property
    def checklist(self) -> tuple[Item, ...]:
        """The built-in checklist, as the clinic has it."""
        if self.pack is None:
            return self.general_checklist
        from app.services.clinic_content import checklist_of

        ask = self.rule_sentences["ask_your_clinic"]
        return checklist_of(self.general_checklist, self.pack, self.rules, ask)

    @cached_property
    def general_checklist(self) -> tuple[Item, ...]:
        """The built-in checklist as it ships."""
        return self._read("checklist.yaml", _Checklist).items

    @cached_property
    def ladder(self) -> "Ladder":
        """When check-ins are due."""
        from app.domain.follow_up import USUAL

        if self.pack is None:
            return USUAL
        from app.services.clinic_content import ladder_of

        return ladder_of(self.pack)

    @cached_property
    def effect_names(self) -> dict[str, str]:
        """The name of each effect by its id, in the order of the screen."""
        return {effect.id: effect.text for effect in self._read("effects.yaml", _Effects).effects}

    @cached_property
    def when_to_call(self) -> WhenToCall:
        """The lists of when to call whom."""
        return self._read("when_to_call.yaml", WhenToCall)

    @cached_property
    def crisis_lines(self) -> CrisisLines:
        """Emergency numbers and crisis lines."""
        return decode(load(resource("content/crisis_lines.yaml").read_bytes()), CrisisLines)

    @cached_property
    def about(self) -> dict[str, str]:
        """What the program is and is not, by id."""
        return self._sentences("about.yaml")

    @cached_property
    def check_in(self) -> dict[str, str]:
        """Words beside the questions of a check-in, by id."""
        return self._sentences("check_in.yaml")

    @cached_property
    def breathing(self) -> "BreathingWords":
        """Names of the breathing patterns, and words around paced breathing."""
        from app.domain.practices import BreathingWords

        return self._read("breathing.yaml", BreathingWords)

    @cached_property
    def documents(self) -> dict[str, str]:
        """Words on printed pages, by id."""
        return self._sentences("documents.yaml")

    @cached_property
    def visit_report(self) -> dict[str, str]:
        """What a page about one infusion says of itself, by id."""
        return self._sentences("visit_report.yaml")

    @cached_property
    def conditions(self) -> dict[str, str]:
        """The conditions to mention to a clinic, by id."""
        return {one.id: one.text for one in self._read("conditions.yaml", _Conditions).conditions}

    @cached_property
    def ask_list(self) -> AskContent:
        """What to ask the clinic about medicines, and the names by which they are found."""
        return self._read("ask_list.yaml", AskContent)

    @cached_property
    def rules(self) -> "Rules":
        """The rules: the clinic's where it set its own, else the general ones."""
        from app.domain.rules import overridden

        if self.pack is None:
            return self.general_rules
        return overridden(self.general_rules, self.pack.rules, self.pack.name)

    @cached_property
    def general_rules(self) -> "Rules":
        """The rules as they hold until a clinic sets its own."""
        from app.domain.rules import Rules

        return self._read("rules.yaml", Rules)

    @cached_property
    def rule_sentences(self) -> dict[str, str]:
        """Words beside the rules, by id."""
        return self._sentences("rules.yaml")

    @cached_property
    def scripts(self) -> "tuple[Script, ...]":
        """Calm practices to read step by step, in the order of the screen."""
        from app.domain.practices import Scripts

        return self._read("scripts.yaml", Scripts).scripts

    @cached_property
    def questionnaires(self) -> "QuestionnaireWords":
        """PHQ-9 and GAD-7, word for word, and the words around them."""
        from app.domain.questionnaire_words import QuestionnaireWords

        return self._read("questionnaires.yaml", QuestionnaireWords)

    @cached_property
    def prompts(self) -> "Prompts":
        """Questions beside the fields of a reflection."""
        from app.domain.prompts import Prompts

        return self._read("reflection.yaml", Prompts)

    def clinic(self, own: "ClinicPhones") -> "ClinicPhones":
        """Return how to reach the clinic: as its pack says, else as in *own*, which was typed."""
        if self.pack is None:
            return own
        from app.domain.clinic import phones_of

        return phones_of(self.pack, own)

    def effect_name(self, effect: str) -> str:
        """Return the name of *effect*; the patient's own effects are their own names."""
        return self.effect_names.get(effect, effect)

    def _sentences(self, name: str) -> dict[str, str]:
        return {one.id: one.text for one in self._read(name, _Sentences).sentences}

    def _read(self, name: str, type_: type[_T]) -> _T:
        path = resource(f"content/{language()}/{name}")
        if not path.is_file():
            path = resource(f"content/en/{name}")
        return decode(load(path.read_bytes()), type_)
