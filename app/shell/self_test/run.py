"""``soft-landing self-test``: live the day, and report what was kept."""

import json
import os
import tempfile
import time
from pathlib import Path
from typing import Final

from app import __version__

FINE: Final = 0
FAULT: Final = 1


def self_test(out: Path | None, *, is_shown: bool = False) -> int:
    """Live one small day in a temporary folder; return 0, or 1 if a step failed.

    No window is seen unless it is to be shown. The report, as JSON, goes to *out* or is printed:
    what drew the window, every step with its seconds, the first fault if there was one, and the
    texts of all files.
    """
    if not is_shown:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="soft-landing-self-test-") as home:
        report = live(Path(home))
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    if out is None:
        print(text, end="")  # a program without a terminal has nowhere to print, and no fault in it
    else:
        out.write_text(text, encoding="utf-8")
        print(report["result"], *([report["fault"]] if report["fault"] else []))
    return FAULT if report["fault"] else FINE


def live(home: Path) -> dict[str, object]:
    """Live the day in *home* and return the report."""
    from app.shell.bootstrap import application
    from app.shell.self_test.day import SmallDay
    from app.shell.self_test.hand import OutOfReachError

    platform = application().platformName()
    day = SmallDay(home)
    steps: list[dict[str, object]] = []
    fault = ""
    for name, step in day.steps():
        began = time.monotonic()
        try:
            step()
        except OutOfReachError as error:
            fault = f"{name}: {error}"
            break
        steps.append({"step": name, "seconds": round(time.monotonic() - began, 2)})
    day.close()
    return {
        "program": f"Soft Landing {__version__}",
        "platform": platform,
        "result": "failed" if fault else "passed",
        "fault": fault,
        "steps": steps,
        "files": day.files(),
    }
