from tests.support.coverage_floors import folder_of, shares


def measured(statements: int, lines: int, branches: int = 0, taken: int = 0) -> dict[str, object]:
    """Return what coverage reports of one file."""
    return {
        "summary": {
            "num_statements": statements,
            "covered_lines": lines,
            "num_branches": branches,
            "covered_branches": taken,
        }
    }


def test_files_are_counted_with_their_layer_or_page() -> None:
    """A well tested page cannot make up for another one."""
    assert folder_of("app/i18n.py") == "app"
    assert folder_of("app/domain/clock.py") == "app/domain"
    assert folder_of("app/ui/today/page.py") == "app/ui/today"
    assert folder_of("app/ui/undo.py") == "app/ui"


def test_lines_and_branches_count_together() -> None:
    """A file of ten lines and two branches, one of each missed, is at ten twelfths."""
    files = {
        "app/domain/a.py": measured(10, 9, 2, 1),
        "app/storage/b.py": measured(4, 4),
        "app/storage/c.py": measured(4, 2),
        "app/__init__.py": measured(0, 0),
    }

    assert shares(files) == {"app": 100.0, "app/domain": 1000 / 12, "app/storage": 75.0}
