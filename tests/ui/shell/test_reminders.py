"""Reminders above the page, and an icon in the tray: off, until somebody wants them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from app.domain.calm_phases import single
from app.domain.infusion import Infusion
from app.domain.preferences import Look, Reminding, ThemeName
from app.domain.reminders import About, Reminder
from app.shell.attention import Attention
from app.shell.reminder_words import reminder_words
from app.shell.reminding import LONGEST_WAIT
from app.shell.tray import Tray
from app.ui.theme.theme import Theme
from tests.support import lint, pages
from tests.support.clock import START
from tests.support.seat import Seat

HEALTH = (
    "infusion", "ketamine", "clinic", "medic", "health", "treatment", "therap", "drug", "drip",
    "dose", "food", "eat", "meal", "drink", "fast", "alcohol", "driv", "ride", "nurse", "doctor",
    "staff", "mood", "pain", "anxi", "sleep", "feel", "symptom", "side effect", "check-in",
    "check in", "journal", "questionnaire", "score", "recover", "session", "calm", "patient",
)  # fmt: skip
"""What somebody who looks over a shoulder is not to read; each as the beginning of a word."""

ON = Reminding(while_open=True)
BOTH = Reminding(while_open=True, tray_icon=True)
TOMORROW = "You have an appointment tomorrow at"


class Desk(Seat):
    """A seat at which time passes for reminders too."""

    @property
    def attention(self) -> Attention | None:
        """What may ask for attention, if anything was ever wanted."""
        assert self.desktop.background is not None
        return self.desktop.background.attention

    def want(self, wanted: Reminding) -> None:
        """Set the settings, and let the program hear of it."""
        self.desktop.program.preferences.keep_reminders(wanted)
        self.settle()

    def appointment(self, days: int = 1, arrive: str = "13:30") -> Infusion:
        """Plan an infusion, half an hour from home."""
        plan = replace(self.plan(days, arrive), travel_minutes=30)
        return self.desktop.program.infusions.keep(plan)

    def wait(self, **duration: float) -> None:
        """Let time pass, and the program look at the clock."""
        self.settle()
        self.clock.advance(**duration)
        assert self.attention is not None
        assert self.attention.reminding is not None
        self.attention.reminding.look()
        self.settle()

    @property
    def tray(self) -> Tray:
        """The icon in the tray, which is there."""
        assert self.attention is not None
        assert self.attention.tray is not None
        return self.attention.tray

    @property
    def is_reminded(self) -> bool:
        """Whether the strip is there."""
        return self.shows("reminder:dismiss")

    def timer_runs(self) -> bool:
        """Tell whether anything waits for the clock."""
        assert self.attention is not None
        assert self.attention.reminding is not None
        return self.attention.reminding._timer.isActive()


@pytest.fixture
def seat(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Sit down at the open window, once it has painted."""
    taken = Desk(tmp_path)
    qtbot.waitUntil(lambda: taken.desktop.background is not None)
    yield taken
    taken.close()


class SystemTray:
    """Stands for the desktop's own, and remembers what it was asked to show."""

    def __init__(self) -> None:
        self.icons: list[QSystemTrayIcon] = []
        self.messages: list[tuple[str, str]] = []


@pytest.fixture
def system_tray(monkeypatch: pytest.MonkeyPatch) -> SystemTray:
    """Return the tray of a desktop that has one."""
    tray = SystemTray()

    def show(icon: QSystemTrayIcon) -> None:
        tray.icons.append(icon)

    def hide(icon: QSystemTrayIcon) -> None:
        tray.icons.remove(icon)

    def tell(icon: QSystemTrayIcon, title: str, words: str, *rest: object) -> None:
        tray.messages.append((title, words))

    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", show)
    monkeypatch.setattr(QSystemTrayIcon, "hide", hide)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", tell)
    return tray


