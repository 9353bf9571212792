"""The way from an entry to what it said before."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.versions import Written
from app.i18n import ngettext
from app.services.entry_address import stored_at
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton


class VersionsLink(LinkButton):
    """A quiet link, shown only where there are versions; ``wanted`` carries where it leads."""

    wanted = Signal(Route)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("versions")
        self._route = Route("versions")
        self.clicked.connect(self._tell)
        self.hide()

    def show_entry(self, entry: Written, count: int) -> None:
        """Lead to the *count* earlier versions of *entry*; hidden if there are none."""
        self._route = Route("versions", stored_at(entry.day, entry.id))
        text = ngettext("Earlier version ({count})", "Earlier versions ({count})", count)
        self.setText(text.format(count=count))
        self.setVisible(count > 0)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._route)
