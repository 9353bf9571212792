from datetime import date
from pathlib import Path

from app.storage.data_folder import DataFolder
from app.storage.infusion_repository import InfusionRepository
from app.storage.journal_repository import JournalRepository
from app.storage.paths import Paths
from tests.support.ten_years import write_ten_years

TODAY = date(2026, 11, 24)


def test_the_program_reads_the_made_up_years_without_a_problem(tmp_path: Path) -> None:
    """What benches run on is what a patient would have, and the next infusion is near."""
    count = write_ten_years(tmp_path / "data", TODAY, days=120)
    folder = DataFolder(
        Paths(data=tmp_path / "data", state=tmp_path / "state", config=tmp_path / "config"),
        lambda done: done(),
    )
    folder.open()

    infusions = InfusionRepository(folder).all()
    journal = JournalRepository(folder)
    days = [journal.day(day) for day in journal.days()]
    folder.close(5)

    assert count == 2 + len(infusions) + len(days)
    assert folder.noted.all() == ()
    assert max(infusion.date for infusion in infusions) == date(2026, 11, 27)
    assert sum(len(day.check_ins) for day in days) == len(days)


def test_the_same_seed_makes_the_same_years(tmp_path: Path) -> None:
    """A figure can be compared with last month's."""
    for folder in ("one", "other"):
        write_ten_years(tmp_path / folder, TODAY, days=60)

    one, other = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}
        for root in (tmp_path / "one", tmp_path / "other")
    )

    assert one == other


def test_on_request_every_day_has_three_check_ins(tmp_path: Path) -> None:
    """For whoever writes a lot."""
    write_ten_years(tmp_path, TODAY, days=30, daily=3)

    texts = [path.read_text() for path in (tmp_path / "journal").rglob("*.yaml")]
    check_ins = [text.partition("calm_sessions:")[0] for text in texts]

    assert [text.count("\n    created:") for text in check_ins] == [3] * 30
