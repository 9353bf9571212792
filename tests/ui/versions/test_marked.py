"""Marked words: seen without colors, wherever lines break, and however long the text is."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.versions.marked import LONGEST, MarkedWords, excerpt


@pytest.fixture
def words(qtbot: QtBot, theme: Theme) -> MarkedWords:
    """Return a label on screen in the light look, 300 pixels wide."""
    label = MarkedWords(theme)
    qtbot.addWidget(label)
    label.resize(300, 200)
    label.show()
    return label


def dark_pixels(label: MarkedWords) -> int:
    """Return how many pixels are darker than a light gray."""
    picture = label.grab().toImage()
    return sum(
        picture.pixelColor(x, y).lightness() < 120
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_marked_words_look_heavier(words: MarkedWords) -> None:
    """Bold and underlined: more ink, and no other color."""
    words.show_words("I was not calm.", ())
    plain = dark_pixels(words)

    words.show_words("I was not calm.", ((6, 9),))

    assert words.marked == ["not"]
    assert words.text() == "I was not calm."
    assert dark_pixels(words) > plain * 1.1


def test_an_emoji_before_a_mark_does_not_move_it(words: MarkedWords) -> None:
    """Qt counts it as two."""
    words.show_words("😀😀 a", ((3, 4),))
    first = words.grab().toImage()

    words.show_words("😀😀 a", ((2, 4),))  # the space before is underlined too

    assert words.grab().toImage() != first


def test_it_is_as_high_as_its_words(words: MarkedWords) -> None:
    """Lines of their own count, long words are broken, and nothing has no width."""
    words.show_words("one", ())
    line = words.heightForWidth(300)

    words.show_words("one\ntwo\nthree", ())
    assert words.heightForWidth(300) >= 3 * line - 2
    words.show_words("w" * 200, ())

    assert words.heightForWidth(300) > 3 * line
    assert words.heightForWidth(0) > 0


def test_it_follows_the_direction_of_the_language(words: MarkedWords) -> None:
    """From right to left its lines begin at the right."""
    words.show_words("one", ())
    left = words.grab().toImage()

    words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert words.grab().toImage() != left


@pytest.mark.parametrize(
    ("marks", "begins", "ends"),
    [((), "0000", "…"), (((9_000, 9_004),), "…", "…"), (((49_996, 50_000),), "…", "9999")],
)
def test_of_a_very_long_text_the_part_with_the_first_mark_is_shown(
    marks: tuple[tuple[int, int], ...], begins: str, ends: str
) -> None:
    """Some words before it are shown, and that there are more."""
    text = "".join(f"{number:04}" for number in range(10_000)) + "9999" * 2_500

    part = excerpt(text, marks)

    assert not part.is_whole
    assert len(part.text) <= LONGEST + 2
    assert part.text.startswith(begins)
    assert part.text.endswith(ends)
    shown = [part.text[begin:end] for begin, end in part.marks]
    assert shown == [text[begin:end] for begin, end in marks]


def test_a_mark_that_goes_on_beyond_the_part_ends_with_it() -> None:
    """And one that lies beyond it is not shown."""
    part = excerpt("a" * 50_000, ((0, 40_000), (45_000, 46_000)))

    assert part.marks == ((0, LONGEST),)
    assert excerpt("short", ((0, 1),)) == ("short", ((0, 1),), True)
