"""Run by the Python that the bundle has: does once what it would otherwise do at every start.

    python -B prepare_modules.py FOLDER

PySide6 carries some of its modules inside a library and unpacks and compiles them at each start,
unless it finds a folder with them. The variable is its own way to make that.

What is compiled is not compared with its source when it is loaded, so the dates of the files do
not matter; and it names its source relative to FOLDER, so it is the same wherever it is made.
"""

import os
import py_compile
import sys
from pathlib import Path

folder = Path(sys.argv[1])
sys.path.insert(0, str(folder / "lib"))
os.environ["SBK_EMBED"] = "0"
__import__("PySide6.QtCore")
if not any((folder / "lib" / "shiboken6" / "files.dir").rglob("*.py")):
    sys.exit("PySide6 did not unpack its modules.")
for name in ("lib", "program"):
    for module in sorted((folder / name).rglob("*.py")):
        py_compile.compile(
            str(module),
            dfile=module.relative_to(folder).as_posix(),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
