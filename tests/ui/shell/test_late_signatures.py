"""PySide6 describes its functions when somebody asks for that, and not at the start."""

import builtins
import subprocess
import sys
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from app.shell.late_signatures import PACKAGE, LateFinder, LateLoader, late_signatures
from tests.support.source import ROOT

START = """
import sys
from app.shell.late_signatures import LATE, LATE_SPEC
from app.shell.plain_imports import use_plain_imports
finders = list(sys.meta_path)
use_plain_imports()
from PySide6.QtCore import QPoint, QSize
def waiting():
    return {name for name in LATE if LATE_SPEC in sys.modules[name].__dict__}
"""
USUAL = "import sys; from PySide6.QtCore import QPoint, QSize"
WRONG = """
for _ in range(2):
    try:
        QPoint(1, 2).setX(QSize(1, 2))
    except TypeError as error:
        print(error)
    try:
        QPoint("left", "right", "middle")
    except TypeError as error:
        print(error)
"""
DESCRIBED = """
from shibokensupport.signature import get_signature
print(get_signature(QPoint.setX), QSize.scaled.__doc__)
"""
MAPPED = """
from shibokensupport.signature import mapping
print(sorted(mapping.type_map)[:20], mapping.__spec__.name, mapping.__file__)
"""


def said_by(script: str) -> str:
    """Return what *script* prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_start_leaves_the_descriptions_for_later() -> None:
    """None has run once Qt is loaded, and nothing else of ours stays in the way of imports."""
    said = said_by(START + "print(waiting() == LATE, finders == sys.meta_path)")

    assert said.split() == ["True", "True"]


@pytest.mark.parametrize("asked", [WRONG, DESCRIBED, MAPPED])
def test_what_is_asked_later_is_answered_as_ever(asked: str) -> None:
    """Wrong arguments, signatures and help texts, in the very words of a usual start."""
    said = said_by(START + asked)

    assert said == said_by(USUAL + asked)
    assert said


def test_a_look_at_all_modules_runs_none() -> None:
    """Python asks each module for its file and the like: that is no question for descriptions."""
    look = "[getattr(one, '__file__', None) for one in list(sys.modules.values())]"
    said = said_by(f"{START}{look}\nprint(waiting() == LATE)")

    assert said.split() == ["True"]


def test_a_name_that_is_not_there_is_missed_as_ever() -> None:
    """The module runs to find out, and then says so."""
    said = said_by(f"{START}from {PACKAGE} import layout\nprint(hasattr(layout, 'nonsense'))")

    assert said.split() == ["False"]


def late(path: Path, name: str) -> ModuleType:
    """Return the module in *path*, which did not run yet; it is called *name*."""
    spec = spec_from_file_location(name, path)
    assert spec is not None
    loader = LateLoader(spec)
    made = loader.create_module(ModuleSpec(name, None))
    made.__spec__ = ModuleSpec(f"renamed.{name}", None)
    loader.exec_module(made)
    return made


def test_a_late_module_runs_at_the_first_question_and_once(tmp_path: Path) -> None:
    """It keeps the name that it was given meanwhile."""
    path = tmp_path / "counting.py"
    path.write_text("import builtins\nruns = builtins.runs = getattr(builtins, 'runs', 0) + 1\n")
    module = late(path, "counting")

    assert not hasattr(builtins, "runs")
    try:
        assert module.runs == module.runs == builtins.__dict__["runs"] == 1
        assert not hasattr(module, "other")
    finally:
        del builtins.__dict__["runs"]
    assert module.__spec__ is not None
    assert module.__spec__.name == "renamed.counting"


def test_what_pyside_looks_up_past_python_is_there_from_the_beginning(tmp_path: Path) -> None:
    """Calling it runs the module, whose own function answers then and later."""
    path = tmp_path / "mapping.py"
    path.write_text("def update_mapping():\n    return 'mapped'\n")
    module = late(path, f"{PACKAGE}.mapping")
    stands_in = module.__dict__["update_mapping"]

    assert stands_in() == "mapped"
    assert module.update_mapping is not stands_in


def test_the_finder_is_there_only_while_the_descriptions_are_loaded() -> None:
    """And imports are never wrapped beyond that."""
    finders, importing = list(sys.meta_path), builtins.__import__

    with late_signatures():
        watching = builtins.__import__
        assert isinstance(sys.meta_path[0], LateFinder)
        package = __import__(PACKAGE, fromlist=("loader",))

        assert isinstance(sys.meta_path[0], LateFinder)
        assert builtins.__import__ is importing is not watching
    package.loader.post_init()

    assert sys.meta_path == finders
    assert builtins.__import__ is importing


def test_where_pyside_is_loaded_already_nothing_happens() -> None:
    """Imports are as they were."""
    finders, importing = list(sys.meta_path), builtins.__import__

    with late_signatures():
        from PySide6 import QtCore  # noqa: F401 -- the import is what is tried

    assert sys.meta_path == finders
    assert builtins.__import__ is importing


def test_what_waits_of_python_does_its_work_when_it_is_wanted() -> None:
    """Files are copied and packed, text is wrapped: as after any other start."""
    work = """
import inspect, shutil, tempfile, textwrap
with tempfile.TemporaryDirectory() as folder:
    open(folder + "/one", "w").close()
    shutil.copy(folder + "/one", folder + "/two")
    shutil.make_archive(folder + "/all", "zip", folder, "two")
    print(inspect.__file__, inspect.isclass(int), textwrap.wrap("a b", 1))
"""

    assert said_by(START + work) == said_by(USUAL + work)


def test_modules_of_others_are_found_by_others() -> None:
    """The finder leaves alone what it does not know, and what nobody else finds."""
    finder = LateFinder()

    assert finder.find_spec("json", None) is None
    assert finder.find_spec(f"{PACKAGE}.layout", None) is None
