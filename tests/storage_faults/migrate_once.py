"""Saves one check-in into a day that an earlier version of the program wrote.

``python -m tests.storage_faults.migrate_once DIR WORDS`` does what ``save_once`` does, in a program
whose journal has a step from schema 1 to 2: ``text``, as check-ins said before, becomes ``words``.
It prints ``saved`` or ``not saved: REASON``. The day is to be in DIR before, as ``OLD_DAY`` or as
``save_once`` leaves it; a program without the step shows the new file and does not write it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.storage.migrations import STEPS
from app.storage.yaml_values import Document
from tests.storage_faults import save_once

DAY = "journal/2026/2026-01-02.yaml"
OLD_DAY = """\
schema: 1
check_ins:
  - id: abcd2345
    created: '2026-01-02T09:00:00+00:00'
    changed: '2026-01-02T09:00:00+00:00'
    at: '2026-01-02T09:00:00+00:00'
    text: old
"""


def text_becomes_words(day: Document) -> Document:
    """Return *day* with what each check-in said under the name it has today."""
    check_ins = day.get("check_ins")
    if not isinstance(check_ins, list):
        return day
    return {
        **day,
        "check_ins": [_renamed(one) if isinstance(one, dict) else one for one in check_ins],
    }


def _renamed(check_in: Document) -> Document:
    return {"words" if key == "text" else key: value for key, value in check_in.items()}


@contextmanager
def one_step() -> Iterator[None]:
    """Give the journal its step, for as long as this lasts."""
    before = STEPS["journal"]
    STEPS["journal"] = (text_becomes_words,)
    try:
        yield
    finally:
        STEPS["journal"] = before


def main() -> int:
    """Save the words on the command line, with the step."""
    with one_step():
        return save_once.main()


if __name__ == "__main__":
    sys.exit(main())
