"""The packs that ship as samples: what a clinic copies is in order."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.domain.rules import RuleId, overridden
from app.services.clinic_check import check_pack
from app.services.clinic_content import checklist_of
from app.services.content import Content
from app.storage.yaml_door import load
from tests.support.json_schema import faults
from tests.support.source import ROOT

SAMPLES = sorted((ROOT / "packaging" / "clinic" / "samples").iterdir())
ITEMS = [item.id for item in Content().general_checklist]
TODAY = date(2026, 11, 29)


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_a_sample_passes_the_check_without_a_word(folder: Path) -> None:
    """Its logo too; nothing to note either."""
    checked = check_pack(folder / "clinic.yaml", ITEMS, TODAY)

    assert [one.sentence for one in checked.found] == []
    assert checked.notes == ()


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_a_sample_fits_the_schema(folder: Path) -> None:
    """So does an editor that knows it find nothing."""
    schema = json.loads((ROOT / "resources/schemas/clinic.json").read_text("utf-8"))

    assert faults(load((folder / "clinic.yaml").read_bytes()), schema) == []


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_a_sample_says_that_it_is_made_up_and_is_explained(folder: Path) -> None:
    """Numbers are those that are kept free for that; each line of notes is for the clinic."""
    text = (folder / "clinic.yaml").read_text("utf-8")
    pack = check_pack(folder / "clinic.yaml", ITEMS, TODAY).pack

    assert "made up" in text.split("\n\n")[0]
    assert text.count("\n#") + text.count("\n  #") > 8
    assert pack is not None
    assert any(free in pack.phones.day for free in ("555-01", "01632 960"))


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_a_sample_says_the_same_in_words_and_in_numbers(folder: Path) -> None:
    """A clinic that copies one learns to keep the two together."""
    pack = check_pack(folder / "clinic.yaml", ITEMS, TODAY).pack
    assert pack is not None

    for rule in pack.rules:
        if rule.words and rule.hours is not None:
            assert f"{rule.hours:g} hour" in rule.words
    rules = overridden(Content().general_rules, pack.rules, pack.name)
    items = checklist_of(Content().general_checklist, pack, rules, "Ask.")
    assert any(item.id == "food_and_drink" for item in items)


def test_the_samples_differ_where_clinics_do() -> None:
    """Fasting, length, and who is asked what."""
    packs = {
        folder.name: check_pack(folder / "clinic.yaml", ITEMS, TODAY).pack for folder in SAMPLES
    }
    hours = {
        name: next(one.hours for one in pack.rules if one.id is RuleId.FOOD)
        for name, pack in packs.items()
        if pack is not None
    }
    pain = packs["pain-clinic"]

    assert hours == {"nhs-like-service": 3, "pain-clinic": 6, "small-us-clinic": 6}
    assert pain is not None
    assert any(one.id is RuleId.LENGTH and one.minutes == 240 for one in pain.rules)
    assert {one.every_days for one in pain.questionnaires} == {90}
