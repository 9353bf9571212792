"""Which files of Python and of the packages go to Windows. What is not named here stays out.

So nothing comes along unseen, and no part that could use the network: neither sockets nor TLS.
"""

import re
from collections.abc import Iterable
from typing import Final

from windows.names import PYTHON_LIBRARY

PYTHON: Final = (
    f"{PYTHON_LIBRARY}.dll",
    f"{PYTHON_LIBRARY}.zip",  # the standard library
    "python3.dll",  # what extensions for every Python 3 are linked against
    "libffi-8.dll",
    *("_bz2.pyd", "_ctypes.pyd", "_decimal.pyd", "_elementtree.pyd", "_lzma.pyd"),
    *("_queue.pyd", "_uuid.pyd", "_zoneinfo.pyd", "pyexpat.pyd", "select.pyd", "unicodedata.pyd"),
    "LICENSE.txt",
)
"""Left out: sockets, TLS, SQLite, pools of processes, and _wmi, at which Wine falls."""

MODULES: Final = (
    *("QtCore", "QtGui", "QtMultimedia", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest"),
    "QtWidgets",
)
"""The parts of PySide6 that the program imports; QtNetwork for the bell between two windows."""

PLUGINS: Final = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qgif", "qico", "qjpeg", "qsvg"),
    "multimedia": ("ffmpegmediaplugin", "windowsmediaplugin"),
    "platforms": ("qoffscreen", "qwindows"),
    "styles": ("qmodernwindowsstyle",),
}

RUNTIME: Final = re.compile(r"(?i)(?:msvcp140\w*|vcruntime140\w*|concrt140)\.dll")
"""Microsoft's C++ runtime, of which several parts bring a copy: the newest goes beside Python."""

_PLUGINS: Final = "|".join(
    rf"{kind}/{name}" for kind, names in sorted(PLUGINS.items()) for name in names
)
_PACKAGES: Final = re.compile(
    r"|".join(
        (
            r"PySide6/(?:__init__|_config|_git_pyside_version)\.py",
            rf"PySide6/(?:{'|'.join(MODULES)})\.pyd",
            rf"PySide6/(?:{'|'.join(name.replace('Qt', 'Qt6', 1) for name in MODULES)})\.dll",
            r"PySide6/(?:av(?:codec|format|util)|sw(?:resample|scale))-\d+\.dll",
            r"PySide6/pyside6\.abi3\.dll",
            rf"PySide6/plugins/(?:{_PLUGINS})\.dll",
            r"shiboken6/(?:__init__|_config|_git_shiboken_module_version)\.py",
            r"shiboken6/Shiboken\.pyd",
            r"shiboken6/shiboken6\.abi3\.dll",
            r"(?:msgspec|yaml)/[\w./-]+\.(?:py|pyd)",
            r"(?:platformdirs|tzlocal|wakepy)/[\w./-]+\.py",
            r"tzdata/[\w./+-]+",
            r"[\w.-]+\.dist-info/METADATA",
        )
    )
)


def is_allowed(name: str) -> bool:
    """Tell whether the file *name* of the packages, ``yaml/loader.py``, goes along."""
    return _PACKAGES.fullmatch(name) is not None and "__pycache__" not in name


def allowed(names: Iterable[str]) -> list[str]:
    """Return those of *names* that go along, in order."""
    return sorted(filter(is_allowed, names))
