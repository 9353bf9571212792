"""One file with something wrong: what, where, what can be done, and what became of a repair."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.data_check import Finding, was_kept, would_keep
from app.services.problems import advice, reading_failed
from app.ui.check_data.model import CheckDataModel
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Prose
from app.ui.widgets.paths import wrapping
from app.ui.widgets.rows import Row


class FindingCard(Card):
    """*place* is its number in the list, for the names of its buttons."""

    def __init__(
        self,
        theme: Theme,
        model: CheckDataModel,
        finding: Finding,
        place: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._model = model
        self._finding = finding
        self._place = place
        self._could_not_show = False
        self._build()
        self._bind()
        self.show_state()

    def show_state(self) -> None:
        """Show how the file is now."""
        finding, model = self._finding, self._model
        problem = finding.problem
        done = model.repaired.get(problem.path)
        failed = model.failed.get(problem.path, "")
        self._row.set_icon("circle-check" if done else "file-exclamation-point")
        if done is not None:
            unsure = "" if done.confirmed else _("The disk did not confirm it.")
            self._row.set_texts(wrapping(model.name_of(finding)), _("Repaired."))
            self._what.setText(" ".join(one for one in (was_kept(done), unsure) if one))
            self._more.setText(wrapping(done.original))
        else:
            what = reading_failed(problem.code, problem.line)
            self._row.set_texts(wrapping(model.name_of(finding)), what)
            self._what.setText(advice(problem.code))
            kept = would_keep(finding.salvage) if finding.salvage is not None else ""
            safe = _("The file as it is now is kept too.") if kept else ""
            self._more.setText(" ".join(one for one in (kept, safe) if one))
        nowhere = _("This computer has no program to show it.") if self._could_not_show else ""
        self._note.setText(" ".join(one for one in (failed, nowhere) if one))
        for label in (self._more, self._note):
            label.setVisible(bool(label.text()))
        can_repair = done is None and finding.salvage is not None
        self._repair.setVisible(can_repair)
        self._repair.setEnabled(model.can_repair)
        self._repair.setText(_("Repair"))
        self._show.setText(_("Show the folder"))
        for button in (self._repair, self._show):
            button.setAccessibleDescription(problem.path)

    def _build(self) -> None:
        self._row = Row(self._theme, "file-exclamation-point", icon_color="accent")
        self._what = Prose(self._theme)
        self._more = Caption(self._theme)
        self._note = Caption(self._theme)
        self._repair = SecondaryButton(self._theme)
        self._repair.setObjectName(f"check_data:{self._place}:repair")
        self._show = LinkButton(self._theme)
        self._show.setObjectName(f"check_data:{self._place}:show")
        actions = FlowLayout(spacing=self._theme.px(12))
        actions.addWidget(self._repair)
        actions.addWidget(self._show)
        for widget in (self._row, self._what, self._more, self._note):
            self.add(widget)
        self.body.addLayout(actions)

    def _bind(self) -> None:
        self._repair.clicked.connect(self._ask_for_repair)
        self._show.clicked.connect(self._show_folder)

    @Slot()
    def _ask_for_repair(self) -> None:
        self._model.repair(self._finding)

    @Slot()
    def _show_folder(self) -> None:
        self._could_not_show = not self._model.show_file(self._finding)
        self.show_state()
