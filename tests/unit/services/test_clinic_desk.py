"""What a clinic fills in and has not saved yet is kept, and nothing is written over."""

from pathlib import Path

import pytest

from app.services.clinic_desk import ClinicDesk, Desk
from app.services.clinic_form import ClinicForm, Opened
from app.services.clinic_kept import MOST_KEPT
from app.services.content import Content
from app.services.refusals import NotDoneError
from tests.support.clock import FixedClock
from tests.support.source import ROOT

SAMPLE = ROOT / "packaging" / "clinic" / "samples" / "nhs-like-service" / "clinic.yaml"


def desk_at(folder: Path) -> ClinicDesk:
    """Return what a start of the program would use."""
    return ClinicDesk(ClinicForm(Content(), FixedClock()), folder / "pack-draft.yaml")


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
    desk.keep(Desk(opened=opened, is_unsaved=False))
    assert not any(tmp_path.iterdir())


def test_a_pack_that_gave_way_is_kept_too(desk: ClinicDesk, tmp_path: Path) -> None:
    """It is there after the next start, beside the one that took its place."""
    desk.keep(Desk(opened=filled(name="New"), before=filled(name="Old")))

    again = desk_at(tmp_path).begin()

    assert again.opened.draft.text("name") == "New"
    assert again.before is not None
    assert again.before.draft.text("name") == "Old"


def test_a_logo_is_kept_with_the_pack_it_belongs_to(desk: ClinicDesk, tmp_path: Path) -> None:
    """It is there again after the next start, and gone once the pack is saved or another's."""
    opened = desk.form.open(SAMPLE)
    kept = tmp_path / "pack-draft-clinic-logo.svg"

    desk.keep(Desk(opened=opened))

    again = desk_at(tmp_path)
    found = again.begin().opened
    assert found.logo == opened.logo
    assert desk.form.judge(found).pack is not None
    again.keep(Desk(opened=found))
    assert kept.is_file()
    again.keep(Desk(opened=filled(name="Riverside")))
    assert not kept.exists()
    desk.keep(Desk(opened=opened, is_unsaved=False))
    assert not any(tmp_path.iterdir())


def test_what_is_kept_already_is_not_written_again(desk: ClinicDesk, tmp_path: Path) -> None:
    """Keeping costs a disk nothing while nothing changes."""
    desk.keep(Desk(opened=filled(name="Riverside")))
    first = (tmp_path / "pack-draft.yaml").stat()

    desk.keep(Desk(opened=filled(name="Riverside")))

    assert (tmp_path / "pack-draft.yaml").stat().st_ino == first.st_ino


@pytest.mark.parametrize("kept", [None, b"<script/>"])
def test_no_pack_goes_out_without_the_logo_it_names(
    desk: ClinicDesk, tmp_path: Path, kept: bytes | None
) -> None:
    """Nobody could open it; a sentence says what to do."""
    desk.keep(Desk(opened=desk.form.open(SAMPLE)))
    logo = tmp_path / "pack-draft-clinic-logo.svg"
    logo.unlink() if kept is None else logo.write_bytes(kept)

    judged = desk.form.judge(desk_at(tmp_path).begin().opened)

    assert judged.pack is None
    assert judged.wrong["logo"] == (
        "The logo clinic-logo.svg is not there, or cannot be shown. Choose a picture, or go on"
        " without a logo."
    )


def test_what_cannot_be_read_is_told_and_stays(tmp_path: Path) -> None:
    """Under a name of its own; what is filled in next is kept beside it."""
    (tmp_path / "pack-draft.yaml").write_bytes(b"name: [")
    (tmp_path / "pack-draft-unread-1.yaml").write_bytes(b"earlier")
    desk = desk_at(tmp_path)

    begun = desk.begin()
    desk.keep(Desk(opened=filled(name="New")))

    assert begun.opened.draft == desk.form.empty()
    why, where = desk.lost
    assert "line 1" in why.lower()
    assert where == f"It is still there: pack-draft-unread-2.yaml in {tmp_path}."
    assert (tmp_path / "pack-draft-unread-2.yaml").read_bytes() == b"name: ["
    assert (tmp_path / "pack-draft-unread-1.yaml").read_bytes() == b"earlier"
    assert desk_at(tmp_path).begin().opened.draft.text("name") == "New"


def test_nothing_is_written_over_what_can_neither_be_read_nor_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as that is so, keeping says that nothing is kept."""
    kept = tmp_path / "pack-draft.yaml"
    kept.write_bytes(b"name: [")
    desk = desk_at(tmp_path)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        desk.begin()
        with pytest.raises(NotDoneError, match="is not kept yet"):
            desk.keep(Desk(opened=filled(name="New")))
        assert kept.read_bytes() == b"name: ["

    assert desk.lost[1] == "It is still there, and nothing is written over it."
    desk.keep(Desk(opened=filled(name="New")))
    assert (tmp_path / "pack-draft-unread-1.yaml").read_bytes() == b"name: ["


def test_what_is_too_long_to_be_kept_is_told(desk: ClinicDesk, tmp_path: Path) -> None:
    """What was kept before stays."""
    desk.keep(Desk(opened=filled(name="Riverside")))

    with pytest.raises(NotDoneError, match=r"It is too long\. Save the pack before you leave\."):
        desk.keep(Desk(opened=filled(name="Riverside", hours="x" * MOST_KEPT)))

    assert desk_at(tmp_path).begin().opened.draft.text("name") == "Riverside"


def test_a_disk_that_keeps_nothing_says_so(tmp_path: Path) -> None:
    """The pack can still be saved elsewhere."""
    desk = desk_at(tmp_path / "none")

    with pytest.raises(NotDoneError, match="What you fill in is not kept yet"):
        desk.keep(Desk(opened=filled(name="Riverside")))
