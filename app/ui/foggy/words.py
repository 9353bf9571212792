"""What each screen says, and what can be answered there."""

from enum import Enum
from typing import TypeAlias

from msgspec import Struct

from app.domain.check_in import Bothering
from app.domain.effects import Severity
from app.i18n import _
from app.services.names import bothering_name, severity_name
from app.services.saving import SaveState
from app.ui.dates import time_name
from app.ui.foggy.model import FoggyModel
from app.ui.foggy.screens import Step


class Act(Enum):
    """What a target does that is no answer to keep."""

    SOMEONE = "yes"
    NOBODY = "no"
    MORE = "more"
    GO_ON = "go_on"
    CALL = "call"
    TELL_MORE = "tell_more"
    DONE = "done"


Value: TypeAlias = Act | Bothering | Severity | str
"""What a target stands for; a text is the id of an effect."""


class Choice(Struct, frozen=True, kw_only=True):
    """One target: what it stands for and says, and how it looks.

    ``tone`` 1 to 3 shows so many of three dots, ``is_loud`` is the one filled target of a screen,
    ``is_tile`` can be tapped on and off, ``is_chosen`` is what was answered so far.
    """

    value: Value
    text: str
    icon: str = ""
    tone: int = 0
    is_loud: bool = False
    is_tile: bool = False
    is_chosen: bool = False

    @property
    def name(self) -> str:
        """The name of its widget."""
        if isinstance(self.value, str):
            return f"foggy:effect:{self.value}"
        return f"foggy:{self.value.value}"


def question(model: FoggyModel) -> tuple[str, str]:
    """Return the question on the screen, and the quiet words below it; empty if there are none."""
    match model.screen.step:
        case Step.SOMEONE:
            return _("Do you need someone now?"), ""
        case Step.BOTHERING:
            return _("Is anything bothering you?"), ""
        case Step.EFFECTS:
            return _("Which did you notice?"), ""
        case Step.STRENGTH:
            return model.effect_name(model.screen.effect), _("How strong was it?")
        case Step.CALL:
            return _("When to call"), _("The same card for everyone. Nothing is judged.")
        case Step.LAST:
            return _("That is all. Rest now."), _("You can say more when your head is clear.")


def choices(model: FoggyModel, tiles: int) -> list[Choice]:
    """Return the targets of the screen, in their order; at most so many *tiles* with effects."""
    match model.screen.step:
        case Step.SOMEONE:
            return [
                Choice(value=Act.SOMEONE, text=_("Yes, show me who"), icon="phone"),
                Choice(value=Act.NOBODY, text=_("No, not now")),
            ]
        case Step.BOTHERING:
            return _bothering(model)
        case Step.EFFECTS:
            return _effects(model, tiles)
        case Step.STRENGTH:
            return _strengths(model)
        case Step.CALL:
            return [Choice(value=Act.GO_ON, text=_("Go on when you are ready"))]
        case Step.LAST:
            return _last(model)


def foot(model: FoggyModel, *, is_short: bool) -> str:
    """Return what the foot says: what is kept, and whether it is on the disk."""
    if model.is_stored and model.state is SaveState.FAILED:
        return _("Not saved yet. Your answers are still here.")
    asks = model.screen.step in (Step.SOMEONE, Step.BOTHERING, Step.EFFECTS)
    if asks and (is_short or model.screen.step is Step.SOMEONE):
        return _("Only what you tap is kept.")
    if asks or not model.is_stored:
        return _("Only what you tap is kept. The rest stays unanswered.")
    if model.state is SaveState.WAITING:
        return _("Saving…")
    if model.state is SaveState.UNCONFIRMED:
        return _("Saved, but the disk did not confirm it.")
    return _("Saved on this computer at {time}.").format(time=time_name(model.check_in.changed))


def _bothering(model: FoggyModel) -> list[Choice]:
    said = model.check_in.bothering
    return [Choice(value=one, text=bothering_name(one), is_chosen=one is said) for one in Bothering]


def _effects(model: FoggyModel, tiles: int) -> list[Choice]:
    first, effects = model.screen.first, model.effects
    shown = [
        Choice(
            value=effect,
            text=model.effect_name(effect),
            is_tile=True,
            is_chosen=model.check_in.effect(effect) is not None,
        )
        for effect in effects[first : first + tiles]
    ]
    if first + tiles < len(effects):
        shown.append(Choice(value=Act.MORE, text=_("Show more")))
    return [*shown, Choice(value=Act.GO_ON, text=_("Go on"))]


def _strengths(model: FoggyModel) -> list[Choice]:
    note = model.check_in.effect(model.screen.effect)
    said = note.severity if note is not None else None
    return [
        Choice(value=value, text=severity_name(value), tone=tone, is_chosen=value is said)
        for tone, value in enumerate(Severity, start=1)
    ]


def _last(model: FoggyModel) -> list[Choice]:
    shown = []
    if model.check_in.any_severe:
        shown.append(Choice(value=Act.CALL, text=_("When to call"), icon="phone"))
    if model.check_in.bothering is Bothering.YES:
        shown.append(Choice(value=Act.TELL_MORE, text=_("Tell more"), icon="pencil"))
    words = _("Done, ask me tomorrow") if model.is_asked_again else _("Done")
    icon = "moon" if model.is_asked_again else "check"
    return [*shown, Choice(value=Act.DONE, text=words, icon=icon, is_loud=True)]
