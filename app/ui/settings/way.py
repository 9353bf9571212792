"""A row of Settings that leads to a page of its own."""

from PySide6.QtCore import Signal, Slot

from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.rows import ActionRow


class WayRow(ActionRow):
    """Says where it leads to; named after that *page*."""

    wanted = Signal(Route)

    def __init__(self, theme: Theme, page: str) -> None:
        super().__init__(theme)
        self.page = page
        self.setObjectName(f"settings:{page}")
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(Route(self.page))
