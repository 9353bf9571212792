"""One of the breathing patterns, or quiet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.patterns import PATTERNS, QUIET, OwnPattern
from app.domain.practices import BreathingWords
from app.i18n import _
from app.ui.calm.own_words import on_button, pattern_title
from app.ui.theme.theme import Theme
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup


class PatternChips(ChoiceGroup):
    """Those that ship, the patient's own, and quiet; each stands for its id.

    *name* begins the names of the chips.
    """

    def __init__(
        self, theme: Theme, name: str, words: BreathingWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent, must_choose=True)
        self._chip_theme = theme
        self._chip_name = name
        self._chip_words = words
        self._chips: dict[str, QAbstractButton] = {}
        self.setAccessibleName(_("How to breathe"))
        self.show_patterns(())

    def show_patterns(self, own: Sequence[OwnPattern]) -> None:
        """Have a chip for each of the patient's *own* patterns, under the name it has now."""
        ids = [*(one.id for one in PATTERNS), *(one.id for one in own), QUIET]
        wanted = list(dict.fromkeys(ids))
        if wanted != list(self._chips):
            self._chips = {one: self._chips.get(one) or self._chip(one) for one in wanted}
            self.arrange({chip: one for one, chip in self._chips.items()})
        for one, chip in self._chips.items():
            title = pattern_title(one, self._chip_words, own)
            if chip.accessibleName() != title:
                chip.setText(on_button(title))
                chip.setAccessibleName(title)
                chip.updateGeometry()

    def _chip(self, pattern_id: str) -> QAbstractButton:
        chip = ChoiceChip(self._chip_theme)
        chip.setObjectName(f"{self._chip_name}:{pattern_id}")
        return chip
