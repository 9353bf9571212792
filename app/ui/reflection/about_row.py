"""Which infusion a reflection is about: one of the last, or none."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.infusion import Infusion
from app.i18n import _
from app.services.names import infusion_name
from app.ui.dates import day_name
from app.ui.theme.theme import Theme
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.labels import Caption


class AboutRow(QWidget):
    """A chip for each infusion; nothing is chosen until the patient says so."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[str, ChoiceChip] = {}
        question = _("Is it about an infusion?")
        self._group = ChoiceGroup(theme, "flow", name=question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(Caption(theme, text=question))
        column.addWidget(self._group)
        self._group.chosen.connect(self.chosen)

    def show_choices(self, infusions: Iterable[Infusion], chosen: str | None) -> None:
        """Offer *infusions*, and show the one with the id *chosen*; hidden if there are none."""
        wanted = {one.id: _label(one) for one in infusions}
        if list(wanted) != list(self._chips):
            self._chips = {one: self._chips.get(one) or self._chip(one) for one in wanted}
            self._group.arrange({chip: one for one, chip in self._chips.items()})
        for one, label in wanted.items():
            self._chips[one].setText(label)
        self._group.choose(chosen)
        self.setVisible(bool(wanted))

    def _chip(self, infusion: str) -> ChoiceChip:
        chip = ChoiceChip(self._theme)
        chip.setObjectName(f"reflection:about:{infusion}")
        return chip


def _label(infusion: Infusion) -> str:
    name, day = infusion_name(infusion), day_name(infusion.date)
    return _("{infusion}, {day}").format(infusion=name, day=day)
