"""What is written about one entry, and what can be done with it: they stand in its row's place."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.consultation import Entry, Medicine, Question
from app.i18n import _
from app.ui.consultation.plain_words import show_words
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.editors import line_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field, LongText
from app.ui.widgets.flow import FlowLayout

_LINKS: Final = ("over", "up", "down", "remove")


class EntryEditor(QWidget):
    """The fields of one entry, kept as they are typed, and the ways to move and remove it."""

    typed = Signal(object)
    finished = Signal()
    removed = Signal()
    moved = Signal(int)
    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: Entry | None = None
        self._shows = False
        self._frame()

    def show_entry(self, entry: Entry, steps: set[int]) -> None:
        """Show *entry* in every field, and the *steps* it can go; an emptied field stays empty."""
        self._entry = entry
        self._shows = True
        self._fill(entry)
        self._shows = False
        self._links["up"].setVisible(-1 in steps)
        self._links["down"].setVisible(1 in steps)

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _first(self) -> QWidget:
        raise NotImplementedError

    def _fill(self, entry: Entry) -> None:
        """Show *entry* in the fields."""
        raise NotImplementedError

    def _written(self) -> Entry | None:
        """Return the entry as it stands in the fields."""
        raise NotImplementedError

    def _frame(self) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, self._theme.px(6), 0, self._theme.px(10))
        self.column.setSpacing(self._theme.px(12))
        self._done = SecondaryButton(self._theme, "check", text=_("Done"))
        self._done.setObjectName("consultation:done")
        self._done.clicked.connect(self.finished)
        self._links = {name: LinkButton(self._theme) for name in _LINKS}
        self._actions = FlowLayout(spacing=self._theme.px(24), line_spacing=self._theme.px(4))
        self._actions.addWidget(self._done)
        for name, link in self._links.items():
            link.setObjectName(f"consultation:{name}")
            self._actions.addWidget(link)
        for name, text in (
            ("up", _("Move up")),
            ("down", _("Move down")),
            ("remove", _("Remove")),
        ):
            self._links[name].setText(text)
        for name, tell in (
            ("over", self._tell_over),
            ("up", self._tell_up),
            ("down", self._tell_down),
            ("remove", self._tell_removed),
        ):
            self._links[name].clicked.connect(tell)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, context=context).activated.connect(self.finished)

    def _follow(self, editors: Iterable[QLineEdit | LongText]) -> None:
        """Tell of everything that is typed into *editors*; Enter in a line is the end of it."""
        for editor in editors:
            if isinstance(editor, QLineEdit):
                editor.textEdited.connect(self._tell)
                editor.returnPressed.connect(self.finished)
            else:
                editor.textChanged.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        written = None if self._shows else self._written()
        if written is not None and written != self._entry:
            self._entry = written
            self.typed.emit(written)

    @Slot()
    def _tell_over(self) -> None:
        self.turned.emit()

    @Slot()
    def _tell_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _tell_down(self) -> None:
        self.moved.emit(1)

    @Slot()
    def _tell_removed(self) -> None:
        self.removed.emit()


class MedicineEditor(EntryEditor):
    """Name and since when; of one tried before also until when, and why it was stopped."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._name = line_edit("consultation:name")
        self._since = line_edit("consultation:since")
        self._until = line_edit("consultation:until")
        self._why = LongText(theme, lines=2)
        self._why.setObjectName("consultation:why")
        self._why_field = Field(theme, self._why, label=_("Why it was stopped"))
        self._until_field = Field(theme, self._until, label=_("Until when"))
        times = EvenLayout(spacing=theme.px(16))
        times.addWidget(Field(theme, self._since, label=_("Since when")))
        times.addWidget(self._until_field)
        self.column.addWidget(Field(theme, self._name, label=_("Name")))
        self.column.addLayout(times)
        self.column.addWidget(self._why_field)
        self.column.addLayout(self._actions)
        self._follow((self._name, self._since, self._until, self._why))

    @property
    def _first(self) -> QWidget:
        return self._name

    def _fill(self, entry: Entry) -> None:
        if not isinstance(entry, Medicine):
            return
        _show(self._name, entry.name)
        _show(self._since, entry.since)
        _show(self._until, entry.until)
        _show(self._why, entry.why_stopped)
        self._until_field.setVisible(not entry.is_current)
        self._why_field.setVisible(not entry.is_current)
        self._links["over"].setText(
            _("I no longer take it") if entry.is_current else _("I take it now")
        )

    def _written(self) -> Entry | None:
        if not isinstance(self._entry, Medicine):
            return None
        return replace(
            self._entry,
            name=self._name.text(),
            since=self._since.text(),
            until=self._until.text(),
            why_stopped=self._why.toPlainText(),
        )


class QuestionEditor(EntryEditor):
    """The question, and what was answered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._text = LongText(theme, lines=2)
        self._text.setObjectName("consultation:question")
        self._answer = LongText(theme, lines=2)
        self._answer.setObjectName("consultation:answer")
        self.column.addWidget(Field(theme, self._text, label=_("Question")))
        self.column.addWidget(Field(theme, self._answer, label=_("What they said")))
        self.column.addLayout(self._actions)
        self._links["over"].hide()
        self._follow((self._text, self._answer))

    @property
    def _first(self) -> QWidget:
        return self._text

    def _fill(self, entry: Entry) -> None:
        if not isinstance(entry, Question):
            return
        _show(self._text, entry.text)
        _show(self._answer, entry.answer)

    def _written(self) -> Entry | None:
        if not isinstance(self._entry, Question):
            return None
        return replace(
            self._entry, text=self._text.toPlainText(), answer=self._answer.toPlainText()
        )


def _show(editor: QLineEdit | LongText, text: str) -> None:
    """Show *text*, with the cursor where it was; a field that was emptied waits for words."""
    shown = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
    if shown == text or (editor.hasFocus() and not shown.strip()):
        return
    if isinstance(editor, QLineEdit):
        place = editor.cursorPosition() if editor.hasFocus() else len(text)
        editor.setText(text)
        editor.setCursorPosition(place)
    else:
        show_words(editor, text)
