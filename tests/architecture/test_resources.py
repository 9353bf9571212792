"""Every file the program asks for by name is among the files that ship."""

import ast

from app.assets import resource
from tests.support.source import ROOT, modules


def test_every_resource_named_in_the_source_exists() -> None:
    """``resource("fonts/…")`` with a literal leads to a file or a folder."""
    missing = [
        f"{module.place(call)} {call.args[0].value!r}"
        for module in modules()
        for call in module.calls("resource")
        if call.args
        and isinstance(call.args[0], ast.Constant)
        and not resource(str(call.args[0].value)).exists()
    ]

    assert not missing


def test_every_icon_named_in_the_source_exists() -> None:
    """An icon that is missing would leave an empty button."""
    missing = [
        f"{module.place(call)} {argument.value}"
        for module in modules("app/ui")
        for call in module.calls("icon", "pixmap", "set_icon", "IconButton")
        for argument in call.args[:2]
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and not resource(f"icons/{argument.value}.svg").exists()
        and not argument.value.startswith(("on_", "text", "primary"))
    ]

    assert not missing


def test_work_of_others_ships_with_its_license() -> None:
    """Fonts and icons that are not ours bring the file that says so."""
    folders = [path for path in (ROOT / "resources").iterdir() if path.name in {"fonts", "icons"}]

    unlicensed = [
        folder.name
        for folder in folders
        if not any("license" in p.name.lower() or "ofl" in p.name.lower() for p in folder.iterdir())
    ]

    assert not unlicensed
