"""A session under way: dark, a circle in the middle of the window, and little else."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calm import STEP_MINUTES
from app.domain.calm_session import CalmSession, SessionEnd
from app.i18n import _
from app.ui.calm.after import After
from app.ui.calm.foot import Foot
from app.ui.calm.model import CalmModel
from app.ui.calm.running_top import RunningTop
from app.ui.calm.words import (
    breath_words,
    ended_words,
    failed_words,
    left_words,
    running_words,
    silent_words,
)
from app.ui.route import Route
from app.ui.theme.night import NightTheme
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import announce
from app.ui.widgets.breath import BreathCircle
from app.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.labels import Balanced, Centered, Words
from app.ui.widgets.page import Page

ONE_LINE: Final = 960
"""The room that all keys need beside each other; see Page.room."""


class RunningPage(Page):
    """Pause, five minutes more or less, end; leaving lets it run on."""

    def __init__(
        self, theme: Theme, model: CalmModel, after: After, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, column=2000, parent=parent)
        self._model = model
        self._after = after
        self._ended: CalmSession | None = None
        self._is_seen = False
        self._night = NightTheme(theme, self, self)
        self.setAutoFillBackground(True)
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the session under way."""
        self._ended = None
        self.come_back()
        if self._model.running is None and self._model.finished is not None:
            self._take_end(self._model.finished)
            self._say_end()

    def come_back(self) -> None:
        """Show the session as it stands, or that it ended meanwhile."""
        self._model.look()
        self._show()
        first = self._done if self._model.running is None else self._pause
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._top = RunningTop(self._night)
        self._leave = LinkButton(self._night)
        self._leave.setObjectName("calm:leave")
        self._circle = BreathCircle(self._night)
        self._circle.is_modest = True
        self._time = Words(self._night, "timer", wraps=False, tabular=True)
        self._heard = Balanced(self._night, "caption", "text_muted")
        self._over = Centered(self._night, "h1")
        self._over_words = Centered(self._night, "lead", "text_muted")
        self._waits = Centered(self._night, "body", "text_muted")
        self._waits.setObjectName("calm:waits")
        self._help = SecondaryButton(self._night, "phone")
        self._help.setObjectName("calm:help")
        self._shorter = SecondaryButton(self._night)
        self._shorter.setObjectName("calm:shorter")
        self._pause = PrimaryButton(self._night, "pause")
        self._pause.setObjectName("calm:pause")
        self._longer = SecondaryButton(self._night)
        self._longer.setObjectName("calm:longer")
        self._next = SecondaryButton(self._night)
        self._next.setObjectName("calm:next")
        self._end = SecondaryButton(self._night)
        self._end.setObjectName("calm:end")
        self._check_in = SecondaryButton(self._night, "notebook-pen")
        self._check_in.setObjectName("calm:check_in")
        self._done = PrimaryButton(self._night, "check")
        self._done.setObjectName("calm:done")
        self._arrange()

    def _arrange(self) -> None:
        px = self.theme.px
        words = QVBoxLayout()
        words.setSpacing(px(6))
        for widget in (self._time, self._heard, self._over, self._over_words, self._waits):
            wraps = widget is not self._time
            place = Qt.AlignmentFlag(0) if wraps else Qt.AlignmentFlag.AlignHCenter
            words.addWidget(widget, 0, place)
        self._keys = QWidget()
        keys = EvenLayout(self._keys, spacing=px(12))
        for button in (
            self._shorter,
            self._pause,
            self._longer,
            self._next,
            self._end,
            self._check_in,
            self._done,
        ):
            keys.addWidget(button)
        self._foot = Foot(self.theme, self._help, self._keys, self._leave, one_line=ONE_LINE)
        self.column.addWidget(self._top)
        self.column.addWidget(self._circle, 1)
        self.column.addLayout(words)
        self.column.addLayout(self._foot)
        self.fill()
        self._fit_keys()

    @Slot()
    def _fit_keys(self) -> None:
        """Keys in the middle, Help now and the way out beside them; below where it is narrow."""
        self._top.fit(self.room)
        self._foot.fit(self.room)

    def _bind(self) -> None:
        self.room_changed.connect(self._fit_keys)
        self._model.changed.connect(self._follow)
        self._model.ended.connect(self._show_end)
        self._leave.clicked.connect(self._go_away)
        self._top.time_toggled.connect(self._toggle_time)
        self._top.eyes_closed_wanted.connect(self._close_eyes)
        self._top.sound_wanted.connect(self._change_sound)
        self._help.clicked.connect(self._open_help)
        self._shorter.clicked.connect(self._model.shorten)
        self._pause.clicked.connect(self._pause_or_go_on)
        self._longer.clicked.connect(self._model.lengthen)
        self._next.clicked.connect(self._go_to_next)
        self._end.clicked.connect(self._model.end)
        self._check_in.clicked.connect(self._open_check_in)
        self._done.clicked.connect(self._go_away)

    def _translate(self) -> None:
        self.setAccessibleName(_("Calm session"))
        self._leave.setText(_("Leave it running"))
        self._help.setText(_("Help now"))
        for button, sign, name in (
            (self._shorter, _("−{count} min"), _("{count} minutes less")),
            (self._longer, _("+{count} min"), _("{count} minutes more")),
        ):
            button.setText(sign.format(count=STEP_MINUTES))
            button.setAccessibleName(name.format(count=STEP_MINUTES))
        self._next.setText(_("Next part"))
        self._end.setText(_("End"))
        self._check_in.setText(_("Check in"))
        self._done.setText(_("Done"))
        self._circle.setAccessibleName(_("A circle that grows and shrinks with the breath"))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how it stands now."""
        super().showEvent(event)
        self._is_seen = True
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Show nothing more: twice a second would be too often for what nobody sees."""
        super().hideEvent(event)
        self._is_seen = False

    @Slot()
    def _follow(self) -> None:
        if self._is_seen:
            self._show()

    def _show(self) -> None:
        running = self._model.running
        runs = running is not None
        self._show_only(runs=runs)
        self._top.show_links(runs=runs, shows_time=self._model.shows_time)
        self._over.setVisible(self._ended is not None)
        self._over_words.setVisible(self._ended is not None)
        self._waits.setVisible(self._ended is not None and bool(self._waits.text()))
        self._time.setVisible(runs and self._model.shows_time)
        silent = silent_words(self._model.sound_problem) or failed_words(self._model.failed_track)
        self._heard.setText(silent)
        self._heard.setVisible(runs and bool(silent))
        if running is None:
            self._circle.set_words({})
            self._circle.rest()
            self._circle.set_progress(None if self._ended is None else 1.0)
            return
        self._show_running(paused=running.paused, minutes=round(running.length / 60))

    def _show_only(self, *, runs: bool) -> None:
        while_it_runs: tuple[QWidget, ...] = (
            self._shorter,
            self._pause,
            self._longer,
            self._end,
            self._leave,
        )
        for widget in while_it_runs:
            widget.setVisible(runs)
        self._next.setVisible(runs and self._model.has_next)
        self._check_in.setVisible(not runs)
        self._done.setVisible(not runs)

    def _show_running(self, *, paused: bool, minutes: int) -> None:
        part, is_paced = self._model.part, self._model.is_paced
        if part is not None:
            words = running_words(part, minutes, is_paced=is_paced, is_paused=paused)
            self._top.show_words(words)
        self._next.setVisible(self._model.has_next)
        self._time.setText(left_words(self._model.seconds_left))
        self._pause.setText(_("Go on") if paused else _("Pause"))
        self._pause.set_icon("play" if paused else "pause")
        self._shorter.setEnabled(self._model.can_shorten)
        self._longer.setEnabled(self._model.can_lengthen)
        self._circle.set_progress(self._model.progress)
        self._show_breath(paused=paused, is_paced=is_paced)

    def _show_breath(self, *, paused: bool, is_paced: bool) -> None:
        """Let the circle breathe while there is a breath to follow; in quiet it is still."""
        self._circle.set_words(breath_words() if is_paced else {})
        if not is_paced:
            self._circle.rest()
        elif paused:
            self._circle.pause()
        elif not self._circle.is_moving:
            self._circle.breathe(self._model.breath)

    @Slot(CalmSession)
    def _show_end(self, session: CalmSession) -> None:
        """Show the end; on another page the keyboard stays with what is being written."""
        self._take_end(session)
        if self.isVisible():
            self._done.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say_end()

    def _take_end(self, session: CalmSession) -> None:
        self._ended = session
        finished = session.end is SessionEnd.FINISHED
        self._over.setText(_("The time is over") if finished else _("You ended it here"))
        self._over_words.setText(ended_words(session))
        self._waits.setText("\n".join(self._after.lines(session)))
        self._show()

    def _say_end(self) -> None:
        said = (f"{self._over.text()}.", self._over_words.text(), self._waits.text())
        announce(self, " ".join(one for one in said if one))

    @Slot()
    def _pause_or_go_on(self) -> None:
        self._model.pause_or_resume()
        announce(self._pause, self._top.words)

    @Slot()
    def _go_to_next(self) -> None:
        self._model.skip()
        if self._model.running is not None:
            announce(self._next, self._top.words)

    @Slot()
    def _toggle_time(self) -> None:
        self._model.choose_shows_time(not self._model.shows_time)

    @Slot()
    def _close_eyes(self) -> None:
        self.route_wanted.emit(Route("eyes_closed"))

    @Slot()
    def _change_sound(self) -> None:
        self.route_wanted.emit(Route("session_sound"))

    @Slot()
    def _go_away(self) -> None:
        self.route_wanted.emit(Route("today"))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help"))

    @Slot()
    def _open_check_in(self) -> None:
        self.route_wanted.emit(Route("check_in", "new"))
