"""What is said of the last infusion, line by line: counted, never judged."""

from collections.abc import Callable, Iterator
from typing import Final

from app.domain.last_time import LastTime, Noticed
from app.i18n import _, ngettext
from app.services.answer_words import severity_words
from app.ui.widgets.paths import breakable

FEW: Final = 4
"""How many effects are shown until all are asked for."""

SHORT: Final = 120
LONG: Final = 2_000
"""How many signs of words are shown at first, and at most: in full they stand where written."""


def texts(last: LastTime) -> Iterator[str]:
    """Yield everything in *last* that the patient wrote."""
    yield from (last.infusion.helped, last.infusion.hurt, last.hoped, last.stays)
    for noticed in last.noticed:
        yield from (noticed.effect, _together(noticed.helped))


def is_much(last: LastTime) -> bool:
    """Return whether *last* says more than is shown at first."""
    is_long = any(len(text.strip()) > SHORT for text in texts(last))
    return is_long or len(last.noticed) > FEW or bool(last.hoped and last.stays)


def cut(words: str, *, shows_all: bool) -> str:
    """Return as much of *words* as is to be shown; a long word can break."""
    most = LONG if shows_all else SHORT
    words = words.strip()
    if len(words) > most:
        words = f"{words[:most].rsplit(maxsplit=1)[0]} …"
    return breakable(words if shows_all else " ".join(words.split()))


def counted(last: LastTime) -> str:
    """Return in how many check-ins something was noticed, or that nothing was."""
    if last.noticed:
        text = ngettext(
            "What you noticed, in {count} check-in:",
            "What you noticed, in {count} check-ins:",
            last.check_ins,
        )
    else:
        text = ngettext(
            "{count} check-in, with no effect noted.",
            "{count} check-ins, with no effect noted.",
            last.check_ins,
        )
    parts = [text.format(count=last.check_ins)]
    if last.none_said:
        none = ngettext(
            "You tapped “None of these” {count} time.",
            "You tapped “None of these” {count} times.",
            last.none_said,
        )
        parts.insert(0 if last.noticed else 1, none.format(count=last.none_said))
    return " ".join(parts)


def lines(last: LastTime, name_of: Callable[[str], str], *, shows_all: bool) -> list[str]:
    """Return a line for each effect: how strong at most, how often, and what helped."""
    shown = last.noticed if shows_all else last.noticed[:FEW]
    return [_line(one, name_of, shows_all=shows_all) for one in shown]


def _line(noticed: Noticed, name_of: Callable[[str], str], *, shows_all: bool) -> str:
    name = cut(name_of(noticed.effect), shows_all=shows_all)
    line = _strength(noticed, name)
    if not noticed.helped:
        return line
    words = cut(_together(noticed.helped), shows_all=shows_all)
    return _("{effect} (what helped: {words})").format(effect=line, words=words)


def _strength(noticed: Noticed, name: str) -> str:
    times = noticed.times
    if noticed.severity is None:
        if times == 1:
            return name
        often = ngettext("{effect}, {count} time", "{effect}, {count} times", times)
        return often.format(effect=name, count=times)
    severity = severity_words(noticed.severity)
    if times == 1:
        return _("{effect}: {severity}").format(effect=name, severity=severity)
    often = ngettext(
        "{effect}: {severity} at most, {count} time",
        "{effect}: {severity} at most, {count} times",
        times,
    )
    return often.format(effect=name, severity=severity, count=times)


def _together(helped: tuple[str, ...]) -> str:
    return "; ".join(helped)
