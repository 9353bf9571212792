"""The targets of one screen, below each other or two abreast, and the keys that reach them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.foggy.target import Answer, EffectTile, Target
from app.ui.foggy.words import Choice, Value
from app.ui.theme.theme import Theme


class TargetGrid(QWidget):
    """Tells which target was pressed. They are numbered from 1, in the order of reading."""

    pressed = Signal(object)
    """What the pressed target stands for: a Value."""

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[Choice],
        abreast: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.targets: list[Target] = []
        self._rows: list[list[Target]] = []
        for number, choice in enumerate(choices, start=1):
            kind = EffectTile if choice.is_tile else Answer
            target = kind(theme, choice, number)
            target.clicked.connect(self._tell)
            self.targets.append(target)
            self._place(target, abreast)
        for column in range(abreast):
            self._grid.setColumnStretch(column, 1)

    def set_measures(self, high: int, gap: int) -> None:
        """Make every target *high* pixels high, or as high as its words, and *gap* apart."""
        self._grid.setSpacing(gap)
        for target in self.targets:
            target.look.high = high
            target.updateGeometry()

    def show_ticks(self, choices: Sequence[Choice]) -> None:
        """Tick the tiles as *choices* says, which are those that it was made of."""
        for target, choice in zip(self.targets, choices, strict=True):
            if isinstance(target, EffectTile):
                target.setChecked(choice.is_chosen)

    def height_for(self, width: int) -> int:
        """Return the height of all targets below each other, *width* wide."""
        gaps = self._grid.verticalSpacing() * (len(self.targets) - 1)
        return sum(target.look.height(width) for target in self.targets) + gaps

    def press(self, number: int) -> None:
        """Press the target with this *number*, if there is one."""
        if 1 <= number <= len(self.targets):
            self.targets[number - 1].click()

    def step(self, across: int, down: int) -> None:
        """Bring the keyboard to the next target that way: 1 or -1; to the first from elsewhere."""
        at = [
            (row, column)
            for row, targets in enumerate(self._rows)
            for column, target in enumerate(targets)
            if target.hasFocus()
        ]
        if not at:
            self._focus(self.targets[0 if across + down > 0 else -1])
            return
        ((row, column),) = at
        if across:
            number = self.targets.index(self._rows[row][column]) + across
            self._focus(self.targets[number % len(self.targets)])
            return
        targets = self._rows[(row + down) % len(self._rows)]
        self._focus(targets[min(column, len(targets) - 1)])

    def _place(self, target: Target, abreast: int) -> None:
        """Put *target* beside the one before, unless that row is full or of another kind."""
        last = self._rows[-1] if self._rows else []
        is_alike = bool(last) and last[-1].choice.is_tile == target.choice.is_tile
        if is_alike and len(last) < abreast:
            last.append(target)
        else:
            self._rows.append([target])
        row = self._rows[-1]
        self._grid.addWidget(target, len(self._rows) - 1, len(row) - 1)

    def _focus(self, target: Target) -> None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        target = self.sender()
        if isinstance(target, Answer | EffectTile):
            value: Value = target.choice.value
            self.pressed.emit(value)
