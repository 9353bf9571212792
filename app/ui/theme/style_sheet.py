"""The one style sheet: a template in the resources, filled from tokens and the text size."""

import re
from typing import Final

from app.assets import resource
from app.ui.theme.tokens import Tokens

_OPEN: Final = r"(\d+)px|\$(\w+)"
"""What is filled in: sizes in pixels, and names with a dollar sign."""


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the style sheet for *tokens*; every pixel in it grows with *scale*."""
    values = {name: getattr(tokens, name) for name in tokens.__struct_fields__}
    values["chevron"] = resource(f"styles/chevron-{tokens.name}.svg").as_posix()

    def filled(found: re.Match[str]) -> str:
        pixels, name = found.groups()
        return f"{round(int(pixels) * scale)}px" if pixels else values[name]

    return re.sub(_OPEN, filled, resource("styles/app.qss").read_text(encoding="utf-8"))
