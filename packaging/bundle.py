"""The frozen program itself, before it is packed: built and tried on this computer."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Final

import freeze
from workshop import COMMAND, PYTHON_NEEDS, Failed, run, version

NEEDS: Final[Sequence[str]] = (*PYTHON_NEEDS, "ffmpeg")


def build(out: Path) -> list[Path]:  # noqa: ARG001 -- it lies where freezing leaves it
    """Freeze the program."""
    return [freeze.frozen()]


def try_out(artifacts: list[Path], work: Path) -> list[str]:
    """Let the frozen program say its version, live its day and read music."""
    program = artifacts[0] / COMMAND
    return [f"{_megabytes(artifacts[0]):.0f} MB unpacked", *checked([program], work, work)]


def checked(program: Sequence[str | Path], work: Path, seen: PurePath) -> list[str]:
    """Try *program*, a command without arguments, with nothing of this environment; see try_out.

    It writes into the folder *work*, which it sees as *seen*.
    """
    told = run([*program, "--version"], more=clean()).strip()
    if told != f"Soft Landing {version()}":
        raise Failed(f"--version says “{told}”.")
    report = work / "self-test.json"
    run([*program, "self-test", "--out", str(seen / report.name)], more=clean())
    steps = json.loads(report.read_text(encoding="utf-8"))["steps"]
    return [f"self-test passed, {len(steps)} steps", _music_is_read(program, work, seen)]


def clean() -> dict[str, str]:
    """Return what takes the environment's own Python out of a frozen program's way."""
    return {name: "" for name in os.environ if name.startswith(("PYTHON", "SOFT_LANDING"))}


def _music_is_read(program: Sequence[str | Path], work: Path, seen: PurePath) -> str:
    """Have the program's own player check files of the kinds that patients have."""
    names = [f"tone.{kind}" for kind in ("mp3", "m4a", "ogg", "flac", "wav")]
    for name in names:
        tone = ["-f", "lavfi", "-i", "sine=duration=2", "-bitexact"]
        run(["ffmpeg", "-loglevel", "error", "-y", *tone, work / name])
    files = [str(seen / name) for name in names]
    order = json.dumps({"do": "check", "files": files}) + "\n"
    player = subprocess.Popen(
        [*map(str, program), "--play-sound"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **clean()},
        text=True,
    )
    with player:
        if player.stdin is None or player.stdout is None:
            raise Failed("The player cannot be spoken to.")
        player.stdin.write(order)
        player.stdin.flush()
        found = {}
        for line in player.stdout:
            word = json.loads(line)
            if word["type"] == "Checked":
                found[word["file"]] = word.get("problem")
            if word["type"] == "CheckOver":
                break
        player.stdin.close()
    wrong = [f"{Path(name).name}: {found.get(name, 'not tried')}" for name in files]
    wrong = [line for line, name in zip(wrong, files, strict=True) if found.get(name, "x")]
    if wrong:
        raise Failed(f"Music cannot be read: {', '.join(wrong)}")
    return f"music is read: {', '.join(Path(name).suffix[1:] for name in files)}"


def _megabytes(folder: Path) -> float:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1_000_000
