"""The page of a role: what is expected of whoever plays it, across all processes."""

from collections.abc import Iterator

from ltcarch.model import Activity, Control, Element, Kpi, Policy, Role, Segregation, Team
from ltcarch.model.parts import Raci
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import responsibility, work
from ltcarch.views.handbook.elements.sheet import Sheet
from ltcarch.views.handbook.page import Cell, Line, Section, cell, line, section, table
from ltcarch.views.handbook.process.measures import kpi_table
from ltcarch.views.handbook.process.safeguards import method, segregation_table
from ltcarch.views.handbook.process.steps import hands_over
from ltcarch.views.handbook.registers.table import processes_of


def sheet(edition: Edition, role: Role) -> Sheet:
    """What stands on the page of a role."""
    return Sheet(_card(edition, role), _sections(edition, role))


def _card(edition: Edition, role: Role) -> Iterator[tuple[str, Cell]]:
    own = edition.architecture.responsibility
    doing = own.activities(role.id)
    yield "Held by", cell(*(_holder(edition, position) for position in edition.holders(role.id)))
    yield "Team", edition.links(own.teams(role.id))
    yield "Acts in", processes_of(edition, doing)


def _holder(edition: Edition, position_id: str) -> Line:
    """A position with who holds it."""
    position = edition.architecture.elements[position_id]
    holder = getattr(position, "holder", None)
    return line(edition.link(position_id), edition.word(" ({more})", more=holder) if holder else None)


def _sections(edition: Edition, role: Role) -> Iterator[Section | None]:
    doing = edition.architecture.responsibility.activities(role.id)
    yield _duties(edition, role)
    yield responsible_for(edition, doing)
    yield from _in_teams(edition, role)
    yield from other_parts(edition, role)
    yield responsibility.decisions(edition, role, doing=doing)
    yield responsibility.approvals(edition, role)
    yield responsibility.escalations(edition, role)
    yield _controls(edition, doing)
    yield _segregation(edition, role, doing)
    yield _kpis(edition, role, doing)
    yield _rules(edition, doing)
    yield responsibility.documents(edition, _documents(role, doing))
    yield _systems(edition, doing)
    yield responsibility.owned_processes(edition, role)
    yield responsibility.owned_elements(edition, role)
    yield responsibility.tested_controls(edition, role)


def _duties(edition: Edition, role: Role) -> Section | None:
    text = edition.text
    duties = edition.facts(
        ("Responsibility", cell(text(role.responsibility))),
        ("Authority", cell(text(role.authority))),
        ("Rules", cell(*(text(rule) for rule in role.rules))),
        ("Skills", cell(*(text(skill) for skill in role.skills))),
    )
    return section("duties", edition.word("Duties"), duties)


def responsible_for(edition: Edition, activities: tuple[Activity, ...]) -> Section | None:
    """The activities that one does, with what they take and make, and to whom the work goes on."""
    made = work.work_table(
        edition,
        activities,
        work.inputs(edition),
        work.outputs(edition),
        work.systems(edition),
        ("Hands over to", lambda own: _receivers(edition, own)),
    )
    return section("responsible", edition.word("Responsible for"), made)


def _receivers(edition: Edition, element: Element) -> Cell:
    return edition.links(hands_over(edition.architecture, element)) if isinstance(element, Activity) else ()


def _in_teams(edition: Edition, role: Role) -> Iterator[Section | None]:
    """What the teams do and decide to which the role belongs."""
    for own in edition.architecture.responsibility.teams(role.id):
        team = edition.architecture.get(own, Team)
        if team is None:
            continue
        doing = edition.architecture.responsibility.activities(own)
        rights = edition.facts(("Decision rights", cell(*(edition.text(right) for right in team.decision_rights))))
        made = work.work_table(edition, doing, work.inputs(edition), work.outputs(edition))
        heading = edition.word("As a member of {team}", team=edition.name(own))
        yield section("team", heading, rights, made, responsibility.decisions(edition, team, doing=doing))


def other_parts(edition: Edition, holder: Element) -> Iterator[Section | None]:
    """The activities in which one takes part without doing them alone."""
    found = [own for own in edition.users(holder.id, "raci") if isinstance(own, Activity)]
    for attribute, heading in (
        ("responsible", "Also works on"),
        ("accountable", "Accountable for"),
        ("consulted", "Consulted on"),
        ("informed", "Informed of"),
    ):
        own = [activity for activity in found if holder.id in getattr(activity.raci or Raci(), attribute)]
        made = work.work_table(edition, own, work.done_by(edition), work.inputs(edition), work.outputs(edition))
        yield section(attribute, edition.word(heading), made)


def _controls(edition: Edition, doing: tuple[Activity, ...]) -> Section | None:
    """The control points at the activities of a role."""
    word = edition.word
    rows = [
        (
            cell(edition.link(own.id), word("KCP") if own.key else None),
            cell(*(edition.step(at) for at in own.activities)),
            method(edition, own),
            edition.links(own.evidence),
        )
        for own in edition.concerning((activity.id for activity in doing), Control, "activities")
    ]
    columns = (word("Control point"), word("At activity"), word("Method"), word("Evidence"))
    return section("controls", word("Control points to keep"), table(columns, rows))


def _segregation(edition: Edition, role: Role, doing: tuple[Activity, ...]) -> Section | None:
    """Duties that whoever has this role must not have together."""
    concerned = (role.id, *(own.id for own in doing))
    own = edition.concerning(concerned, Segregation, "first", "second")
    return section("segregation", edition.word("Segregation of duties (SOD)"), segregation_table(edition, own))


def _kpis(edition: Edition, role: Role, doing: tuple[Activity, ...]) -> Section | None:
    """The KPIs by which a role is measured: its own, then those of its activities."""
    ids = dict.fromkeys((*role.kpis, *(kpi for own in doing for kpi in own.kpis)))
    kpis = [kpi for own in ids if (kpi := edition.architecture.get(own, Kpi))]
    return section("measures", edition.word("Key performance indicators (KPI)"), kpi_table(edition, kpis))


def _rules(edition: Edition, doing: tuple[Activity, ...]) -> Section | None:
    """The policies that hold for the activities of a role."""
    word = edition.word
    ids = dict.fromkeys(policy for own in doing for policy in own.policies)
    rows = []
    for own in ids:
        policy = edition.architecture.get(own, Policy)
        where = (activity.id for activity in doing if own in activity.policies)
        text = edition.text(policy.text) if policy else ""
        rows.append((cell(edition.link(own)), cell(text), edition.some_steps(where, edition.places.get(own))))
    return section("policies", word("Policies"), table((word("Policy"), word("Text"), word("Applies to")), rows))


def _documents(role: Role, doing: tuple[Activity, ...]) -> Iterator[tuple[str, Element]]:
    yield from ((own, role) for own in role.documents)
    yield from ((own, activity) for activity in doing for own in activity.documents)


def _systems(edition: Edition, doing: tuple[Activity, ...]) -> Section | None:
    """The IT systems in which a role works."""
    word = edition.word
    ids = dict.fromkeys(system for own in doing for system in own.systems)
    rows = [
        (
            cell(edition.link(own)),
            edition.some_steps((step.id for step in doing if own in step.systems), edition.places.get(own)),
        )
        for own in ids
    ]
    return section("systems", word("IT systems"), table((word("System"), word("Used in")), rows))
