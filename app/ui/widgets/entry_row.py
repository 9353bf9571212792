"""A row that stands for something of the journal: pressing opens it, Delete removes it."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.calm_session import CalmSession
from app.domain.journal import Entry
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Caption
from app.ui.widgets.rows import GAP as LEAD_GAP
from app.ui.widgets.rows import LEAD, ActionRow, Row


class EntryWords(NamedTuple):
    """What an entry is, what it says in a line, and what stands before it, such as its time."""

    title: str
    summary: str = ""
    lead: str = ""


class EntryRow(ActionRow):
    """One entry that has a page of its own."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(
        self, theme: Theme, entry: Entry, words: EntryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._entry = entry
        self.setObjectName(f"entry:{entry.id}")
        self.set_texts(words.title, words.summary, words.lead)
        self.setAccessibleDescription(_("Delete removes it."))
        self.clicked.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter too, and remove by Delete: one a press, however long it is held."""
        if event.key() == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():
                self.removed.emit(self._entry)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self.opened.emit(self._entry)


class RemovableRow(QWidget):
    """A calm session: it has no page, and a button that removes it."""

    removed = Signal(object)

    def __init__(
        self, theme: Theme, session: CalmSession, words: EntryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._remove = _RemoveButton(theme, "trash-2")
        self._remove.setObjectName(f"remove:{session.id}")
        self._remove.setAccessibleName(_("Remove {title}").format(title=words.title))
        self._remove.setToolTip(_("Remove"))
        row = Row(
            theme, title=words.title, caption=words.summary, trailing=self._remove, stacks=False
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(LEAD_GAP))
        if words.lead:
            lead = Caption(theme, text=words.lead)
            lead.setMinimumWidth(theme.px(LEAD))
            layout.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(row, 1)
        self._remove.clicked.connect(self._tell)

    @property
    def stop(self) -> QWidget:
        """What Tab comes to."""
        return self._remove

    @Slot()
    def _tell(self) -> None:
        self.removed.emit(self._session)


class _RemoveButton(IconButton):
    """Pressed by Delete too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Delete, once however long it is held."""
        if event.key() == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)
