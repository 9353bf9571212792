"""Two languages nobody speaks, to see what a translator would: made from the source's own texts.

``xx`` has accents, brackets and a third more length; ``xr`` is the same, written from right to
left. Point ``SOFT_LANDING_LOCALE`` at the folder, or give it to ``i18n.install``.
"""

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from app.i18n import DOMAIN
from tests.support.catalogs import extract

PSEUDO = "xx"
PSEUDO_RIGHT_TO_LEFT = "xr"
OPENING, CLOSING = "[", "]"
LONGER = 0.35

_ACCENTED = str.maketrans(
    "aceinouyzACEINOUYZ",
    "áçéíñóúýžÁÇÉÍÑÓÚÝŽ",
)
_PLACEHOLDER = re.compile(r"(\{[^{}]*\}|&(?=\w))")


def pseudo(text: str) -> str:
    """Return *text* with accents, a third longer and in brackets; placeholders stay."""
    parts = _PLACEHOLDER.split(text)
    accented = "".join(p if _PLACEHOLDER.fullmatch(p) else p.translate(_ACCENTED) for p in parts)
    words = _PLACEHOLDER.sub("", text)
    return f"{OPENING}{accented}{_padding(words)}{CLOSING}"


def is_pseudo(text: str) -> bool:
    """Tell whether *text* went through a catalog made here."""
    return text.startswith(OPENING) and text.endswith(CLOSING)


def write_catalogs(folder: Path) -> Path:
    """Write both languages below *folder*, which is returned, ready for ``i18n.install``."""
    catalog = Catalog(locale="en", domain=DOMAIN, charset="utf-8")
    for message in extract():
        if message.id:
            words = message.id
            target = pseudo(words) if isinstance(words, str) else tuple(map(pseudo, words))
            catalog.add(words, target, context=message.context)
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    for code in (PSEUDO, PSEUDO_RIGHT_TO_LEFT):
        target_folder = folder / code / "LC_MESSAGES"
        target_folder.mkdir(parents=True, exist_ok=True)
        (target_folder / f"{DOMAIN}.mo").write_bytes(buffer.getvalue())
    return folder


def _padding(words: str) -> str:
    """Return what makes *words* longer: words where it may wrap, letters where it may not."""
    wanted = max(1, round(len(words) * LONGER))
    filler = " lorem ipsum dolor sit amet" * (wanted // 27 + 1) if " " in words else "~" * wanted
    return filler[:wanted].rstrip() if " " in words else filler
