"""From the system calls of one run to every state that a power cut may leave, at any moment."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from tests.storage_faults.disk_model import Disk, Tree

LINE: Final = re.compile(r"([0-9]+) +(.*)")
RESUMED: Final = re.compile(r"<\.\.\. \w+ resumed>(.*)")
CALL: Final = re.compile(r"(\w+)\((.*)\) += (-?[0-9]+)")
TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
MODELLED: Final = {
    *("openat", "write", "fsync", "fdatasync", "close", "writev", "lseek"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "rmdir", "linkat"),
}
NOT_MODELLED: Final = {
    *("pwrite64", "pwritev", "ftruncate", "truncate", "fallocate", "sendfile", "copy_file_range"),
    *("link", "symlink", "symlinkat", "creat", "mknod", "sync", "syncfs", "sync_file_range"),
}
"""A driver that makes one of these has outgrown the model."""


class Crash(Struct, frozen=True):
    """One state after a power cut, and whether "saved" had been told before it."""

    tree: Tree
    told: str

    @property
    def key(self) -> str:
        """A name for the state: the same tree has the same one."""
        digest = hashlib.sha256(self.told.encode())
        for path, data in sorted(self.tree.items()):
            digest.update(repr((path, data)).encode())
        return digest.hexdigest()


def tree_of(home: Path, below: Sequence[str]) -> Tree:
    """Return what stands in the folders *below* of *home*."""
    tops = [home / name for name in below if (home / name).exists()]
    found = [path for top in tops for path in (top, *top.rglob("*"))]
    return {
        str(path.relative_to(home)): None if path.is_dir() else path.read_bytes() for path in found
    }


def put_down(tree: Tree, home: Path) -> None:
    """Make *home* hold *tree*, and nothing else."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    for path, data in sorted(tree.items()):
        if data is None:
            (home / path).mkdir(mode=0o700)
        else:
            (home / path).write_bytes(data)


def crashes(log: Path, home: Path, below: Sequence[str], disk: Disk) -> list[Crash]:
    """Return each state that a power cut during the run in *log* may leave in *below*, once.

    *home* is where the run was, *disk* what it stood on then.
    """
    replay = _Replay(disk, home, below)
    found: dict[str, Crash] = {}
    for call in _calls(log):
        if replay.take(*call):
            for tree in replay.disk.after_a_power_cut():
                crash = Crash(tree, replay.told)
                found.setdefault(crash.key, crash)
    return list(found.values())


class _Open(Struct):
    """A file or folder that is open, and where in it is written next."""

    path: str
    node: int
    at: int = 0


class _Replay:
    """Takes calls as strace wrote them, and does the same to a model of the disk."""

    def __init__(self, disk: Disk, home: Path, below: Sequence[str]) -> None:
        self.disk = disk
        self.told = ""
        self._home = f"{home}/"
        self._below = below
        self._open: dict[str, _Open] = {}

    def take(self, name: str, arguments: str, result: str) -> bool:
        """Do one call, and return whether a power cut may leave something else after it."""
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments)]
        if result.startswith("-"):
            return False
        first = arguments.partition(",")[0].strip()
        if name == "openat":
            return self._opened(self._ours(texts[0], first), arguments, result)
        if name == "close":
            self._open.pop(first, None)
            return False
        if name == "writev":
            self.told += b"".join(texts).decode()
            return True
        if name in {"write", "lseek", "fsync", "fdatasync"}:
            file = self._open.get(first)
            return file is not None and self._used(file, name, texts, int(result))
        return self._names_changed(name, texts, first, arguments)

    def _used(self, file: "_Open", name: str, texts: list[bytes], result: int) -> bool:
        if name == "lseek":
            file.at = result
            return False
        if name == "write":
            self.disk.write(file.node, texts[0][:result], file.at)
            file.at += result
        else:
            self.disk.sync(file.node)
        return True

    def _opened(self, path: str | None, arguments: str, descriptor: str) -> bool:
        self._open.pop(descriptor, None)
        if path is None:
            return False
        node = self.disk.find(path)
        made = False
        if "O_TMPFILE" in arguments:
            node = self.disk.unnamed()
        elif node is None:
            assert "O_CREAT" in arguments, path
            node, made = self.disk.make(path, is_folder=False), True
        elif "O_TRUNC" in arguments:
            self.disk.empty(node)
            made = True
        self._open[descriptor] = _Open(path, node)
        return made

    def _names_changed(self, name: str, texts: list[bytes], first: str, arguments: str) -> bool:
        paths = [self._ours(text, first) for text in texts]
        match name:
            case "mkdir" if paths[0]:
                self.disk.make(paths[0], is_folder=True)
            case "unlink" | "rmdir" | "unlinkat" if paths[0]:
                self.disk.remove(paths[0])
            case "rename" | "renameat" | "renameat2" if paths[0] and paths[1]:
                self.disk.rename(paths[0], paths[1])
            case "linkat" if paths[1]:
                self.disk.link(self._open[Path(os.fsdecode(texts[0])).name].node, paths[1])
            case _:
                assert not any(paths), f"{name}({first}, …) is only half in our folder"
                return False
        return True

    def _ours(self, text: bytes, folder: str) -> str | None:
        """Return the path from the home folder on, if it is one that is followed.

        One that does not begin at the root begins at the descriptor *folder*.
        """
        path = os.fsdecode(text)
        if f"{path}/" == self._home:
            return ""
        if not path.startswith("/"):
            return f"{self._open[folder].path}/{path}" if folder in self._open else None
        inside = path.removeprefix(self._home)
        return inside if inside != path and inside.partition("/")[0] in self._below else None


def _calls(log: Path) -> Iterator[tuple[str, str, str]]:
    """Return name, arguments and result of each call in *log*, in the order they ended."""
    begun: dict[str, str] = {}
    for line in log.read_text(errors="replace").splitlines():
        match = LINE.match(line)
        assert match, line
        thread, text = match.groups()
        if text.endswith("<unfinished ...>"):
            begun[thread] = text.removesuffix("<unfinished ...>")
            continue
        if resumed := RESUMED.match(text):
            text = begun.pop(thread, "") + resumed[1]
        call = CALL.match(text)
        if call is None:
            continue
        assert call[1] not in NOT_MODELLED or call[3].startswith("-"), text[:200]
        if call[1] in MODELLED:
            yield call[1], call[2], call[3]