def test_nothing_reminds_until_it_is_wanted(seat: Desk) -> None:
    """Quiet by default: no timer, no strip, not even a module's object."""
    seat.appointment()
    seat.settle()

    seat.clock.advance(hours=9)
    seat.settle()

    assert seat.attention is None
    assert not seat.is_reminded
    assert "reminders" not in (seat.files().partition("kind: settings")[2])


def test_a_reminder_stands_above_the_page_and_takes_no_focus(seat: Desk) -> None:
    """Whoever is typing goes on typing."""
    seat.want(ON)
    seat.appointment()
    seat.go("check_in", "new")
    seat.find("check_in:words").setFocus()

    seat.wait(hours=9)
    seat.type("on and on")

    assert seat.is_reminded
    assert TOMORROW in seat.words
    assert seat.focus == "check_in:words"


def test_it_is_dismissed_by_its_button(seat: Desk) -> None:
    """And does not come back with the next look."""
    seat.want(ON)
    seat.appointment()
    seat.wait(hours=9)

    seat.click("reminder:dismiss")
    seat.wait(minutes=1)

    assert not seat.is_reminded
    assert seat.here == "today"


def test_it_leads_to_today_where_it_only_says_so(seat: Desk) -> None:
    """On Today itself there is nowhere to go."""
    seat.want(ON)
    seat.appointment()
    seat.wait(hours=9)
    assert not seat.shows("reminder:open")
    seat.go("prepare")

    seat.click("reminder:open")
    seat.wait(minutes=1)

    assert seat.here == "today"
    assert not seat.is_reminded


def test_it_goes_by_itself_when_it_is_no_longer_true(seat: Desk) -> None:
    """At midnight tomorrow is today."""
    seat.want(ON)
    seat.appointment()
    seat.wait(hours=9)

    seat.wait(hours=6)

    assert not seat.is_reminded


def test_it_goes_with_what_it_was_about(seat: Desk) -> None:
    """A plan that is removed reminds of nothing; brought back, it is not told again as news."""
    seat.want(ON)
    planned = seat.appointment()
    seat.wait(hours=9)

    seat.desktop.program.infusions.delete(planned)
    seat.settle()

    assert not seat.is_reminded


def test_it_waits_for_the_end_of_a_calm_session(seat: Desk) -> None:
    """Wherever in the program the patient is meanwhile."""
    seat.want(ON)
    seat.appointment()
    seat.clock.advance(hours=8, minutes=50)
    seat.desktop.program.calm.start(single(30))
    seat.go("journal")

    seat.wait(minutes=15)
    meanwhile = seat.is_reminded
    seat.desktop.program.calm.end()
    seat.settle()

    assert not meanwhile
    assert seat.is_reminded


@pytest.mark.parametrize("page", ["help", "companion", "calm_running"])
def test_it_is_not_shown_where_it_is_not_wanted(seat: Desk, page: str) -> None:
    """Not above the numbers of those who help, and not to the companion: it waits for a page."""
    seat.want(ON)
    seat.appointment()
    seat.go(page)

    seat.wait(hours=9)
    meanwhile = seat.is_reminded
    seat.go("journal")

    assert not meanwhile
    assert seat.is_reminded


def test_a_long_session_lets_it_expire(seat: Desk) -> None:
    """Nothing is waiting at the end of it."""
    seat.want(ON)
    seat.appointment()
    seat.clock.advance(hours=8, minutes=50)
    seat.desktop.program.calm.start(single(60))
    seat.wait(minutes=55)

    seat.desktop.program.calm.end()
    seat.go("today")

    assert not seat.is_reminded


def test_switched_off_it_is_gone_at_once_and_on_again_tells_nothing_old(seat: Desk) -> None:
    """Both without a new start."""
    seat.want(ON)
    seat.appointment()
    seat.wait(hours=9)

    seat.want(Reminding())
    off = seat.is_reminded
    seat.want(ON)
    seat.wait(minutes=1)

    assert not off
    assert not seat.is_reminded
    seat.wait(hours=12, minutes=59)
    assert "The next time in your plan is" in seat.words


