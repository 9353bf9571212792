"""The words of breathing patterns and sessions of the patient's own."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QLocale

from app.domain.breathing import without_holds
from app.domain.calm_choices import CalmChoices, Preset, PresetProblem
from app.domain.calm_phases import LONGEST_MINUTES, PhaseKind
from app.domain.patterns import (
    HOLD_SECONDS,
    IN_SECONDS,
    OUT_SECONDS,
    QUIET,
    SHORTEST_BREATH,
    OwnPattern,
    PatternProblem,
    most_cycles,
    own_pattern_problem,
    pattern_of,
    seconds_of,
)
from app.domain.practices import BreathingWords
from app.i18n import _, ngettext
from app.ui.dates import minutes_name
from app.ui.widgets.paths import breakable

LONGEST_NAME: Final = 60
"""How many signs of a name stand on a button; a screen reader hears all of it."""


def own_name(record: OwnPattern | Preset) -> str:
    """Return what *record* is called; one from a file may have no name."""
    return record.name.strip() or _("Without a name")


def on_button(name: str) -> str:
    """Return *name* as it stands on a button: cut off where it is very long, and able to wrap."""
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
    return breakable(short).replace("&", "&&")


def pattern_title(pattern_id: str, words: BreathingWords, own: Iterable[OwnPattern]) -> str:
    """Return what a pattern is called; nothing for one that is not there."""
    if pattern_id == QUIET:
        return _("Quiet")
    shipped = words.of(pattern_id)
    if shipped is not None:
        return shipped.title
    return next((own_name(one) for one in own if one.id == pattern_id), "")


def number_words(number: float) -> str:
    """Return *number* as the patient's country writes it: "4", "4.5"."""
    return QLocale().toString(float(number), "g", 6)


def breath_words_of(own: OwnPattern) -> str:
    """Return what is done in a breath: "In 4 seconds, hold 2, out 6."."""
    text = {
        (False, False): _("In {breath_in} seconds, out {breath_out} seconds. No holds."),
        (True, False): _("In {breath_in} seconds, hold {hold}, out {breath_out}."),
        (False, True): _("In {breath_in} seconds, out {breath_out}, rest {rest}."),
        (True, True): _("In {breath_in} seconds, hold {hold}, out {breath_out}, rest {rest}."),
    }[bool(own.hold_seconds), bool(own.rest_seconds)]
    return text.format(
        breath_in=number_words(own.in_seconds),
        hold=number_words(own.hold_seconds),
        breath_out=number_words(own.out_seconds),
        rest=number_words(own.rest_seconds),
    )


def breath_sum(own: OwnPattern) -> str:
    """Return what it makes: "One breath takes 11 seconds, about 5 a minute."."""
    seconds = own.in_seconds + own.hold_seconds + own.out_seconds + own.rest_seconds
    rate = max(round(60 / seconds), 1)
    text = _("One breath takes {seconds} seconds, about {rate} a minute.")
    if rate * seconds == 60:
        text = _("One breath takes {seconds} seconds, {rate} a minute.")
    return text.format(seconds=number_words(seconds), rate=rate)


def about_pattern(pattern_id: str, words: BreathingWords, own: Iterable[OwnPattern]) -> str:
    """Return what a pattern is in a line or two; nothing for one that is not there."""
    if pattern_id == QUIET:
        return _("No words, no tones. Breathe as you like.")
    shipped = words.of(pattern_id)
    mine = next((one for one in own if one.id == pattern_id), None)
    if shipped is not None or mine is None:
        return "" if shipped is None else shipped.text
    if own_pattern_problem(mine) is not None:
        return _("This pattern cannot be used as it is. Change it, or choose another one.")
    return f"{breath_words_of(mine)} {breath_sum(mine)}"


