"""Pictures from outside: whether one is what it claims to be, and can do no harm when drawn."""

import re
from typing import Final
from xml.etree import ElementTree as ET

MOST_PIXELS: Final = 4096
"""To each side of a PNG."""

MOST_PARTS: Final = 5_000
MOST_DEPTH: Final = 40

_PNG: Final = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{4})(.{4})", re.DOTALL)
_SVG: Final = "{http://www.w3.org/2000/svg}"
_DRAWN: Final = frozenset(
    {
        *("svg", "g", "defs", "title", "desc", "metadata", "style", "clipPath"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop"),
    }
)
"""What a logo is made of. Left out is what runs, moves, fetches, or repeats without an end."""

_FETCHES: Final = re.compile(r"(?i)@import|url\(\s*[\"']?(?!#)|javascript:|expression\(")
_HARMS_IN_STYLE: Final = re.compile(rf"{_FETCHES.pattern}|dasharray|\\")
"""A backslash writes any of the words before it in another way."""

_BEFORE_IT_IS_READ: Final = re.compile(r"(?i)<!ENTITY|<!DOCTYPE[^>]*\[|<\?(?!xml\s)")
"""Texts that stand for others, and orders to whoever reads it: Qt opens the style sheet of one."""


def is_png(data: bytes) -> bool:
    """Tell whether *data* begins as a PNG of a size that can be shown."""
    head = _PNG.match(data)
    if head is None:
        return False
    return all(0 < int.from_bytes(side, "big") <= MOST_PIXELS for side in head.groups())


def is_plain_svg(data: bytes) -> bool:
    """Tell whether *data* is a drawing without scripts, links, movement and repetition."""
    try:
        text = data.decode("utf-8-sig")
        if _BEFORE_IT_IS_READ.search(text):
            return False
        root = ET.fromstring(text)  # noqa: S314 -- nothing in it can grow
    except (UnicodeDecodeError, ET.ParseError, ValueError):
        return False
    if root.tag != f"{_SVG}svg":
        return False
    parts = 0
    waiting = [(root, 1)]
    while waiting:
        part, depth = waiting.pop()
        parts += 1
        if parts > MOST_PARTS or depth > MOST_DEPTH or not _is_plain(part):
            return False
        waiting.extend((child, depth + 1) for child in part)
    return True


def _is_plain(part: ET.Element) -> bool:
    name = part.tag
    if name.startswith(_SVG) and name.removeprefix(_SVG) not in _DRAWN:
        return False
    if name == f"{_SVG}style" and _HARMS_IN_STYLE.search("".join(part.itertext())):
        return False
    return all(_is_plain_attribute(key, value) for key, value in part.attrib.items())


def _is_plain_attribute(key: str, value: str) -> bool:
    name = key.rpartition("}")[2].lower()
    if name.startswith("on") or name == "stroke-dasharray" or "dasharray" in value:
        return False
    if name in {"href", "src"} and not value.startswith("#"):
        return False
    return _FETCHES.search(value) is None
