"""Mutated documents: the reader answers or refuses, and never anything else."""

import random
import time

import pytest

from app.storage.codec import encode
from app.storage.errors import YamlError
from app.storage.yaml_format import dump, load
from app.storage.yaml_values import Document
from tests.support.data_folders import check_in

SEED = 20261130
DOCUMENTS = 1_000
SECONDS = 5.0
PIECES = [
    b"\t", b"&a ", b"*a", b"!t ", b"<<: ", b"- ", b": ", b"? ", b"[", b"]", b"{", b"}", b"\n",
    b"  ", b"|", b">", b"'", b'"', b"#", b"%YAML 1.1\n", b"---\n", b"...\n", b"\\ud800", b"\xff",
    b"\\U00110000", b"\0", b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"@", b"`", b",",
]  # fmt: skip


def answer(data: bytes, *, pure: bool) -> Document | None:
    """Return what is read of *data*, nothing if it is refused."""
    try:
        return load(data, pure=pure)
    except YamlError:
        return None


def test_no_mutation_gets_more_than_an_answer_or_a_refusal() -> None:
    """Where both parsers accept a document, they also agree on it."""
    chance = random.Random(SEED)
    good = dump({"schema": 1, "check_ins": [encode(check_in("a\n b: 'c'\n\n\td #e\n"))]}, "c")
    accepted = 0
    for _ in range(DOCUMENTS):
        data = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(data) + 1)
            piece = chance.choice([*PIECES, bytes([chance.randrange(256)])])
            data[start : start + chance.choice([0, 0, 1, 5])] = piece

        fast, pure = (answer(bytes(data), pure=pure) for pure in (False, True))

        if fast is not None and pure is not None:
            assert fast == pure, bytes(data)
            accepted += 1
    assert accepted > DOCUMENTS // 20


@pytest.mark.parametrize(
    "data",
    [
        b"a: " + b"[" * 200_000,
        b"a: " + b"{" * 200_000,
        b"? " * 100_000,
        b"a:\n" + b"- " * 100_000,
        b"a: &x [1]\nb: [" + b"*x," * 100_000 + b"]",
        b"<<: {}\n" * 100_000,
        b"a: " + b"x" * 10_000_000,
        b"a: '" + b"x\n " * 2_000_000 + b"'",
        b"".join(b"k%d: 1\n" % number for number in range(1_000_000)),
        b"a: [" + b"1," * 3_000_000 + b"]",
        b"a: " + b"\t" * 1_000_000 + b"b",
        b"#" * 10_000_000 + b"\na: 1",
        b"a: |\n" + b"\n" * 5_000_000,
        b"a: " + b"9" * 1_000_000,
        b"a: 0." + b"9" * 1_000_000,
    ],
    ids=[
        "brackets", "braces", "questions", "dashes", "aliases", "merges", "long", "folded",
        "million", "items", "tabs", "comment", "blank", "digits", "decimals",
    ],
)  # fmt: skip
def test_hostile_files_are_answered_soon(data: bytes) -> None:
    """However a file was made, it costs seconds at the very most."""
    began = time.process_time()

    answer(data, pure=False)

    assert time.process_time() - began < SECONDS
