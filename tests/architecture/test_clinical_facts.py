"""Every fact that the wording has to tell, by hand: none is missing, none is without a fact.

The left side says a fact in a few words; the right side is the id of what tells it, and words by
which it must do so. Where two facts share an id, each has its own words, so that none is lost.
"""

import re
from collections.abc import Iterable, Mapping

import pytest

from app.domain.checklist import Detail, Stage
from app.domain.consultation import AskGroup
from app.domain.effects import EFFECTS, OFTEN_WELCOME
from app.domain.help import Sentence
from app.domain.patterns import PATTERNS
from app.services.content import Content
from app.ui.consultation.page import OPENS

CONTENT = Content()

GETTING_READY: dict[Stage, dict[str, tuple[str, ...]]] = {
    Stage.WEEK_BEFORE: {
        "earlier mental-health treatment": ("earlier_treatment", "Earlier treatment"),
        "medicines tried, and why they did not work": (
            "earlier_treatment",
            "medicines, and why they did not help",
        ),
        "lifestyle changes": ("life_changes", "changed in my life"),
        "questions": ("questions", "Questions"),
        "list of current medicines": ("medicine_list", "list of my medicines"),
        "conditions to mention": ("conditions", "Conditions to mention"),
        "someone to take you home booked": ("ride_home", "takes me home"),
        "company that night": ("company_tonight", "stays with me that night"),
        "another adult for those in your care": ("care_of_others", "in my care"),
        "therapist appointment after": ("therapy_booked", "my therapist", "after"),
        "day off arranged": ("day_off", "The day is free"),
        "music chosen and downloaded": ("music", "chosen and downloaded"),
        "no adverts in it": ("music", "without adverts"),
        "costs understood": ("costs", "what it costs"),
    },
    Stage.DAY_BEFORE: {
        "drink enough water": ("gentle_evening", "Drink enough water"),
        "sleep well": ("gentle_evening", "sleep well"),
        "gentle evening": ("gentle_evening", "gentle evening"),
        "no alcohol": ("no_alcohol", "No alcohol"),
        "bag: eye mask": ("eye_mask", "Eye mask packed"),
        "bag: headphones, charged": ("headphones", "Headphones charged and packed"),
        "noise-cancelling liked": ("headphones", "keep noise out"),
        "bag: music": ("headphones", "Take your music along"),
        "bag: comfortable layers": ("clothes", "Comfortable layers"),
        "with loose sleeves": ("clothes", "loose sleeves"),
        "bag: blanket": ("clothes", "blanket"),
        "bag: water for after": ("snack_after", "Water", "after"),
        "bag: snack for after": ("snack_after", "snack", "after"),
        "bag: journal": ("journal", "journal"),
        "bag: medicine list": ("papers", "medicine list"),
        "bag: ID or insurance card": ("papers", "ID or insurance card"),
        "bag: CPAP if used": ("cpap", "CPAP", "if you use one"),
    },
    Stage.MORNING: {
        "food rule": ("food_and_drink", "No solid food and no milk for 6 hours"),
        "drink rule": ("food_and_drink", "Clear drinks until 2 hours before"),
        "who calls before fasting": (
            "food_and_drink",
            "diabetes",
            "eating disorder",
            "pregnant",
            "sugar or weight-loss injections",
            "Call your clinic before you fast.",
        ),
        "medicines as the clinic said": (
            "medicines_today",
            "Ask your clinic. Not sure now? Call. Do not stop one on your own.",
        ),
        "ride confirmed": ("ride_confirmed", "My ride knows the time"),
        "calm time": ("calm_time", "calm"),
        "jewelry off, if asked": ("jewelry_and_lenses", "Jewelry", "if your clinic asks"),
        "lenses out, if asked": ("jewelry_and_lenses", "lenses", "if your clinic asks"),
        "tell of illness": ("anything_new", "Feeling ill"),
        "tell of a pregnancy": ("anything_new", "pregnancy"),
        "tell of a new medicine": ("anything_new", "a new medicine"),
        "tell of a fall": ("anything_new", "a fall"),
        "tell of feeling much worse": ("anything_new", "feeling much worse"),
    },
    Stage.AT_CLINIC: {
        "toilet": ("toilet", "Toilet"),
        "phone to do-not-disturb": ("phone_quiet", "do-not-disturb"),
        "tell staff about fear of needles": ("tell_staff", "needles frighten me"),
        "intention in one sentence, optional": ("intention", "in one sentence", "if you like"),
        "mask on": ("mask_and_headphones_on", "Mask and", "If you want"),
        "headphones on": ("mask_and_headphones_on", "headphones on"),
    },
    Stage.AFTER: {
        "ride home here": ("ride_is_here", "ride home is here"),
        "someone at home": ("company_is_here", "Someone is at home"),
        "light food and drink": ("rest_after", "light food and drink"),
        "no driving": ("no_driving_after", "No driving"),
        "no alcohol": ("no_driving_after", "no alcohol", "If you drink every day, call first"),
        "no big decisions": ("no_driving_after", "no big decisions"),
        "note side effects": ("note_effects", "check-in"),
        "rest": ("rest_after", "Rest"),
        "next day: reflection": ("reflection", "next day", "What came up"),
        "next day: therapy": ("therapy", "therapy"),
    },
}

