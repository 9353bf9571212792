"""The answer to every question for a file to write."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer with a file in this folder, under the name that is offered."""
    folder = tmp_path / "chosen"
    folder.mkdir()

    def answer(_parent: object, _title: str, offered: str, _kinds: str) -> tuple[str, str]:
        return str(folder / Path(offered).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return folder
