"""The page of Help now over a program, and a seat before the whole window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.ui.help.model import HelpModel
from app.ui.help.page import HelpPage
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from tests.support.day import Day
from tests.support.seat import seat

__all__ = ["seat"]

MakePage = Callable[..., HelpPage]


@pytest.fixture
def undo() -> UndoStack:
    """Nothing to take back yet."""
    return UndoStack()


@pytest.fixture
def make(theme: Theme, qtbot: QtBot, undo: UndoStack) -> MakePage:
    """Make the page of a day, on a computer with a locale."""

    def make(day: Day, locale_name: str = "en_US") -> HelpPage:
        program = day.program
        model = HelpModel(
            content=program.content,
            preferences=program.preferences,
            saving=program.saving,
            calm=program.calm,
            changes=program.changes,
            undo=undo,
            logo=program.clinic_logo,
            locale_name=locale_name,
        )
        page = HelpPage(theme, model)
        qtbot.addWidget(page)
        return page

    return make
