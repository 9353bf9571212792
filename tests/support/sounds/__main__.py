"""Write the sounds into ``resources/sounds``: ``./dev sounds [NAME…]``, all or those named."""

import sys

from tests.support.sounds.files import FOLDER, NAMES, content


def main(wanted: list[str]) -> int:
    """Write the files whose names begin with one of *wanted*; without any, all of them."""
    for name in NAMES:
        if not wanted or name.startswith(tuple(wanted)):
            data = content(name)
            (FOLDER / name).write_bytes(data)
            print(f"{name}: {len(data):,} bytes", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
