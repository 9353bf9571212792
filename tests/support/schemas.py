"""The JSON Schemas of the files: written from the types, or checked against them.

Run as ``python -m tests.support.schemas [--check]`` (``./dev schemas``). They ship with the program
for whoever wants an editor to know the files, or reads them with a program of their own.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any, Final

from msgspec.json import schema_components

from app.storage.clinic_files import CLINIC
from app.storage.layouts import (
    CALM,
    CHECKLIST,
    CONSULTATION,
    HISTORY,
    INFUSION,
    JOURNAL,
    PROFILE,
    RUNNING,
    SETTINGS,
    Layout,
)
from app.storage.migrations import current

FOLDER: Final = Path(__file__).parents[2] / "resources" / "schemas"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
LAYOUTS: Final[tuple[Layout[Any], ...]] = (
    PROFILE,
    SETTINGS,
    CHECKLIST,
    CLINIC,
    CONSULTATION,
    CALM,
    INFUSION,
    JOURNAL,
    HISTORY,
    RUNNING,
)

OFFSET: Final = r"T.+(Z|[+-][0-9]{2}:[0-9]{2})$"
"""What ``format`` does not say: a moment always names its distance from UTC."""


def schema_for(layout: Layout[Any]) -> dict[str, Any]:
    """Return the JSON Schema of the files of *layout*. Keys it does not name are allowed."""
    (root,), components = schema_components([layout.value_type], ref_template="#/$defs/{name}")
    name = root["$ref"].rpartition("/")[2]
    parts = {key: _tidied(part) for key, part in sorted(components.items())}
    whole = parts.pop(name)
    number = {
        "description": "The version of the file format. It is this one if it is left out.",
        "const": current(layout.kind),
    }
    return {
        "$schema": DIALECT,
        "title": f"Soft Landing: {layout.title}",
        "description": whole["description"],
        "type": "object",
        "properties": {"schema": number, **whole["properties"]},
        "required": whole["required"],
        "additionalProperties": True,
        **({"$defs": parts} if parts else {}),
    }


def text_of(layout: Layout[Any]) -> str:
    """Return the file of that schema."""
    return json.dumps(schema_for(layout), indent=2, ensure_ascii=False) + "\n"


def _tidied(part: Any) -> Any:
    """Return *part* for people who do not know our source, and as strict as the reader is."""
    if isinstance(part, list):
        return [_tidied(one) for one in part]
    if not isinstance(part, dict):
        return part
    tidy = {key: _tidied(value) for key, value in part.items()}
    if isinstance(tidy.get("description"), str):
        words = tidy["description"].partition("\n\n")[0].replace("``", "")
        tidy["description"] = re.sub(r"\s+", " ", words)
    if tidy.get("format") == "date-time":
        tidy["pattern"] = OFFSET
    if tidy.get("type") == "object":
        tidy["additionalProperties"] = True
    return tidy


def main(arguments: list[str]) -> int:
    """Write the schemas, or with ``--check`` only say whether they are current."""
    wanted = {FOLDER / f"{layout.kind}.json": text_of(layout) for layout in LAYOUTS}
    if "--check" in arguments:
        found = {path: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
        if found == wanted:
            return 0
        print(
            "The types of the files have changed: run ./dev schemas and commit resources/schemas."
        )
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in set(FOLDER.glob("*.json")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
