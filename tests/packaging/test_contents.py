"""What a frozen build keeps and leaves out."""

import ast
import sys
from pathlib import Path

import PySide6
import pytest

from contents import (
    NAMED_IN_C,
    PLUGINS,
    UNWANTED_MODULES,
    facts,
    is_carried,
    is_kept,
    is_of_the_system,
    is_wanted,
    own_modules,
)
from tests.support.source import ROOT, modules

QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/platforms/libqwayland.so",
        f"{QT}/plugins/platforms/libqoffscreen.so",
        f"{QT}/plugins/multimedia/libffmpegmediaplugin.so",
        f"{QT}/plugins/platformthemes/libqxdgdesktopportal.so",
        f"{QT}/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        f"{QT}/plugins/printsupport/libcupsprintersupport.so",
        f"{QT}/plugins/iconengines/libqsvgicon.so",
        f"{QT}/plugins/imageformats/libqsvg.so",
        f"{QT}/lib/libQt6Quick.so.6",
        f"{QT}/lib/libQt6Qml.so.6",
        f"{QT}/lib/libQt6OpenGL.so.6",
        f"{QT}/lib/libQt6FFmpegStub-crypto.so.3",
        f"{QT}/lib/libavcodec.so.61",
        f"{QT}/lib/libicudata.so.73",
        "yaml/_yaml.cpython-311-x86_64-linux-gnu.so",
        "app/resources/sounds/rain.ogg",
        "msgspec-0.22.0.dist-info/METADATA",
        f"{QT}/plugins/platforms/libqcocoa.dylib",
        f"{QT}/plugins/multimedia/libdarwinmediaplugin.dylib",
    ],
)
def test_what_the_program_needs_is_kept(name: str) -> None:
    """Windows of every kind, screen readers' and printers' ways, sound, and our own files."""
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/platforms/libqvnc.so",
        f"{QT}/plugins/tls/libqopensslbackend.so",
        f"{QT}/plugins/imageformats/libqpdf.so",
        f"{QT}/plugins/networkinformation/libqnetworkmanager.so",
        f"{QT}/plugins/sqldrivers/libqsqlite.so",
        f"{QT}/lib/libQt6VirtualKeyboard.so.6",
        f"{QT}/translations/qtbase_de.qm",
    ],
)
def test_what_nothing_of_ours_loads_is_left_out(name: str) -> None:
    """GTK, networks, remote screens, drivers and translations of others."""
    assert not is_wanted(name)


def test_no_module_that_the_program_imports_is_left_out() -> None:
    """Neither by its name nor with the package that it is in."""
    imported = {
        name
        for module in modules("app")
        for node in ast.walk(module.tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    left_out = tuple(f"{name}." for name in UNWANTED_MODULES)

    assert not {name for name in imported if f"{name}.".startswith(left_out)}
    assert imported >= {"msgspec", "yaml", "PySide6.QtMultimedia", "PySide6.QtTest"}
    assert imported >= set(NAMED_IN_C)


def test_a_debian_package_leaves_libraries_to_debian_and_an_appimage_carries_some() -> None:
    """Those of Qt and Python are always our own."""
    ours = is_of_the_system("PySide6/Qt/lib/libQt6Core.so.6", "/srv/environment/libQt6Core.so.6")
    python = is_of_the_system("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so")
    module = is_of_the_system("python3.11/lib-dynload/_json.so", "/usr/lib/python3.11/_json.so")

    assert is_of_the_system("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
    assert not any((ours, python, module))
    assert is_carried("libxcb-cursor.so.0")
    assert not any(map(is_carried, ("libX11.so.6", "libGL.so.1", "libc.so.6", "libxcb.so.1")))


def test_sub_commands_are_in_a_build_though_they_are_imported_by_name() -> None:
    """PyInstaller sees no import of them."""
    found = own_modules(ROOT)

    assert {"app", "app.shell.commands", "app.shell.commands.restore"} <= set(found)
    assert not any(name.endswith("__init__") for name in found)


def test_a_build_says_which_packages_are_in_it_and_not_which_made_it() -> None:
    """Lists of what is installed are made from that; a tool in it would be a false alarm."""
    named = {path.parent.name.split("-")[0] for path in facts(sys.path)}

    assert {"msgspec", "pyyaml", "pyside6_essentials", "shiboken6"} <= named
    assert not named & {"pip", "packaging", "setuptools", "ruff", "pytest"}


def test_only_linux_has_libraries_of_a_distribution() -> None:
    """Elsewhere a folder of that name would mean nothing."""
    library = ("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6")

    assert not is_kept(*library, is_linux=True)
    assert is_kept(*library, is_linux=False)
    assert is_kept("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0", is_linux=True)


def test_every_kind_of_plug_in_is_listed_by_names_that_qt_has() -> None:
    """A name that is misspelled here would leave the plug-in out, and nobody would notice."""
    folder = Path(PySide6.__file__).parent / "Qt" / "plugins"
    there = {
        path.stem.removeprefix("lib") for kind in PLUGINS for path in (folder / kind).glob("*.so")
    }
    on_macos = {"darwinmediaplugin", "qcocoa", "qmacstyle"}

    wanted = {name for names in PLUGINS.values() for name in names}

    assert wanted - there == on_macos
