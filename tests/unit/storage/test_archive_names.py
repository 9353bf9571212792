"""Names that every system takes, and none that leads elsewhere."""

import pytest

from app.storage.archive_names import collide, fits_everywhere


@pytest.mark.parametrize(
    "name",
    [
        "profile.yaml",
        "journal/2026/2026-11-30.yaml",
        "Tagebuch 🙂/über.txt",
        "n" * 255,
        "console.txt",
        ".hidden",
        "a.b.c",
        "comfort/com",
    ],
)
def test_plain_names_fit(name: str) -> None:
    """Letters of every kind, emoji, long names."""
    assert fits_everywhere(name)


@pytest.mark.parametrize(
    "name",
    [
        "", "/", "/etc/passwd", "../profile.yaml", "a/../b", "a/./b", "a//b", "a/", "..", ".",
        "C:/x", "c:x", "a\\b", "\\\\host\\share", "a:b", "what?", "a*", 'a"', "a<", "a|b",
        "a\x00b", "a\nb", "a\x7f", "end.", "end ", "dir./x", "CON", "con.txt", "x/NUL", "Com1.yaml",
        "lpt¹", "aux .txt", "n" * 256, "/".join(["n" * 200] * 6), "\udcff.txt",
    ],
)  # fmt: skip
def test_other_names_do_not(name: str) -> None:
    """Absolute names, ways up, drives, streams, devices, signs that Windows refuses."""
    assert not fits_everywhere(name)


@pytest.mark.parametrize(
    "names",
    [
        ["a", "a"],
        ["Profile.yaml", "profile.YAML"],
        ["u\u0308.txt", "ü.txt"],
        ["straße", "STRASSE"],
        ["notes", "notes/one.txt"],
        ["a/B/c", "A/b"],
    ],
)
def test_names_that_meet_in_one_place(names: list[str]) -> None:
    """Two spellings of one file, or a file where a folder should be."""
    assert collide(names)
    assert collide(reversed(names))


def test_different_names_do_not_meet() -> None:
    """Files beside each other."""
    assert not collide(["a/b", "a/c", "ab", "b"])
    assert not collide([])
