"""What setup, .msi and launcher promise to clinics, as far as their texts can show it."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from windows import msi
from windows.fetching import PYTHON_LOCK, TOOLS_LOCK
from windows.names import FILES, HERE, LOGOS, PACK, UPGRADE_CODE
from windows.signatures import wrong

SETUP = (HERE / "setup.nsi").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "key",
    [
        "DisplayName",
        "DisplayVersion",
        "DisplayIcon",
        "Publisher",
        "InstallLocation",
        "UninstallString",
        "QuietUninstallString",
        "EstimatedSize",
        "NoModify",
        "NoRepair",
    ],
)
def test_windows_is_told_what_its_list_of_programs_shows(key: str) -> None:
    """Where it is, how large, and how it is removed, with and without a window."""
    assert re.search(rf'WriteReg(Str|DWORD) HKCU "\$\{{REMOVAL\}}" "{key}"', SETUP)


def test_the_setup_needs_no_administrator_and_writes_for_one_account() -> None:
    """Nothing of the whole computer is touched."""
    assert "RequestExecutionLevel user" in SETUP
    assert "HKLM" not in SETUP
    assert 'InstallDir "$LOCALAPPDATA\\Programs\\${NAME}"' in SETUP


def test_only_a_folder_of_ours_is_removed_with_all_that_is_in_it() -> None:
    """Whatever folder somebody installs into, what else lies there stays."""
    removed = re.findall(r"RMDir /r (.*)", SETUP)

    assert removed
    assert set(removed) == {'"$INSTDIR\\${FILES}"'}
    assert "SoftLanding" in FILES


def test_two_builds_of_the_setup_are_not_told_apart_by_their_dates() -> None:
    """The dates of files are left out."""
    assert "SetDateSave off" in SETUP


def test_the_msi_is_for_all_accounts_and_takes_the_place_of_older_ones() -> None:
    """Windows Installer knows it by one code for ever."""
    product = (HERE / "product.wxs").read_text(encoding="utf-8")

    assert 'InstallScope="perMachine"' in product
    assert "<MajorUpgrade " in product
    assert str(UPGRADE_CODE) == "8a1c7b0e-53d7-4f7e-9a5b-6a0f6b6f1c27"


def test_the_msi_copies_the_pack_from_beside_it_and_then_from_clinicdir() -> None:
    """What the clinic names holds over what happens to lie there."""
    found = [(row[4], row[2]) for row in msi.copied()]

    assert found == [
        (place, name) for place in ("SourceDir", "CLINICDIR") for name in (PACK, *LOGOS)
    ]


def test_the_msi_removes_the_pack_only_when_it_goes_for_good() -> None:
    """While a newer version takes its place the property that names the folder is empty."""
    (step,) = (step for step in msi.STEPS if step[0] == "SetPackDir")

    assert "NOT UPGRADINGPRODUCTCODE" in step[1]
    assert {row[3] for row in msi.removed()} == {msi.PACK_GOES}


def test_the_msi_removes_folders_from_the_inside() -> None:
    """A folder that still holds another one would stay."""
    parents = {
        "TARGETDIR": "",
        "ProgramFiles64Folder": "TARGETDIR",
        "INSTALLDIR": "ProgramFiles64Folder",
        "outer": "INSTALLDIR",
        "inner": "outer",
        "ProgramMenuFolder": "TARGETDIR",
    }

    assert [row[3] for row in msi.emptied(parents)] == ["inner", "outer", "INSTALLDIR"]


def test_the_programs_tell_windows_that_they_can_do_with_sharp_screens_and_any_letter() -> None:
    """Sizes per screen, file names in every script, and paths of any length."""
    manifest = ET.parse(HERE / "launcher" / "launcher.manifest")  # noqa: S314 -- our own
    said = {one.tag.rpartition("}")[2]: one.text for one in manifest.iter() if one.text}
    level = next(one for one in manifest.iter() if one.tag.endswith("}requestedExecutionLevel"))

    assert said["dpiAwareness"] == "PerMonitorV2"
    assert said["activeCodePage"] == "UTF-8"
    assert said["longPathAware"] == "true"
    assert level.attrib == {"level": "asInvoker", "uiAccess": "false"}


@pytest.mark.parametrize("lock", [PYTHON_LOCK, TOOLS_LOCK], ids=lambda lock: lock.name)
def test_what_is_loaded_is_known_by_its_hash_and_not_by_its_address(lock: Path) -> None:
    """It comes from wherever pip is told, and is refused if it is another file."""
    text = lock.read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9][^\n]*(?:\n {4}--hash[^\n]*)*", text, re.MULTILINE)

    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)
    assert "://" not in text


def test_a_file_that_is_not_signed_by_its_maker_is_named() -> None:
    """Only what nobody signs may come without."""
    found = {
        "python/python313.dll": "CN=Python Software Foundation, O=Python Software Foundation, C=US",
        "lib/yaml/_yaml.cp313-win_amd64.pyd": "NOT_SIGNED No signature was found.",
        "lib/PySide6/QtCore.pyd": "CN=The QT Company Oy, O=The QT Company Oy, L=Espoo, C=FI",
        "lib/PySide6/Qt6Core.dll": "NOT_SIGNED No signature was found.",
        "lib/PySide6/Qt6Gui.dll": "CN=Somebody, O=Somebody, C=US",
        "SoftLanding.exe": "INVALID_DIGEST",
    }

    assert [line.partition(":")[0] for line in wrong(found)] == [
        "lib/PySide6/Qt6Core.dll",
        "lib/PySide6/Qt6Gui.dll",
        "SoftLanding.exe",
    ]
