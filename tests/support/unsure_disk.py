"""A disk that does not confirm the names in one folder."""

import errno
import os
from pathlib import Path

import pytest


def confirm_nothing_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let waiting for the names in *folder* fail; all else goes well."""
    real = os.fsync

    def unsure(descriptor: int) -> None:
        if os.path.samestat(os.fstat(descriptor), folder.stat()):
            raise OSError(errno.EIO, "not confirmed")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", unsure)
