"""Words on a page: headings, prose, captions. Plain text always, so no word is ever markup."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TEXT_COLUMN, TYPE
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role

_ROLES: Final = {
    "text": QPalette.ColorRole.WindowText,
    "text_muted": QPalette.ColorRole.PlaceholderText,
    "primary": QPalette.ColorRole.Link,
    "danger": QPalette.ColorRole.BrightText,
}


MOST_MARGIN: Final = 32_767
"""Qt keeps margins in 16 bits; one that does not fit would be set again and again."""


class Words(QLabel):
    """A label whose lines wrap and never grow longer than a line that is easy to read.

    *role* names the size (see ``TYPE``), *color* one of text, text_muted, primary, danger.
    """

    def __init__(
        self,
        theme: Theme,
        role: str = "body",
        color: str = "text",
        parent: QWidget | None = None,
        *,
        strong: bool = False,
        tabular: bool = False,
        wraps: bool = True,
        text: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._role = role
        self._strong = strong
        self._tabular = tabular
        self._heights: dict[tuple[int, str], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setForegroundRole(_ROLES[color])
        self._align()
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_role(self, role: str, *, strong: bool = False) -> None:
        """Set the words in another size."""
        self._role, self._strong = role, strong
        self._restyle()

    def set_color(self, color: str) -> None:
        """Set the words in another color: text, text_muted, primary or danger."""
        self.setForegroundRole(_ROLES[color])

    @Slot()
    def _restyle(self) -> None:
        self._heights.clear()
        if self._theme.own_palette is not None:
            self.setPalette(self._theme.own_palette)
        self.setFont(self._theme.font(self._role, strong=self._strong, tabular=self._tabular))
        self._cap()

    def changeEvent(self, event: QEvent) -> None:
        """Begin the line where the language begins it, whatever script the words are in."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()
            self._cap()

    def _align(self) -> None:
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words when the label is *width* wide."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        line = min(width, self._longest_line())
        key = (line, self.text())
        height = self._heights.get(key)
        if height is None:
            margins = self.contentsMargins()
            height = super().heightForWidth(line + margins.left() + margins.right())
            self._heights[key] = height
        return height

    def sizeHint(self) -> QSize:
        """Return room for a line at most: what is left empty beyond it asks for no more of it."""
        size = super().sizeHint()
        if self.wordWrap():
            size.setWidth(min(size.width(), self._longest_line()))
        return size

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word on one line: how many lines there are, width decides.

        Qt would ask for the height of the narrowest column, and pages would scroll past their end.
        A word longer than a line is cut off there: room for it would move the end of the line,
        which would ask for more room, and so on.
        """
        size = super().minimumSizeHint()
        if self.wordWrap():
            size.setHeight(min(size.height(), self.fontMetrics().height()))
            size.setWidth(min(size.width(), self._longest_line()))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short."""
        super().resizeEvent(event)
        self._cap()

    def _cap(self) -> None:
        """Leave empty what is beyond the longest line, at the end of the line."""
        if not self.wordWrap():
            return
        rest = min(max(self.width() - self._longest_line(), 0), MOST_MARGIN)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            self.setContentsMargins(rest, 0, 0, 0)
        else:
            self.setContentsMargins(0, 0, rest, 0)

    def _longest_line(self) -> int:
        """Return the width of about 70 characters: larger words get longer lines."""
        return self._theme.px(TEXT_COLUMN * max(TYPE[self._role], 1))


class Centered(Words):
    """Words in the middle of what they stand in, for a screen that says one thing."""

    def _align(self) -> None:
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _cap(self) -> None:
        """Leave empty what is beyond the longest line, alike on both sides."""
        rest = min(max(self.width() - self._longest_line(), 0), MOST_MARGIN) // 2
        self.setContentsMargins(rest, 0, rest, 0)


class Balanced(Centered):
    """Centered words in lines of about one length, so that no word is left alone below them."""

    def setText(self, text: str) -> None:
        """Show *text* in as many lines as it needs, no longer than they must be."""
        super().setText(text)
        self._cap()

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word: what is left empty beside the lines needs none."""
        size = super().minimumSizeHint()
        size.setWidth(min(self._longest_word(), self._longest_line()))
        return size

    def _cap(self) -> None:
        """Leave empty on both sides what the lines can do without."""
        rest = min(max(self.width() - self._shortest_line(), 0), MOST_MARGIN) // 2
        self.setContentsMargins(rest, 0, rest, 0)

    def _shortest_line(self) -> int:
        """Return the width below which there would be one line more, or a word cut off."""
        most = min(self.width(), self._longest_line())
        height = painting.text_size(self.text(), self.font(), most).height()
        least = min(self._longest_word(), most)
        while least < most:
            middle = (least + most) // 2
            if painting.text_size(self.text(), self.font(), middle).height() > height:
                least = middle + 1
            else:
                most = middle
        return min(most + 2, self.width())  # a pixel on each side, for what rounding takes

    def _longest_word(self) -> int:
        return ceil(painting.longest_word(self.text(), self.font()))


class Heading(Words):
    """A heading: level 1 heads the page, 2 a card, 3 a row.

    Level 1 is the largest size; level 2 the size h3 in semibold; level 3 is body text in semibold.
    """

    _ROLES: Final = {1: "h1", 2: "h3", 3: "body"}

    def __init__(
        self, theme: Theme, level: int, parent: QWidget | None = None, *, text: str = ""
    ) -> None:
        super().__init__(theme, self._ROLES[level], parent=parent, strong=level == 3, text=text)
        self.level = level
        give_role(self, QAccessible.Role.Heading)


class Prose(Words):
    """A paragraph."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(theme, "body", parent=parent, text=text)


class Lead(Words):
    """The one or two sentences under the heading of a page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(theme, "lead", "text_muted", parent, text=text)


class Caption(Words):
    """Small and quiet: a why, a source, a note."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(theme, "caption", "text_muted", parent, text=text)
