"""Why an item is on the checklist, and who says so."""

from typing import Final

from app.domain.checklist import Item

_ENDS: Final = (".", "!", "?", "…")


def item_why(item: Item) -> str:
    """Return why *item* is there; a clinic whose item or words it is, is named at the end.

    In the patient's own words it is nobody else's any more.
    """
    why = item.why.strip()
    if not item.clinic or item.reworded:
        return why
    from app.services.rule_words import from_clinic  # the rules take time to load

    whose = from_clinic(item.clinic)
    if why.endswith(whose):
        return why
    if not why:
        return whose
    return f"{why} {whose}" if why.endswith(_ENDS) else f"{why} · {whose}"
