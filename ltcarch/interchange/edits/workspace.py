"""The files of a project while they are edited in memory: each is read anew after every edit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltcarch.interchange.records import Key
from ltcarch.loading.construct import construct_elements
from ltcarch.loading.files import Files, matches
from ltcarch.model.element import Element
from ltcarch.model.kinds import COLLECTIONS
from ltcarch.source.document import Document
from ltcarch.source.document import Mapping as SourceMapping
from ltcarch.source.document import Sequence as SourceSequence
from ltcarch.source.faults import Unusable
from ltcarch.source.reader import read
from ltcarch.writing.yaml_updates import Replacement, replaced

_BYTE_ORDER_MARK = "\ufeff"


class CannotEdit(Exception):
    """A change that the text of a file does not allow. The text of it is a plain sentence."""


class Workspace:
    """The files by path, as they are to be, and every element in them."""

    def __init__(self, files: Files, paths: Sequence[str], sources: Sequence[str]) -> None:
        self.paths = list(paths)
        self.sources = tuple(sources)
        self.former: dict[str, bytes] = {}
        self._files = files
        self._texts: dict[str, str] = {}
        self._documents: dict[str, Document] = {}
        self._elements: dict[str, dict[Key, Element]] = {}

    @property
    def new(self) -> dict[str, bytes]:
        """The content of each file that is not as it was."""
        said = {path: text.encode() for path, text in self._texts.items()}
        return {path: data for path, data in said.items() if self.former.get(path) != data}

    def text(self, path: str) -> str:
        """The text of a file as it is to be, with its byte order mark if it has one."""
        if path not in self._texts:
            self.former[path] = self._files.read(path)
            self._texts[path] = self.former[path].decode()
        return self._texts[path]

    def document(self, path: str) -> Document:
        """A file as it is to be."""
        if path not in self._documents:
            try:
                self._documents[path], _ = read(path, self.text(path).encode())
            except Unusable as unusable:
                raise CannotEdit(f"{path} could not be edited: {unusable.fault.message}") from None
        return self._documents[path]

    def elements(self, path: str) -> Mapping[Key, Element]:
        """The elements of a file as it is to be."""
        if path not in self._elements:
            found: dict[Key, Element] = {}
            for own in construct_elements(self.document(path), {}):
                found.setdefault(Key(own.id, own.KIND == "retired"), own)
            self._elements[path] = found
        return self._elements[path]

    def all_elements(self) -> Iterator[tuple[str, Key, Element]]:
        """Every element with its file."""
        for path in self.paths:
            for key, own in self.elements(path).items():
                yield path, key, own

    def find(self, key: Key) -> Element | None:
        """An element as it stands in its file now."""
        return next((self.elements(path)[key] for path in self.paths if key in self.elements(path)), None)

    def edit(self, path: str, edits: Iterable[Replacement]) -> bool:
        """Make edits of a file's text; whether they made a difference."""
        text = self.text(path)
        mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
        new = mark + replaced(text.removeprefix(mark), tuple(edits))
        if new == text:
            return False
        self._texts[path] = new
        self._documents.pop(path, None)
        self._elements.pop(path, None)
        return True

    def create(self, path: str, text: str) -> None:
        """Add a file."""
        self._texts[path] = text
        self.paths = sorted([*self.paths, path])

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        try:
            self.text(path)
        except Unusable:
            return False
        return True

    def is_source(self, path: str) -> bool:
        """Whether the project would read a file of this name."""
        return any(matches(path, pattern) for pattern in self.sources)

    def row(self, own: Element) -> tuple[SourceMapping, str, SourceSequence]:
        """Where an element stands: the map around its list, the key of the list, and the list."""
        document = own.origin.document
        key = COLLECTIONS[own.KIND]
        owner = document.root
        if own.nested_in is not None:
            owner = self.elements(document.source.path)[Key(own.nested_in)].origin.mapping
        return owner, key, owner[key]  # type: ignore[index,return-value]
