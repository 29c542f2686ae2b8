"""The pages of IT systems and policies."""

from collections.abc import Iterator

from ltcarch.model import Activity, Artifact, Kpi, Policy, ProcessElement, System, Task
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements import work
from ltcarch.views.handbook.elements.sheet import Sheet
from ltcarch.views.handbook.page import Cell, Section, Table, cell, prose, section, table
from ltcarch.views.handbook.process.resources import address


def system_sheet(edition: Edition, system: System) -> Sheet:
    """What stands on the page of an IT system."""
    return Sheet(_system_card(edition, system), _system_sections(edition, system))


def _system_card(edition: Edition, system: System) -> Iterator[tuple[str, Cell]]:
    yield "Owner", cell(edition.link(system.owner))
    yield "Address", address(system.url)
    others = (*system.integrates_with, *(own.id for own in edition.users(system.id, "integrates_with")))
    yield "Integrated with", edition.links(others)


def _system_sections(edition: Edition, system: System) -> Iterator[Section | None]:
    word, users = edition.word, edition.users(system.id, "systems")
    whole = [own for own in users if isinstance(own, ProcessElement)]
    rows = [(cell(edition.numbered(own)), cell(edition.text(own.purpose))) for own in whole]
    yield section("processes", word("Carries the process as a whole"), table((word("Process"), word("Purpose")), rows))
    doing = [own for own in users if isinstance(own, Activity)]
    made = work.work_table(edition, doing, work.done_by(edition), work.inputs(edition), work.outputs(edition))
    yield section("activities", word("Activities"), made)
    yield section("tasks", word("Tasks"), _tasks(edition, system))
    holds = edition.facts(
        ("Artifacts", edition.links(own.id for own in edition.concerning([system.id], Artifact, "system"))),
        ("KPIs", edition.links(own.id for own in edition.concerning([system.id], Kpi, "source"))),
    )
    yield section("data", word("Holds the data of"), holds)


def _tasks(edition: Edition, system: System) -> Table | None:
    """The tasks that are done in a system, with the screen."""
    word = edition.word
    rows = [
        (cell(edition.step(own.id)), cell(edition.text(own.instruction)), cell(edition.text(own.screen)))
        for own in edition.concerning([system.id], Task, "system")
    ]
    return table((word("Task"), word("Instruction"), word("Screen")), rows)


def policy_sheet(edition: Edition, policy: Policy) -> Sheet:
    """What stands on the page of a policy."""
    return Sheet(_policy_card(edition, policy), _policy_sections(edition, policy))


def _policy_card(edition: Edition, policy: Policy) -> Iterator[tuple[str, Cell]]:
    yield "Version", cell(policy.version)
    yield "Owner", cell(edition.link(policy.owner))
    yield "Address", address(policy.url)


def _policy_sections(edition: Edition, policy: Policy) -> Iterator[Section | None]:
    word = edition.word
    yield section("text", word("Text"), prose(edition.text(policy.text)))
    carrying = edition.users(policy.id, "policies")
    where = [own for own in carrying if isinstance(own, (Activity, ProcessElement))]
    yield section("carried-out", word("Carried out by"), work.work_table(edition, where, work.done_by(edition)))