EMERGENCY = {
    "trouble breathing or swallowing": ("breathing", "breathing", "swallowing"),
    "slow breathing or blue lips": ("blue_lips", "Slow breathing", "blue lips"),
    "swelling of face or throat": ("swelling", "Swelling", "face", "throat"),
    "chest pain": ("chest_pain", "Chest pain"),
    "fainting, collapse or cannot be woken": ("collapse", "Fainting", "collapse", "be woken"),
    "seizure": ("seizure", "seizure"),
    "face drooping, weakness on one side or trouble speaking": (
        "face_or_speech",
        "Face drooping",
        "one side weak",
        "trouble speaking",
    ),
    "sudden worst headache or loss of sight": (
        "headache_or_sight",
        "worst headache",
        "all of a sudden",
        "loss of sight",
    ),
    "might act on thoughts of ending your life, or cannot stay safe": (
        "cannot_stay_safe",
        "You might act on thoughts of ending your life, or cannot stay safe",
    ),
}
SAME_DAY = {
    "rash or itch": ("rash", "Rash", "itch"),
    "vomiting that will not stop": ("vomiting", "Vomiting that will not stop"),
    "severe headache": ("severe_headache", "Severe headache"),
    "palpitations": ("palpitations", "racing or pounding heart"),
    "confusion, seeing things, or still feeling unreal the next morning": (
        "confusion",
        "Confusion",
        "seeing things",
        "still feeling unreal the next morning",
    ),
    "redness, swelling or pain at the IV site": (
        "iv_site",
        "Redness, swelling or pain where the line was",
    ),
    "a fall": ("fall", "fall"),
    "new or stronger suicidal thoughts": ("suicidal_thoughts", "New or stronger suicidal"),
    "mood or agitation getting worse": ("mood", "Mood or agitation getting worse"),
    "hardly sleeping with racing thoughts": ("racing_thoughts", "Hardly sleeping", "racing"),
    "pain, burning, blood, far more often or not at all when passing urine": (
        "urine",
        "hurts",
        "burns",
        "blood",
        "far more often",
        "not work at all",
    ),
    "yellow skin": ("yellow_skin", "Yellow skin"),
    "wanting ketamine outside the clinic": ("wanting_ketamine", "ketamine outside the clinic"),
}
DAYS_AFTER = {
    "flat or worse afterwards; not your fault; other help; tell someone today": (
        "flat_or_worse",
        "Some people feel flat or worse afterwards.",
        "It is not your fault, and other help exists.",
        "Tell someone today.",
    ),
}

CONDITIONS = {
    "poorly controlled high blood pressure": ("high_blood_pressure", "High blood pressure"),
    "heart disease": ("heart_disease", "Heart disease"),
    "arrhythmia": ("arrhythmia", "arrhythmia"),
    "recent heart attack": ("heart_attack_or_stroke", "recent", "heart attack"),
    "recent stroke": ("heart_attack_or_stroke", "recent", "stroke"),
    "aneurysm": ("aneurysm", "aneurysm"),
    "psychosis history": ("psychosis", "Psychosis", "past"),
    "mania history": ("mania", "Mania", "past"),
    "severe liver disease": ("liver", "Severe liver disease"),
    "raised pressure in the head": ("head_pressure", "pressure in the head"),
    "raised pressure in the eye (glaucoma)": ("eye_pressure", "pressure in the eye", "glaucoma"),
    "seizures": ("seizures", "Seizures"),
    "pregnancy": ("pregnancy", "Pregnancy"),
    "breast-feeding": ("breast_feeding", "Breast-feeding"),
    "substance use now or past": ("substance_use", "Alcohol or drug use", "now", "past"),
    "thyroid disease": ("thyroid", "Thyroid disease"),
    "sleep apnea": ("sleep_apnea", "Sleep apnea"),
    "bladder problems": ("bladder", "Bladder problems"),
    "allergy to ketamine": ("ketamine_allergy", "allergy to ketamine"),
    "upcoming surgery": ("surgery", "operation", "coming up"),
}

