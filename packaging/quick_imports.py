"""Run first in a frozen build on Linux: PySide6 is loaded in our way.

PyInstaller's hook for Qt needs QtCore before the program begins, which would load all that the
program leaves for later.
"""

from app.shell.plain_imports import use_plain_imports

use_plain_imports()
