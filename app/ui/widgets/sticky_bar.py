"""The bar below a page: quiet links at its beginning, one or two buttons at its end."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets import painting
from app.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Words


class StickyBar(QWidget):
    """Stays in sight while the page scrolls. Nothing in it wraps, so it never grows.

    Where it is too narrow it first leaves out the note, then every link but the first, then
    the words of the secondary button and of the way back, whose icons stay; at last the link
    stands above.
    """

    def __init__(self, theme: Theme, column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = column
        self._side = 0
        self._end = 0
        self._is_stacked = False
        self._is_apart = False
        self._links: list[LinkButton] = []
        self._primary: PrimaryButton | None = None
        self._secondary: SecondaryButton | None = None
        self._back: SecondaryButton | None = None
        self._build()
        theme.changed.connect(self._restyle)

    def add_link(self, text: str = "") -> LinkButton:
        """Add a quiet link, and return it; the first one, "When to call", is always shown.

        A link without words takes no room.
        """
        link = LinkButton(self._theme, text=text)
        self._links.append(link)
        before = 0 if self._back is None else 2
        self._quiet.insertWidget(before + len(self._links) - 1, link)
        self._changed()
        return link

    def set_back(self, text: str = "") -> SecondaryButton:
        """Return the way back, far from everything else in the bar; made at the first call."""
        if self._back is None:
            self._back = SecondaryButton(self._theme)
            self._quiet.setStretch(self._quiet.count() - 1, 0)
            self._quiet.insertWidget(0, self._back)
            self._quiet.insertStretch(1, 1)
        _dress(self._back, "", text)
        self._changed()
        return self._back

    def set_note(self, text: str) -> None:
        """Say something quiet after the links; an empty text says nothing."""
        self._note.setText(text)
        self._changed()

    def set_primary(self, icon: str = "", text: str = "") -> PrimaryButton:
        """Return the primary button, right-most; made at the first call."""
        if self._primary is None:
            self._primary = PrimaryButton(self._theme)
            self._loud.addWidget(self._primary)
        _dress(self._primary, icon, text)
        self._changed()
        return self._primary

    def set_secondary(self, icon: str = "", text: str = "") -> SecondaryButton:
        """Return the secondary button, beside the primary; made at the first call."""
        if self._secondary is None:
            self._secondary = SecondaryButton(self._theme)
            self._loud.insertWidget(0, self._secondary)
        _dress(self._secondary, icon, text)
        self._changed()
        return self._secondary

    def set_column(self, column: int) -> None:
        """Share the edges of another column, in pixels at 100 % text."""
        self._column = column
        self._fit()

    def set_edges(self, side: int, end: int) -> None:
        """Keep *side* pixels free at both sides, and *end* more at the end (for a scroll bar)."""
        if (side, end) != (self._side, self._end):
            self._side, self._end = side, end
            self._fit()

    def sizeHint(self) -> QSize:
        """Return a target's height, the gaps around it and the rule."""
        return QSize(0, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height as ``sizeHint``."""
        return QSize(0, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rule that parts the bar from the page."""
        painter = painting.painter_for(self)
        rule = QRect(0, 0, self.width(), self._rule())
        painting.fill(painter, rule, self._theme.color("border"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown to the new width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a text or the visibility of something in the bar has changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _build(self) -> None:
        self._note = Words(self._theme, "caption", "text_muted", wraps=False)
        self._note.hide()
        self._quiet, self._loud = QHBoxLayout(), QHBoxLayout()
        self._quiet.addWidget(self._note)
        self._quiet.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._quiet, 1)
        self._row.addLayout(self._loud)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        self._restyle()

    def _height(self) -> int:
        above = 0
        if self._is_stacked:
            upper = self._secondary if self._is_apart else self._back or self._links[0]
            above = (upper.sizeHint().height() if upper is not None else 0) + self._theme.px(4)
        return self._theme.px(TARGET) + above + 2 * self._theme.px(12) + self._rule()

    def _rule(self) -> int:
        return max(1, int(self._theme.scale))

    def _changed(self) -> None:
        buttons = self._primary or self._secondary or self._back
        has_something = bool(self._links or buttons or self._note.text())
        self.setVisible(has_something)
        self._fit()

    def _fit(self) -> None:
        """Set margins that share the column's edges, and leave out what has no room."""
        px = self._theme.px
        inside = self.width() - self._end
        free = max((inside - px(self._column)) // 2, self._side)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (self._end, 0) if is_rtl else (0, self._end)
        self._row.setContentsMargins(free + left, px(12) + self._rule(), free + right, px(12))
        room = inside - 2 * free
        buttons = [b for b in (self._primary, self._secondary) if b is not None and _is_wanted(b)]
        if self._back is not None:
            self._back.set_icon("arrow-right" if is_rtl else "arrow-left")
            buttons.append(self._back)
        used = sum(button.full_width() + px(16) for button in buttons)
        for number, link in enumerate(self._links):
            used += link.sizeHint().width() + px(16) if link.text() else 0
            link.setVisible(bool(link.text()) and (number == 0 or used <= room))
        used += self._note.sizeHint().width() + px(16)
        self._note.setVisible(bool(self._note.text()) and used <= room)
        self._shrink(room)

    def _shrink(self, room: int) -> None:
        """Go through the ways to need less width, until what must be shown has room."""
        gap = self._theme.px(16)
        link = self._links[0].sizeHint().width() + gap if self._has_link() else 0
        primary = secondary = 0
        if self._primary is not None and _is_wanted(self._primary):
            primary = self._primary.full_width()
            self._primary.set_tight(primary > room)
        if self._secondary is not None and _is_wanted(self._secondary):
            full = self._secondary.full_width()
            self._secondary.set_compact(link + primary + gap + full > room)
            self._secondary.set_tight(not primary and full > room)
            secondary = self._secondary.sizeHint().width() + gap
        loud = primary + secondary
        quiet = link + self._fit_back(room, link, loud)
        is_apart = bool(primary and secondary) and loud > room
        self._stack(is_stacked=is_apart or quiet + loud > room, is_apart=is_apart)

    def _fit_back(self, room: int, link: int, loud: int) -> int:
        """Return the width of the way back and its gap, with its words where they have room."""
        if self._back is None:
            return 0
        gap = self._theme.px(16)
        full, small = self._back.full_width() + gap, self._theme.px(TARGET) + gap
        is_stacked = small + link + loud > room
        self._back.set_compact(full + link + (0 if is_stacked else loud) > room)
        return self._back.sizeHint().width() + gap

    def _stack(self, *, is_stacked: bool, is_apart: bool) -> None:
        """Let the link stand above the buttons, and the secondary beside it where *is_apart*."""
        is_stacked = is_stacked and (self._has_link() or is_apart)
        if (is_stacked, is_apart) == (self._is_stacked, self._is_apart):
            return
        if self._secondary is not None and is_apart != self._is_apart:
            if is_apart:
                self._quiet.addWidget(self._secondary)
            else:
                self._loud.insertWidget(0, self._secondary)
        self._is_stacked, self._is_apart = is_stacked, is_apart
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        for link in self._links:
            link.set_dense(is_stacked)
        self._space()
        self.updateGeometry()

    def _has_link(self) -> bool:
        return bool(self._links) and bool(self._links[0].text())

    def _space(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(4) if self._is_stacked else px(16))
        self._quiet.setSpacing(px(16))
        self._loud.setSpacing(px(16))

    @Slot()
    def _restyle(self) -> None:
        self._space()
        self.updateGeometry()
        self._fit()


def _dress(button: PrimaryButton | SecondaryButton, icon: str, text: str) -> None:
    if icon:
        button.set_icon(icon)
    if text:
        button.setText(text)


def _is_wanted(button: QWidget | None) -> bool:
    """Tell whether a page wants *button* shown; it may hide one that leads nowhere."""
    if button is None:
        return False
    explicit = button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return not (explicit and button.isHidden())