ASK_BY_NAME = {
    "benzodiazepines": ("benzodiazepines", "benzodiazepines"),
    "sleeping tablets": ("sleeping_tablets", "sleeping tablets"),
    "lamotrigine": ("lamotrigine", "lamotrigine"),
    "stimulants": ("stimulants", "stimulants"),
    "blood-pressure tablets": ("blood_pressure", "blood-pressure tablets"),
    "opioids": ("opioids", "opioids"),
    "insulin": ("sugar_and_weight_injections", "insulin"),
    "weight-loss or sugar injections (GLP-1)": (
        "sugar_and_weight_injections",
        "weight-loss or sugar injections",
    ),
    "MAO inhibitors": ("mao_inhibitors", "MAO inhibitors"),
    "theophylline": ("theophylline", "theophylline"),
    "thyroid tablets": ("thyroid_tablets", "thyroid tablets"),
}

NOTICED = {
    "nausea": ("nausea", "Nausea"),
    "vomiting": ("vomiting", "Vomiting"),
    "involuntary movement": ("involuntary_movement", "Muscle movements you did not intend"),
    "trouble sleeping": ("trouble_sleeping", "Trouble sleeping"),
    "loss of appetite": ("loss_of_appetite", "Loss of appetite"),
    "dizziness": ("dizziness", "Dizziness"),
    "drowsiness": ("drowsiness", "Drowsiness"),
    "confusion": ("confusion", "Confusion"),
    "double vision": ("double_vision", "Double vision"),
    "blurred vision": ("blurred_vision", "Blurred vision"),
    "altered perception": (
        "altered_perception",
        "Time, color, texture or sound seemed different",
    ),
    "dissociation": ("dissociation", "Feeling outside your body"),
    "from trials: headache": ("headache", "Headache"),
    "from trials: anxiety": ("anxiety", "Anxiety"),
    "from trials: a frightening experience": ("frightening_experience", "frightening experience"),
    "later: pain": ("painful_urination", "Pain when passing urine"),
    "later: burning": ("burning_urination", "Burning when passing urine"),
    "later: far more often": ("frequent_urination", "far more often"),
    "later: blood": ("blood_in_urine", "Blood in the urine"),
    "monthly: craving, in the words of when to call": (
        "wanting_ketamine",
        "Wanting ketamine outside the clinic",
    ),
}
CANNOT_BE_FELT = {
    "high blood pressure": ("told_high_pressure", "Were you told your blood pressure was high?"),
}

USUAL = {
    "floating": ("usual_floating", "floating"),
    "time or sounds seeming different": ("usual_time_and_sounds", "Time or sounds"),
    "numbness or tingling": ("usual_tingling", "Numbness or tingling"),
    "dizziness": ("usual_dizziness", "Dizziness"),
    "nausea": ("usual_nausea", "Nausea"),
    "sleepiness": ("usual_sleepiness", "Sleepiness"),
    "during and soon after": ("usual_when", "During the infusion and soon after"),
}

BREATHING = {
    "coherent, in 5 s, out 5 s, no holds": ("coherent", "in 5 seconds, out 5 seconds", "No holds"),
    "or 4 in, 6 out": ("coherent_long_out", "In 4 seconds, out 6 seconds", "No holds"),
    "cyclic sighing, in 2 s, top-up in 1 s, out 6 s": (
        "cyclic_sighing",
        "In 2 seconds",
        "a little more for 1 second",
        "out 6 seconds",
    ),
    "5 min a day improved mood most in healthy adults": (
        "cyclic_sighing",
        "In a study of healthy adults",
        "5 minutes a day",
        "mood most",
    ),
    "box, 4-4-4-4": ("box", "In 4 seconds, hold 4, out 4, hold 4"),
    "holds are off until the patient turns them on": (
        "box",
        "The holds are off until you turn them on",
    ),
    "4-7-8, in 4, hold 7, out 8": ("four_seven_eight", "In 4 seconds, hold 7, out 8"),
    "at most 4 cycles to begin with": ("four_seven_eight", "To begin with, four breaths at most"),
}
CAUTIONS = {
    "dizzy, tingly or anxious: stop, breathe normally": (
        "caution",
        "Dizzy, tingly or anxious?",
        "Stop and breathe normally.",
    ),
    "holds: heart, lung or eye-pressure trouble": (
        "holds",
        "heart, lung or eye-pressure trouble",
        "leave out the holds",
    ),
    "holds: seizures": ("holds", "seizures"),
    "holds: pregnant": ("holds", "pregnant"),
    "holds: ask your clinic": ("holds", "ask your clinic"),
    "paced breathing is for before": (
        "before_only",
        "for before an infusion",
        "During and after it, breathe as you like.",
    ),
}

