"""Where a frozen build begins: the same as ``python -m app``."""

import sys

from app.shell.main import main

sys.exit(main())
