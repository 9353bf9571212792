"""Conditions to mention: a box for each, and room for a note to those that are ticked."""

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.services.consultation import Mention
from app.ui.consultation.model import ConsultationModel
from app.ui.theme.theme import Theme
from app.ui.widgets.check import CheckBox
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.paths import breakable


class ConditionList(QWidget):
    """Shows the conditions of *model*. What is not ticked is not answered."""

    def __init__(
        self, theme: Theme, model: ConsultationModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._rows: dict[str, _ConditionRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_mentions(self) -> None:
        """Show what is ticked."""
        for mention in self._model.mentions:
            row = self._rows.get(mention.id)
            if row is None:
                row = _ConditionRow(self._theme, mention)
                row.ticked.connect(self._tick)
                row.typed.connect(self._type)
                row.left.connect(self._model.finish)
                self._rows[mention.id] = row
                self._column.addWidget(row)
            row.show_mention(mention)

    def _mention(self, wanted: str) -> Mention | None:
        return next((one for one in self._model.mentions if one.id == wanted), None)

    @Slot(str)
    def _tick(self, wanted: str) -> None:
        mention = self._mention(wanted)
        if mention is not None:
            self._model.tick(mention)

    @Slot(str, str)
    def _type(self, wanted: str, note: str) -> None:
        mention = self._mention(wanted)
        if mention is not None and mention.ticked is not None:
            self._model.type_entry(replace(mention.ticked, note=note))


class _ConditionRow(QWidget):
    """One condition."""

    ticked = Signal(str)
    typed = Signal(str, str)
    left = Signal(str)

    def __init__(self, theme: Theme, mention: Mention) -> None:
        super().__init__()
        self._id = mention.id
        self._box = CheckBox(theme, text=breakable(mention.title))
        self._box.setObjectName(f"condition:{mention.id}")
        self._note = line_edit(f"note:{mention.id}")
        self._field = Field(theme, self._note, label=_("A note, if you like"))
        self._field.set_name(_("Note: {title}").format(title=mention.title))
        self._box.clicked.connect(self._tell_tick)
        self._note.textEdited.connect(self._tell_note)
        self._note.editingFinished.connect(self._tell_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._room = QWidget()
        inner = QVBoxLayout(self._room)
        inner.setContentsMargins(theme.px(40), 0, 0, theme.px(10))
        inner.addWidget(self._field)
        column.addWidget(self._box)
        column.addWidget(self._room)

    def show_mention(self, mention: Mention) -> None:
        """Show whether it is ticked; a note that is being typed stays."""
        is_ticked = mention.ticked is not None
        self._box.setChecked(is_ticked)
        self._room.setVisible(is_ticked)
        note = mention.ticked.note if mention.ticked is not None else ""
        if not self._note.hasFocus() and self._note.text() != note:
            self._note.setText(note)

    @Slot()
    def _tell_tick(self) -> None:
        self.ticked.emit(self._id)

    @Slot(str)
    def _tell_note(self, note: str) -> None:
        self.typed.emit(self._id, note)

    @Slot()
    def _tell_left(self) -> None:
        self.left.emit(self._id)
