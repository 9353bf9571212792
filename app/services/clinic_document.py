"""A pack as a file, and as it is filled in: each made of the other."""

import re
from datetime import date
from typing import Final

from app.domain.clinic import Pack
from app.domain.rules import IN_HOURS, IN_MINUTES
from app.services.clinic_days import day_key, is_monthly, texts_of_days, write_days
from app.services.clinic_draft import AFTER_CARE, LANGUAGES, RULES, Draft
from app.services.clinic_raw import (
    besides,
    listed,
    mapping,
    mappings,
    number,
    shown,
    without_nothing,
)
from app.services.clinic_rows import items, lines, rewords, row_key, rows_of
from app.storage.yaml_values import Document, Value

_RULE_NAMES: Final = tuple(one.value for one in RULES)
_UNITS: Final = {
    **{one.value: "hours" for one in IN_HOURS},
    **{one.value: "minutes" for one in IN_MINUTES},
}
"""What the number of a rule counts. Another unit is another time: it is no number of the form."""

_OTHER_UNITS: Final = {"hours": ("minutes",), "minutes": ("hours",), "": ("hours", "minutes")}

_TOP: Final = ("name", "author", "version", "expires", "address", "hours")
_PHONES: Final = ("day", "out_of_hours")
_NEEDED: Final = ("name", "author", "version", "expires")
"""What stands in the document though nothing is said: the check tells what belongs there."""
_RULE: Final = re.compile(r"rules\[([0-9]+)\]\.?(\w*)")


def draft_of(document: Document) -> Draft:
    """Return what *document*, a pack in whatever state, says in the places of the form."""
    texts = {key: shown(document.get(key)) for key in _TOP}
    next_day: dict[str, bool] = {}
    phones = mapping(document.get("phones"))
    texts.update((f"phones.{key}", shown(phones.get(key))) for key in _PHONES)
    for rule in mappings(document.get("rules")):
        name = shown(rule.get("id"))
        texts.setdefault(f"{name}.number", shown(rule.get(_UNITS.get(name, ""))))
        texts.setdefault(f"{name}.words", shown(rule.get("words")))
        waits = rule.get("next_day")
        if isinstance(waits, bool):
            next_day.setdefault(name, waits)
    texts.update(texts_of_days(document))
    texts[LANGUAGES] = "\n".join(map(shown, listed(document.get(LANGUAGES))))
    texts[AFTER_CARE] = "\n\n".join(map(shown, listed(document.get(AFTER_CARE))))
    checklist = mapping(document.get("checklist"))
    return Draft(
        texts=texts,
        hidden=tuple(map(shown, listed(checklist.get("hide")))),
        rows=rows_of(document),
        is_monthly=is_monthly(document),
        next_day=next_day,
        document=document,
    )


def document_of(draft: Draft, today: date) -> Document:
    """Return the pack that *draft* makes, of *today*, in the order of its type."""
    said: Document = dict(draft.document)
    said.update((key, draft.text(key)) for key in _TOP)
    said["version"] = number(draft.text("version"))
    said["date"] = today.isoformat()
    phones = {key: draft.text(f"phones.{key}") for key in _PHONES}
    said["phones"] = without_nothing({**mapping(said.get("phones")), **phones})
    said["rules"] = [*_rules(draft), *_other_rules(draft.document)]
    checklist = mapping(said.get("checklist"))
    said["checklist"] = without_nothing(
        {**checklist, "add": items(draft), "hide": [*draft.hidden], "reword": rewords(draft)}
    )
    said["crisis_lines"] = lines(draft)
    spoken = draft.text(LANGUAGES).splitlines()
    said[LANGUAGES] = [one.strip() for one in spoken if one.strip()]
    write_days(draft, said)
    paragraphs = re.split(r"\n[ \t]*\n", draft.text(AFTER_CARE))
    said[AFTER_CARE] = [one.strip() for one in paragraphs if one.strip()]
    order = [name for name in ("schema", *Pack.__struct_fields__) if name in said]
    kept = without_nothing(said)
    return {
        name: said[name]
        for name in dict.fromkeys((*order, *said))
        if name in kept or name in _NEEDED
    }


def key_of(field: str, document: Document) -> str:
    """Return where in the form the fault at *field* of *document* is shown; empty: nowhere."""
    if found := _RULE.match(field):
        rule = mapping(listed(document.get("rules"))[int(found[1])])
        name = shown(rule.get("id"))
        if name not in _RULE_NAMES:
            return ""
        is_number = name in _UNITS and found[2] in {"hours", "minutes"}
        return f"{name}.number" if is_number else f"{name}.words"
    if inside := row_key(field) or day_key(field, document):
        return inside
    first = field.partition("[")[0]
    known = {*_TOP, AFTER_CARE, LANGUAGES, "logo", *(f"phones.{key}" for key in _PHONES)}
    return first if first in known else ""


def _rules(draft: Draft) -> list[Value]:
    before = {shown(one.get("id")): one for one in mappings(draft.document.get("rules"))}
    rules: list[Value] = []
    for rule in RULES:
        count = draft.text(f"{rule.value}.number")
        words = draft.text(f"{rule.value}.words")
        kept = before.get(rule.value, {})
        unit = _UNITS.get(rule.value, "")
        if count or words or any(kept.get(one) is not None for one in _OTHER_UNITS[unit]):
            said: Document = {"id": rule.value}
            if unit and count:
                said[unit] = number(count)
            if words:
                said["words"] = words
                waits = draft.next_day.get(rule.value, kept.get("next_day"))
                said.update({} if waits is None else {"next_day": waits})
            rest = besides(kept, "id", unit, "words", "next_day")
            rules.append({**said, **rest})
    return rules


def _other_rules(document: Document) -> list[Value]:
    """Return what stands among the rules and has no place in the form: the check tells of it."""
    return [
        one
        for one in listed(document.get("rules"))
        if not (isinstance(one, dict) and one.get("id") in _RULE_NAMES)
    ]
