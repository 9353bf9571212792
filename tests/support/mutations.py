"""Documents with something wrong in them: what each reader makes of them, and whether they agree.

``python -m tests.support.mutations SEED COUNT`` prints how many were accepted; see ``run``.
"""

import random
import sys
from collections.abc import Iterator
from typing import Final

from app.domain.checklist import OwnItem, Stage
from app.domain.preferences import ClinicPhones, Person, Profile
from app.storage.codec import encode
from app.storage.errors import YamlError
from app.storage.yaml_door import dump, load
from app.storage.yaml_format import strictly_read
from app.storage.yaml_quick import quickly_read
from app.storage.yaml_values import Document, checked_text, same
from tests.support.data_folders import MORNING, calm_session, check_in, infusion

PIECES = [
    b"\t", b"&a ", b"*a", b"!t ", b"<<: ", b"- ", b": ", b"? ", b"[", b"]", b"{", b"}", b"\n",
    b"  ", b"|", b">", b"'", b'"', b"#", b"%YAML 1.1\n", b"---\n", b"...\n", b"\\ud800", b"\xff",
    b"\\U00110000", b"\0", b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"@", b"`", b",",
    b"\n  - ", b"\n    ", b"a:\n", b"null", b"|-\n", b"|2\n", b"''", b" ", b"\xc3\xa9", b"true: ",
]  # fmt: skip


BY_HAND: Final = b"""\
# What your clinic sets.
# Count the version up.

name: Harbor Clinic
version: 1
  # Moved in, and empty lines around it.

phones:
  day: (503) 555-0117
  out_of_hours: '111'
languages:
  - English
  # Not yet: German.
  - 'no'

  - 12:30
hours: 8:30 to 17:00, http://x
address: |-
  Level 2

    # Not a remark
  Northmoor

# The rules.
rules:

  - id: food
    # Before.
    hours: 3
    words: 'It''s # so'
  - id: drink
checklist:
  hide:
    - eye_mask
  add:
    - id: pillow
# Out here.
      why: |
        Long
   # The end.

"""
"""A file with all that people put between, as clinics write their packs."""


def good_documents() -> list[bytes]:
    """Return files of every kind, as the program writes them, and one that people wrote."""
    item = OwnItem(id="o1", created=MORNING, changed=MORNING, title="Socks", stage=Stage.MORNING)
    profile = Profile(
        name="Ada", clinic=ClinicPhones(day="1"), people=(Person(name="Jo", phone="2"),)
    )
    documents: list[Document] = [
        {"check_ins": [encode(check_in("a\n b: 'c'\n\n\td #e\n"))]},
        {
            "check_ins": [encode(check_in("One\ntwo\n\n  three")), encode(check_in("It's so"))],
            "calm_sessions": [encode(calm_session())],
        },
        encode(infusion(notes="Line\nline\n")),
        {"items": [encode(item)]},
        encode(profile),
        {"a": None, "b": {"c": {"d": [{"e": ""}, {"e": "x\ny\n"}]}}, "f": [], "g": True},
    ]
    return [BY_HAND, *(dump({"schema": 1, **document}, "c") for document in documents)]


def mutated(seed: int, count: int) -> Iterator[bytes]:
    """Yield *count* documents, the same ones for the same *seed*."""
    chance = random.Random(seed)
    good = good_documents()
    for _ in range(count):
        data = bytearray(chance.choice(good))
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            if chance.random() < 0.3:
                _move_a_line(data, chance)
            else:
                start = chance.randrange(len(data) + 1)
                piece = chance.choice([*PIECES, bytes([chance.randrange(256)])])
                data[start : start + chance.choice((0, 0, 1, 2, 5))] = piece
        yield bytes(data)


def answer(data: bytes, *, pure: bool = False) -> Document | None:
    """Return what is read of *data*, nothing if it is refused; anything else raises."""
    try:
        return strictly_read(data, pure=True) if pure else load(data)
    except YamlError:
        return None


def answer_by_events(data: bytes) -> Document | None:
    """Return the same without the quick reader."""
    try:
        return strictly_read(data)
    except YamlError:
        return None


def quick_answer(data: bytes) -> Document | None:
    """Return what the quick reader makes of *data*; nothing if it declines."""
    try:
        return quickly_read(checked_text(data.removeprefix(b"\xef\xbb\xbf")))
    except YamlError:
        return None


def run(seed: int, count: int) -> tuple[int, int]:
    """Read *count* documents; return how many were accepted, and how many of them quickly.

    Raises whatever a reader raises that is no YamlError, and AssertionError where the quick
    reader answers anything but what the strict one does.
    """
    accepted = quick = 0
    for data in mutated(seed, count):
        strict, fast = answer_by_events(data), quick_answer(data)
        accepted += strict is not None
        quick += fast is not None
        assert fast is None or (strict is not None and same(fast, strict)), data
    return accepted, quick


def _move_a_line(data: bytearray, chance: random.Random) -> None:
    """Take a line out, double it, push it in or out, or put it elsewhere."""
    lines = bytes(data).split(b"\n")
    at = chance.randrange(len(lines))
    line = lines.pop(at)
    match chance.randrange(5):
        case 0:
            lines[at:at] = [line, line]
        case 1:
            lines.insert(at, b"  " + line)
        case 2:
            lines.insert(at, line[2:])
        case 3:
            lines.insert(chance.randrange(len(lines) + 1), line)
        case _:
            pass
    data[:] = b"\n".join(lines)


if __name__ == "__main__":
    print(*run(int(sys.argv[1]), int(sys.argv[2])))
