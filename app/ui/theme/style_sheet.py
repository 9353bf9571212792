"""The one style sheet: a template in the resources, filled from tokens and the text size."""

import re
from string import Template

from app.assets import resource
from app.ui.theme.tokens import Tokens

_SIZE = re.compile(r"(\d+)px")


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the style sheet for *tokens*; every pixel in it grows with *scale*."""
    template = resource("styles/app.qss").read_text(encoding="utf-8")
    grown = _SIZE.sub(lambda size: f"{round(int(size[1]) * scale)}px", template)
    chevron = resource(f"styles/chevron-{tokens.name}.svg").as_posix()
    colors = {name: getattr(tokens, name) for name in tokens.__struct_fields__}
    return Template(grown).substitute(colors, chevron=chevron)
