"""What a clinic hands out, made of its pack and of the installers as they are."""

from pathlib import Path

from msgspec import Struct

from app.domain.clinic import Pack
from app.i18n import _
from app.services.clinic_companion import companion, slug_of
from app.services.clinic_kit_words import for_appimage, for_network, for_patients
from app.services.copy_words import printable
from app.storage.clinic_files import parsed
from app.storage.clinic_places import FILE_NAME
from app.storage.clinic_repository import Files, files_of
from app.storage.kit_files import READ_ME, files_in, make_place, put, put_copy, put_zip


class Kit(Struct, frozen=True, kw_only=True):
    """What was made, and a sentence for each thing that was not, or that is worth knowing."""

    made: tuple[Path, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]


def make_kit(pack: Path, installers: Path, out: Path) -> Kit:
    """Make everything that can be made for the pack at *pack* of the *installers*, in *out*.

    The same files give the same bytes, wherever and whenever. Raises StorageError if one cannot
    be read or written; what was made until then is whole.
    """
    files = files_of(pack)
    kit = _Making(parsed(files[FILE_NAME]), files, installers, out)
    make_place(out)
    kit.windows()
    kit.network()
    kit.appimage()
    kit.debian()
    return Kit(made=tuple(kit.made), missing=tuple(kit.missing), notes=tuple(kit.notes))


class _Making:
    def __init__(self, pack: Pack, files: Files, installers: Path, out: Path) -> None:
        self._pack = pack
        self._files = files
        self._installers = installers
        self._out = out
        self._name = f"soft-landing-{slug_of(pack)}"
        self.made: list[Path] = []
        self.missing: list[str] = []
        self.notes: list[str] = []

    def windows(self) -> None:
        """Make the zip for patients: setup and pack, and how to go about it."""
        setup = self._newest(".exe") or self._newest(".msi")
        if setup is None:
            self._misses(
                _("There is no setup for Windows (.exe or .msi) in {folder}: no zip was made.")
            )
            return
        page = for_patients(self._pack, setup.name)
        zipped = self._out / f"{self._name}-windows.zip"
        put_zip(zipped, {READ_ME: page, setup.name: setup, **self._files}, self._pack.date)
        self.made.append(zipped)

    def network(self) -> None:
        """Put the plain files, for the clinic's own computers."""
        self._folder("system-folder", {READ_ME: for_network(self._pack)})

    def appimage(self) -> None:
        """Put the AppImage with the pack beside it."""
        program = self._newest(".appimage")
        if program is None:
            self._misses(_("There is no AppImage in {folder}: none was put beside the pack."))
            return
        folder = self._folder("appimage", {READ_ME: for_appimage(self._pack, program.name)})
        put_copy(folder / program.name, program)
        self.made.append(folder / program.name)

    def debian(self) -> None:
        """Make the package that goes with the program's own."""
        name, data = companion(self._pack, self._files)
        put(self._out / name, data)
        self.made.append(self._out / name)

    def _folder(self, name: str, more: Files) -> Path:
        folder = self._out / f"{self._name}-{name}"
        make_place(folder)
        for file, data in {**more, **self._files}.items():
            put(folder / file, data)
            self.made.append(folder / file)
        return folder

    def _newest(self, ending: str) -> Path | None:
        found = files_in(self._installers, (ending,))
        if len(found) > 1:
            text = _("There are several files that end in {ending}. The newest was taken: {file}.")
            self.notes.append(text.format(ending=ending, file=printable(found[-1].name)))
        return found[-1] if found else None

    def _misses(self, text: str) -> None:
        self.missing.append(text.format(folder=printable(str(self._installers))))