def test_the_clock_is_looked_at_only_while_something_is_to_come(seat: Desk) -> None:
    """No timer runs for an empty plan; with one, it rings in time and at least every minute."""
    seat.want(ON)
    assert not seat.timer_runs()

    seat.appointment()
    seat.settle()

    assert seat.timer_runs()
    seat.wait(hours=8, minutes=59, seconds=50)
    assert seat.attention is not None
    assert seat.attention.reminding is not None
    assert seat.attention.reminding._timer.interval() == 10_000
    seat.wait(seconds=10)
    assert seat.attention.reminding._timer.interval() == LONGEST_WAIT.total_seconds() * 1000


def test_what_came_due_while_the_program_was_closed_is_not_made_up_for(
    seat: Desk, qtbot: QtBot
) -> None:
    """Today shows it anyway."""
    seat.want(ON)
    seat.appointment()
    seat.clock.advance(hours=9)

    seat.reopen()
    qtbot.waitUntil(lambda: seat.desktop.background is not None)
    seat.settle()
    seat.wait(minutes=1)

    assert not seat.is_reminded


def test_it_stands_below_what_is_said_about_files(seat: Desk) -> None:
    """News of the program come first, however late they come."""
    seat.want(ON)
    seat.appointment()
    seat.wait(hours=9)

    seat.desktop.window.tell("Something went wrong.")
    seat.settle()

    assert seat.top("news:dismiss") < seat.top("reminder:dismiss")


@pytest.mark.parametrize(("percent", "size"), pages.SIZES)
def test_the_strip_is_whole_at_every_size(seat: Desk, percent: int, size: tuple[int, int]) -> None:
    """With its longest sentence and both of its buttons."""
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    seat.desktop.program.preferences.keep_look(look)
    seat.desktop.window.resize(*size)
    seat.go("journal")
    seat.want(ON)
    seat.appointment()

    seat.wait(hours=9)

    (strip,) = (one for one in seat.desktop.window.findChildren(QWidget) if _holds_reminder(one))
    assert lint.clipped(strip) == []
    assert lint.small_targets(strip) == []


def _holds_reminder(widget: QWidget) -> bool:
    return type(widget).__name__ == "NewsStrip" and widget.isVisible()


def test_no_sentence_names_what_is_for_nobody_elses_eyes(theme: Theme) -> None:
    """Over a shoulder, in a tray, on a locked screen: it could be the dentist."""
    kinds = [*((about, START) for about in About), (About.TOMORROW, None)]
    sentences = [
        reminder_words(Reminder(about=about, infusion="a7k", at=START, until=START, time=time))
        for about, time in kinds
    ]

    assert len(set(sentences)) == len(kinds)
    for sentence in sentences:
        assert not [word for word in HEALTH if re.search(rf"\b{word}", sentence.lower())]


def test_without_a_tray_there_is_no_icon(seat: Desk) -> None:
    """The setting may come from another computer."""
    seat.want(BOTH)

    assert seat.attention is not None
    assert seat.attention.tray is None


def test_an_icon_opens_the_window_and_help(seat: Desk, system_tray: SystemTray) -> None:
    """By its menu, or by a click; its name says nothing."""
    seat.want(Reminding(tray_icon=True))
    tray = seat.tray
    seat.desktop.window.showMinimized()

    tray.menu.actions()[0].trigger()

    assert not seat.desktop.window.isMinimized()
    assert [one.text() for one in tray.menu.actions() if one.text()] == [
        "Open Soft Landing",
        "Help now",
        "Quit",
    ]
    assert tray.icon.toolTip() == "Soft Landing"
    tray.menu.actions()[1].trigger()
    assert seat.here == "help"
    seat.desktop.window.showMinimized()
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert seat.desktop.window.isMinimized()
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not seat.desktop.window.isMinimized()


