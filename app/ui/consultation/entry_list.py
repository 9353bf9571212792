"""A list of entries: a field to add one, and a row for each."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.consultation import Entry, Medicine, Question
from app.i18n import _
from app.ui.consultation.entry_row import EntryRow
from app.ui.consultation.model import ConsultationModel, Listed
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.discard import discard
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.sight import bring_into_sight


class EntryList(QWidget):
    """Shows one list of *model*. Nothing that is being typed is ever rebuilt."""

    def __init__(
        self,
        theme: Theme,
        model: ConsultationModel,
        listed: Listed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._listed = listed
        self._rows: dict[str, EntryRow] = {}
        self._build()
        self._bind()
        self._translate()

    def show_entries(self) -> None:
        """Show what is kept; the keyboard goes on to the next row where its own is gone."""
        entries = self._model.entries(self._listed)
        focused, before = self._focused(), list(self._rows)
        for entry_id in self._rows.keys() - {entry.id for entry in entries}:
            discard((self._rows.pop(entry_id),))
        if not self._rows:  # rows that come to a list in sight are laid out one by one
            self._all.hide()
        self._rows = {entry.id: self._row(entry) for entry in entries}
        for place, (entry, row) in enumerate(zip(entries, self._rows.values(), strict=True)):
            up = {-1} if place else set()
            down = {1} if place + 1 < len(entries) else set()
            row.show_entry(entry, up | down)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self._all.setVisible(bool(entries))
        if not any(row.is_open for row in self._rows.values()):
            self._top.show()
        if focused and focused not in self._rows:
            self._go_on(focused, before)

    def leave(self) -> None:
        """Close what is open, and empty the field: leaving keeps what was typed there."""
        for row in self._rows.values():
            row.close_fields()
        self._top.show()
        self._empty_field()

    def _build(self) -> None:
        name = f"consultation:{self._listed.value}"
        self._new = line_edit(f"{name}:new")
        self._field = Field(self._theme, self._new)
        self._add = SecondaryButton(self._theme, "plus")
        self._add.setObjectName(f"{name}:add")
        self._add.hide()
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(self._theme.px(12))
        top.addWidget(self._field, 1)
        top.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        self._all = QWidget()
        self._column = QVBoxLayout(self._all)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.px(4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(self._theme.px(10))
        whole.addWidget(self._top)
        whole.addWidget(self._all)

    def _bind(self) -> None:
        self._new.textEdited.connect(self._type_new)
        self._new.returnPressed.connect(self._add_new)
        self._add.clicked.connect(self._add_new)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, step in (("Alt+Up", self._step_up), ("Alt+Down", self._step_down)):
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(step)

    def _translate(self) -> None:
        is_question = self._listed is Listed.QUESTIONS
        self._field.set_label(_("Add a question") if is_question else _("Add a medicine"))
        self._add.setText(_("Add"))

    def _row(self, entry: Entry) -> EntryRow:
        row = self._rows.get(entry.id)
        if row is None:
            row = EntryRow(self._theme, entry)
            row.opened.connect(self._open)
            row.finished.connect(self._finish)
            row.typed.connect(self._type)
            row.removed.connect(self._remove)
            row.moved.connect(self._move)
            row.turned.connect(self._turn)
            row.asked.connect(self._ask)
        return row

    def _empty_field(self) -> None:
        self._new.clear()
        self._add.hide()

    def _close(self) -> None:
        """Close what is open; what was typed there is one change."""
        for entry_id, row in tuple(self._rows.items()):
            if row.is_open:
                row.close_fields()
                self._model.finish(entry_id)
        self._top.show()

    def _entry(self, entry_id: str) -> Entry | None:
        entries = self._model.entries(self._listed)
        return next((one for one in entries if one.id == entry_id), None)

    def _focused(self) -> str:
        """Return the id of the entry that has the keyboard."""
        focus = self.focusWidget()
        if focus is None or not focus.hasFocus():
            return ""
        found = (one for one, row in self._rows.items() if row.isAncestorOf(focus))
        return next(found, "")

    def _go_on(self, gone: str, before: list[str]) -> None:
        """Put the keyboard on the row after the one that is *gone*, or before it, or on none."""
        place = before.index(gone)
        following = [*before[place + 1 :], *reversed(before[:place])]
        nearest = next((one for one in following if one in self._rows), None)
        if nearest is None:
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._rows[nearest].take_focus()

    @Slot(str)
    def _type_new(self, text: str) -> None:
        self._add.setVisible(bool(text.strip()))
        self._model.type_new(self._listed, text)

    @Slot()
    def _add_new(self) -> None:
        text = self._new.text()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)
        self._empty_field()
        self._model.add(self._listed, text)

    @Slot(str)
    def _open(self, entry_id: str) -> None:
        self._close()
        row = self._rows.get(entry_id)
        if row is not None:
            row.open()
            self._top.setVisible(bool(self._new.text().strip()))
            bring_into_sight(row, self._theme.px(12))

    @Slot(str)
    def _finish(self, entry_id: str) -> None:
        self._close()
        if entry_id in self._rows:
            self._rows[entry_id].take_focus()

    @Slot(object)
    def _type(self, entry: Entry) -> None:
        self._model.type_entry(entry)

    @Slot(str)
    def _remove(self, entry_id: str) -> None:
        entry = self._entry(entry_id)
        if entry is not None:
            self._model.remove(entry)

    @Slot(str, bool)
    def _ask(self, entry_id: str, is_asked: bool) -> None:
        entry = self._entry(entry_id)
        if isinstance(entry, Question):
            self._model.mark_asked(entry, is_asked=is_asked)

    @Slot(str)
    def _turn(self, entry_id: str) -> None:
        entry = self._entry(entry_id)
        if isinstance(entry, Medicine):
            self._model.mark_taken(entry, is_current=not entry.is_current)

    @Slot()
    def _step_up(self) -> None:
        self._move(self._focused(), -1)

    @Slot()
    def _step_down(self) -> None:
        self._move(self._focused(), 1)

    @Slot(str, int)
    def _move(self, entry_id: str, by: int) -> None:
        """Move an entry, and keep it in sight."""
        entry = self._entry(entry_id)
        if entry is not None:
            self._model.move(entry, by)
            bring_into_sight(self._rows[entry_id], self._theme.px(12))
