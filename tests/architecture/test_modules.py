import ast

import pytest

from tests.support.source import Module, called, modules

LONGEST = 300
PROTOCOLS = {"Clock"}
"""Protocols that are there. Another one comes with its second implementation."""


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_a_module_fits_in_the_head(module: Module) -> None:
    """No module of the program is longer than 300 lines."""
    lines = module.text.count("\n")

    assert lines <= LONGEST, f"{module.name} has {lines} lines: split it by what it is about"


def test_most_modules_are_short() -> None:
    """Most modules stay under 150 lines."""
    lengths = sorted(module.text.count("\n") for module in modules())

    assert lengths[len(lengths) // 2] < 150


def test_no_module_is_a_drawer() -> None:
    """A module is named after the thing in it."""
    drawers = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base"}

    named = [module.name for module in modules() if module.path.stem in drawers]

    assert not named


def test_only_the_theme_speaks_in_style_sheets() -> None:
    """Widgets set an object name or a property; the one style sheet does the rest."""
    offenders = [
        module.place(call)
        for module in modules()
        if not module.name.startswith("app/ui/theme/")
        for call in module.calls("setStyleSheet")
    ]

    assert not offenders


def test_signals_are_connected_to_bound_methods_only() -> None:
    """A dialog connected to a lambda or a partial is never freed by PySide6."""
    offenders = []
    for module in modules():
        for call in module.calls("connect"):
            for argument in call.args:
                nameless = isinstance(argument, ast.Lambda)
                partial = isinstance(argument, ast.Call) and called(argument) == "partial"
                if nameless or partial or _is_local_function(argument):
                    offenders.append(module.place(call))

    assert not offenders


def test_protocols_have_two_implementations() -> None:
    """An interface nobody else implements is a layer for its own sake."""
    found = {
        node.name
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)
    }

    assert found <= PROTOCOLS


SEES_EVERY_WINDOW = {"app/ui/theme/rescale.py": "a new text size reaches every layout there is"}


def test_nobody_reaches_for_the_window_from_below() -> None:
    """What a widget needs it is handed; it does not climb up to find it."""
    offenders = [
        module.place(call)
        for module in modules("app/ui")
        if module.name not in SEES_EVERY_WINDOW
        for call in module.calls("window", "activeWindow", "topLevelWidgets")
        if not call.args
    ]

    assert not offenders


def _is_local_function(argument: ast.expr) -> bool:
    """Tell whether *argument* names a function defined inside the function that connects it."""
    if not isinstance(argument, ast.Name):
        return False
    node: ast.AST | None = argument
    while node is not None:
        if isinstance(node, ast.FunctionDef):
            names = {n.name for n in ast.walk(node) if isinstance(n, ast.FunctionDef)} - {node.name}
            return argument.id in names
        node = getattr(node, "parent", None)
    return False
