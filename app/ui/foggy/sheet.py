"""The sheet that a question stands on: what is on it, and where, in a window of any size."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.foggy.frame import Foot, Top
from app.ui.foggy.measures import Measures, measures, rows_in
from app.ui.foggy.model import FoggyModel
from app.ui.foggy.screens import Step
from app.ui.foggy.target import least_high
from app.ui.foggy.target_grid import TargetGrid
from app.ui.foggy.words import choices, foot, question
from app.ui.widgets.accessible import give_role
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.discard import discard
from app.ui.widgets.focus_ring import RINGS_ITSELF
from app.ui.widgets.labels import Balanced
from app.ui.widgets.page import SLIM, Page

WIDE: Final = 640
TILES_WIDE: Final = 900
CARD_WIDE: Final = 720
"""How wide answers, tiles and the card get, in pixels at 100 % text."""

LARGE: Final = 820
LOW: Final = 700
"""The width and height of the window, in pixels at 100 % text, from which the question is large."""

PINNED: Final = 400
"""And the height from which the target below the card stays in sight while the card scrolls."""

EDGE: Final = 32
LEAST_TILES: Final = 4
MOST_TILES: Final = 6
"""How many effects are shown at a time; where there is room for fewer, the page scrolls."""

_COUNTED: Final = {Step.SOMEONE: 1, Step.BOTHERING: 2, Step.LAST: 3}
"""The three questions that are enough; nothing else is counted."""

_FIXED: Final = (QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)


class Sheet(QObject):
    """Fills *page*: the question at one height, its targets below, the ways out around them."""

    answered = Signal(object)
    """What the pressed target stands for: a Value."""

    def __init__(self, page: Page, model: FoggyModel) -> None:
        super().__init__(page)
        self._page = page
        self._model = model
        self._measured = Measures(0, 0, 0, 0, 0, 0)
        self._card: QWidget | None = None
        self._abreast = 1
        self._is_pinned = False
        self.tiles = MOST_TILES
        """How many effects are shown at a time now."""
        self.grid = TargetGrid(page.theme, (), 1)
        self._build()
        self._arrange()
        page.room_changed.connect(self.fit)
        page.theme.changed.connect(self.fit)
        page.area.viewport().installEventFilter(self)

    @property
    def heard(self) -> str:
        """What a screen reader is told of the screen."""
        return f"{self.question.text()} {self._lead.text()}".rstrip()

    def show_screen(self) -> None:
        """Show another screen, with the keyboard on its question."""
        step = self._model.screen.step
        title, lead = question(self._model)
        self.question.setText(title)
        self.question.setAccessibleDescription(lead)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.top.show_step(_COUNTED.get(step, 0), can_go_back=self._model.can_go_back)
        self.leave_out.setVisible(step is Step.STRENGTH)
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make_grid()
        self.fit()
        self.refresh()
        self._page.area.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show what is kept now, on the same screen."""
        self.foot.say(foot(self._model, is_short=self._page.room < SLIM))
        if self._model.screen.step is Step.EFFECTS:
            self.grid.show_ticks(choices(self._model, self.tiles))

    def add_card(self, card: QWidget) -> None:
        """Put *card* between the question and its targets."""
        self._card = card
        self._card_line.insertWidget(1, card, 1000)

    @Slot()
    def fit(self) -> None:
        """Fit everything to the room there is; where it is too little, the page scrolls."""
        page, step = self._page, self._model.screen.step
        room = page.area.viewport().height()
        is_large = page.room >= LARGE and page.height() >= page.theme.px(LOW)
        self.question.set_role("question" if is_large else "h1" if page.room >= SLIM else "h2")
        self._lead.set_role("aside" if is_large else "lead")
        self.top.set_dense(not is_large)
        self.foot.set_dense(not is_large)
        taken = self.top.sizeHint().height() + self.question.fontMetrics().height()
        least, scale = least_high(page.theme), page.theme.scale
        self._measured = measures(room, taken=taken, least=least, scale=scale)
        free = room - taken - self._measured.above - self._measured.below
        free -= 2 * self._measured.edge
        abreast = 2 if step is Step.EFFECTS and page.room >= SLIM else 1
        tiles = min(max((rows_in(free, self._measured) - 1) * abreast, LEAST_TILES), MOST_TILES)
        is_pinned = step is Step.CALL and page.height() >= page.theme.px(PINNED)
        if (tiles, abreast, is_pinned) != (self.tiles, self._abreast, self._is_pinned):
            self.tiles, self._abreast, self._is_pinned = tiles, abreast, is_pinned
            self._make_grid()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit everything to another height."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self._page.theme
        self.top = Top(theme)
        self.question = Balanced(theme, "question")
        self.question.setObjectName("foggy:question")
        self.question.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.question.setProperty(RINGS_ITSELF, True)  # it is large enough, and nothing to press
        give_role(self.question, QAccessible.Role.Heading)
        self._lead = Balanced(theme, "lead", "text_muted")
        self.leave_out = LinkButton(theme, text=_("Leave this one out"))
        self.leave_out.setObjectName("foggy:leave_out")
        self.foot = Foot(theme)
        self._pinned = QWidget()

    def _arrange(self) -> None:
        page, column = self._page, self._page.column
        self._above, self._below = (QSpacerItem(0, 0, *_FIXED) for _number in range(2))
        self._card_line, self._grid_line, leave_out = (_middle(QHBoxLayout()) for _number in "123")
        self._pinned_line = _middle(QHBoxLayout(self._pinned))
        leave_out.insertWidget(1, self.leave_out)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addItem(self._above)
        column.addWidget(self.question)
        column.addWidget(self._lead)
        column.addItem(self._below)
        for line in (self._card_line, self._grid_line, leave_out):
            column.addLayout(line)
        column.addStretch(1)
        page.fill(bare=True)
        frame = page.layout()
        if isinstance(frame, QVBoxLayout):
            frame.addWidget(self._pinned)
            frame.addWidget(self.foot)

    def _make_grid(self) -> None:
        """Make the targets of the screen; the old ones go when nothing runs in them any more."""
        if self.grid.isAncestorOf(self._page.focusWidget() or self._page):
            self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        discard((self.grid,))
        shown = choices(self._model, self.tiles)
        self.grid = TargetGrid(self._page.theme, shown, self._abreast)
        self.grid.pressed.connect(self.answered)
        self._pinned.setVisible(self._is_pinned)
        line = self._pinned_line if self._is_pinned else self._grid_line
        line.insertWidget(1, self.grid, 1000)

    def _place(self) -> None:
        """Set the gaps; the last screen's last target stands where no answer was before."""
        measured, px, step = self._measured, self._page.theme.px, self._model.screen.step
        widest = px(TILES_WIDE if step is Step.EFFECTS else WIDE)
        inside = self._page.width() - 2 * px(EDGE)
        self.grid.setMaximumWidth(widest)
        self.grid.set_measures(measured.high, measured.gap)
        below = measured.below
        if step is Step.LAST:
            words = sum(one.heightForWidth(inside) for one in (self.question, self._lead))
            used = measured.edge + self.top.sizeHint().height() + measured.above + words
            below = max(below, measured.last_end - used - self.grid.height_for(min(widest, inside)))
        self._above.changeSize(0, measured.above, *_FIXED)
        self._below.changeSize(0, below, *_FIXED)
        side = px(EDGE - 16)  # the rest is the page's own
        self._page.column.setContentsMargins(side, measured.edge, side, measured.edge)
        self._pinned_line.setContentsMargins(px(EDGE), measured.gap, px(EDGE), 8)
        if self._card is not None:
            self._card.setMaximumWidth(px(CARD_WIDE))
        self._page.column.invalidate()


def _middle(line: QHBoxLayout) -> QHBoxLayout:
    """Return *line*; what is put second into it stands in the middle, as wide as it may be."""
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(1)
    line.addStretch(1)
    return line
