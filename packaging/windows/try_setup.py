"""The setup for patients, tried: put in place, made newer, used, and removed."""

import shutil
import time
from pathlib import Path
from typing import Final

from windows.names import FILES, LOGOS, PACK, PROGRAM, TERMINAL
from windows.trial import SAMPLE, Screen, Trial, expect, names, screen
from workshop import APP_ID, NAME, version

REMOVAL: Final = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{APP_ID}"
SETTINGS: Final = rf"HKCU\Software\{NAME}"
ODD_FOLDER: Final = "Praxis Müller"
"""A name with a space and a letter that old programs stumble over."""

LOGO: Final = LOGOS[1]
"""That of the sample, a drawing."""

PAINTING_SECONDS: Final = 2
OPEN: Final = 4
NO_SUCH_PACK: Final = 3


def try_setup(trial: Trial, setup: Path, older: Path, stale: str) -> list[str]:
    """Try *setup*, over *older* which has put the file *stale* in place too; return lines."""
    folder = trial.wine.drive / ODD_FOLDER / NAME
    lines = [
        _older_with_pack(trial, older, folder, stale),
        _newer_without(trial, setup, folder, stale),
        trial.self_test(folder),
        _in_a_terminal(trial, folder),
    ]
    with screen() as seen:
        lines.append(_used(trial, seen, setup, folder))
    lines += [_removed(trial, folder), _named_pack(trial, setup), _missing_pack(trial, setup)]
    with screen("800x600") as seen:
        lines.append(_wizard(trial, seen, setup))
    return lines


def _older_with_pack(trial: Trial, setup: Path, folder: Path, stale: str) -> str:
    beside = trial.work / "beside"
    shutil.copytree(SAMPLE, beside)
    (beside / setup.name).write_bytes(setup.read_bytes())
    place = f"C:\\{ODD_FOLDER}\\{NAME}"
    _run_line(trial, f'"{trial.wine.path(beside / setup.name)}" /S /D={place}')
    trial.wine.wait()
    expect((folder / FILES / stale).is_file(), f"Setup did not put its files into {folder}.")
    _expect_pack(folder, (SAMPLE / PACK).read_text(encoding="utf-8"))
    expect((folder / LOGO).is_file(), "The logo beside the setup was not taken along.")
    expect(trial.start_menu.is_file(), "There is nothing in the Start menu.")
    found = trial.registry(REMOVAL)
    expect(found.get("InstallLocation") == place, f"Windows is told another folder: {found}")
    return f"silent, into “{place}”, with the pack and the logo beside it"


def _newer_without(trial: Trial, setup: Path, folder: Path, stale: str) -> str:
    trial.wine.run(setup, "/S")
    trial.wine.wait()
    expect(not (folder / FILES / stale).exists(), "A file of the older version stayed.")
    _expect_pack(folder, (SAMPLE / PACK).read_text(encoding="utf-8"))
    expect((folder / LOGO).is_file(), "The newer version took the logo away.")
    found = trial.registry(REMOVAL)
    shown = str(found.get("DisplayVersion", ""))
    expect(shown and shown in setup.name, f"Windows shows the version “{shown}”.")
    expect(found.get("EstimatedSize"), "Windows is told no size.")
    expect(
        found.get("QuietUninstallString", "") == f'"{found["InstallLocation"]}\\uninstall.exe" /S',
        "It cannot be removed quietly.",
    )
    return f"newer version over an older one: stale files gone, pack kept, {shown} shown"


def _in_a_terminal(trial: Trial, folder: Path) -> str:
    told = trial.wine.run(folder / TERMINAL, "--version").strip()
    expect(told == f"{NAME} {version()}", f"{TERMINAL} --version says “{told}”.")
    trial.wine.run(folder / TERMINAL, "clinic", "check", trial.wine.path(folder / PACK))
    return f"{TERMINAL} answers in a terminal, and reads the pack"


def _used(trial: Trial, seen: Screen, setup: Path, folder: Path) -> str:
    trial.wine.start(folder / PROGRAM, seen.display)
    seconds = trial.wait_for("the window opens", lambda: seen.windows(NAME))
    trial.wait_for("the folder of the journal is made", (trial.data / "journal").is_dir)
    trial.wine.run(folder / PROGRAM)  # it ends at once, because the first window answers
    trial.wine.run(setup, "/S", code=OPEN)
    expect((folder / FILES).is_dir(), "Setup replaced files of a program that is open.")
    seen.picture(trial.work / "window.png")
    seen.press("F1")  # Help now names the clinic, and its numbers
    time.sleep(PAINTING_SECONDS)
    seen.picture(trial.work / "window-help.png")
    trial.wine.run("taskkill", "/im", PROGRAM)
    trial.wine.wait()
    trial.wine.start(folder / TERMINAL, seen.display)  # the same window
    trial.wait_for("the window opens from a terminal", lambda: seen.windows(NAME))
    trial.wine.run(setup, "/S", code=OPEN)
    trial.wine.run("taskkill", "/im", TERMINAL)
    trial.wine.wait()
    return f"window after {seconds:.1f} s under Wine; a second start and setup notice it"


