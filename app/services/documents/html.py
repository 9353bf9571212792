"""A document as one HTML file that needs nothing else: no script, no picture, no network."""

from html import escape
from typing import Final

from app import NAME
from app.i18n import _
from app.services.documents.html_style import STYLE
from app.services.documents.model import (
    DOTS,
    Block,
    Columns,
    Document,
    Fact,
    Facts,
    Flow,
    Grid,
    Paper,
    Paragraph,
    Piece,
    Points,
    Rule,
    Scale,
    Section,
    Table,
    TableCell,
    TableRow,
    Tick,
    Ticks,
    Times,
    Tone,
    WriteIn,
)

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""Told to the browser: load nothing, run nothing."""


def to_html(document: Document, *, language: str, right_to_left: bool) -> str:
    """Return *document* as the text of an HTML file, to be written as UTF-8."""
    direction = "rtl" if right_to_left else "ltr"
    head = [
        f'<html lang="{escape(language.replace("_", "-"))}" dir="{direction}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f"<title>{escape(document.neutral_title)}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
    ]
    kind = "pocket" if document.paper is Paper.POCKET else "sheet"
    parts = ["<!DOCTYPE html>", *head, f'<body class="{kind}">', "<main>", _header(document)]
    if document.box:
        parts.append(f'<div class="box">{_blocks(document.box)}</div>')
    parts += [_piece(piece) for piece in document.body]
    parts += ["</main>", _foot(document), "</body>", "</html>", ""]
    return "\n".join(parts)


def _header(document: Document) -> str:
    first = (
        f'<p class="first"><span class="brand">{NAME}</span>{_text("span", document.corner)}</p>'
    )
    lead = _text("p", document.lead, "lead") if document.lead else ""
    return f"<header>{first}{_text('h1', document.title)}{lead}</header>"


def _foot(document: Document) -> str:
    return f"<footer>{''.join(_text('p', line) for line in document.foot)}</footer>"


def _piece(piece: Piece) -> str:
    match piece:
        case Rule():
            return "<hr>"
        case Columns():
            first = "".join(map(_section, piece.first))
            second = "".join(map(_section, piece.second))
            title = "<hr>" + _text("h2", piece.title) if piece.title else ""
            return f'{title}<div class="columns"><div>{first}</div><div>{second}</div></div>'
        case Flow():
            return f'<div class="flow">{"".join(map(_section, piece.sections))}</div>'
        case _:
            return _section(piece)


def _section(section: Section) -> str:
    heading = "h3" if section.is_small else "h2"
    title = _text(heading, section.title) if section.title else ""
    return f"<section>{title}{_blocks(section.blocks)}</section>"


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _text("p", block.text, "" if block.tone is Tone.PLAIN else block.tone.value)
        case Points():
            return _points(block)
        case Ticks():
            return _ticks(block)
        case Times():
            return _times(block)
        case Facts():
            return _facts(block)
        case WriteIn():
            label = _text("p", block.label) if block.label else ""
            return label + '<div class="line"></div>' * block.lines
        case Grid() | Table():
            return _grid(block) if isinstance(block, Grid) else _table(block)
        case _:
            return _scale(block)


def _points(block: Points) -> str:
    items = (f"<li>{_text('span', one.text)}{_quiet(one.note, ' ')}</li>" for one in block.points)
    return f"<ul>{''.join(items)}</ul>"


def _ticks(block: Ticks) -> str:
    kind = "ticks flowing" if block.is_flowing else "ticks"
    return f'<ul class="{kind}">{"".join(map(_tick, block.ticks))}</ul>'


def _tick(tick: Tick) -> str:
    """Return a box that is only drawn; a screen reader hears what it says, and then the words."""
    of_kind, state, sign = (
        (' class="done"', _("Done"), "✓") if tick.is_done else ("", _("Open"), "")
    )
    box = f'<span class="tick" role="img" aria-label="{escape(state)}">{sign}</span>'
    words = f"<div>{_text('span', tick.title)}{_quiet(tick.note, '<br>')}</div>"
    return f"<li{of_kind}>{box}{words}</li>"


def _times(block: Times) -> str:
    rows = (
        f"<tr>{_text('td', row.time, 'time')}{_text('th', row.title)}{_text('td', row.note)}</tr>"
        for row in block.rows
    )
    return f'<table class="times">{"".join(rows)}</table>'


def _facts(block: Facts) -> str:
    main = f'<div class="main">{_fact(block.main)}</div>' if block.main is not None else ""
    others = "".join(f"<div>{_fact(fact)}</div>" for fact in block.others)
    return f'<div class="facts">{main}<div class="others">{others}</div></div>'


def _fact(fact: Fact) -> str:
    note = _text("p", fact.note, "quiet") if fact.note else ""
    return f"{_text('p', fact.label, 'label')}{_text('p', fact.value, 'value')}{note}"


def _grid(block: Grid) -> str:
    head = "".join(_text("th", column) for column in block.columns)
    circles = '<td><span class="circle"></span></td>' * len(block.columns)
    rows = "".join(f"<tr>{_text('th', row)}{circles}</tr>" for row in block.rows)
    return f'<table class="grid"><tr><td></td>{head}</tr>{rows}</table>'


def _table(block: Table) -> str:
    head = "".join(_head(column) for column in block.columns)
    rows = "".join(_table_row(row, block.columns) for row in block.rows)
    top = f"<thead><tr><td></td>{head}</tr></thead>"
    return f'<table class="values">{top}<tbody>{rows}</tbody></table>'


def _head(column: str) -> str:
    return f'<th scope="col" dir="auto">{escape(column)}</th>'


def _table_row(row: TableRow, columns: tuple[str, ...]) -> str:
    """Return a row; where there is little room, each cell says by itself what it is about."""
    pairs = zip(columns, row.cells, strict=True)
    cells = "".join(_table_cell(cell, " ".join(column.split())) for column, cell in pairs)
    return f'<tr><th scope="row" dir="auto">{escape(row.title)}</th>{cells}</tr>'


def _table_cell(cell: TableCell, column: str) -> str:
    """Return a cell; a screen reader hears the words and not the dots."""
    signs = "●" * cell.dots + "○" * (DOTS - cell.dots)
    dots = f'<span class="dots" aria-hidden="true">{signs}</span> ' if cell.dots else ""
    return f'<td data-column="{escape(column)}">{dots}{_text("span", cell.text)}</td>'


def _scale(block: Scale) -> str:
    numbers = "".join(f"<span>{number}</span>" for number in range(11))
    ends = f'<div class="ends">{_text("span", block.low)}{_text("span", block.high)}</div>'
    return (
        f'<div class="scale">{_text("p", block.label)}'
        f'<div><div class="numbers">{numbers}</div>{ends}</div></div>'
    )


def _quiet(text: str, before: str) -> str:
    return f"{before}{_text('small', text)}" if text else ""


def _text(tag: str, text: str, kind: str = "") -> str:
    """Return *text* in *tag*, escaped; it runs as its own letters want."""
    of_kind = f' class="{kind}"' if kind else ""
    return f'<{tag}{of_kind} dir="auto">{escape(text)}</{tag}>'
