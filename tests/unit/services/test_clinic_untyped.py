"""A pack that is opened and written, while nobody types: whatever is in it, it says the same."""

from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.clinic_check import check_data
from app.services.clinic_document import draft_of
from app.services.clinic_form import ClinicForm, Opened
from app.services.content import Content
from app.storage.clinic_files import CLINIC
from app.storage.yaml_door import dump, load
from app.storage.yaml_values import Document, Value
from tests.support import packs
from tests.support.clock import FixedClock

WHOLE: Final = packs.document(
    phones={"day": "555-0142", "out_of_hours": "555-0199"},
    address="1 Road",
    hours="Mornings",
    languages=["English", "Spanish"],
    rules=[
        {"id": "food", "hours": 6},
        {"id": "length", "minutes": 120, "words": "About two hours."},
        {"id": "driving", "hours": 24, "words": "Wait.", "next_day": True},
        {"id": "ride_home", "words": "Somebody fetches you."},
    ],
    checklist={
        "add": [
            {"id": "card", "title": "Bring your card", "stage": "morning", "why": "To see it."},
            {"id": "form", "title": "Bring the form", "stage": "day_before"},
        ],
        "hide": ["costs", "cpap"],
        "reword": [{"id": "eye_mask", "title": "Mask"}, {"id": "headphones", "why": "Music."}],
    },
    check_ins=[
        {"point": "two_hours", "first_day": 0, "last_day": 0, "hours": 2},
        {"point": "day_3", "first_day": 2, "last_day": 4},
    ],
    monthly_check_in=False,
    questionnaires=[{"name": "phq_9", "every_days": 28}],
    after_care=["Rest.", "Call us."],
    crisis_lines=[{"number": "111", "name": "Nurse", "hours": "Nights"}],
)
WORDS: Final = st.sampled_from(
    ("", "text", "food", "driving", "day_3", "phq_9", "card", "tomorrow", " spaced ", "a\nb\n\nc")
)
SCALARS: Final = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 200), st.sampled_from((1.5, 3.0, 1234567.5)), WORDS
)
KEYS: Final = st.sampled_from(("id", "title", "hours", "minutes", "text", "colour", "name"))
VALUES: Final[st.SearchStrategy[Value]] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)
FORM: Final = ClinicForm(Content(), FixedClock())
ITEMS: Final = tuple(item.id for item in Content().general_checklist)
TODAY: Final = FixedClock().now().date()


def places(value: Value, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the ways to everything in *value*, but to the day it was written on."""
    inside: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        inside = [(key, one) for key, one in value.items() if key != "date"]
    elif isinstance(value, list):
        inside = [*enumerate(value)]
    found = [(*place, step) for step, _one in inside]
    for step, one in inside:
        found += places(one, (*place, step))
    return found


@st.composite
def mutated(draw: st.DrawFn) -> Document:
    """Return the whole pack after some things in it were changed, taken out, or said twice."""
    pack = deepcopy(WHOLE)
    for _change in range(draw(st.integers(0, 4))):
        *way, last = draw(st.sampled_from(places(pack)))
        group: Any = pack
        key: Any = last
        for step in way:
            group = group[step]
        change = draw(st.sampled_from(("replace", "remove", "double", "add")))
        if change == "replace":
            group[key] = draw(VALUES)
        elif change == "remove":
            del group[key]
        elif isinstance(group, list):
            again = deepcopy(group[key]) if change == "double" else draw(VALUES)
            group.insert(draw(st.integers(0, len(group))), again)
        else:
            group[draw(KEYS)] = draw(VALUES)
    return pack


def words_in(value: Value) -> Counter[str]:
    """Return every word and number in *value*, and every name that stands before one."""
    if isinstance(value, dict):
        return Counter(value.keys()) + sum(map(words_in, value.values()), Counter[str]())
    if isinstance(value, list):
        return sum(map(words_in, value), Counter[str]())
    return Counter([repr(value)])


@settings(max_examples=200, deadline=None)
@given(pack=mutated())
def test_what_nobody_typed_stays_and_is_judged_as_in_the_file(pack: Document) -> None:
    """The form tells of exactly the packs that the check refuses, and no word of any is gone."""
    data = dump(pack, CLINIC.comment)
    opened = Opened(draft=draft_of(load(data)))

    written = FORM.written(opened.draft)

    was_fine = check_data(data, ITEMS, TODAY).is_fine
    judged = FORM.judge(opened)
    before, after = dict(pack), load(written)
    before.pop("date", None)
    assert words_in(before) - words_in(after) == Counter()
    assert check_data(written, ITEMS, TODAY).is_fine == was_fine
    assert (judged.pack is not None) == was_fine
    assert bool(judged.wrong or judged.elsewhere) != was_fine


def test_a_pack_with_everything_is_fine(tmp_path: Path) -> None:
    """So that what is refused above is refused for what was changed."""
    path = packs.write(tmp_path, **WHOLE)

    opened = FORM.open(path)

    assert FORM.judge(opened).pack is not None
