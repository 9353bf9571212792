"""Run by the Python that the bundle has: compiles all its modules, for good.

    python -B compile_modules.py FOLDER

What is compiled is not compared with its source when it is loaded, so the dates of the files do
not matter; and it names its source relative to FOLDER, so it is the same wherever it is made.
"""

import py_compile
import sys
from pathlib import Path

folder = Path(sys.argv[1])
for name in ("lib", "program"):
    for module in sorted((folder / name).rglob("*.py")):
        py_compile.compile(
            str(module),
            dfile=module.relative_to(folder).as_posix(),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
