"""Files made to hurt a reader, each read in a process of its own.

``python -m tests.support.hostile NAME`` reads one and prints what came of it: a code or "read",
its CPU seconds, and the memory in MiB that reading took at its peak beyond the file itself.
"""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from app.storage.errors import YamlError
from app.storage.yaml_door import load
from app.storage.yaml_values import MAX_BYTES

FILES: Final[Mapping[str, Callable[[], bytes]]] = {
    "brackets": lambda: b"a: " + b"[" * 200_000,
    "brackets-bare": lambda: b"[" * 200_000,
    "braces": lambda: b"a: " + b"{" * 200_000,
    "questions": lambda: b"? " * 100_000,
    "dashes": lambda: b"a:\n" + b"- " * 100_000,
    "nested": lambda: b"".join(b" " * depth + b"a:\n" for depth in range(2_000)),
    "aliases": lambda: b"a: &x [1]\nb: [" + b"*x," * 100_000 + b"]",
    "laughs": lambda: (
        b"a0: &a0 [x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b"*a%d," % (n - 1) * 9) for n in range(1, 10))
    ),
    "merges": lambda: b"<<: {}\n" * 100_000,
    "merge-bomb": lambda: b"a: &a {x: 1}\n" + b"b: {<<: [" + b"*a," * 100_000 + b"]}",
    "long": lambda: b"a: " + b"x" * 10_000_000,
    "long-quoted": lambda: b'a: "' + b"x" * 10_000_000 + b'"',
    "folded": lambda: b"a: '" + b"x\n " * 2_000_000 + b"'",
    "million": lambda: b"".join(b"k%d: 1\n" % number for number in range(1_000_000)),
    "flow-million": lambda: b"{" + b"".join(b"k%d: 1," % n for n in range(1_000_000)) + b"}",
    "items": lambda: b"a: [" + b"1," * 3_000_000 + b"]",
    "tabs": lambda: b"a: " + b"\t" * 1_000_000 + b"b",
    "comment": lambda: b"#" * 10_000_000 + b"\na: 1",
    "blank": lambda: b"a: |\n" + b"\n" * 5_000_000,
    "digits": lambda: b"a: " + b"9" * 1_000_000,
    "decimals": lambda: b"a: 0." + b"9" * 1_000_000,
    "largest": lambda: b"a: " + b"x" * (MAX_BYTES - 3),
    "larger": lambda: b"a: " + b"x" * MAX_BYTES,
    "nuls": lambda: bytes(MAX_BYTES),
    "tags": lambda: b"a: !!python/object/apply:os.system [x]\n" * 10_000,
    "anchors": lambda: b"".join(b"a%d: &a%d 1\n" % (n, n) for n in range(100_000)),
    "utf-16": lambda: ("a: b\n" * 1_000_000).encode("utf-16"),
    "latin-1": lambda: ("a: é\n" * 1_000_000).encode("latin-1"),
    "half-character": lambda: b"a: x\n" * 1_000_000 + b"\xe2\x82",
    "surrogates": lambda: b'a: "' + b"\\ud800" * 100_000 + b'"',
    "surrogate-bytes": lambda: b"a: \xed\xa0\x80",
    "directives": lambda: b"%YAML 1.1\n" * 100_000 + b"---\na: 1\n",
    "documents": lambda: b"a: 1\n---\n" * 100_000,
    "quick-shape": lambda: b"".join(b"k%d: 'x''y'\n" % n for n in range(4_000)),
    "quick-quotes": lambda: b"a: '" + b"''" * 24_000 + b"\n",
    "quick-block": lambda: b"a: |-\n" + b"  x\n\n\n" * 7_000 + b" \n",
    "quick-spaces": lambda: b"a: x" + b" " * 49_000 + b"\n",
}


def main(name: str) -> None:
    """Read the file *name*."""
    data = FILES[name]()
    _forget_the_peak()
    before = _memory("VmRSS")
    began = time.process_time()
    try:
        load(data)
    except YamlError as error:
        result = error.code.value
    else:
        result = "read"
    seconds = time.process_time() - began
    print(result, f"{seconds:.2f}", round((_memory("VmHWM") - before) / 1024))


def _forget_the_peak() -> None:
    """Let the peak begin here: making the file may have taken more than reading it will."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _memory(name: str) -> int:
    """Return a figure of the kernel's on this process, in KiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith(name)).split()[1])


if __name__ == "__main__":
    main(sys.argv[1])
