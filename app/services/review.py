"""Which of the clinical wording a clinician has signed."""

from app.assets import resource
from app.storage.yaml_door import load


def unreviewed(language: str) -> tuple[str, ...]:
    """Return the content files in *language* that carry nobody's signature, by name.

    A language without content of its own shows the English files, so those count.
    """
    folder = resource(f"content/{language}")
    if not folder.is_dir():
        folder = resource("content/en")
    files = [resource("content/crisis_lines.yaml"), *sorted(folder.glob("*.yaml"))]
    return tuple(path.name for path in files if not load(path.read_bytes()).get("reviewed_by"))
