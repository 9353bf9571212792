"""Whether every library that something in the bundle is linked against is there, or Windows'."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from windows.allowed import RUNTIME
from windows.signatures import executables
from windows.version_info import file_version
from workshop import Failed, run

OF_WINDOWS: Final = (
    *("advapi32", "authz", "avrt", "bcrypt", "comdlg32", "d3d11", "d3d12", "d3d9"),
    *("dnsapi", "dwmapi", "dwrite", "dxgi", "dxva2", "evr", "gdi32", "icuuc", "imm32"),
    *("iphlpapi", "kernel32", "mf", "mfplat", "mfreadwrite", "mpr", "msvcrt", "netapi32"),
    *("ntdll", "ole32", "oleaut32", "propsys", "rpcrt4", "secur32", "setupapi", "shell32"),
    *("shlwapi", "uiautomationcore", "user32", "userenv", "uxtheme", "version", "winhttp"),
    *("winmm", "ws2_32", "wtsapi32"),
)
"""Libraries that every Windows 10 and 11 has; an N edition gets evr, mf, mfplat and mfreadwrite,
and with them sound, from its Media Feature Pack."""


def imported(files: Iterable[Path]) -> dict[str, set[str]]:
    """Return the libraries that *files* are linked against, in small letters, with their users."""
    found: dict[str, set[str]] = {}
    user = ""
    for line in run(["x86_64-w64-mingw32-objdump", "--private-headers", *files]).splitlines():
        if line.endswith("file format pei-x86-64"):
            user = Path(line.partition(":")[0]).name
        elif "DLL Name:" in line:
            found.setdefault(line.rpartition(":")[2].strip().lower(), set()).add(user)
    return found


def keep_newest_runtime(packages: Path, bundle: Path, into: Path) -> None:
    """Have Microsoft's C++ runtime, as far as *bundle* needs it, in the folder *into* alone.

    Python and several packages bring a copy each; a program has one of them loaded, and an older
    one does not serve who was made for a newer one.
    """
    needed = imported(executables(bundle))
    copies: dict[str, list[Path]] = {}
    for path in (*packages.rglob("*.dll"), *into.glob("*.dll")):
        if RUNTIME.fullmatch(path.name) and path.name.lower() in needed:
            copies.setdefault(path.name.lower(), []).append(path)
    for name, places in copies.items():
        newest = max(places, key=lambda path: (file_version(path), str(path)))
        if newest.parent != into:
            shutil.copyfile(newest, into / name)


def check(bundle: Path) -> str:
    """Return a line that says how many libraries there must be; Failed if one is missing."""
    files = executables(bundle)
    here = {path.name.lower() for path in files}
    needed = imported(files)
    missing = [
        f"{name}, for {', '.join(sorted(users))}"
        for name, users in sorted(needed.items())
        if name not in here and not is_of_windows(name)
    ]
    if missing:
        raise Failed("\n".join(["Libraries that are nowhere:", *missing]))
    return f"{len(needed)} libraries are in the bundle or in Windows"


def is_of_windows(name: str) -> bool:
    """Tell whether every Windows 10 has the library *name*."""
    if re.match(r"(?:api|ext)-ms-win-", name) or name == "winspool.drv":
        return True
    return name.removesuffix(".dll") in OF_WINDOWS
