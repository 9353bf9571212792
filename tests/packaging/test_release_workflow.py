"""The release workflow: pinned, and plain about what it does not sign.

Whether it is well formed and safe to run is looked at by ``./dev check``.
"""

import re
from typing import Any, Final

import yaml

import freeze
from tests.support.source import ROOT

PATH: Final = ROOT / ".github" / "workflows" / "release.yml"
TEXT: Final = PATH.read_text("utf-8")
JOBS: Final[dict[str, Any]] = yaml.safe_load(TEXT)["jobs"]
STEPS: Final[list[dict[str, Any]]] = [step for job in JOBS.values() for step in job["steps"]]


def test_actions_are_pinned_by_commit() -> None:
    """With the version behind it, for people."""
    uses = [line for line in TEXT.splitlines() if "uses:" in line]

    assert uses
    for line in uses:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v[0-9.]+$", line), line


def test_each_action_is_the_same_commit_everywhere() -> None:
    """One of two versions would be forgotten."""
    commits: dict[str, set[str]] = {}
    for step in STEPS:
        name, _at, commit = step.get("uses", "").partition("@")
        commits.setdefault(name, set()).add(commit)

    assert all(len(found) == 1 for found in commits.values())


def test_what_is_not_signed_says_so() -> None:
    """A step that is handed a certificate, a key or an account tells when it has none."""
    signing = [step for step in STEPS if "secrets." in str(step.get("env", ""))]

    assert len(signing) == 4
    for step in signing:
        assert re.search(r"(is|are) NOT (signed|notarized): there is no", step["run"]), step["name"]
        assert "GITHUB_STEP_SUMMARY" in step["run"]


def test_every_command_of_ours_is_one_of_dev() -> None:
    """A command that was renamed would be found out at the next release."""
    commands = set(re.findall(r"\bdev (\w+)", " ".join(step.get("run", "") for step in STEPS)))
    known = set(re.findall(r"^    \./dev (\w+)", (ROOT / "dev").read_text("utf-8"), re.MULTILINE))

    assert commands == {"package", "run", "test"}
    assert commands <= known


def test_the_application_is_signed_where_it_is_frozen() -> None:
    """A path that nothing is at would be found out at the next release."""
    paths = set(re.findall(r'"(build[^"]*Soft Landing\.app)', TEXT))

    assert paths == {f"{(freeze.WORK / 'dist' / 'Soft Landing.app').relative_to(ROOT)}"}


def test_nothing_may_do_more_than_it_needs() -> None:
    """Only the job that drafts can write."""
    assert yaml.safe_load(TEXT)["permissions"] == {}
    for name, job in JOBS.items():
        assert job["permissions"]["contents"] == ("write" if name == "draft" else "read")
        assert job["timeout-minutes"] <= 120


def test_a_draft_waits_for_everything() -> None:
    """A release of which one system failed is none."""
    assert set(JOBS["draft"]["needs"]) == set(JOBS) - {"draft"}
