"""A window with a real-looking day in it: a plan, ticks, a ride, check-ins and a session."""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from app.domain.calm_phases import single
from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.checklist import Stage
from app.domain.consultation import Text
from app.domain.effects import Bother, EffectNote, Severity
from app.domain.infusion import Infusion, Outcome, Ride
from app.domain.preferences import ClinicPhones, Person, Profile
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.domain.scoring import SCORED
from app.shell.program import Program
from app.ui.route import Route

WORDS = "The room felt bigger. I was not afraid of it.\nLater I slept for a long time."

NOTES = (
    "Sertraline 100 mg",
    "Prozac",
    "It made me tired.",
    "How long do I stay?",
    "About two hours.",
    "May my sister come in?",
)
"""What the notes for the clinic say of medicines and questions."""

OWN_NAMES = ("Slow by the sea", "Waiting room, and what comes after it, until I am called")
"""What the patient calls breathing and sessions of their own."""

PHQ_ID = "phq23456"
REFLECTION_ID = "refl2345"
PATTERN_ID = "sea23456"
PRESET_ID = "wait2345"


def fill(program: Program, pass_time: Callable[[timedelta], None]) -> tuple[Infusion, CheckIn]:
    """Fill *program* with two infusions and a journal; return the coming one and a check-in."""
    program.preferences.first_run_done(program.clock.now())
    program.preferences.keep_profile(
        Profile(
            name="Anna",
            country="US",
            clinic=ClinicPhones(name="Riverside Clinic", day="555-0142", out_of_hours="555-0199"),
            people=(Person(name="Sam Rivera", phone="555-0136"),),
        )
    )
    program.checklist.add("Feed the cat", Stage.MORNING, "She waits.")
    _notes(program)
    _calm(program)
    _questionnaire(program)
    past = _past(program)
    check_in = _check_in(program, past)
    _reflection(program, past)
    program.calm.start(single(10))
    pass_time(timedelta(minutes=10, seconds=1))
    program.calm.look()
    return _coming(program), _written_on(program, check_in)


def routes(coming: Infusion, check_in: CheckIn) -> dict[str, Route]:
    """Return the way to every page, by a name for pictures and messages."""
    opened = f"open:{check_in.day.isoformat()}:{check_in.id}"
    evening = (check_in.day - timedelta(days=1)).isoformat()
    return {
        "today": Route("today"),
        "prepare": Route("prepare", "ride_home"),
        "plan": Route("plan", coming.id),
        "item": Route("item"),
        "papers": Route("papers"),
        "paper-plan": Route("paper", "plan"),
        "paper-checklist": Route("paper", "checklist"),
        "paper-companion": Route("paper", "companion"),
        "paper-check-in": Route("paper", "check_in"),
        "paper-consultation": Route("paper", "consultation"),
        "visit-report": Route("visit_report"),
        "companion": Route("companion", "today"),
        "infusions": Route("infusions"),
        "consultation": Route("consultation", "medicine_list"),
        "consultation-more": Route("consultation", "earlier_treatment"),
        "consultation-conditions": Route("consultation", "conditions"),
        "consultation-questions": Route("consultation", "questions"),
        "calm": Route("calm"),
        "eyes-closed-start": Route("eyes_closed_start"),
        "music": Route("music"),
        "pattern": Route("pattern", PATTERN_ID),
        "preset": Route("preset", PRESET_ID),
        "preset-new": Route("preset"),
        "scripts": Route("scripts"),
        "script": Route("script", "muscle_relaxation"),
        "someone": Route("someone"),
        "journal": Route("journal"),
        "by-infusion": Route("by_infusion"),
        "infusion-story": Route("infusion_story", check_in.infusion or ""),
        "check-in": Route("check_in", opened),
        "check-in-new": Route("check_in", "new"),
        "questionnaires": Route("questionnaires"),
        "questionnaire": Route("questionnaire", "go:gad_7"),
        "questionnaire-answers": Route("questionnaire_answers", _answered(coming)),
        "crisis": Route("crisis"),
        "reflection": Route("reflection", f"open:{evening}:{REFLECTION_ID}"),
        "reflection-new": Route("reflection", "new"),
        "versions": Route("versions", opened),
        "foggy": Route("foggy", opened),
        "settings": Route("settings"),
        "check-data": Route("check_data"),
        "copies": Route("copies"),
        "move": Route("move"),
        "for-clinics": Route("for_clinics"),
        "clinic-guide": Route("clinic_guide"),
        "farewell": Route("farewell"),
        "help": Route("help"),
        "first-run": Route("first_run"),
    }


