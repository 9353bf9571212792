"""What SoftLanding.exe runs: the program, in an executable of its own."""

import sys

# As other ways of packing say it: ``sys.executable`` is the program, not a Python.
sys.frozen = True  # type: ignore[attr-defined]

from app.shell.main import main  # noqa: E402 -- what is imported may ask

sys.exit(main())
