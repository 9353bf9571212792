"""The two executables that start the program, made by MinGW."""

from pathlib import Path
from typing import Final

from windows.names import (
    BUILD,
    COPYRIGHT,
    FILES,
    HERE,
    PROGRAM,
    PUBLISHER,
    PYTHON_LIBRARY,
    TERMINAL,
    three_numbers,
)
from workshop import APP_ID, NAME, run

_LAUNCHER: Final = HERE / "launcher"
_COMPILE: Final = [
    *(
        "x86_64-w64-mingw32-gcc",
        "-std=c11",
        "-O2",
        "-s",
        "-municode",
        "-Wall",
        "-Wextra",
        "-Werror",
    ),
    *("-static", "-fstack-protector-strong", "-Wl,--no-insert-timestamp"),
    *("-Wl,--dynamicbase", "-Wl,--nxcompat", "-Wl,--high-entropy-va"),
]
_KINDS: Final = {PROGRAM: ["-mwindows"], TERMINAL: ["-mconsole", "-DTERMINAL"]}


def make(into: Path, icon: Path, version: str) -> None:
    """Write both programs of *version* into the folder *into*, with *icon*."""
    for program, kind in _KINDS.items():
        work = BUILD / "programs" / Path(program).stem
        work.mkdir(parents=True, exist_ok=True)
        (work / "soft-landing.ico").write_bytes(icon.read_bytes())
        (work / "names.h").write_text(_names(program, version), encoding="ascii")
        resources = work / "launcher.o"
        found = ["--include-dir", str(work), "--include-dir", str(_LAUNCHER)]
        run(["x86_64-w64-mingw32-windres", *found, _LAUNCHER / "launcher.rc", resources])
        source = [str(_LAUNCHER / "launcher.c"), str(resources), f"-I{work}"]
        run([*_COMPILE, *kind, *source, "-lshell32", "-o", into / program])


def _names(program: str, version: str) -> str:
    """Return what the sources do not say themselves, for the compiler."""
    numbers = three_numbers(version)
    said = {
        "APP_ID": APP_ID,
        "COPYRIGHT": COPYRIGHT,
        "FILE_NAME": program,
        "NAME": NAME,
        "PUBLISHER": PUBLISHER,
        "PYTHON_FOLDER": rf"{FILES}\\python",
        "QT_FOLDER": rf"{FILES}\\lib\\PySide6",
        "PYTHON_LIBRARY": f"{PYTHON_LIBRARY}.dll",
        "VERSION_TEXT": version,
    }
    lines = [f'#define {name} "{value}"' for name, value in said.items()]
    return "\n".join([*lines, f"#define VERSION_NUMBERS {numbers.replace('.', ',')},0", ""])
