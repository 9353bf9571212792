"""The quick reader answers for files of our own shape as the strict reader does, or declines."""

from pathlib import Path

import pytest

from app.storage.yaml_door import dump, load
from app.storage.yaml_format import strictly_read
from app.storage.yaml_quick import DEEPEST, LARGEST, quickly_read
from app.storage.yaml_values import Document, same
from tests.support.source import ROOT

SAMPLES = sorted((ROOT / "packaging/clinic/samples").glob("*/clinic.yaml"))

OURS: Document = {
    "schema": 1,
    "name": "Über den Fluss",
    "words": "It's one\n  two\n\nthree",
    "more": "one\ntwo\n",
    "empty": "",
    "nothing": None,
    "sure": True,
    "real": 2.5,
    "date": "2026-11-30",
    "languages": ["English", "no", "", "It's", 2],
    "check_ins": [
        {"id": "a", "words": "x\ny", "effects": [{"effect": "a"}, {"effect": "b", "rank": 0}]},
        {"id": "b", "ratings": {"mood": 5, "deep": {"er": {"x": "y"}}}, "last": "z"},
    ],
    "end": "no",
}


@pytest.mark.parametrize("pack", SAMPLES, ids=lambda path: path.parent.name)
def test_the_packs_that_clinics_begin_with_are_read_quickly(pack: Path) -> None:
    """Their patients' program does not load PyYAML at each start."""
    data = pack.read_bytes()

    quick = quickly_read(data.decode())

    assert quick is not None
    assert same(quick, strictly_read(data))


def test_our_own_files_are_read_quickly() -> None:
    """And to the same values, types and order."""
    data = dump(OURS, "c")

    quick = quickly_read(data.decode())

    assert quick is not None
    assert same(quick, OURS)
    assert same(strictly_read(data), OURS)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1",
        "\ta: 1\n",
        "a: 1\r\n",
        "a: x\u2028y\n",
        "# only a comment\n",
        " a: 1\n",
        "- a: 1\n",
        "a: 1\na: 2\n",
        "a: 1\n  b: 2\n",
        "a:\n   b: 2\n",
        "a:\n- b: 2\n",
        "a:\n  b: 1\n  - c: 2\n",
        "a:\n  - b: 1\n  c: 2\n",
        "a:\n  b: 1\n c: 2\n",
        "a: x: y\n",
        "a: x:\n",
        "a: x: \n",
        "a: (x) # y\n",
        "a: x\n  # y\n  z\n",
        "a: 'x\n# y\n  z'\n",
        "a: |\n  x\n # y\n  z\n",
        "a: |\n\n  x\n",
        "a: \n",
        "a:\n  - \n",
        "a:\n  -\n",
        "a:\n  - - x\n",
        "a:\n  - |\n      x\n",
        "a:\n  - x y: z\n",
        "a:\n  - x\n    y\n",
        "a:\n  - x\n    y: 1\n",
        "a:\n  - x\n  y: 1\n",
        "a:\n  - x\n\n    - y\n",
        "a: 1\n- x\n",
        "a:\n  b: 1\n- c: 2\n",
        "- x\n",
        "x\n",
        "a: x #y\n",
        "a: x \n",
        "a:  x\n",
        "a: 'x' \n",
        "a: 'x\n  y'\n",
        "a: |\n   x\n",
        "a: |\n  x\n  \n",
        "a: |+\n  x\n",
        "a: [1]\n",
        'a: "x"\n',
        "a: &x 1\n",
        "true: 1\n",
        "a-b: 1\n",
        "---\na: 1\n",
        "a: 1\n...\n",
        "%YAML 1.1\n",
        "".join(f"{'  ' * depth}a:\n" for depth in range(DEEPEST + 2)),
        "a: " + "x" * LARGEST + "\n",
    ],
)
def test_everything_else_is_left_to_the_strict_reader(text: str) -> None:
    """Right or wrong, somebody else decides."""
    assert quickly_read(text) is None


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("a:\n", {"a": None}),
        ("a:\nb:\n  c:\nd:\n", {"a": None, "b": {"c": None}, "d": None}),
        ("l:\n  - k:\n  - k: 1\n", {"l": [{"k": None}, {"k": 1}]}),
        ("l:\n  - k:\n      - m: 1\n    n: 2\no: 3\n", {"l": [{"k": [{"m": 1}], "n": 2}], "o": 3}),
        ("a: it's - [fine], 100% {so}\n", {"a": "it's - [fine], 100% {so}"}),
        ("a: 007\nb: 7\nc: nine\n", {"a": "007", "b": 7, "c": "nine"}),
        ("a: ''\nb: ''''\n", {"a": "", "b": "'"}),
        ("a: |-\n  b: 1\n    c:\n  # d\nb: 1\n", {"a": "b: 1\n  c:\n# d", "b": 1}),
        ("a: |\n  x\n", {"a": "x\n"}),
        ("a: |\n  x\n\nb: 1\n\n", {"a": "x\n", "b": 1}),
        ("# c\n# second\n\na: 1\n  # third\nb: 2\n# last\n", {"a": 1, "b": 2}),
        ("a: |-\n  x\n\n  # y\n\n # z\nb: 1\n", {"a": "x\n\n# y", "b": 1}),
        ("a:\n  # x\n  b: 1\n", {"a": {"b": 1}}),
        (
            "a: 8:30 to 17:00\nb: http://x\nc: 1:30\n",
            {"a": "8:30 to 17:00", "b": "http://x", "c": "1:30"},
        ),
        ("a: (503) 555-0117\n", {"a": "(503) 555-0117"}),
        ("l:\n  - x\n  # y\n  - '2'\n\n  - 2\nm: 1\n", {"l": ["x", "2", 2], "m": 1}),
        (
            "l:\n  - x\n  - k: 1\n    m: ''\n  - ''\n  - null\n",
            {"l": ["x", {"k": 1, "m": ""}, "", None]},
        ),
        (
            "a:\n  l:\n    - k:\n        - x:y\n      m: 2\n  n: 3\n",
            {"a": {"l": [{"k": ["x:y"], "m": 2}], "n": 3}},
        ),
    ],
)
def test_what_is_answered_is_what_the_strict_reader_answers(text: str, document: Document) -> None:
    """Nothing between, or remarks; lists in lists, words that look like YAML."""
    quick = quickly_read(text)

    assert quick is not None
    assert same(quick, document)
    assert same(strictly_read(text.encode()), document)
    assert same(load(text.encode()), document)
