"""The look in use: one object that every widget is handed, and one call that changes it all."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from app.domain.preferences import Look, ThemeName
from app.ui.theme import fonts
from app.ui.theme.icons import render
from app.ui.theme.palette import palette
from app.ui.theme.rescale import rescale_windows
from app.ui.theme.style_sheet import style_sheet
from app.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_NAMED: Final = {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK, ThemeName.CONTRAST: CONTRAST}
_STANDARD_DPI: Final = 96.0

STYLE: Final = ("-style", "fusion")
"""Qt's style below our own, as arguments of QApplication.

``setStyle`` would build another one first, and hand back a Python object with hundreds of names.
"""


class Theme(QObject):
    """Colors, sizes, fonts and icons; tells by ``changed`` when they have become others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self.scale = 1.0
        self.reduced_motion = False
        self._look: Look | None = None
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}
        self.points_per_px = 72 / _STANDARD_DPI

    @property
    def look(self) -> Look:
        """What was applied last."""
        return self._look or Look()

    @property
    def own_palette(self) -> QPalette | None:
        """The palette of widgets that are shown otherwise than the application; usually none."""
        return None

    def apply(self, look: Look) -> None:
        """Show the whole program in *look*; does nothing if it is shown so already."""
        tokens = _tokens_for(look.theme)
        first = self._look is None
        if not first and (look, tokens) == (self._look, self.tokens):
            return
        if first:
            self._begin()
        before, self.scale = self.scale, look.text_percent / 100 * self._screen_factor()
        self.tokens, self._look, self.reduced_motion = tokens, look, look.less_motion
        self._fonts.clear()
        self._pixmaps.clear()
        QApplication.setPalette(palette(tokens))
        QApplication.setFont(self.font("body"))
        application = _application()
        if application.styleSheet():
            application.setStyleSheet("")  # from one sheet to another takes three times as long
        application.setStyleSheet(style_sheet(tokens, self.scale))
        if not first and before != self.scale:
            rescale_windows(before, self.scale)
        self.changed.emit()

    def px(self, n: float) -> int:
        """Return *n* pixels at 100 % as pixels at the present text size."""
        return round(n * self.scale)

    def color(self, name: str) -> QColor:
        """Return the color called *name* in the tokens."""
        return QColor(getattr(self.tokens, name))

    def font(self, role: str, *, strong: bool = False, tabular: bool = False) -> QFont:
        """Return the font for *role*: caption, body, lead, h3, h2, h1 or timer."""
        key = (role, strong, tabular)
        if key not in self._fonts:
            self._fonts[key] = fonts.make_font(
                role, self.points_per_px, self.scale, strong=strong, tabular=tabular
            )
        return QFont(self._fonts[key])

    def icon(self, name: str, color: str = "text") -> "QIcon":
        """Return the icon *name* in the token *color*, sharp at 1× and 2×."""
        from PySide6.QtGui import QIcon

        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, 22, color, ratio=ratio))
        return icon

    def pixmap(
        self, name: str, size: float, color: str = "text", *, ratio: float | None = None
    ) -> QPixmap:
        """Return the icon *name*, *size* pixels at 100 % text, in the token *color*."""
        pixels = self.px(size)
        if ratio is None:
            ratio = _application().devicePixelRatio()
        key = (name, pixels, color, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = render(name, pixels, self.color(color), ratio)
        return self._pixmaps[key]

    def copy_sizes(self, other: "Theme") -> None:
        """Take over text size and motion of *other*, and forget what was drawn before."""
        self.scale, self.reduced_motion = other.scale, other.reduced_motion
        self._look, self.points_per_px = other.look, other.points_per_px
        self._fonts.clear()
        self._pixmaps.clear()

    def _begin(self) -> None:
        """Set what stays: the typeface, and an ear for the system's scheme."""
        fonts.register()
        screen = QGuiApplication.primaryScreen()
        self.points_per_px = 72 / (screen.logicalDotsPerInchY() if screen else _STANDARD_DPI)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _screen_factor(self) -> float:
        """Return how much larger the system wants text than its standard size."""
        return max(72 / self.points_per_px / _STANDARD_DPI, 1.0)

    @Slot()
    def _follow_system(self) -> None:
        if self._look is not None and self._look.theme is ThemeName.SYSTEM:
            self.apply(self._look)


def _tokens_for(name: ThemeName) -> Tokens:
    if name is not ThemeName.SYSTEM:
        return _NAMED[name]
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a theme needs a QApplication")
    return application
