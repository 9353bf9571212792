"""The sound of a session while it runs: heard as it is changed, and dark as the session is."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.calm.heard_rows import HeardRows
from app.ui.calm.sound_model import SoundModel
from app.ui.route import Route
from app.ui.theme.night import NightTheme
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Words
from app.ui.widgets.page import Page


class SessionSoundPage(Page):
    """What is heard, and one way: back to the session."""

    def __init__(self, theme: Theme, heard: SoundModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._night = NightTheme(theme, self, self)
        self.setAutoFillBackground(True)
        self._title = Words(self._night, "h1")
        self._rows = HeardRows(self._night, heard, "session_sound")
        card = Card(self._night)
        card.add(self._rows)
        self._back = PrimaryButton(self._night, "arrow-left")
        self._back.setObjectName("session_sound:back")
        for widget in (self._title, card, self._back):
            self.add(widget)
        self._back.clicked.connect(self._go_back)
        self._rows.music_wanted.connect(self._open_music)
        self._title.setText(_("Sound"))
        self._back.setText(_("Back to the session"))
        self.setAccessibleName(_("Sound of the session"))

    def arrive(self, argument: str) -> None:
        """Show what is chosen."""
        self._rows.show_choice()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("calm_running"))

    @Slot()
    def _open_music(self) -> None:
        self.route_wanted.emit(Route("music"))
