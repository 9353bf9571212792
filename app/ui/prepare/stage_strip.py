"""Jump links to the stages, each with how much is left."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.domain.checklist import Stage
from app.i18n import _
from app.services.names import stage_name
from app.ui.prepare.rows import left_words
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import give_role
from app.ui.widgets.check import Tile
from app.ui.widgets.even import EvenLayout


class StageStrip(QWidget):
    """One tile a stage; choosing one brings its rows into sight."""

    chosen = Signal(Stage)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = {stage: Tile(theme) for stage in Stage}
        self.setAccessibleName(_("Stages"))
        give_role(self, QAccessible.Role.Grouping)
        layout = EvenLayout(self, spacing=theme.px(8))
        for stage, tile in self._tiles.items():
            tile.setObjectName(f"stage:{stage.value}")
            tile.clicked.connect(self._tell)
            layout.addWidget(tile)

    def show_counts(self, left: Mapping[Stage, int]) -> None:
        """Show how much is *left* in each stage, and mark the first one that is open."""
        first = next((stage for stage, count in left.items() if count), None)
        for stage, tile in self._tiles.items():
            tile.set_texts(stage_name(stage), left_words(left[stage]))
        if first is not None:
            self._tiles[first].setChecked(True)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(next(stage for stage, tile in self._tiles.items() if tile.isChecked()))
