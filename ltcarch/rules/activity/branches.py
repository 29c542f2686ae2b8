"""How the ways on from one step are told apart."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ltcarch.model import Activity, Architecture, Subprocess
from ltcarch.model.sequence import Step, Succession


class Branch(NamedTuple):
    """One stated way on, with its place in `next`."""

    position: int
    way: Succession

    @property
    def path(self) -> tuple[str, int]:
        """Where it stands in the step."""
        return ("next", self.position)


def stated_branches(architecture: Architecture, step: Step) -> list[Branch]:
    """The ways on that a step states."""
    if not step.next:
        return []
    ways = architecture.sequence.successors(step)
    return [Branch(index, way) for index, way in enumerate(ways) if not way.implied]


def rival_branches(branches: Sequence[Branch]) -> Iterator[list[Branch]]:
    """The branches among which something must decide: those on the same end of what the step runs."""
    by_end: dict[str | None, list[Branch]] = {}
    for branch in branches:
        by_end.setdefault(branch.way.on, []).append(branch)
    return (rivals for rivals in by_end.values() if len(rivals) > 1)


def has_condition(architecture: Architecture, way: Succession) -> bool:
    """Whether it is said when a way is taken: by a condition, as the default, or by a scenario to which it leads."""
    return bool(way.when or way.default) or _is_scenario(architecture, way)


def _is_scenario(architecture: Architecture, way: Succession) -> bool:
    target = architecture.get(way.to, Subprocess)
    return target is not None and target.scenario is not None


def are_scenarios(architecture: Architecture, branches: Sequence[Branch]) -> bool:
    """Whether the branches lead to scenarios only, of which one always holds."""
    return all(_is_scenario(architecture, branch.way) for branch in branches)


def split_of(step: Step) -> str | None:
    """How several ways leave a step, where it says so."""
    return step.split if isinstance(step, Activity) else None


def lacks_split(architecture: Architecture, step: Step) -> bool:
    """Whether several ways leave without condition, and nothing says whether one or all of them are taken."""
    if split_of(step) is not None or len(step.next) < 2:
        return False
    rivals = rival_branches(unrepeated_branches(architecture, step))
    return any(sum(not has_condition(architecture, own.way) for own in group) > 1 for group in rivals)


def repeated_branches(architecture: Architecture, step: Step) -> list[tuple[Branch, Branch]]:
    """The branches that only repeat an earlier one, each with that one.

    Two conditions may lead to the same step where one of them is chosen.
    """
    if len(step.next) < 2:
        return []
    first: dict[tuple[object, ...], Branch] = {}
    found = []
    for branch in stated_branches(architecture, step):
        way = branch.way
        is_chosen = split_of(step) in (None, "exclusive")
        key = (way.to, way.end, way.on, way.when if is_chosen else None)
        if key in first:
            found.append((branch, first[key]))
        else:
            first[key] = branch
    return found


def unrepeated_branches(architecture: Architecture, step: Step) -> list[Branch]:
    """The stated ways on, without those that only repeat another one."""
    branches = stated_branches(architecture, step)
    if len(branches) < 2:
        return branches
    repeated = {branch.position for branch, _ in repeated_branches(architecture, step)}
    return [branch for branch in branches if branch.position not in repeated]
