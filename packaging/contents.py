"""What goes into a frozen build and what stays out, by the names that files have in it.

PyInstaller collects whatever a Qt module could ever load. Plug-ins are therefore listed by what is
wanted, libraries by what nothing of that needs. README.md says what sound needs.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from workshop import ROOT

UNWANTED_MODULES: Final = (
    *("tkinter", "_tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "pip", "setuptools"),
    *("distutils", "pydoc", "pydoc_data", "doctest", "pdb", "unittest", "test", "xmlrpc", "ftplib"),
    *("sqlite3", "_sqlite3", "curses", "_curses", "readline", "ssl", "_ssl", "asyncio"),
    *("multiprocessing", "concurrent.futures.process", "PySide6.QtAsyncio"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL"),
)
"""Modules that nothing of ours uses, though something names them."""

NAMED_IN_C: Final = ("msgspec", "yaml")
"""Packages whose compiled parts import modules that PyInstaller cannot see."""

PLUGINS: Final = {
    "generic": (),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qjpeg", "qgif", "qico"),
    "multimedia": ("ffmpegmediaplugin", "darwinmediaplugin"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qminimal", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport",),
    "styles": ("qmacstyle",),
    "wayland-decoration-client": ("bradient", "adwaita"),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
    "wayland-shell-integration": ("xdg-shell",),
    "xcbglintegrations": ("qxcb-glx-integration", "qxcb-egl-integration"),
}
"""The plug-ins of Qt that are kept, by kind. Of a kind that is not here none is."""

UNWANTED_FILES: Final = tuple(
    map(
        re.compile,
        (
            r"(^|/)translations/",  # the program speaks through catalogs of its own
            r"(^|/)qml/",
            r"Qt6?(Pdf|VirtualKeyboard|EglFS|EglFs|EglFSKms|WlShellIntegration|WebEngine|3D)",
            r"Qt6?(MultimediaQuick|MultimediaWidgets|QuickWidgets|WaylandCompositor|Sql)",
        ),
    )
)

CARRIED_LIBRARIES: Final = re.compile(
    r"(^|/)lib("
    r"xcb-(cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb)"
    r"|xkbcommon|xkbcommon-x11|Xrandr|Xrender|Xext|ffi|crypto|bz2|lzma|uuid)\.so"
)
"""Libraries of the system that an AppImage carries, because not every desktop has them."""


def is_wanted(name: str) -> bool:
    """Tell whether the file *name* of a build is kept."""
    plugin = re.search(r"(?:^|/)plugins/([^/]+)/(?:lib)?([^/]+)\.(?:so|dylib)$", name)
    if plugin:
        return plugin[2] in PLUGINS.get(plugin[1], ())
    return not any(unwanted.search(name) for unwanted in UNWANTED_FILES)


def is_of_the_system(name: str, source: str) -> bool:
    """Tell whether the file *name*, taken from *source*, is a library of a Linux distribution.

    Python is not, wherever it came from: the program runs on the one it was tried with.
    """
    return source.startswith(("/usr/lib/", "/lib/", "/lib64/", "/usr/lib64/")) and (
        "python" not in name and "/" not in name.removeprefix("lib-dynload/")
    )


def is_carried(name: str) -> bool:
    """Tell whether an AppImage carries the system's library *name*."""
    return CARRIED_LIBRARIES.search(name) is not None


def is_kept(name: str, source: str, is_linux: bool) -> bool:
    """Tell whether the file *name*, taken from *source*, goes into the fullest build there is."""
    is_left = is_linux and is_of_the_system(name, source) and not is_carried(name)
    return is_wanted(name) and not is_left


def own_modules(top: Path) -> list[str]:
    """Return all modules of the program in *top*: sub-commands are imported by their names."""
    paths = (path.relative_to(top).with_suffix("") for path in (top / "app").rglob("*.py"))
    return sorted(".".join(path.parts).removesuffix(".__init__") for path in paths)


def facts(folders: Iterable[str]) -> list[Path]:
    """Return the files in *folders* that say which packages are shipped, for lists of contents.

    Shipped is what is locked for running; beside it lies what freezing takes.
    """
    lock = (ROOT / "packaging" / "locks" / "run.txt").read_text(encoding="utf-8")
    shipped = {
        name.replace("-", "_") for name in re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)
    }
    found = (path for folder in folders for path in Path(folder).glob("*.dist-info/METADATA"))
    return sorted(path for path in found if path.parent.name.lower().split("-")[0] in shipped)


def left_over(names: Iterable[str]) -> list[str]:
    """Return those of *names* that should not be in a build."""
    return sorted(name for name in names if not is_wanted(name))
