"""A quiet question about something, with a few answers to tap."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets.answers import STACKED_BELOW
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.labels import Caption


class AskRow(QWidget):
    """The question at the beginning, and its chips beside it, or below it where it is narrow.

    Nothing is answered at first. ``chosen`` carries the answer, or None when it was taken back,
    which it cannot be if one *must_choose*.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        question: str,
        parent: QWidget | None = None,
        *,
        about: str = "",
        must_choose: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question = Caption(theme, text=question)
        self._group = ChoiceGroup(theme, "flow", must_choose=must_choose, name=about or question)
        self._offered: dict[str, tuple[object, str]] = {}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self._question, 26, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._group, 74)
        self._group.chosen.connect(self.chosen)

    def offer(self, name: str, answers: Mapping[str, tuple[object, str]]) -> None:
        """Offer *answers* and no others: what each stands for and its words.

        Each is keyed by what follows *name* in the name of its chip.
        """
        if self._offered == answers:
            return
        self._offered = dict(answers)
        chips: dict[QAbstractButton, object] = {}
        for key, (value, text) in answers.items():
            chip = ChoiceChip(self._theme, text=text)
            chip.setObjectName(f"{name}:{key}")
            chips[chip] = value
        self._group.arrange(chips)

    def choose(self, value: object) -> None:
        """Show *value* as the answer; None is not answered."""
        self._group.choose(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside the first line of chips or above them, as there is room."""
        super().resizeEvent(event)
        is_stacked = self.width() / self._theme.scale < STACKED_BELOW
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if is_stacked else directions.LeftToRight
        self._question.setMinimumHeight(0 if is_stacked else self._theme.px(TARGET))
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:
        """Return room for the wider of question and answers: they can stand below each other."""
        wide = max(one.minimumSizeHint().width() for one in (self._question, self._group))
        return QSize(wide, super().minimumSizeHint().height())
