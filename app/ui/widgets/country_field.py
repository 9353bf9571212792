"""Choosing a country."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.country import SOMEWHERE_ELSE
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.fields import Field


class CountryField(Field):
    """A list of countries, and "Somewhere else" at its end.

    ``chosen`` carries the code of what a person chose, never what ``show_country`` did.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, countries: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        self.box = QComboBox()
        super().__init__(theme, self.box, parent)
        for code, name in countries:
            self.box.addItem(name, code)
        self.box.addItem("", SOMEWHERE_ELSE)
        self.box.activated.connect(self._tell)
        self.translate()

    def translate(self) -> None:
        """Set the words of the last entry in the language in use."""
        self.box.setItemText(self.box.count() - 1, _("Somewhere else"))

    def show_country(self, code: str) -> None:
        """Show the country *code*; one that is not in the list is somewhere else."""
        place = self.box.findData(code)
        self.box.setCurrentIndex(place if place >= 0 else self.box.count() - 1)

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.chosen.emit(self.box.itemData(place))
