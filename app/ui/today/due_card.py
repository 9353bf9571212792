"""A check-in that is due, beside what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.check_in import TimePoint
from app.domain.infusion import Infusion
from app.i18n import _
from app.services.names import check_in_name, infusion_name
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.rows import ActionRow


class DueCard(Card):
    """A check-in that is open beside what comes next."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent, compact=True)
        self._row = ActionRow(theme, icon="notebook-pen")
        self._row.setObjectName("today:due")
        self.add(self._row)
        self._row.clicked.connect(self.opened)

    def show_due(self, point: TimePoint | None, after: Infusion | None) -> None:
        """Show which check-in is open; hidden when none is."""
        self.setVisible(point is not None and after is not None)
        if point is not None and after is not None:
            self._row.set_texts(
                _("{check_in} is open").format(check_in=check_in_name(point)),
                _("{infusion}. Fill it in, or leave it.").format(infusion=infusion_name(after)),
            )


class LookBackCard(Card):
    """The way to what helped and what was hard."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent, compact=True)
        row = ActionRow(theme, icon="pencil")
        row.setObjectName("today:look_back")
        row.set_texts(_("What helped, what was hard?"), _("You see it again before the next one."))
        row.clicked.connect(self.opened)
        self.add(row)
