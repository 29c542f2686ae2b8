"""The cover card of a process element, why it exists, and how far it reaches."""

from collections.abc import Iterator

from ltcarch.model import ProcessElement, Scenario
from ltcarch.model.parts import Trigger
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Line, Section, Span, Table, card, cell, line, prose, section, table


def cover(edition: Edition, element: ProcessElement) -> Table | None:
    """Number, names, level, classes, owner and state of a process element."""
    word = edition.word
    return card((word("Item"), word("Content")), _card(edition, element))


def _card(edition: Edition, element: ProcessElement) -> Iterator[tuple[str, Cell]]:
    word, architecture = edition.word, edition.architecture
    yield word("Number"), cell(architecture.hierarchy.number(element))
    yield word("Permanent id"), cell(Span(element.id, style="formula"))
    for language, name in element.name.values if element.name else ():
        if language and name != element.label(edition.language):
            yield edition.value("language", language), cell(name)
    yield word("Also called"), cell(*(edition.text(alias) for alias in element.aliases))
    yield word("Former ids"), cell(line(word(", ").join(element.former_ids)))
    kind = edition.value("classification", getattr(element, "kind", None))
    yield word("Level"), cell(line(edition.level(element), word(" ({more})", more=kind) if kind else None))
    yield from _classes(edition, element)
    yield word("Scenario"), _scenario(edition, element)
    yield word("Process owner"), _owner(edition, element)
    yield word("Deputies"), edition.links(element.deputies)
    yield word("Units that take part"), edition.links(element.units)
    lifecycle = edition.architecture.lifecycle(element)
    yield word("Stage"), cell(edition.value("stage", lifecycle.stage))
    yield (
        word("Reached in this stage"),
        cell(word(", ").join(edition.value("outcome", outcome) for outcome in lifecycle.done)),
    )
    yield word("Realises the capability"), edition.links(own.id for own in edition.users(element.id, "realised_by"))
    for framework, code in element.mappings.items():
        yield word("Code in {framework}", framework=framework.upper()), cell(code)


def _classes(edition: Edition, element: ProcessElement) -> Iterator[tuple[str, Cell]]:
    """The value on each axis: the element's own, else that of the nearest above."""
    because = edition.text(getattr(element, "axes_because", None))
    for axis in edition.architecture.project.axes.values():
        lineage = edition.architecture.hierarchy.lineage(element)
        stated = (
            above.axes[axis.id] for above in lineage if isinstance(above, ProcessElement) and axis.id in above.axes
        )
        value = next(stated, None)
        named = {own.id: edition.text(own.name) or own.id for own in axis.values}
        if value:
            reason = because if axis.id in element.axes else ""
            yield edition.text(axis.name) or axis.id, cell(named.get(value, value), reason)


def _scenario(edition: Edition, element: ProcessElement) -> Cell:
    scenario = getattr(element, "scenario", None)
    if scenario is None or not scenario.value:
        return ()
    dimension = edition.architecture.get(scenario.dimension, Scenario)
    named = {value.id: edition.text(value.name) for value in dimension.values} if dimension else {}
    value = named.get(scenario.value) or scenario.value
    return cell(line(edition.link(scenario.dimension), edition.word(": ") if scenario.dimension else None, value))


def _owner(edition: Edition, element: ProcessElement) -> Cell:
    responsibility = edition.architecture.responsibility
    stated = responsibility.owner_stated_at(element)
    if stated is None:
        return ()
    if not stated.owners:
        return cell(
            Span(edition.word("Open"), style="strong"), Span(edition.text(stated.unset.get("owner")), style="quiet")
        )
    inherited = edition.word("inherited from") if stated is not element else None
    above = line(Span(f"{inherited} ", style="quiet"), edition.numbered(stated)) if inherited else None
    return cell(*edition.links(stated.owners), above)


def document_control(edition: Edition, element: ProcessElement) -> Section | None:
    """Which edition of the description this is, since when and until when it is in force, and who approved it."""
    word, lifecycle = edition.word, edition.architecture.lifecycle(element)
    row = (
        cell(Span(lifecycle.version, style="strong")) if lifecycle.version else _open(edition, element, "version"),
        cell(edition.value("status", lifecycle.status)),
        cell(lifecycle.effective_from) or _open(edition, element, "effective_from"),
        cell(lifecycle.effective_to),
        cell(lifecycle.review_by) or _open(edition, element, "review_by"),
        edition.links(lifecycle.approvers) or _open(edition, element, "approvers"),
        cell(lifecycle.approved_on) or _open(edition, element, "approved_on"),
    )
    columns = (
        "Version", "Status", "In force from", "In force until", "To be reviewed by", "Approved by", "Approved on",
    )  # fmt: skip
    return section("document", word("Document control"), table([word(column) for column in columns], [row]))


