"""Run first in a frozen build on Linux: other programs are started without our libraries.

PyInstaller has the loader look into our folder first, by a variable that everything the program
starts would inherit: the file manager that opens the folder, say. The loader has read it by now.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
