"""Whether everything in the bundle that Windows runs is signed by those who made it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from windows.fetching import tools
from windows.names import HERE, PROGRAM, PYTHON, TERMINAL
from workshop import Failed, run

SIGNERS: Final = ("O=Python Software Foundation,", "O=The QT Company Oy,")
"""The second signs Microsoft's runtime and FFmpeg too, as it passes them on."""

_COMPILED: Final = f"cp{PYTHON[0]}{PYTHON[1]}-win_amd64.pyd"
UNSIGNED: Final = {PROGRAM, TERMINAL, f"_core.{_COMPILED}", f"_yaml.{_COMPILED}"}
"""What nobody has signed: our own programs, and the compiled parts of msgspec and PyYAML, which
are known by the hashes of their wheels."""


def executables(folder: Path) -> list[Path]:
    """Return the files below *folder* that Windows runs, in order."""
    return sorted(path for path in folder.rglob("*") if path.suffix in {".dll", ".exe", ".pyd"})


def check(folder: Path) -> str:
    """Return a line that says how many files below *folder* are signed; Failed if one is not."""
    files = executables(folder)
    found: dict[str, str] = json.loads(run([tools(), HERE / "check_signatures.py", *files]))
    odd = list(wrong(found))
    if odd:
        raise Failed("\n".join(["Files that are not signed by whoever made them:", *odd]))
    signed = sum(Path(name).name not in UNSIGNED for name in found)
    return f"{signed} of {len(files)} files signed by those who made them"


def wrong(found: dict[str, str]) -> Iterable[str]:
    """Yield what is wrong with the files whose signers are *found*."""
    for name, signer in found.items():
        if not any(known in f"{signer}," for known in SIGNERS) and not (
            Path(name).name in UNSIGNED and signer.startswith("NOT_SIGNED")
        ):
            yield f"{name}: {signer}"
