"""The names of things on screen that several pages show."""

from app.domain.check_in import Bothering, Rating, TimePoint, Told
from app.domain.checklist import Stage
from app.domain.effects import Began, Bother, Lasted, Severity
from app.domain.infusion import Infusion
from app.domain.questionnaire import QuestionnaireName
from app.i18n import _


def stage_name(stage: Stage) -> str:
    """Return the heading of *stage*."""
    return {
        Stage.WEEK_BEFORE: _("Week before"),
        Stage.DAY_BEFORE: _("Day before"),
        Stage.MORNING: _("Morning"),
        Stage.AT_CLINIC: _("At the clinic"),
        Stage.AFTER: _("After"),
    }[stage]


def check_in_name(time_point: TimePoint) -> str:
    """Return the title of a check-in."""
    return {
        TimePoint.BEFORE: _("Check-in before"),
        TimePoint.STRAIGHT_AFTER: _("Check-in straight after"),
        TimePoint.TWO_HOURS: _("Check-in after about 2 hours"),
        TimePoint.NEXT_MORNING: _("Next-morning check-in"),
        TimePoint.DAY_3: _("Day 3 check-in"),
        TimePoint.DAY_7: _("Day 7 check-in"),
        TimePoint.MONTHLY: _("Monthly check-in"),
        TimePoint.ANY_TIME: _("Check-in"),
    }[time_point]


def time_point_name(time_point: TimePoint) -> str:
    """Return when a check-in is made, in words."""
    return {
        TimePoint.BEFORE: _("Before"),
        TimePoint.STRAIGHT_AFTER: _("Straight after"),
        TimePoint.TWO_HOURS: _("About 2 hours later"),
        TimePoint.NEXT_MORNING: _("Next morning"),
        TimePoint.DAY_3: _("Day 3"),
        TimePoint.DAY_7: _("Day 7"),
        TimePoint.MONTHLY: _("Once a month"),
        TimePoint.ANY_TIME: _("Any time"),
    }[time_point]


def questionnaire_name(name: QuestionnaireName) -> str:
    """Return what a questionnaire is called; its name is the same in every language."""
    return {QuestionnaireName.PHQ_9: "PHQ-9", QuestionnaireName.GAD_7: "GAD-7"}[name]


def severity_name(severity: Severity) -> str:
    """Return how strong, in a word."""
    return {
        Severity.MILD: _("Mild"),
        Severity.MODERATE: _("Moderate"),
        Severity.SEVERE: _("Severe"),
    }[severity]


def bother_name(bother: Bother) -> str:
    """Return an answer to "Did it bother you?"."""
    return {Bother.NO: _("No"), Bother.A_LITTLE: _("A little"), Bother.YES: _("Yes")}[bother]


def began_name(began: Began) -> str:
    """Return an answer to "When did it begin?"."""
    return {
        Began.BEFORE: _("Before the infusion"),
        Began.DURING: _("During it"),
        Began.SOON_AFTER: _("Soon after"),
        Began.SAME_DAY: _("Later that day"),
        Began.LATER: _("On a later day"),
    }[began]


def lasted_name(lasted: Lasted) -> str:
    """Return an answer to "How long did it last?"."""
    return {
        Lasted.MINUTES: _("Minutes"),
        Lasted.AN_HOUR: _("About an hour"),
        Lasted.SOME_HOURS: _("Some hours"),
        Lasted.A_DAY: _("About a day"),
        Lasted.LONGER: _("Longer"),
    }[lasted]


def bothering_name(bothering: Bothering) -> str:
    """Return an answer to "Is anything bothering you?"."""
    return {
        Bothering.YES: _("Yes"),
        Bothering.NO: _("No"),
        Bothering.CANNOT_SAY: _("I can't say"),
    }[bothering]


def told_name(told: Told) -> str:
    """Return an answer to "Were you told your blood pressure was high?"."""
    return {
        Told.YES: _("Yes"),
        Told.NO: _("No"),
        Told.DONT_KNOW: _("I don't know"),
    }[told]


def rating_name(rating: Rating) -> str:
    """Return what is rated."""
    return {
        Rating.MOOD: _("Mood"),
        Rating.ANXIETY: _("Anxiety"),
        Rating.PAIN: _("Pain"),
        Rating.SLEEP: _("Sleep last night"),
        Rating.ENERGY: _("Energy"),
    }[rating]


def rating_ends(rating: Rating) -> tuple[str, str]:
    """Return what 0 and 10 mean."""
    return {
        Rating.MOOD: (_("0 very low"), _("10 very good")),
        Rating.ANXIETY: (_("0 none"), _("10 very strong")),
        Rating.PAIN: (_("0 none"), _("10 very strong")),
        Rating.SLEEP: (_("0 very bad"), _("10 very good")),
        Rating.ENERGY: (_("0 none"), _("10 a lot")),
    }[rating]


def infusion_name(infusion: Infusion) -> str:
    """Return "Infusion 3 of 6", or as much of it as is known."""
    if infusion.number is None:
        return _("Infusion")
    if infusion.total is None:
        return _("Infusion {number}").format(number=infusion.number)
    return _("Infusion {number} of {total}").format(number=infusion.number, total=infusion.total)
