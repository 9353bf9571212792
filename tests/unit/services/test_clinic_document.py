"""A pack as a file, and as it is filled in: nothing of it is taken for something else."""

from datetime import date

import pytest

from app.services.clinic_document import document_of, draft_of
from app.services.clinic_form import ClinicForm, Opened
from app.services.content import Content
from app.storage.yaml_values import Document
from tests.support import packs
from tests.support.clock import FixedClock

TODAY = date(2026, 11, 30)


@pytest.fixture
def form() -> ClinicForm:
    """Return a form in the days of the other tests."""
    return ClinicForm(Content(), FixedClock())


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ({"id": "length", "hours": 2}, "length.number"),
        ({"id": "drink", "minutes": 120}, "drink.number"),
        ({"id": "food", "minutes": 480, "hours": 8}, "food.number"),
        ({"id": "ride_home", "words": "By car.", "hours": 2}, "ride_home.words"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_number_never_changes_its_unit(form: ClinicForm, rule: Document, key: str) -> None:
    """Two hours are no two minutes: what is in the wrong unit stays there, and is told."""
    draft = draft_of(packs.document(rules=[rule]))

    judged = form.judge(Opened(draft=draft))

    assert document_of(draft, TODAY)["rules"] == [rule]
    assert draft.text("length.number") == draft.text("drink.number") == ""
    assert judged.wrong[key].startswith("This rule")
    assert judged.pack is None
