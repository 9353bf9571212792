"""The packs in use: those that others put there, and the patient's own in the data folder."""

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from app.domain.clinic import LogoName, Pack
from app.storage.clinic_files import (
    CLINIC,
    MOST_BYTES,
    MOST_LOGO_BYTES,
    PackFile,
    checked_logo,
    find,
    parsed,
    read_limited,
    read_logo,
)
from app.storage.clinic_places import FILE_NAME, PackPlace
from app.storage.data_folder import DataFolder
from app.storage.documents import put_whole, read
from app.storage.errors import StorageError
from app.storage.yaml_file import YamlFile
from app.storage.yaml_values import Document

NAMES: Final = (LogoName.PNG.value, LogoName.SVG.value, FILE_NAME)
"""What a pack is made of; the pack itself is written last."""

SEEN: Final = "clinic-seen.yaml"

Files: TypeAlias = Mapping[str, bytes]
"""The files of one pack by their names."""


class ClinicRepository:
    """Finds packs, and keeps the one that the patient opened as it is, byte for byte.

    *given* is a pack that was named at the start.
    """

    def __init__(self, folder: DataFolder, given: Path | None = None) -> None:
        self._folder = folder
        self._given = given
        self._put: Files | None = None
        """What was put since the start: the disk may not have it yet."""
        self._seen_file = self._state_file()

    def found(self) -> tuple[PackFile, ...]:
        """Return the packs that are there, the weakest first."""
        files = find(self._folder.paths, self._given)
        if self._put is None:
            return files
        others = [one for one in files if one.place is not PackPlace.FOLDER]
        own = [] if FILE_NAME not in self._put else [self._own_file(self._put[FILE_NAME])]
        return tuple(sorted((*others, *own), key=_strength))

    def logo(self, packs: Iterable[PackFile]) -> bytes | None:
        """Return the logo of the last of *packs* that has one which can be shown."""
        for one in reversed([*packs]):
            if one.pack is not None and one.pack.logo is not None:
                try:
                    return self._logo_of(one, one.pack.logo)
                except StorageError:
                    return None
        return None

    def own(self) -> Files:
        """Return the files of the patient's own pack; none if there is none."""
        return self._put if self._put is not None else _present(self._folder.paths.data)

    def put(self, files: Files) -> None:
        """Have *files* as the patient's own pack, in the place of the one before.

        How that went is reported to the folder. With no files the pack is removed; what it was
        stays in the originals.
        """
        before = self.own()
        self._put = dict(files)
        for name in NAMES:
            old, new = before.get(name), files.get(name)
            if old != new:
                self._folder.put_file(name, new, over=old)

    def seen(self) -> Pack | None:
        """Return what the patient was told last that the clinic sets; nothing before that."""
        self._seen_file.refresh()
        document = self._seen_file.document
        return read(document, CLINIC)[0] if document else None

    def saw(self, pack: Pack | None) -> None:
        """Remember that the patient knows what *pack* sets."""
        self._seen_file.refresh()
        change = _nothing if pack is None else put_whole(pack, CLINIC)
        self._seen_file.apply(CLINIC.kind, change)
        self._seen_file.submit()

    def begin_anew(self) -> None:
        """Read everything anew: the folder was replaced, or is another one."""
        self._put = None
        self._seen_file = self._state_file()

    def _logo_of(self, file: PackFile, name: LogoName) -> bytes:
        if file.place is PackPlace.FOLDER and self._put is not None:
            return checked_logo(self._put.get(name.value, b""), name, file.path)
        return read_logo(file.path, name)

    def _own_file(self, data: bytes) -> PackFile:
        path = self._folder.paths.data / FILE_NAME
        try:
            return PackFile(place=PackPlace.FOLDER, path=path, pack=parsed(data))
        except StorageError as error:
            return PackFile(place=PackPlace.FOLDER, path=path, error=error)

    def _state_file(self) -> YamlFile:
        return self._folder.state_file(self._folder.paths.state / SEEN, CLINIC)


def files_of(path: Path) -> Files:
    """Return the pack at *path* and the logo that it names, as they are, by their names here.

    Raises StorageError if either cannot be used.
    """
    data = read_limited(path, MOST_BYTES)
    name = parsed(data).logo
    logo = {} if name is None else {name.value: read_logo(path, name)}
    return {**logo, FILE_NAME: data}


def _present(folder: Path) -> Files:
    """Return the files of the pack in *folder* that can be read."""
    files = {}
    for name in NAMES:
        most = MOST_BYTES if name == FILE_NAME else MOST_LOGO_BYTES
        with contextlib.suppress(StorageError):
            files[name] = read_limited(folder / name, most)
    return files


def _strength(file: PackFile) -> int:
    return tuple(PackPlace).index(file.place)


def _nothing(_document: Document) -> Document:
    return {}
