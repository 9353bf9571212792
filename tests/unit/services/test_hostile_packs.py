"""Packs made to do harm: each is refused with a clear sentence, and none stops the program."""

from pathlib import Path

import pytest

from app.services.clinic_check import check_pack
from tests.support.day import Day
from tests.support.hostile_packs import ITEMS, PACKS, TODAY, Hostile


@pytest.mark.parametrize("hostile", PACKS.values(), ids=PACKS)
def test_a_hostile_pack_is_refused_with_a_sentence(tmp_path: Path, hostile: Hostile) -> None:
    """Which says what is wrong; nothing it holds reaches a terminal as it is."""
    hostile.put(tmp_path)

    checked = check_pack(tmp_path / "clinic.yaml", ITEMS, TODAY)

    assert not checked.is_fine
    assert any(hostile.says in one.sentence for one in checked.found)
    assert all(one.sentence.isprintable() for one in checked.found)
    assert all(len(one.sentence) < 500 for one in checked.found)


@pytest.mark.parametrize("hostile", PACKS.values(), ids=PACKS)
def test_a_hostile_pack_stops_no_program(
    tmp_path: Path, private_home: Path, hostile: Hostile
) -> None:
    """It opens with general information, or without the logo, and knows what is wrong."""
    system = private_home / "system" / "soft-landing"
    system.mkdir(parents=True)
    hostile.put(system)
    usable = check_pack(system / "clinic.yaml", ITEMS, TODAY).pack

    day = Day(tmp_path)
    clinic, content = day.program.clinic, day.program.content
    logo = clinic.logo()
    day.close()

    assert clinic.pack == usable
    assert bool(clinic.refused) is (usable is None)
    assert logo is None
    assert content.rules == content.general_rules
    assert len(content.checklist) == len(ITEMS)
