"""Loops as OGG Vorbis files that begin again without a gap, a click or a sample too many.

An encoder knows nothing of loops: it fades its first block in, fills its last one up, and decides
by what came before. So the loop is encoded twice in a row, and one round is cut out of the middle
without encoding it again. The length of a loop is a whole number of blocks, which lie the same in
both rounds: the packet after the last one is the one it began with.
"""

import subprocess
from hashlib import sha256
from typing import Final

import numpy as np

from tests.support.sounds.ogg import Packet, packets, stream
from tests.support.sounds.signals import RATE, STEREO, Sound

BLOCK: Final = 2048
"""The longest block of libvorbis at this rate; the length of a loop is a multiple of it."""

FINGERPRINT: Final = "made-from"
"""The comment in a file that tells which samples it was made from."""

_HEADERS: Final = 3
_ON_A_PAGE: Final = 4096
"""Bytes after which a page is full, as libogg has it."""

_FFMPEG: Final = ["ffmpeg", "-nostdin", "-loglevel", "error"]
_RAW: Final = ["-f", "f32le", "-ar", str(RATE), "-ac", str(STEREO)]
_VORBIS: Final = ["-c:a", "libvorbis", "-q:a", "3", "-bitexact", "-page_duration", "1"]
"""Bit-exact names no version; a page for every packet says where each ends."""


def encoded(loop: Sound, title: str) -> bytes:
    """Return *loop* as a file which decodes to just as many samples, round and round."""
    samples = loop.shape[-1]
    if samples % BLOCK:
        raise ValueError("a loop is a whole number of blocks")
    twice = np.concatenate([loop, loop], axis=1).T.astype("<f4").tobytes()
    said = {"title": title, "license": "CC0-1.0", FINGERPRINT: fingerprint(loop)}
    tags = [word for key, value in said.items() for word in ("-metadata", f"{key}={value}")]
    whole = _run([*_RAW, "-i", "pipe:0", *_VORBIS, *tags, "-f", "ogg", "pipe:1"], twice)
    return _one_round([*packets(whole)], samples, title)


def fingerprint(loop: Sound) -> str:
    """Return what tells *loop* from a changed one, however small the change.

    Two machines may differ in the last digits of a sine. Rounded to 12 bits they agree.
    """
    return sha256(np.round(loop * 2_048).astype("<i2").tobytes()).hexdigest()[:16]


def decoded(data: bytes) -> Sound:
    """Return what is heard of the file of a loop."""
    raw = _run(["-i", "pipe:0", "-f", "f32le", "-ac", str(STEREO), "pipe:1"], data)
    return np.frombuffer(raw, "<f4").reshape(-1, STEREO).T.astype(np.float64)


def _one_round(whole: list[Packet], samples: int, title: str) -> bytes:
    """Return the stream with *samples* out of the middle of *whole*.

    The first packet sounds only together with the one after it, so it is there at both ends.
    """
    sound = whole[_HEADERS:]
    at = {packet.position: index for index, packet in enumerate(sound)}
    starts = (p.position for p in sound if p.position >= samples // 2)
    start = next((s for s in starts if _begins_again(sound, at.get(s), at.get(s + samples))), None)
    if start is None:
        raise ValueError("the second round is nowhere like the first")
    kept = [
        Packet(packet.data, packet.position - start)
        for packet in sound[at[start] : at[start + samples] + 1]
    ]
    pages: list[list[Packet]] = [whole[:1], whole[1:_HEADERS], []]
    for packet in kept:
        pages[-1].append(packet)
        if sum(len(p.data) for p in pages[-1]) > _ON_A_PAGE:
            pages.append([])
    serial = int.from_bytes(title.encode()[:4], "little")
    return stream([page for page in pages if page], serial)


def _begins_again(sound: list[Packet], first: int | None, last: int | None) -> bool:
    """Tell whether the round from *first* to *last* ends with the packet it began with."""
    return first is not None and last is not None and sound[first].data == sound[last].data


def _run(arguments: list[str], data: bytes) -> bytes:
    return subprocess.run(
        [*_FFMPEG, *arguments], input=data, capture_output=True, check=True
    ).stdout
