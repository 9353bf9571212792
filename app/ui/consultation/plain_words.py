"""A part of the notes that is plain words."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.consultation import Text
from app.services.consultation import text_name
from app.ui.consultation.model import ConsultationModel
from app.ui.theme.theme import Theme
from app.ui.widgets.fields import Field, LongText


class PlainWords(Field):
    """A field for the words of one *part* of *model*; *label* says what to write, if anything."""

    def __init__(
        self,
        theme: Theme,
        model: ConsultationModel,
        part: Text,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._model = model
        self._part = part
        self._shows = False
        self._words = LongText(theme, lines=3)
        self._words.setObjectName(f"consultation:{part.value}")
        super().__init__(theme, self._words, parent, label=label)
        self.set_name(label or text_name(part))
        self._words.textChanged.connect(self._tell)

    def show_words(self) -> None:
        """Show what is kept, as it was typed last; the cursor stays where it is."""
        words = self._model.words(self._part)
        if self._words.toPlainText() != words:
            self._shows = True
            show_words(self._words, words)
            self._shows = False

    @Slot()
    def _tell(self) -> None:
        if not self._shows:
            self._model.type_words(self._part, self._words.toPlainText())


def show_words(editor: LongText, words: str) -> None:
    """Put *words* into *editor*, with the cursor where it was, as far as they reach."""
    place = editor.textCursor().position()
    editor.setPlainText(words)
    cursor = editor.textCursor()
    cursor.setPosition(min(place, cursor.document().characterCount() - 1))
    editor.setTextCursor(cursor)
