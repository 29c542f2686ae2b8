"""What activities take and make, as data objects beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltcarch.interchange.bpmn.writing.flow import Flow
from ltcarch.model import Activity, Architecture, Artifact
from ltcarch.model.parts import ArtifactUse
from ltcarch.views.words import word


@dataclass(frozen=True, slots=True)
class DataObject:
    """One artifact as one activity takes or makes it, in the state in which it does."""

    id: str
    artifact: str
    name: str
    state: str
    is_input: bool


def data_objects(architecture: Architecture, flow: Flow, language: str) -> Mapping[str, tuple[DataObject, ...]]:
    """The data objects of the activities by the ids of their nodes."""
    found = {
        node.id: (
            *_named(architecture, node.id, architecture.exchange.inputs(node.step), language, is_input=True),
            *_named(architecture, node.id, architecture.exchange.outputs(node.step), language, is_input=False),
        )
        for node in flow.nodes.values()
        if isinstance(node.step, Activity)
    }
    return {own: objects for own, objects in found.items() if objects}


def _named(
    architecture: Architecture, node: str, uses: tuple[ArtifactUse, ...], language: str, *, is_input: bool
) -> Iterator[DataObject]:
    """Each artifact in each state once."""
    for artifact, state in dict.fromkeys((use.artifact, use.state) for use in uses if use.artifact):
        name = architecture.name(artifact, language)
        shown = _state(architecture, artifact, state, language) if state else ""
        whole = name + word(" ({more})", language, more=shown) if shown else name
        own = f"{node}:{'takes' if is_input else 'makes'}:{artifact}" + (f":{state}" if state else "")
        yield DataObject(own, artifact, whole, shown, is_input)


def _state(architecture: Architecture, artifact_id: str, state: str, language: str) -> str:
    artifact = architecture.get(artifact_id, Artifact)
    named = next((own.name for own in artifact.states if own.id == state), None) if artifact else None
    return named.in_language(language) if named else state
