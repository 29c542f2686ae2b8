"""What is said of the splits and joins of a flow, once for all rules that ask."""

from ltcarch.model import Activity
from ltcarch.rules.activity.flow import EXCLUSIVE, Flow, Node
from ltcarch.rules.activity.reduction import Misfit, Reduction, Role, reduction
from ltcarch.rules.remembered import remembered


@remembered
def reduced(flow: Flow) -> Reduction:
    """What is left of a flow, and what did not fit."""
    return reduction(flow)


def misfits(flow: Flow) -> tuple[Misfit, ...]:
    """The splits and joins that do not fit. Where a flow begins must be clear before its joins can be judged."""
    return reduced(flow).misfits if flow.begins_clearly else ()


def unmatched(flow: Flow) -> tuple[tuple[Node, Role], ...]:
    """The inclusive splits and joins that belong to no other one."""
    return reduced(flow).unmatched if flow.begins_clearly else ()


def lacks_join(misfit: Misfit) -> bool:
    """Whether several started branches meet at an activity that says nothing of it."""
    meets_all = misfit.split.split != EXCLUSIVE and not misfit.is_loop
    return meets_all and (not isinstance(misfit.join.element, Activity) or misfit.join.element.join is None)
