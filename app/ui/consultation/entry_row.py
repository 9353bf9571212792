"""One entry of a list: what it is, in a line; opened, its fields stand in the place of the line."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.consultation import Entry, Medicine, Question
from app.i18n import _
from app.services.consultation import known_of
from app.ui.consultation.editors import EntryEditor, MedicineEditor, QuestionEditor
from app.ui.theme.theme import Theme
from app.ui.widgets.check import CheckBox
from app.ui.widgets.discard import discard
from app.ui.widgets.paths import breakable
from app.ui.widgets.rows import ActionRow

LONGEST: Final = 8
"""How many signs of a long word stand together at most: a row is narrow beside its box."""


class EntryRow(QWidget):
    """Enter opens it, Delete takes it off the list; signals tell by the entry's id."""

    opened = Signal(str)
    finished = Signal(str)
    typed = Signal(object)
    removed = Signal(str)
    moved = Signal(str, int)
    turned = Signal(str)
    asked = Signal(str, bool)

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry = entry
        self._steps: set[int] = set()
        self._shown: tuple[str, str] | None = None
        self._editor: EntryEditor | None = None
        self._build()
        self._show_line()

    def show_entry(self, entry: Entry, steps: set[int]) -> None:
        """Show *entry*, which can be moved by *steps*: up (-1) and down (1)."""
        if entry != self._entry or steps != self._steps:
            self._entry, self._steps = entry, steps
            self._show_line()
            if self._editor is not None:
                self._editor.show_entry(entry, steps)

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self._editor is not None

    def open(self) -> None:
        """Show the fields, with the keyboard in the first."""
        if self._editor is None:
            self._editor = self._make_editor()
            self._column.addWidget(self._editor)
        self._editor.show_entry(self._entry, self._steps)
        self._line.hide()
        self._editor.show()
        self._editor.take_focus()

    def close_fields(self) -> None:
        """Show the line again."""
        if self._editor is not None:
            discard((self._editor,))
            self._editor = None
            self._line.show()

    def take_focus(self) -> None:
        """Put the keyboard on the line."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the entry off the list on Delete."""
        if event.key() == Qt.Key.Key_Delete and self._editor is None:
            self._tell_removed()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        entry_id = self._entry.id
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._box = _MiddleBox(self._theme)
        self._box.setObjectName(f"asked:{entry_id}")
        self._box.clicked.connect(self._tell_asked)
        self._button = ActionRow(self._theme, chevron="pencil")
        self._button.setObjectName(f"entry:{entry_id}")
        self._button.clicked.connect(self._tell_open)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._button, 1)
        if not isinstance(self._entry, Question):
            self._box.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._line)

    def _make_editor(self) -> EntryEditor:
        is_question = isinstance(self._entry, Question)
        editor = QuestionEditor(self._theme) if is_question else MedicineEditor(self._theme)
        editor.typed.connect(self.typed)
        editor.finished.connect(self._tell_finished)
        editor.removed.connect(self._tell_removed)
        editor.moved.connect(self._tell_moved)
        editor.turned.connect(self._tell_turned)
        return editor

    def _show_line(self) -> None:
        entry = self._entry
        words = (entry.label, _caption(entry))
        if isinstance(entry, Question):
            self._box.setChecked(entry.is_asked)
            self._box.setAccessibleName(_("Asked: {title}").format(title=entry.label))
        if words != self._shown:
            self._shown = words
            self._button.set_texts(*(breakable(text, LONGEST) for text in words))
            self._button.setAccessibleName(", ".join(text for text in words if text))
            self._button.setAccessibleDescription(_("Change or remove it"))

    @Slot()
    def _tell_open(self) -> None:
        self.opened.emit(self._entry.id)

    @Slot()
    def _tell_finished(self) -> None:
        self.finished.emit(self._entry.id)

    @Slot()
    def _tell_removed(self) -> None:
        self.removed.emit(self._entry.id)

    @Slot(int)
    def _tell_moved(self, by: int) -> None:
        self.moved.emit(self._entry.id, by)

    @Slot()
    def _tell_turned(self) -> None:
        self.turned.emit(self._entry.id)

    @Slot()
    def _tell_asked(self) -> None:
        self.asked.emit(self._entry.id, self._box.isChecked())


class _MiddleBox(CheckBox):
    """A box beside one line of words: in the middle of its height, as they are."""

    def _box(self) -> QRectF:
        box = super()._box()
        box.moveTop((self.height() - box.height()) / 2)
        return box


def _caption(entry: Entry) -> str:
    """Return what is known of *entry* besides its name, on one line."""
    if isinstance(entry, Question):
        said = entry.answer or (_("Asked") if entry.is_asked else "")
        return " ".join(said.split())
    return known_of(entry) if isinstance(entry, Medicine) else ""
