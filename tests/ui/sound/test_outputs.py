"""The call goes to the speakers of the computer, where they can be told."""

import pytest
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices
from pytestqt.qtbot import QtBot

from app.ui.sound.outputs import Outputs
from app.ui.sound.wire import Outputs as Listed
from app.ui.sound.wire import line_of


class Device(QAudioDevice):
    """A device that is called something."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def description(self) -> str:
        """Return its name."""
        return self.name


@pytest.mark.parametrize(
    ("there", "speakers"),
    [
        (["Kopfhörer", "Lautsprecher (Realtek)"], "Lautsprecher (Realtek)"),
        (["Internal headphones", "Built-in Audio Analog Stereo"], "Built-in Audio Analog Stereo"),
        (["Headset Earpiece", "MacBook Air Speakers"], "MacBook Air Speakers"),
    ],
)
def test_speakers_are_told_from_what_is_worn(
    there: list[str], speakers: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what systems call them, in some languages."""
    devices = [Device(name) for name in there]
    monkeypatch.setattr(QMediaDevices, "audioOutputs", lambda: devices)

    assert Outputs().speakers.description() == speakers


def test_a_name_that_cannot_be_written_down_is_mended(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a character would break the line on which the devices are told."""
    monkeypatch.setattr(QMediaDevices, "audioOutputs", lambda: [Device("Box \ud83c")])

    listed = Outputs().listed

    assert [one.name for one in listed] == ["Box ?"]
    assert b"Box ?" in line_of(Listed(listed=listed))


def test_without_speakers_the_usual_output_has_to_do(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that tells nothing is no speaker."""
    monkeypatch.setattr(QMediaDevices, "audioOutputs", lambda: [Device("HDMI 2")])
    outputs = Outputs()

    assert outputs.speakers == outputs.device
