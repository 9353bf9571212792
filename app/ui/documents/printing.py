"""Documents on paper and as PDF."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.i18n import is_right_to_left
from app.services.documents.model import Document, Paper
from app.ui.documents.pages import laid_out, paint_cuts
from app.ui.documents.paper import format_of, layout_of, usual_size

_DOTS = 1200
_POINTS = 72


def to_pdf(document: Document) -> bytes:
    """Return *document* as PDF, on the paper of the country in use, its typeface inside.

    What a viewer shows of it (title, author, program) says nothing of health.
    """
    page = format_of(document.paper, usual_size().size(QPageSize.Unit.Point))
    pages = laid_out(document, page, right_to_left=is_right_to_left())
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.neutral_title)
    writer.setCreator("")
    writer.setResolution(_DOTS)
    writer.setPageLayout(layout_of(page))
    painter = QPainter(writer)
    painter.scale(_DOTS / _POINTS, _DOTS / _POINTS)
    for number in range(pages.count):
        if number:
            writer.newPage()
        pages.paint(painter, number)
    painter.end()
    buffer.close()
    return bytes(data.data())


def print_on(printer: QPrinter, document: Document) -> bool:
    """Print *document* on the paper that *printer* is set to; return whether it took the job.

    Four pocket pages go on a sheet, with lines to cut along.
    """
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setDocName(document.neutral_title)
    sheet: QSizeF = printer.pageLayout().fullRectPoints().size().toSizeF()
    page = format_of(document.paper, sheet)
    pages = laid_out(document, page, right_to_left=is_right_to_left())
    painter = QPainter()
    if not painter.begin(printer):
        return False
    scale = printer.resolution() / _POINTS
    painter.scale(scale, scale)
    on_a_sheet = 4 if document.paper is Paper.POCKET else 1
    for number in range(pages.count):
        place = number % on_a_sheet
        if number and place == 0:
            printer.newPage()
        if on_a_sheet > 1 and place == 0:
            paint_cuts(painter, page)
        painter.save()
        painter.translate((place % 2) * page.width, (place // 2) * page.height)
        pages.paint(painter, number)
        painter.restore()
    return painter.end()
