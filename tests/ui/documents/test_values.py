"""Tables of values on paper: heads again on each page, mirrored, and nothing cut."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from app import i18n
from app.domain.check_in import TimePoint
from app.domain.effects import Severity
from app.services.documents.model import Document, Flow, Section, Table, TableCell, TableRow
from app.services.documents.visit_report import Wish, visit_report
from app.ui.documents.paper import MARGIN
from app.ui.documents.printing import to_pdf
from app.ui.theme.theme import Theme
from tests.support import papers, pdf, pseudo, visits


def table(rows: int, columns: int = 3, text: str = "moderate") -> Table:
    """Return a table of so many rows."""
    cells = (TableCell(text=text, dots=2),) * columns
    return Table(
        columns=tuple(f"Head{number}" for number in range(columns)),
        rows=tuple(TableRow(title=f"Row{number}", cells=cells) for number in range(rows)),
    )


def sheet(*pieces: Section | Flow) -> Document:
    """Return a document of nothing else."""
    return Document(name="x", neutral_title="x", title="x", body=pieces)


def words(document: Document, folder: Path) -> list[list[pdf.Word]]:
    """Save *document*, and return the words of each page."""
    path = folder / "table.pdf"
    path.write_bytes(to_pdf(document))
    return pdf.words_in(path)


def test_the_heads_stand_above_the_rows_on_each_page(theme: Theme, tmp_path: Path) -> None:
    """Once, and never alone at the foot of a page."""
    document = sheet(Section(title="Many", blocks=(table(100),)))

    found = words(document, tmp_path)

    assert len(found) > 2
    for page in found:
        texts = [word.text for word in page]
        assert texts.count("Head1") == 1
        assert sum(text.startswith("Row") for text in texts) > 1
    assert sum(word.text.startswith("Row") for page in found for word in page) == 100


def test_in_a_narrow_column_values_stand_below_their_name(theme: Theme, tmp_path: Path) -> None:
    """Each behind its own head."""
    document = sheet(Flow(sections=(Section(title="", blocks=(table(2),)),)))

    ((*page,),) = words(document, tmp_path)

    assert [word.text for word in page].count("Head1:") == 2
    assert max(word.right for word in page) < page[0].width - MARGIN + 2


@pytest.mark.parametrize("language", ["en", pseudo.PSEUDO_RIGHT_TO_LEFT])
def test_columns_run_the_way_the_language_does(
    language: str, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names at the beginning of the line, the last column at its end."""
    monkeypatch.setattr(i18n, "_language", language)

    ((*page,),) = words(sheet(Section(title="", blocks=(table(1),))), tmp_path)

    places = {word.text: word.left for word in page}
    heads = [places["Row0"], places["Head0"], places["Head1"], places["Head2"]]
    assert heads == sorted(heads, reverse=language != "en")


def test_dots_stand_before_their_words_or_above_them(theme: Theme, tmp_path: Path) -> None:
    """A word is never broken to make room for them."""
    wide = words(sheet(Section(title="", blocks=(table(1),))), tmp_path)[0]
    narrow = words(sheet(Section(title="", blocks=(table(1, 6),))), tmp_path)[0]

    def drop(page: list[pdf.Word]) -> float:
        places = {word.text: word for word in page}
        return places["moderate"].top - places["Row0"].top

    assert drop(wide) < 5 < drop(narrow)


@pytest.mark.parametrize("country", ["en_US", "de_DE"])
def test_the_usual_page_about_an_infusion_is_one_sheet(
    country: str, theme: Theme, tmp_path: Path
) -> None:
    """On Letter and on A4: a clinician reads one page."""
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    document = visit_report(visits.record(), Wish(), papers.background())

    found = words(document, tmp_path)
    QLocale.setDefault(before)

    assert len(found) == 1


def test_a_megabyte_of_words_is_all_there(theme: Theme, tmp_path: Path) -> None:
    """Also where not one of a million letters is a space, and it takes no minute."""
    endless = "x" * 500_000
    check_ins = (
        visits.check_in(TimePoint.DAY_3, visits.at(3), words="word " * 100_000),
        visits.check_in(
            TimePoint.DAY_7,
            visits.at(7),
            words=endless,
            effects=(visits.note("Own " * 2000, Severity.MILD),),
        ),
    )
    document = visit_report(visits.of(*check_ins), Wish(words=True), papers.background())
    path = tmp_path / "long.pdf"

    path.write_bytes(to_pdf(document))

    text = pdf.text_of(path)
    assert text.count("word ") >= 100_000 - 1
    assert text.count("Own") == 2000
    assert text.replace(" ", "").count("x") >= 500_000
