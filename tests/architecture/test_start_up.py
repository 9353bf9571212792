"""What is loaded before a person sees anything: little, and nothing that could talk to a net."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from app.shell.late_signatures import DESCRIPTIONS
from tests.support.source import ROOT
from tests.support.ten_years import write_ten_years

FORBIDDEN = (
    "numpy",
    "pydantic",
    "socket",
    "ssl",
    "http",
    "asyncio",
    "PySide6.QtNetwork",
    "PySide6.QtMultimedia",
    "PySide6.QtQml",
    "PySide6.QtTest",
    "babel",
    "logging",
    "random",
    "typing_extensions",
    "yaml",  # files as the program left them are read without it
    "inspect",
    *DESCRIPTIONS,  # of PySide6's functions
)
AFTER_THE_PAINT = ("app.shell.background", "app.shell.attention", "app.shell.reminding")
UNUSED_CLASSES = (
    "PySide6.QtWidgets.QCalendarWidget",
    "PySide6.QtWidgets.QMdiArea",
    "PySide6.QtWidgets.QTreeView",
)
SAMPLE = ROOT / "packaging" / "clinic" / "samples" / "small-us-clinic"
OTHER_PAGES = ("calm", "journal", "foggy", "settings", "help", "first_run")

SCRIPT = """
import atexit, json, sys
from app.shell.late_signatures import LATE_SPEC
from app.shell.main import main
def loaded():
    for name, module in sys.modules.items():
        if LATE_SPEC not in module.__dict__:
            yield name
            if name.startswith("PySide6.Qt"):
                yield from (f"{name}.{one}" for one in vars(module))
atexit.register(lambda: print(json.dumps(sorted(loaded()))))
sys.exit(main(sys.argv[1:]))
"""


def modules_at_first_paint(folder: Path) -> set[str]:
    """Return what is loaded when the window of a fresh process has painted for the first time.

    That is modules, and the classes that PySide6 has made: each when it is first wanted.
    """
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, "--data-dir", folder],
        cwd=ROOT,
        env={**os.environ, "SOFT_LANDING_EXIT_AFTER_PAINT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(result.stdout.splitlines()[-1]))


def test_only_the_page_on_screen_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    """Today appears without the other pages, number crunchers, networks or sound.

    The real clock is far from every infusion: near one the rules are read.
    """
    write_ten_years(tmp_path, date(2024, 11, 24), days=90)

    loaded = modules_at_first_paint(tmp_path)

    assert not loaded & set(FORBIDDEN)
    assert not {
        name for name in loaded if name.startswith(tuple(f"app.ui.{p}." for p in OTHER_PAGES))
    }
    assert "app.ui.today.page" in loaded


def test_only_classes_that_are_used_are_made_before_the_first_paint(tmp_path: Path) -> None:
    """PySide6 makes all of them when it is asked for a widget that Qt has made itself."""
    write_ten_years(tmp_path, date(2026, 11, 24), days=90)

    loaded = modules_at_first_paint(tmp_path)

    assert "PySide6.QtWidgets.QScrollArea" in loaded
    assert not loaded & set(UNUSED_CLASSES)


def test_nothing_of_a_clinic_is_loaded_where_there_is_no_pack(tmp_path: Path) -> None:
    """But where one would be, and the little that asks for it later."""
    write_ten_years(tmp_path, date(2026, 11, 24), days=1)

    loaded = modules_at_first_paint(tmp_path)

    assert {one for one in loaded if "clinic" in one or "logo" in one} == {
        "app.shell.commands.clinic",  # with every other command, where arguments are given
        "app.storage.clinic_places",
        "app.ui.today.clinic_cards",
    }
    assert not loaded & {"app.ui.today.news_card", "app.ui.today.after_care_card"}


def test_a_pack_and_its_news_cost_neither_a_parser_nor_every_class(tmp_path: Path) -> None:
    """As clinics write it, with remarks."""
    write_ten_years(tmp_path, date(2024, 11, 24), days=90)
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)

    loaded = modules_at_first_paint(tmp_path)

    assert loaded >= {"app.ui.widgets.clinic_badge", "app.ui.today.news_card"}
    assert not loaded & {*FORBIDDEN, *UNUSED_CLASSES}


def test_reminders_wait_until_the_window_has_painted(tmp_path: Path) -> None:
    """Wanted or not, nothing of them holds up the start."""
    write_ten_years(tmp_path, date(2026, 11, 24), days=1)
    with (tmp_path / "settings.yaml").open("a", encoding="utf-8") as settings:
        settings.write("reminders:\n  while_open: true\n  tray_icon: true\n")

    loaded = modules_at_first_paint(tmp_path)

    assert not loaded & {*AFTER_THE_PAINT, "app.shell.tray", "app.domain.reminders"}
    assert "app.ui.today.page" in loaded
