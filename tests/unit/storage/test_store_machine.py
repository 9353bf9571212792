"""Whatever is done to a folder, by whom and in which order: words said to be saved are there."""

import shutil
import tempfile
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from app.storage.errors import YamlError
from app.storage.yaml_door import dump, load
from app.storage.yaml_values import Document
from tests.support.crashing_folder import CrashingFolder
from tests.support.data_folders import MORNING, check_in, paths_in

DAYS = (0, 1)
ids = st.sampled_from(["aaaa", "bbbb", "cccc"])
days = st.sampled_from(DAYS)
garbage = st.sampled_from(
    [b"", b"check_ins: [\n", bytes(64), b"\xff\xfe", b"- no\n", b"a:\n\tb: 1\n"]
)


class Store(RuleBasedStateMachine):
    """Three check-ins on two days, written by us, by somebody else, and by a broken disk.

    ``safe`` holds the words that were said to be saved, or that somebody else put there, and
    that nothing has overwritten, removed or destroyed since.
    """

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="store-"))
        self.opened = CrashingFolder(paths_in(self.home))
        self.numbers = count(1)
        self.current: dict[str, str] = {}
        self.safe: set[str] = set()
        self.before_damage: dict[Path, bytes] = {}
        self.lost_unheard: set[str] = set()

    @rule(entries=st.lists(st.tuples(ids, days), min_size=1, max_size=5), is_heard=st.booleans())
    def edit(self, entries: list[tuple[str, int]], *, is_heard: bool) -> None:
        """Write new words into check-ins, which may move them to another day.

        The writer does the first thing, and then has more to do than it has turns.
        """
        for entry, day in entries:
            number = next(self.numbers)
            word = f"word{number}."
            at = MORNING - timedelta(days=day)
            self._overwritten(entry)
            self.current[entry] = word
            self.opened.journal.put(check_in(word, entry_id=entry, at=at, minutes=number))
            self.opened.stand_still()
        self.go_on(0, is_heard=is_heard)

    @rule(entry=ids)
    def delete(self, entry: str) -> None:
        """Remove a check-in from every day it is on."""
        self._overwritten(entry)
        self.current.pop(entry, None)
        for day in DAYS:
            for one in self.opened.journal.day(MORNING.date() - timedelta(days=day)).check_ins:
                if one.id == entry:
                    self.opened.journal.delete(one)
                    self.opened.stand_still()

    @rule(turns=st.integers(0, 3), is_heard=st.booleans())
    def go_on(self, turns: int, *, is_heard: bool) -> None:
        """Let the writer do a few things; the reports may not have arrived yet."""
        for _ in range(turns):
            self.opened.turn()
        if is_heard:
            self.opened.inbox.run()
            self.opened.stand_still()
            self._hear()

    @rule()
    def settle(self) -> None:
        """Wait until all is saved."""
        self.opened.write_out()
        self._hear()
        assert self.opened.says_saved

    @rule(turns=st.integers(0, 3), is_killed=st.booleans())
    def start_again(self, turns: int, *, is_killed: bool) -> None:
        """Close, or lose the process between two things that the writer does, and start again."""
        for _ in range(turns):
            self.opened.turn()
        if is_killed:
            self.opened.crash()
        elif self.opened.end():
            self.safe |= set(self.current.values()) - self.lost_unheard
        self._start_again()
        self._look_for_words()

    @rule(entry=ids, day=days)
    def write_by_hand(self, entry: str, day: int) -> None:
        """Somebody else changes a check-in of the file, or adds it, in whatever file there is."""
        document = self._document(self._file(day))
        if document is None:
            return
        number = next(self.numbers)
        word = f"hand{number}."
        items = document.get("check_ins")
        records = list(items) if isinstance(items, list) else []
        for one in records:
            if isinstance(one, dict) and one.get("id") == entry:
                self._destroyed(str(one.get("words")))
                one["words"] = word
                break
        else:
            records.append({"id": f"{entry}{number}", "words": word})
        self._write(self._file(day), dump({**document, "check_ins": records}, "by hand"))
        self.safe.add(word)

    @rule(day=days, data=garbage)
    def damage(self, day: int, data: bytes) -> None:
        """A disk or a program destroys the file of a day, and the words in it."""
        file = self._file(day)
        if not file.exists():
            return
        self.before_damage[file] = file.read_bytes()
        words = [str(one.get("words")) for one in _records(self._document(file))]
        self._write(file, data)
        everything = self._everything()
        for word in {*words, *self.safe}:
            if word not in everything:
                self._destroyed(word)

    @rule()
    def repair(self) -> None:
        """Somebody puts a destroyed file back as it was."""
        if not self.before_damage:
            return
        file, data = self.before_damage.popitem()
        if file.exists() and self._document(file) is None:
            self._write(file, data)

    def teardown(self) -> None:
        """Save, close, look once more, and clean up."""
        self.opened.write_out()
        self._hear()
        assert self.opened.end()
        self._look_for_words()
        shutil.rmtree(self.home)

    def _hear(self) -> None:
        if self.opened.says_saved:
            self.safe |= set(self.current.values()) - self.lost_unheard

    def _destroyed(self, word: str) -> None:
        """Nobody is promised *word* any more, which may have been written and not reported yet."""
        self.safe.discard(word)
        self.lost_unheard.add(word)

    def _overwritten(self, entry: str) -> None:
        """From now on nobody is promised the words that *entry* has, in whatever file."""
        self.safe.discard(self.current.get(entry, ""))
        for file in self.opened.paths.data.rglob("*.yaml"):
            for one in _records(self._document(file)):
                if one.get("id") == entry:
                    self.safe.discard(str(one.get("words")))

    def _start_again(self) -> None:
        self.opened = CrashingFolder(self.opened.paths)
        found = [
            one
            for day in reversed(DAYS)
            for one in self.opened.journal.day(MORNING.date() - timedelta(days=day)).check_ins
        ]
        self.current = {one.id: one.words for one in sorted(found, key=lambda one: one.changed)}

    def _look_for_words(self) -> None:
        everything = self._everything()
        lost = {word for word in self.safe if word not in everything}
        assert not lost, (lost, sorted(self.opened.paths.data.rglob("*")))

    def _everything(self) -> str:
        """Return the text of all files: of the day, beside it, or kept as another version."""
        files = (path for path in sorted(self.opened.paths.data.rglob("*")) if path.is_file())
        return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)

    def _file(self, day: int) -> Path:
        date = MORNING.date() - timedelta(days=day)
        return self.opened.paths.data / "journal" / f"{date.year}" / f"{date}.yaml"

    def _document(self, file: Path) -> Document | None:
        try:
            return load(file.read_bytes())
        except (YamlError, OSError):
            return None

    def _write(self, file: Path, data: bytes) -> None:
        """Write as other programs do: a new file in the place of the old."""
        new = file.with_suffix(".new")
        new.write_bytes(data)
        new.replace(file)


