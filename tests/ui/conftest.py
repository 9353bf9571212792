"""What tests of widgets and pages are handed."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets import accessible


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    """The light look at 100 %."""
    accessible.install()
    theme = Theme()
    theme.apply(Look(theme=ThemeName.LIGHT))
    yield theme
    theme.apply(Look(theme=ThemeName.LIGHT))
