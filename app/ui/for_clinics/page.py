"""Settings, for clinics: fill in a pack, see how patients see it, and save it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.dialogs.files import ask_for_file, ask_where_to_save
from app.ui.for_clinics.clinic import AfterSection, ClinicSection
from app.ui.for_clinics.days import DaysSection
from app.ui.for_clinics.items import HiddenSection, ItemsSection
from app.ui.for_clinics.lines import LinesSection
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.preview import PreviewCard
from app.ui.for_clinics.rewords import RewordsSection
from app.ui.for_clinics.rules import RulesSection
from app.ui.for_clinics.section import Section
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.fields import Field
from app.ui.widgets.fold import Fold
from app.ui.widgets.outcome import Outcome
from app.ui.widgets.page import Page


class ForClinicsPage(Page):
    """Sections that fold, one below the other, and the view of it at the end."""

    def __init__(self, theme: Theme, model: ForClinicsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
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
        self.model.keep()

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
        self._clinic = ClinicSection(self.theme, self.model)
        self._sections: list[Section] = [
            self._clinic,
            RulesSection(self.theme, self.model),
            ItemsSection(self.theme, self.model),
            RewordsSection(self.theme, self.model),
            HiddenSection(self.theme, self.model),
            DaysSection(self.theme, self.model),
            LinesSection(self.theme, self.model),
            AfterSection(self.theme, self.model),
        ]
        self._folds = {section.name: self._fold(section) for section in self._sections}
        self._folds["clinic"].set_open(True)
        self._preview = PreviewCard(self.theme)
        self.add(self._preview)
        self._back = self.bar.add_link()
        self._back.setObjectName("for_clinics:back")
        self._open = self.bar.set_secondary("folder-open")
        self._open.setObjectName("for_clinics:open")
        self._save = self.bar.set_primary("check")
        self._save.setObjectName("for_clinics:save")

    def _fold(self, section: Section) -> Fold:
        fold = Fold(self.theme, section)
        fold.set_title(section.title)
        fold.button.setObjectName(f"for_clinics:fold:{section.name}")
        self.add(fold)
        return fold

    def _bind(self) -> None:
        self.model.changed.connect(self._show_judged)
        self.model.replaced.connect(self._show_all)
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
        self._guide.setText(_("A page for your IT, to read or print"))
        self._back.setText(_("Back to Settings"))
        self.bar.set_secondary("folder-open", _("Open a pack…"))
        self.bar.set_primary("check", _("Save the pack…"))

    @Slot()
    def _show_all(self) -> None:
        for section in self._sections:
            section.show_draft()
        self._show_judged()

    @Slot()
    def _show_judged(self) -> None:
        for section in self._sections:
            section.show_errors()
        self._show_before()
        self._preview.show_preview(self.model.preview, is_so_now=self.model.is_in_order)

    def _show_before(self) -> None:
        before = self.model.before
        self._before.setVisible(before is not None)
        name = "" if before is None else before.text("name")
        text = _("Go back to {name}, which is not saved yet").format(name=name)
        self._before.setText(text if name else _("Go back to the pack that is not saved yet"))

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
            wrong = [one for one in fold.inside.findChildren(Field) if one.error]
            if wrong:
                fold.set_open(True)
                wrong[0].editor.setFocus()
                self.scroll_to(wrong[0])
                return

    @Slot()
    def _go_to_the_pack_before(self) -> None:
        self.model.go_back()
        self._clinic.take_keyboard()

    @Slot()
    def _open_guide(self) -> None:
        self.route_wanted.emit(Route("clinic_guide"))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("settings", "about"))
