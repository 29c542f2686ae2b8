"""The files in which the edges of every rule stand as cases."""

from pathlib import Path

import yaml

CASES = Path(__file__).parent / "cases"


def cases_in(file: Path) -> dict[str, list[dict]]:
    """The cases of one rule: those that `pass`, and those that `fail`."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
