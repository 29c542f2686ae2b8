"""Phases, scenarios, other ways to cut the processes, and capabilities."""

from ltcarch.model import Grouping, Phase, Scenario
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Section,
    Table,
    cell,
    section,
    table,
)
from ltcarch.views.handbook.process.surroundings import capability_rows, decomposition, phase_table
from ltcarch.views.handbook.registers.table import register_table


def decompositions(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word
    phased = dict.fromkeys(phase.process or "" for phase in architecture.all(Phase))
    phases = (
        section("phases-of", edition.name(process), _phases_of(edition, process)) for process in phased if process
    )
    cuts = (
        section("decomposition", edition.name(own.id), *decomposition(edition, own), mark=edition.mark(own))
        for own in architecture.all(Grouping)
    )
    values = register_table(
        edition,
        "scenarios",
        edition.word("Scenarios"),
        architecture.all(Scenario),
        ("Values", lambda own: cell(*(edition.text(value.name) or value.id for value in own.values))),
    )
    return section("phases", word("Phases"), *phases), values, section("cuts", word("Other ways to cut"), *cuts)


def _phases_of(edition: Edition, process: str) -> Table | None:
    own = edition.concerning([process], Phase, "process")
    return phase_table(edition, own, marked=True)


def capabilities(edition: Edition) -> tuple[Table | None, ...]:
    word = edition.word
    return (table((word("Capability"), word("Description"), word("Realised by")), capability_rows(edition)),)
