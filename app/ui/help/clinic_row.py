"""The clinic among the numbers: its logo where numbers stand, and beside it how to find it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.services.clinic_about import ClinicAbout
from app.ui.theme.theme import Theme
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.logo import Logo
from app.ui.widgets.paths import breakable

LOGO_HIGH: Final = 40
LOGO_WIDE: Final = 140


class ClinicRow(QWidget):
    """Quiet lines below the clinic's numbers; *named* where no number of its says whose it is."""

    def __init__(
        self, theme: Theme, clinic: ClinicAbout, *, named: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._logo = Logo(theme, height=LOGO_HIGH, width=LOGO_WIDE, parent=self)
        self._logo.show_logo(clinic.logo, clinic.name)
        self._beside = QWidget()
        place = QVBoxLayout(self._beside)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignLeft)
        about = QVBoxLayout()
        about.setSpacing(0)
        if named:
            about.addWidget(Heading(theme, 3, text=breakable(clinic.name)))
        for line in clinic.lines:
            about.addWidget(Caption(theme, text=breakable(line)))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        self._row.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(about, 1)

    def set_number_width(self, width: int, *, stacked: bool) -> None:
        """Begin the lines where names begin: *width* pixels in, or below the logo if *stacked*."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._beside.setMinimumWidth(0 if stacked else width)
        self._beside.setVisible(self._logo.has_picture or not stacked)
        self._row.setSpacing(self._theme.px(4 if stacked else 32))
