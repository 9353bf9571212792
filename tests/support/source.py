"""The program's own source, read for what its rules ask."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"


@dataclass(frozen=True)
class Module:
    """One source file and its syntax tree."""

    path: Path

    @cached_property
    def text(self) -> str:
        """The source."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree; every node knows its ``parent``."""
        tree = ast.parse(self.text)
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                child.parent = node  # type: ignore[attr-defined]
        return tree

    @property
    def name(self) -> str:
        """The path from the top folder."""
        return self.path.relative_to(ROOT).as_posix()

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Yield the calls of a function or method with one of *names*."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and called(node) in names:
                yield node

    def place(self, node: ast.AST) -> str:
        """Return ``app/ui/page.py:12``, which an editor can open."""
        return f"{self.name}:{getattr(node, 'lineno', 0)}"


def called(call: ast.Call) -> str:
    """Return the last name of what is called: ``setText`` of ``self.label.setText(...)``."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def parents(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what *node* stands in, from the inside out."""
    while (parent := getattr(node, "parent", None)) is not None:
        yield parent
        node = parent


@cache
def modules(folder: str = "app") -> tuple[Module, ...]:
    """Return the modules below *folder*, which counts from the top folder."""
    return tuple(Module(path) for path in sorted((ROOT / folder).rglob("*.py")))
