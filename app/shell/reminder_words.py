"""Reminders in words that anybody may read over a shoulder: they never say what it is for."""

from app.domain.reminders import About, Reminder
from app.i18n import _
from app.ui.dates import time_name


def reminder_words(reminder: Reminder) -> str:
    """Return *reminder* as one sentence without any matter of health in it."""
    if reminder.about is About.SOMETHING_OPEN:
        return _("Something is open for you on Today.")
    if reminder.time is None:
        return _("You have an appointment tomorrow.")
    words = {
        About.TOMORROW: _("You have an appointment tomorrow at {time}."),
        About.APPOINTMENT: _("You have an appointment at {time}."),
        About.LEAVING: _("You planned to leave at {time}."),
        About.A_TIME: _("The next time in your plan is {time}."),
    }
    return words[reminder.about].format(time=time_name(reminder.time))
