"""Other values of attributes, and of entries of the project file, in the text of their files."""

from collections.abc import Mapping
from typing import Any

from ltcarch.interchange.edits.workspace import CannotEdit, Workspace
from ltcarch.interchange.plain import Data, attribute_keys, plain, written_as
from ltcarch.interchange.project_files import settings_data
from ltcarch.interchange.project_settings import settings_of
from ltcarch.interchange.records import Key
from ltcarch.loading.files import PROJECT_FILE
from ltcarch.loading.project import construct_project
from ltcarch.loading.shape import PROJECT, schema
from ltcarch.model.element import Element
from ltcarch.source.document import Document
from ltcarch.source.document import Mapping as SourceMapping
from ltcarch.writing.yaml_updates import Replacement, Update, updates

MOST_PASSES = 20
"""How often a text is read anew: edits that touch one another wait for the next time."""

Wanted = Mapping[Key, Mapping[str, Data]]
"""By element, the full form of attributes that change; None for those that go."""


def set_attributes(workspace: Workspace, wanted: Wanted) -> None:
    """Give attributes of elements other values. Raises CannotEdit."""
    by_path: dict[str, dict[Key, Mapping[str, Data]]] = {}
    for path, key, _ in workspace.all_elements():
        if key in wanted:
            by_path.setdefault(path, {}).setdefault(key, wanted[key])
    for path, here in by_path.items():
        for _ in range(MOST_PASSES):
            edits = [
                edit
                for key, attributes in here.items()
                for edit in _element_edits(workspace.elements(path)[key], attributes)
            ]
            if not workspace.edit(path, edits):
                break


def _element_edits(own: Element, attributes: Mapping[str, Data]) -> list[Replacement]:
    mapping, document = own.origin.mapping, own.origin.document
    held = plain(own)
    changed = [
        Update(name, *written_as(own.KIND, name, held.get(name), new, mapping.get(name)))
        for name, new in attributes.items()
        if held.get(name) != new
    ]
    return updates(document, mapping, changed, ("id", "parent", *attribute_keys(own.KIND)))


def set_settings(workspace: Workspace, wanted: Mapping[str, Data]) -> None:
    """Give entries of the project file other values; None takes one away."""
    order = tuple(schema(PROJECT)["properties"])
    for _ in range(MOST_PASSES):
        document = workspace.document(PROJECT_FILE)
        former = settings_of(*construct_project(document))
        goal: dict[str, Any] = {**former, **wanted}
        old = settings_data(former)
        new = settings_data({key: value for key, value in goal.items() if value is not None})
        changed = [Update(key, old.get(key), new.get(key)) for key in wanted if former.get(key) != wanted[key]]
        if not workspace.edit(PROJECT_FILE, updates(document, _root(document), changed, order)):
            return


def _root(document: Document) -> SourceMapping:
    if not isinstance(document.root, SourceMapping) or not document.root:
        raise CannotEdit("the project file says nothing yet")
    return document.root
