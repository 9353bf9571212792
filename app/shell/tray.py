"""The icon in the system's tray: another way to the window, never a life without one."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app import NAME
from app.i18n import _
from app.shell.window import Window
from app.ui.route import Route
from app.ui.theme.icons import render
from app.ui.theme.theme import Theme

SIZES: Final = (16, 22, 24, 32, 48, 64)
"""Pixels: what trays of different systems ask for."""

SHOWN_MS: Final = 10_000


class Tray(QObject):
    """Shows the icon until ``remove``. Its menu opens the window, Help now, or quits.

    Closing the window ends the program, icon or not.
    """

    def __init__(self, theme: Theme, window: Window, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self._show: Callable[[], object] = window.come_forward
        self._build()
        self._bind()
        self._translate()
        self._tint()
        self.icon.show()

    def remove(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def tell(self, sentence: str, show: Callable[[], object]) -> None:
        """Show *sentence* at the icon for a moment, unless the window is in front and shows it.

        *show* leads to where there is more of it, for somebody who clicks on it.
        """
        if not self._window.isActiveWindow():
            self._show = show
            self.icon.showMessage(NAME, sentence, self.icon.icon(), SHOWN_MS)

    def _build(self) -> None:
        self.menu = QMenu(self._window)
        self._open = self.menu.addAction("")
        self._help = self.menu.addAction("")
        self.menu.addSeparator()
        self._quit = self.menu.addAction("")
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)

    def _bind(self) -> None:
        self._open.triggered.connect(self._window.come_forward)
        self._help.triggered.connect(self._open_help)
        self._quit.triggered.connect(self._leave)
        self.icon.activated.connect(self._answer)
        self.icon.messageClicked.connect(self._show_more)
        self._theme.changed.connect(self._tint)

    def _translate(self) -> None:
        self.icon.setToolTip(NAME)
        self._open.setText(_("Open Soft Landing"))
        self._help.setText(_("Help now"))
        self._quit.setText(_("Quit"))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _answer(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._window.come_forward()

    @Slot()
    def _open_help(self) -> None:
        self._window.navigation.go(Route("help"))
        self._window.come_forward()

    @Slot()
    def _show_more(self) -> None:
        self._show()
        self._window.come_forward()

    @Slot()
    def _leave(self) -> None:
        """Close the window as its own cross does; while it stays, what it says has to be seen."""
        if not self._window.close():
            self._window.come_forward()

    @Slot()
    def _tint(self) -> None:
        self.icon.setIcon(badge(self._theme))


def badge(theme: Theme) -> QIcon:
    """Return the leaf on a ground of its own: a tray is light or dark, and does not say which."""
    icon = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary"))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size / 4, size / 4)
        leaf = round(size * 0.75)
        edge = (size - leaf) // 2
        painter.drawPixmap(edge, edge, render("leaf", leaf, theme.color("on_primary"), 1.0))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
