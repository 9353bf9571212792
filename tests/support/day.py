"""The whole program below the window, on a real folder, for one test."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue

from app.domain.ids import ALPHABET
from app.shell.program import Program
from app.storage.paths import Paths
from tests.support.clock import FixedClock


def counted_tokens() -> Callable[[int], str]:
    """Return a maker of tokens that are short, different and always the same in a test."""
    numbers = count()

    def token(length: int) -> str:
        number, letters = next(numbers), ""
        for _ in range(length):
            number, place = divmod(number, len(ALPHABET))
            letters = ALPHABET[place] + letters
        return letters

    return token


class Mailbox:
    """Keeps what the writer thread reports until the test opens it."""

    def __init__(self) -> None:
        self._letters: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def __call__(self, letter: Callable[[], None]) -> None:
        """Take a letter from any thread."""
        self._letters.put(letter)

    def open(self) -> None:
        """Run everything that has arrived."""
        while True:
            try:
                self._letters.get_nowait()()
            except Empty:
                return


class Day:
    """One program on one folder; ``reopen`` is what closing and starting again is."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.clock = FixedClock()
        self.mail = Mailbox()
        self._token = counted_tokens()
        self.program = self._start()

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.home / "data"

    def settle(self) -> None:
        """Wait until everything is on the disk, and hear of it."""
        self.program.folder.writer.wait(10)
        self.mail.open()

    def close(self) -> None:
        """Close the program."""
        self.program.close()
        self.mail.open()

    def reopen(self) -> Program:
        """Close the program and start it again."""
        self.close()
        self.program = self._start()
        return self.program

    def text(self, name: str) -> str:
        """Return the text of a file in the data folder."""
        return (self.data / name).read_text(encoding="utf-8")

    def _start(self) -> Program:
        paths = Paths(data=self.data, state=self.home / "state", config=self.home / "config")
        return Program(paths, self.clock, self.mail, self._token)
