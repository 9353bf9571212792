"""Where a session rings: between the parts, halfway, and every so many minutes."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.bells import Bells
from app.domain.calm_phases import LONGEST_MINUTES
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.check import Switch
from app.ui.widgets.editors import number_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.rows import Row


class BellRows(QWidget):
    """Two switches, and a number of minutes of which 0 reads "Never".

    *name* begins the names of its controls.
    """

    changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._halfway = Switch(theme), Switch(theme)
        self._parts.setObjectName(f"{name}:bell_parts")
        self._halfway.setObjectName(f"{name}:bell_halfway")
        self._parts_row = Row(theme, trailing=self._parts)
        halfway_row = Row(theme, trailing=self._halfway)
        self._minutes = number_edit(f"{name}:bell_every", 0, LONGEST_MINUTES)
        self._minutes.setSpecialValueText(_("Never"))
        every = Field(theme, self._minutes, label=_("Bell every so many minutes"))
        self._parts_row.set_texts(_("Bell between the parts"))
        halfway_row.set_texts(_("Bell halfway"), _("The end always has its bell."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self._parts_row, halfway_row, every):
            column.addWidget(widget)
        for switch in (self._parts, self._halfway):
            switch.clicked.connect(self.changed)
        self._minutes.valueChanged.connect(self.changed)

    def show_bells(self, bells: Bells) -> None:
        """Show where it rings."""
        self._parts.setChecked(bells.phase_ends)
        self._halfway.setChecked(bells.halfway)
        with QSignalBlocker(self._minutes):
            self._minutes.setValue(bells.every_minutes or 0)

    def set_parts(self, *, has_parts: bool) -> None:
        """Offer the bell between the parts, or not."""
        self._parts_row.setVisible(has_parts)

    def written(self) -> Bells:
        """Return where it is to ring."""
        return Bells(
            phase_ends=self._parts.isChecked(),
            halfway=self._halfway.isChecked(),
            every_minutes=self._minutes.value() or None,
        )
