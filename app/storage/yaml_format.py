"""Strict YAML: plain mappings, lists, text, whole and decimal numbers, true, false and null.

Reading is built on parser events, so nothing is expanded, resolved or nested without limit.
What is not listed above stays text, or is refused with its line. Others come in by yaml_door.py,
which reads the plain shape of our own files without any of this. Writing is in yaml_text.py, and
is read back here, by events, before anybody gets it.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, NoReturn, TypeAlias

from yaml import compose
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.nodes import MappingNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.resolver import Resolver
from yaml.scanner import Scanner

from app.storage.errors import ErrorCode, YamlError
from app.storage.yaml_text import render
from app.storage.yaml_values import (
    LOOKS_RESOLVED,
    Document,
    Value,
    checked_text,
    error_at,
    is_plain_key,
    resolved,
    same,
)

try:
    from yaml._yaml import CParser
    from yaml.cyaml import CSafeLoader as Marking
except ImportError:  # pragma: no cover - PyYAML without libyaml; tested through pure=True
    from yaml.loader import SafeLoader as Marking  # type: ignore[assignment]

    CParser = None  # type: ignore[assignment, misc]

MAX_NODES: Final = 2_000_000
MAX_ENTRIES: Final = 100_000
"""Most keys in one mapping, or items in one list."""
MAX_DEPTH: Final = 12
MAX_KEY: Final = 128
"""Longest key in characters; YAML could not write back more than 1,024 bytes."""

_BOM: Final = b"\xef\xbb\xbf"

_NextEvent: TypeAlias = Callable[[], Any]


def strictly_read(data: bytes, *, pure: bool = False) -> Document:
    """Return the document in *data*, or raise YamlError with code, line and column.

    With *pure*, the parser written in Python is used, as it is where libyaml is missing.
    """
    data = data.removeprefix(_BOM)
    checked_text(data)
    try:
        return _Builder(_events(data, pure=pure), data).document()
    except (YAMLError, ValueError, OverflowError) as error:
        raise _yaml_error(error, data) from None


def strictly_written(document: Mapping[str, Value], comment: str) -> bytes:
    """Return *document* under a first line with *comment*, read back; see ``yaml_door.dump``."""
    for careful in (False, True):
        text = render(document, _resolves, careful=careful)
        data = f"# {comment}\n{text}".encode("utf-8", "surrogatepass")
        with suppress(YamlError):
            if same(strictly_read(data), document):
                return data
    raise YamlError(ErrorCode.NOT_REPRESENTABLE)


def places_of(data: bytes, paths: Sequence[Sequence[str | int]]) -> list[int | None]:
    """Return the line of the value at each of *paths*; see ``yaml_door.locate``."""
    try:
        strictly_read(data)
        root: Any = compose(data.removeprefix(_BOM), Marking)
    except (YAMLError, YamlError):
        return [None] * len(paths)
    return [_line_of(root, path) for path in paths]


def _line_of(node: Any, path: Sequence[str | int]) -> int:
    line: int = node.start_mark.line + 1
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        marked, node = child
        line = marked.start_mark.line + 1
    return line


class _Builder:
    """Builds one document from events. Depth is bounded, so it may call itself.

    What the bytes of the file rule out is not looked for at each event, which saves time.
    """

    def __init__(self, get: _NextEvent, data: bytes) -> None:
        self._get = get
        self._marked = b"&" in data or b"!" in data
        self._wide = len(data) > MAX_ENTRIES
        self._depth = 0

    def document(self) -> Document:
        """Return the one document there is."""
        self._get()
        start = self._get()
        if not isinstance(start, DocumentStartEvent):
            _refuse(ErrorCode.EMPTY, start)
        if start.version or start.tags:
            _refuse(ErrorCode.DIRECTIVE, start)
        root = self._get()
        if isinstance(root, ScalarEvent) and not (root.value or root.style):
            _refuse(ErrorCode.EMPTY, root)
        if not isinstance(root, MappingStartEvent):
            _refuse(_node_fault(root) or ErrorCode.NOT_A_MAPPING, root)
        document = self._mapping(root)
        self._get()
        end = self._get()
        if not isinstance(end, StreamEndEvent):
            _refuse(ErrorCode.MORE_DOCUMENTS, end)
        return document

    def _mapping(self, start: MappingStartEvent) -> Document:
        self._enter(start)
        get, value_of = self._get, self._value
        marked, wide = self._marked, self._wide
        mapping: Document = {}
        while type(event := get()) is not MappingEndEvent:
            if marked or type(event) is not ScalarEvent or event.style:
                key = _key(event)
            else:
                key = event.value
                if len(key) > MAX_KEY or not is_plain_key(key):
                    key = _key(event)
            if key in mapping:
                _refuse(ErrorCode.DUPLICATE_KEY, event)
            value = get()
            if not marked and type(value) is ScalarEvent:
                text = value.value
                quoted = value.style or (text and text[0] not in LOOKS_RESOLVED)
                mapping[key] = text if quoted else resolved(text)
            else:
                mapping[key] = value_of(value)
            if wide and len(mapping) > MAX_ENTRIES:
                _refuse(ErrorCode.TOO_BIG, event)
        self._depth -= 1
        return mapping

    def _sequence(self, start: SequenceStartEvent) -> list[Value]:
        self._enter(start)
        get, value_of = self._get, self._value
        sequence: list[Value] = []
        while type(event := get()) is not SequenceEndEvent:
            sequence.append(value_of(event))
            if len(sequence) > MAX_ENTRIES:
                _refuse(ErrorCode.TOO_BIG, event)
        self._depth -= 1
        return sequence

    def _value(self, event: Event) -> Value:
        if type(event) is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                _refuse(_node_fault(event), event)
            text: str = event.value
            if event.style or (text and text[0] not in LOOKS_RESOLVED):
                return text
            return resolved(text)
        if type(event) is MappingStartEvent:
            return self._mapping(event)
        if type(event) is SequenceStartEvent:
            return self._sequence(event)
        return _refuse(ErrorCode.ANCHOR, event)

    def _enter(self, start: MappingStartEvent | SequenceStartEvent) -> None:
        if start.tag is not None or start.anchor is not None:
            _refuse(_node_fault(start), start)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            _refuse(ErrorCode.TOO_DEEP, start)


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, as strict about quoted characters as libyaml."""

    def __init__(self, data: bytes) -> None:
        Reader.__init__(self, data.decode())
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_flow_scalar(self, style: str) -> Any:
        """Scan a quoted text, refusing escapes that stand for no character."""
        start = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
            token.value.encode()
        except (ValueError, OverflowError):
            raise MarkedYAMLError(problem_mark=start) from None
        return token


