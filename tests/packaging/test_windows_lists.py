"""The lists of files that setup and .msi are made from: the same wherever they are made."""

import struct
from pathlib import Path

from app.ui.theme.tokens import LIGHT
from windows import msi, nsis
from windows.side import GROUND


def bundle(folder: Path) -> Path:
    """Make a small bundle in *folder*, its files in no order."""
    made = folder / "Soft Landing"
    for name in ("z.txt", "inner/b.txt", "a.txt", "inner/deeper/c.txt"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).touch()
    return made


def test_the_msi_is_told_of_every_file_in_the_same_words_from_any_folder(tmp_path: Path) -> None:
    """Ids follow from names, not from where the folder lies or from chance."""
    one, other = bundle(tmp_path / "one"), bundle(tmp_path / "other")

    told = msi.file_list(one)

    assert told == msi.file_list(other)
    assert str(tmp_path) not in told
    assert told.index("a.txt") < told.index("deeper/c.txt") < told.index("z.txt")
    assert told.count("<ComponentRef ") == 4


def test_the_setup_unpacks_in_the_order_of_names(tmp_path: Path) -> None:
    """A disk lists its files in an order of its own."""
    made = bundle(tmp_path)

    lines = nsis.file_list(made).splitlines()

    assert lines == [
        'SetOutPath "$INSTDIR"',
        f'File "{made / "a.txt"}"',
        f'File "{made / "z.txt"}"',
        'SetOutPath "$INSTDIR\\inner"',
        f'File "{made / "inner/b.txt"}"',
        'SetOutPath "$INSTDIR\\inner\\deeper"',
        f'File "{made / "inner/deeper/c.txt"}"',
    ]


def test_the_msi_is_dated_with_the_moment_that_everything_is() -> None:
    """Only its two dates are changed; they count ten-millionths of a second since 1601."""
    kind = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
    before, head = b"cabinet" + bytes(28), kind + struct.pack("<I", 48)
    title = struct.pack("<II", 30, 0)
    dates = struct.pack("<IQIQ", 64, 1, 64, 2)
    index = struct.pack("<IIIIII", 2, 32, 12, 40, 13, 52)
    package = before + head + struct.pack("<II", 64, 3) + index + title + dates + b"tables"

    made = msi.dated(package, 0)

    epoch = 11_644_473_600 * 10_000_000
    assert made == package.replace(dates, struct.pack("<IQIQ", 64, epoch, 64, epoch))


def test_the_side_of_the_setup_has_a_color_of_the_program() -> None:
    """A theme that changes it changes the setup too."""
    assert LIGHT.primary_soft == GROUND
