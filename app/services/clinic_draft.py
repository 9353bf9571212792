"""A pack while somebody fills it in: every word as it is typed, and the document made of it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from app.domain.checklist import Stage
from app.domain.clinic import Pack
from app.domain.rules import ALWAYS_SAID, IN_HOURS, IN_MINUTES, RuleId
from app.domain.text import clean
from app.storage.yaml_values import Document, Value

RULES: Final = tuple(one for one in RuleId if one not in ALWAYS_SAID)
"""The rules that a clinic can set, in the order of the screen."""

_RULE_NAMES: Final = tuple(one.value for one in RULES)
AFTER_CARE: Final = "after_care"
_TOP: Final = ("name", "author", "version", "expires", "address", "hours")
_PHONES: Final = ("day", "out_of_hours")
_NEEDED: Final = ("name", "author", "version", "expires")
"""What stands in the document though nothing is said: the check tells what belongs there."""
_DECIMAL: Final = re.compile(r"[0-9]{1,6}[.,][0-9]{1,3}")
_RULE: Final = re.compile(r"rules\[([0-9]+)\]\.?(\w*)")
_ITEM: Final = re.compile(r"checklist\.add\[([0-9]+)\]\.?(why)?")


class DraftItem(Struct, frozen=True, kw_only=True):
    """An item that the clinic adds, as far as it is filled in. The id of a new one is empty."""

    id: str = ""
    title: str = ""
    why: str = ""
    stage: Stage = Stage.WEEK_BEFORE

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet; then it is left out."""
        return not (self.title.strip() or self.why.strip())


class Draft(Struct, frozen=True, kw_only=True):
    """What is filled in. ``texts`` are by keys such as ``phones.day`` and ``food.number``.

    ``document`` is the pack that was opened: what the form does not show stays as it is there.
    """

    texts: Mapping[str, str] = {}
    hidden: tuple[str, ...] = ()
    items: tuple[DraftItem, ...] = ()
    document: Document = {}

    def text(self, key: str) -> str:
        """Return what is typed under *key*, without signs that nobody sees."""
        return clean(self.texts.get(key, "")).strip()

    def saying(self, key: str, text: str) -> "Draft":
        """Return the draft with *text* under *key*."""
        return replace(self, texts={**self.texts, key: text})

    def hiding(self, item: str, *, hides: bool) -> "Draft":
        """Return the draft in which the built-in *item* is hidden, or is not."""
        others = tuple(one for one in self.hidden if one != item)
        return replace(self, hidden=(*others, item) if hides else others)

    def with_item(self, place: int, item: DraftItem) -> "Draft":
        """Return the draft with *item* at *place*, or at the end."""
        return replace(self, items=(*self.items[:place], item, *self.items[place + 1 :]))

    def naming_logo(self, name: Value) -> "Draft":
        """Return the draft with *name* as the file of its logo; none if it is nothing."""
        rest = {key: value for key, value in self.document.items() if key != "logo"}
        return replace(self, document=rest if name is None else {**rest, "logo": name})


def draft_of(document: Document) -> Draft:
    """Return what *document*, a pack in whatever state, says in the places of the form."""
    texts = {key: _shown(document.get(key)) for key in _TOP}
    phones = _mapping(document.get("phones"))
    texts.update((f"phones.{key}", _shown(phones.get(key))) for key in _PHONES)
    for rule in _mappings(document.get("rules")):
        name = _shown(rule.get("id"))
        number = rule.get("minutes") if rule.get("hours") is None else rule["hours"]
        texts.setdefault(f"{name}.number", _shown(number))
        texts.setdefault(f"{name}.words", _shown(rule.get("words")))
    texts[AFTER_CARE] = "\n\n".join(map(_shown, _listed(document.get(AFTER_CARE))))
    checklist = _mapping(document.get("checklist"))
    return Draft(
        texts=texts,
        hidden=tuple(map(_shown, _listed(checklist.get("hide")))),
        items=tuple(_item(one) for one in _mappings(checklist.get("add"))),
        document=document,
    )


def document_of(draft: Draft, today: date) -> Document:
    """Return the pack that *draft* makes, of *today*, in the order of its type."""
    said: Document = dict(draft.document)
    said.update((key, draft.text(key)) for key in _TOP)
    said["version"] = _number(draft.text("version"))
    said["date"] = today.isoformat()
    phones = {key: draft.text(f"phones.{key}") for key in _PHONES}
    said["phones"] = _without_nothing({**_mapping(said.get("phones")), **phones})
    said["rules"] = [*_rules(draft), *_other_rules(draft.document)]
    checklist = _mapping(said.get("checklist"))
    said["checklist"] = _without_nothing(
        {**checklist, "add": _items(draft), "hide": [*draft.hidden]}
    )
    paragraphs = re.split(r"\n[ \t]*\n", draft.text(AFTER_CARE))
    said[AFTER_CARE] = [one.strip() for one in paragraphs if one.strip()]
    order = [name for name in ("schema", *Pack.__struct_fields__) if name in said]
    kept = _without_nothing(said)
    return {
        name: said[name]
        for name in dict.fromkeys((*order, *said))
        if name in kept or name in _NEEDED
    }


