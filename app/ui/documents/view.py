"""A document on the screen: in the look of the program, for eyes and for screen readers."""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.services.documents.model import Columns, Document, Flow, Section
from app.ui.documents.block_widgets import widgets_of
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading

_GAP = 14


class DocumentView(QWidget):
    """Shows what is in the box, the sections, and the foot; the page's header shows the rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_narrow = False
        self._document: Document | None = None
        self._pairs: list[QBoxLayout] = []
        self._headings: list[Heading] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(_GAP))

    def show_document(self, document: Document) -> None:
        """Show *document*, and nothing that was shown before."""
        if document == self._document:
            return
        self._document = document
        self._pairs = []
        self._headings = []
        clear(self._column)
        if document.box:
            box = Card(self._theme, "soft")
            for block in document.box:
                _add(box, widgets_of(block, self._theme))
            self._column.addWidget(box)
        for piece in document.body:
            match piece:
                case Section():
                    self._column.addWidget(self._card((piece,)))
                case Columns():
                    self._add_columns(piece)
                case Flow():
                    self._add_flow(piece)
                case _:
                    pass  # cards part what a line parts on paper
        for line in document.foot:
            self._column.addWidget(Caption(self._theme, text=line))

    def heading(self, text: str) -> QWidget | None:
        """Return the heading that says *text*, or nothing."""
        return next((one for one in self._headings if one.text() == text), None)

    @Slot(bool)
    def set_narrow(self, narrow: bool) -> None:
        """Put columns below each other, or beside each other."""
        self._is_narrow = narrow
        for pair in self._pairs:
            pair.setDirection(self._direction)

    @property
    def _direction(self) -> QBoxLayout.Direction:
        direction = QBoxLayout.Direction
        return direction.TopToBottom if self._is_narrow else direction.LeftToRight

    def _add_columns(self, columns: Columns) -> None:
        if columns.title:
            self._column.addWidget(self._heading(columns.title))
        self._add_pair(self._card(columns.first), self._card(columns.second))

    def _add_flow(self, flow: Flow) -> None:
        for section in flow.sections:
            self._column.addWidget(self._card((section,)))

    def _add_pair(self, first: QWidget, second: QWidget) -> None:
        holder = QWidget()
        pair = QBoxLayout(self._direction, holder)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(self._theme.px(_GAP))
        pair.addWidget(first, 1)
        pair.addWidget(second, 1)
        self._pairs.append(pair)
        self._column.addWidget(holder)

    def _heading(self, text: str) -> Heading:
        heading = Heading(self._theme, 2, text=text)
        self._headings.append(heading)
        return heading

    def _card(self, sections: Iterable[Section]) -> Card:
        card = Card(self._theme)
        for section in sections:
            if section.title:
                card.add(self._heading(section.title))
            for block in section.blocks:
                _add(card, widgets_of(block, self._theme))
        card.body.addStretch(1)
        return card


def _add(card: Card, widgets: Iterable[QWidget]) -> None:
    for widget in widgets:
        card.add(widget)
