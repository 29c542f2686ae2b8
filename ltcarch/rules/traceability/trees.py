"""Trees of goals and of KPIs."""

from collections.abc import Iterable, Mapping


def with_all_above(ids: Iterable[str], parents: Mapping[str, str | None]) -> set[str]:
    """These ids and those of all above them. A circle of parents, which is reported elsewhere, ends the walk."""
    found: set[str] = set()
    for own in ids:
        here: str | None = own
        while here is not None and here not in found:
            found.add(here)
            here = parents.get(here)
    return found
