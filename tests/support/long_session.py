"""A session of the whole length, with sound, in the real window: what it holds, minute by minute.

``python -m tests.support.long_session FOLDER MINUTES`` prints a line for every minute: minutes,
the memory of the program and of its player in MiB, and the share of a core the program took.
"""

import sys
from pathlib import Path

from app.domain.calm_phases import single
from app.domain.patterns import COHERENT
from app.shell.bootstrap import application
from app.ui.route import Route
from tests.support.bench_window import open_window
from tests.support.processor import Span

MIB = 2**20
PAGE = 4096


def held_by(process: int | str) -> float:
    """Return the memory that *process* holds, in MiB; 0 if it is gone."""
    try:
        fields = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    return int(fields[1]) * PAGE / MIB


def main(folder: Path, minutes: float) -> int:
    """Start a session, and print what it holds."""
    app = application()
    desktop = open_window(folder, "calm")
    Span(3).wait()
    calm = desktop.places.calm
    calm.model.start(single(round(minutes) + 5), pattern=COHERENT.id)
    desktop.window.navigation.go(Route("calm_running"))
    steps = max(round(minutes), 10)
    for step in range(1, steps + 1):
        share = Span(minutes * 60 / steps).wait()
        process = calm.player._process
        player = 0.0 if process is None else held_by(process.pid)
        at = step * minutes / steps
        line = f"minute {at:.1f} program {held_by('self'):.1f} player {player:.1f} core {share:.4f}"
        print(line, flush=True)
    calm.model.end()
    desktop.close()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
