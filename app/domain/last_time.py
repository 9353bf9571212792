"""How an infusion was, in what the patient said of it: counted, never judged."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from app.domain.check_in import CheckIn, TimePoint
from app.domain.effects import EffectNote, Severity
from app.domain.infusion import Infusion
from app.domain.reflection import Reflection

DAYS: Final = 8
"""For how many days after an infusion what is written belongs to how it was."""


class Noticed(NamedTuple):
    """An effect: the strongest it was called, in how many check-ins, and what helped, each once."""

    effect: str
    severity: Severity | None
    times: int
    helped: tuple[str, ...]


class LastTime(NamedTuple):
    """What is known of *infusion*; ``check_ins`` is how many of them said something.

    ``none_said`` is how many said "None of these". ``hoped`` and ``stays`` are the newest words
    of its reflections.
    """

    infusion: Infusion
    check_ins: int
    none_said: int
    noticed: tuple[Noticed, ...]
    hoped: str
    stays: str

    @property
    def says_something(self) -> bool:
        """Whether there is anything to show."""
        one = self.infusion
        return bool(one.helped or one.hurt or self.check_ins or self.hoped or self.stays)


def last_time(
    infusion: Infusion, check_ins: Iterable[CheckIn], reflections: Iterable[Reflection]
) -> LastTime:
    """Return what the patient said of *infusion*; what belongs to others is passed over.

    A check-in from before it says nothing of it. The strongest effects come first, and among
    those of one strength the one that was noticed first.
    """
    said = sorted((one for one in check_ins if _is_of(one, infusion)), key=_moment)
    written = sorted((one for one in reflections if one.infusion == infusion.id), key=_moment)
    return LastTime(
        infusion=infusion,
        check_ins=len(said),
        none_said=sum(one.none_of_these for one in said),
        noticed=_noticed([note for one in said for note in one.effects]),
        hoped=_last(one.intention for one in written),
        stays=_last(one.after for one in written),
    )


def _is_of(check_in: CheckIn, infusion: Infusion) -> bool:
    is_after = check_in.time_point is not TimePoint.BEFORE
    return check_in.infusion == infusion.id and is_after and check_in.says_something


def _noticed(notes: Sequence[EffectNote]) -> tuple[Noticed, ...]:
    """Return each effect of *notes* once; an own word in capitals is the same word."""
    by_effect: dict[str, list[EffectNote]] = {}
    for note in notes:
        by_effect.setdefault(note.effect.strip().casefold(), []).append(note)
    found = [
        Noticed(
            effect=same[0].effect,
            severity=max((one.severity for one in same), key=_strength),
            times=len(same),
            helped=tuple(dict.fromkeys(one.helped.strip() for one in same if one.helped.strip())),
        )
        for same in by_effect.values()
    ]
    return tuple(sorted(found, key=_weakness))


def _strength(severity: Severity | None) -> int:
    return 0 if severity is None else severity.strength


def _weakness(noticed: Noticed) -> int:
    return -_strength(noticed.severity)


def _last(texts: Iterable[str]) -> str:
    """Return the last of *texts* that says something."""
    return next((text for text in reversed([*texts]) if text.strip()), "")


def _moment(record: CheckIn | Reflection) -> datetime:
    return record.at
