"""Sections of the page of a process that need a project of their own."""

import pytest

from ltcarch.loading import load
from ltcarch.views.handbook import Finding, handbook
from ltcarch.views.handbook.page import Picture, Prose, Span, Table
from tests.projects import write_project
from tests.views.handbooks import find, pages, rows, told, words

PROJECT = """
classifications:
  - id: A
    name: Sell
    owner: head
    unset: {approvers: The board decides}
    lifecycle: {version: 1.2.0, status: published, effective_from: 2026-02-01, review_by: 2027-02-01}
    groups:
      - id: A.1
        name: Win
        next: [A.2]
        processes:
          - id: A.1.1
            name: Bid
            next: [A.1.2]
            subprocesses:
              - {id: A.1.1.1, name: Open bid, scenario: {dimension: way, value: open},
                 activities: [{id: A.1.1.1.A1, name: Write, role: clerk, outputs: [offer]}]}
              - {id: A.1.1.2, name: Closed bid, scenario: {dimension: way, value: closed},
                 activities: [{id: A.1.1.2.A1, name: Call, role: caller, outputs: [offer]}]}
          - id: A.1.2
            name: Deliver
            activities:
              - {id: A.1.2.A1, name: Ship a lead, role: clerk, inputs: [offer], raci: {consulted: [caller]},
                 customer_step: Unpack}
              - {id: A.1.2.A2, name: Bill, role: caller, outputs: [bill]}
      - {id: A.2, name: Keep}
roles: [{id: clerk, name: Clerk}, {id: caller, name: Caller}]
positions: [{id: head, name: Head}]
artifacts: [{id: offer, name: Offer}, {id: bill, name: Bill, terminal: true}]
scenarios: [{id: way, name: Way, values: [{id: open, name: Open}, {id: closed, name: Closed}]}]
glossary:
  - {id: t1, name: Lead, definition: A hint}
  - {id: t2, name: Key control, acronym: KCP, definition: A check}
  - {id: t3, name: Bill of material, definition: A list}
  - {id: t4, name: Clerk}
  - {id: t5, name: Process owner, definition: Whom the card names}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return pages(tmp_path_factory.mktemp("process"), PROJECT)


def pictures(page) -> list[str]:
    """The kinds of pictures in the section about the place of an element."""
    section = find(page.blocks, "position")
    return [block.kind for block in section.blocks if isinstance(block, Picture)] if section else []


def test_a_controlled_document_says_its_edition_and_what_is_open(made):
    assert rows(find(made["processes/A.1.2"].blocks, "document")) == [
        {"Version": "1.2.0", "Status": "Published", "In force from": "2026-02-01", "To be reviewed by": "2027-02-01",
         "Approved by": "Open / The board decides"},
    ]  # fmt: skip


def test_pictures_are_as_the_level_asks(made):
    assert pictures(made["processes/A"]) == ["tree", "sequence"]
    assert pictures(made["processes/A.1"]) == ["sequence"]
    assert pictures(made["processes/A.1.2"]) == ["context"]
    assert find(made["processes/A.1.2"].blocks, "sipoc").blocks[0].of == "A.1.2"
    assert find(made["processes/A.1"].blocks, "sipoc") is None


def test_the_matrix_of_parts_names_each_role_once(made):
    matrix = find(made["processes/A.1.2"].blocks, "raci")
    table = next(block for block in matrix.blocks if isinstance(block, Table))
    assert table.columns == ("Activity", "Clerk", "Caller", "Head")
    assert [[words(cell) for cell in row.cells] for row in table.rows] == [
        ["1.1.2.1 Ship a lead", "R", "C", "A"], ["1.1.2.2 Bill", "", "R", "A"],
    ]  # fmt: skip
    assert isinstance(matrix.blocks[-1], Prose)
    assert table.rows[0].cells[0][0][0].place.mark == "A.1.2.A1"


def test_where_roles_only_do_their_work_there_is_no_matrix(made):
    assert find(made["processes/A.1.1.1"].blocks, "raci") is None


def test_scenarios_stand_side_by_side(made):
    found = find(made["processes/A.1.1"].blocks, "scenarios")
    assert found.heading == "Scenarios by Way"
    assert rows(found)[0] == {"Compared": "Applies when", "Open bid": "Open", "Closed bid": "Closed"}


def test_activities_answer_to_steps_of_the_customer(made):
    assert rows(find(made["processes/A.1.2"].blocks, "customer")) == [
        {"Customer's step": "Unpack", "Answered by": "1.1.2.1 Ship a lead"}
    ]


def test_terms_that_a_page_uses_are_explained(made):
    assert rows(find(made["processes/A.1.2"].blocks, "terms")) == [{"Term": "Lead", "Meaning": "A hint"}]
    assert find(made["processes/A.1.1.1"].blocks, "terms") is None


def test_the_gravest_finding_stands_first(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": PROJECT})).architecture
    findings = [Finding("A.1.2", "A1", "info", "x"), Finding("A.1.2.A1", "B1", "warning", "y"),
                Finding("A.1.2", "C1", "error", "z")]  # fmt: skip
    page = next(page for page in handbook(architecture, "en", findings).pages if page.of == "A.1.2")
    section = find(page.blocks, "findings")
    assert [row["Rule"] for row in rows(section)] == ["C1", "B1", "A1"]
    assert section.blocks[0].rows[0].cells[1] == ((Span("Error", style="strong"),),)
    assert "z" in list(told(page.blocks))
