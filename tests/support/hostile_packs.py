"""Packs made to hurt whoever reads them, and a sentence that the check has for each.

``python -m tests.support.hostile_packs`` prints how long each takes.
"""

import os
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from app.services.clinic_check import check_pack
from app.services.content import Content
from tests.support import packs
from tests.unit.storage.test_pictures import HEAD, png

TODAY: Final = date(2026, 11, 29)
ITEMS: Final = tuple(item.id for item in Content().general_checklist)
GOOD: Final = b"name: R\nauthor: L\nversion: 1\ndate: 2026-11-01\nexpires: 2027-11-01\n"

_QUOTES: Final = "The signs & and * have a meaning here. Put the text in quotes."
_TEXT: Final = "It should be text of at most 120 characters, on one line, without links."
_LINK: Final = f"There is a link or markup in it. {_TEXT}"
_SVG: Final = "should be a plain drawing: no scripts, links, pictures, movement or copies of parts."
_PNG: Final = "should be a PNG of at most 4096 pixels to a side."
_NO_FILE: Final = "What stands there is no file, but a folder or something else."
_GROUP: Final = "It should be a group of lines further in"


class Hostile(NamedTuple):
    """How a pack is put into a folder, and what the check says of it."""

    put: Callable[[Path], None]
    says: str


def _bytes(data: bytes, says: str) -> Hostile:
    return Hostile(lambda folder: _write(folder, data), says)


def _said(says: str, **said: object) -> Hostile:
    return Hostile(lambda folder: _pack(folder, **said), says)


def _logo(name: str, data: bytes, says: str) -> Hostile:
    def put(folder: Path) -> None:
        packs.write(folder, logo=name)
        (folder / name).write_bytes(data)

    return Hostile(put, says)


def _svg(inside: str, before: str = "") -> Hostile:
    return _logo("clinic-logo.svg", f"{before}{HEAD}{inside}</svg>".encode(), _SVG)


def _write(folder: Path, data: bytes) -> None:
    (folder / "clinic.yaml").write_bytes(data)


def _pack(folder: Path, **said: object) -> None:
    packs.write(folder, **said)


def _fifo(folder: Path) -> None:
    os.mkfifo(folder / "clinic.yaml")


def _folder(folder: Path) -> None:
    (folder / "clinic.yaml").mkdir()


def _loop(folder: Path) -> None:
    (folder / "clinic.yaml").symlink_to(folder / "other.yaml")
    (folder / "other.yaml").symlink_to(folder / "clinic.yaml")


_ITEM: Final = {"id": "one", "title": "x", "stage": "after"}

