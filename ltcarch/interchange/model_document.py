"""The whole architecture as one JSON document: what is stated and what follows from it, for other programs."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ltcarch.interchange.plain import Data, attribute_keys, plain, plain_text
from ltcarch.interchange.project_settings import settings_of
from ltcarch.interchange.records import RETIRED
from ltcarch.model.activity import Activity, Task
from ltcarch.model.architecture import Architecture
from ltcarch.model.artifact import Artifact
from ltcarch.model.element import Element
from ltcarch.model.exchange import Link
from ltcarch.model.kinds import COLLECTIONS, LEVELS
from ltcarch.model.people import Role, Team, Unit
from ltcarch.model.process import ProcessElement, Subprocess
from ltcarch.model.sequence import Succession
from ltcarch.version import __version__

FORMAT = 1
SCHEMA = f"urn:ltcarch:schema:model:{FORMAT}"
FLOW_LEVELS = ("classification", "group", "process")


def document_text(architecture: Architecture, *, complete: bool = True) -> str:
    """The document as JSON text; the same architecture gives the same text."""
    return json.dumps(model_document(architecture, complete=complete), ensure_ascii=False, indent=1) + "\n"


def model_document(architecture: Architecture, *, complete: bool = True) -> dict[str, Data]:
    """The document as `schemas/model.schema.json` describes it."""
    return {
        "$schema": SCHEMA,
        "format": FORMAT,
        "ltcarch": __version__,
        "complete": complete,
        "project": settings_of(architecture.project, architecture.company),
        "elements": [_element(architecture, own) for own in _in_order(architecture)],
        "retired": [{"id": own.id, **_attributes(own)} for own in architecture.retired],
        "flows": [_flow(kind, link) for kind in FLOW_LEVELS for link in architecture.exchange.links(kind)],
    }


def _in_order(architecture: Architecture) -> Iterable[Element]:
    """The hierarchy in reading order, then the registers by kind, each in the order of its files."""
    yield from architecture.hierarchy.in_order
    kinds = [kind for kind in COLLECTIONS if kind not in LEVELS and kind != RETIRED]
    for kind in kinds:
        yield from (own for own in architecture.elements.values() if kind == own.KIND)


def _element(architecture: Architecture, own: Element) -> dict[str, Data]:
    said: dict[str, Data] = {
        "id": own.id,
        "kind": own.KIND,
        "names": {language: own.label(language) for language in architecture.project.languages},
        "source": _source(own),
        "attributes": _attributes(own),
    }
    if own.KIND in LEVELS:
        said |= _place(architecture, own)
    derived = _derived(architecture, own)
    mentions = dict.fromkeys(other.id for other, _ in architecture.mentions(own.id))
    return {**said, "derived": _filled({**derived, "mentioned_by": list(mentions)})}


def _attributes(own: Element) -> dict[str, Data]:
    full = plain(own)
    return {key: full[key] for key in attribute_keys(own.KIND) if key in full}


def _source(own: Element) -> dict[str, Data]:
    place = own.origin.locate()
    return {"file": place.source.path, "line": place.span.line if place.span else 1}


def _place(architecture: Architecture, own: Element) -> dict[str, Data]:
    hierarchy = architecture.hierarchy
    parent = hierarchy.parent(own)
    return {
        "level": LEVELS[own.KIND],
        "number": hierarchy.number(own),
        "parent": parent.id if parent else None,
        "children": [child.id for child in hierarchy.children(own)],
    }


def _derived(architecture: Architecture, own: Element) -> dict[str, Data]:
    """What follows for an element from what is stated of it and of others."""
    match own:
        case ProcessElement():
            return _of_process(architecture, own)
        case Activity():
            return _of_activity(architecture, own)
        case Task():
            return {"owner": _id(architecture.responsibility.owner(own))}
        case Role():
            return _of_role(architecture, own)
        case Team():
            return {"members": list(architecture.responsibility.members(own.id))}
        case Unit():
            return {"positions": [each.id for each in architecture.responsibility.staff(own.id)]}
        case Artifact():
            exchange = architecture.exchange
            return {
                "makers": [each.id for each in exchange.makers(own.id)],
                "takers": [each.id for each in exchange.takers(own.id)],
            }
    return {}


def _of_process(architecture: Architecture, own: ProcessElement) -> dict[str, Data]:
    steps = architecture.sequence.steps(own)
    return {
        "owner": _id(architecture.responsibility.owner(own)),
        "lifecycle": plain(architecture.lifecycle(own)),
        "inputs": [plain(use) for use in architecture.exchange.inputs(own)],
        "outputs": [plain(use) for use in architecture.exchange.outputs(own)],
        "steps": [step.id for step in steps],
        "starts": [step.id for step in architecture.sequence.starts(own)] if steps else [],
        "next": [_succession(each) for each in architecture.sequence.successors(own)]
        if isinstance(own, Subprocess)
        else [],
    }


def _of_activity(architecture: Architecture, own: Activity) -> dict[str, Data]:
    return {
        "owner": _id(architecture.responsibility.owner(own)),
        "lifecycle": plain(architecture.lifecycle(own)),
        "performers": list(architecture.responsibility.performers(own)),
        "inputs": [plain(use) for use in architecture.exchange.inputs(own)],
        "outputs": [plain(use) for use in architecture.exchange.outputs(own)],
        "next": [_succession(each) for each in architecture.sequence.successors(own)],
    }


def _of_role(architecture: Architecture, own: Role) -> dict[str, Data]:
    responsibility = architecture.responsibility
    return {
        "activities": [each.id for each in responsibility.activities(own.id)],
        "positions": [each.id for each in responsibility.positions(own.id)],
        "teams": list(responsibility.teams(own.id)),
    }


def _succession(own: Succession) -> dict[str, Data]:
    said = {"on": own.on, "to": own.to, "end": own.end, "when": plain_text(own.when) if own.when else None}
    flags = {"default": own.default, "implied": own.implied}
    return {key: value for key, value in said.items() if value is not None} | {
        key: True for key, value in flags.items() if value
    }


def _flow(kind: str, link: Link) -> dict[str, Data]:
    said: dict[str, Any] = {"level": LEVELS[kind], "from": link.source, "to": link.target}
    return {**said, "artifacts": list(link.artifacts), "stated": [own.id for own in link.flows]}


def _id(element: Element | None) -> str | None:
    return element.id if element else None


def _filled(said: Mapping[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in said.items() if value not in (None, [], {})}
