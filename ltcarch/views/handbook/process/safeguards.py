"""What keeps a process safe: risks with their controls, and duties that are kept apart."""

from collections.abc import Iterable

from ltcarch.model import Activity, Control, ProcessElement, Risk, Segregation
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Row, Section, Span, Table, cell, line, section, table
from ltcarch.views.handbook.process.steps import activities_of


def controls(edition: Edition, element: ProcessElement) -> Section | None:
    """The risks of a process and the controls against them."""
    architecture, word = edition.architecture, edition.word
    inside = {element.id}
    if element.KIND in ("process", "subprocess"):
        inside.update(own.id for own in architecture.hierarchy.descendants(element))
    own = edition.concerning(inside, Control, "activities")
    affecting = {risk.id: risk for risk in edition.concerning(inside, Risk, "affects")}
    named = (architecture.get(risk, Risk) for control in own for risk in control.risks)
    affecting.update({risk.id: risk for risk in named if risk})
    made = _risk_control_table(edition, sorted(affecting.values(), key=edition.order), own)
    return section("controls", word("Risks and key control points"), made)


def _risk_control_table(edition: Edition, risks: Iterable[Risk], controls: list[Control]) -> Table | None:
    """Each risk with each control against it, wherever it stands; own controls without a risk stand last."""
    word = edition.word
    columns = (
        "Risk", "Rating", "Control point", "At activity", "Method", "Evidence",
        "Tester", "Last test",
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    met: set[str] = set()
    for risk in risks:
        answering = sorted(edition.concerning([risk.id], Control, "risks"), key=lambda found: found not in controls)
        met.update(control.id for control in answering)
        left = _risk(edition, risk)
        for control in answering:
            rows.append((*left, *_control(edition, control)))
            left = ((), ())
        if not answering:
            nothing = cell(Span(word("No control stated"), style="quiet"))
            rows.append((*left, nothing, *[()] * 5))
    rows.extend(((), (), *_control(edition, control)) for control in controls if control.id not in met)
    return table([word(column) for column in columns], rows)


def _risk(edition: Edition, risk: Risk) -> tuple[Cell, Cell]:
    parts = (("Likelihood", risk.likelihood), ("Impact", risk.impact))
    because = [
        edition.word(label) + edition.word(": ") + edition.value("rating", value) for label, value in parts if value
    ]
    rating = edition.value("rating", risk.rating)
    return cell(edition.link(risk.id)), cell(
        Span(rating, style="strong"), *(Span(own, style="quiet") for own in because)
    )


def _control(edition: Edition, control: Control) -> tuple[Cell, ...]:
    kind = edition.word("KCP") if control.key else ""
    return (
        cell(line(edition.link(control.id)), Span(kind, style="quiet")),
        cell(*(edition.step(own) for own in control.activities)),
        method(edition, control),
        edition.links(control.evidence),
        cell(edition.link(control.tester)),
        last_test(edition, control),
    )


def last_test(edition: Edition, control: Control) -> Cell:
    """How the last test of a control went, and when it was."""
    test = control.last_test
    return cell(edition.value("result", test.result), test.date, edition.text(test.note)) if test else ()


def method(edition: Edition, control: Control) -> Cell:
    """How a control works, of which type it is and how often it is applied."""
    traits = (edition.value("control", control.type), edition.value("frequency", control.frequency))
    more = edition.word(", ").join(trait for trait in traits if trait)
    return cell(edition.text(control.method), Span(more, style="quiet"))


def segregation(edition: Edition, element: ProcessElement) -> Section | None:
    """The segregated duties that concern a process."""
    architecture = edition.architecture
    if element.KIND not in ("process", "subprocess"):
        return None
    activities = activities_of(architecture, element)
    concerned = {own.id for own in activities} | {role for own in activities for role in own.roles}
    own = edition.concerning(concerned, Segregation, "first", "second")
    return section("segregation", edition.word("Segregation of duties (SOD)"), segregation_table(edition, own))


def segregation_table(edition: Edition, pairs: Iterable[Segregation], *, marked: bool = False) -> Table | None:
    """Duties that must not lie in one hand."""
    word = edition.word
    columns = ("Kept apart", "One side", "Other side", "Reason", "Compensating control")
    rows = [
        Row(
            (
                cell(edition.name(pair.id)) if pair.name else (),
                cell(*(_side(edition, own) for own in pair.first)),
                cell(*(_side(edition, own) for own in pair.second)),
                cell(edition.text(pair.reason)),
                cell(edition.link(pair.compensating_control)),
            ),
            edition.mark(pair) if marked else None,
        )
        for pair in pairs
    ]
    return table([word(column) for column in columns], rows)


def _side(edition: Edition, element_id: str) -> tuple[Span, ...]:
    """One of two duties: an activity with its role, or a role."""
    activity = edition.architecture.get(element_id, Activity)
    if activity is None or not activity.roles:
        return line(edition.step(element_id))
    more = edition.word(", ").join(edition.name(role) for role in activity.roles)
    return line(edition.step(element_id), Span(edition.word(" ({more})", more=more), style="quiet"))
