"""Why a clinic's pack cannot be used is said in words, with its place."""

from pathlib import Path

import pytest

from app.services.refused_pack import what_is_wrong
from app.storage.errors import ErrorCode, StorageError

VALUE = "The value is not one that is known here."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (StorageError(ErrorCode.BAD_VALUE, line=4, field="rules[0]"), f"Line 4, rules[0]: {VALUE}"),
        (StorageError(ErrorCode.BAD_VALUE, field="rules[0]"), f"rules[0]: {VALUE}"),
        (StorageError(ErrorCode.BAD_VALUE, Path("clinic.yaml"), line=4), f"Line 4: {VALUE}"),
        (StorageError(ErrorCode.TOO_BIG), "The file is too big."),
    ],
)
def test_the_place_is_named_as_far_as_it_is_known(error: StorageError, said: str) -> None:
    """Line, field, both or neither."""
    assert what_is_wrong(error) == said
