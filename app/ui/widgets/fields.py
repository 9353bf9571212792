"""A field: its label, the editor, what helps, and what is wrong with what was typed."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)

from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.labels import Caption, Words
from app.ui.widgets.sight import keep_in_sight

FIELD_HIGH: Final = 46


class Field(QWidget):
    """An editor with its label above it, a caption and one sentence of error below it.

    The label names the editor for screen readers, caption and error describe it. Turning the
    mouse wheel over a closed list or a number scrolls the page and never changes the answer.
    """

    def __init__(
        self,
        theme: Theme,
        editor: QWidget,
        parent: QWidget | None = None,
        *,
        label: str = "",
        caption: str = "",
    ) -> None:
        super().__init__(parent)
        self._field_theme = theme
        self.editor = editor
        self._field_label = Words(theme, wraps=True)
        self._field_label.set_role("body", strong=False)
        self._field_caption = Caption(theme)
        self._field_error = ErrorLine(theme)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for widget in (self._field_label, editor, self._field_caption, self._field_error):
            column.addWidget(widget)
        column.addStretch(1)
        self._prepare()
        self._field_dress()
        theme.changed.connect(self._field_dress)
        self.set_label(label)
        self.set_caption(caption)
        self.show_error("")

    def set_label(self, text: str) -> None:
        """Set the label, which is also the editor's name."""
        self._field_label.setText(text)
        self._field_label.setVisible(bool(text))
        if text:
            self.set_name(text)

    def set_name(self, name: str) -> None:
        """Name the editor for screen readers, where no label is shown.

        On the accessibility bus a list's own name is its value; only its label can name it.
        """
        self.editor.setAccessibleName(name)
        self._field_label.setAccessibleName(name)

    def set_caption(self, text: str) -> None:
        """Set the quiet line below the editor; empty takes no room."""
        self._field_caption.setText(text)
        self._field_caption.setVisible(bool(text))
        self._describe()

    def show_error(self, sentence: str) -> None:
        """Say below the editor what is wrong and how to put it right; empty: nothing is."""
        self._field_error.setText(sentence)
        self._field_error.setVisible(bool(sentence))
        if bool(self.editor.property("wrong")) != bool(sentence):
            self.editor.setProperty("wrong", bool(sentence))
            painting.repolish(self.editor)
        self._describe()

    @property
    def error(self) -> str:
        """The sentence that is shown, or an empty text."""
        return self._field_error.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel pass to the page."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _prepare(self) -> None:
        """Make the editor behave: no answers by wheel, and rows in lists that can be hit."""
        self._field_label.setBuddy(self.editor)
        if isinstance(self.editor, QComboBox):
            self.editor.setItemDelegate(QStyledItemDelegate(self.editor))
            self.editor.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self.editor.setMinimumContentsLength(6)
        if isinstance(self.editor, QComboBox | QAbstractSpinBox):
            self.editor.installEventFilter(self)
            policy = self.editor.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
            self.editor.setSizePolicy(policy)

    def _describe(self) -> None:
        said = [self._field_error.text(), self._field_caption.text()]
        self.editor.setAccessibleDescription(" ".join(text for text in said if text))

    @Slot()
    def _field_dress(self) -> None:
        font = self._field_theme.font("body")
        font.setWeight(font.Weight.Medium)
        self._field_label.setFont(font)


class ErrorLine(QWidget):
    """One sentence of error, behind a sign, so that it is not told by its color alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = QLabel()
        self._words = Words(theme, "caption", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._dress()
        theme.changed.connect(self._dress)

    def text(self) -> str:
        """Return the sentence."""
        return self._words.text()

    def setText(self, sentence: str) -> None:
        """Set the sentence."""
        self._words.setText(sentence)

    @Slot()
    def _dress(self) -> None:
        self._sign.setPixmap(self._theme.pixmap("circle-alert", 18, "danger"))


class LongText(QPlainTextEdit):
    """Room for words: grows with them, so the page scrolls and the field does not.

    Tab leaves the field. *lines* is how many lines it shows when there are fewer; with *most*
    it scrolls after all from so many lines on.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        lines: int = 4,
        most: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._most = most
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if most is None else bars.ScrollBarAsNeeded
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)
        self.textChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._follow_cursor)
        theme.changed.connect(self._grow)

    def sizeHint(self) -> QSize:
        """Return room for every line, or for the most; and for a few when there are none."""
        shown = max(round(self.document().size().height()), self._lines)
        if self._most is not None:
            shown = min(shown, self._most)
        frame = 2 * self._theme.px(12)
        return QSize(self._theme.px(240), round(shown * self.fontMetrics().lineSpacing()) + frame)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; the width may shrink."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width."""
        super().resizeEvent(event)
        self._grow()

    @Slot()
    def _grow(self) -> None:
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    @Slot()
    def _follow_cursor(self) -> None:
        """Keep the line being written in sight of the page."""
        if self.hasFocus():
            keep_in_sight(self, self._theme.px(48))


def show_text(editor: QLineEdit, text: str) -> None:
    """Show *text* in *editor*; the cursor of somebody who stands there stays where it is."""
    if editor.text() != text:
        place = editor.cursorPosition()
        editor.setText(text)
        if editor.hasFocus():
            editor.setCursorPosition(place)
