"""Risks, controls, segregated duties and policies."""

from ltcarch.model import Control, Policy, Risk, Segregation
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Cell,
    Section,
    cell,
    section,
)
from ltcarch.views.handbook.process.resources import address
from ltcarch.views.handbook.process.safeguards import method, segregation_table
from ltcarch.views.handbook.registers.table import register_table


def controls(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word
    return (
        register_table(
            edition,
            "risks",
            edition.word("Risks"),
            architecture.all(Risk),
            ("Likelihood", lambda own: cell(edition.value("rating", own.likelihood))),
            ("Impact", lambda own: cell(edition.value("rating", own.impact))),
            ("Rating", lambda own: cell(edition.value("rating", own.rating))),
            ("Affects", lambda own: cell(*(edition.step(affected) for affected in own.affects))),
            ("Owner", lambda own: cell(edition.link(own.owner))),
        ),
        register_table(
            edition,
            "control-points",
            edition.word("Control points"),
            architecture.all(Control),
            ("Against", lambda own: edition.links(own.risks)),
            ("At activity", lambda own: cell(*(edition.step(activity) for activity in own.activities))),
            ("Method", lambda own: method(edition, own)),
            ("Evidence", lambda own: edition.links(own.evidence)),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Tester", lambda own: cell(edition.link(own.tester))),
            ("Last test", lambda own: _last_test(edition, own)),
            ("Next test", lambda own: cell(own.next_test)),
        ),
        section(
            "segregation",
            word("Segregation of duties (SOD)"),
            segregation_table(edition, architecture.all(Segregation), marked=True),
        ),
    )


def _last_test(edition: Edition, control: Control) -> Cell:
    test = control.last_test
    return cell(edition.value("result", test.result), test.date, edition.text(test.note)) if test else ()


def policies(edition: Edition) -> tuple[Section | None, ...]:
    architecture = edition.architecture

    def carried_by(policy: Policy) -> Cell:
        return cell(*(edition.step(own.id) for own in edition.users(policy.id, "policies")))

    return (
        register_table(
            edition,
            "policies",
            edition.word("Policies"),
            architecture.all(Policy),
            ("Text", lambda own: cell(edition.text(own.text))),
            ("Version", lambda own: cell(own.version)),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Carried out by", carried_by),
            ("Address", lambda own: address(own.url)),
        ),
    )
