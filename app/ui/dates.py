"""Dates, times and durations as the patient's own country writes them."""

from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QDate, QLocale, QTime

from app.i18n import _, ngettext

_FIRST_YEAR: Final = 1000
"""A year has four digits."""

_CENTURY: Final = 2000
"""Where years of two digits are."""


def set_language(language: str) -> None:
    """Write dates in *language*, with the habits of the computer's country where they agree."""
    system = QLocale.system()
    wanted = QLocale(language)
    use_system = system.language() == wanted.language() and system.name() != "C"
    QLocale.setDefault(system if use_system else wanted)


def day_name(day: date) -> str:
    """Return "Monday 30 November"."""
    # Translators: a date format of Qt. dddd is the weekday, d the day, MMMM the month.
    return QLocale().toString(_qdate(day), _("dddd d MMMM"))


def day_and_year(day: date) -> str:
    """Return "Monday 30 November 2026"."""
    # Translators: a date format of Qt: weekday, day, month, year.
    return QLocale().toString(_qdate(day), _("dddd d MMMM yyyy"))


def day_without_weekday(day: date) -> str:
    """Return "30 November"."""
    # Translators: a date format of Qt. d is the day, MMMM the month.
    return QLocale().toString(_qdate(day), _("d MMMM"))


def weekday_name(day: date) -> str:
    """Return the weekday in short, "Mon"."""
    # Translators: a date format of Qt. ddd is the weekday in short.
    return QLocale().toString(_qdate(day), _("ddd"))


def day_with_year(day: date) -> str:
    """Return "30 November 2026"."""
    # Translators: a date format of Qt. d is the day, MMMM the month, yyyy the year.
    return QLocale().toString(_qdate(day), _("d MMMM yyyy"))


def short_day_name(day: date) -> str:
    """Return "30 Nov"."""
    # Translators: a date format of Qt. d is the day, MMM the month in short.
    return QLocale().toString(_qdate(day), _("d MMM"))


def day_in_short(day: date) -> str:
    """Return "30 Nov 2026"."""
    # Translators: a date format of Qt. d is the day, MMM the month in short, yyyy the year.
    return QLocale().toString(_qdate(day), _("d MMM yyyy"))


def month_name(day: date) -> str:
    """Return "November 2026"."""
    # Translators: a date format of Qt. MMMM is the month, yyyy the year.
    return QLocale().toString(_qdate(day), _("MMMM yyyy"))


def time_name(moment: datetime | time) -> str:
    """Return the time of day, "1:30 PM" or "13:30"."""
    qtime = QTime(moment.hour, moment.minute)
    return QLocale().toString(qtime, QLocale.FormatType.ShortFormat)


def not_before(moment: datetime) -> str:
    """Return "Not before Tuesday 1 December, 8:00 AM": what has to wait until *moment*."""
    day, time_of_day = day_name(moment.date()), time_name(moment)
    return _("Not before {day}, {time}").format(day=day, time=time_of_day)


def wall_time_name(wall_time: str) -> str:
    """Return a stored "13:30" as the patient's country writes it."""
    return time_name(time.fromisoformat(wall_time))


def minutes_name(minutes: int) -> str:
    """Return "1 minute", "40 minutes"."""
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def day_in_digits(day: date) -> str:
    """Return the day as it is written in short, with the whole year: "11/30/2026"."""
    return QLocale().toString(_qdate(day), _short_format())


def day_from(text: str) -> date | None:
    """Return the day that *text* says: in digits as this country writes it, in words, or as in
    a file, "2026-11-30"; nothing if it says none.
    """  # noqa: D205 -- one sentence
    words = " ".join(text.split())
    # Translators: a date format of Qt. d is the day, MMMM the month, yyyy the year.
    long = _("d MMMM yyyy")
    whole, short = _short_format(), _short_format().replace("yyyy", "yy")
    for form in (whole, long, _("d MMM yyyy"), "yyyy-MM-dd", "yyyy-M-d"):
        found = QLocale().toDate(words, form)
        if found.isValid() and found.year() >= _FIRST_YEAR:
            return date(found.year(), found.month(), found.day())
    found = QLocale().toDate(words, short, _CENTURY)
    return date(found.year(), found.month(), found.day()) if found.isValid() else None


def _short_format() -> str:
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return form if "yyyy" in form else form.replace("yy", "yyyy")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
