"""What the clinic adds to the checklist, and what it leaves out of it."""

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.checklist import Stage
from app.i18n import _
from app.services.clinic_draft import DraftItem
from app.services.names import stage_name
from app.ui.for_clinics.entry import TextField
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.check import CheckBox
from app.ui.widgets.discard import clear
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.tab_order import keep_in_order


class ItemsSection(Section):
    """Items that the clinic adds, a row for each, and a button for one more."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(theme, model, "items", _("Things to do that you add"))
        self._items: list[ItemRow] = []
        self.say(_("An item with nothing in it is left out."))
        self._rows = QWidget()
        self._row_column = QVBoxLayout(self._rows)
        self._row_column.setContentsMargins(0, 0, 0, 0)
        self._row_column.setSpacing(theme.px(24))
        self._more = SecondaryButton(theme, "plus", text=_("Add one"))
        self._more.setObjectName("for_clinics:item:add")
        self.column.addWidget(self._rows)
        self.column.addWidget(self._more)
        self._more.clicked.connect(self._add)

    def show_draft(self) -> None:
        """Show the rows of what is filled in."""
        clear(self._row_column)
        self._items = []
        for item in self.model.draft.items:
            self._show_item(item)

    def show_errors(self) -> None:
        """Say what is wrong in each row."""
        for place, row in enumerate(self._items):
            row.show_errors(*(self.model.wrong_item(place, part) for part in ("title", "why")))
        self._rows.setVisible(bool(self._items))

    def _show_item(self, item: DraftItem) -> "ItemRow":
        row = ItemRow(self.theme, len(self._items), item)
        row.typed.connect(self.model.put_item)
        self._items.append(row)
        self._row_column.addWidget(row)
        keep_in_order(self._more, *self._items)
        return row

    @Slot()
    def _add(self) -> None:
        item = DraftItem()
        row = self._show_item(item)
        self.model.put_item(len(self._items) - 1, item)
        row.title.editor.setFocus()


class HiddenSection(Section):
    """A box for each built-in item that a clinic can leave out."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(theme, model, "hidden", _("Things to do that you leave out"), spacing=0)
        self.say(_("What you tick is left off the list of your patients."))
        self._boxes: dict[str, CheckBox] = {}
        for name, title in model.form.items.items():
            box = CheckBox(theme, text=title)
            box.setObjectName(f"for_clinics:hide:{name}")
            box.clicked.connect(self._hide)
            self._boxes[name] = box
            self.column.addWidget(box)

    def show_draft(self) -> None:
        """Tick what is left out."""
        for name, box in self._boxes.items():
            box.setChecked(name in self.model.draft.hidden)

    @Slot()
    def _hide(self) -> None:
        for name, box in self._boxes.items():
            if box.isChecked() is not (name in self.model.draft.hidden):
                self.model.hide(name, hides=box.isChecked())


class ItemRow(QWidget):
    """An item that the clinic adds: what to do, when, and why."""

    typed = Signal(int, object)

    def __init__(self, theme: Theme, place: int, item: DraftItem) -> None:
        super().__init__()
        self._place = place
        self._item = item
        self.title = TextField(theme, f"item:{place}:title", line_edit(""))
        self._why = TextField(theme, f"item:{place}:why", line_edit(""))
        self._stages = QComboBox()
        self._stages.setObjectName(f"for_clinics:item:{place}:stage")
        self._stages.addItems([""] * len(Stage))
        self._stage = Field(theme, self._stages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.title, self._stage, self._why):
            column.addWidget(widget)
        self._translate()
        self.title.show_text(item.title)
        self._why.show_text(item.why)
        self._stages.setCurrentIndex(list(Stage).index(item.stage))
        self.title.typed.connect(self._tell)
        self._why.typed.connect(self._tell)
        self._stages.activated.connect(self._tell)

    def show_errors(self, title: str, why: str) -> None:
        """Say what is wrong with what is to do, and with why."""
        self.title.show_error(title)
        self._why.show_error(why)

    def _translate(self) -> None:
        number = self._place + 1
        for field, label in (
            (self.title, _("What to do")),
            (self._stage, _("When")),
            (self._why, _("Why, in a sentence")),
        ):
            field.set_label(label)
            field.set_name(_("Item {number}: {what}").format(number=number, what=label))
        for place, stage in enumerate(Stage):
            self._stages.setItemText(place, stage_name(stage))

    @Slot()
    def _tell(self) -> None:
        stage = list(Stage)[self._stages.currentIndex()]
        said = replace(self._item, title=self.title.text, why=self._why.text, stage=stage)
        self.typed.emit(self._place, said)
