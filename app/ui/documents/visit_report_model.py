"""What the page about one infusion shows."""

from typing import Final

from PySide6.QtCore import QObject

from app.domain.infusion import Infusion
from app.services.changes import Changes, Kind
from app.services.documents.model import Document
from app.services.documents.visit_report import Wish
from app.services.visit_reports import VisitReports
from app.ui.documents.output import SPELLING, OutputModel

_SHOWN: Final = {Kind.INFUSIONS, Kind.JOURNAL, Kind.PROFILE, Kind.SETTINGS}


class VisitReportModel(OutputModel):
    """``infusion`` is the one that the page is about; nothing where none has been yet."""

    def __init__(
        self, reports: VisitReports, changes: Changes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._wanted = ""
        self.wish = Wish()
        changes.listen(self, self._hear)

    @property
    def name(self) -> str:
        """The patient's name, where it is known."""
        return self._reports.name

    @property
    def infusions(self) -> tuple[Infusion, ...]:
        """The infusions that can be chosen, the newest first."""
        return self._reports.infusions()

    @property
    def infusion(self) -> Infusion | None:
        """The chosen one, or else the newest."""
        there = self.infusions
        chosen = (one for one in there if one.id == self._wanted)
        return next(chosen, there[0] if there else None)

    def begin(self, wanted: str) -> None:
        """Have the infusion *wanted* and no free words: that is wished for anew each time."""
        self._wanted = wanted
        self.wish = Wish()

    def choose(self, wanted: str) -> None:
        """Have another infusion."""
        self._wanted = wanted
        self.changed.emit()

    def wish_for(self, wish: Wish) -> None:
        """Have on the page what is wished for."""
        self.wish = wish
        self.changed.emit()

    def document(self) -> Document:
        """Return the page as it is now. Raises LookupError where there is no infusion for one."""
        infusion = self.infusion
        if infusion is None:
            raise LookupError
        return self._reports.make(infusion, self.wish, SPELLING)

    def _hear(self, kind: Kind) -> None:
        if kind in _SHOWN:
            self.changed.emit()
