"""What holds for every test: a private home, no screen, no bus, and nothing left running."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt: the plugins read these once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)
os.environ["PULSE_SERVER"] = "unix:/nowhere"  # silence, and no server that starts by itself
for _variable in [name for name in os.environ if name.startswith("SOFT_LANDING_")]:
    del os.environ[_variable]
os.environ["SOFT_LANDING_SILENT"] = "1"  # but in the tests of what is heard
_HOME = tempfile.TemporaryDirectory(prefix="soft-landing-home-")
os.environ["HOME"] = _HOME.name
os.environ["XDG_CACHE_HOME"] = str(Path(_HOME.name) / "cache")  # fonts: read once for all tests

import pytest  # noqa: E402 -- after the lines above

from app import i18n  # noqa: E402
from tests.support import leftovers  # noqa: E402

FOLDERS = {"DATA": "share", "CONFIG": "config", "STATE": "state", "RUNTIME": "run"}


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Send everything that asks for a home folder into the test's own folder."""
    home = tmp_path / "home"
    for name, folder in FOLDERS.items():
        variable = "XDG_RUNTIME_DIR" if name == "RUNTIME" else f"XDG_{name}_HOME"
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(home / "system"))
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a folder that is not the patient's."""
    return tmp_path / "download"


@pytest.fixture
def system(private_home: Path) -> Path:
    """Return the folder of packs for the whole computer."""
    return private_home / "system" / "soft-landing"


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a timer, thread, animation, window, log record or language."""
    before = leftovers.running_threads()
    with leftovers.log_records() as records, leftovers.dialogs_that_raise():
        yield
    i18n.install(i18n.SOURCE_LANGUAGE)
    if request.node.get_closest_marker("keeps_running") is None:
        alive = leftovers.still_alive(before)
        assert not alive, f"left running: {alive}"
    if "caplog" not in request.fixturenames:
        assert not records, f"unexpected log records: {records}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the quick folders first, and those without Qt before it has been started."""
    first = ("unit", "architecture", "ui")

    def rank(item: pytest.Item) -> int:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        return first.index(folder) if folder in first else len(first)

    items.sort(key=rank)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say on one plain line how many tests ran."""
    count = {name: len(reports) for name, reports in terminalreporter.stats.items()}
    passed = count.get("passed", 0) + count.get("xfailed", 0)
    failed = count.get("failed", 0) + count.get("error", 0)
    terminalreporter.write_line(
        f"{passed} passed, {failed} failed, {count.get('skipped', 0)} skipped"
    )


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Turn a skip into a failure where nothing is missing: on CI, or as root with apt."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus == 0 and reporter and reporter.stats.get("skipped") and _has_everything():
        reporter.write_line("\nA test was skipped although everything it needs can be installed.")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _has_everything() -> bool:
    """Tell whether every tool a test may want can be had here."""
    if os.environ.get("CI") == "true":
        return True
    return sys.platform == "linux" and os.geteuid() == 0 and Path("/usr/bin/apt-get").exists()
