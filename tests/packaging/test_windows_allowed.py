"""What goes into the Windows bundle: all that the program imports, and nothing unnamed."""

import ast
import sys

from tests.support.source import ROOT
from windows.allowed import MODULES, PLUGINS, PYTHON, RUNTIME, allowed, is_allowed


def imported() -> set[str]:
    """Return the dotted names of everything that the program imports."""
    found: set[str] = set()
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
    return found


def test_every_part_of_qt_that_the_program_imports_goes_along() -> None:
    """A part that is missing is noticed on somebody's computer only, when it is wanted."""
    wanted = {name.split(".")[1] for name in imported() if name.startswith("PySide6.")}

    assert wanted
    assert wanted <= set(MODULES)
    assert all(is_allowed(f"PySide6/{module}.pyd") for module in wanted)
    assert all(is_allowed(f"PySide6/Qt6{module.removeprefix('Qt')}.dll") for module in wanted)


def test_every_package_that_the_program_imports_goes_along() -> None:
    """What is neither ours nor Python's is let in by name."""
    packages = {name.split(".")[0] for name in imported()} - sys.stdlib_module_names - {"app"}

    assert packages
    assert all(is_allowed(f"{package}/__init__.py") for package in packages)


def test_nothing_that_could_use_a_network_goes_along() -> None:
    """No sockets and no TLS, neither Python's nor Qt's."""
    names = " ".join(PYTHON).lower()

    assert not any(word in names for word in ("socket", "ssl", "crypto", "hashlib", "asyncio"))
    assert "tls" not in PLUGINS
    assert not is_allowed("PySide6/plugins/tls/qschannelbackend.dll")


def test_what_is_not_named_stays_out() -> None:
    """Tools, examples, other parts of Qt and caches come with the packages, and stay there."""
    unwanted = [
        "PySide6/Qt6WebEngineCore.dll",
        "PySide6/designer.exe",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/translations/qtbase_de.qm",
        "bin/pyside6-uic.exe",
        "yaml/__pycache__/loader.cpython-313.pyc",
        "PySide6/msvcp140.dll",
    ]

    assert allowed([*unwanted, "yaml/loader.py", "PySide6/QtCore.pyd"]) == [
        "PySide6/QtCore.pyd",
        "yaml/loader.py",
    ]
    assert RUNTIME.fullmatch("MSVCP140_1.dll")
