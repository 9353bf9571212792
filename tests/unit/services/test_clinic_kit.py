"""What a clinic hands out: whole, the same each time, and read back by the tools of each system."""

import lzma
import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.services.clinic_companion import companion, slug_of
from app.services.clinic_kit import make_kit
from app.services.deb_writer import deb
from app.storage.errors import ErrorCode, StorageError
from tests.support import packs
from tests.support.source import ROOT
from tests.unit.storage.test_pictures import png

NAME = "soft-landing-riverside-clinic"
INSTALLERS = {
    "SoftLanding-1.9-setup.exe": b"MZ old",
    "SoftLanding-1.10-setup.exe": b"MZ setup",
    "SoftLanding-1.10-x64.msi": b"MSI",
    "Soft_Landing-1.10-x86_64.AppImage": b"\x7fELF",
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Return the pack of a clinic with a logo and a phone."""
    folder = tmp_path / "clinic"
    path = packs.write(folder, logo="clinic-logo.png", phones={"day": "555-0142"})
    (folder / "clinic-logo.png").write_bytes(png(8, 8))
    return path


@pytest.fixture
def installers(tmp_path: Path) -> Path:
    """Return a folder with installers, one of them of an older version."""
    folder = tmp_path / "installers"
    folder.mkdir()
    for name, data in INSTALLERS.items():
        (folder / name).write_bytes(data)
    return folder


def names(folder: Path) -> list[str]:
    """Return all files under *folder*."""
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def test_a_kit_has_something_for_each_system(tmp_path: Path, pack: Path, installers: Path) -> None:
    """For patients a zip; for the clinic's own computers a folder and a package."""
    kit = make_kit(pack, installers, tmp_path / "new" / "out")

    assert names(tmp_path / "new" / "out") == [
        "soft-landing-clinic-riverside-clinic_3_all.deb",
        f"{NAME}-appimage/READ ME FIRST.txt",
        f"{NAME}-appimage/Soft_Landing-1.10-x86_64.AppImage",
        f"{NAME}-appimage/clinic-logo.png",
        f"{NAME}-appimage/clinic.yaml",
        f"{NAME}-system-folder/READ ME FIRST.txt",
        f"{NAME}-system-folder/clinic-logo.png",
        f"{NAME}-system-folder/clinic.yaml",
        f"{NAME}-windows.zip",
    ]
    assert sorted(kit.made) == sorted(
        tmp_path / "new" / "out" / name for name in names(tmp_path / "new" / "out")
    )
    assert kit.missing == ()
    assert kit.notes == (
        (
            "There are several files that end in .exe. The newest was taken:"
            " SoftLanding-1.10-setup.exe."
        ),
    )


def test_the_zip_holds_setup_pack_logo_and_a_page(
    tmp_path: Path, pack: Path, installers: Path
) -> None:
    """The pack as the clinic wrote it; the page in plain words, with whom to call."""
    make_kit(pack, installers, tmp_path / "out")

    with ZipFile(tmp_path / "out" / f"{NAME}-windows.zip") as archive:
        assert archive.testzip() is None
        assert archive.read("SoftLanding-1.10-setup.exe") == b"MZ setup"
        assert archive.read("clinic.yaml") == pack.read_bytes()
        assert archive.read("clinic-logo.png") == png(8, 8)
        page = archive.read("READ ME FIRST.txt").decode("utf-8-sig")
    lines = page.split("\r\n")
    assert lines[0] == "Riverside Clinic"
    assert "2. In the new folder, start SoftLanding-1.10-setup.exe." in lines
    assert "If it does not work, call us: 555-0142." in lines
    assert len(lines) < 25
    assert "\n" not in page.replace("\r\n", "")
    assert max(len(line) for line in lines) <= 90


def test_two_kits_are_the_same_byte_for_byte(tmp_path: Path, pack: Path, installers: Path) -> None:
    """Whoever makes one can show that it was made of the same pack and installers."""
    make_kit(pack, installers, tmp_path / "one")
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(pack.parent, elsewhere / "clinic", copy_function=shutil.copyfile)
    shutil.copytree(installers, elsewhere / "installers", copy_function=shutil.copyfile)
    make_kit(elsewhere / "clinic" / "clinic.yaml", elsewhere / "installers", tmp_path / "two")

    assert names(tmp_path / "one") == names(tmp_path / "two")
    for name in names(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_without_installers_the_rest_is_made(tmp_path: Path) -> None:
    """And what is missing is named."""
    (tmp_path / "none").mkdir()

    kit = make_kit(packs.write(tmp_path / "clinic"), tmp_path / "none", tmp_path / "out")

    assert names(tmp_path / "out") == [
        "soft-landing-clinic-riverside-clinic_3_all.deb",
        f"{NAME}-system-folder/READ ME FIRST.txt",
        f"{NAME}-system-folder/clinic.yaml",
    ]
    assert [one.split(" in ")[0] for one in kit.missing] == [
        "There is no setup for Windows (.exe or .msi)",
        "There is no AppImage",
    ]


def test_the_msi_is_handed_out_where_there_is_no_other_setup(
    tmp_path: Path, installers: Path
) -> None:
    """A clinic without a phone in its pack says when to ask."""
    for name in INSTALLERS:
        if name.endswith(".exe"):
            (installers / name).unlink()

    make_kit(packs.write(tmp_path / "clinic"), installers, tmp_path / "out")

    with ZipFile(tmp_path / "out" / f"{NAME}-windows.zip") as archive:
        assert archive.namelist() == [
            "READ ME FIRST.txt",
            "SoftLanding-1.10-x64.msi",
            "clinic.yaml",
        ]
        page = archive.read("READ ME FIRST.txt").decode("utf-8-sig")
    assert "ask us the next time you are here." in page


def test_it_is_told_how_the_files_reach_many_computers(
    tmp_path: Path, pack: Path, installers: Path
) -> None:
    """The folder, Group Policy, and the quiet switches of both installers."""
    make_kit(pack, installers, tmp_path / "out")

    page = (tmp_path / "out" / f"{NAME}-system-folder" / "READ ME FIRST.txt").read_text("utf-8-sig")

    for words in (r"%ProgramData%\Soft Landing", "Group Policy", "/qn CLINICDIR=", "/S /CLINIC="):
        assert words in page


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, pack: Path) -> None:
    """Before anything is written, a place that cannot be made is told too."""
    with pytest.raises(StorageError) as caught:
        make_kit(pack, tmp_path / "none", tmp_path / "out")
    assert caught.value.code is ErrorCode.MISSING

    with pytest.raises(StorageError) as caught:
        make_kit(pack, tmp_path, pack)
    assert caught.value.code is ErrorCode.NOT_A_FOLDER


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Riverside Clinic", "riverside-clinic"),
        ("Praxis Dr. Müller & Söhne", "praxis-dr-muller-sohne"),
        ("\u2014", "clinic"),
        ("\u96e8\u6708", "clinic"),
        ("a" * 60, "a" * 40),
    ],
)
def test_a_clinic_is_named_in_files_by_plain_letters(name: str, slug: str) -> None:
    """Every system takes them; where none are left there is a name all the same."""
    assert slug_of(packs.pack(name=name)) == slug


