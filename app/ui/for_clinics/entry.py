"""The fields of the form: each says which text of the pack was typed into it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.ui.dates import day_from, day_in_digits
from app.ui.theme.theme import Theme
from app.ui.widgets.fields import Field, show_text
from app.ui.widgets.written import show_words, words_in


class TextField(Field):
    """A field that says which text of the form was typed into it."""

    typed = Signal(str, str)

    def __init__(self, theme: Theme, key: str, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(theme, editor)
        self.key = key
        self._line = editor
        editor.setObjectName(f"for_clinics:{key}")
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._tell)
        else:
            editor.textChanged.connect(self._tell)

    @property
    def text(self) -> str:
        """What stands in it."""
        line = self._line
        return line.text() if isinstance(line, QLineEdit) else words_in(line)

    def show_text(self, text: str) -> None:
        """Show *text*, and tell nobody."""
        if isinstance(self._line, QLineEdit):
            show_text(self._line, text)
            return
        self._line.blockSignals(True)
        show_words(self._line, text)
        self._line.blockSignals(False)
        self._line.updateGeometry()

    @Slot()
    def _tell(self) -> None:
        self.typed.emit(self.key, self.text)


class DayField(TextField):
    """A field for a day: typed as this country writes it, and told as a pack does, 2027-11-30."""

    @property
    def text(self) -> str:
        """The day as a pack writes it, and what stands in the field where that is no day."""
        typed = super().text
        day = day_from(typed)
        return typed if day is None else day.isoformat()

    def show_text(self, text: str) -> None:
        """Show the day *text*, or *text* as it is, and tell nobody."""
        day = day_from(text)
        super().show_text(text if day is None else day_in_digits(day))
