"""What a Linux system wants to know of a program: menu entry, icons, AppStream, man page."""

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import icons
from workshop import APP_ID, COMMAND, fill, moment, run, version

HERE: Final = Path(__file__).resolve().parent
SITE: Final = "SOFT_LANDING_SITE"
"""An environment variable: where the project lives on the web, if it does anywhere."""
PICTURES: Final = "SOFT_LANDING_PICTURES"
"""An environment variable: where the pictures of docs/pictures can be fetched."""


def date() -> str:
    """Return the day of the package, ``2026-11-29``."""
    return datetime.fromtimestamp(moment(), UTC).date().isoformat()


def metainfo() -> str:
    """Return the AppStream description.

    Pictures can only be named there by a web address. Without one there are none: an address
    that leads nowhere would be worse.
    """
    site, pictures = os.environ.get(SITE, ""), os.environ.get(PICTURES, "")
    part = ""
    if site and pictures:
        part = fill((HERE / "site.xml").read_text(encoding="utf-8"), SITE=site, PICTURES=pictures)
    text = (HERE / f"{APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    text = text.replace("<!-- @NAMES@ in here are filled in by share.py. -->\n", "")
    text = text.replace("@SITE_PART@\n", part)
    return fill(text, VERSION=version(), DATE=date())


def manual() -> str:
    """Return the manual page."""
    return fill((HERE / f"{COMMAND}.1").read_text(encoding="utf-8"), VERSION=version(), DATE=date())


def packed(text: str) -> bytes:
    """Return *text* as gzip packs it, the same every time."""
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def install(bundle: Path, root: Path) -> Path:
    """Put the frozen *bundle* and everything around it below *root*; return its ``usr``."""
    usr = root / "usr"
    shutil.copytree(bundle, usr / "lib" / COMMAND, symlinks=True)
    (usr / "bin").mkdir(parents=True)
    (usr / "bin" / COMMAND).symlink_to(f"../lib/{COMMAND}/{COMMAND}")
    share = usr / "share"
    icons.write_hicolor(share)
    _write(share / "applications" / f"{APP_ID}.desktop", (HERE / f"{APP_ID}.desktop").read_bytes())
    _write(share / "metainfo" / f"{APP_ID}.metainfo.xml", metainfo().encode())
    _write(share / "man" / "man1" / f"{COMMAND}.1.gz", packed(manual()))
    return usr


def checked(usr: Path) -> list[str]:
    """Have the menu entry and the description checked by the tools that are made for it."""
    share = usr / "share"
    run(["desktop-file-validate", share / "applications" / f"{APP_ID}.desktop"])
    run(["appstreamcli", "validate", "--no-net", share / "metainfo" / f"{APP_ID}.metainfo.xml"])
    return ["menu entry and AppStream description are valid"]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
