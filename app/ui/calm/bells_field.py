"""A bell every so many minutes, or never."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.domain.calm_phases import LONGEST_MINUTES
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import number_edit
from app.ui.widgets.fields import Field


class EveryMinutes(Field):
    """A number of minutes; 0 reads "Never"."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        self._minutes = number_edit(name, 0, LONGEST_MINUTES)
        super().__init__(theme, self._minutes, parent)
        self._minutes.setSpecialValueText(_("Never"))
        self.set_label(_("Bell every so many minutes"))
        self._minutes.valueChanged.connect(self.changed)

    @property
    def minutes(self) -> int | None:
        """How many minutes, or nothing for never."""
        return self._minutes.value() or None

    def show_minutes(self, minutes: int | None) -> None:
        """Show that it rings every so many *minutes*, or never."""
        with QSignalBlocker(self._minutes):
            self._minutes.setValue(minutes or 0)
