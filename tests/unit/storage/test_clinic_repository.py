"""The patient's own pack: in use before the disk has it, and given back as it was."""

from pathlib import Path

from app.storage.clinic_files import PackFile
from app.storage.clinic_repository import ClinicRepository, files_of
from app.storage.errors import ErrorCode
from tests.support import packs
from tests.support.data_folders import OpenFolder
from tests.unit.storage.test_pictures import png


def in_use(repository: ClinicRepository) -> PackFile:
    """Return the only pack that is there."""
    (found,) = repository.found()
    return found


def test_what_was_put_is_there_at_once(opened: OpenFolder, tmp_path: Path) -> None:
    """Before the writer comes to it, and with its logo."""
    path = packs.write(tmp_path / "download", logo="clinic-logo.png")
    path.with_name("clinic-logo.png").write_bytes(png(8, 8))
    repository = ClinicRepository(opened.folder)

    repository.put(files_of(path))

    found = in_use(repository)
    assert found.pack == packs.pack(logo="clinic-logo.png")
    assert repository.logo([found]) == png(8, 8)
    opened.settle()
    assert opened.file("clinic-logo.png").read_bytes() == png(8, 8)
    assert in_use(ClinicRepository(opened.folder)).pack == found.pack


def test_a_broken_pack_comes_back_broken(opened: OpenFolder, tmp_path: Path) -> None:
    """Undo gives back what was there, and goes on telling what is wrong with it."""
    opened.file("clinic.yaml").write_text("name: [", "utf-8")
    repository = ClinicRepository(opened.folder)
    before = repository.own()
    repository.put(files_of(packs.write(tmp_path / "download")))
    opened.settle()

    repository.put(before)
    opened.settle()

    error = in_use(repository).error
    assert error is not None
    assert error.code is ErrorCode.SYNTAX
    assert opened.file("clinic.yaml").read_text("utf-8") == "name: ["


def test_the_last_logo_is_shown(opened: OpenFolder, tmp_path: Path) -> None:
    """A pack without one leaves that of the pack before it; one that cannot be shown is none."""
    system = packs.write(tmp_path / "system", logo="clinic-logo.png")
    system.with_name("clinic-logo.png").write_bytes(png(4, 4))
    repository = ClinicRepository(opened.folder, system)
    opened.file("clinic.yaml").write_bytes(packs.write(tmp_path / "own").read_bytes())

    own, given = repository.found()
    assert repository.logo([given, own]) == png(4, 4)
    repository.put({**files_of(system), "clinic-logo.png": b"GIF89a"})

    assert repository.logo([one for one in repository.found() if one.path != system]) is None
    assert repository.logo([]) is None


def test_what_the_patient_saw_is_remembered_and_forgotten(opened: OpenFolder) -> None:
    """Outside the data folder: it is no file of theirs."""
    repository = ClinicRepository(opened.folder)
    assert repository.seen() is None

    repository.saw(packs.pack())
    opened.settle()
    assert ClinicRepository(opened.folder).seen() == packs.pack()
    repository.saw(None)
    opened.settle()

    assert ClinicRepository(opened.folder).seen() is None


def test_after_a_restore_everything_is_read_anew(opened: OpenFolder, tmp_path: Path) -> None:
    """What was put before counts no more."""
    repository = ClinicRepository(opened.folder)
    repository.put(files_of(packs.write(tmp_path / "download")))
    opened.settle()
    opened.file("clinic.yaml").unlink()

    repository.begin_anew()

    assert repository.found() == ()
