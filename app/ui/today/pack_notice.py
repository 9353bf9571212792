"""A clinic's pack that cannot be used: which file, which line, what is wrong, what is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.refused_pack import what_is_wrong
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.storage.clinic_files import PackFile


class PackNotice(Notice):
    """Hidden while all is well; "Not now" hides it until something else is wrong."""

    wanted = Signal(Route)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("today:clinic_refused")
        self._shown = self._dismissed = ""
        self.button.setObjectName("today:clinic_refused:settings")
        self.button.clicked.connect(self._open_settings)

    def show_state(self, refused: "tuple[PackFile, ...]", *, clinic: str) -> None:
        """Show the strongest of *refused*; *clinic* is the one whose pack is in use, if any."""
        error = refused[-1].error if refused else None
        self._shown = "" if error is None else f"{refused[-1].path} {error}"
        self.setVisible(bool(self._shown) and self._shown != self._dismissed)
        if error is None:
            return
        instead = _("General information is shown.")
        if clinic:
            instead = _("What {clinic} set before stays in use.").format(clinic=clinic)
        self.set_texts(
            _("What your clinic set cannot be used"),
            f"{what_is_wrong(error)} {instead}",
            file=str(refused[-1].path),
            foot=_("Ask your clinic for another file, and show them this message."),
        )
        self.set_button(_("Open Settings"))

    @Slot()
    def _dismiss(self) -> None:
        self._dismissed = self._shown
        super()._dismiss()

    @Slot()
    def _open_settings(self) -> None:
        self.wanted.emit(Route("settings", "clinic"))
