"""What a calm session takes of the processor, held against a circle that is simply drawn."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from tests.support.screen import private_screen
from tests.support.source import ROOT

SECONDS: Final = 10.0
"""How long the circles are measured: one whole breath, large and small."""

MOST_IDLE: Final = 0.002
"""Of a core, for a session that nobody sees and for a program that nobody uses."""


class CalmRounds(NamedTuple):
    """Shares of one core, round by round: a bare circle, the breath, hidden, and idle."""

    bare: list[float]
    breathing: list[float]
    hidden: list[float]
    idle: list[float]


def calm_rounds(rounds: int) -> CalmRounds:
    """Measure each in processes of their own, in turns and in turning order, without sound."""
    found = CalmRounds([], [], [], [])
    with private_screen() as environment:
        environment |= {"PYTHONPATH": str(ROOT), "SOFT_LANDING_SILENT": "1"}
        for number in range(rounds):
            order = ("bare", "program") if number % 2 == 0 else ("program", "bare")
            for which in order:
                if which == "bare":
                    found.bare.extend(_figures("bare_circle", environment))
                else:
                    idle, breathing, hidden = _program(environment)
                    found.idle.append(idle)
                    found.breathing.append(breathing)
                    found.hidden.append(hidden)
    return found


def _program(environment: dict[str, str]) -> list[float]:
    with tempfile.TemporaryDirectory(prefix="soft-landing-bench-") as folder:
        return _figures("breathing_window", environment, folder)


def _figures(module: str, environment: dict[str, str], *arguments: str) -> list[float]:
    command = [sys.executable, "-P", "-m", f"tests.support.{module}", *arguments, str(SECONDS)]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return [float(line) for line in done.stdout.split()]


def soak(minutes: float) -> int:
    """Let a session run with sound for *minutes*, and print what it holds; 1 if that grows.

    Sound goes to a server that plays into nothing. What the first fifth needs to get going is
    not counted: from then on the program and its player may hold a twentieth more at the end.
    """
    from tests.support.pulse import sound_server

    with (
        tempfile.TemporaryDirectory(prefix="soft-landing-soak-") as folder,
        private_screen() as environment,
        sound_server(Path(folder) / "sound") as server,
    ):
        environment |= {"PYTHONPATH": str(ROOT), "PULSE_SERVER": server.environment["PULSE_SERVER"]}
        environment.pop("SOFT_LANDING_SILENT", None)
        command = [sys.executable, "-P", "-m", "tests.support.long_session", folder, str(minutes)]
        process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        held: list[tuple[float, ...]] = []
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            held.append(tuple(float(one) for one in line.split()[1::2]))
        if process.wait() or len(held) < 10:
            return 1
    return _judge_growth(held)


def _judge_growth(held: list[tuple[float, ...]]) -> int:
    """Print how much the memory of both processes grew, and return 1 if it was too much."""
    settled = held[len(held) // 5 :]
    part = max(len(settled) // 4, 1)
    grown = False
    for column, name in ((1, "program"), (2, "player")):
        early = median(one[column] for one in settled[:part])
        late = median(one[column] for one in settled[-part:])
        print(f"{name}: {early:.1f} MiB, at the end {late:.1f} MiB ({late / early - 1:+.1%})")
        grown = grown or late > early * 1.05
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(soak(float(sys.argv[1]) if len(sys.argv) > 1 else 30.0))
