from pathlib import Path

from app.assets import resource, resources_beside


def test_a_name_with_slashes_leads_into_the_resources_folder() -> None:
    """Names use forward slashes on every system."""
    path = resource("icons/leaf.svg")

    assert path.parts[-3:] == ("resources", "icons", "leaf.svg")


def test_the_checkout_has_its_resources_beside_the_package() -> None:
    """The folder exists where the checkout keeps it."""
    folder = resource("locale").parent

    assert folder == Path(__file__).parents[2] / "resources"


def test_a_wheel_has_its_resources_inside_the_package(tmp_path: Path) -> None:
    """An installed package, frozen or not, finds the files it carries."""
    package = tmp_path / "app"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()

    folder = resources_beside(package)

    assert folder == package / "resources"
