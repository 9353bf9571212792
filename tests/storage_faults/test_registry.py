"""Each of the 32 faults is tried somewhere, or it is written down why not."""

import re
from pathlib import Path

from tests.storage_faults.faults import ELSEWHERE, FAULTS, REASONS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MARK = re.compile(r"pytest\.mark\.fault\(([0-9, ]+)\)")


def marked_here() -> set[int]:
    """Return the faults that a test in this folder is marked with."""
    texts = [path.read_text("utf-8") for path in HERE.glob("test_*.py")]
    return {int(number) for text in texts for m in MARK.findall(text) for number in m.split(",")}


def test_there_are_32_faults() -> None:
    """Numbered from 1, each with a name of its own."""
    assert list(FAULTS) == list(range(1, 33))
    assert len(set(FAULTS.values())) == len(FAULTS)


def test_every_fault_has_a_test_or_a_reason() -> None:
    """And not both: a reason that has been overtaken is taken away."""
    tried = marked_here() | set(ELSEWHERE)

    assert tried <= set(FAULTS)
    assert set(FAULTS) - tried == set(REASONS)


def test_every_test_elsewhere_is_there() -> None:
    """A test that is renamed takes its fault with it."""
    for node in {node for nodes in ELSEWHERE.values() for node in nodes}:
        path, _, name = node.partition("::")
        assert f"def {name}(" in (ROOT / path).read_text("utf-8"), node
