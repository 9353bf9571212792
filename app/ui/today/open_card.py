"""What is open, a row each; pressing one leads to it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.open_things import OpenThing
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card, CardRow
from app.ui.widgets.discard import discard
from app.ui.widgets.rows import ActionRow


class OpenRow(QWidget):
    """One thing that is open, below a line that parts it from the one before."""

    opened = Signal(Route)

    def __init__(self, theme: Theme, thing: OpenThing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thing = thing
        self._rule = CardRow(theme)
        self._row = ActionRow(theme, icon=thing.icon)
        self._row.setObjectName(f"today:{thing.name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._rule)
        column.addWidget(self._row)
        self._row.clicked.connect(self._tell)

    def show_thing(self, thing: OpenThing, *, is_first: bool) -> None:
        """Show what *thing* says now."""
        self._thing = thing
        self._row.set_texts(thing.title, thing.caption)
        self._rule.setVisible(not is_first)

    @Slot()
    def _tell(self) -> None:
        self.opened.emit(Route(self._thing.page, self._thing.argument))


class OpenCard(Card):
    """Rows of what is open; hidden while nothing is."""

    opened = Signal(Route)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent, compact=True)
        self.body.setSpacing(theme.px(10))
        self._rows: dict[str, OpenRow] = {}

    def show_things(self, things: Iterable[OpenThing]) -> None:
        """Show *things* in their order; a row that stays keeps the keyboard."""
        wanted = {thing.name: thing for thing in things}
        for name in self._rows.keys() - wanted.keys():
            discard((self._rows.pop(name),))
        for place, thing in enumerate(wanted.values()):
            row = self._row(thing)
            row.show_thing(thing, is_first=not place)
            if self.body.indexOf(row) != place:
                self.body.insertWidget(place, row)
        self._rows = {name: self._rows[name] for name in wanted}
        self.setVisible(bool(wanted))

    @property
    def rows(self) -> tuple[OpenRow, ...]:
        """The rows in the order of the screen."""
        return tuple(self._rows.values())

    def _row(self, thing: OpenThing) -> OpenRow:
        if thing.name not in self._rows:
            row = OpenRow(self._theme, thing)
            row.opened.connect(self.opened)
            self._rows[thing.name] = row
        return self._rows[thing.name]
