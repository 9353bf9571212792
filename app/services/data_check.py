"""Check my data: what can be read, what cannot, what to do, and what a repair would keep."""

from msgspec import Struct

from app.i18n import _, ngettext
from app.services.changes import Changes, Kind
from app.storage.check import check, files, first_name, layout_of
from app.storage.data_folder import DataFolder
from app.storage.folder_probe import Access
from app.storage.paths import Paths
from app.storage.problems import FileProblem
from app.storage.salvage import Repaired, Salvage, salvage


class Finding(Struct, frozen=True, kw_only=True):
    """One thing wrong, and what could be kept of its file where that is certain."""

    problem: FileProblem
    salvage: Salvage | None = None


class Health(Struct, frozen=True, kw_only=True):
    """How the files are: how many there are of ours, and what is wrong."""

    files: int
    findings: tuple[Finding, ...] = ()


def look(paths: Paths) -> Health:
    """Read every file of the data folder. Changes nothing, needs no lock, may take a while."""
    findings = []
    kept: dict[str, Salvage | None] = {}
    for problem in check(paths):
        name = problem.path
        if name not in kept:
            layout = layout_of(name)
            kept[name] = salvage(paths, name, layout) if layout is not None else None
        findings.append(Finding(problem=problem, salvage=kept[name]))
    return Health(files=len(files(paths)), findings=tuple(findings))


def would_keep(found: Salvage) -> str:
    """Return what a repair keeps, and which lines it leaves out, in a sentence."""
    return _("A repair keeps {kept} and leaves out {lines}.").format(
        kept=_counted(found), lines=_lines(found)
    )


def was_kept(done: Repaired) -> str:
    """Return what a repair kept and left out, and that nothing is lost, in a sentence."""
    return _("Kept: {kept}. Left out: {lines}. The file as it was is at the place below.").format(
        kept=_counted(done.salvage), lines=_lines(done.salvage)
    )


def _counted(found: Salvage) -> str:
    if found.has_records:
        text = ngettext("{count} entry", "{count} entries", found.kept)
    else:
        text = ngettext("{count} answer", "{count} answers", found.kept)
    return text.format(count=found.kept)


def _lines(found: Salvage) -> str:
    runs = [
        _("line {first}").format(first=one.first)
        if one.first == one.last
        else _("lines {first} to {last}").format(first=one.first, last=one.last)
        for one in found.left_out
    ]
    return ", ".join(runs)


class DataCheck:
    """Looks at the files of the open folder, and repairs them."""

    def __init__(self, folder: DataFolder, changes: Changes) -> None:
        self._folder = folder
        self._changes = changes

    @property
    def paths(self) -> Paths:
        """Where the files are."""
        return self._folder.paths

    @property
    def can_repair(self) -> bool:
        """Whether this program may write into the folder."""
        return self._folder.access is Access.WRITABLE

    def look_again(self, name: str) -> None:
        """Have the file *name* read again, after it was repaired or put back; tell who shows it."""
        layout = layout_of(name)
        if layout is not None:
            self._folder.slot(first_name(name), layout).value()
        for kind in Kind:
            self._changes.announce(kind)
