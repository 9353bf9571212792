"""The clinical wording: all there, every sentence with its source, nothing signed by nobody."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.domain.effects import KNOWN_EFFECTS
from app.storage.yaml_door import load
from app.storage.yaml_quick import quickly_read
from tests.support.source import ROOT

CONTENT = ROOT / "resources" / "content"
FILES = sorted(CONTENT.rglob("*.yaml"))
WORDED = [path for path in FILES if path.name != "sources.yaml"]
HEAD = ("content_version", "reviewed_by", "reviewed_on", "next_review")
WORDS = ("text", "title", "why")
"""Keys whose values people read as sentences."""

NOT_READ = {*HEAD, "id", "stage", "detail", "source", "code"}
"""Keys whose values nobody reads. Every other text is read by somebody."""

ADVICE = re.compile(
    r"\b(you should (stop|skip|take)|stop taking|skip your|increase|reduce your|dose of"
    r"|safe to (drive|go)|diagnos|guarantee|cure[sd]?)\b",
    re.IGNORECASE,
)


def name(path: Path) -> str:
    """Return the path inside the content folder."""
    return path.relative_to(CONTENT).as_posix()


def document(path: Path) -> dict[str, Any]:
    """Return a content file, read as strictly as a patient's own."""
    return load(path.read_bytes())


def entries(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping, at any depth, that holds words for people."""
    if isinstance(value, dict):
        if any(key in value for key in WORDS):
            yield value
        for one in value.values():
            yield from entries(one)
    elif isinstance(value, list):
        for one in value:
            yield from entries(one)


def texts(value: Any, source: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Yield every text that is read, beside the source named nearest to it, here or around it."""
    if isinstance(value, dict):
        source = value.get("source", source)
        for key, one in value.items():
            if key not in NOT_READ:
                yield from texts(one, source)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, source)
    elif isinstance(value, str):
        yield value, source


def keys() -> list[str]:
    """Return the keys of the sources, in their order."""
    return [source["key"] for source in document(CONTENT / "sources.yaml")["sources"]]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_file_has_the_plain_shape_that_is_read_quickly(path: Path) -> None:
    """Near an infusion, and with a clinic's pack, a start reads some of them."""
    assert quickly_read(path.read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize(
    "wanted",
    [
        "sources.yaml",
        "crisis_lines.yaml",
        "en/about.yaml",
        "en/ask_list.yaml",
        "en/breathing.yaml",
        "en/check_in.yaml",
        "en/checklist.yaml",
        "en/conditions.yaml",
        "en/documents.yaml",
        "en/effects.yaml",
        "en/questionnaires.yaml",
        "en/reflection.yaml",
        "en/rules.yaml",
        "en/scripts.yaml",
        "en/visit_report.yaml",
        "en/when_to_call.yaml",
    ],
)
def test_the_wording_is_there(wanted: str) -> None:
    """What the program reads exists, and our own strict loader takes it."""
    content = document(CONTENT / wanted)

    assert content["content_version"] >= 1


@pytest.mark.parametrize("path", WORDED, ids=name)
def test_every_sentence_names_its_source(path: Path) -> None:
    """A sentence without a source of its own that we know does not go to patients."""
    known = set(keys())

    unsupported = [one for one in entries(document(path)) if one.get("source") not in known]

    assert unsupported == []


@pytest.mark.parametrize("path", WORDED, ids=name)
def test_no_text_at_all_is_without_a_source(path: Path) -> None:
    """Numbers of crisis lines and names of medicines too: the source of their group stands."""
    content = {key: one for key, one in document(path).items() if key != "source"}
    known = set(keys())

    unsupported = [text for text, source in texts(content) if source not in known]

    assert unsupported == []


def test_every_source_says_what_it_supports() -> None:
    """A key, a fact and a citation, each key once."""
    sources = document(CONTENT / "sources.yaml")["sources"]

    assert len(set(keys())) == len(keys())
    assert all(source["fact"] and source["citation"] for source in sources)


def test_every_source_supports_something() -> None:
    """A key that no sentence names is taken out, and the fact with it."""
    used = {source for path in WORDED for _text, source in texts(document(path))}

    assert set(keys()) - used == set()


@pytest.mark.parametrize("path", WORDED, ids=name)
def test_every_file_says_who_reviewed_it(path: Path) -> None:
    """The keys are there; a date without a name, or a name without a date, is refused."""
    content = document(path)

    assert all(key in content for key in HEAD)
    assert bool(content["reviewed_by"]) == bool(content["reviewed_on"])
    assert path.read_text(encoding="utf-8").startswith("# Soft Landing: ")


def test_nobody_has_called_a_number_without_leaving_a_name() -> None:
    """Each country has an emergency number, a way to be looked up, and honest dates."""
    countries = document(CONTENT / "crisis_lines.yaml")["countries"]

    assert len({country["code"] for country in countries}) == len(countries)
    for country in countries:
        assert re.fullmatch(r"[A-Z]{2}", country["code"])
        assert country["emergency"]
        assert country["lines"]
        assert bool(country["called_by"]) == bool(country["called_on"])
        assert date.fromisoformat(f"{country['checked_against_sources_on']}-01") > date(2026, 1, 1)


def test_every_effect_has_a_name_on_screen() -> None:
    """The list of the program and the list of the wording are the same, in the same order."""
    named = [effect["id"] for effect in document(CONTENT / "en" / "effects.yaml")["effects"]]

    assert named == list(KNOWN_EFFECTS)


@pytest.mark.parametrize("path", WORDED, ids=name)
def test_no_sentence_advises_on_treatment_or_shouts(path: Path) -> None:
    """We inform; the clinic advises. And nothing ends in an exclamation mark."""
    texts = [str(entry[key]) for entry in entries(document(path)) for key in WORDS if key in entry]

    loud = [text for text in texts if "!" in text or "please note" in text.lower()]
    advice = [text for text in texts if ADVICE.search(text)]

    assert not loud
    assert not advice


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_reader_of_yaml_takes_the_wording(path: Path) -> None:
    """PyYAML's own reader, which stands in where libyaml is not there, is the stricter one."""
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- texts only

    assert raw.keys() == document(path).keys()
