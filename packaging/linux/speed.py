"""How long the frozen program takes to its first window, against the program run from source."""

import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from tests.support.screen import private_screen
from tests.support.starts import in_turns
from workshop import ROOT, Failed

ROUNDS: Final = 15
LIMIT: Final = 1.3


def of_frozen(program: Path, work: Path) -> list[str]:
    """Start *program* and the source in turns, on the same new folder, and compare the medians.

    Raises Failed if it takes more than LIMIT times as long.
    """
    with private_screen(manager=False) as screen, tempfile.TemporaryDirectory(dir=work) as home:
        variables = {
            **{n: v for n, v in screen.items() if not n.startswith(("PYTHON", "SOFT_LANDING"))},
            "HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_STATE_HOME": home + "/state",
            "XDG_CONFIG_HOME": home + "/config",
            "SOFT_LANDING_EXIT_AFTER_PAINT": "1",
        }
        source = {
            **variables,
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": home + "/compiled",
        }
        from_source = [sys.executable, "-P", "-m", "app"]
        pairs = in_turns((from_source, source), ([program], variables), ROUNDS)
    ratio = median(frozen.seconds / plain.seconds for plain, frozen in pairs)
    memory = median(frozen.memory / plain.memory for plain, frozen in pairs)
    plain, frozen = (1000 * median(pair[i].seconds for pair in pairs) for i in (0, 1))
    line = f"first window: {frozen:.0f} ms frozen, {plain:.0f} ms from source, ratio {ratio:.2f}"
    if ratio > LIMIT:
        raise Failed(f"{line}: above {LIMIT}.")
    held = median(pair[1].memory for pair in pairs)
    return [f"{line}, at most {LIMIT}", f"memory: {held:.0f} MiB, {memory:.2f} times the source's"]
