"""The whole way from a project folder to a linked architecture."""

from array import array
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ltcarch.diagnostics import Diagnostic, Related, Severity
from ltcarch.diagnostics.limit import MOST_OF_A_FILE, MOST_OF_A_RULE, at_most, in_bounds
from ltcarch.loading import shape
from ltcarch.loading.collector import collector_off
from ltcarch.loading.construct import construct_elements
from ltcarch.loading.files import PROJECT_FILE, Files, FilesOnDisk, stays_inside
from ltcarch.loading.memory import Memory, Shelf
from ltcarch.loading.mismatch_messages import explain, is_told_elsewhere, subject_of
from ltcarch.loading.project import construct_project, with_files
from ltcarch.loading.references import reference_faults
from ltcarch.loading.schema_places import key_words
from ltcarch.loading.shape import Mismatch
from ltcarch.loading.unseen import Unseen
from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element
from ltcarch.model.register import Retired
from ltcarch.source.document import Document, Mapping
from ltcarch.source.faults import Fault, Unusable
from ltcarch.source.reader import read
from ltcarch.source.stored import restored, stored
from ltcarch.source.text import Location, SourceText

NOTHING_TO_READ = ("SRC12", "nothing-to-read")
MOST_NAMED = 10
_LARGEST_ON_SHELF = 2_000_000
"""Bytes of a file that may be kept parsed: of a larger one that takes more room than its time is worth."""
_NAMES = {
    "SRC01": "unreadable-file", "SRC02": "not-utf8", "SRC03": "control-character", "SRC04": "syntax",
    "SRC05": "duplicate-key", "SRC06": "alias", "SRC07": "tag", "SRC08": "several-documents", "SRC09": "too-deep",
    "SRC10": "too-large", "SRC11": "key-not-text",
}  # fmt: skip


class Loaded(NamedTuple):
    """What came of reading a project: the architecture as far as it goes, and what was found on the way.

    Where `has_settings` is false, the project file could not be read, and nobody knows what is asked of the others.
    `documents` are the architecture files that could be read, by path.
    """

    architecture: Architecture
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    has_settings: bool
    documents: dict[str, Document]


def load(folder: Path, memory: Memory | None = None) -> Loaded:
    """The project in a folder. Raises nothing: whatever is wrong is among the diagnostics.

    With a memory, files that it knows are not parsed again.
    """
    return load_files(FilesOnDisk(folder), memory)


@collector_off()
def load_files(files: Files, memory: Memory | None = None) -> Loaded:
    """The project of these files. Raises nothing: whatever is wrong is among the diagnostics."""
    found: list[Diagnostic] = []
    memory = memory or Memory()
    project_file = _read(files, PROJECT_FILE, shape.PROJECT, found, memory).document
    project_document = project_file or _nothing(PROJECT_FILE)
    project, company = construct_project(project_document)
    paths = _paths(files, project_document, project.sources, found)
    elements: dict[str, Element] = {company.id: company}
    duplicates: list[Element] = []
    retired: list[Retired] = []
    documents: dict[str, Document] = {}
    unseen = Unseen(has_dark_file=project_file is None or not all(map(stays_inside, project.sources)))
    for path in paths:
        file = _read(files, path, shape.ARCHITECTURE, found, memory)
        if file.document is None:
            unseen.add_text(file.source.text)
            continue
        documents[path] = file.document
        faulty = _faulty(file.document, file.mismatches) if file.mismatches else {}
        unseen.add_nameless(file.document, file.mismatches)
        _take(construct_elements(file.document, faulty), elements, duplicates, retired)
    architecture = Architecture(
        with_files(project, (PROJECT_FILE, *paths)),
        company,
        elements,
        tuple(duplicates),
        tuple(retired),
        frozenset(unseen.ids),
        frozenset(unseen.words),
        unseen.has_dark_file,
    )
    found.extend(at_most(MOST_OF_A_RULE, reference_faults(architecture)))
    memory.close_run()
    diagnostics = tuple(sorted(set(found), key=lambda diagnostic: diagnostic.order))
    return Loaded(architecture, diagnostics, tuple(paths), project_file is not None, documents)


def _take(
    found: Iterable[Element], elements: dict[str, Element], duplicates: list[Element], retired: list[Retired]
) -> None:
    for element in found:
        if isinstance(element, Retired):
            retired.append(element)
        elif element.id in elements:
            duplicates.append(element)
        else:
            elements[element.id] = element


def _nothing(path: str) -> Document:
    """A document without anything in it."""
    empty = Mapping()
    empty.marks = 0
    return Document(SourceText(path, ""), empty, array("I"))


