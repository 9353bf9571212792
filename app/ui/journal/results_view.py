"""What was found, how much, and what to do when it is nothing."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.search import folded
from app.i18n import _, ngettext
from app.ui.journal.results_list import ResultsList
from app.ui.journal.results_model import ResultRow, ResultsModel
from app.ui.journal.search_model import SearchModel
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Prose, Words


class ResultsView(QWidget):
    """A count with the way to clear it, and the list; or a sentence that nothing was found."""

    opened = Signal(ResultRow)
    removed = Signal(ResultRow)
    cleared = Signal()

    def __init__(
        self, theme: Theme, search: SearchModel, rows: ResultsModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search = search
        self._build(rows)
        self._bind()

    @property
    def sentence(self) -> str:
        """How much was found, in words."""
        count = len(self._search.hits)
        if not count:
            return ""
        return ngettext("{count} entry found", "{count} entries found", count).format(count=count)

    def translate(self) -> None:
        """Set every text anew."""
        self._clear.setText(_("Clear"))
        self._clear.setAccessibleName(_("Clear the search and the filters"))
        self.list.translate()
        self._keys.setText(_("Enter opens an entry, Delete removes it. There is a way back."))
        self._show()

    def _build(self, rows: ResultsModel) -> None:
        theme = self._theme
        self._count = Words(theme, "body", strong=True)
        self._reading = Caption(theme)
        self._clear = LinkButton(theme)
        self._clear.setObjectName("journal:clear")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._count)
        words.addWidget(self._reading)
        words.addStretch(1)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignVCenter)
        self._card = Card(theme, compact=True)
        self.list = ResultsList(theme, rows)
        self._card.add(self.list)
        self._keys = Caption(theme)
        self._nothing = Card(theme)
        self._nothing_words = Prose(theme)
        self._nothing.add(self._nothing_words)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self._card, 1)
        column.addWidget(self._keys)
        column.addWidget(self._nothing)
        column.addStretch(0)

    def _bind(self) -> None:
        self._search.changed.connect(self._show)
        self._clear.clicked.connect(self._tell)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)

    @Slot()
    def _show(self) -> None:
        is_found = bool(self._search.hits)
        self._count.setText(self.sentence)
        self._count.setVisible(is_found)
        self._reading.setText(_("Older years are still being read. What is found is added."))
        self._reading.setVisible(self._search.is_reading)
        for widget in (self._card, self._keys):
            widget.setVisible(is_found)
        self._nothing.setVisible(not is_found)
        self._column.setStretch(self._column.count() - 1, 0 if is_found else 1)
        self._nothing_words.setText(self._nothing_found())

    def _nothing_found(self) -> str:
        words = " ".join(self._search.words.split())
        if not folded(words):
            return _("Nothing found with these filters.")
        found = _("Nothing found for “{words}”.").format(words=words)
        if not self._search.wanted.is_set:
            return found
        return _("{nothing_found} The filters are on, too.").format(nothing_found=found)

    @Slot()
    def _tell(self) -> None:
        self.cleared.emit()
