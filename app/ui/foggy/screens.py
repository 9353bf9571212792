"""What can be on the screen: one question, and for some of them what it is about."""

from enum import Enum, auto

from msgspec import Struct


class Step(Enum):
    """The questions, and what is not one."""

    SOMEONE = auto()
    """Do you need someone now?"""
    BOTHERING = auto()
    """Is anything bothering you?"""
    EFFECTS = auto()
    """Which did you notice?"""
    STRENGTH = auto()
    """How strong was it?"""
    CALL = auto()
    """When to call: the same for everyone."""
    LAST = auto()
    """That is all."""


class Screen(Struct, frozen=True, kw_only=True):
    """A step; ``effect`` is what STRENGTH asks about, ``first`` the number of the first tile."""

    step: Step
    effect: str = ""
    first: int = 0
