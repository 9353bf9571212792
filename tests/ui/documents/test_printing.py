"""Documents as PDF and on a printer: everything is there, inside the margins, in our typeface."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter

from app import i18n
from app.services.documents.model import Document, Paper
from app.ui.documents.paper import MARGIN, POCKET_MARGIN
from app.ui.documents.printing import print_on, to_pdf
from tests.support import papers, pdf, pseudo

SIZES = {"en_US": (612, 792), "de_DE": (595, 842)}
DIRECTIONS = {"en_US": "en", "de_DE": pseudo.PSEUDO_RIGHT_TO_LEFT}
NAMES = tuple(papers.all_documents())
SHEETS = {
    "plan": 2,
    "checklist": 2,
    "companion": 2,
    "pocket": 2,
    "check-in": 2,
    "consultation": 1,
    "visit-report": 2,
}
"""How many pages a usual document takes, at most: both sides of one sheet."""

ROUNDING = 1.5
"""Points by which letters may lean out of their line."""


def saved(document: Document, folder: Path) -> Path:
    """Save *document* as PDF."""
    path = folder / "document.pdf"
    path.write_bytes(to_pdf(document))
    return path


def outside(path: Path, margin: float) -> list[pdf.Word]:
    """Return the words that stand in the margins."""
    return [
        word
        for page in pdf.words_in(path)
        for word in page
        if word.left < margin - ROUNDING
        or word.top < margin - 2 * ROUNDING
        or word.right > word.width - margin + ROUNDING
        or word.bottom > word.height - margin + 2 * ROUNDING
    ]


def is_blank(picture: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    """Tell whether nothing is painted in a part of *picture*."""
    white = QColor("white")
    return all(
        picture.pixelColor(x, y) == white
        for x in range(left, right, 2)
        for y in range(top, bottom, 2)
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_holds_every_field_inside_its_margins(
    name: str, country: str, tmp_path: Path
) -> None:
    """Read by another program, on the paper of the country, on at most one sheet."""
    document = papers.all_documents()[name]

    path = saved(document, tmp_path)

    margin = POCKET_MARGIN if document.paper is Paper.POCKET else MARGIN
    assert not pdf.missing(document, path)
    assert not outside(path, margin)
    assert len(pdf.words_in(path)) <= SHEETS[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_a_pdf_is_painted(name: str, country: str, tmp_path: Path) -> None:
    """In the size of the country's paper, with nothing in the margins and something inside."""
    document = papers.all_documents()[name]
    width, height = SIZES[country]
    if document.paper is Paper.POCKET:
        width, height = width // 2, height // 2

    pictures = pdf.rendered(saved(document, tmp_path))

    for picture in pictures:
        edge = int(POCKET_MARGIN if document.paper is Paper.POCKET else MARGIN) - 4
        right, bottom = picture.width(), picture.height()
        assert abs(right - width) <= 2
        assert abs(bottom - height) <= 2
        assert is_blank(picture, 0, 0, right, edge)
        assert is_blank(picture, 0, 0, edge, bottom)
        assert is_blank(picture, right - edge, 0, right, bottom)
        assert is_blank(picture, 0, bottom - edge, right, bottom)
        assert not is_blank(picture, edge, edge, right - edge, bottom // 2)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_was_typed_is_cut_on_paper(
    name: str, country: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 own items, 5,000 characters, emoji, right-to-left text: on as many pages as it takes.

    On Letter from left to right, on A4 from right to left.
    """
    monkeypatch.setattr(i18n, "_language", DIRECTIONS[country])
    document = papers.hostile()[name]

    path = saved(document, tmp_path)

    margin = POCKET_MARGIN if document.paper is Paper.POCKET else MARGIN
    assert not pdf.missing(document, path)
    assert not outside(path, margin)
    assert len(pdf.rendered(path)) == len(pdf.words_in(path))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_about_which_little_is_known_is_whole(name: str, tmp_path: Path) -> None:
    """No time, no list, no name, no country."""
    document = papers.bare()[name]

    path = saved(document, tmp_path)

    margin = POCKET_MARGIN if document.paper is Paper.POCKET else MARGIN
    assert not pdf.missing(document, path)
    assert not outside(path, margin)


def test_a_word_that_never_ends_is_broken(theme: object, tmp_path: Path) -> None:
    """An address or a number typed without a space runs on in the next line."""
    endless = "x" * 2000
    document = papers.all_documents(papers.infusion(place=endless, notes=endless))["plan"]

    path = saved(document, tmp_path)

    assert pdf.text_of(path).replace(" ", "").count("x") >= 4000
    assert not outside(path, MARGIN)


def test_a_pdf_carries_its_typeface_and_says_nothing_of_health(
    country: str, tmp_path: Path
) -> None:
    """Title, author and program are what a viewer and a file manager show."""
    path = saved(papers.all_documents()["companion"], tmp_path)

    shown = pdf.about(path)
    faces = pdf.typefaces(path)
    assert shown["Title"] == "Appointment"
    assert not shown["Author"]
    assert not shown["Creator"]
    assert all("AtkinsonHyperlegibleNext" in face[0] for face in faces)
    assert all("yes" in face for face in faces)


def test_a_printer_gets_the_same_pages(country: str, tmp_path: Path) -> None:
    """On whatever paper it is set to."""
    document = papers.all_documents()["companion"]
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))

    done = print_on(printer, document)

    assert done
    assert not pdf.missing(document, path)
    assert not outside(path, MARGIN)
    assert pdf.about(path)["Title"] == "Appointment"


def test_four_pocket_pages_go_on_a_sheet(theme: object, tmp_path: Path) -> None:
    """With lines to cut along; a fifth begins another sheet."""
    document = papers.hostile()["pocket"]
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))

    assert print_on(printer, document)

    small = tmp_path / "small.pdf"
    small.write_bytes(to_pdf(document))
    count = len(pdf.words_in(small))
    assert count > 4
    assert len(pdf.words_in(path)) == -(-count // 4)
    assert not pdf.missing(document, path)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_noticed(theme: object, tmp_path: Path) -> None:
    """The page must not say that it was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))

    assert not print_on(printer, papers.all_documents()["plan"])
