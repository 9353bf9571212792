"""What stands at the top of Today now and then, above what is always there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.tab_order import come_behind


class TopCards:
    """The first cards in a column, made when there is something to tell.

    Tab comes through them where they are seen. Make it before what stands below them.
    """

    def __init__(self, column: QVBoxLayout, page: QWidget) -> None:
        self._column = column
        self._cards: list[QWidget] = []
        self._place = QWidget(page)
        """Where Tab comes to the cards; never seen."""
        self._place.hide()

    def put_first(self, card: QWidget) -> None:
        """Put *card* above the others."""
        self._put(0, card)

    def put_last(self, card: QWidget) -> None:
        """Put *card* below the others."""
        self._put(len(self._cards), card)

    def keep_in_order(self) -> None:
        """Let Tab come to the cards that were put, and to what was made in them since."""
        if self._cards:
            come_behind(self._place, *self._cards)

    def _put(self, place: int, card: QWidget) -> None:
        self._column.insertWidget(place, card)
        self._cards.insert(place, card)
