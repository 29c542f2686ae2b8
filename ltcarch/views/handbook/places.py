"""Where in the handbook each element stands."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from ltcarch.model import Activity, Architecture, Artifact, Element, ProcessElement, Task
from ltcarch.model.naming import natural_key
from ltcarch.views.handbook.page import Place

INDEX = "README"
"""The first page: git hosts show the file of this name with its folder."""
OPEN_POINTS = "open-points"
_AIDS = ("template", "tool", "training")

REGISTER_PAGES = {
    "role": "roles",
    "team": "roles",
    "position": "organisation",
    "unit": "organisation",
    "external": "organisation",
    "artifact": "artifacts",
    "flow": "interfaces",
    "kpi": "measures",
    "goal": "measures",
    "key_task": "measures",
    "risk": "controls",
    "control": "controls",
    "segregation": "controls",
    "system": "systems",
    "policy": "policies",
    "grouping": "decompositions",
    "phase": "decompositions",
    "scenario": "decompositions",
    "capability": "capabilities",
    "change": "changes",
    "term": "glossary",
}
"""The page on which the elements of a register stand, by their kind."""

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def places(architecture: Architecture) -> dict[str, Place]:
    """The place of every element that stands somewhere, by id."""
    elements = sorted(architecture.elements.values(), key=lambda element: natural_key(element.id))
    marks = safe_names(element.id for element in elements)
    found: dict[str, Place] = {}
    for element in elements:
        page = _page(architecture, element, marks)
        if page is not None:
            whole = element is architecture.company or isinstance(element, ProcessElement)
            found[element.id] = Place(page, None if whole else marks[element.id])
    return found


def _page(architecture: Architecture, element: Element, marks: Mapping[str, str]) -> str | None:
    if element is architecture.company:
        return INDEX
    if isinstance(element, (ProcessElement, Activity, Task)):
        process = _process(architecture, element)
        return process_page_name(marks[process.id]) if process else None
    if isinstance(element, Artifact) and is_aid(architecture, element):
        return "documents"
    return REGISTER_PAGES.get(element.KIND)


def _process(architecture: Architecture, element: Element) -> ProcessElement | None:
    """The process element on whose page an element of the hierarchy is shown."""
    way = (Task, Activity) if isinstance(element, Task) else (Activity,) if isinstance(element, Activity) else ()
    here: Element | None = element
    for of in way:
        here = architecture.hierarchy.parent(here) if isinstance(here, of) else None
    return here if isinstance(here, ProcessElement) else None


def is_aid(architecture: Architecture, artifact: Artifact) -> bool:
    """Whether an artifact helps with the work, as a template or training does, rather than being worked on."""
    if architecture.exchange.made(artifact.id) or architecture.exchange.taken(artifact.id):
        return False
    used = any(reference.path[0] == "documents" for _, reference in architecture.mentions(artifact.id))
    return used or artifact.type in _AIDS


def process_page_name(mark: str) -> str:
    """The page of a process element, by its mark."""
    return f"processes/{mark}"


def safe_names(ids: Iterable[str]) -> dict[str, str]:
    """For each id a name that serves as file name and mark everywhere; no two of them differ by capitals only."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for element_id in sorted(set(ids), key=natural_key):
        name = _UNSAFE.sub("-", element_id)
        if not name.strip(".-") or _DEVICES.match(name) or name != element_id or name.casefold() in taken:
            name = f"{name.strip('.-') or 'element'}-{hashlib.sha256(element_id.encode()).hexdigest()[:8]}"
        taken.add(name.casefold())
        found[element_id] = name
    return found