PROMISE = re.compile(
    r"\b(help|calm|relax|sooth|ease|heal|cure|safe)\w*|\b(better|best|will|must|should|always)\b",
    re.IGNORECASE,
)
"""Words of somebody who promises or presses."""

COUNTED = r"[Nn]ame (\w+) things? (?:that )?you can (\w+)"

CRISIS_LINES = {
    "US": ("911", "988", "741741"),
    "CA": ("911", "988"),
    "GB": ("999 or 112", "116 123", "85258"),
    "IE": ("999 or 112", "116 123"),
    "AU": ("000", "13 11 14", "0477 13 11 14"),
    "NZ": ("111", "1737"),
    "DE": ("112", "0800 111 0 111", "0800 111 0 222"),
    "AT": ("112", "142"),
    "CH": ("112", "143"),
    "FR": ("112", "3114"),
    "BE": ("112", "1813", "0800 32 123"),
    "ES": ("112", "024"),
    "PT": ("112", "1411"),
    "IT": ("112", "02 2327 2327"),
    "NL": ("112", "113", "0800-0113"),
    "SE": ("112", "90101"),
    "MX": ("911", "800 911 2000"),
    "BR": ("192", "188"),
    "IN": ("112", "14416"),
    "JP": ("119", "0120-279-338"),
    "ZA": ("112", "0800 567 567"),
    "TW": ("119", "1925"),
    "KR": ("119", "109"),
}
"""The emergency number, then the crisis lines in their order."""

HOURS = {"1411": "Day and night", "02 2327 2327": "About 10:00 to 24:00"}
TEXTED = {"741741": "Text HOME", "85258": "Text SHOUT", "0477 13 11 14": "Lifeline, text"}


def untold(facts: Mapping[str, tuple[str, ...]], told: Mapping[str, str]) -> list[str]:
    """Return the *facts* that *told*, words by id, does not tell."""
    return [
        fact
        for fact, (one, *words) in facts.items()
        if not all(word in told.get(one, "") for word in words) or one not in told
    ]


def without_a_fact(facts: Mapping[str, tuple[str, ...]], told: Iterable[str]) -> set[str]:
    """Return the ids among *told* that stand for none of *facts*."""
    return set(told) - {one for one, *_words in facts.values()}


def by_id(sentences: Iterable[Sentence | AskGroup]) -> dict[str, str]:
    """Return the text of each sentence by its id, of which each has its own."""
    listed = list(sentences)
    texts = {one.id: one.text for one in listed}
    assert len(texts) == len(listed)
    return texts


@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.value)
def test_the_checklist_has_every_item_in_its_stage(stage: Stage) -> None:
    """What is missing, what is new, and what stands among the wrong days is decided here."""
    facts = GETTING_READY[stage]

    told = {i.id: f"{i.title}. {i.why}" for i in CONTENT.checklist if i.stage is stage}

    assert untold(facts, told) == []
    assert without_a_fact(facts, told) == set()


def test_no_item_has_the_id_of_another() -> None:
    """A tick belongs to one item."""
    ids = [item.id for item in CONTENT.checklist]

    assert len(ids) == len(set(ids))


def test_items_open_the_fields_they_ask_for() -> None:
    """The ride who, phone and time; the music which; the notes for the clinic their own part."""
    opens = {item.id: item.detail for item in CONTENT.checklist if item.detail is not None}

    assert opens == {
        "ride_home": Detail.RIDE,
        "music": Detail.MUSIC,
        **dict.fromkeys(OPENS, Detail.CONSULTATION),
    }


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (EMERGENCY, by_id(CONTENT.when_to_call.emergency)),
        (SAME_DAY, by_id(CONTENT.when_to_call.same_day)),
        (DAYS_AFTER, by_id(CONTENT.when_to_call.days_after)),
        (CONDITIONS, CONTENT.conditions),
        (ASK_BY_NAME, by_id(CONTENT.ask_list.groups)),
        (NOTICED, CONTENT.effect_names),
        (BREATHING, {one.id: one.text for one in CONTENT.breathing.patterns}),
        (CAUTIONS, by_id(CONTENT.breathing.sentences)),
    ],
    ids=[
        "emergency",
        "same_day",
        "days_after",
        "conditions",
        "ask_by_name",
        "effects",
        "breathing",
        "cautions",
    ],
)
def test_a_list_tells_its_facts_and_no_others(
    facts: Mapping[str, tuple[str, ...]], told: Mapping[str, str]
) -> None:
    """Each by its id; a new line, or one that is gone, is decided here."""
    assert untold(facts, told) == []
    assert without_a_fact(facts, told) == set()


