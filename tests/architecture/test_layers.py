import ast
import subprocess
import sys
from pathlib import Path

from tests.support.source import ROOT, modules


def test_every_layer_imports_only_what_is_below_it() -> None:
    """The contracts of pyproject.toml hold; they are the picture in docs/architecture.md."""
    lint_imports = Path(sys.executable).with_name("lint-imports")

    result = subprocess.run(
        [lint_imports, "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout + result.stderr


def test_everything_below_the_screens_runs_without_qt() -> None:
    """Importing every module of the lower layers loads no Qt, and nothing that talks to a net."""
    names = [
        module.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for layer in ("domain", "storage", "services")
        for module in modules(f"app/{layer}")
    ]
    script = "import importlib, sys\n" + "\n".join(
        [f"importlib.import_module({name!r})" for name in names]
        + ["print([m for m in ('PySide6', 'shiboken6', 'socket', 'ssl') if m in sys.modules])"]
    )

    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


def test_tests_of_the_lower_layers_need_no_qt() -> None:
    """Whoever works on values and files can run tests/unit without a window system."""
    offenders = []
    for module in modules("tests/unit"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                imported = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                imported = [node.module or ""]
            elif isinstance(node, ast.arg) and node.arg.startswith(("qtbot", "qapp", "qtmodel")):
                imported = [f"pytestqt {node.arg}"]
            else:
                continue
            if any(n.startswith(("PySide6", "pytestqt", "app.ui", "app.shell")) for n in imported):
                offenders.append(f"{module.place(node)} {imported}")

    assert not offenders
