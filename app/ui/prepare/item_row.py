"""One row of the checklist: box, title, why, and details that open in place."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.checklist import Detail, Item, Line
from app.domain.infusion import Infusion, Ride
from app.i18n import _
from app.ui.dates import day_name
from app.ui.prepare.details import MusicFields, RideFields
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton, LinkButton, SecondaryButton
from app.ui.widgets.card import Card, side_by_side
from app.ui.widgets.check import CheckBox
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Heading

_LINKS: Final = ("not_for_me", "edit", "original", "up", "down", "remove")


class ItemRow(Card):
    """Shows one line; what is done with it is told by signals.

    It can be taken by the mouse: ``dragged`` tells where it is now, from the top of what it lies
    in, and ``dropped`` that it was let go.
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
        self._ride: RideFields | None = None
        self._music: MusicFields | None = None
        self._build()
        self._bind()
        self._translate()

    def show_line(self, line: Line, infusion: Infusion) -> None:
        """Show *line* of *infusion*; fields that are being typed in keep what they hold."""
        self._line = line
        if self._ride is not None:
            self._ride.show_ride(infusion.ride)
        if self._music is not None:
            self._music.show_music(infusion.music)
        self._translate()

    def set_steps(self, steps: set[int]) -> None:
        """Offer to move the row up (-1) and down (1), as far as there is room."""
        self._steps = steps
        self._links["up"].setVisible(-1 in steps)
        self._links["down"].setVisible(1 in steps)

    def step(self, by: int) -> None:
        """Ask for the row to be moved by a place, if there is room."""
        if by in self._steps:
            self.moved.emit(self._line.item, by)

    def open_details(self) -> None:
        """Open the details."""
        self._set_open(True)

    def take_unclear_time(self) -> str:
        """Return the pick-up time that was typed and cannot be read, and empty its field."""
        return self._ride.take_unclear_time() if self._ride is not None else ""

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
        self._build_details()

    def _build_details(self) -> None:
        self._details = QWidget()
        column = QVBoxLayout(self._details)
        column.setContentsMargins(self._theme.px(44), 0, 0, 0)
        column.setSpacing(self._theme.px(12))
        if self._line.item.detail is Detail.RIDE:
            self._ride = RideFields(self._theme)
            column.addWidget(self._ride)
        if self._line.item.detail is Detail.MUSIC:
            self._music = MusicFields(self._theme)
            column.addWidget(self._music)
        if self._line.item.detail is Detail.CONSULTATION:
            self._notes = SecondaryButton(self._theme, "notebook-pen", text=_("Write it down"))
            self._notes.setObjectName(f"notes:{self._line.item.id}")
            self._notes.clicked.connect(self._tell_notes)
            column.addWidget(self._notes, 0, Qt.AlignmentFlag.AlignLeft)
        self._links = {name: LinkButton(self._theme) for name in _LINKS}
        links = FlowLayout(spacing=self._theme.px(24), line_spacing=0)
        for name, link in self._links.items():
            link.setObjectName(f"{name}:{self._line.item.id}")
            links.addWidget(link)
        column.addLayout(links)
        self.body.addWidget(self._details)
        self._details.hide()

    def _bind(self) -> None:
        self._box.clicked.connect(self._tell_tick)
        self._chevron.clicked.connect(self._toggle)
        for name, tell in (
            ("not_for_me", self._tell_left_out),
            ("edit", self._tell_edit),
            ("original", self._tell_restored),
            ("up", self._tell_up),
            ("down", self._tell_down),
            ("remove", self._tell_removed),
        ):
            self._links[name].clicked.connect(tell)
        if self._ride is not None:
            self._ride.typed.connect(self.ride_typed)
        if self._music is not None:
            self._music.typed.connect(self.music_typed)

    def _translate(self) -> None:
        line = self._line
        left_out = line.not_for_me_at is not None
        self._title.setText(line.item.title)
        self._why.setText(self._state_words() or line.item.why)
        self._why.setVisible(bool(self._why.text()))
        self._box.setChecked(line.is_done)
        self._box.setAccessibleName(line.item.title)
        self._box.setAccessibleDescription(self._why.text())
        self._chevron.setAccessibleName(_("Details of {title}").format(title=line.item.title))
        links = self._links
        links["not_for_me"].setText(_("Put it back") if left_out else _("Not for me"))
        links["not_for_me"].setVisible(not line.is_done)
        links["edit"].setText(_("Change the words"))
        links["original"].setText(_("Original words"))
        links["original"].setVisible(line.item.reworded)
        links["up"].setText(_("Move up"))
        links["down"].setText(_("Move down"))
        links["remove"].setText(_("Remove"))

    def _state_words(self) -> str:
        if self._line.ticked_at is not None:
            return _("Done on {day}").format(day=day_name(self._line.ticked_at.date()))
        if self._line.not_for_me_at is not None:
            return _("Not for me")
        return ""

    def _set_open(self, is_open: bool) -> None:
        self._details.setVisible(is_open)
        self._chevron.set_icon("chevron-up" if is_open else "chevron-down")

    @Slot()
    def _toggle(self) -> None:
        self._set_open(self._details.isHidden())

    @Slot()
    def _tell_tick(self) -> None:
        (self.ticked if self._box.isChecked() else self.reopened).emit(self._line.item)

    @Slot()
    def _tell_left_out(self) -> None:
        left_out = self._line.not_for_me_at is not None
        (self.reopened if left_out else self.left_out).emit(self._line.item)

    @Slot()
    def _tell_edit(self) -> None:
        self.edit_wanted.emit(self._line.item)

    @Slot()
    def _tell_notes(self) -> None:
        self.notes_wanted.emit(self._line.item)

    @Slot()
    def _tell_removed(self) -> None:
        self.removed.emit(self._line.item)

    @Slot()
    def _tell_restored(self) -> None:
        self.restored.emit(self._line.item)

    @Slot()
    def _tell_up(self) -> None:
        self.step(-1)

    @Slot()
    def _tell_down(self) -> None:
        self.step(1)

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
        elif was_pressed and (self._details.isHidden() or event.position().y() < self._details.y()):
            self._toggle()
