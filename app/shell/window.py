"""The one window: sidebar, page, what can be undone, and what is not saved yet."""

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import NAME
from app.assets import resource
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.saving import SaveState, Saving
from app.shell.navigation import Navigation, Place
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.nav import Sidebar
from app.ui.widgets.news_strip import NewsStrip
from app.ui.widgets.undo_strip import UndoStrip

WIDTH: Final = 1180
HEIGHT: Final = 860
LEAST: Final = (480, 400)
LOOK_EVERY_MS: Final = 50
PATIENCE_MS: Final = 10_000
"""How long closing waits for a slow disk before it asks again."""


class Window(QWidget):
    """Holds the frame of every page. Closing waits until every word is on the disk."""

    painted_first = Signal()
    closed = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        places: list[Place],
        undo: UndoStack,
        saving: Saving,
        changes: Changes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._undo = undo
        self._saving = saving
        self._waited_ms = 0
        self._may_close = False
        self._has_painted = False
        self._build(places)
        self._bind(changes)
        self._translate()

    def _build(self, places: list[Place]) -> None:
        self.setObjectName("window")
        self.setWindowIcon(QIcon(str(resource("icons/leaf.svg"))))
        self.setMinimumSize(*LEAST)
        self.resize(WIDTH, HEIGHT)
        self.sidebar = Sidebar(self._theme, name=NAME)
        self._stack = QStackedWidget()
        self.navigation = Navigation(self._stack, places, self)
        self._undo_strip = UndoStrip(self._theme, self._undo)
        self._save_strip = NewsStrip(self._theme, "save:retry", _("Try again"))
        self._news_strip = NewsStrip(self._theme, "news:dismiss", _("All right"))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._save_strip)
        column.addWidget(self._news_strip)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self._ring = FocusRing(self._theme, self)
        self._closing = QTimer(self, interval=LOOK_EVERY_MS)

    def _bind(self, changes: Changes) -> None:
        self.sidebar.wanted.connect(self.navigation.go)
        self.navigation.arrived.connect(self._show_place)
        self._save_strip.link_clicked.connect(self._retry)
        self._news_strip.link_clicked.connect(self._dismiss_news)
        self._closing.timeout.connect(self._look_if_saved)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self._open_help)
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

    def tell(self, sentence: str) -> None:
        """Say *sentence* above the page until it is dismissed or something newer is said."""
        self._news_strip.show_sentence(sentence)

    def come_forward(self) -> None:
        """Bring the window before the others, or at least ask for a look."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    @Slot()
    def _dismiss_news(self) -> None:
        self._news_strip.show_sentence("")

    @Slot(Place)
    def _show_place(self, place: Place) -> None:
        self.sidebar.setVisible(not place.is_alone)
        self.sidebar.set_current(place.under)
        if self.navigation.page is not None:
            self.navigation.page.insert_strip(self._undo_strip)

    @Slot()
    def _open_help(self) -> None:
        self.navigation.go(Route("help"))

    @Slot()
    def _retry(self) -> None:
        self._saving.retry()

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.SAVING:
            failed = self._saving.state is SaveState.FAILED
            self._may_close = self._may_close and failed
            self._save_strip.show_sentence(self._saving.sentence if failed else "")

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
            self._save_strip.show_sentence(
                _("{sentence} Close again to leave without saving it.").format(
                    sentence=self._saving.sentence
                )
            )

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
            self._save_strip.show_sentence(_("Saving…"))
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
