"""The page for a clinic's IT says the same as the program does."""

from app.services.documents.clinic_guide import clinic_guide
from app.services.documents.model import Points, blocks
from app.storage.paths import APPLICATION
from tests.support.source import ROOT


def _points() -> list[str]:
    found = [one for one in blocks(clinic_guide()) if isinstance(one, Points)]
    return [point.text for block in found for point in block.points]


def test_the_places_are_those_where_packs_are_looked_for() -> None:
    """Each system's folder stands on the page."""
    assert any(one.endswith(f": /etc/xdg/{APPLICATION}") for one in _points())
    assert any(one.endswith("/Library/Application Support/Soft Landing") for one in _points())
    assert any(one.endswith(r"%ProgramData%\Soft Landing") for one in _points())


def test_the_switches_are_those_of_the_written_guide() -> None:
    """What is printed and what stands in the folder docs never part."""
    written = (ROOT / "docs" / "for-clinics.md").read_text("utf-8")

    for switch in ("/S", "/CLINIC=", "/D=", "/qn CLINICDIR=", "soft-landing --clinic"):
        assert switch in written
        assert any(switch in point for point in _points())
