"""The connections of Qt to the sound server are counted by their threads."""

from pathlib import Path

from app.ui.sound.lifeline import Lifeline


def thread(tasks: Path, number: int, name: str) -> Path:
    """Let a thread called *name* run."""
    comm = tasks / str(number) / "comm"
    comm.parent.mkdir(parents=True, exist_ok=True)
    comm.write_text(f"{name}\n")
    return comm


def test_it_is_cut_while_a_connection_is_missing(tmp_path: Path) -> None:
    """Two were there, one is gone, and it comes back."""
    lifeline = Lifeline(tmp_path)
    thread(tmp_path, 1, "python")
    assert not lifeline.is_cut
    thread(tmp_path, 2, "QPulseAudioEngi")
    gone = thread(tmp_path, 3, "QPulseAudioEngi")
    assert not lifeline.is_cut

    gone.unlink()
    assert lifeline.is_cut

    thread(tmp_path, 4, "QPulseAudioEngi")
    assert not lifeline.is_cut


def test_a_thread_that_ends_meanwhile_is_none(tmp_path: Path) -> None:
    """What cannot be read is not counted, and nothing raises."""
    lifeline = Lifeline(tmp_path)
    (tmp_path / "7" / "comm").mkdir(parents=True)

    assert not lifeline.is_cut


def test_other_systems_have_no_lifeline(tmp_path: Path) -> None:
    """Without such a folder nothing is ever cut."""
    assert not Lifeline(tmp_path / "nowhere").is_cut
