"""A quiet question about something, with a few answers to tap."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.answers import STACKED_BELOW
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.labels import Caption


class AskRow(QWidget):
    """The question at the beginning, and its chips beside it, or below it where it is narrow.

    Nothing is answered at first. ``chosen`` carries the answer, or None when it was taken back.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, question: str, *, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question = Caption(theme, text=question)
        self._group = ChoiceGroup(theme, "flow", name=about or question)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self._question, 26)
        self._row.addWidget(self._group, 74)
        self._group.chosen.connect(self.chosen)

    def offer(self, name: str, answers: Mapping[str, tuple[object, str]]) -> None:
        """Offer *answers*: what each stands for and its words, by what follows *name*."""
        for key, (value, text) in answers.items():
            chip = ChoiceChip(self._theme, text=text)
            chip.setObjectName(f"{name}:{key}")
            self._group.add(chip, value)

    def choose(self, value: object) -> None:
        """Show *value* as the answer; None is not answered."""
        self._group.choose(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside or below, as there is room."""
        super().resizeEvent(event)
        is_stacked = self.width() / self._theme.scale < STACKED_BELOW
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if is_stacked else directions.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:
        """Return room for the wider of question and answers: they can stand below each other."""
        wide = max(one.minimumSizeHint().width() for one in (self._question, self._group))
        return QSize(wide, super().minimumSizeHint().height())
