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
ALPHABET = "a-z"
_AIDS = ("template", "tool", "training")

FOLDERS = {
    "classification": "processes",
    "group": "processes",
    "process": "processes",
    "subprocess": "processes",
    "role": "roles",
    "position": "positions",
    "unit": "units",
    "artifact": "artifacts",
    "kpi": "kpis",
    "goal": "goals",
    "control": "controls",
    "system": "systems",
    "policy": "policies",
}
"""The folder in which each element of a kind has a page of its own."""

REGISTER_PAGES = {
    "team": f"roles/{INDEX}",
    "external": f"units/{INDEX}",
    "key_task": f"goals/{INDEX}",
    "risk": f"controls/{INDEX}",
    "segregation": f"controls/{INDEX}",
    "flow": "interfaces",
    "grouping": "decompositions",
    "phase": "decompositions",
    "scenario": "decompositions",
    "capability": "capabilities",
    "change": "changes",
    "term": "glossary",
}
"""The page on which the elements of a kind stand together."""

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|readme|index)(\.|$)")
"""Names of devices, and those under which hosts look for the first page of a folder."""


def places(architecture: Architecture) -> dict[str, Place]:
    """The place of every element that stands somewhere, by id."""
    elements = sorted(architecture.elements.values(), key=lambda element: natural_key(element.id))
    marks = _names(elements)
    found: dict[str, Place] = {}
    for element in elements:
        page = _page(architecture, element, marks)
        if page is not None:
            whole = element is architecture.company or element.KIND in FOLDERS
            found[element.id] = Place(page, None if whole else marks[element.id])
    return found


def _names(elements: Iterable[Element]) -> dict[str, str]:
    """The name of each element: as a file among those of its folder, else as a mark."""
    together: dict[str, list[str]] = {}
    for element in elements:
        together.setdefault(FOLDERS.get(element.KIND, ""), []).append(element.id)
    return {own: name for ids in together.values() for own, name in safe_names(ids).items()}


def _page(architecture: Architecture, element: Element, marks: Mapping[str, str]) -> str | None:
    if element is architecture.company:
        return INDEX
    if isinstance(element, (Activity, Task)):
        process = _process(architecture, element)
        return page_name(process, marks[process.id]) if process else None
    if element.KIND in FOLDERS:
        return page_name(element, marks[element.id])
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


def page_name(element: Element, mark: str) -> str:
    """The page of an element that has one of its own, by its mark."""
    return f"{FOLDERS[element.KIND]}/{mark}"


def register_of(page: str) -> str:
    """The page that lists all that stands in the folder of a page."""
    return f"{page.rpartition('/')[0]}/{INDEX}"


def safe_names(ids: Iterable[str]) -> dict[str, str]:
    """For each id a name that serves as file name and mark everywhere; no two of them differ by capitals only."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for element_id in sorted(set(ids), key=natural_key):
        name = _UNSAFE.sub("-", element_id)
        if not name.strip(".-") or _RESERVED.match(name) or name != element_id or name.casefold() in taken:
            name = f"{name.strip('.-') or 'element'}-{hashlib.sha256(element_id.encode()).hexdigest()[:8]}"
        taken.add(name.casefold())
        found[element_id] = name
    return found