def members(data: bytes) -> dict[str, bytes]:
    """Return what a package is made of, read as ``ar`` does."""
    assert data.startswith(b"!<arch>\n")
    found, at = {}, 8
    while at < len(data):
        head = data[at : at + 60].decode("ascii")
        size = int(head[48:58])
        assert head[58:] == "`\n"
        found[head[:16].rstrip()] = data[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return found


def test_a_package_has_its_three_parts_in_order() -> None:
    """Files and folders belong to root; what is in etc is a setting, all else has a sum."""
    parts = members(deb("Package: a\n", {"etc/a": b"1", "usr/b/c": b"22"}, 86400))

    assert list(parts) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    with tarfile.open(fileobj=BytesIO(lzma.decompress(parts["data.tar.xz"]))) as archive:
        entries = archive.getmembers()
    assert [one.name for one in entries] == [
        ".",
        "./etc",
        "./usr",
        "./usr/b",
        "./etc/a",
        "./usr/b/c",
    ]
    assert {(one.uid, one.uname, one.gname, one.mtime) for one in entries} == {
        (0, "root", "root", 86400)
    }
    assert [oct(one.mode) for one in entries[-2:]] == ["0o644"] * 2
    with tarfile.open(fileobj=BytesIO(lzma.decompress(parts["control.tar.xz"]))) as archive:
        control, conffiles, sums = (
            (archive.extractfile(f"./{name}") or BytesIO()).read().decode()
            for name in ("control", "conffiles", "md5sums")
        )
    assert control == "Package: a\nInstalled-Size: 2\n"
    assert conffiles == "/etc/a\n"
    assert sums.split() == ["b6d767d2f8ed5d21a44b0e5886680cb9", "usr/b/c"]


def test_a_name_without_a_letter_still_has_somebody_who_answers() -> None:
    """The field may not be empty, nor hold signs that mean something in it."""
    _name, data = companion(packs.pack(name="<<, >"), {})

    control = lzma.decompress(members(data)["control.tar.xz"])

    assert b"Maintainer: A clinic <" in control


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="Debian's own tool is not there")
@pytest.mark.parametrize("sample", ["small-us-clinic", "nhs-like-service", "pain-clinic"])
def test_debian_reads_the_package(tmp_path: Path, sample: str) -> None:
    """What it is called, what it needs and takes the place of, and where it puts the pack."""
    pack = ROOT / "packaging" / "clinic" / "samples" / sample / "clinic.yaml"
    (made,) = [
        one for one in make_kit(pack, pack.parent, tmp_path / "out").made if one.suffix == ".deb"
    ]

    info, contents = (
        subprocess.run(["dpkg-deb", kind, made], check=True, capture_output=True, text=True).stdout
        for kind in ("--info", "--contents")
    )
    subprocess.run(["dpkg-deb", "--extract", made, tmp_path / "root"], check=True)

    assert "Depends: soft-landing\n" in info
    assert info.count("soft-landing-clinic\n") == 3
    assert "root/root" in contents
    folder = tmp_path / "root" / "etc" / "xdg" / "soft-landing"
    assert (folder / "clinic.yaml").read_bytes() == pack.read_bytes()
    assert (folder / "clinic-logo.svg").is_file()
