"""Moving the files to another place: choose it, see where they will be, move them."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.copies.move_model import MoveModel
from app.ui.dialogs.files import ask_for_folder
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Prose
from app.ui.widgets.outcome import Outcome
from app.ui.widgets.page import Page
from app.ui.widgets.paths import wrapping
from app.ui.widgets.rows import Row


class MovePage(Page):
    """Nothing is moved before the button is pressed."""

    def __init__(self, theme: Theme, model: MoveModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show where the files are now."""
        self.area.verticalScrollBar().setValue(0)
        self.model.errand.begin_anew()
        self._show()

    def _build(self) -> None:
        self.add(Outcome(self.theme, self.model.errand, self))
        card = Card(self.theme)
        self._now = Row(self.theme, "folder")
        self._choose = SecondaryButton(self.theme)
        self._choose.setObjectName("move:choose")
        self._then = Row(self.theme, "folder-open", trailing=self._choose)
        self._named = Prose(self.theme)
        card.add(self._now)
        card.add_rule()
        card.add(self._then)
        card.add(self._named)
        self.add(card)
        self._gone = Card(self.theme)
        self._usual = SecondaryButton(self.theme)
        self._usual.setObjectName("move:usual")
        self._usual_row = Row(self.theme, trailing=self._usual)
        self._gone.add(self._usual_row)
        self.add(self._gone)
        self._back = self.bar.add_link()
        self._back.setObjectName("move:back")
        self._move = self.bar.set_primary("folder-open")
        self._move.setObjectName("move:now")

    def _bind(self) -> None:
        self.model.changed.connect(self._show)
        self.model.errand.changed.connect(self._show)
        self._back.clicked.connect(self._go_back)
        self._choose.clicked.connect(self._ask)
        self._usual.clicked.connect(self.model.use_usual)
        self._move.clicked.connect(self.model.move)

    def _translate(self) -> None:
        self.header(
            _("Move your files"),
            _("Every file is copied and read back before the old one is removed."),
        )
        self._choose.setText(_("Choose…"))
        self._choose.setAccessibleName(_("Choose a new place"))
        self._named.setText(
            _(
                "This folder was named when the program was started, so it is not moved from"
                " here. Close Soft Landing, move it yourself, and name its new place."
            )
        )
        self._usual.setText(_("Use the usual one"))
        self._usual_row.set_texts(
            _("Is the folder gone for good?"),
            _("Soft Landing can use its usual folder from the next start on."),
        )
        self._back.setText(_("Back to Settings"))
        self.bar.set_primary("folder-open", _("Move them there"))
        self._show()

    @Slot()
    def _show(self) -> None:
        model = self.model
        self._now.set_texts(_("Your files are here now"), wrapping(model.path))
        chosen = _("No place is chosen yet.") if model.target is None else wrapping(model.target)
        self._then.set_texts(_("They will be here"), chosen)
        self._then.setVisible(model.is_movable)
        self._named.setVisible(not model.is_movable)
        self._choose.setEnabled(model.can_choose)
        self._gone.setVisible(model.can_use_usual)
        self._move.setVisible(model.is_movable)
        self._move.setEnabled(model.target is not None and model.can_choose)

    @Slot()
    def _ask(self) -> None:
        folder = ask_for_folder(self, _("Where shall your files be?"))
        if folder is not None:
            self.model.choose(Path(folder))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("settings", "files"))
