"""The package for Debian, Ubuntu and their relatives."""

import re
import shutil
import textwrap
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import md5
from pathlib import Path
from typing import Final

import environment
import freeze
import licenses
from linux import share
from workshop import (
    COMMAND,
    MAINTAINER,
    OUT,
    PYTHON_NEEDS,
    ROOT,
    Failed,
    moment,
    run,
    say,
    version,
    within,
)

NEEDS: Final[Sequence[str]] = (
    *(*PYTHON_NEEDS, "dpkg-dev", "xz-utils", "ffmpeg", "xvfb"),
    *("desktop-file-utils", "appstream", "lintian", "debootstrap"),
)
LIMIT_MB: Final = 60
WORK: Final = OUT / "deb"

LOADED_LATE: Final = ("tzdata",)
"""What is needed without being linked: the zones that the times of a day are reckoned in."""

CONTROL: Final = """\
Package: {command}
Version: {version}
Section: misc
Priority: optional
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: xdg-utils
Description: calm helper for the days around ketamine infusions
 Soft Landing gets you ready for an infusion (a checklist, the times of the
 day, the ride home, papers to print), gives you calm minutes on the day
 (breathing, sound, your own music, a dark screen for closed eyes), and keeps
 a journal of side effects and of how it went.
 .
 It works offline, and everything stays in plain text files on your own
 computer. It is not a medical device and gives no advice on treatment.
"""


def build(out: Path) -> list[Path]:
    """Freeze the program and pack it without the libraries that Debian brings."""
    bundle = freeze.without_system_libraries(freeze.frozen(), WORK / COMMAND)
    say("Packing the .deb.")
    root = WORK / "root"
    shutil.rmtree(root, ignore_errors=True)
    usr = share.install(bundle, root)
    documents = usr / "share" / "doc" / COMMAND
    documents.mkdir(parents=True)
    text = licenses.debian_copyright(environment.FOLDER)
    (documents / "copyright").write_text(text, encoding="utf-8")
    (documents / "changelog.gz").write_bytes(share.packed(changelog()))
    overrides = usr / "share" / "lintian" / "overrides" / COMMAND
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(share.HERE / "lintian-overrides", overrides)
    return [pack(root, out / f"{COMMAND}_{version()}_amd64.deb", version(), depends(usr))]


def pack(
    root: Path, target: Path, number: str, needed: str, squeezed: Sequence[str] = ("-Zxz", "-z6")
) -> Path:
    """Write the folder *root*, which holds ``usr``, as the package *target* of version *number*."""
    control = root / "DEBIAN"
    shutil.rmtree(control, ignore_errors=True)
    control.mkdir()
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file())
    size = sum(path.lstat().st_size for path in files) // 1024
    text = CONTROL.format(
        command=COMMAND, version=number, maintainer=MAINTAINER, size=size, depends=needed
    )
    (control / "control").write_text(text, encoding="utf-8")
    sums = (
        f"{md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
        if not path.is_symlink()
    )
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    freeze.tidy(root)
    # Blocks of xz are cut where the number of threads says: it has to be the same everywhere.
    packing = ["dpkg-deb", "--root-owner-group", *squeezed, "--threads-max=2"]
    run([*packing, "--build", root, target])
    return target


def depends(usr: Path) -> str:
    """Return the packages that the libraries below *usr* are linked with, as dpkg tells them."""
    work = WORK / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian" / "control").write_text(
        f"Source: {COMMAND}\n\nPackage: {COMMAND}\nArchitecture: amd64\n", encoding="utf-8"
    )
    inside = usr / "lib" / COMMAND / "_internal"
    programs = [path for path in sorted(usr.rglob("*")) if path.is_file() and _is_elf(path)]
    folders = [f"-l{folder}" for folder in (inside, inside / "PySide6" / "Qt" / "lib")]
    told = run(
        ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *folders]
        + [f"-e{path}" for path in programs],
        cwd=work,
    )
    found = re.search(r"^shlibs:Depends=(.*)$", told, re.MULTILINE)
    if found is None:
        raise Failed(f"dpkg-shlibdeps named no libraries:\n{told}")
    return ", ".join(sorted({*found[1].split(", "), *LOADED_LATE}))


def changelog() -> str:
    """Return CHANGELOG.md in the form that Debian wants for what an upstream says of changes."""
    when = format_datetime(datetime.fromtimestamp(moment(), UTC))
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    items = re.findall(r"^- (.+?)(?=^- |^#|\Z)", text, re.MULTILINE | re.DOTALL)
    lines = [
        textwrap.fill(" ".join(item.split()), 78, initial_indent="  * ", subsequent_indent="    ")
        for item in items
    ]
    head = f"{COMMAND} ({version()}) unstable; urgency=medium"
    return "\n\n".join([head, "\n".join(lines), f" -- {MAINTAINER}  {when}"]) + "\n"


def try_out(artifacts: list[Path], work: Path) -> list[str]:
    """Check the package, then install, run, upgrade and purge it on clean systems."""
    from linux import speed, trials

    (package,) = artifacts
    lines = [within(package, LIMIT_MB), *share.checked(WORK / "root" / "usr"), linted(package)]
    older = older_version(work)
    for suite in trials.SUITES:
        lines += trials.of_deb(suite, package, older, work)
    return [*lines, *speed.of_frozen(WORK / COMMAND / COMMAND, work)]


def linted(package: Path) -> str:
    """Return a line if lintian finds nothing that has no reason, and no reason for nothing.

    Raises Failed with its words otherwise.
    """
    asked = ["lintian", "--allow-root", "--display-info", "--fail-on", "error,warning"]
    unused = re.findall(r"unused-override (\S+)", run([*asked, package]))
    if unused:
        raise Failed(f"lintian is told to overlook what is not there: {', '.join(unused)}.")
    return "lintian finds nothing that has no reason"


def older_version(work: Path) -> Path:
    """Return a package that differs in its version and one file that today's does not have."""
    from linux import trials

    root = work / "older"
    shutil.copytree(WORK / "root", root, symlinks=True)
    root.joinpath(trials.STALE.lstrip("/")).write_text(
        "From an earlier version.\n", encoding="utf-8"
    )
    needed = re.search(r"^Depends: (.*)$", (root / "DEBIAN" / "control").read_text(), re.MULTILINE)
    if needed is None:
        raise Failed("The package names nothing that it needs.")
    target = work / f"{COMMAND}_0.0.1_amd64.deb"
    return pack(root, target, "0.0.1", needed[1], squeezed=("-Znone",))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return not path.is_symlink() and file.read(4) == b"\x7fELF"
