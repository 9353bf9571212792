"""Strict YAML: what is read, what is refused and where, and what is written."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.storage import yaml_format
from app.storage.errors import ErrorCode, YamlError
from app.storage.yaml_door import dump, load, locate
from app.storage.yaml_format import strictly_read
from app.storage.yaml_text import render
from app.storage.yaml_values import MAX_BYTES, Document, Value, same

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    st.sampled_from("aZ9é😀 \n\t:#-'\"|>&*!?[]{},%@`~=<.\\\r\x85\u2028\ufeff\x07"), max_size=20
)
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**6), max_value=10**6
    ).map(float)
    | texts
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(texts, values, max_size=5)


def refusal(data: bytes, *, pure: bool = False) -> YamlError:
    """Return the error with which *data* is refused."""
    with pytest.raises(YamlError) as caught:
        strictly_read(data, pure=pure)
    return caught.value


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-17", -17),
        ("2.50", 2.5),
        ("-0.125", -0.125),
        ("no", "no"),
        ("True", "True"),
        ("~", "~"),
        ("1:30", "1:30"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1e5", "1e5"),
        ("1_000", "1_000"),
        ("+1", "+1"),
        ("-", None),
        (".5", ".5"),
        ("9" * 19, "9" * 19),
        ("2026-11-30", "2026-11-30"),
        ("'5'", "5"),
        ('"true"', "true"),
        ("''", ""),
        ("[1, two, []]", [1, "two", []]),
        ("{b: 1}", {"b": 1}),
        ("|\n  one\n   two", "one\n two"),
    ],
)
def test_only_plain_words_and_numbers_are_more_than_text(
    text: str, value: Value, *, pure: bool
) -> None:
    """True, false, null and decimal numbers are read as such, and nothing else is guessed."""
    if text == "-":
        text = ""

    document = strictly_read(f"a: {text}".encode(), pure=pure)

    assert same(document["a"], value)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", ErrorCode.EMPTY, None, None),
        (b" \n\n", ErrorCode.EMPTY, None, None),
        (b"# only a comment\n", ErrorCode.EMPTY, 2, 1),
        (b"---\n...\n", ErrorCode.EMPTY, 2, 1),
        (b"a: 1\nb: \xe9\n", ErrorCode.NOT_UTF8, 2, 4),
        ("a: b".encode("utf-16"), ErrorCode.NOT_UTF8, 1, 1),
        (b"a: 1\nb: \x00\n", ErrorCode.NUL, 2, 4),
        (bytes(4096), ErrorCode.NUL, 1, 1),
        (b"a: \x07\n", ErrorCode.SYNTAX, None, None),
        (b"a:\n\tb: 1\n", ErrorCode.TAB, 2, 1),
        (b"a: [1\nb: 2\n", ErrorCode.SYNTAX, 2, None),
        (b"a: 'open\n", ErrorCode.SYNTAX, None, None),
        (b'a: "\\ud800"\n', ErrorCode.SYNTAX, 1, None),
        (b'a: "\\U00110000"\n', ErrorCode.SYNTAX, 1, None),
        (b"- 1\n", ErrorCode.NOT_A_MAPPING, 1, 1),
        (b"just words\n", ErrorCode.NOT_A_MAPPING, 1, 1),
        (b"a: 1\nb: 2\na: 3\n", ErrorCode.DUPLICATE_KEY, 3, 1),
        (b"1: a\n", ErrorCode.KEY_NOT_TEXT, 1, 1),
        (b"true: a\n", ErrorCode.KEY_NOT_TEXT, 1, 1),
        (b"? [a]\n: b\n", ErrorCode.KEY_NOT_TEXT, 1, 3),
        (b"k" * 129 + b": 1\n", ErrorCode.KEY_TOO_LONG, 1, 1),
        (b"a: &x 1\n", ErrorCode.ANCHOR, 1, 4),
        (b"a: &x [1]\n", ErrorCode.ANCHOR, 1, 4),
        (b"a: *x\n", ErrorCode.ANCHOR, 1, 4),
        (b"*x : 1\n", ErrorCode.ANCHOR, 1, 1),
        (b"&x a: 1\n", ErrorCode.ANCHOR, 1, 1),
        (b"&x {a: 1}\n", ErrorCode.ANCHOR, 1, 1),
        (b"*x\n", ErrorCode.ANCHOR, 1, 1),
        (b"a: !!str 1\n", ErrorCode.TAG, 1, 4),
        (b"a: !x {}\n", ErrorCode.TAG, 1, 4),
        (b"a: ! 1\n", ErrorCode.TAG, 1, 4),
        (b"!x a: 1\n", ErrorCode.TAG, 1, 1),
        (b"!!python/object:os.system x\n", ErrorCode.TAG, 1, 1),
        (b"<<: {a: 1}\n", ErrorCode.MERGE_KEY, 1, 1),
        (b"'<<': 1\nb:\n  <<: {a: 1}\n", ErrorCode.MERGE_KEY, 3, 3),
        (b"%YAML " + b"9" * 5000 + b".1\n---\na: 1\n", ErrorCode.SYNTAX, None, None),
        (b"%YAML 1.1\n---\na: 1\n", ErrorCode.DIRECTIVE, 1, 1),
        (b"a: 1\n---\nb: 2\n", ErrorCode.MORE_DOCUMENTS, 2, 1),
        (b"a: " + b"[" * 200_000, ErrorCode.TOO_DEEP, 1, 15),
        (b"[" * 200_000, ErrorCode.NOT_A_MAPPING, 1, 1),
        (b"a: " + b"{b: " * 20, ErrorCode.TOO_DEEP, 1, None),
    ],
)
def test_everything_else_is_refused_with_its_line(
    data: bytes, code: ErrorCode, line: int | None, column: int | None, *, pure: bool
) -> None:
    """Whatever could mean two things is refused, by both parsers, at the same place."""
    error = refusal(data, pure=pure)

    assert error.code is code
    assert line is None or error.line == line
    assert column is None or error.column == column


@pytest.mark.parametrize("pure", [False, True])
def test_marks_and_line_ends_of_other_systems_are_read(*, pure: bool) -> None:
    """A byte-order mark and CRLF are what some editors write."""
    document = strictly_read(
        b"\xef\xbb\xbf---\r\na: |-\r\n  one\r\n  two\r\nb: 2\r\n...\r\n", pure=pure
    )

    assert document == {"a": "one\ntwo", "b": 2}


def test_an_error_never_holds_words_of_the_file() -> None:
    """Errors go to logs; what the patient wrote does not."""
    error = refusal(b"words: secret\nsecret: [secret\nsecret: 'secret")

    assert "secret" not in f"{error!s} {error!r} {error.args}"
    assert error.__cause__ is None
    assert error.__suppress_context__


def test_too_many_bytes_entries_or_events_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Size is bounded before, width while, and their product at the end of reading."""
    many = b"".join(b"k%d: 1\n" % number for number in range(100_001))

    assert refusal(b" " * (MAX_BYTES + 1)).code is ErrorCode.TOO_BIG
    assert refusal(many).code is ErrorCode.TOO_BIG
    assert refusal(b"a: [" + b"1," * 100_001 + b"]").code is ErrorCode.TOO_BIG
    monkeypatch.setattr(yaml_format, "MAX_NODES", 20)
    assert load(b"a: [1, 2, 3, 4, 5, 6, 7]\n")["a"] == [1, 2, 3, 4, 5, 6, 7]
    assert refusal(b"a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]\n").code is ErrorCode.TOO_BIG


