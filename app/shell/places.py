"""Every page, and what it is handed: the one place that knows them all."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.shell.calm_places import CalmPlaces
from app.shell.journal_places import JournalPlaces
from app.shell.navigation import Place
from app.shell.program import Program
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.page import Page

if TYPE_CHECKING:
    from app.ui.copies.farewell_model import FarewellModel
    from app.ui.documents.model import PapersModel
    from app.ui.prepare.model import PrepareModel


class Places:
    """Builds each page, with its model, on its first visit; its modules are loaded then too."""

    def __init__(self, program: Program, theme: Theme, undo: UndoStack) -> None:
        self._program = program
        self._theme = theme
        self._undo = undo
        self.calm = CalmPlaces(program, theme, undo)
        self._journal = JournalPlaces(program, theme, undo)

    def all(self) -> list[Place]:
        """Return every place there is."""
        return [
            Place(name="today", build=self._today, under="today"),
            Place(name="prepare", build=self._prepare, under="prepare"),
            Place(name="plan", build=self._plan, under="prepare"),
            Place(name="infusions", build=self._infusions, under="prepare"),
            Place(name="item", build=self._item, under="prepare"),
            Place(name="papers", build=self._papers, under="prepare"),
            Place(name="paper", build=self._paper, under="prepare"),
            Place(name="visit_report", build=self._visit_report, under="prepare"),
            Place(name="companion", build=self._companion, under="prepare", is_alone=True),
            Place(name="consultation", build=self._consultation, under="prepare"),
            *self.calm.all(),
            *self._journal.all(),
            Place(name="settings", build=self._settings, under="settings"),
            Place(name="check_data", build=self._check_data, under="settings"),
            Place(name="copies", build=self._copies, under="settings"),
            Place(name="restore", build=self._restore, under="settings"),
            Place(name="move", build=self._move, under="settings"),
            Place(name="for_clinics", build=self._for_clinics, under="settings"),
            Place(name="clinic_guide", build=self._clinic_guide, under="settings"),
            Place(name="farewell", build=self._farewell, under="settings"),
            Place(name="gone", build=self._gone, under="settings", is_alone=True),
            Place(name="help", build=self._help, under="help", is_aside=True),
            Place(name="first_run", build=self._first_run, under=""),
        ]

    @cached_property
    def _prepare_model(self) -> "PrepareModel":
        from app.ui.prepare.model import PrepareModel

        program = self._program
        return PrepareModel(
            infusions=program.infusions,
            checklist=program.checklist,
            journal=program.journal,
            changes=program.changes,
            undo=self._undo,
        )

    def _today(self) -> Page:
        from app.ui.today.model import TodayModel
        from app.ui.today.page import TodayPage

        program = self._program
        model = TodayModel(
            infusions=program.infusions,
            checklist=program.checklist,
            journal=program.journal,
            content=program.content,
            preferences=program.preferences,
            clock=program.clock,
            changes=program.changes,
            undo=self._undo,
            questionnaires=program.open_questionnaires,
            clinic=program.find_clinic,
        )
        return TodayPage(
            self._theme,
            model,
            saving=program.saving,
            recovery=program.recovery,
            versions=program.versions,
            undo=self._undo,
        )

    def _prepare(self) -> Page:
        from app.ui.prepare.page import PreparePage

        return PreparePage(self._theme, self._prepare_model, self._program.content)

    def _plan(self) -> Page:
        from app.ui.prepare.plan_model import PlanModel
        from app.ui.prepare.plan_page import PlanPage

        model = PlanModel(self._program.infusions, self._program.clock, self._undo)
        return PlanPage(self._theme, model)

    def _infusions(self) -> Page:
        from app.ui.infusions.model import InfusionsModel
        from app.ui.infusions.page import InfusionsPage

        program = self._program
        model = InfusionsModel(program.infusions, program.clock, program.changes)
        return InfusionsPage(self._theme, model)

    def _item(self) -> Page:
        from app.ui.prepare.item_page import ItemPage

        return ItemPage(self._theme, self._prepare_model)

    @cached_property
    def _papers_model(self) -> "PapersModel":
        from app.ui.documents.model import PapersModel

        return PapersModel(self._program.papers, self._program.changes)

    def _papers(self) -> Page:
        from app.ui.documents.page import PapersPage

        return PapersPage(self._theme, self._papers_model)

    def _paper(self) -> Page:
        from app.ui.documents.paper_page import PaperPage

        return PaperPage(self._theme, self._papers_model)

    def _visit_report(self) -> Page:
        from app.ui.documents.visit_report_model import VisitReportModel
        from app.ui.documents.visit_report_page import VisitReportPage

        model = VisitReportModel(self._program.visit_reports, self._program.changes)
        return VisitReportPage(self._theme, model)

    def _companion(self) -> Page:
        from app.ui.documents.companion_page import CompanionPage

        return CompanionPage(self._theme, self._papers_model)

    def _consultation(self) -> Page:
        from app.ui.consultation.model import ConsultationModel
        from app.ui.consultation.page import ConsultationPage

        program = self._program
        model = ConsultationModel(
            notes=program.consultation,
            content=program.content,
            changes=program.changes,
            undo=self._undo,
        )
        return ConsultationPage(self._theme, model)

    def _settings(self) -> Page:
        from app.ui.settings.model import SettingsModel
        from app.ui.settings.pack_model import PackModel
        from app.ui.settings.page import SettingsPage

        program = self._program
        model = SettingsModel(
            preferences=program.preferences,
            content=program.content,
            saving=program.saving,
            changes=program.changes,
        )
        pack = PackModel(program.clinic, self._undo, program.changes)
        return SettingsPage(self._theme, model, pack)

    def _check_data(self) -> Page:
        from app.services.data_check import DataCheck
        from app.ui.check_data.model import CheckDataModel
        from app.ui.check_data.page import CheckDataPage

        checking = DataCheck(self._program.folder, self._program.changes)
        return CheckDataPage(self._theme, CheckDataModel(checking, self._undo))

    def _copies(self) -> Page:
        from app.ui.copies.model import CopiesModel
        from app.ui.copies.page import CopiesPage

        return CopiesPage(self._theme, CopiesModel(self._program.copies))

    def _restore(self) -> Page:
        from app.ui.copies.restore_model import RestoreModel
        from app.ui.copies.restore_page import RestorePage

        return RestorePage(self._theme, RestoreModel(self._program.copies, self._undo))

    def _move(self) -> Page:
        from app.ui.copies.move_model import MoveModel
        from app.ui.copies.move_page import MovePage

        return MovePage(self._theme, MoveModel(self._program.place, self._undo))

    def _for_clinics(self) -> Page:
        from app.services.clinic_desk import ClinicDesk
        from app.services.clinic_form import ClinicForm
        from app.ui.for_clinics.model import ForClinicsModel
        from app.ui.for_clinics.page import ForClinicsPage

        program = self._program
        form = ClinicForm(program.content, program.clock)
        desk = ClinicDesk(form, program.folder.paths.state)
        return ForClinicsPage(self._theme, ForClinicsModel(desk, self._undo))

    def _clinic_guide(self) -> Page:
        from app.ui.documents.clinic_guide_page import ClinicGuidePage
        from app.ui.documents.output import OutputModel

        return ClinicGuidePage(self._theme, OutputModel())

    @cached_property
    def _farewell_model(self) -> "FarewellModel":
        from app.ui.copies.farewell_model import FarewellModel

        return FarewellModel(self._program.farewell)

    def _farewell(self) -> Page:
        from app.ui.copies.farewell_page import FarewellPage

        return FarewellPage(self._theme, self._farewell_model)

    def _gone(self) -> Page:
        from app.ui.copies.farewell_page import GonePage

        page = GonePage(self._theme, self._farewell_model)
        page.close_wanted.connect(QApplication.closeAllWindows)
        return page

    def _help(self) -> Page:
        from app.ui.help.model import HelpModel
        from app.ui.help.page import HelpPage

        program = self._program
        model = HelpModel(
            content=program.content,
            preferences=program.preferences,
            saving=program.saving,
            calm=program.calm,
            changes=program.changes,
            undo=self._undo,
            logo=program.clinic_logo,
        )
        return HelpPage(self._theme, model)

    def _first_run(self) -> Page:
        from app.ui.first_run.model import FirstRunModel
        from app.ui.first_run.page import FirstRunPage

        program = self._program
        model = FirstRunModel(
            preferences=program.preferences,
            content=program.content,
            clock=program.clock,
            saving=program.saving,
            changes=program.changes,
            logo=program.clinic_logo,
        )
        return FirstRunPage(self._theme, model)