def _events(data: bytes, *, pure: bool) -> _NextEvent:
    """Return a function that returns the next event of *data* at each call."""
    get = _PureParser(data).get_event if pure or CParser is None else CParser(data).get_event
    return get if len(data) < MAX_NODES else _counted(get)


def _counted(get: _NextEvent) -> _NextEvent:
    """Return *get*, but refusing to give more than MAX_NODES events."""
    numbers = iter(range(MAX_NODES))

    def counting() -> Any:
        event = get()
        if next(numbers, None) is None:
            _refuse(ErrorCode.TOO_BIG, event)
        return event

    return counting


def _key(event: Event) -> str:
    if type(event) is not ScalarEvent:
        _refuse(_node_fault(event) or ErrorCode.KEY_NOT_TEXT, event)
    if event.tag is not None or event.anchor is not None:
        _refuse(_node_fault(event), event)
    key: str = event.value
    if len(key) > MAX_KEY:
        _refuse(ErrorCode.KEY_TOO_LONG, event)
    if not event.style and not is_plain_key(key):
        _refuse(ErrorCode.MERGE_KEY if key == "<<" else ErrorCode.KEY_NOT_TEXT, event)
    return key


def _resolves(text: str) -> bool:
    """Whether readers of YAML 1.1 would take *text* without quotes for something else."""
    resolvers = Resolver.yaml_implicit_resolvers
    return any(pattern.match(text) for _tag, pattern in resolvers.get(text[:1], ()))


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """Return the node that shows where *step* inside *node* is, and the node that it is."""
    if isinstance(node, MappingNode):
        return next((pair for pair in node.value if pair[0].value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _node_fault(event: Event) -> ErrorCode | None:
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
        return ErrorCode.ANCHOR
    return ErrorCode.TAG if getattr(event, "tag", None) is not None else None


def _refuse(code: ErrorCode | None, event: Event) -> NoReturn:
    mark: Any = event.start_mark
    raise YamlError(code or ErrorCode.SYNTAX, line=mark.line + 1, column=mark.column + 1)


def _yaml_error(error: Exception, data: bytes) -> YamlError:
    """Return what the parser's *error* comes to, without the text it quotes."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        lines = data.decode().splitlines()
        line = lines[mark.line] if mark.line < len(lines) else ""
        indent = line[: len(line) - len(line.lstrip())]
        code = ErrorCode.TAB if "\t" in indent else ErrorCode.SYNTAX
        return YamlError(code, line=min(mark.line + 1, len(lines)), column=mark.column + 1)
    if isinstance(error, ReaderError):
        return error_at(ErrorCode.SYNTAX, data, int(error.position))
    return YamlError(ErrorCode.SYNTAX)
