"""What roles, positions and units answer for beside activities: what they own, approve, decide and test."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Activity, Artifact, Control, Element, ProcessElement
from ltcarch.model.parts import AuthorityLimit, ExceptionCase
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Section, cell, section, table
from ltcarch.views.handbook.process.steps import limit_line
from ltcarch.views.handbook.registers.table import processes_of

_OWNED = (
    ("kpi", "KPIs"),
    ("goal", "Strategy goals"),
    ("key_task", "Key tasks"),
    ("risk", "Risks"),
    ("control", "Control points"),
    ("artifact", "Artifacts"),
    ("system", "IT systems"),
    ("policy", "Policies"),
    ("change", "Changes"),
)
"""What can have an owner beside processes."""


def owned_processes(edition: Edition, holder: Element, attribute: str = "owner") -> Section | None:
    """The processes that a position or role owns, or for whose owner it deputises."""
    word, architecture = edition.word, edition.architecture
    own = (user for user in edition.users(holder.id, attribute) if isinstance(user, ProcessElement))
    rows = [
        (
            cell(architecture.hierarchy.number(element)),
            cell(edition.link(element.id)),
            cell(edition.level(element)),
            cell(edition.value("status", architecture.lifecycle(element).status)),
            cell(architecture.lifecycle(element).version),
            cell(architecture.lifecycle(element).review_by),
        )
        for element in own
    ]
    heading = word("Owns the processes") if attribute == "owner" else word("Deputises for the owner of")
    columns = ("No.", "Process", "Level", "Status", "Version", "To be reviewed by")
    return section(attribute, heading, table([word(column) for column in columns], rows))


def owned_elements(edition: Edition, holder: Element) -> Section | None:
    """All else that a position, role or unit answers for as its owner."""
    own = edition.users(holder.id, "owner")
    by_kind = ((label, [user for user in own if kind == user.KIND]) for kind, label in _OWNED)
    found = edition.facts(*((label, edition.links(user.id for user in users)) for label, users in by_kind))
    return section("owned", edition.word("Answers for"), found)


def tested_controls(edition: Edition, holder: Element) -> Section | None:
    """The control points that a position, role or unit tests."""
    word = edition.word
    rows = [
        (
            cell(edition.link(own.id)),
            cell(edition.value("frequency", own.frequency)),
            processes_of(edition, (edition.architecture.elements[at] for at in own.activities if edition.knows(at))),
            cell(own.next_test),
        )
        for own in edition.concerning([holder.id], Control, "tester")
    ]
    columns = ("Control point", "Frequency", "Process", "Next test")
    return section("tests", word("Tests"), table([word(column) for column in columns], rows))


def approvals(edition: Edition, holder: Element) -> Section | None:
    """The processes whose documents a position, role or team approves, with what was approved last."""
    word, architecture = edition.word, edition.architecture
    own = [
        element
        for element in architecture.all(ProcessElement)
        if holder.id in architecture.lifecycle(element).approvers and not _is_approved_above(edition, element)
    ]
    rows = [
        (
            cell(edition.numbered(element)),
            cell(architecture.lifecycle(element).version),
            cell(architecture.lifecycle(element).approved_on),
        )
        for element in own
    ]
    columns = (word("Process"), word("Version"), word("Approved on"))
    return section("approvals", word("Approves the description of"), table(columns, rows))


def _is_approved_above(edition: Edition, element: ProcessElement) -> bool:
    """Whether the element is approved together with the one above it."""
    above, architecture = edition.architecture.hierarchy.parent(element), edition.architecture
    return above is not None and architecture.lifecycle(above) is architecture.lifecycle(element)


def decisions(edition: Edition, holder: Element, *, doing: Iterable[Activity] = ()) -> Section | None:
    """The decisions that are taken, each up to a limit: by the activity's own word, else because one does it."""
    word = edition.word
    limits = {own.id: (own, found) for own, found in _limits(edition, holder)}
    deciding = (own for own in doing if own.decision and own.id not in limits)
    found = [*limits.values(), *((own, []) for own in deciding)]
    rows = [
        (
            cell(edition.step(own.id)),
            processes_of(edition, [own]),
            cell(edition.text(own.authority.amount) if own.authority else None),
            cell(*(limit_line(edition, own, limit, named=False) for limit in limits_)),
        )
        for own, limits_ in sorted(found, key=lambda pair: edition.order(pair[0]))
    ]
    columns = ("Decision", "Process", "Measured by", "Limit of authority")
    return section("decisions", word("Decisions and limits"), table([word(column) for column in columns], rows))


def _limits(edition: Edition, holder: Element) -> Iterator[tuple[Activity, list[AuthorityLimit]]]:
    for own in edition.users(holder.id, "authority"):
        if isinstance(own, Activity) and own.authority:
            yield own, [limit for limit in own.authority.limits if limit.role == holder.id]


def escalations(edition: Edition, holder: Element) -> Section | None:
    """The exceptions that are brought to a position, role or team."""
    word = edition.word
    found = [
        (element, element.exceptions[int(reference.path[1])])
        for element, reference in edition.mentions(holder.id, "exceptions")
        if isinstance(element, ProcessElement)
    ]
    rows = [(cell(edition.numbered(element)), *_exception(edition, own)) for element, own in found]
    columns = (word("Process"), word("Exception"), word("Handling"))
    return section("escalations", word("Is called upon for exceptions"), table(columns, rows))


def _exception(edition: Edition, own: ExceptionCase) -> tuple[Cell, Cell]:
    return cell(edition.text(own.case)), cell(edition.text(own.handling))


def documents(edition: Edition, ids: Iterable[tuple[str, Element]]) -> Section | None:
    """Templates, tools, trainings and documents, each with where it is used."""
    word = edition.word
    used: dict[str, dict[str, Element]] = {}
    for own, user in ids:
        used.setdefault(own, {})[user.id] = user
    rows = []
    for own, users in used.items():
        artifact = edition.architecture.get(own, Artifact)
        where = [user for user in users.values() if edition.in_hierarchy(user)]
        rows.append(
            (
                cell(edition.link(own)),
                cell(edition.value("artifact", artifact.type)) if artifact else (),
                cell(artifact.version) if artifact else (),
                edition.some_steps((user.id for user in sorted(where, key=edition.order)), edition.places.get(own)),
            )
        )
    columns = (word("Document"), word("Type"), word("Version"), word("Used in"))
    return section("documents", word("Documents, templates and trainings"), table(columns, rows))
