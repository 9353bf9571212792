"""The one window: sidebar, page, what can be undone, and what is not saved yet."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import NAME
from app.assets import resource
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.recovery import Recovery
from app.services.saving import SaveState, Saving
from app.shell.navigation import Navigation, Place
from app.shell.strips import NEWS, REMINDER, SAVE, Strips
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.nav import Sidebar

if TYPE_CHECKING:
    from app.ui.widgets.undo_strip import UndoStrip

WIDTH: Final = 1180
HEIGHT: Final = 860
LEAST: Final = (480, 400)
LOOK_EVERY_MS: Final = 50
PATIENCE_MS: Final = 10_000
"""How long closing waits for a slow disk before it asks again."""

DRAFT_SECONDS: Final = 1.0
"""How long it waits for the draft of what that disk does not take."""

COPY_NAME: Final = "my-words.txt"
"""What is proposed for a copy elsewhere: a name that says nothing to others."""


class Window(QWidget):
    """Holds the frame of every page. Closing waits until every word is on the disk."""

    painted_first = Signal()
    closed = Signal()
    reminder_answered = Signal()
    called_back = Signal(str, Route)
    """Something is over that somebody waits for: a sentence, and the page that has more of it."""

    def __init__(
        self,
        *,
        theme: Theme,
        places: list[Place],
        undo: UndoStack,
        saving: Saving,
        recovery: Recovery,
        changes: Changes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._undo = undo
        self._saving = saving
        self._recovery = recovery
        self._waited_ms = 0
        self._may_close = False
        self._has_painted = False
        self._was_maximized = False
        self._build(places)
        self._bind(changes)
        self._translate()

    def _build(self, places: list[Place]) -> None:
        self.setObjectName("window")
        self.setMinimumSize(*LEAST)
        self.resize(WIDTH, HEIGHT)
        self.sidebar = Sidebar(self._theme, name=NAME)
        self._stack = QStackedWidget()
        self.navigation = Navigation(self._stack, places, self)
        self._undo_strip: UndoStrip | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._strips = Strips(self._theme, self._column, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self._column, 1)
        self._closing = QTimer(self, interval=LOOK_EVERY_MS)

    def _bind(self, changes: Changes) -> None:
        self.sidebar.wanted.connect(self.navigation.go)
        self.navigation.arrived.connect(self._show_place)
        self._undo.changed.connect(self._offer_undo)
        self._strips.acted.connect(self._act)
        self._closing.timeout.connect(self._look_if_saved)
        changes.listen(self, self._hear)

    def _translate(self) -> None:
        self.setWindowTitle(NAME)
        self._stack.setAccessibleName(_("Page"))
        self.sidebar.setAccessibleName(_("Pages"))
        add = self.sidebar.add
        add("today", "house", _("Today"))
        add("prepare", "list-checks", _("Prepare"))
        add("calm", "wind", _("Calm"))
        add("journal", "notebook-pen", _("Journal"))
        add("settings", "settings", _("Settings"))
        add("help", "phone", _("Help now"), short=_("Help"), hint="F1")

    def fit_screen(self) -> None:
        """Take the whole of a screen that is smaller than the window would be."""
        room = self.screen().availableSize()
        if room.width() < WIDTH or room.height() < HEIGHT:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def tell(self, sentence: str) -> None:
        """Say *sentence* above the page until it is dismissed or something newer is said."""
        self._strips.say(NEWS, sentence)

    def remind(self, sentence: str) -> None:
        """Show *sentence* above the page until it is answered or another one is said.

        Where somebody looks for help, or has the whole window, it waits for the next page.
        """
        self._strips.say(REMINDER, sentence)

    @Slot()
    def open_reminder(self) -> None:
        """Go where the reminder is about; that answers it."""
        self._act("reminder:open")

    def call_back(self, sentence: str, route: Route) -> None:
        """Reach somebody who may look elsewhere: something is over, and *route* has more of it."""
        self.called_back.emit(sentence, route)
        self.come_forward()

    def come_forward(self) -> None:
        """Bring the window before the others, or at least ask for a look."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    @Slot()
    def _complete(self) -> None:
        """Add what nobody can see or use before the first paint."""
        from PySide6.QtGui import QIcon

        from app.shell.help_key import HelpKey
        from app.ui.widgets.focus_ring import FocusRing

        self.setWindowIcon(QIcon(str(resource("icons/soft-landing.svg"))))
        self._ring = FocusRing(self._theme, self)
        self._help_key = HelpKey(self)
        self._help_key.pressed.connect(self._open_help)

    @Slot()
    def _offer_undo(self) -> None:
        """Take the strip to the page that is shown; it is built at the first change."""
        page = self.navigation.page
        if page is None:
            return
        if self._undo_strip is None and self._undo.top is not None:
            from app.ui.widgets.undo_strip import UndoStrip

            self._undo_strip = UndoStrip(self._theme, self._undo, page)
            page.insert_strip(self._undo_strip)
        elif self._undo_strip is not None and self._undo_strip.parentWidget() is not page:
            page.insert_strip(self._undo_strip)

    @Slot(str)
    def _act(self, link: str) -> None:
        """Do what a link of a strip offers."""
        match link:
            case "save:retry":
                self._saving.retry()
            case "save:copy":
                QApplication.clipboard().setText(self._saving.unsaved_text)
                self.tell(_("Your text is copied. You can paste it anywhere."))
            case "save:elsewhere":
                self._save_elsewhere()
            case "reminder:open" | "reminder:dismiss":
                self.remind("")
                self.reminder_answered.emit()
                if link == "reminder:open":
                    self.navigation.go(Route("today"))
            case _:
                self._strips.say(NEWS, "")

    def _save_elsewhere(self) -> None:
        from app.ui.dialogs.files import ask_where_to_save

        title, kinds = _("Save my text elsewhere"), _("Text files (*.txt)")
        path = ask_where_to_save(self, title, COPY_NAME, kinds)
        if path is not None:
            self.tell(self._saving.save_elsewhere(path))

    @Slot(Place)
    def _show_place(self, place: Place) -> None:
        self.sidebar.setVisible(not place.is_alone)
        if place.is_dark or not place.is_aside:
            self._fill_screen(wanted=place.is_dark)
        self.sidebar.set_current(place.under)
        self._offer_undo()
        self._strips.follow(place)

    def _fill_screen(self, *, wanted: bool) -> None:
        """Take the whole screen, or give back what the window had before."""
        if wanted and not self.isFullScreen():
            self._was_maximized = self.isMaximized()
            self.showFullScreen()
        elif not wanted and self.isFullScreen():
            if self._was_maximized:
                self.showMaximized()
            else:
                self.showNormal()

    @Slot()
    def _open_help(self) -> None:
        self.navigation.go(Route("help"))
        if self.navigation.page is not None:
            self.navigation.page.take_keyboard()

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.SAVING:
            failed = self._saving.state is SaveState.FAILED
            self._may_close = self._may_close and failed
            self._strips.say(SAVE, self._saving.sentence if failed else "")

    @Slot()
    def _look_if_saved(self) -> None:
        self._waited_ms += LOOK_EVERY_MS
        state = self._saving.state
        if state in (SaveState.SAVED, SaveState.UNCONFIRMED):
            self._closing.stop()
            self._may_close = True
            self.close()
        elif state is SaveState.FAILED or self._waited_ms >= PATIENCE_MS:
            self._closing.stop()
            self._may_close = True
            self._strips.say(SAVE, self._leaving().format(sentence=self._saving.sentence))

    def _leaving(self) -> str:
        """Return what closing once more means; the words are kept in a draft first."""
        if self._recovery.keep_now(DRAFT_SECONDS):
            return _("{sentence} Close again to leave: your words are kept for the next time.")
        return _("{sentence} Close again to leave without saving it.")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when every word is on the disk; say so while it is not."""
        self.navigation.leave()
        state = self._saving.state
        if self._may_close or state in (SaveState.SAVED, SaveState.UNCONFIRMED):
            self._closing.stop()
            super().closeEvent(event)
            self.closed.emit()
            return
        event.ignore()
        if not self._closing.isActive():  # asking again and again makes nobody wait longer
            self._waited_ms = 0
            self._strips.say(SAVE, _("Saving…"))
            self._closing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sidebar become a rail where there is little room."""
        super().resizeEvent(event)
        self.sidebar.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that everything in the window has been painted: what lies in it comes now."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted_first.emit)
            QTimer.singleShot(0, self._complete)
