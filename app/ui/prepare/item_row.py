"""One row of the checklist: box, title, why, and details that open in place."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.checklist import Item, Line
from app.domain.infusion import Infusion, Ride
from app.i18n import _
from app.services.item_words import item_why
from app.ui.dates import day_name
from app.ui.prepare.item_details import ItemDetails
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.card import Card, side_by_side
from app.ui.widgets.check import CheckBox
from app.ui.widgets.labels import Caption, Heading


class ItemRow(Card):
    """Shows one line; what is done with it is told by signals.

    Details are built when they are first opened: a list may have hundreds of rows. The row can
    be taken by the mouse: ``dragged`` tells where it is now, from the top of what it lies in, and
    ``dropped`` that it was let go.
    """

    ticked = Signal(Item)
    reopened = Signal(Item)
    left_out = Signal(Item)
    edit_wanted = Signal(Item)
    removed = Signal(Item)
    restored = Signal(Item)
    moved = Signal(Item, int)
    dragged = Signal(Item, int)
    dropped = Signal(Item)
    ride_typed = Signal(Ride)
    music_typed = Signal(str)
    notes_wanted = Signal(Item)

    def __init__(self, theme: Theme, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent, compact=True)
        self._line = line
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self._steps: set[int] = set()
        self._infusion: Infusion | None = None
        self._details: ItemDetails | None = None
        self._build()
        self._bind()
        self._translate()

    def show_line(self, line: Line, infusion: Infusion) -> None:
        """Show *line* of *infusion*; fields that are being typed in keep what they hold."""
        self._line = line
        self._infusion = infusion
        if self._details is not None:
            self._details.show_line(line, infusion)
        self._translate()

    def set_steps(self, steps: set[int]) -> None:
        """Offer to move the row up (-1) and down (1), as far as there is room."""
        self._steps = steps
        if self._details is not None:
            self._details.set_steps(steps)

    def step(self, by: int) -> None:
        """Ask for the row to be moved by a place, if there is room."""
        if by in self._steps:
            self.moved.emit(self._line.item, by)

    def open_details(self) -> None:
        """Open the details."""
        self._set_open(True)

    def take_unclear_time(self) -> str:
        """Return the pick-up time that was typed and cannot be read, and empty its field."""
        return self._details.take_unclear_time() if self._details is not None else ""

    def untick(self) -> None:
        """Show the box as it was: the press was not meant for it."""
        self._box.setChecked(self._line.is_done)

    def take_focus(self) -> None:
        """Put the keyboard on the box."""
        self._box.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        item_id = self._line.item.id
        self.setObjectName(f"item:{item_id}")
        self._box = CheckBox(self._theme)
        self._box.setObjectName(f"tick:{item_id}")
        self._title = Heading(self._theme, 3)
        self._why = Caption(self._theme)
        self._chevron = IconButton(self._theme, "chevron-down")
        self._chevron.setObjectName(f"details:{item_id}")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, self._theme.px(3), 0, self._theme.px(6))
        column.setSpacing(self._theme.px(2))
        column.addWidget(self._title)
        column.addWidget(self._why)
        row = side_by_side(self._theme, self._box, words, self._chevron, gap=0)
        row.setAlignment(self._box, Qt.AlignmentFlag.AlignTop)
        row.setAlignment(self._chevron, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        self.body.setSpacing(0)
        self.body.addLayout(row)

    def _build_details(self) -> ItemDetails:
        details = ItemDetails(self._theme, self._line)
        details.show_line(self._line, self._infusion)
        details.set_steps(self._steps)
        details.chosen.connect(self._tell)
        details.ride_typed.connect(self.ride_typed)
        details.music_typed.connect(self.music_typed)
        self.body.addWidget(details)
        return details

    def _bind(self) -> None:
        self._box.clicked.connect(self._tell_tick)
        self._chevron.clicked.connect(self._toggle)

    def _translate(self) -> None:
        line = self._line
        self._title.setText(line.item.title)
        self._why.setText(self._state_words() or item_why(line.item))
        self._why.setVisible(bool(self._why.text()))
        self._box.setChecked(line.is_done)
        self._box.setAccessibleName(line.item.title)
        self._box.setAccessibleDescription(self._why.text())
        self._chevron.setAccessibleName(_("Details of {title}").format(title=line.item.title))

    def _state_words(self) -> str:
        if self._line.ticked_at is not None:
            return _("Done on {day}").format(day=day_name(self._line.ticked_at.date()))
        if self._line.not_for_me_at is not None:
            return _("Not for me")
        return ""

    @property
    def _is_open(self) -> bool:
        return self._details is not None and not self._details.isHidden()

    def _set_open(self, is_open: bool) -> None:
        if is_open and self._details is None:
            self._details = self._build_details()
        if self._details is not None:
            self._details.setVisible(is_open)
        self._chevron.set_icon("chevron-up" if is_open else "chevron-down")

    @Slot()
    def _toggle(self) -> None:
        self._set_open(not self._is_open)

    @Slot()
    def _tell_tick(self) -> None:
        (self.ticked if self._box.isChecked() else self.reopened).emit(self._line.item)

    @Slot(str)
    def _tell(self, chosen: str) -> None:
        """Tell what was chosen in the details."""
        item = self._line.item
        match chosen:
            case "not_for_me":
                left_out = self._line.not_for_me_at is not None
                (self.reopened if left_out else self.left_out).emit(item)
            case "edit":
                self.edit_wanted.emit(item)
            case "original":
                self.restored.emit(item)
            case "up" | "down":
                self.step(-1 if chosen == "up" else 1)
            case "remove":
                self.removed.emit(item)
            case _:
                self.notes_wanted.emit(item)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was taken."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse, once it is surely meant."""
        if self._pressed_at is None or not self._steps:
            return
        way = event.position().toPoint() - self._pressed_at
        if self._is_dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self._line.item, self.mapToParent(event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go; or open or close the details, if it was only clicked."""
        was_dragged, self._is_dragged = self._is_dragged, False
        was_pressed, self._pressed_at = self._pressed_at is not None, None
        if was_dragged:
            self.unsetCursor()
            self.dropped.emit(self._line.item)
        elif was_pressed and not self._is_in_details(event.position().y()):
            self._toggle()

    def _is_in_details(self, y: float) -> bool:
        return self._details is not None and self._is_open and y >= self._details.y()
