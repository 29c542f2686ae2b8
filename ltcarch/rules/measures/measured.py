"""What a KPI measures."""

from ltcarch.model import Activity, Architecture, Kpi, ProcessElement
from ltcarch.model.naming import natural_key
from ltcarch.rules.remembered import remembered

Measured = tuple[ProcessElement | Activity, ...]


def measured_by(architecture: Architecture, kpi: Kpi) -> Measured:
    """The elements that name a KPI as theirs, each once, in the order of their ids."""
    known = _known(architecture)
    if kpi.id not in known:
        users = (own for own, _ in architecture.mentions(kpi.id) if isinstance(own, (ProcessElement, Activity)))
        naming = {own.id: own for own in users}
        known[kpi.id] = tuple(naming[own] for own in sorted(naming, key=natural_key))
    return known[kpi.id]


@remembered
def _known(architecture: Architecture) -> dict[str, Measured]:
    """By KPI, as far as somebody asked."""
    return {}


def is_in_force(architecture: Architecture, kpi: Kpi) -> bool:
    """Whether something published is measured by it, or the project is published where it measures no process."""
    return any(architecture.is_published(element) for element in measured_by(architecture, kpi) or (kpi,))
