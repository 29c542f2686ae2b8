"""Which level stands under which, in the levels that a company uses."""

from ltcarch.model import HIERARCHY
from ltcarch.model.project import Project


def parent_kinds(project: Project, kind: str) -> tuple[str, ...]:
    """The kinds under which one may stand; none for the highest level in use.

    It is the next higher level in use. Activities may also stand under a process although sub-processes are in
    use, since a process without scenarios needs none.
    """
    above = [own for own in HIERARCHY[: HIERARCHY.index(kind)] if project.uses(own)]
    if kind == "activity" and above[-2:] == ["process", "subprocess"]:
        return ("process", "subprocess")
    return tuple(above[-1:])