PACKS: Final[Mapping[str, Hostile]] = {
    "alias bomb": _bytes(
        b"a0: &a0 [x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b"*a%d," % (n - 1) * 9) for n in range(1, 10)),
        _QUOTES,
    ),
    "merge bomb": _bytes(GOOD + b"<<: {}\n", "The sign << has a meaning here."),
    "tag": _bytes(GOOD + b"a: !!python/object/apply:os.system [x]\n", "The sign ! has a meaning"),
    "brackets": _bytes(b"a: " + b"[" * 200_000, "The lines are indented too deep."),
    "deep lines": _bytes(
        b"".join(b" " * depth + b"a:\n" for depth in range(600)), "The lines are indented too deep."
    ),
    "10 MB": _bytes(GOOD + b"# " + b"x" * 10_000_000, "The file is too big. A pack has at most"),
    "a value of a pack's size": _bytes(GOOD + b"address: " + b"x" * 250_000, "at most 600"),
    "a key of a pack's size": _bytes(
        b"x" * 250_000 + b": 1", "There should be a name, a colon and a value."
    ),
    "many unknown names": _bytes(
        GOOD + b"".join(b"k%d: 1\n" % n for n in range(25_000)), "It does not know 24990 more names"
    ),
    "60,000 languages": _bytes(
        GOOD + b"languages: [" + b'"",' * 60_000 + b"]", "It should be a list of at most 20 items"
    ),
    "60,000 lists": _bytes(
        GOOD + b"rules:\n" + b"- []\n" * 50_000, "It should be a list of at most 14 items"
    ),
    "5,000 items": _said(
        "It should be a list of at most 40 items",
        checklist={"add": [{**_ITEM, "id": f"i{n}"} for n in range(5_000)]},
    ),
    "5,000 items to hide": _said(
        "It should be a list of at most 60 items", checklist={"hide": ["eye_mask"] * 5_000}
    ),
    "wrong types everywhere": _said(
        _GROUP,
        name=[1],
        author={"a": 1},
        version="one",
        date=3,
        expires=True,
        logo=[[]],
        phones="soon",
        address=1.5,
        languages={"a": []},
        rules=["food", 1, [], {"id": {}}],
        checklist=[1],
        check_ins=[[]],
        questionnaires=[True],
        after_care=[{}],
        crisis_lines=3,
    ),
    "numbers beyond any": _said("It should be a whole number from 1", version=10**17),
    "link": _said(_LINK, name="https://example.org"),
    "markup": _said(_LINK, author="<a href=x>Lee</a>"),
    "mail": _said(_LINK, author="mailto:lee"),
    "Markdown": _said(_LINK, author="[Lee](x)"),
    "bidi": _said("There are hidden signs in it.", author="Dr. \u202eeeL"),
    "hidden join": _said("There are hidden signs in it.", author="Dr.\u2060 Lee"),
    "terminal": _said("There are hidden signs in it.", author="Dr. \x1b[2J Lee"),
    "names that turn around": _said("The program does not know \ufffda.", **{"\u202ea": 1}),
    "NUL": _bytes(GOOD + b"address: a\0b\n", "The file holds signs that are not text."),
    "UTF-16": _bytes(GOOD.decode().encode("utf-16"), "The file is not plain UTF-8 text."),
    "half a letter": _bytes(GOOD + b"address: \xe2\x82\n", "The file is not plain UTF-8 text."),
    "SVG with a script": _svg("<script>alert(1)</script>"),
    "SVG that listens": _svg('<rect onload="alert(1)"/>'),
    "SVG with entities": _svg(
        "<text>&b;</text>", '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    ),
    "SVG of copies": _svg(
        "".join(f'<g id="a{n}">' + f'<use x:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    ),
    "SVG with another file": _svg('<image x:href="file:///etc/passwd"/>'),
    "SVG that fetches": _svg('<rect fill="url(https://example.org/a)"/>'),
    "SVG without an end": _svg("<g>" * 70_000 + "</g>" * 70_000),
    "SVG of 60,000 parts": _svg("<g/>" * 60_000),
    "SVG of endless dashes": _svg('<path stroke-dasharray="0.00001"/>'),
    "SVG of 2 MB": _logo("clinic-logo.svg", b"x" * 2_000_000, "is too big. A logo has at most"),
    "PNG of 100,000 to a side": _logo("clinic-logo.png", png(100_000, 100_000), _PNG),
    "PNG that is none": _logo("clinic-logo.png", b"MZ" * 100, _PNG),
    "pipe": Hostile(_fifo, _NO_FILE),
    "folder": Hostile(_folder, _NO_FILE),
    "circle of links": Hostile(_loop, _NO_FILE),
}


def main() -> None:
    """Check each, and print its seconds and the first sentence."""
    for name, hostile in PACKS.items():
        with tempfile.TemporaryDirectory() as folder:
            hostile.put(Path(folder))
            began = time.perf_counter()
            checked = check_pack(Path(folder) / "clinic.yaml", ITEMS, TODAY)
            seconds = time.perf_counter() - began
        print(f"{seconds:6.3f} s  {name:26} {len(checked.found):3}  {checked.found[0].sentence}")


if __name__ == "__main__":
    main()