def _records(document: Document | None) -> list[Document]:
    items = (document or {}).get("check_ins")
    return [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []


def run(examples: int, steps: int, config: pytest.Config) -> None:
    """Let *examples* stories happen: the same ones each time, or others with --hypothesis-seed."""
    run_state_machine_as_test(
        Store,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            derandomize=config.getoption("--hypothesis-seed") is None,
            database=None,
            deadline=None,
        ),
    )


def test_words_said_to_be_saved_are_found_again(pytestconfig: pytest.Config) -> None:
    """Through crashes, other hands and damage: in the file, beside it, or as another version."""
    run(150, 20, pytestconfig)


def test_a_deletion_from_a_file_that_was_destroyed_is_not_waited_for() -> None:
    """There is nothing left to take the entry out of."""
    store = Store()
    store.edit([("aaaa", 1)], is_heard=False)
    store.delete("aaaa")
    store.damage(day=1, data=b"")

    store.settle()
    store.teardown()


def test_what_a_hand_wrote_into_a_repaired_file_outlives_the_joining() -> None:
    """Of two versions of an entry in two files one is kept beside the file."""
    store = Store()
    store.edit([("bbbb", 1)], is_heard=False)
    store.settle()
    store.damage(day=1, data=b"")
    store.edit([("aaaa", 1)], is_heard=False)
    store.repair()
    store.write_by_hand(entry="bbbb", day=1)

    store.delete("aaaa")
    store.teardown()


def test_a_second_file_stays_while_the_first_is_destroyed_again() -> None:
    """The words were on their way back into it, and are nowhere else."""
    store = Store()
    store.edit([("bbbb", 1)], is_heard=False)
    store.settle()
    store.damage(day=1, data=b"")
    store.edit([("aaaa", 1)], is_heard=False)
    store.repair()
    store.settle()
    store.delete("bbbb")
    store.damage(day=1, data=b"")

    store.start_again(turns=0, is_killed=False)
    store.teardown()


def test_a_second_file_stays_while_the_first_waits_for_another_day() -> None:
    """An entry went to that day and came back, so both wait for each other."""
    store = Store()
    store.edit([("aaaa", 1)], is_heard=False)
    store.damage(day=1, data=b"")
    store.start_again(turns=0, is_killed=False)
    store.edit([("bbbb", 1)], is_heard=False)
    store.repair()
    store.start_again(turns=0, is_killed=False)
    store.edit([("aaaa", 0), ("aaaa", 1)], is_heard=False)
    store.write_by_hand(entry="aaaa", day=1)
    store.go_on(turns=1, is_heard=True)

    store.start_again(turns=1, is_killed=True)
    store.teardown()


@pytest.mark.long
@pytest.mark.timeout(900)
def test_words_said_to_be_saved_are_found_again_in_long_stories(
    pytestconfig: pytest.Config,
) -> None:
    """The same, for longer."""
    run(1_000, 50, pytestconfig)
