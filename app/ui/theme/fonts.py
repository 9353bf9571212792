"""The bundled typeface, and the fonts made from it."""

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from app.assets import resource
from app.ui.theme.tokens import BASE_PX, TYPE, WEIGHT

FAMILIES: Final = ["Atkinson Hyperlegible Next", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial"]
FACES: Final = ("Regular", "Medium", "SemiBold", "Bold")
_STRONG: Final = 600


def register() -> None:
    """Make the bundled faces known to Qt; half a millisecond beyond the first one."""
    for face in FACES:
        path = resource(f"fonts/AtkinsonHyperlegibleNext-{face}.ttf")
        QFontDatabase.addApplicationFont(str(path))


def make_font(
    role: str, points_per_px: float, scale: float, *, strong: bool = False, tabular: bool = False
) -> QFont:
    """Return the font for *role* (see ``TYPE``), with digits of one width where *tabular*."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(BASE_PX * TYPE[role] * scale * points_per_px)
    weight = WEIGHT.get(role, 400)
    font.setWeight(QFont.Weight(max(weight, _STRONG) if strong else weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
