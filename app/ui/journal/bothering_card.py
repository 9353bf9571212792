"""Whether anything is bothering: shown where it was answered before, to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.check_in import Bothering, CheckIn
from app.i18n import _
from app.services.names import bothering_name
from app.ui.journal.ask_row import AskRow
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card


class BotheringCard(Card):
    """The question that foggy mode asks; hidden in a check-in in which it was never answered.

    ``said`` carries the answer, or None when it was taken back.
    """

    said = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._shown_id = ""
        self._was_answered = False
        self._row = AskRow(theme, _("Is anything bothering you?"))
        self._row.offer(
            "bothering",
            {one.value: (one, bothering_name(one)) for one in Bothering},
        )
        self._row.chosen.connect(self.said)
        self.add(self._row)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show the answer of *check_in*; taken back, the question stays to be answered again."""
        if check_in.id != self._shown_id:
            self._shown_id, self._was_answered = check_in.id, False
        self._was_answered = self._was_answered or check_in.bothering is not None
        self._row.choose(check_in.bothering)
        self.setVisible(self._was_answered)
