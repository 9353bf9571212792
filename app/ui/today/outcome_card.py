"""The question whether an infusion went ahead."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.infusion import Outcome
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption


class OutcomeCard(Card):
    """Did it go ahead? Four answers, none of them wrong."""

    answered = Signal(Outcome)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._buttons = {outcome: SecondaryButton(theme) for outcome in Outcome}
        self._moved = SecondaryButton(theme)
        self._kind_words = Caption(theme)
        self._build()
        self._bind()
        self._translate()

    def _build(self) -> None:
        flow = FlowLayout(spacing=self._theme.px(12))
        for outcome, button in self._buttons.items():
            button.setObjectName(f"outcome:{outcome.value}")
            flow.addWidget(button)
        self._moved.setObjectName("outcome:moved")
        flow.addWidget(self._moved)
        self.body.addLayout(flow)
        self.add(self._kind_words)

    def _bind(self) -> None:
        self._buttons[Outcome.WENT_AHEAD].clicked.connect(self._went_ahead)
        self._buttons[Outcome.STOPPED_EARLY].clicked.connect(self._stopped_early)
        self._buttons[Outcome.CANCELLED].clicked.connect(self._cancelled)
        self._moved.clicked.connect(self.moved)

    def _translate(self) -> None:
        for outcome, text in (
            (Outcome.WENT_AHEAD, _("Yes")),
            (Outcome.STOPPED_EARLY, _("It was stopped early")),
            (Outcome.CANCELLED, _("It was cancelled")),
        ):
            self._buttons[outcome].setText(text)
        self._moved.setText(_("It was moved"))
        self._kind_words.setText(_("Plans change. Call for a new date, or leave this open."))

    @Slot()
    def _went_ahead(self) -> None:
        self.answered.emit(Outcome.WENT_AHEAD)

    @Slot()
    def _stopped_early(self) -> None:
        self.answered.emit(Outcome.STOPPED_EARLY)

    @Slot()
    def _cancelled(self) -> None:
        self.answered.emit(Outcome.CANCELLED)
