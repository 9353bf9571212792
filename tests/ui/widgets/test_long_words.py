"""Words longer than any window: they wrap where nobody sees it, and cost no page its room."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.labels import Prose
from app.ui.widgets.painting import longest_word
from app.ui.widgets.paths import LONGEST, breakable

BREAK = "\u200b"
FAMILY = "👨\u200d👩\u200d👧"


def test_a_long_word_has_places_to_wrap_at() -> None:
    """Not one sign is lost, and short words stay whole."""
    text = f"short {'x' * 1_000} words"

    broken = breakable(text)

    assert broken.replace(BREAK, "") == text
    assert max(map(len, broken.replace(" ", BREAK).split(BREAK))) == LONGEST
    assert broken.startswith("short ")
    assert max(map(len, breakable("x" * 100, 8).split(BREAK))) == 8


@pytest.mark.parametrize("picture", ["🙂", FAMILY, "👍🏽"])
def test_pictures_in_a_row_wrap_between_each_other(picture: str) -> None:
    """They are wide, and one that is made of several signs is not taken apart."""
    text = picture * 100

    pieces = breakable(text, 100_000).split(BREAK)

    assert "".join(pieces) == text
    assert len(pieces) > 20
    assert all(len(piece) % len(picture) == 0 for piece in pieces)


def test_a_place_to_wrap_at_ends_a_word(theme: Theme, qtbot: QtBot) -> None:
    """What is painted word by word may be as narrow as its longest piece."""
    font = theme.font("body")

    assert longest_word(breakable("x" * 1_000), font) < longest_word("x" * 20, font)


@pytest.mark.parametrize("width", [40_000, 70_000, 140_000])
def test_a_label_wider_than_a_margin_can_be_is_laid_out(
    theme: Theme, qtbot: QtBot, width: int
) -> None:
    """Its margin is as large as Qt can keep, and is set once."""
    label = Prose(theme, text="A few words.")
    qtbot.addWidget(label)
    label.show()

    label.resize(width, 40)

    assert label.contentsMargins().right() == 32_767
