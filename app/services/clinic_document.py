"""A pack as a file, and as it is filled in: each made of the other."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from app.domain.clinic import Pack
from app.domain.rules import AFTER, IN_HOURS, IN_MINUTES
from app.services.clinic_days import day_key, is_monthly, texts_of_days, write_days
from app.services.clinic_draft import AFTER_CARE, LANGUAGES, RULES, Draft
from app.services.clinic_raw import (
    besides,
    entries,
    mapping,
    number,
    parted,
    place_in,
    put,
    put_list,
    shown,
)
from app.services.clinic_rows import hidden_in, row_key, rows_of, with_ids, write_rows
from app.storage.yaml_values import Document, Value

_RULE_NAMES: Final = tuple(one.value for one in RULES)
_AFTER: Final = {one.value for one in AFTER}
_UNITS: Final = {
    **{one.value: "hours" for one in IN_HOURS},
    **{one.value: "minutes" for one in IN_MINUTES},
}
"""What the number of a rule counts. Another unit is another time: it is no number of the form."""

_TOP: Final = ("name", "author", "version", "expires", "address", "hours")
_PHONES: Final = ("day", "out_of_hours")
_TEXTS: Final = {LANGUAGES: "\n", AFTER_CARE: "\n\n"}
"""Lists that are typed as one text, and what stands between their parts."""
_BETWEEN: Final = {LANGUAGES: re.compile(r"\n"), AFTER_CARE: re.compile(r"\n[ \t]*\n")}
_NEEDED: Final = ("name", "author", "version", "expires")
"""What stands in the document though nothing is said: the check tells what belongs there."""
_RULE_PARTS: Final = ("number", "words", "next_day")
_RULE: Final = re.compile(r"rules\[([0-9]+)\]\.?(\w*)")


def draft_of(document: Document) -> Draft:
    """Return what *document*, a pack in whatever state, says in the places of the form."""
    texts = {key: shown(document.get(key)) for key in _TOP}
    next_day: dict[str, bool] = {}
    phones = document.get("phones")
    said = phones if isinstance(phones, dict) else {"day": phones}
    texts.update((f"phones.{key}", shown(said.get(key))) for key in _PHONES)
    rules, _others = parted(document.get("rules"), "id", _RULE_NAMES)
    for name, rule in rules.items():
        texts[f"{name}.number"] = shown(rule.get(_UNITS.get(name, "")))
        texts[f"{name}.words"] = shown(rule.get("words"))
        waits = rule.get("next_day")
        if isinstance(waits, bool):
            next_day[name] = waits
    texts.update(texts_of_days(document))
    for key, between in _TEXTS.items():
        texts[key] = between.join(map(shown, entries(document.get(key))))
    return Draft(
        texts=texts,
        hidden=hidden_in(document),
        rows=rows_of(document),
        is_monthly=is_monthly(document),
        next_day=next_day,
        document=document,
    )


def document_of(draft: Draft, today: date) -> Document:
    """Return the pack that *draft* makes, of *today*, in the order of its type.

    What nobody typed is as it was in the file, whatever it is.
    """
    draft = with_ids(draft)
    said: Document = dict(draft.document)
    for key in _TOP:
        if draft.decides(key, said, key):
            text = draft.text(key)
            put(said, key, number(text) if key == "version" else text)
    said["date"] = today.isoformat()
    _write_phones(draft, said)
    rules, others = parted(said.get("rules"), "id", _RULE_NAMES)
    put_list(said, "rules", [*_rules(draft, rules)], others)
    write_rows(draft, said)
    write_days(draft, said)
    for key in _TEXTS:
        if draft.decides(key, said, key):
            parts = _BETWEEN[key].split(draft.text(key))
            put(said, key, [one.strip() for one in parts if one.strip()])
    for key in _NEEDED:
        said.setdefault(key, "")
    order = [name for name in ("schema", *Pack.__struct_fields__) if name in said]
    return {name: said[name] for name in dict.fromkeys((*order, *said))}


def key_of(field: str, document: Document, draft: Draft) -> str:
    """Return where in the form the fault at *field* of *document* is shown; empty: nowhere.

    *draft* is what made it.
    """
    if found := _RULE.match(field):
        name = place_in(document.get("rules"), int(found[1]), "id")
        if name not in _RULE_NAMES:
            return ""
        is_number = name in _UNITS and found[2] in {"hours", "minutes"}
        return f"{name}.number" if is_number else f"{name}.words"
    if inside := row_key(field, draft) or day_key(field, document):
        return inside
    first = field.partition("[")[0]
    known = {*_TOP, *_TEXTS, "logo", *(f"phones.{key}" for key in _PHONES)}
    return first if first in known else ""


def _write_phones(draft: Draft, said: Document) -> None:
    raw = said.get("phones")
    phones = dict(mapping(raw))
    keys = {part: f"phones.{part}" for part in _PHONES}
    for part, key in keys.items():
        if draft.decides(key, phones, part):
            put(phones, part, draft.text(key))
    is_group = isinstance(raw, dict) or "phones" not in said
    if phones != raw and (is_group or not draft.typed.isdisjoint(keys.values())):
        put(said, "phones", phones)


def _rules(draft: Draft, before: Mapping[str, Document]) -> Iterator[Value]:
    for rule in RULES:
        name = rule.value
        kept = before.get(name, {})
        if kept and draft.typed.isdisjoint(f"{name}.{part}" for part in _RULE_PARTS):
            yield kept
        else:
            yield from _rule(draft, name, kept)


def _rule(draft: Draft, name: str, kept: Document) -> Iterator[Value]:
    """Yield the rule *name* if anything is said of it; *kept* is what the file says.

    What is typed takes the place of what this rule cannot have, too: it was told beside the field.
    """
    said = {**kept, "id": name}
    unit, words = _UNITS.get(name, ""), draft.text(f"{name}.words")
    is_reworded = f"{name}.words" in draft.typed
    if f"{name}.number" in draft.typed or (is_reworded and not unit):
        said = besides(said, "hours", "minutes")
    if unit and draft.decides(f"{name}.number", said, unit):
        put(said, unit, number(draft.text(f"{name}.number")))
    if draft.decides(f"{name}.words", said, "words"):
        put(said, "words", words)
    can_wait = bool(words) and name in _AFTER
    if is_reworded and not can_wait:
        said.pop("next_day", None)
    waits = draft.next_day.get(name)
    if can_wait and waits is not None and draft.decides(f"{name}.next_day", said, "next_day"):
        said["next_day"] = waits
    if any(key in said for key in ("hours", "minutes", "words")):
        order = ("id", unit, "words", "next_day", *said)
        yield {key: said[key] for key in order if key in said}
