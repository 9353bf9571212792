"""Adding an item, or putting one in other words."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.checklist import Item, Stage
from app.i18n import _
from app.services.names import stage_name
from app.ui.prepare.model import PrepareModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Heading
from app.ui.widgets.page import Page


class ItemPage(Page):
    """One item: what, when, and why. Leaving with something typed keeps it; undo takes it back."""

    def __init__(self, theme: Theme, model: PrepareModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=640, parent=parent)
        self._model = model
        self._item: Item | None = None
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Begin a new item, or change the one whose id *argument* is."""
        items = (line.item for line in self._model.lines)
        self._item = next((item for item in items if item.id == argument), None)
        self._show_item()
        self._title_field.show_error("")
        self._translate()
        self._title.setFocus()

    def leave(self) -> None:
        """Keep what was typed."""
        self._model.let_item_go()
        title, why = self._title.text().strip(), self._why.text().strip()
        item, stage = self._item, self._chosen_stage()
        if item is None:
            self._show_item()
            if title or why:
                self._model.add(title or why, stage, why if title else "")
            return
        title = title or item.title
        self._item = None
        self._show_item()
        if (title, stage, why) != (item.title, item.stage, item.why):
            self._model.reword(item, title, stage, why)

    def _show_item(self) -> None:
        item = self._item
        self._title.setText(item.title if item is not None else "")
        self._why.setText(item.why if item is not None else "")
        self._stage.choose(item.stage if item is not None else Stage.DAY_BEFORE)

    def _build(self) -> None:
        self._title = line_edit("item:title")
        self._why = line_edit("item:why")
        self._title_field = Field(self.theme, self._title)
        self._why_field = Field(self.theme, self._why)
        self._when = Heading(self.theme, 3)
        self._stage = ChoiceGroup(self.theme, "flow", must_choose=True)
        self._chips = {stage: ChoiceChip(self.theme) for stage in Stage}
        for stage, chip in self._chips.items():
            chip.setObjectName(f"item:stage:{stage.value}")
            self._stage.add(chip, stage)
        card = Card(self.theme)
        for widget in (self._title_field, self._when, self._stage, self._why_field):
            card.add(widget)
        self.add(card)
        self._discard = self.bar.add_link()
        self._discard.setObjectName("item:discard")
        self._primary = self.bar.set_primary("check")
        self._primary.setObjectName("item:keep")

    def _bind(self) -> None:
        self._title.textEdited.connect(self._type)
        self._why.textEdited.connect(self._type)
        self._title.returnPressed.connect(self._keep)
        self._discard.clicked.connect(self._leave_unchanged)
        self._primary.clicked.connect(self._keep)

    def _translate(self) -> None:
        if self._item is None:
            self.header(_("Add an item"), _("It stays on your list for every infusion."))
            self._discard.setText(_("Do not add it"))
            self.bar.set_primary("check", _("Add it"))
        else:
            self.header(_("Change the words"), _("Ticks stay with the item."))
            self._discard.setText(_("Leave it as it was"))
            self.bar.set_primary("check", _("Keep it"))
        self._title_field.set_label(_("What"))
        self._why_field.set_label(_("Why, or what to think of"))
        self._when.setText(_("When"))
        self._stage.setAccessibleName(_("When"))
        for stage, chip in self._chips.items():
            chip.setText(stage_name(stage))

    def _chosen_stage(self) -> Stage:
        stage = self._stage.chosen_value
        return stage if isinstance(stage, Stage) else Stage.DAY_BEFORE

    @Slot()
    def _type(self) -> None:
        self._model.type_item(
            self._item, self._title.text().strip(), self._chosen_stage(), self._why.text().strip()
        )

    @Slot()
    def _keep(self) -> None:
        if self._title.text().strip():
            self.route_wanted.emit(Route("prepare"))
        else:
            self._title_field.show_error(_("Write a word or two first."))
            self._title.setFocus()

    @Slot()
    def _leave_unchanged(self) -> None:
        self._show_item()
        self.route_wanted.emit(Route("prepare"))
