"""The three sets of colors and the sizes; the one place where either is decided.

Pairs that carry text reach a contrast of 7:1, and 6.2:1 on the breath disc; lines that carry
meaning reach 3:1. ``tests/architecture/test_contrast.py`` keeps it so.
"""

from typing import Final, NamedTuple

from msgspec import Struct


class Space:
    """Distances in pixels at 100 % text; pass them through ``Theme.px``."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 24
    XXL: Final = 32


class Radius:
    """Corners in pixels at 100 % text."""

    CONTROL: Final = 8
    ROW: Final = 12
    CARD: Final = 18


TARGET: Final = 48
"""The smallest side of anything that can be hit, in pixels at 100 % text."""

TEXT_COLUMN: Final = 590
"""The longest line of prose, in pixels at 100 % text: 65 to 70 characters."""

BASE_PX: Final = 13 * 96 / 72
"""The size of body text at 100 %: 13 points on a screen of 96 dots per inch."""

TYPE: Final = {
    "caption": 0.875,
    "body": 1.0,
    "lead": 1.125,
    "h3": 1.25,
    "h2": 1.5,
    "h1": 1.875,
    "question": 2.6,
    "aside": 1.375,
    "timer": 3.5,
    "call": 5.85,
}
"""Sizes of text by role, as shares of the body size."""

WEIGHT: Final = {"h3": 600, "h2": 600, "h1": 700, "question": 700, "timer": 500, "call": 700}
"""Weights of text by role; roles not named are regular, and semibold where strong."""


class Pair(NamedTuple):
    """A fill and the color of the text on it."""

    fill: str
    text: str


class Tokens(Struct, frozen=True, kw_only=True):
    """One set of colors, as ``#RRGGBB``."""

    name: str
    bg: str
    surface: str
    surface_alt: str
    sidebar: str
    border: str
    border_strong: str
    scroll_bar: str
    text: str
    text_muted: str
    primary: str
    primary_hover: str
    primary_soft: str
    on_primary: str
    on_primary_soft: str
    accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    focus: str
    grid: str
    breath_in: str
    breath_out: str
    on_breath: str
    chart: tuple[str, str, str]
    severity: tuple[Pair, Pair, Pair]
    is_dark: bool


LIGHT: Final = Tokens(
    name="light",
    bg="#F6F4EE",
    surface="#FFFFFF",
    surface_alt="#ECEFEA",
    sidebar="#EDF1EC",
    border="#D5D8CF",
    border_strong="#6F7F7A",
    scroll_bar="#9AA8A3",
    text="#1F2D2B",
    text_muted="#3F4E49",
    primary="#1F5851",
    primary_hover="#18463F",
    primary_soft="#DDECE6",
    on_primary="#FFFFFF",
    on_primary_soft="#12403A",
    accent="#45528A",
    accent_soft="#E3E6F3",
    good="#235436",
    good_soft="#DDEEDF",
    warn="#6B4300",
    warn_soft="#FBEBCB",
    danger="#85211E",
    danger_soft="#F9E1DD",
    focus="#1A4FA3",
    grid="#DDE0D8",
    breath_in="#8CC4B8",
    breath_out="#A9B7DF",
    on_breath="#1F2D2B",
    chart=("#2B7A70", "#5A67A6", "#A3602B"),
    severity=(
        Pair("#DDECE6", "#12403A"),
        Pair("#8FBFB1", "#0C2E29"),
        Pair("#1F5851", "#FFFFFF"),
    ),
    is_dark=False,
)

DARK: Final = Tokens(
    name="dark",
    bg="#141A1B",
    surface="#1D2526",
    surface_alt="#263132",
    sidebar="#182021",
    border="#354243",
    border_strong="#82938F",
    scroll_bar="#5C6C69",
    text="#E4EAE6",
    text_muted="#BAC8C3",
    primary="#86CBBE",
    primary_hover="#9BD8CC",
    primary_soft="#1F3A36",
    on_primary="#0C2522",
    on_primary_soft="#CBEAE3",
    accent="#B1BCE8",
    accent_soft="#2C3350",
    good="#9BD6A9",
    good_soft="#203A28",
    warn="#EBC271",
    warn_soft="#3E3113",
    danger="#F3ACA4",
    danger_soft="#47231F",
    focus="#F4CF6B",
    grid="#313D3E",
    breath_in="#2C5C55",
    breath_out="#3B4770",
    on_breath="#E4EAE6",
    chart=("#79C6B8", "#A9B6EC", "#E0A878"),
    severity=(
        Pair("#1F3A36", "#CBEAE3"),
        Pair("#315E57", "#FFFFFF"),
        Pair("#86CBBE", "#0C2522"),
    ),
    is_dark=True,
)

CONTRAST: Final = Tokens(
    name="contrast",
    bg="#000000",
    surface="#000000",
    surface_alt="#000000",
    sidebar="#000000",
    border="#FFFFFF",
    border_strong="#FFFFFF",
    scroll_bar="#FFFFFF",
    text="#FFFFFF",
    text_muted="#FFFFFF",
    primary="#FFE97A",
    primary_hover="#FFF3B5",
    primary_soft="#3A3200",
    on_primary="#000000",
    on_primary_soft="#FFF3B5",
    accent="#C9D2FF",
    accent_soft="#10142E",
    good="#8CF5A4",
    good_soft="#06240D",
    warn="#FFD25E",
    warn_soft="#2B1F00",
    danger="#FFB3AB",
    danger_soft="#33100C",
    focus="#00E5FF",
    grid="#6E6E6E",
    breath_in="#3A3200",
    breath_out="#10142E",
    on_breath="#FFFFFF",
    chart=("#FFE97A", "#C9D2FF", "#FFB3AB"),
    severity=(
        Pair("#000000", "#FFFFFF"),
        Pair("#5E5312", "#FFFFFF"),
        Pair("#FFE97A", "#000000"),
    ),
    is_dark=True,
)
