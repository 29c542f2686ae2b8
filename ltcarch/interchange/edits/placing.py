"""Where in the files of a project an element belongs."""

from ltcarch.interchange.edits.structure import Piece, put_beside, put_first, put_into
from ltcarch.interchange.edits.workspace import Workspace
from ltcarch.interchange.project_files import default_path, element_data, modeline, nested_data
from ltcarch.interchange.records import ElementRecord, Key, Records, can_nest
from ltcarch.model.element import Element
from ltcarch.model.kinds import LEVELS
from ltcarch.source.document import Mapping


def place(
    workspace: Workspace,
    wanted: Records,
    own: ElementRecord,
    after: str | None,
    lines: tuple[tuple[str, ...], int] = ((), 0),
    *,
    whole: bool = True,
) -> None:
    """Put an element where it belongs: beside its siblings, into its parent, or into the file for its kind.

    `whole` puts it there with all that is nested in it; `lines` are those that it had elsewhere.
    """
    sibling, before = _neighbour(workspace, wanted, own, after)
    if sibling is not None:
        put_beside(workspace, sibling, _piece(wanted, own, lines, whole, nested=bool(sibling.nested_in)), before=before)
        return
    parent = wanted.get(own.parent) if own.parent else None
    holder = workspace.find(parent.key) if parent is not None else None
    if parent is not None and holder is not None and can_nest(parent.kind, own.kind):
        path = holder.origin.document.source.path
        put_into(workspace, path, holder.origin.mapping, own.kind, _piece(wanted, own, lines, whole, nested=True))
        return
    _into_file(workspace, own, _piece(wanted, own, lines, whole, nested=False))


def _piece(
    wanted: Records, own: ElementRecord, lines: tuple[tuple[str, ...], int], whole: bool, *, nested: bool
) -> Piece:
    data = nested_data(wanted, own, with_parent=True) if whole else element_data(own, with_parent=True)
    if nested:
        data.pop("parent", None) if own.kind in LEVELS else None
    return Piece(data, *lines)


def _neighbour(
    workspace: Workspace, wanted: Records, own: ElementRecord, after: str | None
) -> tuple[Element | None, bool]:
    """An element of the same kind and parent beside which a new one belongs, and whether before it."""
    if own.kind == "classification" and _stand_alone(workspace):
        return None, False
    previous = _of_kind(workspace, own, after)
    if previous is not None:
        return previous, False
    siblings = [
        other.id
        for other in (wanted.children(own.parent) if own.kind in LEVELS else wanted.of_kind(own.kind))
        if other.kind == own.kind and other.id != own.id
    ]
    found = next((other for other in (_of_kind(workspace, own, each) for each in siblings) if other), None)
    return found, found is not None and own.kind in LEVELS


def _of_kind(workspace: Workspace, own: ElementRecord, element_id: str | None) -> Element | None:
    """The element with this id where it is in the files already, of the same kind and parent."""
    found = workspace.find(Key(element_id, own.kind == "retired")) if element_id else None
    if found is None or own.kind != found.KIND:
        return None
    return found if own.kind not in LEVELS or found.parent == own.parent else None  # type: ignore[attr-defined]


def _stand_alone(workspace: Workspace) -> bool:
    """Whether classifications have a file each, as far as there are several."""
    paths = [path for path, _, own in workspace.all_elements() if own.KIND == "classification"]
    return len(paths) == len(set(paths))


def _into_file(workspace: Workspace, own: ElementRecord, piece: Piece) -> None:
    """Put an element into the file for its kind: a new one, where the project reads files of that name."""
    alike = [path for path, _, other in workspace.all_elements() if own.kind == other.KIND and not other.nested_in]
    path = default_path(own, workspace.paths)
    if not (workspace.is_source(path) or path in workspace.paths):
        path = (alike or workspace.paths)[-1]
    elif own.kind != "classification" and alike:
        path = alike[-1]
    if path not in workspace.paths:
        workspace.create(path, f"# {modeline(path)}\n")
    root = workspace.document(path).root
    if isinstance(root, Mapping) and root:
        _into_root(workspace, path, root, own, piece)
    else:
        put_first(workspace, path, own.kind, piece)


def _into_root(workspace: Workspace, path: str, root: Mapping, own: ElementRecord, piece: Piece) -> None:
    here = [other for other in workspace.elements(path).values() if own.kind == other.KIND and not other.nested_in]
    if here:
        put_beside(workspace, here[-1], piece)
    else:
        put_into(workspace, path, root, own.kind, piece)
