"""Profile and settings."""

from app.domain.preferences import Look, Profile, Reminding, ThemeName
from app.services.changes import Kind
from tests.support.day import Day


def test_what_is_set_is_there_after_starting_again(day: Day) -> None:
    """Profile, look, reminders, language and the first start."""
    preferences = day.program.preferences
    preferences.keep_profile(Profile(name="Anna", country="US"))
    preferences.keep_look(Look(theme=ThemeName.DARK, text_percent=150))
    preferences.keep_reminders(Reminding(while_open=True))
    preferences.keep_language("en")
    preferences.first_run_done(day.clock.now())

    again = day.reopen().preferences

    assert again.profile == Profile(name="Anna", country="US")
    assert again.settings.look == Look(theme=ThemeName.DARK, text_percent=150)
    assert again.settings.reminders == Reminding(while_open=True, tray_icon=False)
    assert (again.settings.language, again.settings.first_run_at) == ("en", day.clock.now())


def test_what_says_nothing_new_is_not_written_again(day: Day) -> None:
    """Nobody hears of it either."""
    heard: list[Kind] = []
    day.program.changes.listen(heard, heard.append)

    day.program.preferences.keep_profile(Profile())
    day.program.preferences.keep_look(Look())
    day.program.preferences.keep_reminders(Reminding())

    assert heard == []
