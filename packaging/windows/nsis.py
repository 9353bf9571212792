"""The setup for patients, made by NSIS."""

from pathlib import Path
from typing import Final

from windows.names import (
    BUILD,
    COPYRIGHT,
    FILES,
    HERE,
    PACK,
    PROGRAM,
    PUBLISHER,
    TERMINAL,
    three_numbers,
)
from windows.side import paint
from workshop import APP_ID, NAME, ROOT, moment, run

SCRIPT: Final = HERE / "setup.nsi"


def make(bundle: Path, icon: Path, out: Path, version: str) -> Path:
    """Write the setup of *version* for the folder *bundle* into *out*, and return it."""
    work = BUILD / "setup"
    work.mkdir(parents=True, exist_ok=True)
    made = out / f"SoftLanding-{version}-setup.exe"
    (work / "files.nsh").write_text(file_list(bundle), encoding="utf-8")
    (work / "license.txt").write_bytes(_for_windows(ROOT / "LICENSE"))
    (work / "soft-landing.ico").write_bytes(icon.read_bytes())
    paint(work / "side.bmp")
    said = {
        "APP_ID": APP_ID,
        "BUILD": work,
        "COPYRIGHT": COPYRIGHT,
        "FILES": FILES,
        "NAME": NAME,
        "NUMBERS": three_numbers(version),
        "OUT": made,
        "PACK": PACK,
        "PROGRAM": PROGRAM,
        "PUBLISHER": PUBLISHER,
        "TERMINAL": TERMINAL,
        "VERSION": version,
    }
    defined = [f"-D{name}={value}" for name, value in said.items()]
    epoch = {"SOURCE_DATE_EPOCH": str(moment())}
    run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, SCRIPT], more=epoch)
    return made


def file_list(bundle: Path) -> str:
    """Return the commands that unpack *bundle*, in an order of their own and not of the disk."""
    lines: list[str] = []
    for folder in sorted({path.parent for path in bundle.rglob("*") if path.is_file()}):
        place = "\\".join(("$INSTDIR", *folder.relative_to(bundle).parts))
        lines.append(f'SetOutPath "{place}"')
        files = sorted(path for path in folder.iterdir() if path.is_file())
        lines += [f'File "{path}"' for path in files]
    return "\n".join([*lines, ""])


def _for_windows(text: Path) -> bytes:
    """Return *text* with the ends of lines that the page of a setup wants."""
    return b"\r\n".join(text.read_bytes().splitlines())
