"""Between raw documents and typed values: validated on the way in, cleaned on the way out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Final, TypeAlias, TypeVar

from msgspec import NODEFAULT, Struct, ValidationError, convert, to_builtins

from app.domain.text import clean
from app.storage.errors import ErrorCode, StorageError
from app.storage.yaml_values import Document, Value

T = TypeVar("T")

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in a document: keys and places in lists."""

MOST_ERRORS: Final = 100
"""How many wrong values may be left out before a document counts as not ours."""

_PLACE: Final = r"at `\$(.*?)`$"
_STEP: Final = r"\.([^.\[\]]+)|\[(\d+)\]"
_MISSING: Final = r"^Object missing required field `([^`]+)`"
_NUMBER_FOR_TEXT: Final = "Expected `str`, got `int`"
_OTHER_TYPE: Final = r"^Expected `[^`]+`, got `[^`]+`"


class FieldError(StorageError):
    """A value in a document is not what belongs there; *digits* where it is text without quotes."""

    def __init__(self, code: ErrorCode, place: Path, *, digits: bool = False) -> None:
        super().__init__(code, field=_spelled(place))
        self.place = place
        self.digits = digits


def decode(raw: Value, type_: type[T]) -> T:
    """Return *raw* as a value of *type_*, or raise FieldError with the way to what is wrong.

    Unknown keys are no fault.
    """
    try:
        return convert(raw, type_)
    except ValidationError as error:
        raise _field_error(str(error)) from None


def decode_what_can_be(raw: Document, type_: type[T]) -> tuple[T, list[FieldError]]:
    """Return *raw* as a value of *type_* with what is wrong left out, and the list of that.

    A wrong value is left at its default, a list item without a needed field is left out, a
    key with nothing after it counts as not answered, and digits without quotes as text where
    text belongs. Raises FieldError when nothing remains, or too much is wrong.
    """
    errors: list[FieldError] = []
    removed: dict[Path, list[int]] = {}
    whole = _copied(raw)
    for _ in range(MOST_ERRORS):
        try:
            return decode(whole, type_), errors
        except FieldError as error:
            if error.digits:
                _set(whole, error.place, str(_at(whole, error.place)))
            else:
                _leave_out(whole, error, removed, errors)
    raise FieldError(ErrorCode.WRONG_TYPE, ())


def encode(
    value: Struct, raw: Mapping[str, Value] | None = None, faults: Iterable[Path] = ()
) -> Document:
    """Return *value* as a document: keys in the order of its type, what says nothing left out.

    A default that says something, such as 40 minutes, is written: the file means the same
    when a later program has another default.
    Keys of *raw* that the type does not know are kept, at every depth; parts in lists find
    theirs by their ``key``. What stands in *raw* at one of *faults* is kept unless *value*
    now says something there. Text is cleaned.
    """
    return _encoded(value, raw or {}, frozenset(faults), ())


def _encoded(
    value: Struct, raw: Mapping[str, Value], faults: frozenset[Path], place: Path
) -> Document:
    document: Document = {}
    names = value.__struct_fields__
    defaults = value.__struct_defaults__
    required = len(names) - len(defaults)
    for number, name in enumerate(names):
        field = getattr(value, name)
        default = defaults[number - required] if number >= required else NODEFAULT
        given = raw.get(name)
        here = (*place, name)
        if here in faults and field == default:
            document[name] = given
        elif isinstance(field, Struct):
            inner = _encoded(field, given if isinstance(given, dict) else {}, faults, here)
            if inner or default is NODEFAULT:
                document[name] = inner
        elif isinstance(field, tuple):
            items = _list(field, given if isinstance(given, list) else [], faults, here)
            if items or default is NODEFAULT:
                document[name] = items
        elif field or field != default:
            document[name] = _plain(field)
    document.update((key, raw[key]) for key in raw if key not in names)
    return document


def _list(
    items: tuple[Any, ...], raw: list[Value], faults: frozenset[Path], place: Path
) -> list[Value]:
    if items and not isinstance(items[0], Struct):
        return [_plain(item) for item in items]
    rest = list(enumerate(raw))
    kept = [old for number, old in rest if (*place, number) in faults]
    rest = [(number, old) for number, old in rest if (*place, number) not in faults]
    pairs = [_partner(item, rest) for item in items]
    if items and items[0].key is None:
        pairs = [pair or (rest.pop(0) if rest else None) for pair in pairs]
    encoded: list[Value] = []
    for item, pair in zip(items, pairs, strict=True):
        number, old = pair or (-1, None)
        given = old if isinstance(old, dict) else {}
        encoded.append(_encoded(item, given, faults, (*place, number)))
    return encoded + kept


def _partner(item: Any, rest: list[tuple[int, Value]]) -> tuple[int, Value] | None:
    """Take from *rest* the earlier form of *item*: the same by its key, or equal without one."""
    for pair in rest:
        old = pair[1]
        if isinstance(old, dict) and _is_same_part(item, old):
            rest.remove(pair)
            return pair
    return None


def _is_same_part(item: Any, old: Document) -> bool:
    if item.key is not None:
        return bool(old.get(item.key) == _plain(getattr(item, item.key)))
    encoded = _encoded(item, {}, frozenset(), ())
    return all(old[name] == encoded.get(name) for name in item.__struct_fields__ if name in old)


def _plain(value: Any) -> Value:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Enum):
        return str(value.value)
    plain: Value = to_builtins(value)
    return plain


def _field_error(message: str) -> FieldError:
    """Return what msgspec's *message* says, without the value it may quote."""
    found = re.search(_PLACE, message)
    steps = re.findall(_STEP, found[1]) if found else []
    place: Path = tuple(int(number) if number else name for name, number in steps)
    if missing := re.match(_MISSING, message):
        return FieldError(ErrorCode.MISSING_FIELD, (*place, missing[1]))
    code = ErrorCode.WRONG_TYPE if re.match(_OTHER_TYPE, message) else ErrorCode.BAD_VALUE
    return FieldError(code, place, digits=message.startswith(_NUMBER_FOR_TEXT))


def _leave_out(
    whole: Document,
    error: FieldError,
    removed: dict[Path, list[int]],
    errors: list[FieldError],
) -> None:
    """Take what *error* is about out of *whole*, and note it with its original place."""
    place = error.place[:-1] if error.code is ErrorCode.MISSING_FIELD else error.place
    if not place:
        raise errors[0] if errors else error
    value = _at(whole, place[:-1]).pop(place[-1])
    original = _before_removals(place, removed)
    if isinstance(original[-1], int):
        removed.setdefault(original[:-1], []).append(original[-1])
    elif value is None:
        return
    listed = FieldError(error.code, (*original, *error.place[len(place) :]))
    if listed.place not in [other.place for other in errors]:
        errors.append(listed)


def _at(whole: Any, place: Path) -> Any:
    for step in place:
        whole = whole[step]
    return whole


def _set(whole: Any, place: Path, value: Value) -> None:
    _at(whole, place[:-1])[place[-1]] = value


def _before_removals(place: Path, removed: Mapping[Path, Sequence[int]]) -> Path:
    """Return *place* as it was before items of lists were removed."""
    original: Path = ()
    for step in place:
        moved = step
        if isinstance(moved, int):
            for gone in sorted(removed.get(original, ())):
                moved += moved >= gone
        original = (*original, moved)
    return original


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_copied(one) for one in value]
    return value


def _spelled(place: Path) -> str | None:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return text.removeprefix(".") or None
