"""Logos from outside: harmless pictures pass, and nothing else does."""

import struct

import pytest

from app.storage.pictures import MOST_DEPTH, MOST_PARTS, is_plain_svg, is_png

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'


def png(width: int, height: int) -> bytes:
    """Return how a PNG of that size begins."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def test_a_png_says_so_and_is_not_endless() -> None:
    """At most as large as a screen could ever show."""
    assert is_png(png(1, 4096))
    assert not is_png(png(0, 4))
    assert not is_png(png(4097, 4))
    assert not is_png(b"GIF89a")


@pytest.mark.parametrize(
    "inside",
    [
        '<g fill="url(#a)"><path d="M0 0h9"/><!-- a leaf --></g>',
        '<style>.a { fill: #456 }</style><text class="a">Riverside</text>',
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>',
        '<x:other onload="1" xmlns:x="urn:editor"/>'.replace(' onload="1"', ""),
    ],
)
def test_a_drawing_passes(inside: str) -> None:
    """Shapes, words and colors, and what an editor notes down."""
    assert is_plain_svg(f"{HEAD}{inside}</svg>".encode())


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<image x:href="https://example.org/a.png"/>',
        '<a x:href="https://example.org"><rect/></a>',
        '<use x:href="#a"/>',
        '<path x:href="file:///etc/passwd"/>',
        '<rect fill="url(https://example.org/a)"/>',
        "<style>@import 'https://example.org/a.css'</style>",
        '<rect stroke-dasharray="0.00001"/>',
        '<rect style="stroke-dasharray: 0.00001"/>',
        "<style>.a { stroke-dasharray: 0.00001 }</style>",
        "<style>.a { stroke-d\\61 sharray: 0.00001 }</style>",
        "<style>.a { } <title>x</title>@import 'a.css'</style>",
        "<foreignObject/>",
        "<animate/>",
        "<g>" * MOST_DEPTH + "</g>" * MOST_DEPTH,
        "<g/>" * MOST_PARTS,
        "<g>",
    ],
)
def test_what_runs_fetches_or_repeats_is_refused(inside: str) -> None:
    """A logo does none of that."""
    assert not is_plain_svg(f"{HEAD}{inside}</svg>".encode())


def test_no_text_grows_by_names_for_other_texts() -> None:
    """The oldest bomb of all; a plain DOCTYPE is harmless, and drawing programs write it."""
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

    assert not is_plain_svg(f"{bomb}{HEAD}<text>&b;</text></svg>".encode())
    assert is_plain_svg(f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "">{HEAD}</svg>'.encode())


@pytest.mark.parametrize(
    "order", ['<?xml-stylesheet type="text/css" href="/etc/passwd"?>', "<?php x?>"]
)
def test_no_order_to_the_reader_passes(order: str) -> None:
    """Qt would open the style sheet that one of them names."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'

    assert not is_plain_svg(f"{head}{order}{HEAD}</svg>".encode())
    assert not is_plain_svg(f"{HEAD}{order}</svg>".encode())
    assert is_plain_svg(f"{head}{HEAD}</svg>".encode())


def test_other_files_are_no_drawings() -> None:
    """Whatever they are called."""
    assert not is_plain_svg(b"\xff\xfe")
    assert not is_plain_svg(b"<html/>")
    assert not is_plain_svg(b"")
