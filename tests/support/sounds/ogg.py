"""Ogg pages, read and written: RFC 3533."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct
from typing import Final

_HEADER: Final = Struct("<4sBBqIIIB")
_CONTINUED, _FIRST, _LAST = 1, 2, 4
_POLYNOMIAL: Final = 0x04C11DB7


@dataclass(frozen=True)
class Packet:
    """One packet, and how many samples have been decoded when it has been."""

    data: bytes
    position: int


def packets(data: bytes) -> Iterator[Packet]:
    """Yield the packets of a stream in which each ends a page of its own."""
    parts: list[bytes] = []
    while data:
        magic, _, _, position, *_, count = _HEADER.unpack_from(data)
        if magic != b"OggS":
            raise ValueError("no Ogg page")
        lengths = data[_HEADER.size : _HEADER.size + count]
        begin = _HEADER.size + count
        end = begin + sum(lengths)
        for length in lengths:
            parts.append(data[begin : begin + length])
            begin += length
            if length < 255:
                yield Packet(b"".join(parts), position)
                parts = []
        data = data[end:]


def stream(pages: list[list[Packet]], serial: int) -> bytes:
    """Return the stream with these packets on these *pages*."""
    written = []
    for number, page in enumerate(pages):
        table = b"".join(_lacing(len(packet.data)) for packet in page)
        if len(table) > 255:
            raise ValueError("too much for one page")
        kind = (_FIRST if number == 0 else 0) | (_LAST if number == len(pages) - 1 else 0)
        header = _HEADER.pack(b"OggS", 0, kind, page[-1].position, serial, number, 0, len(table))
        body = b"".join(packet.data for packet in page)
        check = checksum(header + table + body).to_bytes(4, "little")
        written.append(header[:22] + check + header[26:] + table + body)
    return b"".join(written)


def _lacing(length: int) -> bytes:
    """Return the length of a packet as a page tells it."""
    return b"\xff" * (length // 255) + bytes([length % 255])


def _table() -> list[int]:
    entries = []
    for byte in range(256):
        entry = byte << 24
        for _ in range(8):
            entry = (entry << 1) ^ (_POLYNOMIAL if entry & 0x80000000 else 0)
        entries.append(entry & 0xFFFFFFFF)
    return entries


_CHECKS: Final = _table()


def checksum(page: bytes) -> int:
    """Return the CRC-32 of *page* as Ogg counts it: not reflected, begun and ended with zero."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ _CHECKS[value >> 24 ^ byte]
    return value
