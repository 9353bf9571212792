"""Numbers to call that the clinic adds to those of the country."""

from PySide6.QtCore import Slot

from app.i18n import _
from app.services.clinic_draft import DraftLine
from app.ui.for_clinics.entry import TextField
from app.ui.for_clinics.listed import Row, RowsSection
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import line_edit


class LinesSection(RowsSection[DraftLine]):
    """Numbers that stand below those of the country."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(
            theme,
            model,
            "lines",
            _("Numbers to call that you add"),
            note=_("They stand in Help now, below those of the country. Those always stay."),
            empty=DraftLine(),
            make=LineRow,
        )


class LineRow(Row):
    """Whose number it is, the number, and when somebody answers."""

    def __init__(self, theme: Theme, place: int, line: DraftLine) -> None:
        super().__init__(theme, place)
        self._line = line
        self._texts = {
            part: TextField(theme, f"line:{place}:{part}", line_edit("")) for part in line.parts
        }
        named = _("Number {number}: {what}")
        self.add("name", self._texts["name"], _("Who answers"), named)
        self.add("number", self._texts["number"], _("Number"), named)
        self.add("hours", self._texts["hours"], _("When"), named)
        self._texts["hours"].set_caption(_("For example: day and night."))
        for part, field in self._texts.items():
            field.show_text(getattr(line, part))
            field.typed.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        texts = {part: field.text for part, field in self._texts.items()}
        self._line = self._line.saying(**texts)
        self.typed.emit(self.place, self._line)
