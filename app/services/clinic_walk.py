"""Going through a clinic's pack value by value, so that everything wrong in it is found at once."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final, get_args, get_type_hints

from msgspec import UNSET, Struct, ValidationError, convert, inspect
from msgspec.structs import FieldInfo, fields

from app.i18n import _, ngettext
from app.services.clinic_allowed import refused, without_none
from app.services.clinic_fitting import Fault, misfits
from app.services.copy_words import printable
from app.storage.codec import Path
from app.storage.yaml_values import Document, Value

MOST_UNKNOWN: Final = 10
"""How many names that nobody knows are told of one group of lines."""

_LONGEST: Final = 40
"""How much of such a name is told, in characters."""


class Walk:
    """One way through a pack; ``faults`` is what was found on it, in the order of the types."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def group(self, raw: Document, type_: type[Struct], place: Path) -> dict[str, Any]:
        """Look at *raw*, which should be a *type_*, and return what in it may stand there."""
        hints = get_type_hints(type_, include_extras=True)
        said: dict[str, Any] = {}
        for field in fields(type_):
            if field.name in raw:
                said[field.name] = self._value(
                    raw[field.name], hints[field.name], (*place, field.name)
                )
            elif field.required:
                self._add((*place, field.name), _needed(field, hints[field.name]))
            else:
                said[field.name] = _nothing_said(field)
        known = [field.name for field in fields(type_)]
        for fault in _unknown(raw, known, is_whole=not place):
            self._add((*place, *fault[0]), fault[1])
        said = {name: value for name, value in said.items() if value is not UNSET}
        for inside, sentence in misfits(type_, said):
            self._add((*place, *inside), sentence)
        return said

    def _value(self, raw: Value, hint: Any, place: Path) -> Any:
        """Return *raw* as it is used, or UNSET if something is wrong with all of it."""
        info = inspect.type_info(hint)
        plain = without_none(info)
        if isinstance(plain, inspect.StructType) and isinstance(raw, dict):
            return self.group(raw, plain.cls, place)
        if isinstance(plain, inspect.VarTupleType) and isinstance(raw, list):
            most = plain.max_length or 0
            if len(raw) > most:
                self._add(place, refused(info, raw))
            item = _item_of(hint)
            items = {
                number: self._value(inner, item, (*place, number))
                for number, inner in enumerate(raw[:most])
            }
            return {number: one for number, one in items.items() if one is not UNSET}
        try:
            return convert(raw, hint)
        except ValidationError:
            self._add(place, refused(info, raw))
        return UNSET

    def _add(self, place: Path, sentence: str) -> None:
        self.faults.append((place, sentence))


def _needed(field: FieldInfo, hint: Any) -> str:
    what = refused(inspect.type_info(hint), None)
    return _("{field} is needed. {what}").format(field=field.name, what=what)


def _nothing_said(field: FieldInfo) -> Any:
    """Return the default of *field*, in the form of what is said."""
    return {} if field.default == () or isinstance(field.default, Struct) else field.default


def _item_of(hint: Any) -> Any:
    """Return what the items of a list are: lists here have a limit, noted around their type."""
    return get_args(get_args(hint)[0])[0]


def _unknown(raw: Document, known: list[str], *, is_whole: bool) -> Iterator[Fault]:
    names = [name for name in raw if name not in known and not (is_whole and name == "schema")]
    for name in islice(names, MOST_UNKNOWN):
        near = get_close_matches(name[:_LONGEST], known, 1)
        shown = printable(name[:_LONGEST])
        if near:
            text = _("The program does not know {name}. Did you mean {near}?")
            yield (name,), text.format(name=shown, near=near[0])
        else:
            text = _("The program does not know {name}. It knows: {names}.")
            yield (name,), text.format(name=shown, names=", ".join(known))
    more = len(names) - MOST_UNKNOWN
    if more > 0:
        text = ngettext(
            "It does not know {count} more name here.",
            "It does not know {count} more names here.",
            more,
        )
        yield (names[MOST_UNKNOWN],), text.format(count=more)
