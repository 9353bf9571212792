"""The runners that all tests of this folder share, and the table of faults at the end of a run."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import pytest

from tests.storage_faults.faults import FAULTS, REASONS, faults_of
from tests.storage_faults.workshop import Workshop

TIED: Final = pytest.StashKey[dict[str, list[int]]]()


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """Return the place where drivers are run with faults."""
    place = Workshop(tmp_path_factory.mktemp("workshop"))
    yield place
    place.close()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note which faults each test is about."""
    tied = config.stash.setdefault(TIED, {})
    for item in items:
        for number in faults_of(item.nodeid):
            item.add_marker(pytest.mark.fault(number))
        tied[item.nodeid] = [n for mark in item.iter_markers("fault") for n in mark.args]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what became of each fault."""
    tied = config.stash.get(TIED, {})
    outcomes: dict[int, Counter[str]] = {number: Counter() for number in FAULTS}
    for outcome in ("passed", "failed", "error", "skipped"):
        for report in terminalreporter.stats.get(outcome, []):
            for number in tied.get(report.nodeid, []):
                outcomes[number]["failed" if outcome == "error" else outcome] += 1
    if not any(outcomes.values()):
        return
    terminalreporter.section("the 32 faults")
    for number, name in FAULTS.items():
        terminalreporter.write_line(f"{number:2} {name:<50} {_told(outcomes[number], number)}")


def _told(outcome: Counter[str], number: int) -> str:
    if not outcome:
        return REASONS.get(number, "not in this run")
    return ", ".join(f"{often} {what}" for what, often in outcome.items())
