"""What the clinic adds to the checklist, and what it leaves out of it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox

from app.domain.checklist import Stage
from app.i18n import _
from app.services.clinic_draft import DraftItem
from app.services.names import stage_name
from app.ui.for_clinics.entry import TextField
from app.ui.for_clinics.listed import Row, RowsSection
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.check import CheckBox
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field


class ItemsSection(RowsSection[DraftItem]):
    """Items that the clinic adds."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(
            theme,
            model,
            "items",
            _("Things to do that you add"),
            note=_("An item with nothing in it is left out."),
            empty=DraftItem(),
            make=ItemRow,
        )


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


class ItemRow(Row):
    """An item that the clinic adds: what to do, when, and why."""

    def __init__(self, theme: Theme, place: int, item: DraftItem) -> None:
        super().__init__(theme, place)
        self._item = item
        self._title = TextField(theme, f"item:{place}:title", line_edit(""))
        self._why = TextField(theme, f"item:{place}:why", line_edit(""))
        self._stages = QComboBox()
        self._stages.setObjectName(f"for_clinics:item:{place}:stage")
        self._stages.addItems([stage_name(stage) for stage in Stage])
        self._stages.setPlaceholderText(_("Choose when"))
        self._stages.setCurrentIndex(-1 if item.stage is None else list(Stage).index(item.stage))
        named = _("Item {number}: {what}")
        self.add("title", self._title, _("What to do"), named)
        self.add("stage", Field(theme, self._stages), _("When"), named)
        self.add("why", self._why, _("Why, in a sentence"), named)
        self._title.show_text(item.title)
        self._why.show_text(item.why)
        self._title.typed.connect(self._tell)
        self._why.typed.connect(self._tell)
        self._stages.activated.connect(self._tell)

    def show_error_of(self, part: str, sentence: str) -> None:
        """Say what is wrong; of when to do it, that it has to be chosen."""
        is_open = part == "stage" and sentence
        super().show_error_of(part, _("Choose when this is to be done.") if is_open else sentence)

    @Slot()
    def _tell(self) -> None:
        place = self._stages.currentIndex()
        stage = list(Stage)[place] if place >= 0 else None
        said = self._item.saying(title=self._title.text, why=self._why.text, stage=stage)
        self._item = said
        self.typed.emit(self.place, said)
