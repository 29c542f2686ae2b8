"""All changes of a project made in its files at once, or none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ltcarch.interchange.changes import (
    Added,
    Attribute,
    Change,
    Moved,
    Removed,
    Renamed,
    Reordered,
    Setting,
    changes_between,
)
from ltcarch.interchange.edits.attributes import set_attributes, set_settings
from ltcarch.interchange.edits.placing import place
from ltcarch.interchange.edits.structure import reorder, take_out
from ltcarch.interchange.edits.workspace import CannotEdit, Workspace
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, Key, Records, records_of
from ltcarch.loading.edited_files import EditedFiles
from ltcarch.loading.files import Files
from ltcarch.loading.load import Loaded, load_files
from ltcarch.model.element import Element
from ltcarch.model.kinds import LEVELS
from ltcarch.writing.yaml_updates import Update, updates


class Edited(NamedTuple):
    """The content of each file that changes, as it was (None for a new one) and as it is to be; what could not be made.

    Where something could not be made, nothing is to be written.
    """

    former: Mapping[str, bytes | None]
    new: Mapping[str, bytes]
    failed: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()


def edited(files: Files, loaded: Loaded, wanted: Records) -> Edited:
    """The files of a project that say what is wanted, with all else in their text as it was."""
    ours = records_of(loaded.architecture)
    workspace = Workspace(files, loaded.files, loaded.architecture.project.sources)
    reasons = _Edits(workspace, wanted, changes_between(ours, wanted)).make()
    new = workspace.new
    former = {path: workspace.former.get(path) for path in new}
    failed = _differences(EditedFiles(_Grown(files, workspace), new), wanted)
    return Edited(former, new, failed, tuple(reasons) if failed else ())


class _Grown(NamedTuple):
    """The files of a project with new ones, whose content is not asked of them."""

    files: Files
    workspace: Workspace

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        """The sorted paths of the files that match."""
        new = {path for path in self.workspace.new if self.workspace.former.get(path) is None}
        return sorted({*self.files.matching(patterns), *filter(self.workspace.is_source, new)})

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.files.read(path) if path not in self.workspace.new else self.workspace.new[path]


def _differences(files: Files, wanted: Records) -> tuple[Change, ...]:
    """What the files do not say as it is wanted; the order of elements in different lists is not theirs to say."""
    architecture = load_files(files).architecture
    left = changes_between(records_of(architecture), wanted)
    return tuple(own for own in left if not (isinstance(own, Reordered) and _stands_apart(architecture.elements, own)))


def _stands_apart(elements: Mapping[str, Element], change: Reordered) -> bool:
    """Whether only elements that stand in no common list are in another order than wanted."""
    nested = [own for own in change.new if own in elements and elements[own].nested_in]
    return nested == [own for own in change.old if own in nested]


class _Edits:
    """The changes of one project, made one after the other."""

    def __init__(self, workspace: Workspace, wanted: Records, changes: Sequence[Change]) -> None:
        self.workspace = workspace
        self.wanted = wanted
        self.changes = changes
        self.added = {own.record.key for own in changes if isinstance(own, Added)}
        self.placed: set[Key] = set()

    def make(self) -> list[str]:
        """Make them; why some could not be made."""
        reasons: list[str] = []
        steps = [
            lambda: self._rename(own for own in self.changes if isinstance(own, Renamed)),
            *(lambda own=own: self._put(own) for own in self.changes if isinstance(own, (Added, Moved))),
            *(lambda own=own: self._remove(own.record) for own in self._outermost_removed()),
            *(lambda own=own: self._reorder(own) for own in self.changes if isinstance(own, Reordered)),
            lambda: set_attributes(self.workspace, self._attributes()),
            self._set_settings,
        ]
        for step in steps:
            try:
                step()
            except CannotEdit as reason:
                reasons.append(str(reason))
        return reasons

    def _rename(self, renames: Iterable[Renamed]) -> None:
        names = {own.old: own.new for own in renames}
        for path in self.workspace.paths if names else ():
            edits = []
            for key, own in self.workspace.elements(path).items():
                document, mapping = own.origin.document, own.origin.mapping
                said = [name for name in _identifying(key, own) if mapping.get(name) in names]
                changed = [Update(name, mapping[name], names[mapping[name]]) for name in said]
                edits += updates(document, mapping, changed, ())
            self.workspace.edit(path, edits)

    def _put(self, change: Added | Moved) -> None:
        key = change.record.key if isinstance(change, Added) else change.key
        own = self.wanted.by_key[key]
        if key in self.placed:
            return
        if isinstance(change, Added):
            whole = self._is_new_throughout(own)
            self.placed |= {key, *(self._below(own) if whole else ())}
            place(self.workspace, self.wanted, own, change.after, whole=whole)
        else:
            self._move(own, change)

    def _move(self, own: ElementRecord, change: Moved) -> None:
        element = self.workspace.find(own.key)
        if element is None:
            return
        if element.nested_in is None and change.old[0] == change.new[0]:
            set_parent(self.workspace, element, own.parent)
            return
        lines = take_out(self.workspace, element)
        place(self.workspace, self.wanted, own, change.after, lines)
        moved = self.workspace.find(own.key)
        if moved is not None:
            set_parent(self.workspace, moved, None if moved.nested_in else own.parent)

    def _is_new_throughout(self, own: ElementRecord) -> bool:
        return all(key in self.added for key in self._below(own))

    def _below(self, own: ElementRecord) -> set[Key]:
        if own.kind not in LEVELS:
            return set()
        children = self.wanted.children(own.id)
        return {child.key for child in children}.union(*(self._below(child) for child in children))

    def _outermost_removed(self) -> list[Removed]:
        removed = [own for own in self.changes if isinstance(own, Removed)]
        ids = {own.record.id for own in removed if own.record.kind in LEVELS}
        return [own for own in removed if own.record.parent not in ids] + [
            own for own in removed if own.record.parent in ids
        ]

    def _remove(self, record: ElementRecord) -> None:
        element = self.workspace.find(record.key)
        if element is not None:
            take_out(self.workspace, element)

    def _reorder(self, change: Reordered) -> None:
        found = [own for own in (self.workspace.find(Key(each)) for each in change.new) if own is not None]
        together = [own for own in found if own.nested_in is not None]
        if len(together) > 1 and together != sorted(together, key=lambda own: own.position):
            reorder(self.workspace, together)

    def _attributes(self) -> dict[Key, dict[str, Data]]:
        found: dict[Key, dict[str, Data]] = {}
        for own in self.changes:
            if isinstance(own, Attribute):
                found.setdefault(own.key, {})[own.name] = own.new
        return found

    def _set_settings(self) -> None:
        wanted = {own.name: own.new for own in self.changes if isinstance(own, Setting)}
        if wanted:
            set_settings(self.workspace, wanted)


def set_parent(workspace: Workspace, own: Element, parent: str | None) -> None:
    """Let an element state this parent, or none."""
    mapping, document = own.origin.mapping, own.origin.document
    former = mapping.get("parent")
    if former != parent:
        edits = updates(document, mapping, [Update("parent", former, parent)], ("id", "parent"))
        workspace.edit(document.source.path, edits)


def _identifying(key: Key, own: Element) -> tuple[str, ...]:
    return ("id", "parent") if own.KIND in LEVELS else () if key.is_retired else ("id",)