def key_of(field: str, document: Document) -> str:
    """Return where in the form the fault at *field* of *document* is shown; empty: nowhere."""
    if found := _RULE.match(field):
        rule = _mapping(_listed(document.get("rules"))[int(found[1])])
        name = _shown(rule.get("id"))
        if name not in _RULE_NAMES:
            return ""
        return f"{name}.number" if found[2] in {"hours", "minutes"} else f"{name}.words"
    if found := _ITEM.match(field):
        return f"item.{found[1]}.{found[2] or 'title'}"
    first = field.partition("[")[0]
    known = {*_TOP, AFTER_CARE, "logo", *(f"phones.{key}" for key in _PHONES)}
    return first if first in known else ""


def _rules(draft: Draft) -> list[Value]:
    before = {_shown(one.get("id")): one for one in _mappings(draft.document.get("rules"))}
    rules: list[Value] = []
    for rule in RULES:
        number = draft.text(f"{rule.value}.number")
        words = draft.text(f"{rule.value}.words")
        if number or words:
            unit = "hours" if rule in IN_HOURS else "minutes" if rule in IN_MINUTES else ""
            kept = before.get(rule.value, {})
            said: Document = {"id": rule.value}
            if unit and number:
                said[unit] = _number(number)
            if words:
                said["words"] = words
                said.update({key: kept[key] for key in ("next_day",) if key in kept})
            known = {"id", "hours", "minutes", "words", "next_day"}
            rules.append({**said, **{key: kept[key] for key in kept if key not in known}})
    return rules


def _other_rules(document: Document) -> list[Value]:
    """Return what stands among the rules and has no place in the form: the check tells of it."""
    return [
        one
        for one in _listed(document.get("rules"))
        if not (isinstance(one, dict) and one.get("id") in _RULE_NAMES)
    ]


def _items(draft: Draft) -> list[Value]:
    checklist = _mapping(draft.document.get("checklist"))
    before = {_shown(one.get("id")): one for one in _mappings(checklist.get("add"))}
    taken = {item.id for item in draft.items}
    items: list[Value] = []
    for item in draft.items:
        if not item.is_empty:
            name = item.id or _new_id(item.title, taken)
            taken.add(name)
            said = {"id": name, "title": clean(item.title).strip(), "stage": item.stage.value}
            why = {"why": clean(item.why).strip()} if item.why.strip() else {}
            rest = {key: one for key, one in before.get(item.id, {}).items() if key not in _PARTS}
            items.append({**said, **why, **rest})
    return items


_PARTS: Final = {"id", "title", "stage", "why"}


def _new_id(title: str, taken: Iterable[str]) -> str:
    """Return a name for machines, made of *title*, that is not *taken* yet."""
    plain = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:30] or "item"
    name = plain if plain[0].isalpha() else f"item_{plain}"
    known, number = set(taken), 1
    while (numbered := name if number == 1 else f"{name}_{number}") in known:
        number += 1
    return numbered


def _item(raw: Mapping[str, Any]) -> DraftItem:
    stages = {stage.value: stage for stage in Stage}
    return DraftItem(
        id=_shown(raw.get("id")),
        title=_shown(raw.get("title")),
        why=_shown(raw.get("why")),
        stage=stages.get(_shown(raw.get("stage")), Stage.WEEK_BEFORE),
    )


def _number(text: str) -> Value:
    """Return the number that *text* is, and *text* itself where it is none: the check says so."""
    plain = text.strip()
    if plain.isascii() and plain.isdigit():
        return int(plain[:18])
    return float(plain.replace(",", ".")) if _DECIMAL.fullmatch(plain) else plain


def _shown(value: Value) -> str:
    """Return *value* as it stands in a field of the form; a list or a group has no place there."""
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None or isinstance(value, dict | list) else str(value)


def _without_nothing(document: Document) -> Document:
    return {key: value for key, value in document.items() if value not in ("", [], {})}


def _mapping(value: Value) -> Document:
    return value if isinstance(value, dict) else {}


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []


def _mappings(value: Value) -> list[Document]:
    return [one for one in _listed(value) if isinstance(one, dict)]
