"""A clinic's logo: drawn small and whole, on what it can be seen on, or not at all."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import DARK, LIGHT
from app.ui.widgets.logo import Logo
from tests.support import logos
from tests.support.pages import settle
from tests.support.source import ROOT
from tests.unit.storage import test_pictures

Show = Callable[[bytes | None], Logo]


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Iterator[Show]:
    """Show a logo of at most 40 by 120 pixels."""
    home = QWidget()
    qtbot.addWidget(home)
    column = QVBoxLayout(home)

    def show(data: bytes | None) -> Logo:
        logo = Logo(theme, height=40, width=120)
        column.addWidget(logo)
        home.show()
        logo.show_logo(data, "Riverside Clinic")
        settle()
        return logo

    yield show
    theme.apply(Look(theme=ThemeName.LIGHT))


def picture(logo: Logo) -> QImage:
    """Return what is seen of *logo*, on red."""
    image = QImage(logo.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    painter = QPainter(image)
    logo.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (logos.png(400, 400), (40, 40)),
        (logos.png(4000, 40), (120, 1)),
        (logos.png(40, 4000), (1, 40)),
        (logos.png(2000, 1000), (80, 40)),
        (logos.svg(60, 40), (60, 40)),
        (logos.svg(1200, 100), (120, 10)),
    ],
)
def test_a_logo_keeps_its_shape_within_its_room(
    show: Show, data: bytes, size: tuple[int, int]
) -> None:
    """However wide or high it is."""
    logo = show(data)

    assert (logo.sizeHint().width(), logo.sizeHint().height()) == size
    assert logo.size() == logo.sizeHint()


def test_a_logo_grows_with_the_text(show: Show, theme: Theme) -> None:
    """Who reads large letters sees it large."""
    logo = show(logos.png(400, 400))

    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))

    assert logo.sizeHint().height() == 80


def test_a_screen_reader_says_whose_it_is(show: Show) -> None:
    """A picture with the clinic's name."""
    interface = QAccessible.queryAccessibleInterface(show(logos.svg()))

    assert interface.role() is QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "Riverside Clinic"


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"not a picture",
        test_pictures.png(8, 8),
        logos.png(8, 8, "#00FFFFFF"),
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"><path d="M0 0h9"/></svg>',
    ],
)
@pytest.mark.qt_log_ignore("qt.svg", "qt.gui.imageio", "libpng")
def test_what_cannot_be_drawn_shows_nothing(show: Show, data: bytes | None) -> None:
    """Nor takes any room."""
    logo = show(data)

    assert not logo.has_picture
    assert logo.isHidden()
    assert logo.sizeHint().isEmpty()


@pytest.mark.parametrize(
    ("theme_name", "color", "plate"),
    [
        (ThemeName.LIGHT, "#1F5851", None),
        (ThemeName.DARK, "#1F5851", LIGHT.surface),
        (ThemeName.CONTRAST, "#1F5851", LIGHT.surface),
        (ThemeName.LIGHT, "#FFFFFF", DARK.surface),
        (ThemeName.DARK, "#FFFFFF", None),
    ],
)
def test_a_logo_stands_on_what_it_can_be_seen_on(
    show: Show, theme: Theme, theme_name: ThemeName, color: str, plate: str | None
) -> None:
    """Dark lines would be lost on a dark page, white ones on a light page."""
    theme.apply(Look(theme=theme_name))

    seen = picture(show(logos.svg(40, 40, color)))

    beside = seen.pixelColor(seen.width() // 4, 1)
    assert beside == QColor(plate or "#FF0000")


def test_a_logo_that_brings_its_own_ground_needs_none(show: Show, theme: Theme) -> None:
    """It fills its corners."""
    theme.apply(Look(theme=ThemeName.DARK))

    seen = picture(show(logos.png(400, 400)))

    assert seen.pixelColor(20, 1) == QColor("#1F5851")


@pytest.mark.parametrize("theme_name", [ThemeName.LIGHT, ThemeName.DARK])
def test_a_logo_of_light_and_dark_needs_none_either(
    show: Show, theme: Theme, theme_name: ThemeName
) -> None:
    """Dark waves on a pale disc are seen on any page."""
    theme.apply(Look(theme=theme_name))
    sample = ROOT / "packaging" / "clinic" / "samples" / "small-us-clinic" / "clinic-logo.svg"

    seen = picture(show(sample.read_bytes()))

    assert seen.pixelColor(1, 1) == QColor("#FF0000")


def test_another_logo_takes_its_place(show: Show) -> None:
    """And none takes it away."""
    logo = show(logos.svg(40, 40))

    logo.show_logo(logos.png(800, 400), "Lakeside")
    settle()
    assert logo.width() == 80
    logo.show_logo(None, "")

    assert logo.isHidden()
