"""What a clinic fills in and has not saved yet is kept, and nothing is written over."""

from pathlib import Path

import pytest

from app.services.clinic_desk import ClinicDesk, Desk
from app.services.clinic_form import ClinicForm, Opened
from app.services.content import Content
from app.services.refusals import NotDoneError
from app.storage.kept_packs import MOST_KEPT
from tests.support.clock import FixedClock
from tests.support.source import ROOT

SAMPLE = ROOT / "packaging" / "clinic" / "samples" / "nhs-like-service" / "clinic.yaml"


def desk_at(folder: Path) -> ClinicDesk:
    """Return what a start of the program would use."""
    return ClinicDesk(ClinicForm(Content(), FixedClock()), folder)


@pytest.fixture
def desk(tmp_path: Path) -> ClinicDesk:
    """Return a desk on which nothing lies yet."""
    return desk_at(tmp_path)


def filled(**texts: str) -> Opened:
    """Return a pack with *texts*; two underscores stand for a point."""
    draft = ClinicForm(Content(), FixedClock()).empty()
    for key, text in texts.items():
        draft = draft.saying(key.replace("__", "."), text)
    return Opened(draft=draft)


def test_what_is_not_saved_yet_is_kept_with_its_faults(desk: ClinicDesk, tmp_path: Path) -> None:
    """Until it is saved; then nothing of it is left."""
    opened = filled(version="two", drink__words="Water.")
    assert not desk.begin().is_unsaved

    desk.keep(Desk(opened=opened))

    again = desk_at(tmp_path).begin()
    assert again.is_unsaved
    assert again.opened.draft.text("version") == "two"
    assert again.opened.draft.text("drink.words") == "Water."
    desk.keep(Desk(opened=opened).with_saved(opened))
    assert not any((tmp_path / "packs").iterdir())


def test_packs_that_gave_way_are_kept_too(desk: ClinicDesk, tmp_path: Path) -> None:
    """They are there after the next start; the one that was written last is filled in."""
    old, new = filled(name="Old"), filled(name="New")
    desk.keep(Desk(opened=old))
    desk.keep(Desk(opened=new, before=(old,)))

    again = desk_at(tmp_path).begin()

    assert again.opened.draft.text("name") == "New"
    assert [one.draft.text("name") for one in again.before] == ["Old"]


def test_turning_to_another_pack_leaves_nothing_behind_that_is_not_saved() -> None:
    """Of one that lies there already, what was filled in last counts."""
    first, second = filled(name="First"), filled(name="Second")
    later = Opened(draft=first.draft.saying("hours", "8 to 5"), key=first.key)

    desk = Desk(opened=later).turned_to(second, is_unsaved=False)
    assert desk.opened is second
    assert desk.before == (later,)
    assert desk.turned_back() == Desk(opened=later)
    assert desk.turned_to(first, is_unsaved=False) == Desk(opened=later)
    assert Desk(opened=second, before=(later,)).turned_back() == Desk(
        opened=later, before=(second,)
    )
    assert desk.with_saved(later).before == ()


def test_a_logo_is_kept_with_the_pack_it_belongs_to(desk: ClinicDesk, tmp_path: Path) -> None:
    """It is there again after the next start, and gone once the pack is saved."""
    opened = desk.form.open(SAMPLE)

    desk.keep(Desk(opened=opened))

    again = desk_at(tmp_path)
    found = again.begin().opened
    assert found.logo == opened.logo
    assert desk.form.judge(found).pack is not None
    again.keep(Desk(opened=found.with_logo(None)))
    assert len(list((tmp_path / "packs").iterdir())) == 1
    again.keep(Desk(opened=found, is_unsaved=False))
    assert not any((tmp_path / "packs").iterdir())


@pytest.mark.parametrize("kept", [None, b"<script/>"])
def test_no_pack_goes_out_without_the_logo_it_names(
    desk: ClinicDesk, tmp_path: Path, kept: bytes | None
) -> None:
    """Nobody could open it; a sentence says what to do, at the logo. What is there stays."""
    desk.keep(Desk(opened=desk.form.open(SAMPLE)))
    (logo,) = (tmp_path / "packs").glob("*.svg")
    logo.unlink() if kept is None else logo.write_bytes(kept)

    again = desk_at(tmp_path)
    begun = again.begin()
    again.keep(Desk(opened=begun.opened))

    judged = desk.form.judge(begun.opened)
    assert judged.pack is None
    assert "logo" in judged.wrong
    assert (logo.read_bytes() if logo.exists() else None) == kept


def test_what_cannot_be_read_is_told_and_stays(tmp_path: Path) -> None:
    """Under a name of its own, with its logo; what is filled in next is kept beside it."""
    place = tmp_path / "packs"
    place.mkdir()
    (place / "0123456789ab.yaml").write_bytes(b"name: [")
    (place / "0123456789ab-clinic-logo.svg").write_bytes(b"logo")
    desk = desk_at(tmp_path)

    begun = desk.begin()
    desk.keep(Desk(opened=filled(name="New")))

    assert begun.opened.draft == desk.form.empty()
    why, where = desk.lost
    assert "line 1" in why.lower()
    assert where == f"It is still there: unread-0123456789ab.yaml in {place}."
    assert (place / "unread-0123456789ab.yaml").read_bytes() == b"name: ["
    assert (place / "0123456789ab-clinic-logo.svg").read_bytes() == b"logo"
    again = desk_at(tmp_path)
    assert again.begin().opened.draft.text("name") == "New"
    assert again.lost == ()


def test_what_is_too_long_to_be_kept_is_told(desk: ClinicDesk, tmp_path: Path) -> None:
    """What was kept before stays, and the others are kept."""
    opened = filled(name="Riverside")
    desk.keep(Desk(opened=opened))
    long = Opened(draft=opened.draft.saying("hours", "x" * MOST_KEPT), key=opened.key)

    with pytest.raises(NotDoneError, match=r"It is too long\. Save the pack before you leave\."):
        desk.keep(Desk(opened=filled(name="Lakeside"), before=(long,)))

    begun = desk_at(tmp_path).begin()
    names = [one.draft.text("name") for one in begun.unsaved]
    assert sorted(names) == ["Lakeside", "Riverside"]


def test_a_disk_that_keeps_nothing_says_so(tmp_path: Path) -> None:
    """The pack can still be saved elsewhere."""
    desk = desk_at(tmp_path / "none")

    with pytest.raises(NotDoneError, match="What you fill in is not kept yet"):
        desk.keep(Desk(opened=filled(name="Riverside")))
