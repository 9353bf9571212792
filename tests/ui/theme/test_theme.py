"""One call changes the look of everything, and the same call changes it back."""

import pytest
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.assets import resource
from app.domain.preferences import Look, ThemeName
from app.ui.theme.night import NightTheme
from app.ui.theme.style_sheet import style_sheet
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens


@pytest.mark.parametrize(
    ("name", "tokens"),
    [(ThemeName.LIGHT, LIGHT), (ThemeName.DARK, DARK), (ThemeName.CONTRAST, CONTRAST)],
)
def test_a_look_sets_every_color_at_once(theme: Theme, name: ThemeName, tokens: Tokens) -> None:
    """Palette and style sheet speak of the same colors."""
    theme.apply(Look(theme=name))

    palette = QApplication.palette()
    assert theme.tokens is tokens
    assert palette.color(QPalette.ColorRole.Window).name().upper() == tokens.bg
    assert palette.color(QPalette.ColorRole.Link).name().upper() == tokens.primary
    assert tokens.border_strong in QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_every_role_of_the_palette_is_ours(theme: Theme) -> None:
    """No color of the system shows through, the disabled look included."""
    ours = {value for value in _flat(theme.tokens) if value.startswith("#")}

    palette = QApplication.palette()
    strange = [
        (group, role)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
        for role in QPalette.ColorRole
        if role is not QPalette.ColorRole.NoRole
        and palette.color(group, role).name().upper() not in ours
    ]

    assert not strange


def test_the_same_look_again_does_nothing(theme: Theme, qtbot: QtBot) -> None:
    """Saving a setting that did not change repaints nothing."""
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(Look(theme=ThemeName.LIGHT))


def test_larger_text_makes_everything_larger(theme: Theme) -> None:
    """Fonts and distances grow together."""
    small = theme.font("body").pointSizeF()

    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))

    assert theme.font("body").pointSizeF() == pytest.approx(2 * small)
    assert theme.px(12) == 24
    assert QApplication.font().pointSizeF() == pytest.approx(2 * small)


def test_the_system_theme_follows_the_system(theme: Theme) -> None:
    """A system that says nothing gets the light look."""
    theme.apply(Look(theme=ThemeName.SYSTEM))
    assert theme.tokens is LIGHT

    QGuiApplication.styleHints().colorSchemeChanged.emit(QGuiApplication.styleHints().colorScheme())

    assert theme.tokens is LIGHT


def test_text_is_set_in_the_bundled_face(theme: Theme) -> None:
    """Each weight is a face of its own, none is smeared from another."""
    for role, weight in (("body", 400), ("h3", 600), ("h1", 700)):
        info = QFontInfo(theme.font(role))
        assert info.family() == "Atkinson Hyperlegible Next"
        assert info.weight() == weight


def test_digits_of_timers_keep_their_place(theme: Theme) -> None:
    """A 1 is as wide as an 8 where numbers run."""
    plain = QLabel("1")
    widths = []
    for text in ("1", "8"):
        plain.setFont(theme.font("timer", tabular=True))
        plain.setText(text)
        widths.append(plain.sizeHint().width())

    assert widths[0] == widths[1]


def test_an_icon_is_drawn_in_its_color_at_both_densities(theme: Theme) -> None:
    """Sharp on any screen, and drawn once."""
    pixmap = theme.pixmap("leaf", 24, "primary")
    twice = theme.pixmap("leaf", 24, "primary", ratio=2.0)

    image = pixmap.toImage()
    colors = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colors == {theme.tokens.primary}
    assert twice.width() == 2 * pixmap.width()
    assert theme.pixmap("leaf", 24, "primary").cacheKey() == pixmap.cacheKey()
    assert not theme.icon("leaf").isNull()


def test_layouts_that_are_built_follow_the_text_size_and_come_back(
    theme: Theme, qtbot: QtBot
) -> None:
    """Up in odd steps and down again ends where it began; what a page sets anew is kept."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(7, 5, 3, 1)
    column.setSpacing(11)
    row = QHBoxLayout()
    row.setSpacing(9)
    column.addLayout(row)

    for percent in (110, 125, 175, 200, 150):
        theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    row.setSpacing(30)
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=100))

    margins = column.contentsMargins()
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    assert (*sides, column.spacing()) == (7, 5, 3, 1, 11)
    assert row.spacing() == 20


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=lambda tokens: tokens.name)
def test_the_style_sheet_is_filled_and_grows(tokens: Tokens) -> None:
    """No gap is left in it, every pixel is scaled, and the chevron has the color of text."""
    sheet = style_sheet(tokens, 2.0)

    assert "$" not in sheet
    assert "border-radius: 16px" in sheet
    chevron = resource(f"styles/chevron-{tokens.name}.svg").read_text(encoding="utf-8")
    assert tokens.text in chevron


def test_a_session_is_dark_while_the_day_is_light(theme: Theme, qtbot: QtBot) -> None:
    """It follows size, motion and high contrast, and nothing else."""
    root = QWidget()
    qtbot.addWidget(root)
    night = NightTheme(theme, root, root)
    assert night.tokens is DARK

    night.apply(Look(theme=ThemeName.CONTRAST, text_percent=150, less_motion=True))

    assert theme.tokens is CONTRAST
    assert (night.tokens, night.scale, night.reduced_motion) == (CONTRAST, 1.5, True)
    assert root.palette().color(QPalette.ColorRole.Window).name() == "#000000"


def _flat(tokens: Tokens) -> list[str]:
    values: list[str] = []
    for name in tokens.__struct_fields__:
        value = getattr(tokens, name)
        if isinstance(value, str):
            values.append(value)
    return values
