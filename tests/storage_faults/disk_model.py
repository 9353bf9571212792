"""A disk as badly behaved as POSIX allows: what may stand on it after a power cut.

Names and data are two things. A name that was made, moved or removed is safe once its folder was
synced, data are safe once the file was; before that, each may or may not have reached the disk,
in any combination. A rename into another folder is two changes, of which a disk may keep one, as
FAT does; where renames are *whole*, it is one, as file systems with a journal see to.
"""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Final, TypeAlias

from msgspec import Struct

Tree: TypeAlias = dict[str, bytes | None]
"""Paths with what they hold; nothing for a folder."""

ROOT: Final = 0


class Move(Struct):
    """A change of names in one folder: *gone* is taken away, *name* leads to *node*.

    *rest* is the other half of a rename between two folders, where that is whole.
    """

    folder: int
    gone: str = ""
    name: str = ""
    node: int = 0
    rest: "Move | None" = None

    @property
    def folders(self) -> set[int]:
        """The folders that it changes: once one of them is on the disk, so is all of it."""
        return {self.folder} | (self.rest.folders if self.rest else set())


class Node(Struct):
    """A file or folder: its bytes as written, and as they are known to be on the disk."""

    is_folder: bool
    data: bytes = b""
    safe: bytes = b""


class Disk:
    """Follows the calls of a program, and tells what a power cut may leave at this moment."""

    def __init__(self, tree: Tree, *, whole_renames: bool = False) -> None:
        self._whole_renames = whole_renames
        self._nodes = {ROOT: Node(is_folder=True)}
        self._names: dict[int, dict[str, int]] = {ROOT: {}}
        for path, data in sorted(tree.items()):
            folder, name = self._place(path)
            node = self._new(is_folder=data is None, data=data or b"")
            self._nodes[node].safe = data or b""
            self._names[folder][name] = node
        self._safe_names = {folder: dict(names) for folder, names in self._names.items()}
        self._moves: list[Move] = []

    def find(self, path: str) -> int | None:
        """Return what *path* leads to now."""
        node = ROOT
        for name in path.split("/") if path else ():
            found = self._names.get(node, {}).get(name)
            if found is None:
                return None
            node = found
        return node

    def make(self, path: str, *, is_folder: bool) -> int:
        """Make an empty file or folder."""
        folder, name = self._place(path)
        node = self._new(is_folder=is_folder)
        self._move(Move(folder, name=name, node=node))
        return node

    def unnamed(self) -> int:
        """Make a file without a name."""
        return self._new(is_folder=False)

    def link(self, node: int, path: str) -> None:
        """Give *node* a name."""
        folder, name = self._place(path)
        self._move(Move(folder, name=name, node=node))

    def write(self, node: int, data: bytes, at: int) -> None:
        """Write *data* into a file, from byte *at* on."""
        before = self._nodes[node].data.ljust(at, b"\0")
        self._nodes[node].data = before[:at] + data + before[at + len(data) :]

    def empty(self, node: int) -> None:
        """Cut a file off at its beginning."""
        self._nodes[node].data = b""

    def rename(self, source: str, target: str) -> None:
        """Move a name, within its folder at once, to another folder perhaps in two steps."""
        node = self.find(source)
        assert node is not None, source
        (before, gone), (after, name) = self._place(source), self._place(target)
        if before == after:
            self._move(Move(after, gone=gone, name=name, node=node))
        elif self._whole_renames:
            self._move(Move(after, name=name, node=node, rest=Move(before, gone=gone)))
        else:
            self._move(Move(after, name=name, node=node))
            self._move(Move(before, gone=gone))

    def remove(self, path: str) -> None:
        """Take a name away."""
        folder, gone = self._place(path)
        self._move(Move(folder, gone=gone))

    def sync(self, node: int) -> None:
        """Wait until a file's data, or the names in a folder, are on the disk."""
        if not self._nodes[node].is_folder:
            self._nodes[node].safe = self._nodes[node].data
            return
        for move in self._moves:
            if node in move.folders:
                _apply(move, self._safe_names)
        self._moves = [move for move in self._moves if node not in move.folders]

    def after_a_power_cut(self) -> Iterator[Tree]:
        """Return everything that may stand on the disk if the power fails now."""
        for number in range(len(self._moves) + 1):
            for moves in combinations(self._moves, number):
                names = {folder: dict(inside) for folder, inside in self._safe_names.items()}
                for move in moves:
                    _apply(move, names)
                yield from self._with_data(names)

    def _with_data(self, names: dict[int, dict[str, int]]) -> Iterator[Tree]:
        """Return the tree of *names* with each state that its unsafe files may be in."""
        paths = dict(_paths(names, ROOT, ""))
        files = sorted({node for node in paths.values() if not self._nodes[node].is_folder})
        choices = [_states(self._nodes[node]) for node in files]
        for chosen in product(*choices):
            data = dict(zip(files, chosen, strict=True))
            yield {path: data.get(node) for path, node in paths.items()}

    def _new(self, *, is_folder: bool, data: bytes = b"") -> int:
        node = len(self._nodes)
        self._nodes[node] = Node(is_folder=is_folder, data=data)
        if is_folder:
            self._names[node] = {}
        return node

    def _place(self, path: str) -> tuple[int, str]:
        folder, _, name = path.rpartition("/")
        node = self.find(folder)
        assert node is not None, path
        return node, name

    def _move(self, move: Move) -> None:
        _apply(move, self._names)
        self._moves.append(move)


def _apply(move: Move, names: dict[int, dict[str, int]]) -> None:
    inside = names.setdefault(move.folder, {})
    inside.pop(move.gone, None)
    if move.name:
        inside[move.name] = move.node
    if move.rest is not None:
        _apply(move.rest, names)


def _paths(names: dict[int, dict[str, int]], folder: int, above: str) -> Iterator[tuple[str, int]]:
    for name, node in names.get(folder, {}).items():
        yield f"{above}{name}", node
        yield from _paths(names, node, f"{above}{name}/")


def _states(node: Node) -> list[bytes]:
    """Return what may stand in a file: what is safe, half of what was written, or all of it."""
    if node.safe == node.data:
        return [node.data]
    return list(dict.fromkeys((node.safe, node.data[: len(node.data) // 2], node.data)))
