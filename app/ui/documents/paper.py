"""Sheets of paper: their sizes by country, their margins, and the colors of ink."""

from typing import Final, NamedTuple

from PySide6.QtCore import QLocale, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from app.services.documents.model import Paper
from app.ui.theme.tokens import LIGHT

MARGIN: Final = 54.0
"""Points; three quarters of an inch."""

POCKET_MARGIN: Final = 18.0

TEXT: Final = LIGHT.text
QUIET: Final = LIGHT.text_muted
GREEN: Final = LIGHT.primary
TINT: Final = "#EBF1EE"
LINE: Final = "#C9CFC9"

_LETTER: Final = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
        QLocale.Country.PuertoRico,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.Venezuela,
        QLocale.Country.CostaRica,
        QLocale.Country.Guatemala,
        QLocale.Country.Panama,
    }
)
"""Where paper is Letter; A4 everywhere else."""


class Format(NamedTuple):
    """The size of a page in points, and the margin on all sides."""

    width: float
    height: float
    margin: float

    @property
    def inside(self) -> QRectF:
        """The page without its margins."""
        edge = self.margin
        return QRectF(edge, edge, self.width - 2 * edge, self.height - 2 * edge)


def usual_size() -> QPageSize:
    """Return the paper of the country in use."""
    is_letter = QLocale().territory() in _LETTER
    return QPageSize(QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4)


def format_of(paper: Paper, sheet: QSizeF) -> Format:
    """Return the page of a document on a *sheet* of so many points: all of it, or a quarter."""
    if paper is Paper.POCKET:
        return Format(sheet.width() / 2, sheet.height() / 2, POCKET_MARGIN)
    return Format(sheet.width(), sheet.height(), MARGIN)


def layout_of(page: Format) -> QPageLayout:
    """Return *page* as Qt describes it; the margins are kept by us."""
    size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point, "", _EXACT)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


_EXACT: Final = QPageSize.SizeMatchPolicy.ExactMatch
