"""What may stand in each place of a clinic's pack, as sentences made from the types themselves."""

import re
from collections.abc import Iterable
from typing import Any, Final, get_args

from msgspec import Meta, inspect

from app.domain.pack_text import (
    PLAIN_LINE,
    PLAIN_TEXT,
    SAID_LINE,
    SAID_TEXT,
    NeededNumber,
    PackId,
    PhoneNumber,
)
from app.i18n import _, ngettext
from app.services.copy_words import printable

_LINKS: Final = re.compile(r"(?i)://|www\.|mailto:|<[a-z!/?]|\]\(")


def allowed(type_: inspect.Type) -> str:
    """Return what a value of *type_* may be, in words that follow "It should be"."""
    match without_none(type_):
        case inspect.StrType() as text:
            return _text(text)
        case inspect.IntType(ge=least, le=most):
            return _("a whole number from {least} to {most}").format(least=least, most=most)
        case inspect.FloatType(ge=least, le=most):
            return _("a number from {least} to {most}").format(least=least, most=most)
        case inspect.DateType():
            return _("a date, such as 2026-11-30")
        case inspect.BoolType():
            return _("true or false")
        case inspect.EnumType(cls=choices):
            return one_of(one.value for one in choices)
        case inspect.VarTupleType(max_length=most):
            return _list(most)
        case other:
            fields: tuple[inspect.Field, ...] = getattr(other, "fields", ())
            names = ", ".join(field.name for field in fields)
            return _("a group of lines further in, of: {names}").format(names=names)


def refused(type_: inspect.Type, value: Any) -> str:
    """Return why *value* cannot stand where *type_* belongs, and what can, as sentences.

    No word of the value is in them.
    """
    plain = without_none(type_)
    why = _why_no_text(value) if isinstance(plain, inspect.StrType) else ""
    what = _("It should be {what}.").format(what=allowed(plain))
    return f"{why} {what}".lstrip()


def without_none(type_: inspect.Type) -> inspect.Type:
    """Return *type_*, or what it is where it is not nothing at all."""
    if isinstance(type_, inspect.UnionType):
        return next(one for one in type_.types if not isinstance(one, inspect.NoneType))
    return type_


def one_of(names: Iterable[str]) -> str:
    """Return "one of" and *names*."""
    return _("one of: {names}").format(names=", ".join(names))


def _list(most: int | None) -> str:
    text = ngettext(
        "a list of at most {count} item, each on a line that begins with a dash",
        "a list of at most {count} items, each on a line that begins with a dash",
        most or 0,
    )
    return text.format(count=most)


def _text(type_: inspect.StrType) -> str:
    line = _("text of at most {most} characters, on one line, without links")
    lines = _("text of at most {most} characters, without links")
    phone = _("a phone number of at most {most} signs: digits, letters and + ( ) / . , -")
    text = {
        PLAIN_LINE: line,
        SAID_LINE: line,
        PLAIN_TEXT: lines,
        SAID_TEXT: lines,
        _pattern_of(PackId): _(
            "a name of at most 40 small letters, digits and underscores, a letter first"
        ),
        _pattern_of(PhoneNumber): phone,
        _pattern_of(NeededNumber): phone,
    }[type_.pattern]
    return text.format(most=type_.max_length)


def _why_no_text(value: Any) -> str:
    if type(value) in {int, float}:
        return _("Put it in quotes.")
    if not isinstance(value, str):
        return ""
    if not value.strip():
        return _("Nothing is said here.")
    if _LINKS.search(value):
        return _("There is a link or markup in it.")
    in_lines = value.replace("\n", "").replace("\t", "")
    return _("There are hidden signs in it.") if printable(in_lines) != in_lines else ""


def _pattern_of(annotated: Any) -> str | None:
    meta: Meta = get_args(annotated)[1]
    return meta.pattern
