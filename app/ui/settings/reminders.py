"""Settings: whether the program reminds while it is open, and shows an icon in the tray."""

from PySide6.QtWidgets import QSystemTrayIcon, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.settings.model import SettingsModel
from app.ui.settings.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.card import CardRow
from app.ui.widgets.check import Switch
from app.ui.widgets.rows import Row


class RemindersSection(Section):
    """Two switches; the second is there only where the desktop has a tray."""

    def __init__(self, theme: Theme, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._build()
        self._bind()
        self.translate()

    def show_values(self) -> None:
        """Show what is kept."""
        self._remind.setChecked(self._model.reminders.while_open)
        self._icon.setChecked(self._model.reminders.tray_icon)

    def translate(self) -> None:
        """Set every text."""
        self.title.setText(_("Reminders"))
        self._remind_row.set_texts(
            _("Remind me while Soft Landing is open"),
            _(
                "A quiet line above the page: an appointment, a time to leave, something open."
                " It never mentions health."
            ),
        )
        self._icon_row.set_texts(
            _("Show an icon in the system tray"),
            _(
                "Reminders show there too while you use another window."
                " Closing this window still ends the program."
            ),
        )
        self.show_values()

    def _build(self) -> None:
        self._remind = Switch(self.theme)
        self._remind.setObjectName("settings:reminders")
        self._remind_row = Row(self.theme, trailing=self._remind, stacks=False)
        self.add_row(self._remind_row)
        self._icon = Switch(self.theme)
        self._icon.setObjectName("settings:tray_icon")
        self._icon_row = Row(self.theme, trailing=self._icon, stacks=False)
        self._tray = QWidget()
        column = QVBoxLayout(self._tray)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(10))
        column.addWidget(CardRow(self.theme))
        column.addWidget(self._icon_row)
        self.add(self._tray)
        self._tray.setVisible(QSystemTrayIcon.isSystemTrayAvailable())

    def _bind(self) -> None:
        self._remind.toggled.connect(self._model.choose_reminders)
        self._icon.toggled.connect(self._model.choose_tray_icon)
