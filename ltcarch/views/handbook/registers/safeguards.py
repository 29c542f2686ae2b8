"""Risks, controls, segregated duties and policies."""

from ltcarch.model import Control, Policy, Risk, Segregation
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Section, cell, section
from ltcarch.views.handbook.process.safeguards import last_test, segregation_table
from ltcarch.views.handbook.registers.table import count, processes_of, register_table


def controls(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word
    return (
        register_table(
            edition,
            "control-points",
            edition.word("Control points"),
            architecture.all(Control),
            ("Type", lambda own: cell(edition.value("control", own.type))),
            ("At activity", lambda own: cell(*(edition.step(activity) for activity in own.activities))),
            ("Against", lambda own: edition.links(own.risks)),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Tester", lambda own: cell(edition.link(own.tester))),
            ("Last test", lambda own: last_test(edition, own)),
            ("Next test", lambda own: cell(own.next_test)),
        ),
        register_table(
            edition,
            "risks",
            edition.word("Risks"),
            architecture.all(Risk),
            ("Likelihood", lambda own: cell(edition.value("rating", own.likelihood))),
            ("Impact", lambda own: cell(edition.value("rating", own.impact))),
            ("Rating", lambda own: cell(edition.value("rating", own.rating))),
            ("Affects", lambda own: cell(*(edition.step(affected) for affected in own.affects))),
            ("Met by", lambda own: edition.links(found.id for found in edition.concerning([own.id], Control, "risks"))),
            ("Owner", lambda own: cell(edition.link(own.owner))),
        ),
        section(
            "segregation",
            word("Segregation of duties (SOD)"),
            segregation_table(edition, architecture.all(Segregation), marked=True),
        ),
    )


def policies(edition: Edition) -> tuple[Section | None, ...]:
    return (
        register_table(
            edition,
            "policies",
            edition.word("Policies"),
            edition.architecture.all(Policy),
            ("Version", lambda own: cell(own.version)),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Carried out by", lambda own: processes_of(edition, edition.users(own.id, "policies"))),
            ("Used", lambda own: count(len(edition.users(own.id, "policies")))),
        ),
    )
