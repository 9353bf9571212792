"""What an entry says, in one line: counted, never judged."""

from collections.abc import Callable

from app.domain.calm_phases import PhaseKind
from app.domain.calm_session import CalmSession, Heard, SessionEnd, SessionNote
from app.domain.check_in import Bothering, CheckIn, Rating, Told, Vitals
from app.domain.effects import EffectNote
from app.domain.questionnaire import Questionnaire
from app.domain.reflection import Reflection
from app.domain.scoring import SCORED, answered
from app.i18n import _
from app.services.answer_words import quoted, severity_words, told_words
from app.services.names import began_name, lasted_name, questionnaire_name
from app.ui.dates import day_name, minutes_name, time_name

EXCERPT = 90


def check_in_summary(check_in: CheckIn, name_of: Callable[[str], str]) -> str:
    """Return whether anything bothers, each effect with its strength, and how the words begin."""
    parts = [] if check_in.bothering is None else [_bothering(check_in.bothering)]
    parts += [
        _("{effect}: {severity}").format(
            effect=name_of(note.effect), severity=severity_words(note.severity)
        )
        if note.severity is not None
        else name_of(note.effect)
        for note in check_in.effects
    ]
    if check_in.ask_again_on is not None:
        parts.append(_("Put off until {day}").format(day=day_name(check_in.ask_again_on)))
    if check_in.skipped:
        parts.append(_("Skipped"))
    if check_in.none_of_these:
        parts.append(_("None of the listed effects"))
    parts += readings_summary(check_in.told_high_pressure, check_in.vitals)
    if check_in.ratings.answered:
        parts.append(
            _("{answered} of {all} ratings").format(
                answered=check_in.ratings.answered, all=len(Rating)
            )
        )
    if check_in.words.strip():
        parts.append(excerpt(check_in.words))
    return " · ".join(parts) or _("Nothing said")


def _bothering(bothering: Bothering) -> str:
    return {
        Bothering.YES: _("Something bothers me"),
        Bothering.NO: _("Nothing bothers me"),
        Bothering.CANNOT_SAY: _("I can't say if anything bothers me"),
    }[bothering]


def readings_summary(told: Told | None, vitals: Vitals) -> list[str]:
    """Return what was said of the blood pressure, and what was measured, piece by piece."""
    parts = []
    if told is not None:
        parts.append(_("Told of high blood pressure: {answer}").format(answer=told_words(told)))
    if vitals.systolic is not None or vitals.diastolic is not None:
        parts.append(_pressure(vitals))
    if vitals.pulse is not None:
        parts.append(_("pulse {number}").format(number=vitals.pulse))
    if vitals.oxygen is not None:
        parts.append(_("oxygen {number}").format(number=vitals.oxygen))
    return parts


def _pressure(vitals: Vitals) -> str:
    unsaid = "…"
    first = unsaid if vitals.systolic is None else vitals.systolic
    second = unsaid if vitals.diastolic is None else vitals.diastolic
    return _("blood pressure {first} over {second}").format(first=first, second=second)


def details_summary(note: EffectNote) -> str:
    """Return when an effect began, how long it lasted, and what helped, as far as was said."""
    parts = []
    if note.began is not None:
        parts.append(began_name(note.began))
    if note.lasted is not None:
        parts.append(lasted_name(note.lasted))
    if note.still_there is not None:
        parts.append(_("Still there") if note.still_there else _("Gone again"))
    if note.helped.strip():
        parts.append(excerpt(note.helped))
    return " · ".join(parts)


def said(entry: Reflection | Questionnaire) -> tuple[str, str]:
    """Return what *entry* is, and what it says in one line."""
    if isinstance(entry, Reflection):
        words = next((one for one in (entry.during, entry.after, entry.intention) if one), "")
        return _("Reflection"), excerpt(words) if words else _("Nothing said")
    answers = _("{answered} of {all} answered").format(
        answered=answered(entry), all=len(SCORED[entry.name])
    )
    return questionnaire_name(entry.name), answers


def excerpt(text: str) -> str:
    """Return how *text* begins, in quotation marks."""
    return quoted(text, EXCERPT)


def session_title(session: CalmSession) -> str:
    """Return "Calm, 10 minutes": the minutes that really ran."""
    return _("Calm, {minutes}").format(minutes=minutes_name(session.minutes))


def session_summary(session: CalmSession) -> str:
    """Return when it was, how it ended, what happened to the clock, and what was heard."""
    parts = [
        _("{start} to {end}").format(
            start=time_name(session.started), end=time_name(session.ended)
        ),
        _("finished") if session.end is SessionEnd.FINISHED else _("ended early"),
    ]
    minute = 60
    kinds = {
        PhaseKind.SETTLE: _("settling {minutes}"),
        PhaseKind.INFUSION: _("infusion {minutes}"),
        PhaseKind.RECOVERY: _("rest {minutes}"),
    }
    for phase in session.phases:
        if phase.kind in kinds and phase.seconds >= minute:
            run = minutes_name(phase.seconds // minute)
            parts.append(kinds[phase.kind].format(minutes=run))
    if session.paused_seconds >= minute:
        pause = minutes_name(session.paused_seconds // minute)
        parts.append(_("paused {minutes}").format(minutes=pause))
    if session.slept_seconds >= minute:
        sleep = minutes_name(session.slept_seconds // minute)
        parts.append(_("the computer slept for {minutes}").format(minutes=sleep))
    words = {
        SessionNote.COMPUTER_RESTARTED: _("the computer was restarted"),
        SessionNote.CLOCK_CHANGED: _("the clock was changed"),
    }
    parts.extend(words[note] for note in session.notes)
    if session.heard:
        sounds = ", ".join(heard_name(one) for one in session.heard)
        parts.append(_("heard: {sounds}").format(sounds=sounds))
    return " · ".join(parts)


def heard_name(heard: Heard) -> str:
    """Return what a sound is called in the middle of a line."""
    return {
        Heard.RAIN: _("rain"),
        Heard.OCEAN: _("ocean"),
        Heard.BROWN: _("low hum"),
        Heard.PINK: _("soft hiss"),
        Heard.BOWL: _("singing bowl"),
        Heard.MUSIC: _("my music"),
        Heard.TONES: _("tones for the breath"),
    }[heard]
