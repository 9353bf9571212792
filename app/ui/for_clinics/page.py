"""Settings, for clinics: fill in a pack, see how patients see it, and save it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.services.clinic_draft import AFTER_CARE, RULES, DraftItem
from app.ui.dates import day_in_digits
from app.ui.dialogs.files import ask_for_file, ask_where_to_save
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.preview import PreviewCard
from app.ui.for_clinics.rows import DayField, ItemRow, RuleRow, TextField
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.check import CheckBox
from app.ui.widgets.discard import clear
from app.ui.widgets.editors import line_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import LongText
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Caption
from app.ui.widgets.outcome import Outcome
from app.ui.widgets.page import Page
from app.ui.widgets.tab_order import keep_in_order

LINES: Final = ("name", "author", "phones.day", "phones.out_of_hours", "version", "expires")
TEXTS: Final = ("address", "hours")


class ForClinicsPage(Page):
    """Sections that fold, one below the other, and the view of it at the end."""

    def __init__(self, theme: Theme, model: ForClinicsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
        self._items: list[ItemRow] = []
        self._build()
        self._bind()
        self._translate()
        self._show_all()

    def arrive(self, argument: str) -> None:
        """Go on with what is filled in; what was said of an earlier file is forgotten."""
        self.area.verticalScrollBar().setValue(0)
        self.model.arrive()

    def step_aside(self) -> None:
        """Keep what is filled in."""
        self.model.keep()

    def leave(self) -> None:
        """Keep what is filled in: it is there again after the next start."""
        self.model.settle()

    def _build(self) -> None:
        self.add(Outcome(self.theme, self.model.errand, self))
        self._guide = LinkButton(self.theme)
        self._guide.set_dense(True)
        self._guide.setObjectName("for_clinics:guide")
        self.add(self._guide, gap=0)
        self._before = LinkButton(self.theme)
        self._before.set_dense(True)
        self._before.setObjectName("for_clinics:before")
        self.add(self._before, gap=0)
        self._build_texts()
        self._rules = [RuleRow(self.theme, rule) for rule in RULES]
        self._boxes = {name: CheckBox(self.theme) for name in self.model.form.items}
        for name, box in self._boxes.items():
            box.setObjectName(f"for_clinics:hide:{name}")
        self._rule_note, self._item_note = Caption(self.theme), Caption(self.theme)
        self._hide_note = Caption(self.theme)
        self._item_rows = QWidget()
        self._item_column = QVBoxLayout(self._item_rows)
        self._item_column.setContentsMargins(0, 0, 0, 0)
        self._item_column.setSpacing(self.theme.px(24))
        self._more = SecondaryButton(self.theme, "plus")
        self._more.setObjectName("for_clinics:item:add")
        fields = self._fields
        head = [
            *(fields["name"], fields["author"]),
            _Pair(self.theme, fields["phones.day"], fields["phones.out_of_hours"]),
            _Pair(self.theme, fields["version"], fields["expires"]),
            *(fields[key] for key in TEXTS),
        ]
        self._folds = {
            "clinic": self._fold("clinic", head),
            "rules": self._fold("rules", [self._rule_note, *self._rules], spacing=24),
            "items": self._fold("items", [self._item_note, self._item_rows, self._more]),
            "hidden": self._fold("hidden", [self._hide_note, *self._boxes.values()], spacing=0),
            "after": self._fold("after", [self._fields[AFTER_CARE]]),
        }
        self._folds["clinic"].set_open(True)
        self._preview = PreviewCard(self.theme)
        self.add(self._preview)
        self._back = self.bar.add_link()
        self._back.setObjectName("for_clinics:back")
        self._open = self.bar.set_secondary("folder-open")
        self._open.setObjectName("for_clinics:open")
        self._save = self.bar.set_primary("check")
        self._save.setObjectName("for_clinics:save")

    def _build_texts(self) -> None:
        self._fields = {key: TextField(self.theme, key, line_edit("")) for key in LINES}
        self._fields["expires"] = DayField(self.theme, "expires", line_edit(""))
        for key in TEXTS:
            self._fields[key] = TextField(self.theme, key, LongText(self.theme, lines=2))
        self._fields[AFTER_CARE] = TextField(self.theme, AFTER_CARE, LongText(self.theme, lines=5))

    def _fold(self, name: str, widgets: Sequence[QWidget], spacing: int = 14) -> Fold:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(spacing))
        for widget in widgets:
            column.addWidget(widget)
        fold = Fold(self.theme, inside)
        fold.button.setObjectName(f"for_clinics:fold:{name}")
        self.add(fold)
        return fold

    def _bind(self) -> None:
        self.model.changed.connect(self._show_judged)
        self.model.replaced.connect(self._show_all)
        for field in self._fields.values():
            field.typed.connect(self.model.say)
        for row in self._rules:
            row.typed.connect(self.model.say)
        for box in self._boxes.values():
            box.clicked.connect(self._hide)
        self._more.clicked.connect(self._add_item)
        self._guide.clicked.connect(self._open_guide)
        self._before.clicked.connect(self._go_to_the_pack_before)
        self._back.clicked.connect(self._go_back)
        self._open.clicked.connect(self._open_pack)
        self._save.clicked.connect(self._save_pack)

    def _translate(self) -> None:
        self.header(
            _("For clinics"),
            _("Your name, phones and rules in Soft Landing. Patients need none of this."),
        )
        day = day_in_digits(self.model.form.usual_end)
        for key, label, caption in (
            ("name", _("Name of the clinic"), ""),
            ("author", _("Who is responsible for it"), ""),
            ("phones.day", _("Phone by day"), ""),
            ("phones.out_of_hours", _("Phone out of hours"), ""),
            ("version", _("Version"), _("Add 1 each time you change it.")),
            ("expires", _("In use until"), _("For example {day}.").format(day=day)),
            ("address", _("Address"), ""),
            ("hours", _("Opening hours"), ""),
            (AFTER_CARE, _("What patients read afterwards"), _("An empty line begins a new part.")),
        ):
            self._fields[key].set_label(label)
            self._fields[key].set_caption(caption)
        for rule, row in zip(RULES, self._rules, strict=True):
            row.translate(self.model.form.general(rule))
        for name, title in self.model.form.items.items():
            self._boxes[name].setText(title)
        self._rule_note.setText(_("What you leave empty stays the general rule."))
        self._item_note.setText(_("An item with nothing in it is left out."))
        self._hide_note.setText(_("What you tick is left off the list of your patients."))
        for name, title in (
            ("clinic", _("Your clinic")),
            ("rules", _("Your rules")),
            ("items", _("Things to do that you add")),
            ("hidden", _("Things to do that you leave out")),
            ("after", _("After-care")),
        ):
            self._folds[name].set_title(title)
        self._more.setText(_("Add one"))
        self._guide.setText(_("A page for your IT, to read or print"))
        self._back.setText(_("Back to Settings"))
        self.bar.set_secondary("folder-open", _("Open a pack…"))
        self.bar.set_primary("check", _("Save the pack…"))

    def _all_fields(self) -> list[TextField]:
        return [*self._fields.values(), *(one for row in self._rules for one in row.fields)]

    @Slot()
    def _show_all(self) -> None:
        draft = self.model.draft
        for field in self._all_fields():
            field.show_text(draft.texts.get(field.key, ""))
        for name, box in self._boxes.items():
            box.setChecked(name in draft.hidden)
        clear(self._item_column)
        self._items = []
        for item in draft.items:
            self._show_item(item)
        self._show_judged()

    def _show_item(self, item: DraftItem) -> ItemRow:
        row = ItemRow(self.theme, len(self._items), item)
        row.typed.connect(self.model.put_item)
        self._items.append(row)
        self._item_column.addWidget(row)
        keep_in_order(self._more, *self._items)
        return row

    @Slot()
    def _show_judged(self) -> None:
        for field in self._all_fields():
            field.show_error(self.model.wrong(field.key))
        for place, row in enumerate(self._items):
            row.show_errors(*(self.model.wrong_item(place, part) for part in ("title", "why")))
        self._item_rows.setVisible(bool(self._items))
        self._show_before()
        self._preview.show_preview(self.model.preview, is_so_now=self.model.is_in_order)

    def _show_before(self) -> None:
        before = self.model.before
        self._before.setVisible(before is not None)
        name = "" if before is None else before.text("name")
        text = _("Go back to {name}, which is not saved yet").format(name=name)
        self._before.setText(text if name else _("Go back to the pack that is not saved yet"))

    @Slot()
    def _hide(self) -> None:
        for name, box in self._boxes.items():
            if box.isChecked() is not (name in self.model.draft.hidden):
                self.model.hide(name, hides=box.isChecked())

    @Slot()
    def _add_item(self) -> None:
        item = DraftItem()
        row = self._show_item(item)
        self.model.put_item(len(self._items) - 1, item)
        row.title.editor.setFocus()

    @Slot()
    def _open_pack(self) -> None:
        path = ask_for_file(self, _("Open a pack"), _("Packs (*.yaml)"))
        if path is not None:
            self.model.open(path)

    @Slot()
    def _save_pack(self) -> None:
        if not self.model.may_be_saved():
            self._go_to_the_first_fault()
            return
        path = ask_where_to_save(self, _("Save the pack"), "clinic.yaml", _("Packs (*.yaml)"))
        if path is not None:
            self.model.save(path)

    def _go_to_the_first_fault(self) -> None:
        for fold in self._folds.values():
            wrong = [one for one in fold.inside.findChildren(TextField) if one.error]
            if wrong:
                fold.set_open(True)
                wrong[0].editor.setFocus()
                self.scroll_to(wrong[0])
                return

    @Slot()
    def _go_to_the_pack_before(self) -> None:
        self.model.go_back()
        self._fields["name"].editor.setFocus()

    @Slot()
    def _open_guide(self) -> None:
        self.route_wanted.emit(Route("clinic_guide"))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("settings", "about"))


class _Pair(QWidget):
    """Two fields beside each other, or below where there is no room."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget) -> None:
        super().__init__()
        layout = EvenLayout(spacing=theme.px(16))
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(first)
        layout.addWidget(second)
        self.setLayout(layout)
