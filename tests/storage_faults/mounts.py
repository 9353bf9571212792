"""Real disks to break: file systems in a file or in memory, mounted for one test, as root."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

SHUTDOWN: Final = 0x8004587D
LOG_KEPT: Final = 1
LOG_LOST: Final = 2
IMAGE_BYTES: Final = {"ext4": 64 << 20, "xfs": 320 << 20}


def system(*command: str | Path) -> str:
    """Run a tool of the system; return why it failed, or nothing."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=50)
    except OSError as error:
        return str(error)
    return (done.stderr or f"{words[0]} failed") if done.returncode else ""


class LoopDisk:
    """A file system in a file, of the kind that the test names."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.place = folder / "mounted"
        self.place.mkdir()
        self._image = folder / f"{kind}.image"
        with self._image.open("wb") as image:
            image.truncate(IMAGE_BYTES[kind])
        why = system(f"mkfs.{kind}", "-q", self._image)
        assert not why, why

    def mount(self) -> str:
        """Mount it; return why that failed, or nothing."""
        return system("mount", "-o", "loop", self._image, self.place)

    def unmount(self) -> None:
        """Unmount it."""
        why = system("umount", self.place)
        assert not why, why

    def cut_the_power(self, how: int) -> None:
        """Let nothing more reach the disk, with its log as far as it is, or without."""
        descriptor = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, SHUTDOWN, how.to_bytes(4, sys.byteorder))
        finally:
            os.close(descriptor)


@contextmanager
def loop_disk(folder: Path, kind: str) -> Iterator[LoopDisk]:
    """Give a mounted disk; the test is skipped where mounting is refused."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    disk = LoopDisk(folder, kind)
    if why := disk.mount():
        pytest.skip(f"{kind} in a file cannot be mounted here: {why}")
    try:
        yield disk
    finally:
        disk.unmount()


@contextmanager
def memory_disk(place: Path, size: str) -> Iterator[Path]:
    """Give a disk in memory that holds *size*; the test is skipped where mounting is refused."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    place.mkdir()
    if why := system("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place):
        pytest.skip(f"a disk in memory cannot be mounted here: {why}")
    try:
        yield place
    finally:
        why = system("umount", place)
        assert not why, why
