"""The program in a folder, as a .zip: for computers on which nothing may be installed."""

import time
import zipfile
from pathlib import Path

from workshop import NAME, moment

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def make(bundle: Path, out: Path, version: str) -> Path:
    """Write the .zip of *version* for the folder *bundle* into *out*, and return it."""
    made = out / f"SoftLanding-{version}-portable.zip"
    dated = max(time.gmtime(moment())[:6], _FIRST_DAY)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in bundle.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{NAME}/{path.relative_to(bundle).as_posix()}", dated)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes())
    return made
