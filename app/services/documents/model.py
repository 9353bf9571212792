"""What a document is made of: values that know nothing of paper, screens or HTML.

Every text in them is a plain text: whoever writes it somewhere escapes it there.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Final, TypeAlias

from app.domain.records import Part

DOTS: Final = 3
"""How many dots show how strong something was: the words beside them say it too."""


class Tone(Enum):
    """How a paragraph speaks."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"


class Paper(Enum):
    """What it is printed on: a whole sheet, or a page of a quarter that fits a pocket."""

    SHEET = "sheet"
    POCKET = "pocket"


class Paragraph(Part, frozen=True, kw_only=True):
    """Some sentences."""

    text: str
    tone: Tone = Tone.PLAIN


class Point(Part, frozen=True, kw_only=True):
    """One sentence of a list, and quietly beside it whose rule it is."""

    text: str
    note: str = ""


class Points(Part, frozen=True, kw_only=True):
    """A list of sentences."""

    points: tuple[Point, ...]


class Tick(Part, frozen=True, kw_only=True):
    """A box to tick, or ticked already; *note* stands below it."""

    title: str
    is_done: bool = False
    note: str = ""


class Ticks(Part, frozen=True, kw_only=True):
    """Boxes below each other, or beside each other where they are short."""

    ticks: tuple[Tick, ...]
    is_flowing: bool = False


class TimeRow(Part, frozen=True, kw_only=True):
    """A time of day, what is then, and the rule it follows."""

    time: str
    title: str
    note: str = ""


class Times(Part, frozen=True, kw_only=True):
    """The times of a day in their order."""

    rows: tuple[TimeRow, ...]


class Fact(Part, frozen=True, kw_only=True):
    """Something to find at a glance: a number to call, a time. *note* stands below it."""

    label: str
    value: str
    note: str = ""


class Facts(Part, frozen=True, kw_only=True):
    """The one fact that matters most, and others beside it."""

    main: Fact | None
    others: tuple[Fact, ...] = ()


class WriteIn(Part, frozen=True, kw_only=True):
    """Empty lines to write on, behind a label that may be empty."""

    label: str
    lines: int = 1


class Grid(Part, frozen=True, kw_only=True):
    """Rows with a circle to tick in every column. A row without a name is one to write on."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]


class TableCell(Part, frozen=True, kw_only=True):
    """What stands in a table: words, and before them so many of DOTS dots filled; 0: no dots."""

    text: str
    dots: int = 0


class TableRow(Part, frozen=True, kw_only=True):
    """The cells of a row, and what they are about."""

    title: str
    cells: tuple[TableCell, ...]


class Table(Part, frozen=True, kw_only=True):
    """Rows of one cell for each of the columns, whose heads may have a second, smaller line."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


class Scale(Part, frozen=True, kw_only=True):
    """The numbers 0 to 10 to circle, and what both ends mean."""

    label: str
    low: str
    high: str


Block: TypeAlias = Paragraph | Points | Ticks | Times | Facts | WriteIn | Grid | Table | Scale


class Section(Part, frozen=True, kw_only=True):
    """Some blocks under a heading, which may be empty. *is_small*: the heading of a part."""

    title: str
    blocks: tuple[Block, ...]
    is_small: bool = False


class Columns(Part, frozen=True, kw_only=True):
    """Sections beside each other in two columns; not for pocket pages.

    With a title, which stands above both under a line, they want to be on one page.
    """

    first: tuple[Section, ...]
    second: tuple[Section, ...]
    title: str = ""


class Flow(Part, frozen=True, kw_only=True):
    """Sections that go on from the end of one column to the head of the next."""

    sections: tuple[Section, ...]


class Rule(Part, frozen=True, kw_only=True):
    """A line across the page."""


Piece: TypeAlias = Section | Columns | Flow | Rule


class Document(Part, frozen=True, kw_only=True):
    """One document, from its head to its foot.

    ``name`` is for files and ``neutral_title`` for what other programs show of them: neither
    says a word about health. ``corner`` stands at the end of the first line. ``box`` holds
    what matters most.
    """

    name: str
    neutral_title: str
    title: str
    lead: str = ""
    corner: str = ""
    box: tuple[Block, ...] = ()
    body: tuple[Piece, ...] = ()
    foot: tuple[str, ...] = ()
    paper: Paper = Paper.SHEET


def sections(document: Document) -> Iterator[Section]:
    """Yield every section, those in columns too, in reading order."""
    for piece in document.body:
        if isinstance(piece, Section):
            yield piece
        elif isinstance(piece, Flow):
            yield from piece.sections
        elif isinstance(piece, Columns):
            yield from piece.first
            yield from piece.second


def blocks(document: Document) -> Iterator[Block]:
    """Yield every block, those in the box first, in reading order."""
    yield from document.box
    for section in sections(document):
        yield from section.blocks
