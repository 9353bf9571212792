"""PySide6 looks into no module of ours while the window is open, and msgspec loads itself alone."""

import builtins
import subprocess
import sys

import pytest

from app.shell.plain_imports import ORIGINAL, use_plain_imports, use_plain_typing
from tests.support.source import ROOT

SCRIPT = """
import builtins
{first}
from app.shell.plain_imports import use_plain_imports
use_plain_imports()
from shibokensupport import feature
import app.ui.undo
print(builtins.__import__ is builtins.__feature_import__, hasattr(builtins, "__orig_import__"))
print("app.ui.undo" in feature.pyside_feature_dict)
"""


def said_after(first: str) -> list[str]:
    """Return what SCRIPT prints when it begins with *first*."""
    script = SCRIPT.format(first=first)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_pyside_reads_no_module_of_ours() -> None:
    """Its wrapping of imports is not there, was never there, and nothing is looked into."""
    assert said_after("") == ["False", "False", "False"]


def test_a_wrapping_that_is_there_is_taken_off() -> None:
    """Where somebody else loaded PySide6 first, or it loads in a way that we do not know."""
    assert said_after("import PySide6.QtCore") == ["False", "True", "False"]


def test_a_pyside_without_the_wrapping_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version may not have it."""
    monkeypatch.setattr(builtins, "__import__", getattr(builtins, ORIGINAL, __import__))
    monkeypatch.delattr(builtins, ORIGINAL, raising=False)
    before = builtins.__import__

    use_plain_imports()

    assert builtins.__import__ is before


PLAIN = """
import sys
{first}
from app.shell.plain_imports import use_plain_typing
use_plain_typing()
print("msgspec" in sys.modules, "typing_extensions" in sys.modules)
import app.domain.journal, typing_extensions
"""


@pytest.mark.parametrize(("first", "is_there"), [("", "False"), ("import msgspec", "True")])
def test_msgspec_is_loaded_alone_unless_it_is_there(first: str, is_there: str) -> None:
    """Whoever wants the other package later finds it."""
    script = PLAIN.format(first=first)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["True", is_there]


def test_a_later_call_changes_nothing() -> None:
    """Here everything is loaded already."""
    before = dict(sys.modules)

    use_plain_typing()

    assert sys.modules == before


def test_what_was_hidden_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where msgspec comes from a cache of modules."""
    import msgspec

    monkeypatch.delitem(sys.modules, "typing_extensions", raising=False)
    monkeypatch.delitem(sys.modules, "msgspec")
    monkeypatch.setitem(sys.modules, "msgspec._core", sys.modules["msgspec._core"])

    use_plain_typing()

    assert "typing_extensions" not in sys.modules
    monkeypatch.setitem(sys.modules, "msgspec", msgspec)