def _paths(files: Files, document: Document, patterns: tuple[str, ...], found: list[Diagnostic]) -> list[str]:
    inside = tuple(pattern for pattern in patterns if stays_inside(pattern))
    root = document.root if isinstance(document.root, Mapping) else Mapping()
    for index, pattern in enumerate(patterns):
        if pattern not in inside:
            place = document.locate(root, ("sources", index))
            found.append(
                Diagnostic(
                    "SRC01",
                    _NAMES["SRC01"],
                    Severity.ERROR,
                    f"`{pattern}` leads out of the project folder",
                    place,
                    help="name folders inside of the project",
                )
            )
    paths = files.matching(inside)
    if not paths and root and inside:
        place = document.locate(root, ("sources",))
        found.append(
            Diagnostic(
                *NOTHING_TO_READ,
                Severity.ERROR,
                f"no file matches {', '.join(f'`{pattern}`' for pattern in patterns[:MOST_NAMED])}",
                place,
                help="write your architecture into such a file, or change `sources:`",
            )
        )
    return paths


class _File(NamedTuple):
    """One file as far as it could be read. `mismatches` are where its data does not fit the schema."""

    source: SourceText
    document: Document | None = None
    mismatches: tuple[Mismatch, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def _read(files: Files, path: str, kind: str, found: list[Diagnostic], memory: Memory) -> _File:
    """One file of a project. What is wrong with it is added to `found`."""
    try:
        data = files.read(path)
        file = memory.recall(kind, path, data, lambda: _shelved(path, data, kind, memory.shelf))
    except Unusable as unusable:
        source = SourceText(path, "")
        file = _File(source, diagnostics=(_from_fault(source, unusable.fault),))
    found.extend(file.diagnostics)
    return file


def _shelved(path: str, data: bytes, kind: str, shelf: Shelf | None) -> _File:
    """One file from its bytes; parsed and held against the schema only if no earlier run found it without fault."""
    known = shelf.find(kind, path) if shelf else None
    source = SourceText(path, data.decode("utf-8", errors="replace").removeprefix("\ufeff")) if known else None
    document = restored(source, known) if source and known else None
    if document is not None:
        return _File(document.source, document)
    file = _parsed(path, data, kind)
    is_faultless = not file.diagnostics and not file.mismatches
    if shelf and file.document and file.document.root and is_faultless and len(data) <= _LARGEST_ON_SHELF:
        shelf.note(kind, path, partial(stored, file.document))
    return file


def _parsed(path: str, data: bytes, kind: str) -> _File:
    """One file from its bytes."""
    try:
        document, faults = read(path, data)
    except Unusable as unusable:
        source = SourceText(path, data.decode("utf-8", errors="replace").removeprefix("\ufeff"))
        return _File(source, diagnostics=(_from_fault(source, unusable.fault),))
    if document.root is None:
        document = Document(document.source, _nothing(path).root, document.marks)
    mismatches = tuple(shape.mismatches(kind, document.root))
    own = (explain(document, kind, mismatch) for mismatch in mismatches if not is_told_elsewhere(document, mismatch))
    told = (*(_from_fault(document.source, fault) for fault in faults), *at_most(MOST_OF_A_FILE, own, "shape_findings"))
    return _File(document.source, document, mismatches, told)


def _from_fault(source: SourceText, fault: Fault) -> Diagnostic:
    related = (Related(Location(source, fault.related[0]), fault.related[1]),) if fault.related else ()
    return in_bounds(
        Diagnostic(
            code=fault.code,
            rule=_NAMES[fault.code],
            severity=Severity.ERROR,
            message=fault.message,
            location=Location(source, fault.span),
            help=fault.help,
            related=related,
        )
    )


def _faulty(document: Document, mismatches: Iterable[Mismatch]) -> dict[int, frozenset[str]]:
    """By element, the attributes whose shape was reported, misspelt ones under the name that was likely meant."""
    faulty: dict[int, set[str]] = {}
    for mismatch in mismatches:
        element, rest, _ = subject_of(document.root, mismatch.path)
        if element is None:
            continue
        attribute = str(rest[0]) if rest else mismatch.subject
        names = faulty.setdefault(id(element), set())
        names.add(attribute)
        if mismatch.keyword == "additionalProperties" and len(rest) == 1:
            meant = key_words(document.source, shape.ARCHITECTURE, mismatch.path[:-1]).nearest(attribute)
            names.update([meant] if meant else ())
    return {identity: frozenset(names) for identity, names in faulty.items()}
