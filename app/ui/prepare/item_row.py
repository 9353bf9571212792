"""One row of the checklist: box, title, why, and details that open in place."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checklist import Detail, Item, Line
from app.domain.infusion import Infusion, Ride
from app.i18n import _
from app.ui.dates import day_name
from app.ui.prepare.details import MusicFields, RideFields
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.card import Card, side_by_side
from app.ui.widgets.check import CheckBox
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Heading


class ItemRow(Card):
    """Shows one line; what is done with it is told by signals."""

    ticked = Signal(Item)
    reopened = Signal(Item)
    left_out = Signal(Item)
    edit_wanted = Signal(Item)
    removed = Signal(Item)
    ride_typed = Signal(Ride)
    music_typed = Signal(str)

    def __init__(self, theme: Theme, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent, compact=True)
        self._line = line
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

    def open_details(self) -> None:
        """Open the details."""
        self._set_open(True)

    def take_unclear_time(self) -> str:
        """Return the pick-up time that was typed and cannot be read, and empty its field."""
        return self._ride.take_unclear_time() if self._ride is not None else ""

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
        self._not_for_me, self._edit, self._remove = (LinkButton(self._theme) for _n in range(3))
        for link, name in (
            (self._not_for_me, "not_for_me"),
            (self._edit, "edit"),
            (self._remove, "remove"),
        ):
            link.setObjectName(f"{name}:{self._line.item.id}")
        links = FlowLayout(spacing=self._theme.px(24), line_spacing=0)
        for link in (self._not_for_me, self._edit, self._remove):
            links.addWidget(link)
        column.addLayout(links)
        self.body.addWidget(self._details)
        self._details.hide()

    def _bind(self) -> None:
        self._box.clicked.connect(self._tell_tick)
        self._chevron.clicked.connect(self._toggle)
        self._not_for_me.clicked.connect(self._tell_left_out)
        self._edit.clicked.connect(self._tell_edit)
        self._remove.clicked.connect(self._tell_removed)
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
        self._not_for_me.setText(_("Put it back") if left_out else _("Not for me"))
        self._not_for_me.setVisible(not line.is_done)
        self._edit.setText(_("Change the words"))
        self._remove.setText(_("Remove"))

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
    def _tell_removed(self) -> None:
        self.removed.emit(self._line.item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close the details wherever the row itself is clicked."""
        if self._details.isHidden() or event.position().y() < self._details.y():
            self._toggle()
        super().mouseReleaseEvent(event)
