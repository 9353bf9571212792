"""The top of a session under way: what runs, and links to what can be changed about it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import Words

ALONE: Final = 760
"""Below this room the links stand alone: what runs can be done without. See Page.room."""

TIGHT: Final = 480
"""Below this room they stand close together."""


class RunningTop(QWidget):
    """Says what runs; leads to the dark screen and to the sound, and shows or hides the time."""

    eyes_closed_wanted = Signal()
    sound_wanted = Signal()
    time_toggled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_room = True
        self._what = Words(theme, "body", "text_muted")
        self._eyes_closed, self._sound, self._time = (LinkButton(theme) for _number in range(3))
        self._eyes_closed.setObjectName("calm:close_eyes")
        self._sound.setObjectName("calm:change_sound")
        self._time.setObjectName("calm:toggle_time")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._what, 1)
        for link in self._links:
            self._row.addWidget(link)
        self._eyes_closed.clicked.connect(self.eyes_closed_wanted)
        self._sound.clicked.connect(self.sound_wanted)
        self._time.clicked.connect(self.time_toggled)
        self._eyes_closed.setText(_("Close my eyes"))
        self._sound.setText(_("Sound"))

    @property
    def words(self) -> str:
        """What runs, as it is shown where there is room."""
        return self._what.text()

    def fit(self, room: float) -> None:
        """Set all of it as there is *room*."""
        self._has_room = room >= ALONE
        self._row.setSpacing(self._theme.px(12 if room < TIGHT else 24))
        self._what.setVisible(self._has_room and not self._sound.isHidden())

    def show_words(self, words: str) -> None:
        """Say *words* of what runs."""
        self._what.setText(words)

    def show_links(self, *, runs: bool, shows_time: bool) -> None:
        """Offer the links while a session runs, and nothing of them after it."""
        self._time.setText(_("Hide the time") if shows_time else _("Show the time"))
        for link in self._links:
            link.setVisible(runs)
        self._what.setVisible(runs and self._has_room)

    @property
    def _links(self) -> tuple[LinkButton, ...]:
        return (self._eyes_closed, self._sound, self._time)