def _removed(trial: Trial, folder: Path) -> str:
    before = names(trial.data)
    expect(before, "The program kept nothing, so nothing can be told of user data.")
    trial.wine.run(folder / "uninstall.exe", "/S")
    trial.wine.wait()
    expect(not folder.exists(), f"Left in {folder}: {names(folder)}")
    expect(not trial.start_menu.exists(), "The entry in the Start menu stayed.")
    expect(not trial.registry(REMOVAL), "Windows still lists the program.")
    expect(not trial.registry(SETTINGS), f"{SETTINGS} is still there.")
    expect(names(trial.data) == before, "What the patient wrote was touched.")
    return f"removed silently, {len(before)} files of the patient kept"


def _named_pack(trial: Trial, setup: Path) -> str:
    pack = trial.work / "Ärzte am Park.yaml"
    pack.write_text("name: Another\n", encoding="utf-8")
    trial.wine.run(setup, "/S", f"/CLINIC={trial.wine.path(pack)}")
    trial.wine.wait()
    folder = trial.wine.home / "AppData" / "Local" / "Programs" / NAME
    _expect_pack(folder, "name: Another\n")
    trial.wine.run(folder / "uninstall.exe", "/S")
    trial.wine.wait()
    expect(not folder.exists(), f"Left in {folder}: {names(folder)}")
    return "into the usual folder, with the pack that /CLINIC= names"


def _missing_pack(trial: Trial, setup: Path) -> str:
    trial.wine.run(setup, "/S", r"/CLINIC=C:\nowhere\clinic.yaml", code=NO_SUCH_PACK)
    folder = trial.wine.home / "AppData" / "Local" / "Programs" / NAME
    expect(not folder.exists(), "Setup went on without the pack that it was told to take.")
    return "nothing is installed where /CLINIC= names no file"


def _wizard(trial: Trial, seen: Screen, setup: Path) -> str:
    """Go through the pages as a person does, with a picture of each, to the open program."""
    folder = trial.wine.home / "AppData" / "Local" / "Programs" / NAME
    trial.wine.start(setup, seen.display)
    trial.wait_for("setup shows itself", lambda: seen.windows(f"{NAME} Setup"))
    for number, page in enumerate(("welcome", "license", "folder"), 1):
        time.sleep(PAINTING_SECONDS)
        seen.picture(trial.work / f"setup-{number}-{page}.png")
        seen.press("Return")
    trial.wait_for("setup puts everything in place", (folder / "uninstall.exe").is_file)
    time.sleep(PAINTING_SECONDS)
    seen.picture(trial.work / "setup-4-ready.png")
    seen.press("Return")
    trial.wait_for("the program opens at the end", lambda: seen.windows(f"^{NAME}$"))
    trial.wine.run("taskkill", "/im", PROGRAM)
    trial.wine.start(folder / "uninstall.exe", seen.display)
    trial.wait_for("its removal shows itself", lambda: seen.windows(f"{NAME} Uninstall"))
    time.sleep(PAINTING_SECONDS)
    seen.picture(trial.work / "setup-5-remove.png")
    seen.press("Return")
    trial.wait_for("the program is removed", lambda: not (folder / PROGRAM).exists())
    time.sleep(PAINTING_SECONDS)
    seen.press("Return")
    trial.wine.wait()
    expect(not folder.exists(), f"Left in {folder}: {names(folder)}")
    return "the pages of setup and of removal, by keyboard, as pictures"


def _run_line(trial: Trial, line: str) -> None:
    """Run a command line as it is: setup wants the folder after /D= without quotation marks."""
    trial.python("import subprocess, sys; sys.exit(subprocess.call(sys.argv[1]))", line)


def _expect_pack(folder: Path, text: str) -> None:
    pack = folder / PACK
    expect(pack.is_file(), "The pack was not taken along.")
    found = pack.read_text(encoding="utf-8")
    expect(found == text, f"Another pack lies beside the program: {found}")
