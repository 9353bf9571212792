"""Putting one backup back: what is in it and what would change first, the button after."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.copies.restore_model import RestoreModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.outcome import Outcome
from app.ui.widgets.page import Page
from app.ui.widgets.paths import breakable, wrapping


class RestorePage(Page):
    """*argument* is the path of a backup."""

    def __init__(self, theme: Theme, model: RestoreModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Look into the backup; one that is just being put back goes on."""
        self.area.verticalScrollBar().setValue(0)
        self.model.look(Path(argument))

    def _build(self) -> None:
        self.add(Outcome(self.theme, self.model.errand, self))
        self._inside, self._inside_title, self._contents = self._list()
        self._name = Caption(self.theme)
        self._inside.body.insertWidget(1, self._name)
        self._change, self._change_title, self._changes = self._list()
        self._back = self.bar.add_link()
        self._back.setObjectName("restore:back")
        self._take_back = self.bar.set_secondary("undo-2")
        self._take_back.setObjectName("restore:take_back")
        self._put_back = self.bar.set_primary("folder-open")
        self._put_back.setObjectName("restore:put_back")

    def _list(self) -> tuple[Card, Heading, Bullets]:
        card, title, bullets = Card(self.theme), Heading(self.theme, 2), Bullets(self.theme)
        card.add(title)
        card.add(bullets)
        self.add(card)
        return card, title, bullets

    def _bind(self) -> None:
        self.model.changed.connect(self._show)
        self.model.errand.changed.connect(self._show)
        self._back.clicked.connect(self._go_back)
        self._put_back.clicked.connect(self.model.put_back)
        self._take_back.clicked.connect(self.model.take_back)

    def _translate(self) -> None:
        self.header(
            _("Put a backup back"),
            _("It replaces the files of now. Nothing changes before you press the button."),
        )
        self._inside_title.setText(_("In this backup"))
        self._change_title.setText(_("What would change"))
        self._back.setText(_("All backups"))
        self.bar.set_secondary("undo-2", _("Take it back"))
        self.bar.set_primary("folder-open", _("Put it back"))
        self._show()

    @Slot()
    def _show(self) -> None:
        model = self.model
        preview = model.preview
        for card in (self._inside, self._change):
            card.setVisible(preview is not None)
        if preview is not None:
            self._name.setText(wrapping(Path(model.path.name)))
            self._contents.set_texts(map(breakable, preview.contents))
            self._changes.set_texts(preview.changes)
        self._put_back.setVisible(preview is not None)
        self._put_back.setEnabled(model.can_put_back)
        self._take_back.setVisible(model.can_take_back)

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("copies"))
