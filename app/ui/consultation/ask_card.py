"""The questions for the clinic that come of what was written."""

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.consultation.model import ConsultationModel
from app.ui.theme.theme import Theme
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.paths import breakable


class AskCard(Card):
    """Neutral questions, and under them the one thing that is said of medicines."""

    def __init__(
        self, theme: Theme, model: ConsultationModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._model = model
        self._title = Heading(theme, 2, text=_("Ask my clinic"))
        self._questions = Bullets(theme)
        self._by_name = Caption(theme)
        self._foot = Heading(theme, 3)
        for widget in (self._title, self._questions, self._by_name, self._foot):
            self.add(widget)

    def show_questions(self) -> None:
        """Show what there is to ask now."""
        self._questions.set_texts(breakable(ask.text) for ask in self._model.asks)
        self._by_name.setText(self._model.asked_by_name)
        self._foot.setText(self._model.do_not_stop)