@settings(max_examples=100)
@given(documents)
def test_what_is_written_comes_back(document: Document) -> None:
    """Any document survives, through both parsers, and reads the same in PyYAML's own loader."""
    data = dump(document, "A comment")

    assert data.startswith(b"# A comment\n")
    assert same(load(data), document)
    assert same(strictly_read(data, pure=True), document)
    assert yaml.safe_load(data) == document


@settings(max_examples=100)
@given(documents)
def test_careful_writing_comes_back_too(document: Document) -> None:
    """The form that is used when the readable one fails holds the same."""
    text = render(document, yaml_format._resolves, careful=True)

    assert same(load(text.encode("utf-8", "surrogatepass")), document)


def test_an_unreadable_result_is_written_carefully(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should block text ever go wrong, the words are written on one line instead."""
    monkeypatch.setattr("app.storage.yaml_text._fits_a_block", bool)

    data = dump({"a": "x\ry\n"}, "c")

    assert data == b'# c\n"a": "x\\ry\\n"\n'


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), 10**18, 1e300, b"bytes", ("tuple",), "\ud800"],
)
def test_what_would_not_come_back_is_not_written(value: Value) -> None:
    """A value that the file cannot hold raises, and nothing is written."""
    with pytest.raises(YamlError) as caught:
        dump({"a": value}, "c")

    assert caught.value.code is ErrorCode.NOT_REPRESENTABLE


def test_text_reads_as_it_was_typed() -> None:
    """Few quotes, lines as lines, words that others would misread in quotes."""
    document: Document = {
        "plain": "Dizzy, then fine (really): it's ok #1",
        "id": "2026-11-30-a7k",
        "phone": "020 7946 0000",
        "number": "42",
        "exponent": "1e5",
        "no": "no",
        "y": "y",
        "date": "2026-11-30",
        "time": "13:30",
        "empty": "",
        "edge": " a ",
        "colon": "a: b",
        "tab": "a\tb",
        "spaces": "one \n\n\ttwo\n",
        "indented": "  one\ntwo\n\n",
        "list": [1, [2, ["x"]], [], {}, {"a": None}, "l\nm"],
        "emoji": "😀",
        "real": 3.0,
    }

    text = dump(document, "c").decode()

    assert text == EXPECTED


EXPECTED = """\
# c
plain: 'Dizzy, then fine (really): it''s ok #1'
id: 2026-11-30-a7k
phone: 020 7946 0000
number: '42'
exponent: '1e5'
'no': 'no'
'y': 'y'
date: '2026-11-30'
time: '13:30'
empty: ''
edge: ' a '
colon: 'a: b'
tab: "a\\tb"
spaces: |
  one\x20

  \ttwo
indented: |2+
    one
  two

list:
  - 1
  - - 2
    - - x
  - []
  - {}
  - a: null
  - |-
    l
    m
emoji: '😀'
real: 3.0
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 2),
        (("schema",), 2),
        (("list",), 3),
        (("list", 0), 4),
        (("list", 0, "id"), 4),
        (("list", 1), 6),
        (("list", 1, "words"), 7),
        (("list", 1, "missing"), 6),
        (("list", 5), 3),
        (("map", "b", "c"), 12),
        (("schema", "deeper"), 2),
    ],
)
def test_a_value_is_found_again_with_its_line(path: tuple[str | int, ...], line: int) -> None:
    """Problems of values name the line, found by a second parse."""
    data = (
        b"# c\nschema: 1\nlist:\n  - id: a\n    x: [1, [2]]\n  - id: b\n    words: |\n"
        b"      one\n      two\nmap:\n  a: {b: {c: 1}}\n  b: {c: 1}\n"
    )

    assert locate(data, path) == line


def test_no_line_is_found_in_a_broken_file() -> None:
    """Looking for a line never raises."""
    assert locate(b"a: [", ("a", 1)) is None
