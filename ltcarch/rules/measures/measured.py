"""What a KPI measures."""

from ltcarch.model import Activity, Architecture, Kpi, ProcessElement
from ltcarch.model.naming import natural_key


def measured_by(architecture: Architecture, kpi: Kpi) -> tuple[ProcessElement | Activity, ...]:
    """The elements that name a KPI as theirs, each once, in the order of their ids."""
    naming = {own.id: own for own, _ in architecture.mentions(kpi.id) if isinstance(own, (ProcessElement, Activity))}
    return tuple(naming[own] for own in sorted(naming, key=natural_key))


def is_in_force(architecture: Architecture, kpi: Kpi) -> bool:
    """Whether something published is measured by it, or the project is published where it measures no process."""
    return any(architecture.is_published(element) for element in measured_by(architecture, kpi) or (kpi,))
