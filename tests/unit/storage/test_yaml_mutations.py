"""Mutated and hostile documents: the reader answers or refuses, and never anything else."""

import os
import subprocess
import sys

import pytest

from app.storage.yaml_values import same
from tests.support import hostile
from tests.support.mutations import answer, answer_by_events, mutated, quick_answer, run
from tests.support.source import ROOT

SEED = 20261130
DOCUMENTS = 1_000
MANY = 500_000
QUICK = 10_000
MOST_SECONDS = 5.0
MOST_MEBIBYTES = 100


def test_no_mutation_gets_more_than_an_answer_or_a_refusal() -> None:
    """Where both parsers accept a document, they also agree on it."""
    accepted = 0

    for data in mutated(SEED, DOCUMENTS):
        fast, pure = answer(data), answer(data, pure=True)
        if fast is not None and pure is not None:
            assert same(fast, pure), data
            accepted += 1

    assert accepted > DOCUMENTS // 20


def test_the_quick_reader_never_says_anything_the_strict_one_does_not() -> None:
    """It answers often, declines often, and is never wrong."""
    accepted, quick = run(SEED, QUICK)

    assert accepted > quick > QUICK // 40


def test_each_reader_is_asked_by_the_tests_here() -> None:
    """A byte-order mark or broken bytes make no difference to who is asked."""
    assert quick_answer(b"\xef\xbb\xbfa: 1\n") == answer_by_events(b"a: 1\n") == {"a": 1}
    assert quick_answer(b"a: \xff\n") is answer_by_events(b"a: \xff\n") is None


@pytest.mark.long
@pytest.mark.timeout(300)
def test_half_a_million_mutations_raise_nothing_foreign() -> None:
    """The same ones each time, on all processors at once."""
    share = MANY // (os.cpu_count() or 1)
    command = [sys.executable, "-m", "tests.support.mutations"]
    started = [
        subprocess.Popen(
            [*command, str(SEED + number), str(share)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(os.cpu_count() or 1)
    ]

    ended = [process.communicate() for process in started]

    for process, (printed, trouble) in zip(started, ended, strict=True):
        assert process.returncode == 0, trouble
        accepted, quick = map(int, printed.split())
        print(f"of {share} mutations {accepted} were accepted, {quick} of them quickly")
        assert accepted > quick > share // 40


@pytest.mark.parametrize("name", hostile.FILES)
def test_a_hostile_file_is_answered_soon_and_in_little_memory(name: str) -> None:
    """However a file was made: under 100 MiB, in a second, and no crash."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the memory of a process is asked of the Linux kernel")

    done = subprocess.run(
        [sys.executable, "-m", "tests.support.hostile", name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    result, seconds, mebibytes = done.stdout.split()
    print(f"{name}: {result} after {seconds} s, {mebibytes} MiB")
    assert float(seconds) < MOST_SECONDS
    assert int(mebibytes) < MOST_MEBIBYTES
