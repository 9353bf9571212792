"""A document as HTML: whole, escaped, and in need of nothing else."""

import re
from html.parser import HTMLParser

import pytest

from app.services.documents.html import to_html
from app.services.documents.model import Document
from tests.support import papers

VOID = {"meta", "hr", "br"}


class Reader(HTMLParser):
    """Reads a page strictly: every tag is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Refuse a tag that closes another one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what people read."""
        if self.open and self.open[-1] not in {"style", "title"}:
            self.texts.append(data)

    @property
    def words(self) -> str:
        """Everything people read."""
        return "\n".join(self.texts)


def html(document: Document, *, right_to_left: bool = False) -> str:
    """Return *document* as HTML."""
    return to_html(document, language="pt_BR", right_to_left=right_to_left)


@pytest.mark.parametrize("name", papers.all_documents())
def test_a_page_is_whole_and_needs_nothing_else(name: str) -> None:
    """No script, no picture, no address to fetch, and a browser is told to load nothing."""
    text = html(papers.all_documents()[name])

    read = Reader(text)
    names = {tag for tag, _attributes in read.tags}
    assert not names & {"script", "img", "link", "iframe", "object", "form", "a", "svg"}
    assert not re.search(r"https?:|url\(|@import|javascript:|\son\w+=", text)
    assert "default-src 'none'" in text
    assert '<html lang="pt-BR" dir="ltr">' in text
    assert "<title>Appointment</title>" in text


def test_a_page_says_what_the_document_says() -> None:
    """Head, box, sections, rules with their sources, foot."""
    words = Reader(html(papers.all_documents()["plan"])).words

    for said in (
        "My plan",
        "Infusion 3 of 6",
        "7:30 AM",
        "6 hours before you arrive. From Riverside Clinic.",
        "Week before",
        "General rule, ask your clinic.",
        "not yet reviewed by a clinician",
    ):
        assert said in words


def test_what_was_typed_is_never_markup() -> None:
    """Angle brackets, ampersands and quotes are shown as they were typed."""
    nasty = '<script>alert("x")</script> & "quotes"'
    document = papers.all_documents(papers.infusion(place=nasty, notes=nasty))["plan"]

    text = html(document)

    assert "<script" not in text
    assert nasty in Reader(text).words


def test_a_page_from_right_to_left_says_so() -> None:
    """And each text runs as its own letters want."""
    text = html(papers.hostile()["plan"], right_to_left=True)

    assert 'dir="rtl"' in text
    assert all(
        attributes.get("dir") == "auto"
        for tag, attributes in Reader(text).tags
        if tag in {"h1", "h2", "h3", "small"}
    )


@pytest.mark.parametrize("name", papers.hostile())
def test_nothing_that_was_typed_is_cut_in_a_page(name: str) -> None:
    """5,000 characters, 300 items, emoji, right-to-left: it is well formed all the same."""
    document = papers.hostile()[name]

    words = Reader(html(document)).words

    assert document.lead in words
    if name == "checklist":
        assert all(f"Own item {number} 🧦" in words for number in range(300))
        assert papers.LONG in words


def test_boxes_tell_a_screen_reader_whether_they_are_ticked() -> None:
    """A tick that is only drawn would be lost on some."""
    boxes = [
        attributes
        for _tag, attributes in Reader(html(papers.all_documents()["checklist"])).tags
        if attributes.get("class") == "tick"
    ]

    assert {box["aria-label"] for box in boxes} == {"Done", "Open"}
    assert all(box["role"] == "img" for box in boxes)


def test_a_pocket_page_is_laid_out_for_a_phone() -> None:
    """It knows the width of the screen it is on."""
    text = html(papers.all_documents()["pocket"])

    assert '<body class="pocket">' in text
    assert "width=device-width" in text
