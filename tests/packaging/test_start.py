"""How a frozen program begins, and what it leaves to the programs that it starts."""

import os
import plistlib
import runpy
import subprocess
import sys

import pytest

from app.shell.late_signatures import LATE_SPEC
from tests.support.source import ROOT

HOOK = ROOT / "packaging" / "own_libraries_only.py"


def test_other_programs_do_not_load_our_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the program is taken out of the way in which libraries are found."""
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/soft-landing/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)

    runpy.run_path(str(HOOK))

    assert "LD_LIBRARY_PATH" not in os.environ


def test_a_way_that_was_set_before_is_kept_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some desktops need it for their own programs."""
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/soft-landing/_internal:/opt/desktop")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/desktop")

    runpy.run_path(str(HOOK))

    assert os.environ["LD_LIBRARY_PATH"] == "/opt/desktop"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_qt_is_loaded_in_our_way_before_anything_loads_it_in_another() -> None:
    """What PySide6 knows about its own functions waits in a frozen program too."""
    script = (
        f"import runpy, sys; runpy.run_path({str(HOOK.with_name('quick_imports.py'))!r});"
        f"print('PySide6.QtCore' in sys.modules, {LATE_SPEC!r} in vars(sys.modules['inspect']))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["True", "True"]


def test_macos_is_asked_for_no_more_than_python_and_qt_need() -> None:
    """No camera, no microphone, no contacts, and no network that others could reach."""
    text = (ROOT / "packaging" / "macos" / "entitlements.plist").read_bytes()

    assert plistlib.loads(text) == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
        "com.apple.security.cs.disable-library-validation": True,
    }
