"""What can be told of a file without playing it. No Qt in here."""

import stat
from io import BufferedReader
from pathlib import Path
from typing import Final

from app.ui.sound.kinds import FileProblem

_HEAD_BYTES: Final = 64 * 1024
_MOST_BOXES: Final = 64
_MOST_OF_MOOV: Final = 4 * 1024 * 1024
_ASF: Final = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_ASF_ENCRYPTED: Final = (
    bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e"),
    bytes.fromhex("14e68a292226174cb935dae07ee9289c"),
)
"""The GUIDs of ASF's two encryption objects, as they lie in a file."""
_MP4_PROTECTED: Final = (b"drms", b"enca")
"""How an MP4 file names a sound that is encrypted: FairPlay, and Common Encryption."""
_AUDIBLE: Final = (b"\0\0\0\x0caavd", b"\x57\x90\x75\x36")
"""How Audible's files begin, the second one after four bytes."""


def first_look(file: Path) -> FileProblem | None:
    """Return why *file* cannot be music, as far as its bytes tell, or None.

    It raises nothing, but may take long on a slow drive: not for the main thread.
    """
    try:
        mode = file.stat()
        if stat.S_ISDIR(mode.st_mode):
            return FileProblem.FOLDER
        if not stat.S_ISREG(mode.st_mode):  # a pipe would be waited for
            return FileProblem.NOT_AUDIO
        with file.open("rb") as opened:
            return _judge(opened, mode.st_size)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return FileProblem.MISSING
    except OSError:
        return FileProblem.UNREADABLE


def _judge(opened: BufferedReader, size: int) -> FileProblem | None:
    head = opened.read(_HEAD_BYTES)
    if not head:
        return FileProblem.EMPTY
    if _is_text(head, is_whole=size <= _HEAD_BYTES):
        return FileProblem.NOT_AUDIO
    if head.startswith(_ASF) and any(mark in head for mark in _ASF_ENCRYPTED):
        return FileProblem.PROTECTED
    if head.startswith(_AUDIBLE[0]) or head[4:8] == _AUDIBLE[1]:
        return FileProblem.PROTECTED
    if head[4:8] == b"ftyp" and any(mark in _moov(opened) for mark in _MP4_PROTECTED):
        return FileProblem.PROTECTED
    return None


def _is_text(head: bytes, *, is_whole: bool) -> bool:
    """Tell whether the file begins with nothing but words."""
    if any(byte < 32 and byte not in b"\t\n\r\f" for byte in head):
        return False
    for cut in range(1 if is_whole else 4):  # a character may be cut in two
        try:
            head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _moov(opened: BufferedReader) -> bytes:
    """Return the description of an MP4 file, which may lie behind all its sound."""
    position = 0
    for _ in range(_MOST_BOXES):
        opened.seek(position)
        header = opened.read(16)
        if len(header) < 8:
            break
        length = int.from_bytes(header[:4], "big")
        if length == 1:
            length = int.from_bytes(header[8:16], "big")
        if header[4:8] == b"moov":
            opened.seek(position)
            return opened.read(min(length, _MOST_OF_MOOV))
        if length < 8:
            break
        position += length
    return b""