def _notes(program: Program) -> None:
    """Write notes for the clinic, in every part."""
    notes = program.consultation
    taken, tried, why, asked, answer, other = NOTES
    notes.add(replace(notes.medicine(taken, is_current=True), since="2024"))
    notes.add(notes.medicine("Xanax", is_current=True))
    before = notes.medicine(tried, is_current=False)
    notes.add(replace(before, since="2019", until="2020", why_stopped=why))
    for part in Text:
        notes.say(part, WORDS)
    notes.tick(next(one for one in notes.mentions() if one.id == "seizures"))
    notes.add(replace(notes.question(asked), answer=answer))
    notes.add(notes.question(other))


def _calm(program: Program) -> None:
    """Make a breathing pattern with holds, and a session of it."""
    patterns, presets = program.patterns, program.presets
    name, waiting = OWN_NAMES
    fresh = replace(patterns.new(), id=PATTERN_ID, name=name, hold_seconds=2.0, rest_seconds=1.5)
    patterns.keep(fresh, fresh)
    session = presets.new((), PATTERN_ID, holds=True)
    session = replace(session, id=PRESET_ID, name=waiting, cycles=20)
    presets.keep(session, session)


def _questionnaire(program: Program) -> None:
    """Fill in a PHQ-9 three weeks ago."""
    at = program.clock.now() - timedelta(days=20)
    phq = Questionnaire(id=PHQ_ID, created=at, changed=at, at=at, name=QuestionnaireName.PHQ_9)
    for question, answer in zip(SCORED[phq.name], (1, 2, 3, 2, 1, 1, 2, 0, 0), strict=True):
        phq = phq.answered(question, answer)
    program.journal.keep(phq.answered("difficulty", 1).finished_at(at))


def _answered(coming: Infusion) -> str:
    """Return what opens that PHQ-9: it was 23 days before the *coming* infusion."""
    return f"open:{(coming.date - timedelta(days=23)).isoformat()}:{PHQ_ID}"


def _past(program: Program) -> Infusion:
    day = program.clock.now().date() - timedelta(days=1)
    plan = replace(program.infusions.draft(day), arrive="13:30", place="Riverside Clinic")
    kept, _ = program.infusions.keep_new(plan)
    program.infusions.answer(kept, Outcome.WENT_AHEAD)
    return kept


def _check_in(program: Program, past: Infusion) -> CheckIn:
    check_in = program.journal.draft(TimePoint.NEXT_MORNING, past.id)
    for effect in ("dizziness", "drowsiness", "dissociation"):
        check_in = check_in.noticed(effect)
    check_in = check_in.noted(EffectNote(effect="dizziness", severity=Severity.MODERATE))
    check_in = check_in.rated(Rating.MOOD, 4).rated(Rating.SLEEP, 3)
    return program.journal.keep(check_in.saying(WORDS.splitlines()[1]))


def _written_on(program: Program, check_in: CheckIn) -> CheckIn:
    """Change the check-in after a while, so that it has an earlier version."""
    severe = EffectNote(effect="dissociation", severity=Severity.SEVERE, bothered=Bother.A_LITTLE)
    changed = check_in.noted(severe).noticed("Cold hands").rated(Rating.MOOD, 6).saying(WORDS)
    return program.journal.keep(changed, over=check_in)


def _reflection(program: Program, past: Infusion) -> None:
    """Write a few words on the evening of *past*."""
    at = program.clock.now() - timedelta(days=1)
    wish, stays = WORDS.splitlines()
    written = Reflection(
        id=REFLECTION_ID, created=at, changed=at, at=at, infusion=past.id, intention=wish
    )
    program.journal.keep(written.recalling(WORDS).keeping(stays))


def _coming(program: Program) -> Infusion:
    day = program.clock.now().date() + timedelta(days=3)
    plan = replace(
        program.infusions.draft(day),
        arrive="13:30",
        travel_minutes=35,
        early_minutes=30,
        ride=Ride(who="Sam Rivera", phone="555-0136", pick_up="15:15"),
        music="Quiet piano",
    )
    kept, _ = program.infusions.keep_new(plan)
    for item in program.checklist.items()[1:6]:
        infusion = program.infusions.get(kept.id)
        if infusion is not None:
            program.checklist.tick(infusion, item)
    return program.infusions.get(kept.id) or kept
