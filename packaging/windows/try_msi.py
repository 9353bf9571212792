"""The .msi for clinics, tried: put in place, made newer, and removed."""

from pathlib import Path
from typing import Final

from windows.names import FILES, LOGOS, PACK, product_code
from windows.trial import Trial, expect, names
from workshop import NAME, version

SETTINGS: Final = rf"HKLM\Software\{NAME}"
REFUSED: Final = 1603 % 256
"""What Wine hands on of the answer of Windows Installer to an older version: a byte of it."""


def try_msi(trial: Trial, package: Path, older: Path, stale: str) -> list[str]:
    """Try *package*, over *older* which has put the file *stale* in place too; return lines."""
    folder = trial.wine.drive / "Program Files" / NAME
    return [
        _older_with_pack(trial, older, folder, stale),
        _gives_way(trial, older, folder),
        _newer(trial, package, older, folder, stale),
        _older_again(trial, older),
        trial.self_test(folder),
        _removed(trial, package, folder),
        _named_folder(trial, package, folder),
        _elsewhere(trial, package, older),
    ]


def _older_with_pack(trial: Trial, package: Path, folder: Path, stale: str) -> str:
    beside = trial.work / "beside-msi"
    beside.mkdir()
    (beside / PACK).write_text("name: Riverside Clinic\n", encoding="utf-8")
    (beside / LOGOS[1]).write_bytes(b"a logo")
    (beside / package.name).write_bytes(package.read_bytes())
    install(trial, beside / package.name)
    expect((folder / FILES / stale).is_file(), f"The .msi did not put its files into {folder}.")
    expect((folder / PACK).is_file(), "The pack beside the .msi was not taken along.")
    expect((folder / LOGOS[1]).is_file(), "The logo beside the .msi was not taken along.")
    return "quiet, for all accounts, with the pack and the logo beside it"


def _gives_way(trial: Trial, older: Path, folder: Path) -> str:
    """Remove the older version as Windows does before it installs a newer one.

    Wine does not say so to the older one, so it is said here.
    """
    code = f"UPGRADINGPRODUCTCODE={{{product_code(version())}}}"
    remove(trial, older, code)
    left = names(folder)
    expect(left == [LOGOS[1], PACK], f"When it gives way to a newer version there is left: {left}")
    return "gives way to a newer version but for the pack and the logo"


def _newer(trial: Trial, package: Path, older: Path, folder: Path, stale: str) -> str:
    install(trial, older)
    install(trial, package)
    expect(not (folder / FILES / stale).exists(), "A file of the older version stayed.")
    shown = str(trial.registry(SETTINGS).get("Version", ""))
    expect(shown and shown in package.name, f"The version “{shown}” is noted.")
    return f"newer version over an older one: stale files gone, {shown} noted"


def _older_again(trial: Trial, older: Path) -> str:
    trial.wine.run("msiexec", "/i", trial.wine.path(older), "/qn", code=REFUSED)
    return "an older version over a newer one is refused"


def _removed(trial: Trial, package: Path, folder: Path) -> str:
    remove(trial, package)
    expect(not folder.exists(), f"Left in {folder}: {names(folder)}")
    expect(not trial.registry(SETTINGS), f"{SETTINGS} is still there.")
    return "removed quietly, no file and no folder left"


def _named_folder(trial: Trial, package: Path, folder: Path) -> str:
    share = trial.work / "clinic share"
    share.mkdir()
    (share / PACK).write_text("name: Another\n", encoding="utf-8")
    install(trial, package, f"CLINICDIR={trial.wine.path(share)}\\")
    text = (folder / PACK).read_text(encoding="utf-8")
    expect(text == "name: Another\n", "The pack in CLINICDIR was not taken along.")
    remove(trial, package)
    expect(not folder.exists(), f"Left in {folder}: {names(folder)}")
    return "with the pack in the folder that CLINICDIR= names"


def _elsewhere(trial: Trial, package: Path, older: Path) -> str:
    """Put a newer version over one in a folder of its own, and remove it when the file is gone."""
    folder = trial.wine.drive / "Praxis Müller" / NAME
    install(trial, older, f"INSTALLDIR={trial.wine.path(folder)}\\")
    taken = trial.work / package.name
    taken.write_bytes(package.read_bytes())
    install(trial, taken)
    expect((folder / FILES).is_dir(), "A newer version forgot the folder of the older one.")
    taken.unlink()
    trial.wine.run("msiexec", "/x", f"{{{product_code(version())}}}", "/qn")
    trial.wine.wait()
    expect(not folder.exists(), f"Left in {folder}: {names(folder)}")
    return "newer version into the folder of the older one; removed though its file is gone"


def install(trial: Trial, package: Path, *properties: str) -> None:
    """Install *package* quietly."""
    trial.wine.run("msiexec", "/i", trial.wine.path(package), "/qn", *properties)
    trial.wine.wait()


def remove(trial: Trial, package: Path, *properties: str) -> None:
    """Remove *package* quietly."""
    trial.wine.run("msiexec", "/x", trial.wine.path(package), "/qn", *properties)
    trial.wine.wait()
