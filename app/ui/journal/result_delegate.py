"""How a row of the found looks: when, what, how strong by dots, and what it says."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.journal.results_model import ROW, ResultRow
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET, Radius
from app.ui.widgets import painting, strength

PADDING: Final = 12
"""Above and below the words of a row."""

EDGE: Final = 10
"""Before them: room for the ring around the row."""

LEAD: Final = 108
GAP: Final = 14
SIGN: Final = 20
SUMMARY_LINES: Final = 2
STACKED_BELOW: Final = 540
"""The width of a row, in pixels at 100 % text, below which the day stands above the title."""


class ResultDelegate(QStyledItemDelegate):
    """Paints every row as high as any other: what does not fit ends in dots, and opens in full."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def height(self, width: int) -> int:
        """Return how high a row of this *width* is, in pixels."""
        small = QFontMetricsF(self._theme.font("caption")).lineSpacing()
        title = QFontMetricsF(self._theme.font("body", strong=True)).lineSpacing()
        lines = SUMMARY_LINES + (1 if self._is_stacked(width) else 0)
        return round(2 * self._theme.px(PADDING) + title + lines * small)

    def sign_place(self, row: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Return where the sign at the end of *row* can be hit."""
        side = self._theme.px(TARGET)
        place = QRect(row.right() - side + 1, row.center().y() - side // 2, side, side)
        if direction is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(row.left())
        return place

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row."""
        row: ResultRow = index.data(ROW)
        whole, theme = QRectF(option.rect), self._theme
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row():
            rule = QRectF(whole.x(), whole.y(), whole.width(), max(1, int(theme.scale)))
            painting.fill(painter, rule.toRect(), theme.color("border"))
        brush = _Brush(painter, theme, whole, self._view.layoutDirection())
        stacked = self._is_stacked(round(whole.width()))
        is_over = bool(state & QStyle.StateFlag.State_MouseOver)
        self._paint_words(brush, row, stacked=stacked, is_over=is_over)
        self._paint_sign(brush, row)
        has_keyboard = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        if has_keyboard:
            line = 3 * max(theme.scale, 1.0)
            inside = whole.adjusted(1, 3, -1, -2)
            radius = theme.px(Radius.ROW)
            focus = theme.color("focus")
            painting.draw_box(painter, inside, radius, line=focus, width=line)
        painter.restore()

    def _paint_words(
        self, brush: "_Brush", row: ResultRow, *, stacked: bool, is_over: bool
    ) -> None:
        theme, px = self._theme, self._theme.px
        x, y = float(px(EDGE)), float(px(PADDING))
        end = brush.whole.width() - px(TARGET)
        small, quiet = "caption", "text_muted"
        line = QFontMetricsF(theme.font(small)).lineSpacing()
        title = QFontMetricsF(theme.font("body", strong=True)).lineSpacing()
        if stacked:
            when = ", ".join(part for part in (row.day, row.words.lead) if part)
            wide = brush.line(QRectF(x, y, end - x, line), when, small, quiet)
            if row.tone:
                brush.dots(x + wide + px(10), y + line / 2, row.tone)
            y += line
        else:
            brush.line(QRectF(x, y, px(LEAD), title), row.day, small, quiet)
            brush.line(QRectF(x, y + title, px(LEAD), line), row.words.lead, small, quiet)
            x += px(LEAD) + px(GAP)
        has_dots = bool(row.tone) and not stacked
        dots = px(10) + strength.width(self._theme, strength.SMALL) if has_dots else 0
        color = "primary" if is_over else "text"
        room = QRectF(x, y, end - x - dots, title)
        wide = brush.line(room, row.words.title, "body", color, strong=True)
        if has_dots:
            brush.dots(x + wide + px(10), y + title / 2, row.tone)
        brush.lines(QRectF(x, y + title, end - x, SUMMARY_LINES * line), row.words.summary)

    def _paint_sign(self, brush: "_Brush", row: ResultRow) -> None:
        if row.is_removable_here:
            brush.icon("trash-2", SIGN)
        else:
            is_rtl = brush.direction is Qt.LayoutDirection.RightToLeft
            brush.icon("chevron-left" if is_rtl else "chevron-right", SIGN)

    def _is_stacked(self, width: int) -> bool:
        return width / self._theme.scale < STACKED_BELOW


class _Brush:
    """Paints into one row, from the side where the language begins."""

    def __init__(
        self, painter: QPainter, theme: Theme, whole: QRectF, direction: Qt.LayoutDirection
    ) -> None:
        self._painter = painter
        self._theme = theme
        self.whole = whole
        self.direction = direction

    def line(
        self, place: QRectF, text: str, role: str, color: str, *, strong: bool = False
    ) -> float:
        """Paint one line, and return how wide it became."""
        font = self._theme.font(role, strong=strong)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(color))
        align = Qt.AlignmentFlag.AlignVCenter | self._side()
        self._painter.drawText(self._mirrored(place), int(align), shown)
        return min(metrics.horizontalAdvance(shown), place.width())

    def lines(self, place: QRectF, text: str) -> None:
        """Paint a few lines; the last one ends in dots where there is more."""
        font = self._theme.font("caption")
        metrics = QFontMetricsF(font)
        layout = QTextLayout(text, font)
        option = QTextOption(self._side())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= SUMMARY_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(place.width())
            starts.append(line.textStart())
        layout.endLayout()
        high = metrics.lineSpacing()
        units = text.encode("utf-16-le")  # Qt counts as this does: a smiley is two
        for number, start in enumerate(starts[:SUMMARY_LINES]):
            is_last = number == SUMMARY_LINES - 1
            stop = None if is_last or number + 1 == len(starts) else 2 * starts[number + 1]
            words = units[2 * start : stop].decode("utf-16-le").strip()
            row = QRectF(place.x(), place.y() + number * high, place.width(), high)
            self.line(row, words, "caption", "text_muted")

    def dots(self, x: float, middle: float, tone: int) -> None:
        """Paint the dots that say how strong it was."""
        strength.draw(
            self._painter,
            self._theme,
            strength.SMALL,
            tone,
            start=QPointF(x, middle),
            color=self._theme.color("text"),
            visual=self._mirrored,
        )

    def icon(self, name: str, size: int) -> None:
        """Paint an icon at the end of the row."""
        side = self._theme.px(size)
        x = self.whole.width() - (self._theme.px(TARGET) + side) / 2
        place = self._mirrored(QRectF(x, (self.whole.height() - side) / 2, side, side))
        pixmap = self._theme.pixmap(name, size, "text")
        self._painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))

    def _side(self) -> Qt.AlignmentFlag:
        is_rtl = self.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _mirrored(self, place: QRectF) -> QRectF:
        x = place.x()
        if self.direction is Qt.LayoutDirection.RightToLeft:
            x = self.whole.width() - place.right()
        return QRectF(self.whole.x() + x, self.whole.y() + place.y(), place.width(), place.height())
