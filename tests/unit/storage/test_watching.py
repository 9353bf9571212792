"""What other hands do to the folder is noticed; what we do ourselves is not."""

import shutil
from pathlib import Path

from app.domain.preferences import Profile
from app.storage.document_repository import DocumentRepository
from app.storage.layouts import JOURNAL, PROFILE
from app.storage.watching import Watch, look
from app.storage.yaml_door import dump
from tests.support.data_folders import TODAY, OpenFolder, check_in, infusion

DAY = "journal/2026/2026-11-30.yaml"


def changed(opened: OpenFolder, watch: Watch) -> frozenset[str]:
    """Look once, and return the kinds that others changed."""
    return watch.changed(look(opened.paths.data, watch.files()))


def edit(path: Path, old: str, new: str) -> None:
    """Change *old* to *new*, as an editor does."""
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_our_own_saves_are_no_news(opened: OpenFolder) -> None:
    """Neither changed files nor new ones."""
    watch = Watch(opened.folder)
    changed(opened, watch)

    opened.journal.put(check_in("ours"))
    opened.infusions.put(infusion())
    assert changed(opened, watch) == frozenset()
    opened.settle()

    assert changed(opened, watch) == frozenset()
    assert changed(opened, watch) == frozenset()


def test_a_file_in_memory_that_an_editor_changed_is_read_again(opened: OpenFolder) -> None:
    """By the kind of file, once."""
    watch = Watch(opened.folder)
    opened.journal.put(check_in("before"))
    DocumentRepository(opened.folder, PROFILE).put(Profile(name="Ada"))
    opened.settle()
    changed(opened, watch)

    edit(opened.file(DAY), "words: before", "words: by hand")
    assert changed(opened, watch) == {"journal"}
    edit(opened.file("profile.yaml"), "Ada", "Bo Li")

    assert changed(opened, watch) == {"profile"}
    assert opened.journal.day(TODAY).check_ins[0].words == "by hand"
    assert changed(opened, watch) == frozenset()


def test_a_file_that_only_looks_newer_is_no_news(opened: OpenFolder) -> None:
    """A sync tool touched it."""
    watch = Watch(opened.folder)
    opened.journal.put(check_in("same"))
    opened.settle()
    changed(opened, watch)

    opened.file(DAY).touch()

    assert changed(opened, watch) == frozenset()


def test_files_that_come_and_go_are_news(opened: OpenFolder) -> None:
    """Another computer's day, its infusion, and a whole year that is gone."""
    watch = Watch(opened.folder)
    changed(opened, watch)
    day = opened.file("journal/2025/2025-05-01.yaml")
    day.parent.mkdir(parents=True)
    day.write_bytes(dump({"schema": 1, "check_ins": []}, JOURNAL.comment))
    assert changed(opened, watch) == {"journal"}
    opened.file("infusions").mkdir()
    opened.file("infusions/2026-12-01-abc.yaml").write_text("schema: 1\n")
    assert "infusion" in changed(opened, watch)
    opened.file("letter.txt").write_text("dear")
    assert changed(opened, watch) == {""}

    shutil.rmtree(opened.file("journal"))

    assert changed(opened, watch) == {"journal"}


def test_words_of_ours_that_are_not_saved_yet_are_not_overwritten(opened: OpenFolder) -> None:
    """They are merged when they are saved."""
    watch = Watch(opened.folder)
    opened.journal.put(check_in("before"))
    opened.settle()
    changed(opened, watch)
    opened.journal.put(check_in("ours", minutes=1))
    edit(opened.file(DAY), "words: before", "words: theirs")

    assert changed(opened, watch) == frozenset()

    assert opened.journal.day(TODAY).check_ins[0].words == "ours"
    opened.settle()


def test_a_folder_that_went_away_is_said_and_its_return_too(opened: OpenFolder) -> None:
    """A stick is pulled out and put back; what was typed meanwhile is saved then."""
    opened.journal.put(check_in("before"))
    opened.settle()
    heard: list[bool] = []
    opened.folder.noted.listeners.append(lambda: heard.append(opened.folder.noted.trouble is None))
    away = opened.paths.data.with_name("away")
    opened.paths.data.rename(away)

    opened.journal.put(check_in("meanwhile", minutes=1))
    opened.settle()
    assert heard == [False]
    away.rename(opened.paths.data)
    opened.folder.retry()
    opened.settle()

    assert heard == [False, True]
    assert "meanwhile" in opened.file(DAY).read_text()
