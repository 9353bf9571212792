"""The frame of every page: header, a column that scrolls, and the bar below it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from app.ui.widgets.labels import Caption, Heading, Lead
from app.ui.widgets.sticky_bar import StickyBar

if TYPE_CHECKING:
    from app.ui.widgets.undo_strip import UndoStrip

RAIL: Final = 92
"""The width of the rail beside a narrow page: break points count the whole window."""

NARROW: Final = 820
TIGHT: Final = 700
SLIM: Final = 640
CORNER_GAP: Final = 20
"""How far a corner of the header is from the words beside it at least."""


class Page(QWidget):
    """One screen: a column of at most *column* pixels (at 100 % text) that scrolls, and a bar.

    Column and bar share one beginning and one end. A page is handed what it needs, shows it
    when it arrives, and saves what is unsaved when it is left.
    """

    route_wanted = Signal(Route)
    narrow_changed = Signal(bool)
    room_changed = Signal()

    def __init__(self, theme: Theme, column: int = 720, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._frame_width = column
        self._frame_narrow = False
        self._frame_bare = False
        self._frame_room = 0.0
        self._head_extras: list[QWidget] = []
        self._head_corner: QWidget | None = None
        self._frame_strip: UndoStrip | None = None
        self._frame_target: QWidget | None = None
        self.bar = StickyBar(theme, column)
        self._build_frame()
        give_role(self, QAccessible.Role.Pane)
        theme.changed.connect(self._frame_relayout)

    @property
    def room(self) -> float:
        """The width of the window in pixels at 100 % text: 1180 at 200 % text is 590."""
        return self._frame_room

    @property
    def narrow(self) -> bool:
        """Whether columns side by side should stand below each other (below 820)."""
        return self._frame_narrow

    def arrive(self, argument: str) -> None:
        """Show what is so now; called each time the page comes on screen."""

    def leave(self) -> None:
        """Save what is not saved; called before another page comes, and at the end."""

    def take_keyboard(self) -> None:
        """Bring the keyboard to where reading begins; called when it was on the page before."""

    def step_aside(self) -> None:
        """Save what was typed and leave all as it is: the patient looks at Help now meanwhile."""

    def come_back(self) -> None:
        """Go on where the patient was: they have only looked at Help now meanwhile."""

    def know_way_back(self, name: str) -> None:
        """Take note of the page that BACK leads to; told to a page beside the others."""

    def header(self, title: str, lead: str = "", caption: str = "") -> None:
        """Set the words at the top; empty ones take no room."""
        labels = (self._head_title, self._head_lead, self._head_caption)
        for label, text in zip(labels, (title, lead, caption), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(title)
        self.fit_header()

    def header_link(self, text: str = "") -> LinkButton:
        """Add a link at the end of the header's first line, and return it."""
        link = LinkButton(self.theme, text=text)
        self._add_to_header(link)
        return link

    def header_primary(self, icon: str = "", text: str = "") -> PrimaryButton:
        """Add the primary button to the header of an index page, and return it."""
        button = PrimaryButton(self.theme, icon, text=text)
        self._add_to_header(button)
        return button

    def header_corner(self, widget: QWidget) -> None:
        """Show *widget* at the end of the caption's line, in the room that the words leave.

        With less room than it needs at least it is not seen: it never makes the header higher.
        """
        self._head_corner = widget
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(self.theme.px(16))
        self._head_words.removeWidget(self._head_caption)
        line.addWidget(self._head_caption, 1)
        line.addWidget(widget)
        self._head_words.insertLayout(0, line)
        self.fit_header()

    def fit_header(self) -> None:
        """Share the caption's line out anew: the words or what stands beside them are others."""
        if self._head_corner is not None:
            self._frame_align()

    def _add_to_header(self, widget: QWidget) -> None:
        self._head_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head_extras.append(widget)

    def set_column(self, column: int) -> None:
        """Give column and bar another width, in pixels at 100 % text."""
        if column != self._frame_width:
            self._frame_width = column
            self.bar.set_column(column)
            if self._frame_strip is not None:
                self._frame_strip.set_column(column)
            self._frame_align()

    def add(self, widget: QWidget, *, gap: int | None = None) -> None:
        """Add *widget* below what is there; *gap* pixels (at 100 % text) above it if not 14."""
        if gap is not None:
            self.column.addSpacing(self.theme.px(gap) - self.column.spacing())
        if isinstance(widget, LinkButton | Button):
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.column.addWidget(widget)

    def insert_strip(self, strip: "UndoStrip") -> None:
        """Put *strip* between the scrolling column and the bar, on the same edges."""
        self._frame_strip = strip
        strip.set_column(self._frame_width)
        self._frame_column.insertWidget(1, strip)
        self._frame_align()

    def fill(self, *, bare: bool = False) -> None:
        """Let the column take the whole height, for a page with one thing in its middle.

        A *bare* one has no header, and leaves the margins above and below to the page.
        """
        self._frame_bare = bare
        if bare:
            self._head_words.setContentsMargins(0, 0, 0, 0)
            self._frame_align()
        last = self._frame_outer.count() - 1
        self._frame_outer.setStretch(last, 0)
        self._frame_outer.setStretch(last - 1, 1)

    def scroll_to(self, widget: QWidget) -> None:
        """Bring the top of *widget* near the top of what is in sight.

        A page arrives before it is shown: then it scrolls as soon as it is laid out.
        """
        self._frame_target = widget
        self._scroll_to_target()
        QTimer.singleShot(0, self._scroll_to_target)

    @Slot()
    def _scroll_to_target(self) -> None:
        target = self._frame_target
        if target is not None and isValid(target):
            top = target.mapTo(self._frame_inside, target.rect().topLeft()).y()
            self.area.verticalScrollBar().setValue(top - self.theme.px(12))

    @Slot()
    def _keep_focus_in_sight(self) -> None:
        focused = self.area.focusWidget() if isValid(self.area) else None
        if focused is not None and focused.hasFocus():
            from app.ui.widgets.sight import keep_in_sight

            keep_in_sight(focused, self.theme.px(48))

    def minimumSizeHint(self) -> QSize:
        """Return a small size: a page fits itself to its window."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep column and bar on the same edges, and what has the keyboard in sight."""
        super().resizeEvent(event)
        self._frame_relayout()
        if self.height() < event.oldSize().height():
            QTimer.singleShot(0, self._keep_focus_in_sight)

    def showEvent(self, event: QShowEvent) -> None:
        """Know the room before the first paint."""
        super().showEvent(event)
        self._frame_relayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the scroll bar as it comes and goes."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._frame_align()
        return super().eventFilter(watched, event)

    def _build_frame(self) -> None:
        self._frame_inside = QWidget()
        self._frame_outer = QVBoxLayout(self._frame_inside)
        self._frame_outer.setSpacing(0)
        self._build_frame_header()
        self.column = QVBoxLayout()
        self.column.setSpacing(self.theme.px(14))
        self._frame_outer.addLayout(self.column)
        self._frame_outer.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setViewport(QWidget())  # asking for Qt's own wakes every kind of widget there is
        self.area.setWidget(self._frame_inside)
        self._frame_inside.setAutoFillBackground(False)
        self.area.verticalScrollBar().installEventFilter(self)
        self._frame_column = QVBoxLayout(self)
        self._frame_column.setContentsMargins(0, 0, 0, 0)
        self._frame_column.setSpacing(0)
        self._frame_column.addWidget(self.area, 1)
        self._frame_column.addWidget(self.bar)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _build_frame_header(self) -> None:
        self._head_caption = Caption(self.theme)
        self._head_title = Heading(self.theme, 1)
        self._head_lead = Lead(self.theme)
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.setSpacing(self.theme.px(16))
        self._head_row.addWidget(self._head_title, 1)
        self._head_words = words = QVBoxLayout()
        words.setSpacing(self.theme.px(6))
        words.addWidget(self._head_caption)
        words.addLayout(self._head_row)
        words.addWidget(self._head_lead)
        words.setContentsMargins(0, 0, 0, self.theme.px(18))
        for label in (self._head_caption, self._head_title, self._head_lead):
            label.hide()
        self._frame_outer.addLayout(words)

    @Slot()
    def _frame_relayout(self) -> None:
        """Take note of the room there is now, and tell when a break point was passed."""
        room = self.width() / self.theme.scale + RAIL
        if room != self._frame_room:
            self._frame_room = room
            narrow, self._frame_narrow = self._frame_narrow, room < NARROW
            if narrow != self._frame_narrow:
                self.narrow_changed.emit(self._frame_narrow)
            self.room_changed.emit()
        self._frame_align()

    def _frame_align(self) -> None:
        px = self.theme.px
        bar = self.area.verticalScrollBar()
        end = bar.sizeHint().width() if bar.isVisibleTo(self.area) else 0
        side = px(16)
        free = max((self.width() - end - px(self._frame_width)) // 2, side)
        self._stack_header(self.width() - end - 2 * free)
        above, below = px(24 if self._frame_narrow else 32), px(24)
        if self._frame_bare:
            above = below = 0
        self._frame_outer.setContentsMargins(free, above, free, below)
        self.bar.set_edges(side, end)
        if self._frame_strip is not None and self._frame_strip.parentWidget() is self:
            self._frame_strip.set_edges(side, end)

    def _stack_header(self, room: int) -> None:
        """Let what is beside the title stand below it, where both have no room on a line."""
        if self._head_corner is not None:
            caption = self._head_caption
            words = painting.text_size(caption.text(), caption.font()).width()
            left = room - round(words) - self.theme.px(CORNER_GAP)
            least = self._head_corner.minimumSizeHint().width()
            self._head_corner.setFixedWidth(left if left >= least else 0)
        shown = [widget for widget in self._head_extras if not widget.isHidden()]
        beside = sum(widget.sizeHint().width() + self._head_row.spacing() for widget in shown)
        title = self._head_title.minimumSizeHint().width()
        directions, places = QBoxLayout.Direction, Qt.AlignmentFlag
        is_stacked = title + beside > room
        wanted = directions.TopToBottom if is_stacked else directions.LeftToRight
        if self._head_row.direction() is not wanted:
            self._head_row.setDirection(wanted)
            for widget in self._head_extras:
                place = places.AlignLeft if is_stacked else places.AlignVCenter
                self._head_row.setAlignment(widget, place)
