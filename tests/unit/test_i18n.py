import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from app import i18n
from app.i18n import _, ngettext, pgettext


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Leave the source language behind, whatever a test installs."""
    yield
    i18n.install("en")


@pytest.fixture
def catalogs(tmp_path: Path) -> Path:
    """A folder with a small German and a small right-to-left catalog."""
    for code, words in {
        "de": {"Save": "Sichern", "Hello {name}": "Hallo {name}"},
        "xr": {"Save": "evaS"},
    }.items():
        catalog = Catalog(locale="de", domain=i18n.DOMAIN)
        for source, target in words.items():
            catalog.add(source, target)
        if code == "de":
            catalog.add(("{count} day", "{count} days"), ("{count} Tag", "{count} Tage"))
            catalog.add("Open", "Offen", context="a state")
        buffer = io.BytesIO()
        write_mo(buffer, catalog)
        folder = tmp_path / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / f"{i18n.DOMAIN}.mo").write_bytes(buffer.getvalue())
    return tmp_path


def test_without_a_catalog_the_source_text_is_shown() -> None:
    """English needs no catalog, and placeholders stay for format()."""
    i18n.install("en")

    assert _("Hello {name}").format(name="Ada") == "Hello Ada"
    assert ngettext("{count} day", "{count} days", 2) == "{count} days"
    assert pgettext("a state", "Open") == "Open"
    assert i18n.language() == "en"
    assert not i18n.is_right_to_left()


def test_an_installed_language_is_spoken(catalogs: Path) -> None:
    """Plain, counted and contextual texts all come from the catalog."""
    code = i18n.install("de", catalogs)

    assert (code, i18n.language()) == ("de", "de")
    assert _("Save") == "Sichern"
    assert ngettext("{count} day", "{count} days", 1) == "{count} Tag"
    assert pgettext("a state", "Open") == "Offen"


@pytest.mark.parametrize("wanted", ["de_AT", "de-AT", "de_DE.UTF-8", "DE", "de@euro"])
def test_a_region_falls_back_to_its_language(catalogs: Path, wanted: str) -> None:
    """Someone from Austria gets German rather than English."""
    assert i18n.install(wanted, catalogs) == "de"


@pytest.mark.parametrize("wanted", ["en", "en_US.UTF-8", "C", "", "tlh", "../../etc"])
def test_an_unknown_language_becomes_english(catalogs: Path, wanted: str) -> None:
    """Whatever is asked for, some language is in use, and an earlier one is gone."""
    i18n.install("de", catalogs)

    code = i18n.install(wanted, catalogs)

    assert code == "en"
    assert _("Save") == "Save"


def test_right_to_left_follows_the_language(catalogs: Path) -> None:
    """The shell mirrors its layouts by this answer."""
    i18n.install("xr", catalogs)

    assert i18n.is_right_to_left()


def test_an_environment_variable_names_another_folder(
    catalogs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A translator tries a catalog without rebuilding anything."""
    monkeypatch.setenv(i18n.FOLDER_VARIABLE, str(catalogs))

    code = i18n.install("de")

    assert code == "de"