def test_its_picture_is_seen_on_any_ground_and_follows_the_theme(
    seat: Desk, system_tray: SystemTray
) -> None:
    """It brings its own ground along."""
    seat.want(Reminding(tray_icon=True))
    icon = seat.tray.icon

    def ground() -> str:
        return icon.icon().pixmap(16, 16).toImage().pixelColor(8, 1).name()

    before = ground()
    seat.desktop.program.preferences.keep_look(Look(theme=ThemeName.DARK))

    assert before == seat_color("light")
    assert ground() == seat_color("dark")


def seat_color(theme: str) -> str:
    """Return the main color of a theme."""
    return {"light": "#1f5851", "dark": "#86cbbe"}[theme]


def test_a_message_at_the_icon_comes_only_when_the_window_is_not_in_front(
    seat: Desk, system_tray: SystemTray
) -> None:
    """The same sentence is not said twice to the same eyes; a click leads to Today."""
    seat.want(BOTH)
    seat.appointment()
    seat.wait(hours=9)
    assert system_tray.messages == []
    other = QWidget()
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)

    seat.wait(hours=13)

    (message,) = system_tray.messages
    assert message[0] == "Soft Landing"
    assert message[1].startswith("The next time in your plan is")
    other.close()
    seat.go("journal")
    seat.tray.icon.messageClicked.emit()
    assert seat.here == "today"
    assert not seat.is_reminded


def test_the_end_of_a_session_is_told_at_the_icon_too(
    seat: Desk, system_tray: SystemTray, qtbot: QtBot
) -> None:
    """For somebody who looks at another program; a click leads to what the session says."""
    seat.want(Reminding(tray_icon=True))
    seat.go("calm")
    seat.click("calm:start")
    seat.go("journal")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)

    seat.clock.advance(minutes=5, seconds=1)
    seat.desktop.places.calm.model.look()

    assert system_tray.messages == [
        ("Soft Landing", "The calm session is over. It is in your journal.")
    ]
    other.close()
    seat.tray.icon.messageClicked.emit()
    assert seat.here == "calm_running"
    assert "The time is over" in seat.words


def test_without_an_icon_there_is_no_message(seat: Desk, system_tray: SystemTray) -> None:
    """The strip is enough."""
    seat.want(ON)
    seat.appointment()
    seat.desktop.window.showMinimized()

    seat.wait(hours=9)

    assert system_tray.messages == []


def test_quitting_at_the_icon_saves_as_closing_does(seat: Desk, system_tray: SystemTray) -> None:
    """A sentence half typed is on the disk; the window says so if it cannot be."""
    seat.want(Reminding(tray_icon=True))
    seat.go("check_in", "new")
    seat.find("check_in:words").setFocus()
    seat.type("The room felt big")

    seat.tray.menu.actions()[-1].trigger()
    seat.wait_for("the window to close", lambda: not seat.desktop.window.isVisible())

    assert "The room felt big" in seat.files()
    assert system_tray.icons == []


def test_quitting_with_nothing_to_save_closes_at_once(seat: Desk, system_tray: SystemTray) -> None:
    """And the icon goes with the window."""
    seat.want(BOTH)
    seat.write_out()

    seat.tray.menu.actions()[-1].trigger()

    assert not seat.desktop.window.isVisible()
    assert system_tray.icons == []


def test_the_icon_goes_when_it_is_switched_off(seat: Desk, system_tray: SystemTray) -> None:
    """Nothing of it stays, and the window does not close with it."""
    seat.want(BOTH)
    before = len(system_tray.icons)

    seat.want(ON)

    assert (before, system_tray.icons) == (1, [])
    assert seat.timer_runs() is False
    assert seat.desktop.window.isVisible()


def test_nothing_is_said_of_what_was_deleted(seat: Desk) -> None:
    """It goes with the files, and comes back neither at once nor in the morning."""
    seat.want(ON)
    seat.appointment()
    seat.write_out()
    seat.wait(hours=9)
    assert seat.is_reminded
    seat.go("farewell")
    seat.write("farewell:word", "delete")

    seat.click("farewell:delete")
    seat.expect_words("Everything is deleted")

    assert not seat.is_reminded
    seat.wait(hours=13)
    assert not seat.is_reminded
    assert not seat.timer_runs()
