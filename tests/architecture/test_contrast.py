"""Every pair of colors that meets on the screen can be told apart."""

import pytest

from app.ui.theme.eyes_closed_tokens import CALLING, NEARLY_BLACK
from app.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens

TEXT = 7.0
ON_DISC = 6.2
CONTROL = 3.0
ON_CLOSED = 6.5

TEXT_PAIRS = [
    *[("text", ground) for ground in ("bg", "surface", "surface_alt", "sidebar")],
    *[("text", ground) for ground in ("primary_soft", "accent_soft", "warn_soft", "good_soft")],
    *[("text", "danger_soft")],
    *[("text_muted", ground) for ground in ("bg", "surface", "surface_alt", "sidebar")],
    *[("text_muted", ground) for ground in ("primary_soft", "accent_soft")],
    *[("primary", ground) for ground in ("bg", "surface")],
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("primary_hover", "bg"),
    ("primary_hover", "surface"),
    *[("on_primary_soft", ground) for ground in ("primary_soft", "accent_soft", "sidebar")],
    *[("good", ground) for ground in ("surface", "good_soft")],
    *[("warn", ground) for ground in ("surface", "warn_soft")],
    *[("danger", ground) for ground in ("surface", "bg", "danger_soft")],
]
CONTROL_PAIRS = [
    *[("border_strong", ground) for ground in ("bg", "surface", "sidebar")],
    *[("focus", ground) for ground in ("bg", "surface", "sidebar", "primary_soft", "accent_soft")],
    *[("primary", ground) for ground in ("bg", "surface", "sidebar", "primary_soft")],
    *[("accent", ground) for ground in ("surface", "accent_soft")],
]


def luminance(color: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` as WCAG 2 defines it."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(tokens: Tokens, pairs: list[tuple[str, str]], least: float) -> list[str]:
    """Return the pairs of *tokens* whose contrast is below *least*."""
    measured = {pair: contrast(*(getattr(tokens, name) for name in pair)) for pair in pairs}
    return [f"{pair} {value:.2f}" for pair, value in measured.items() if value < least]


every_look = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, CONTRAST], ids=lambda tokens: tokens.name
)


@every_look
def test_text_can_be_read_wherever_it_stands(tokens: Tokens) -> None:
    """Blurred eyes need 7 to 1."""
    assert not too_faint(tokens, TEXT_PAIRS, TEXT)


@every_look
def test_the_word_on_the_breath_disc_can_be_read(tokens: Tokens) -> None:
    """The disc drifts between two colors; the word is read on both."""
    pairs = [("on_breath", "breath_in"), ("on_breath", "breath_out")]

    assert not too_faint(tokens, pairs, ON_DISC)


@every_look
def test_lines_that_carry_meaning_can_be_seen(tokens: Tokens) -> None:
    """A box, a ring and a marked entry are told from what is around them."""
    assert not too_faint(tokens, CONTROL_PAIRS, CONTROL)
    assert all(contrast(color, tokens.surface) >= CONTROL for color in tokens.chart)


@every_look
def test_each_severity_can_be_read(tokens: Tokens) -> None:
    """Mild, moderate and severe are read in their own color, and have dots besides."""
    assert all(contrast(pair.fill, pair.text) >= TEXT for pair in tokens.severity)


def test_the_card_that_asks_for_someone_can_be_read_across_a_room() -> None:
    """Words, keys and the frames of keys."""
    words = [("text", "bg"), ("text_muted", "bg"), ("text", "surface"), ("on_primary", "primary")]

    assert not too_faint(CALLING, [*words, ("on_primary_soft", "primary_soft")], TEXT)
    assert not too_faint(CALLING, [("border_strong", "bg"), ("focus", "bg")], CONTROL)


def test_a_dark_screen_can_be_read_and_is_no_brighter_than_that() -> None:
    """Eyes that open in a dark room are not blinded: nothing on it is brighter than its words."""
    words = [("text", "bg"), ("text", "surface"), ("text_muted", "bg"), ("text_muted", "surface")]
    brightest = luminance(NEARLY_BLACK.text)

    assert not too_faint(NEARLY_BLACK, words, ON_CLOSED)
    assert brightest < 0.5
    for name in ("bg", "surface", "border", "border_strong", "text_muted", "primary", "focus"):
        assert luminance(getattr(NEARLY_BLACK, name)) <= brightest
