"""What can be noted at an item of the checklist, and what can be done with it."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checklist import Detail, Line
from app.domain.infusion import Infusion, Ride
from app.i18n import _
from app.ui.prepare.details import MusicFields, RideFields
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.flow import FlowLayout

_LINKS: Final = ("not_for_me", "edit", "original", "up", "down", "remove")


class ItemDetails(QWidget):
    """Opens below its row. ``chosen`` tells the name of a link that was pressed."""

    chosen = Signal(str)
    ride_typed = Signal(Ride)
    music_typed = Signal(str)

    def __init__(self, theme: Theme, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = line
        self._ride: RideFields | None = None
        self._music: MusicFields | None = None
        self._build()

    def show_line(self, line: Line, infusion: Infusion | None) -> None:
        """Show *line* of *infusion*; fields that are being typed in keep what they hold."""
        self._line = line
        if self._ride is not None and infusion is not None:
            self._ride.show_ride(infusion.ride)
        if self._music is not None and infusion is not None:
            self._music.show_music(infusion.music)
        links, left_out = self._links, line.not_for_me_at is not None
        links["not_for_me"].setText(_("Put it back") if left_out else _("Not for me"))
        links["not_for_me"].setVisible(not line.is_done)
        links["edit"].setText(_("Change the words"))
        links["original"].setText(_("Original words"))
        links["original"].setVisible(line.item.reworded)
        links["up"].setText(_("Move up"))
        links["down"].setText(_("Move down"))
        links["remove"].setText(_("Remove"))

    def set_steps(self, steps: set[int]) -> None:
        """Offer to move the row up (-1) and down (1), as far as there is room."""
        self._links["up"].setVisible(-1 in steps)
        self._links["down"].setVisible(1 in steps)

    def take_unclear_time(self) -> str:
        """Return the pick-up time that was typed and cannot be read, and empty its field."""
        return self._ride.take_unclear_time() if self._ride is not None else ""

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(self._theme.px(44), 0, 0, 0)
        column.setSpacing(self._theme.px(12))
        if self._line.item.detail is Detail.RIDE:
            self._ride = RideFields(self._theme)
            self._ride.typed.connect(self.ride_typed)
            column.addWidget(self._ride)
        if self._line.item.detail is Detail.MUSIC:
            self._music = MusicFields(self._theme)
            self._music.typed.connect(self.music_typed)
            column.addWidget(self._music)
            files = SecondaryButton(self._theme, "music", text=_("Choose and check files"))
            self._name(files, "music_files")
            column.addWidget(files, 0, Qt.AlignmentFlag.AlignLeft)
        if self._line.item.detail is Detail.CONSULTATION:
            notes = SecondaryButton(self._theme, "notebook-pen", text=_("Write it down"))
            self._name(notes, "notes")
            column.addWidget(notes, 0, Qt.AlignmentFlag.AlignLeft)
        self._links = {name: LinkButton(self._theme) for name in _LINKS}
        links = FlowLayout(spacing=self._theme.px(24), line_spacing=0)
        for name, link in self._links.items():
            self._name(link, name)
            links.addWidget(link)
        column.addLayout(links)

    def _name(self, button: LinkButton | SecondaryButton, name: str) -> None:
        button.setObjectName(f"{name}:{self._line.item.id}")
        button.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.sender().objectName().partition(":")[0])
