"""What a KPI measures."""

from ltcarch.model import Activity, Architecture, Kpi, ProcessElement


def measured_by(architecture: Architecture, kpi: Kpi) -> tuple[ProcessElement | Activity, ...]:
    """The elements that name a KPI as theirs, each once."""
    naming = dict.fromkeys(element for element, _ in architecture.mentions(kpi.id))
    return tuple(element for element in naming if isinstance(element, (ProcessElement, Activity)))


def is_in_force(architecture: Architecture, kpi: Kpi) -> bool:
    """Whether something published is measured by it, or the project is published where it measures no process."""
    return any(architecture.is_published(element) for element in measured_by(architecture, kpi) or (kpi,))
