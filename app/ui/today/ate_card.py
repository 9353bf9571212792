"""The kind answer to "I ate or drank something": what it says, and the number to call."""

from PySide6.QtWidgets import QWidget

from app.domain.preferences import ClinicPhones
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading, Prose


class AteCard(Card):
    """Nothing is judged and nothing is kept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "soft", parent)
        self.setObjectName("today:ate_card")
        self._words = Prose(theme)
        self._number = Heading(theme, 2)
        self.add(self._words)
        self.add(self._number)

    def show_answer(self, words: str, clinic: ClinicPhones) -> None:
        """Show *words* and the clinic's number, if it is known."""
        self._words.setText(words)
        name, phone = clinic.name, clinic.day or clinic.out_of_hours
        self._number.setText(" · ".join(one for one in (name, phone) if one))
        self._number.setVisible(bool(phone))
