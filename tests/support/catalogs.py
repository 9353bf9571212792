"""The list of texts to translate: written from the source, or checked against it.

Run as ``python -m tests.support.catalogs [--check]`` (``./dev catalogs``).
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "resources" / "locale" / "soft_landing.pot"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def extract(source: Path = ROOT / "app") -> Catalog:
    """Return every text of the screens under *source*, with the comments for translators."""
    catalog = Catalog(project="Soft Landing", domain="soft_landing", charset="utf-8")
    found = extract_from_dir(
        source, keywords=KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True
    )
    for _file, _line, message, comments, context in found:
        catalog.add(message, auto_comments=comments, context=context)
    return catalog


def template(catalog: Catalog) -> bytes:
    """Return the catalog as the text of a .pot file, the same for the same texts."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, no_location=True, omit_header=True, sort_output=True, width=100)
    return buffer.getvalue()


def main(arguments: list[str]) -> int:
    """Write the template, or with ``--check`` only say whether it is current."""
    wanted = template(extract())
    if "--check" not in arguments:
        TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
        TEMPLATE.write_bytes(wanted)
        return 0
    if TEMPLATE.is_file() and TEMPLATE.read_bytes() == wanted:
        return 0
    print("Texts have changed: run ./dev catalogs and commit resources/locale.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
