"""Pictures of reminders: the switches, what stands above a page, and the icon in a tray."""

from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from app.domain.preferences import Reminding
from app.shell.reminding import Reminding as Looking
from app.shell.tray import SIZES, badge
from app.ui.route import Route
from tests.support.picture_acts import wait_for
from tests.support.pictures import FOLDER, Studio, studio

TRAYS = ("#f6f4ee", "#ffffff", "#5c5c5c", "#1b1b1b")
"""Grounds that an icon may stand on."""


def reminder_states(wanted: tuple[str, ...]) -> None:
    """From the setting to the evening before and the way."""
    if wanted and not any(name.startswith("reminder") for name in wanted):
        return
    with studio(wanted) as room, patch.object(QSystemTrayIcon, "isSystemTrayAvailable", _there):
        room.fill()
        _take_icon(room)
        room.desktop.program.preferences.keep_reminders(Reminding(while_open=True))
        room.take("reminders-settings", Route("settings", "reminders"))
        wait_for(lambda: room.desktop.background is not None)
        _pass(room, hours=57)
        room.take("reminder-tomorrow-on-today", Route("today"))
        room.take("reminder-tomorrow", Route("prepare"))
        room.desktop.window.tell("Your text is copied. You can paste it anywhere.")
        room.take("reminder-and-news", Route("journal"))
        room.desktop.window.tell("")
        _pass(room, hours=18, minutes=40)
        room.take("reminder-leave", Route("today"))


def _there() -> bool:
    return True


def _pass(room: Studio, **time: float) -> None:
    """Let time pass, and reminders be looked for."""
    assert room.desktop.background is not None
    (found,) = room.desktop.background.findChildren(Looking)
    found.look()
    room.clock.advance(**time)
    found.look()


def _take_icon(room: Studio) -> None:
    """Take a picture of the icon at every size, on every ground."""
    icon = badge(room.desktop.theme)
    sheet = QPixmap(sum(SIZES) + 16 * (len(SIZES) + 1), 80 * len(TRAYS))
    painter = QPainter(sheet)
    for row, ground in enumerate(TRAYS):
        painter.fillRect(0, 80 * row, sheet.width(), 80, QColor(ground))
        left = 16
        for size in SIZES:
            painter.drawPixmap(left, 80 * row + (80 - size) // 2, icon.pixmap(size, size))
            left += size + 16
    painter.end()
    sheet.scaled(sheet.size() * 2, mode=Qt.TransformationMode.FastTransformation).save(
        str(FOLDER / "reminder-icon.png")
    )
