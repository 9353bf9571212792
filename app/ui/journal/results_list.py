"""The list of what was found: arrows walk, Enter opens, Delete removes."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from app.i18n import _
from app.ui.journal.result_delegate import ResultDelegate
from app.ui.journal.results_model import ROW, ResultRow, ResultsModel
from app.ui.theme.theme import Theme
from app.ui.widgets.focus_ring import RINGS_ITSELF

LEAST: Final = 2
"""How many rows show at least; where there is less room, the page scrolls."""


class ResultsList(QTableView):
    """Rows of one height, so that 100,000 of them scroll as well as ten.

    A table of one column: Qt's list asks the model for every row whenever one comes or goes.
    """

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._clicked_at = QPoint()
        self.setObjectName("journal:results")
        self.setModel(model)
        self._delegate = ResultDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.setProperty(RINGS_ITSELF, True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open_or_remove)
        theme.changed.connect(self._relayout)

    def translate(self) -> None:
        """Name the list."""
        self.setAccessibleName(_("What was found"))
        self.setAccessibleDescription(_("Enter opens, Delete removes."))

    def take_keyboard(self) -> None:
        """Bring the keyboard to the row where it was, or to the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few rows."""
        return QSize(0, LEAST * self._row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by Delete, one a press; open by Enter; go to the ends by Home and End."""
        row = self._rows.row(self.currentIndex())
        if event.key() == Qt.Key.Key_Delete:
            if row is not None and not event.isAutoRepeat():
                self.removed.emit(row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            is_end = event.key() == Qt.Key.Key_End
            self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1 if is_end else 0))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would read file after file for a row that begins with a letter."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the height of the new width."""
        super().resizeEvent(event)
        self._relayout()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where something is opened or removed."""
        super().mouseMoveEvent(event)
        is_over = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Know where was clicked, for the sign that removes."""
        self._clicked_at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    @Slot()
    def _relayout(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self.updateGeometry()

    def _row_height(self) -> int:
        return self._delegate.height(self.viewport().width())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None and not row.is_removable_here:
            self.opened.emit(row)

    @Slot(QModelIndex)
    def _open_or_remove(self, index: QModelIndex) -> None:
        row: ResultRow = index.data(ROW)
        if not row.is_removable_here:
            self.opened.emit(row)
            return
        place = self._delegate.sign_place(self.visualRect(index), self.layoutDirection())
        if place.contains(self._clicked_at):
            self.removed.emit(row)
