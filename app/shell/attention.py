"""What may ask for attention: reminders and the icon in the tray, each only while it is wanted."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from app.domain.preferences import Reminding as Wanted
from app.services.reminders import Reminders
from app.shell.program import Program
from app.shell.reminding import Reminding
from app.shell.window import Window
from app.ui.route import Route
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.shell.tray import Tray


class Attention(QObject):
    """Begins and ends both as the settings change; it is made when either is first wanted."""

    def __init__(
        self, program: Program, window: Window, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._window = window
        self._theme = theme
        self.reminding: Reminding | None = None
        self.tray: Tray | None = None
        window.called_back.connect(self._call_back)

    def follow(self, wanted: Wanted) -> None:
        """Have what is *wanted*, and nothing else. Where there is no tray there is no icon."""
        if wanted.while_open and self.reminding is None:
            self._begin()
        elif not wanted.while_open and self.reminding is not None:
            self.reminding.stop()
            self.reminding.deleteLater()
            self.reminding = None
        has_tray = wanted.tray_icon and QSystemTrayIcon.isSystemTrayAvailable()
        if has_tray and self.tray is None:
            from app.shell.tray import Tray

            self.tray = Tray(self._theme, self._window, self)
        elif not has_tray and self.tray is not None:
            self.tray.remove()
            self.tray = None

    def _begin(self) -> None:
        program = self._program
        reminders = Reminders(
            infusions=program.infusions,
            journal=program.journal,
            calm=program.calm,
            content=program.content,
            clock=program.clock,
        )
        self.reminding = Reminding(reminders, self._window, program.changes, self)
        self.reminding.told.connect(self._tell)

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        if self.tray is not None:
            self.tray.tell(sentence, self._window.open_reminder)

    @Slot(str, Route)
    def _call_back(self, sentence: str, route: Route) -> None:
        if self.tray is not None:
            self.tray.tell(sentence, partial(self._window.navigation.go, route))

    @Slot()
    def stop(self) -> None:
        """End both."""
        self.follow(Wanted())
