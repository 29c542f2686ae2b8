"""The cover of a controlled document: what it is, which edition, and who answers for it."""

from collections.abc import Iterator

from ltcarch.model import Architecture, Element, Position, ProcessElement, Role
from ltcarch.model.parts import Lifecycle
from ltcarch.publish.document.content import Approval, Cover
from ltcarch.publish.document.text import printable
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Span, cell, line


def cover(edition: Edition, of: Element | None, title: str) -> Cover:
    """The cover of a document about an element, or about the whole company."""
    architecture = edition.architecture
    element = of or architecture.company
    facts = tuple((printable(label), _plain(content)) for label, content in _facts(edition, element) if content)
    return Cover(
        company=printable(edition.name(architecture.company.id)),
        kind=edition.word(_kind(architecture, element)),
        title=printable(title),
        other_names=tuple(printable(name) for name in _other_names(edition, element)),
        facts=facts,
        approvals=tuple(_approvals(edition, element)),
        running=printable(_running(edition, element)),
    )


def _kind(architecture: Architecture, element: Element) -> str:
    if element is architecture.company:
        return "Process handbook"
    if isinstance(element, ProcessElement):
        return "Process document"
    return "Role handbook" if isinstance(element, Role) else "Data sheet"


def _other_names(edition: Edition, element: Element) -> Iterator[str]:
    """The names in the other languages of the project."""
    if element.name:
        shown = element.label(edition.language)
        yield from (name for language, name in element.name.values if language and name != shown)


def _facts(edition: Edition, element: Element) -> Iterator[tuple[str, Cell]]:
    """What tells this document and its edition from others; what must be known of it is said to be open if it is."""
    word, lifecycle = edition.word, edition.architecture.lifecycle(element)
    if isinstance(element, ProcessElement):
        yield word("Number"), cell(edition.architecture.hierarchy.number(element))
    yield word("Permanent id"), cell(element.id)
    if isinstance(element, ProcessElement):
        yield word("Level"), cell(edition.level(element))
    yield word("Version"), cell(lifecycle.version) or _open(edition, element, "version")
    yield word("Status"), cell(edition.value("status", lifecycle.status))
    yield word("In force from"), cell(lifecycle.effective_from) or _open(edition, element, "effective_from")
    yield word("In force until"), cell(lifecycle.effective_to)
    yield word("To be reviewed by"), cell(lifecycle.review_by)
    if isinstance(element, ProcessElement):
        yield word("Process owner"), cell(*_owners(edition, element)) or _open(edition, element, "owner")
    if isinstance(element, Role):
        yield word("Held by"), cell(*(edition.name(own) for own in edition.holders(element.id)))
    yield word("Approved by"), cell(*_approvers(edition, lifecycle)) or _open(edition, element, "approvers")
    yield word("Approved on"), cell(lifecycle.approved_on)


def _open(edition: Edition, element: Element, attribute: str) -> Cell:
    """That something is not decided, with the reason where the element or one above states it."""
    lineage = edition.architecture.hierarchy.lineage(element)
    above = (*lineage, edition.architecture.company)
    reason = next((edition.text(own.unset[attribute]) for own in above if attribute in own.unset), "")
    return cell(
        line(edition.word("Open"), Span(edition.word(" ({more})", more=reason), style="quiet") if reason else None)
    )


def _owners(edition: Edition, element: ProcessElement) -> Iterator[str]:
    stated = edition.architecture.responsibility.owner_stated_at(element)
    for owner in stated.owners if stated else ():
        yield _person(edition, owner)


def _approvers(edition: Edition, lifecycle: Lifecycle) -> Iterator[str]:
    return (_person(edition, own) for own in lifecycle.approvers)


def _person(edition: Edition, position_id: str) -> str:
    """A position with who holds it, as far as that is told."""
    position = edition.architecture.get(position_id, Position)
    name = edition.name(position_id)
    return edition.word("{name}, {holder}", name=name, holder=position.holder) if position and position.holder else name


def _approvals(edition: Edition, element: Element) -> Iterator[Approval]:
    """Everybody who signs for the document."""
    word, lifecycle = edition.word, edition.architecture.lifecycle(element)
    if isinstance(element, ProcessElement):
        for owner in dict.fromkeys(_owners(edition, element)):
            yield Approval(word("Process owner"), printable(owner), "")
    for approver in tuple(_approvers(edition, lifecycle)) or ("",):
        yield Approval(word("Approved by"), printable(approver), printable(lifecycle.approved_on or ""))


def _running(edition: Edition, element: Element) -> str:
    """The edition of the document in a few words."""
    lifecycle = edition.architecture.lifecycle(element)
    version = edition.word("Version {version}", version=lifecycle.version) if lifecycle.version else ""
    status = edition.value("status", lifecycle.status)
    number = edition.architecture.hierarchy.number(element) if isinstance(element, ProcessElement) else ""
    return " · ".join(part for part in (number or "", version, status) if part)


def _plain(content: Cell) -> Cell:
    """A cell that leads nowhere."""
    return tuple(tuple(Span(printable(span.text), style=span.style) for span in line) for line in content)