def _open(edition: Edition, element: ProcessElement, attribute: str) -> Cell:
    """That something is knowingly open, and why, as the element, one above it or the company says; else nothing."""
    above = (*edition.architecture.hierarchy.lineage(element), edition.architecture.company)
    reason = next((own.unset[attribute] for own in above if attribute in own.unset), None)
    if reason is None:
        return ()
    return cell(Span(edition.word("Open"), style="strong"), Span(edition.text(reason), style="quiet"))


def purpose(edition: Edition, element: ProcessElement) -> Section | None:
    """Why the element exists, what it serves, and how it answers to the customer's own process."""
    contributes = (edition.value("contributes", value) for value in element.contributes)
    served = edition.facts(
        ("Contributes to", cell(edition.word(", ").join(contributes))),
        ("Strategy goals", cell(edition.in_a_row(element.goals))),
        ("Customer's step", cell(edition.text(element.customer_step))),
    )
    return section(
        "purpose",
        edition.word("Purpose"),
        prose(Span(edition.text(element.purpose), style="strong")),
        prose(edition.text(element.description)),
        served,
    )


def scope(edition: Edition, element: ProcessElement) -> Section | None:
    """What belongs to the element, what starts it and how it ends."""
    reach = element.scope
    covered = edition.facts(
        ("Belongs to it", cell(*(edition.text(text) for text in reach.in_)) if reach else ()),
        ("Does not belong to it", cell(*(edition.text(text) for text in reach.out)) if reach else ()),
        ("Triggers", cell(*(trigger_line(edition, trigger) for trigger in element.triggers))),
        ("End state", cell(edition.text(element.end_state))),
        ("Ends", cell(*(edition.text(end.name) or end.id for end in element.ends))),
        ("Suppliers", cell(edition.in_a_row(element.suppliers))),
        ("Customers", cell(edition.in_a_row(element.customers))),
    )
    return section("scope", edition.word("Scope"), covered)


def trigger_line(edition: Edition, trigger: Trigger) -> Line:
    """What starts an element, in one line."""
    word = edition.word
    every = word(", every {duration}", duration=edition.duration(trigger.every)) if trigger.every else None
    return line(
        edition.text(trigger.name) or edition.value("trigger", trigger.type),
        word(": ") if trigger.artifact else None,
        edition.link(trigger.artifact),
        word(", from ") if trigger.from_ else None,
        edition.link(trigger.from_),
        every,
    )


def customer_match(edition: Edition, element: ProcessElement) -> Section | None:
    """Which activity answers to which step in the customer's own process."""
    word = edition.word
    own = (step for step in edition.architecture.sequence.steps(element) if getattr(step, "customer_step", None))
    rows = [(cell(edition.text(step.customer_step)), cell(edition.numbered(step))) for step in own]
    columns = (word("Customer's step"), word("Answered by"))
    return section("customer", word("Match with the customer's process"), table(columns, rows))


def built_in(edition: Edition, element: ProcessElement) -> Section | None:
    """How the management elements are built into the process."""
    word = edition.word
    rows = ((cell(edition.value("element", own.kind)), cell(edition.text(own.how))) for own in element.elements)
    return section("elements", word("Built in"), table((word("Management element"), word("How")), rows))


def exceptions(edition: Edition, element: ProcessElement) -> Section | None:
    """Known exceptions and to whom they escalate."""
    word = edition.word
    rows = (
        (cell(edition.text(own.case)), cell(edition.text(own.handling)), cell(edition.link(own.escalate_to)))
        for own in element.exceptions
    )
    columns = (word("Exception"), word("Handling"), word("Escalates to"))
    return section("exceptions", word("Exceptions"), table(columns, rows))


def maturity(edition: Edition, element: ProcessElement) -> Section | None:
    """The assessed maturity."""
    assessed = element.maturity
    if assessed is None:
        return None
    rows = edition.facts(
        ("Model", cell(edition.value("maturity_model", assessed.model))),
        ("Level", cell("" if assessed.level is None else str(assessed.level))),
        *((edition.value("enabler", enabler), cell(str(level))) for enabler, level in assessed.enablers.items()),
        ("Evidence", cell(edition.text(assessed.evidence))),
        ("Assessed on", cell(assessed.date)),
    )
    return section("maturity", edition.word("Maturity"), rows)
