"""All rows of a checklist: open ones under their stage, closed ones folded at the end."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.checklist import Item, Line, Stage
from app.domain.infusion import Infusion, Ride
from app.i18n import _, ngettext
from app.services.names import stage_name
from app.ui.prepare.item_row import ItemRow
from app.ui.theme.theme import Theme
from app.ui.widgets.discard import discard
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.one_press import OnePress
from app.ui.widgets.sight import bring_into_sight

NAMED_IN_FOLD = 4
"""How many closed items the folded row names."""


class StageSection(QWidget):
    """A heading with how much is left, and the open rows of one stage."""

    def __init__(self, theme: Theme, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._heading = Heading(theme, 2)
        self._left = Caption(theme)
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(self._heading)
        top.addWidget(self._left, 1)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addLayout(self.rows)

    def show_count(self, count: int) -> None:
        """Show the heading with *count* open rows; hidden when there are none."""
        self._heading.setText(stage_name(self._stage))
        self._left.setText(left_words(count))
        self.setVisible(count > 0)


class Rows(QWidget):
    """Keeps one row per item and moves it where it belongs; nothing typed is ever rebuilt."""

    ticked = Signal(Item)
    reopened = Signal(Item)
    left_out = Signal(Item)
    edit_wanted = Signal(Item)
    removed = Signal(Item)
    restored = Signal(Item)
    moved = Signal(Item, int)
    ride_typed = Signal(Ride)
    music_typed = Signal(str)
    notes_wanted = Signal(Item)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, ItemRow] = {}
        self._order: list[str] = []
        self._press = OnePress()
        self._build()

    def show_lines(self, lines: tuple[Line, ...], infusion: Infusion) -> None:
        """Show *lines* of *infusion*; the keyboard goes on to the next row if its row closed."""
        focused = self._focused()
        closed = [line for line in lines if not line.is_open]
        for stage, section in self.sections.items():
            open_lines = [line for line in lines if line.item.stage is stage and line.is_open]
            self._fill(section.rows, open_lines, infusion)
            self._offer_steps(open_lines)
            section.show_count(len(open_lines))
        self._fill(self._closed, closed, infusion)
        for line in closed:
            self._rows[line.item.id].set_steps(set())
        self._drop_all_but({line.item.id for line in lines})
        self._fold.set_title(_("Done ({count})").format(count=len(closed)))
        self._fold.set_summary(_names(closed))
        self._fold.setVisible(bool(closed))
        order, self._order = self._order, [line.item.id for line in lines if line.is_open]
        self._move_on(focused, order)

    def open_details(self, item_id: str) -> QWidget | None:
        """Open the details of an item and return its row."""
        row = self._rows.get(item_id)
        if row is not None:
            if self._closed.indexOf(row) >= 0:
                self._fold.set_open(True)
            row.open_details()
            row.take_focus()
        return row

    def take_unclear_time(self) -> str:
        """Return the pick-up time that was typed and cannot be read, and empty its field."""
        return "".join(row.take_unclear_time() for row in self._rows.values())

    def _build(self) -> None:
        self.sections = {stage: StageSection(self._theme, stage) for stage in Stage}
        inside = QWidget()
        self._closed = QVBoxLayout(inside)
        self._closed.setContentsMargins(0, 0, 0, 0)
        self._closed.setSpacing(self._theme.px(8))
        self._fold = Fold(self._theme, inside)
        self._fold.button.setObjectName("prepare:done")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(14))
        for section in self.sections.values():
            column.addWidget(section)
        column.addWidget(self._fold)
        for keys, step in (("Alt+Up", self._step_up), ("Alt+Down", self._step_down)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(step)

    def _fill(self, layout: QVBoxLayout, lines: list[Line], infusion: Infusion) -> None:
        for place, line in enumerate(lines):
            row = self._row(line)
            row.show_line(line, infusion)
            if layout.indexOf(row) != place:
                layout.insertWidget(place, row)
                row.show()

    def _row(self, line: Line) -> ItemRow:
        if line.item.id not in self._rows:
            row = ItemRow(self._theme, line)
            row.ticked.connect(self._tick)
            row.reopened.connect(self.reopened)
            row.left_out.connect(self.left_out)
            row.edit_wanted.connect(self.edit_wanted)
            row.removed.connect(self.removed)
            row.restored.connect(self.restored)
            row.moved.connect(self.moved)
            row.dragged.connect(self._drag)
            row.dropped.connect(self._drop)
            row.ride_typed.connect(self.ride_typed)
            row.music_typed.connect(self.music_typed)
            row.notes_wanted.connect(self.notes_wanted)
            self._rows[line.item.id] = row
        return self._rows[line.item.id]

    def _offer_steps(self, lines: list[Line]) -> None:
        for place, line in enumerate(lines):
            up = {-1} if place else set()
            down = {1} if place + 1 < len(lines) else set()
            self._rows[line.item.id].set_steps(up | down)

    @Slot()
    def _step_up(self) -> None:
        self._step(-1)

    @Slot()
    def _step_down(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        """Move the row that has the keyboard."""
        row = self._rows.get(self._focused())
        if row is not None:
            row.step(by)

    @Slot(Item, int)
    def _drag(self, item: Item, y: int) -> None:
        """Let a row stand where the mouse holds it; the others make room."""
        row, layout = self._rows[item.id], self.sections[item.stage].rows
        others = [other for other in _widgets(layout) if other is not row]
        place = sum(other.geometry().center().y() < y for other in others)
        if layout.indexOf(row) != place:
            layout.removeWidget(row)
            layout.insertWidget(place, row)
        bring_into_sight(row, self._theme.px(24))

    @Slot(Item)
    def _drop(self, item: Item) -> None:
        """Tell by how many places the row was moved."""
        stage = [line for line in self._order if line in self._stage_ids(item.stage)]
        by = self.sections[item.stage].rows.indexOf(self._rows[item.id]) - stage.index(item.id)
        if by:
            self.moved.emit(item, by)

    def _stage_ids(self, stage: Stage) -> set[str]:
        rows = _widgets(self.sections[stage].rows)
        return {item_id for item_id, row in self._rows.items() if row in rows}

    @Slot(Item)
    def _tick(self, item: Item) -> None:
        """Pass a tick on, unless it is the rest of a double click on the row before."""
        row = self._rows[item.id]
        if self._press.is_stray(row):
            row.untick()
        else:
            self.ticked.emit(item)

    def _drop_all_but(self, wanted: set[str]) -> None:
        for item_id in self._rows.keys() - wanted:
            discard((self._rows.pop(item_id),))

    def _focused(self) -> str:
        focus = self.focusWidget()
        for item_id, row in self._rows.items():
            if focus is not None and focus.hasFocus() and row.isAncestorOf(focus):
                return item_id
        return ""

    def _move_on(self, focused: str, before: list[str]) -> None:
        """Let the keyboard follow *focused* where it opened again, else go on to the next."""
        if focused in self._order:
            if focused not in before:
                self._rows[focused].take_focus()
            return
        if focused not in before:
            return
        place = before.index(focused)
        following = [*before[place + 1 :], *reversed(before[:place])]
        nearest = next((item_id for item_id in following if item_id in self._order), None)
        if nearest is not None:
            self._rows[nearest].take_focus()
        else:  # not on to the button that takes the last tick back
            self._fold.button.setFocus(Qt.FocusReason.TabFocusReason)


def left_words(count: int) -> str:
    """Return "1 left", or "done" when nothing is."""
    return (
        ngettext("{count} left", "{count} left", count).format(count=count) if count else _("done")
    )


def _names(lines: list[Line]) -> str:
    named = ", ".join(line.item.title for line in lines[:NAMED_IN_FOLD])
    return _("{names} …").format(names=named) if len(lines) > NAMED_IN_FOLD else named


def _widgets(layout: QVBoxLayout) -> list[QWidget]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    return [widget for item in items if item is not None and (widget := item.widget()) is not None]
