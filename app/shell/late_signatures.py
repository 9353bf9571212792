"""What PySide6 knows about its own functions, loaded when something first asks for it.

For help texts, signatures and the words of a ``TypeError`` PySide6 describes each of its
functions. The modules that do so lie as source text inside its library, and every start compiles
them: a quarter of a bare window's time. A healthy window never asks. What asks gets them as ever.
"""

import builtins
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

PACKAGE: Final = "shibokensupport.signature"
DESCRIPTIONS: Final = frozenset(
    f"{PACKAGE}.{name}"
    for name in (
        "errorhandler",
        "layout",
        "lib.enum_sig",
        "lib.pyi_generator",
        "lib.tool",
        "mapping",
        "parser",
    )
)
"""The modules that can wait: PySide6's loader only passes calls on to them."""

LATE: Final = DESCRIPTIONS | {
    "bz2",
    "inspect",
    "lzma",
    "shutil",
    "tempfile",
    "textwrap",
    "traceback",
}
"""These, and what PySide6 loads of Python beside them without using it in a healthy window."""

LATE_SPEC: Final = "_late_spec"
"""Where a module that did not run yet keeps how to."""

LOOKED_UP: Final = "update_mapping"
"""What PySide6 looks up among the names of the module ``mapping`` before it words an error.

It does so in C, past ``__getattr__``, and then takes other names of that module from there.
"""

_ONE_AT_A_TIME: Final = RLock()


class LateModule(ModuleType):
    """A module that is run when the first of its names is asked for."""

    def __getattr__(self, name: str) -> object:
        """Run the module, if it did not run yet, and return what it calls *name*.

        Names that Python itself gives to modules, such as ``__file__``, are no reason to.
        """
        if not name.startswith("__"):
            with _ONE_AT_A_TIME:
                _run(self)
                if name in self.__dict__:
                    return self.__dict__[name]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


class LateLoader:
    """Makes a module at once, and leaves it to the module when to run what *spec* found."""

    def __init__(self, spec: ModuleSpec) -> None:
        self._spec = spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Return the module that waits."""
        made = LateModule(spec.name)
        made.__dict__[LATE_SPEC] = self._spec
        if spec.name == f"{PACKAGE}.mapping":
            made.__dict__[LOOKED_UP] = partial(_update, made)
        return made

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing yet."""


class LateFinder:
    """Finds the modules that can wait where other finders find them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load *fullname* later, or None if that is no matter of ours."""
        if fullname not in LATE:
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = (finder.find_spec(fullname, path, target) for finder in others)
        spec = next(filter(None, found), None)
        if spec is None:
            return None
        late = ModuleSpec(fullname, cast("Loader", LateLoader(spec)), origin=spec.origin)
        late.has_location = spec.has_location  # Python puts it into the module, as __file__
        return late


@contextmanager
def late_signatures() -> Iterator[None]:
    """Let what is imported of PySide6 meanwhile leave its descriptions for later.

    PySide6 puts a finder of its own before all others while it loads them. So ours moves before
    that one at the very moment when they are asked for, and goes with the end of the context.
    What PySide6 would do last, wrapping every import, is left out: see ``plain_imports``.
    """
    finder, importing = LateFinder(), builtins.__import__

    def watching(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 -- as __import__ calls them
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if name != PACKAGE:
            return importing(name, globals, locals, fromlist, level)
        builtins.__import__ = importing
        sys.meta_path.remove(finder)
        sys.meta_path.insert(0, finder)
        package = importing(name, globals, locals, fromlist, level)
        if hasattr(package, "loader"):
            package.loader.post_init = _leave_imports_alone
        return package

    builtins.__import__ = watching
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        if builtins.__import__ is watching:
            builtins.__import__ = importing
        sys.meta_path.remove(finder)


def _leave_imports_alone() -> None:
    """Stand for what PySide6 calls when its descriptions are there."""


def _run(module: ModuleType) -> None:
    """Run *module*, if it did not run yet; PySide6 has renamed it meanwhile."""
    spec = module.__dict__.pop(LATE_SPEC, None)
    if spec is not None:
        renamed, module.__spec__ = module.__spec__, spec
        spec.loader.exec_module(module)
        module.__spec__ = renamed


def _update(module: ModuleType) -> object:
    """Stand for LOOKED_UP until *module* runs, which puts its own in this one's place."""
    with _ONE_AT_A_TIME:
        _run(module)
    return module.__dict__[LOOKED_UP]()