def test_a_script_is_short_and_says_only_what_to_notice_or_do() -> None:
    """Three of them, in short steps: nothing claims that it helps, calms or cures."""
    scripts = {script.id: script for script in CONTENT.scripts}

    assert list(scripts) == ["grounding", "body_scan", "muscle_relaxation"]
    for script in scripts.values():
        assert 5 <= len(script.steps) <= 10
        assert max(len(step.text) for step in script.steps) <= 110
        words = " ".join((script.title, script.text, *(step.text for step in script.steps)))
        assert PROMISE.search(words) is None


def test_counting_down_goes_from_five_to_one() -> None:
    """See, feel, hear, smell, taste."""
    (grounding, *_others) = CONTENT.scripts
    found = [re.search(COUNTED, step.text) for step in grounding.steps[:5]]

    assert [(one[1], one[2]) for one in found if one is not None] == [
        ("five", "see"),
        ("four", "feel"),
        ("three", "hear"),
        ("two", "smell"),
        ("one", "taste"),
    ]


@pytest.mark.parametrize("script", ["body_scan", "muscle_relaxation"])
def test_wherever_hands_arms_or_shoulders_are_named_the_line_is_minded(script: str) -> None:
    """And before anything is tensed it is said once for all of it."""
    steps = next(one.steps for one in CONTENT.scripts if one.id == script)

    moved = [step for step in steps if re.search(r"\b(hands?|arms?)\b|Shoulders:", step.text)]

    assert moved
    assert all("line" in step.text for step in moved)
    assert all(step.source == "cannula_arm" for step in moved)
    assert script == "body_scan" or moved[0] is steps[0]


def test_every_breathing_pattern_has_its_words_and_its_seconds() -> None:
    """In the order of the screen; what is read is what is breathed."""
    assert [one.id for one in CONTENT.breathing.patterns] == [one.id for one in PATTERNS]
    for pattern in PATTERNS:
        words = CONTENT.breathing.of(pattern.id)
        assert words is not None
        told = [int(number) for number in re.findall(r"\b\d+\b", words.text.partition(". ")[0])]
        assert told == [step.seconds for step in pattern.steps]
    assert CONTENT.breathing.of("own23456") is None


def test_each_list_of_when_to_call_is_in_the_order_of_the_facts() -> None:
    """What cannot wait is found by looking down the list as it was agreed."""
    lists = CONTENT.when_to_call

    assert list(by_id(lists.emergency)) == [one for one, *_words in EMERGENCY.values()]
    assert list(by_id(lists.same_day)) == [one for one, *_words in SAME_DAY.values()]


def test_what_no_answer_leads_to_is_told() -> None:
    """The clinic's number out of hours, or the emergency number."""
    assert CONTENT.about["no_answer_phone"] == (
        "No answer? {out_of_hours}, or the emergency number."
    )
    assert CONTENT.about["no_answer"] == "No answer? Call the emergency number."


def test_effects_that_cannot_be_felt_are_asked_another_way() -> None:
    """And those that many people like are asked whether they bothered."""
    assert untold(CANNOT_BE_FELT, CONTENT.documents) == []
    assert CONTENT.documents["did_it_bother"] == "Did it bother you?"
    assert set(EFFECTS) >= OFTEN_WELCOME == {"altered_perception", "dissociation"}


def test_a_companion_reads_what_is_usual() -> None:
    """All of it, and nothing that is not usual."""
    usual = {one: text for one, text in CONTENT.documents.items() if one.startswith("usual_")}

    assert untold(USUAL, usual) == []
    assert without_a_fact(USUAL, usual) == set()


def test_every_country_has_its_numbers() -> None:
    """The emergency number and each crisis line, digit for digit."""
    countries = CONTENT.crisis_lines.countries

    assert {
        one.code: (one.emergency, *(line.number for line in one.lines)) for one in countries
    } == CRISIS_LINES


def test_a_line_says_its_hours_and_how_it_is_texted() -> None:
    """Nobody calls a number that only reads, or one that is asleep."""
    lines = [line for one in CONTENT.crisis_lines.countries for line in one.lines]

    assert {line.number: line.hours for line in lines if line.hours} == HOURS
    assert {line.number: line.how for line in lines if "call" not in line.how.lower()} == TEXTED


def test_elsewhere_there_is_a_place_to_look() -> None:
    """For every country that is not listed."""
    elsewhere = CONTENT.crisis_lines.elsewhere

    assert (elsewhere.emergency, elsewhere.website) == (
        "Your local emergency number",
        "findahelpline.com",
    )
