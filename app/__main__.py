"""``python -m app``: the same as the command ``soft-landing``."""

import sys

from app.shell.main import main

if __name__ == "__main__":
    sys.exit(main())
