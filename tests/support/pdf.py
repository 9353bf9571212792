"""What is really in a PDF, as somebody else's tools find it."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import to_builtins
from PySide6.QtGui import QImage

from app.domain.records import Part
from app.services.documents.model import Document

_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WITHOUT_A_GLYPH = re.compile("[\U0001f000-\U0001ffff\u200d]")
"""Emoji: whether there is a typeface for them is the computer's matter."""

_UNSEEN = {"name", "neutral_title", "type", "tone", "paper"}


class Word(NamedTuple):
    """One word on a page of so many points, and where it stands."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    width: float
    height: float


def words_in(path: Path) -> list[list[Word]]:
    """Return the words of each page of a PDF."""
    said = _run("pdftotext", "-bbox", path, "-")
    pages = []
    for width, height, inside in _PAGE.findall(said):
        size = (float(width), float(height))
        pages.append([_word(found, size) for found in _WORD.findall(inside)])
    return pages


def text_of(path: Path) -> str:
    """Return all that a PDF says, in one line."""
    return plain(_run("pdftotext", path, "-"))


def rendered(path: Path) -> list[QImage]:
    """Return a picture of each page, 72 dots to the inch."""
    _run("pdftoppm", "-r", "72", "-png", path, path.with_suffix(""))
    pictures = sorted(path.parent.glob(f"{path.stem}-*.png"))
    return [QImage(str(picture)) for picture in pictures]


def about(path: Path) -> dict[str, str]:
    """Return what a viewer shows of a PDF."""
    lines = (line.partition(":") for line in _run("pdfinfo", path).splitlines())
    return {key.strip(): value.strip() for key, _colon, value in lines}


def typefaces(path: Path) -> list[list[str]]:
    """Return a row for each typeface that is used: its name, and whether it is embedded."""
    return [line.split() for line in _run("pdffonts", path).splitlines()[2:]]


def missing(document: Document, path: Path) -> Counter[str]:
    """Return the words of *document* that a PDF does not hold, as often as they are missing."""
    wanted = Counter(plain(" ".join(texts_of(document))).split())
    return wanted - Counter(text_of(path).split())


def plain(text: str) -> str:
    """Return *text* in one line, without signs that nobody sees."""
    return " ".join(_WITHOUT_A_GLYPH.sub("", _MARKS.sub(" ", text)).split())


def texts_of(part: Part) -> Iterator[str]:
    """Yield every text in a document or a part of one that people read."""
    yield from _texts(to_builtins(part))


def _word(found: tuple[str, ...], size: tuple[float, float]) -> Word:
    left, top, right, bottom = map(float, found[:4])
    return Word(found[4], left, top, right, bottom, *size)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in _UNSEEN:
                yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _run(*command: str | Path) -> str:
    done = subprocess.run([str(one) for one in command], check=True, capture_output=True)
    return done.stdout.decode("utf-8")
