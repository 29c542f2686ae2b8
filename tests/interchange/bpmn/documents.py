"""BPMN of the projects in this repository and of random ones, and how to look into it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from ltcarch.interchange.bpmn.vocabulary import NAMESPACES
from ltcarch.interchange.bpmn.writing import bpmn_document
from ltcarch.interchange.records import Records, records_of
from ltcarch.layout.picture import Box, Point
from ltcarch.loading import load
from ltcarch.model import Architecture
from ltcarch.views.swimlane import processes_with_flow
from tests.interchange.bpmn.random_processes import crowded_process, random_process
from tests.pictures import architecture_of as drawn_project
from tests.projects import write_project

RANDOM = 12
PROJECTS = (
    "models/reference", "examples/procure-to-pay", "examples/starter", "examples/it-service-policy", "hostile",
    "crowded", *(f"random {seed}" for seed in range(RANDOM)),
)  # fmt: skip


@cache
def architecture_of(project: str) -> Architecture:
    """One of the projects, read; a random one by its number."""
    name, _, seed = project.partition(" ")
    if name not in ("random", "crowded"):
        return drawn_project(project)
    files = random_process(int(seed)) if seed else crowded_process()
    with TemporaryDirectory() as folder:
        return load(write_project(Path(folder), files)).architecture


PROCESSES = [(project, process.id) for project in PROJECTS for process in processes_with_flow(architecture_of(project))]


EDITIONS = [
    (*own, language, with_artifacts) for own in PROCESSES for language, with_artifacts in (("en", False), ("zh", True))
]
"""Each process in both languages, once with data objects."""


@cache
def known_records(project: str) -> Records:
    """The records of a project."""
    return records_of(architecture_of(project))


@cache
def written(project: str, process: str, language: str = "en", with_artifacts: bool = False) -> bytes:
    """A process of a project as BPMN."""
    architecture = architecture_of(project)
    return bpmn_document(
        architecture,
        architecture.get(process),
        language,
        with_artifacts=with_artifacts,
        records=known_records(project),
    )


class Document:
    """The elements of a file by their ids, and where they stand."""

    def __init__(self, data: bytes) -> None:
        self.root = ElementTree.fromstring(data)
        self.by_id = {own.get("id"): own for own in self.root.iter() if own.get("id")}
        self.boxes: dict[str, Box] = {}
        self.labels: dict[str, Box] = {}
        self.lines: dict[str, tuple[Point, ...]] = {}
        for part in self.root.iter():
            own = part.get("bpmnElement", "")
            bounds = part.find("dc:Bounds", NAMESPACES)
            label = part.find("bpmndi:BPMNLabel/dc:Bounds", NAMESPACES)
            if bounds is not None and own:
                self.boxes[own] = _box(bounds)
            if label is not None:
                self.labels[own] = _box(label)
            if part.tag.endswith("BPMNEdge"):
                points = part.findall("di:waypoint", NAMESPACES)
                self.lines[own] = tuple((float(at.get("x")), float(at.get("y"))) for at in points)

    def all(self, *names: str) -> Iterator[ElementTree.Element]:
        """The elements of these names, in their order."""
        tags = {f"{{{NAMESPACES['bpmn']}}}{name}" for name in names}
        return (own for own in self.root.iter() if own.tag in tags)

    def named(self, name: str) -> ElementTree.Element:
        """The one element with this name of its own."""
        (found,) = (own for own in self.root.iter() if own.get("name") == name and not own.tag.endswith("message"))
        return found

    def refers(self, own: str) -> list[str]:
        """The ids to which an element refers inside its tags."""
        return [child.text or "" for child in self.by_id[own]]


def kind(element: ElementTree.Element) -> str:
    """The name of a tag without its namespace."""
    return element.tag.rpartition("}")[2]


def _box(bounds: ElementTree.Element) -> Box:
    return Box(*(float(bounds.get(key, "nan")) for key in ("x", "y", "width", "height")))
