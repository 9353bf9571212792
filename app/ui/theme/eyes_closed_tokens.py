"""The two looks of a session with closed eyes: nearly black, and the card that asks for someone."""

from typing import Final

from msgspec.structs import replace

from app.ui.theme.tokens import DARK, Tokens

NEARLY_BLACK: Final[Tokens] = replace(
    DARK,
    name="nearly_black",
    bg="#050807",
    surface="#0B1110",
    surface_alt="#101716",
    border="#35413E",
    border_strong="#5F6F6A",
    text="#A9B8B2",
    text_muted="#8F9E98",
    primary="#A9B8B2",
    focus="#5F6F6A",
)
"""Nothing is brighter than is needed to be read in a dark room."""

CALLING: Final[Tokens] = replace(
    DARK,
    name="calling",
    bg="#18403A",
    surface="#18403A",
    surface_alt="#18403A",
    border="#CBEAE3",
    border_strong="#CBEAE3",
    text="#FFFFFF",
    text_muted="#E4F2ED",
    primary="#FFFFFF",
    primary_hover="#E4F2ED",
    primary_soft="#24574F",
    on_primary="#12403A",
    on_primary_soft="#FFFFFF",
    focus="#F4CF6B",
)
"""Deep green: white would be a flash to eyes that were closed."""
