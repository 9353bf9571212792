"""PySide6 looks into no module of ours while the window is open."""

import builtins
import subprocess
import sys

import pytest

from app.shell.plain_imports import ORIGINAL, use_plain_imports
from tests.support.source import ROOT

SCRIPT = """
import builtins
from app.shell.plain_imports import use_plain_imports
use_plain_imports()
from shibokensupport import feature
import app.ui.undo
print(builtins.__import__ is builtins.__feature_import__)
print("app.ui.undo" in feature.pyside_feature_dict)
"""


def test_pyside_reads_no_module_of_ours() -> None:
    """Its wrapping of imports is there at first, is taken off, and nothing is looked into."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False", "False"]


def test_a_pyside_without_the_wrapping_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version may not have it."""
    monkeypatch.delattr(builtins, ORIGINAL, raising=False)
    before = builtins.__import__

    use_plain_imports()

    assert builtins.__import__ is before
