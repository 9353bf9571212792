"""One thing that differs: what an entry says of it now, and what it said before."""

from collections.abc import Iterable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.differences import differences
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.versions.fields import Kind, Pair
from app.ui.versions.marked import MarkedWords, excerpt
from app.ui.widgets.accessible import give_role
from app.ui.widgets.labels import Caption, Heading, Words

COLUMN_GAP = 24


class Cell(QWidget):
    """One of the two sides; its title is shown where both stand below each other."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Caption(theme, text=title)
        self.words = MarkedWords(theme)
        self.rest = Caption(theme)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # both sides are of one width, whatever stands in them
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for widget in (self.title, self.words, self.rest):
            column.addWidget(widget)
        column.addStretch(1)

    def show_text(self, text: str, marks: tuple[tuple[int, int], ...]) -> None:
        """Show *text* with what is marked, or that nothing was answered."""
        part = excerpt(text, marks)
        self.words.show_words(part.text or _("Not answered"), part.marks)
        self.words.set_color("text" if text else "text_muted")
        self.rest.setText(_("This is a part of it. All of it is kept."))
        self.rest.setVisible(not part.is_whole)


class PairRow(QWidget):
    """Label, how it differs, and both sides beside or below each other.

    For a screen reader it is a group whose name says all of that.
    """

    def __init__(self, theme: Theme, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(f"versions:{pair.key}")
        self._now = Cell(theme, _("Now"))
        self._before = Cell(theme, _("Before"))
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(Heading(theme, 3, text=pair.label), 1)
        self._top.addWidget(
            Words(theme, "caption", "text_muted", wraps=False, text=kind_name(pair))
        )
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.addWidget(self._now, 1)
        self._sides.addWidget(self._before, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._top)
        column.addLayout(self._sides)
        give_role(self, QAccessible.Role.Grouping)
        self._show(pair)

    def set_narrow(self, narrow: bool) -> None:
        """Let what was before stand below what is now, each under its title."""
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if narrow else directions.LeftToRight
        self._top.setDirection(wanted)
        self._top.setSpacing(self._theme.px(2 if narrow else 12))
        self._sides.setDirection(wanted)
        self._sides.setSpacing(self._theme.px(8 if narrow else COLUMN_GAP))
        for cell in (self._now, self._before):
            cell.title.setVisible(narrow)

    def _show(self, pair: Pair) -> None:
        found = differences(pair.now, pair.before)
        self._now.show_text(pair.now, found.of_one)
        self._before.show_text(pair.before, found.of_other)
        self.setAccessibleName(f"{pair.label}. {kind_name(pair)}")
        said = [
            (_("Only now: {words}"), self._now.words.marked if pair.now else ()),
            (_("Only before: {words}"), self._before.words.marked if pair.before else ()),
        ]
        self.setAccessibleDescription(
            " ".join(text.format(words=_listed(words)) for text, words in said if words)
        )


def kind_name(pair: Pair) -> str:
    """Return in a few words how the two sides differ."""
    if pair.kind is Kind.CHANGED and not any(differences(pair.now, pair.before)):
        return _("Other spaces or lines")
    return {
        Kind.SAME: _("The same"),
        Kind.CHANGED: _("Changed"),
        Kind.NEW: _("Not there before"),
        Kind.GONE: _("Not there now"),
    }[pair.kind]


def _listed(words: Iterable[str]) -> str:
    return "; ".join(" ".join(one.split()) for one in words) + "."
