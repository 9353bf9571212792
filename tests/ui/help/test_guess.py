"""The country is taken from the computer only as far as the computer named one."""

import os
import subprocess
import sys

import pytest

from tests.support.source import ROOT

SCRIPT = """
from app.domain.country import guess_country
from app.ui.profile_draft import computers_locale
print(guess_country(computers_locale()))
"""


@pytest.mark.parametrize(
    ("variable", "locale", "country"),
    [
        ("LANG", "en_GB.UTF-8", "GB"),
        ("LANG", "de_CH@euro", "CH"),
        ("LC_ALL", "pt_BR", "BR"),
        ("LC_MESSAGES", "fr_BE.UTF-8", "BE"),
        ("LANG", "zh_TW", "TW"),
        ("LANG", "en", ""),
        ("LANG", "de.UTF-8", ""),
        ("LANG", "C", ""),
        ("LANG", "POSIX", ""),
        ("LANG", "C.UTF-8", ""),
        ("LANG", "eo", ""),
        ("LANG", "", ""),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not ask these variables")
def test_a_language_alone_names_no_country(variable: str, locale: str, country: str) -> None:
    """Qt would add the likeliest one: English is spoken in many, and 911 answers in few."""
    unset = {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**environment, variable: locale},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == country
