"""Deleting everything: what goes, what stays, a typed word, and a window that only closes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.copies.farewell_model import FarewellModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.outcome import Outcome
from app.ui.widgets.page import Page
from app.ui.widgets.paths import breakable


class FarewellPage(Page):
    """The button is of use only once the word was typed."""

    def __init__(self, theme: Theme, model: FarewellModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what there is to delete now; the word is to be typed anew."""
        self.area.verticalScrollBar().setValue(0)
        self.model.errand.begin_anew()
        self._word.clear()
        self.model.look()

    def _build(self) -> None:
        self.add(Outcome(self.theme, self.model.errand, self))
        card = Card(self.theme)
        self._title = Heading(self.theme, 2)
        self._goes = Bullets(self.theme)
        self._for_good = Prose(self.theme)
        self._stays_title = Caption(self.theme)
        self._stays = Bullets(self.theme)
        self._copy = LinkButton(self.theme)
        self._copy.setObjectName("farewell:copy")
        self._copy.set_dense(True)
        for widget in (self._title, self._goes, self._stays_title, self._stays, self._for_good):
            card.add(widget)
        card.add(self._copy)
        self.add(card)
        confirm = Card(self.theme)
        self._word = line_edit("farewell:word")
        self._field = Field(self.theme, self._word)
        confirm.add(self._field)
        self.add(confirm)
        self._back = self.bar.add_link()
        self._back.setObjectName("farewell:back")
        self._delete = self.bar.set_primary("trash-2")
        self._delete.setObjectName("farewell:delete")

    def _bind(self) -> None:
        self.model.changed.connect(self._show)
        self.model.errand.changed.connect(self._show_errand)
        self._word.textChanged.connect(self.model.type)
        self._word.returnPressed.connect(self.model.delete)
        self._delete.clicked.connect(self.model.delete)
        self._copy.clicked.connect(self._go_to_copies)
        self._back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self.header(
            _("Delete everything"),
            _("This removes your journal, your plans and their backups from this computer."),
        )
        self._title.setText(_("What is deleted"))
        self._stays_title.setText(_("Not ours, and left where it is:"))
        self._for_good.setText(_("It cannot be brought back, unless you have a copy elsewhere."))
        self._copy.setText(_("Take a copy first"))
        self._field.set_label(_("Type {word} to go on").format(word=self.model.word))
        self._back.setText(_("Back to Settings"))
        self.bar.set_primary("trash-2", _("Delete everything"))
        self._show()

    @Slot()
    def _show(self) -> None:
        preview = self.model.preview
        goes = preview.goes if preview is not None else (_("Looking…"),)
        self._goes.set_texts(goes or (_("Nothing of yours is here."),))
        stays = preview.stays if preview is not None else ()
        self._stays.set_texts(map(breakable, stays))
        for widget in (self._stays_title, self._stays):
            widget.setVisible(bool(stays))
        self._delete.setEnabled(self.model.can_delete)

    @Slot()
    def _show_errand(self) -> None:
        self._show()
        if self.model.is_over and self.model.errand.is_busy:
            self.route_wanted.emit(Route("gone"))

    @Slot()
    def _go_to_copies(self) -> None:
        self.route_wanted.emit(Route("copies"))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("settings", "files"))


class GonePage(Page):
    """After everything is deleted: it says so, and asks for the window to be closed."""

    close_wanted = Signal()

    def __init__(self, theme: Theme, model: FarewellModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
        self.add(Outcome(self.theme, self.model.errand, self))
        self._close = self.bar.set_primary("x", _("Close Soft Landing"))
        self._close.setObjectName("gone:close")
        self._close.clicked.connect(self.close_wanted)
        self.model.errand.changed.connect(self._show)
        self.header(_("Take care"))

    def arrive(self, argument: str) -> None:
        """Show what became of it; whoever comes here before goes to where it is asked for."""
        if not self.model.is_over:
            self.route_wanted.emit(Route("farewell"))
            return
        self._show()

    @Slot()
    def _show(self) -> None:
        self._close.setEnabled(not self.model.errand.is_busy)
        self._close.setFocus()