def pattern_problem_words(problem: PatternProblem) -> str:
    """Return what is wrong with a pattern, and what can be had."""
    between = _("From {least} to {most} seconds.")
    return {
        PatternProblem.NO_NAME: _("Give it a name, so that you find it again."),
        PatternProblem.IN_LENGTH: between.format(
            least=number_words(IN_SECONDS[0]), most=number_words(IN_SECONDS[1])
        ),
        PatternProblem.OUT_LENGTH: between.format(
            least=number_words(OUT_SECONDS[0]), most=number_words(OUT_SECONDS[1])
        ),
        PatternProblem.HOLD_LENGTH: _("At most {most} seconds.").format(
            most=number_words(HOLD_SECONDS[1])
        ),
        PatternProblem.REST_LENGTH: _("At most {most} seconds.").format(
            most=number_words(HOLD_SECONDS[1])
        ),
        PatternProblem.TOO_FAST: _("In and out together take at least {least} seconds.").format(
            least=number_words(SHORTEST_BREATH)
        ),
    }[problem]


def length_words(preset: Preset) -> str:
    """Return how long a session is: "12 minutes", "20 breaths", "5 + 40 + 30 minutes"."""
    if preset.cycles is not None:
        return breaths_name(preset.cycles)
    minutes = [phase.minutes for phase in preset.phases]
    if len(minutes) > 1:
        return _("{parts} minutes").format(parts=" + ".join(map(str, minutes)))
    return minutes_name(sum(minutes))


def length_note(preset: Preset, choices: CalmChoices) -> str:
    """Return what the length of a session comes to; nothing where that is said already."""
    pattern = pattern_of(preset.pattern, choices.patterns)
    if preset.cycles is not None and pattern is not None:
        breathed = pattern if preset.holds else without_holds(pattern)
        seconds = seconds_of(breathed, preset.cycles)
        note = _("About {minutes}.").format(minutes=minutes_name(max(round(seconds / 60), 1)))
        led = pattern.first_cycles
        if led is None or preset.cycles <= led:
            return note
        only = ngettext(
            "The first {count} is led, the rest is quiet.",
            "The first {count} are led, the rest is quiet.",
            led,
        )
        return f"{note} {only.format(count=led)}"
    if is_of_parts(preset):
        minutes = minutes_name(sum(one.minutes for one in preset.phases))
        return _("{minutes} in all.").format(minutes=minutes)
    return ""


def breaths_name(breaths: int) -> str:
    """Return "1 breath", "20 breaths"."""
    return ngettext("{count} breath", "{count} breaths", breaths).format(count=breaths)


def preset_words(preset: Preset, choices: CalmChoices, words: BreathingWords) -> str:
    """Return what a session is in a few words: "12 minutes, Box breathing"."""
    length = length_words(preset)
    if preset.pattern == QUIET:
        return _("{what}, {how}").format(what=length, how=_("quiet"))
    title = pattern_title(preset.pattern, words, choices.patterns)
    return _("{what}, {how}").format(what=length, how=title or _("its pattern is gone"))


def preset_problem_words(problem: PresetProblem, preset: Preset, choices: CalmChoices) -> str:
    """Return why a session cannot be had, and what can be done."""
    pattern = pattern_of(preset.pattern, choices.patterns)
    most = breaths_name(most_cycles(pattern)) if pattern is not None else ""
    return {
        PresetProblem.NO_NAME: _("Give it a name, so that you find it again."),
        PresetProblem.NO_PATTERN: _no_pattern_words(preset, choices),
        PresetProblem.CYCLES: _("At most {breaths}: that is {hours} hours.").format(
            breaths=most, hours=LONGEST_MINUTES // 60
        ),
        PresetProblem.NO_PHASE: _("Choose how many minutes. One part is enough."),
        PresetProblem.PHASE_LENGTH: _("A part takes from 1 to {most} minutes.").format(
            most=LONGEST_MINUTES
        ),
        PresetProblem.TOO_LONG: _("At most {most} minutes, all parts together.").format(
            most=LONGEST_MINUTES
        ),
    }[problem]


def is_of_parts(preset: Preset) -> bool:
    """Whether a session has the parts of an infusion day, even if none of them has a minute."""
    kinds = {phase.kind for phase in preset.phases}
    return preset.cycles is None and kinds != {PhaseKind.SINGLE}


def _no_pattern_words(preset: Preset, choices: CalmChoices) -> str:
    if preset.pattern == QUIET:
        return _("Breaths are counted by a pattern. Choose one, or choose minutes.")
    if any(one.id == preset.pattern for one in choices.patterns):
        return _("Something is wrong in the pattern of this session. Choose another one.")
    return _("The breathing pattern of this session was removed. Choose another one.")
