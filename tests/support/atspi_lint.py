"""What is wrong with what a screen reader is told. Each answer is a sentence; none is well."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tests.support.atspi import Thing

ROLES: Final = {
    "check box",
    "combo box",
    "heading",  # the question of foggy mode, which has the keyboard at first
    "label",  # a phone number that can be selected and copied
    "page tab",
    "push button",
    "radio button",
    "spin button",
    "table",  # what was found in the journal, a row for each
    "table cell",
    "text",
}
"""What a control may be; a text field for dates is a spin button to Qt."""

CHECKABLE: Final = {"check box", "radio button"}
GROUPS: Final = {"panel", "grouping"}
PLACES: Final = ("Today", "Prepare", "Calm", "Journal", "Settings", "Help now")


BEGUN: Final = {"heading", "push button"}
"""What every page has, once it shows."""


def faults(things: Sequence[Thing]) -> list[str]:
    """Return everything that is wrong with one page and the sidebar beside it."""
    return [*_controls(things), *_way_around(things), *_page(things)]


def group_of(thing: Thing, things: Sequence[Thing]) -> Thing | None:
    """Return the nearest named group around *thing*, if there is one inside the page."""
    for parent in _parents(thing, things):
        if parent.role in GROUPS and parent.name:
            return parent
    return None


def page_of(things: Sequence[Thing]) -> str | None:
    """Return the name of the page that shows, or nothing between two pages."""
    stack = next((thing.key for thing in things if thing.role == "layered pane"), None)
    page = next((one for one in things if one.parent == stack), None)
    if page is None or not any(
        one.role in BEGUN and page in _parents(one, things) for one in things
    ):
        return None
    return page.name


def _controls(things: Sequence[Thing]) -> Iterator[str]:
    controls = [thing for thing in things if "focusable" in thing.states]
    for thing in controls:
        if not thing.said:
            yield f"{thing} has no name (its value or description: {thing.description!r})"
        if thing.role not in ROLES:
            yield f"{thing} is a strange role for a control"
        if thing.role in CHECKABLE and "checkable" not in thing.states:
            yield f"{thing} does not say whether it is checked"
        if thing.role == "radio button" and not _is_in_a_choice(thing, things):
            yield f"{thing} is in no named group"
    said = Counter((group_of(thing, things), thing.role, thing.said) for thing in controls)
    for (_, role, name), count in said.items():
        if count > 1:
            yield f"{count} controls are all called {name!r}, {role}"


def _way_around(things: Sequence[Thing]) -> Iterator[str]:
    """The sidebar: page tabs in one named list; pages that fill the window have none."""
    tabs = [thing for thing in things if thing.role == "page tab"]
    if not tabs:
        return
    names = tuple(tab.name for tab in tabs)
    if names != PLACES:
        yield f"the page tabs are {names}"
    for tab in tabs:
        lists = [p for p in _parents(tab, things) if p.role == "page tab list"]
        if len(lists) != 1 or not lists[0].name:
            yield f"{tab} is in no named page tab list"
    if sum("selected" in tab.states for tab in tabs) > 1:
        yield "more than one page tab is selected"


def _page(things: Sequence[Thing]) -> Iterator[str]:
    """The page: in a named stack, named itself, and begun by a heading."""
    stacks = [thing for thing in things if thing.role == "layered pane"]
    if len(stacks) != 1 or not stacks[0].name:
        yield f"the stack of pages is told as {[str(stack) for stack in stacks]}"
        return
    pages = [thing for thing in things if thing.parent == stacks[0].key]
    if len(pages) != 1 or not pages[0].name:
        yield f"the pages shown are {[str(page) for page in pages]}"
    is_alone = not any(thing.role == "page tab" for thing in things)
    if not is_alone and not any(thing.role == "heading" and thing.name for thing in things):
        yield "the page has no heading"


def _parents(thing: Thing, things: Sequence[Thing]) -> Iterator[Thing]:
    by_key = {one.key: one for one in things}
    above = by_key.get(thing.parent)
    while above is not None:
        yield above
        above = by_key.get(above.parent)


def _is_in_a_choice(thing: Thing, things: Sequence[Thing]) -> bool:
    """Whether the nearest group around a radio button has a name of its own, not the page's.

    One button alone is an answer too: it can be given, or left.
    """
    group = group_of(thing, things)
    if group is None:
        return False
    stacks = {one.key for one in things if one.role == "layered pane"}
    if group.parent not in stacks:
        return True
    buttons = [one for one in things if one.role == thing.role and group_of(one, things) == group]
    return len(buttons) > 1
