"""Which file, which folder: the system's own dialogs, which remember nothing afterwards."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask for a file to write, proposing *name* in the home folder; nothing if it was called off.

    *kinds* is a filter of Qt, as ``Text (*.txt)``.
    """
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    return _chosen(chosen)


def ask_for_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for a file to read; nothing if it was called off."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return _chosen(chosen)


def ask_for_files(parent: QWidget, title: str) -> list[Path]:
    """Ask for files to read, of any kind; none if it was called off."""
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(Path.home()))
    return [path for one in chosen if (path := _chosen(one)) is not None]


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder; nothing if it was called off."""
    return _chosen(QFileDialog.getExistingDirectory(parent, title, str(Path.home())))


def _chosen(chosen: str) -> Path | None:
    """Return what was chosen, and let Qt forget where that was."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog")
    settings.sync()
    return Path(chosen) if chosen else None
