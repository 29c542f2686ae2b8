"""The pages of single elements: what a reader finds on the page of a role, an artifact, a KPI and so on."""

from pathlib import Path

import pytest

from ltcarch.loading import load
from ltcarch.views.handbook import handbook
from ltcarch.views.handbook.page import Page, Place, Section, Table, spans
from ltcarch.views.handbook.places import FOLDERS, places
from tests.views.handbooks import facts, find, pages, rows, told, words

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reference() -> dict[str, Page]:
    """The pages of the reference architecture in English, by name."""
    made = handbook(load(ROOT / "models/reference").architecture, "en")
    return {page.name: page for page in made.pages}


def carded(page: Page) -> dict[str, str]:
    """The card of a page: what stands for each name."""
    table = next(block for block in page.blocks if isinstance(block, Table))
    return {words(row.cells[0]): words(row.cells[1]) for row in table.rows}


SMALL = """
classifications:
  - id: A
    name: Sell
    owner: head
    lifecycle: {version: 2.0.0, status: published, approvers: [head], approved_on: 2026-01-02}
    goals: [grow]
    kpis: [rate]
    units: [office]
    systems: [crm]
    exceptions: [{case: Flood, handling: Wait, escalate_to: head}]
    groups:
      - id: A.1
        name: Win
        processes:
          - id: A.1.1
            name: Bid
            deputies: [typist]
            activities:
              - id: A.1.1.A1
                name: Write
                role: clerk
                inputs: [{artifact: request, from: customer}]
                outputs: [{artifact: offer, state: draft}]
                kpis: [rate]
                systems: [crm]
                policies: [fair]
                documents: [form]
                key: true
              - id: A.1.1.A2
                name: Approve
                role: boss
                raci: {consulted: [clerk], informed: [typist]}
                decision: true
                authority: {amount: Value, currency: CNY, limits: [{role: clerk, up_to: 10}, {role: boss}]}
                inputs: [{artifact: offer, state: draft}]
                outputs: [{artifact: offer, state: sent}]
                tasks: [{id: A.1.1.A2.T1, name: Sign, instruction: Sign it, system: crm, screen: Pen}]
roles:
  - {id: clerk, name: Clerk, responsibility: The text, authority: Words, rules: [No lies], skills: [Prose],
     kpis: [rate], documents: [course]}
  - {id: boss, name: Boss}
teams: [{id: board, name: Board, members: [boss]}]
units: [{id: office, name: Office, head: head}, {id: desk, name: Desk, parent: office}]
positions:
  - {id: head, name: Head, unit: office, holder: Li Wei, roles: [boss]}
  - {id: typist, name: Typist, unit: desk, reports_to: head, roles: [clerk], former_ids: [writer]}
externals: [{id: customer, name: Customer}]
artifacts:
  - {id: request, name: Request}
  - id: offer
    name: Offer
    aliases: [Quote]
    states: [{id: draft, name: Draft}, {id: sent, name: Sent}]
    quality: [Complete]
    owner: head
    former_ids: [bid_text]
  - {id: price, name: Price, part_of: offer}
  - {id: form, name: Form, type: template}
  - {id: course, name: Course, type: training}
kpis:
  - {id: rate, name: Rate, formula: won / all, measures: [{id: won, name: Bids won}, {id: all, name: Bids}],
     owner: head, bounds: {min: 0, max: 100}, target: 40, parent: top, source: crm, frequency: monthly}
  - {id: top, name: Top}
goals: [{id: grow, name: Grow, kpis: [rate]}]
key_tasks: [{id: hire, name: Hire, goals: [grow], owner: head}]
systems: [{id: crm, name: Customer system, owner: head}]
policies: [{id: fair, name: Fair play, text: Never cheat}]
risks: [{id: loss, name: Loss, affects: [A.1.1], rating: high}]
controls: [{id: look, name: Look twice, activities: [A.1.1.A1], risks: [loss], method: Read it, tester: head,
            evidence: [offer], next_test: 2026-09-01}]
segregation: [{id: apart, name: Write and approve, first: [A.1.1.A1], second: [A.1.1.A2], reason: Trust}]
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> dict[str, Page]:
    """The pages of a small project in which everything says something, by name."""
    return pages(tmp_path_factory.mktemp("small"), SMALL)


def test_a_role_reads_what_it_does_with_what_comes_in_and_goes_out(small):
    role = small["roles/clerk"]
    assert facts(find(role.blocks, "duties")) == {
        "Responsibility": "The text", "Authority": "Words", "Rules": "No lies", "Skills": "Prose",
    }  # fmt: skip
    assert rows(find(role.blocks, "responsible")) == [
        {"Process": "1.1.1 Bid", "Activity": "1.1.1.1 Write / key activity / KCP: Look twice",
         "Inputs": "Request from Customer", "Outputs": "Offer (Draft)", "Systems": "Customer system",
         "Hands over to": "Boss"},
    ]  # fmt: skip
    assert [row["Activity"] for row in rows(find(role.blocks, "consulted"))] == ["1.1.1.2 Approve / decision"]


def test_a_role_reads_its_limits_and_what_it_must_not_do_too(small):
    role = small["roles/clerk"]
    assert rows(find(role.blocks, "decisions")) == [
        {"Decision": "1.1.1.2 Approve", "Process": "1.1.1 Bid", "Measured by": "Value",
         "Limit of authority": "up to 10 CNY"},
    ]  # fmt: skip
    kept_apart = rows(find(role.blocks, "segregation"))
    assert kept_apart[0]["Other side"] == "1.1.1.2 Approve (Boss)"
    assert rows(find(small["roles/boss"].blocks, "decisions"))[0]["Limit of authority"] == "without limit"


def test_a_role_reads_by_what_it_is_measured_and_what_helps_it(small):
    role = small["roles/clerk"]
    assert [row["KPI"] for row in rows(find(role.blocks, "measures"))] == ["Rate"]
    assert rows(find(role.blocks, "documents")) == [
        {"Document": "Course", "Type": "Training"},
        {"Document": "Form", "Type": "Template", "Used in": "1.1.1.1 Write"},
    ]
    assert [row["Control point"] for row in rows(find(role.blocks, "controls"))] == ["Look twice / KCP"]
    assert [row["Policy"] for row in rows(find(role.blocks, "policies"))] == ["Fair play"]
    assert carded(role)["Held by"] == "Typist"


def test_a_role_reads_what_its_team_does_and_decides(tmp_path):
    text = """
classifications:
  - id: A
    name: Sell
    activities:
      - id: A.1
        name: Vote
        role: board
        decision: true
        authority: {currency: CNY, limits: [{role: board, up_to: 7}]}
roles: [{id: boss, name: Boss, team: board}, {id: clerk, name: Clerk, team: nowhere}]
teams: [{id: board, name: Board, decision_rights: [Says yes]}]
"""
    made = pages(tmp_path, text)
    team = find(made["roles/boss"].blocks, "team")
    assert team.heading == "As a member of Board"
    assert facts(team) == {"Decision rights": "Says yes"}
    assert [row["Activity"] for row in rows(team)] == ["1.1 Vote / decision"]
    assert [row["Limit of authority"] for row in rows(find(team.blocks, "decisions"))] == ["up to 7 CNY"]
    assert find(made["roles/clerk"].blocks, "team") is None


def test_a_position_reads_what_it_owns_approves_and_is_called_upon_for(small):
    head = small["positions/head"]
    assert carded(head)["Holder"] == "Li Wei"
    assert carded(head)["Is reported to by"] == "Typist"
    assert [row["Process"] for row in rows(find(head.blocks, "owner"))] == ["Sell"]
    assert rows(find(head.blocks, "approvals")) == [
        {"Process": "1 Sell", "Version": "2.0.0", "Approved on": "2026-01-02"}
    ]
    assert rows(find(head.blocks, "escalations")) == [{"Process": "1 Sell", "Exception": "Flood", "Handling": "Wait"}]
    assert [row["Role"] for row in rows(find(head.blocks, "roles"))] == ["Boss"]
    assert facts(find(head.blocks, "owned")) == {
        "KPIs": "Rate", "Key tasks": "Hire", "Artifacts": "Offer", "IT systems": "Customer system",
    }  # fmt: skip
    assert [row["Control point"] for row in rows(find(head.blocks, "tests"))] == ["Look twice"]
    assert [row["Process"] for row in rows(find(small["positions/typist"].blocks, "deputies"))] == ["Bid"]


def test_a_unit_reads_who_is_there_and_where_it_takes_part(small):
    office = small["units/office"]
    assert carded(office)["Head"] == "Head"
    assert carded(office)["Has the parts"] == "Desk"
    assert rows(find(office.blocks, "positions")) == [
        {"Position": "Head", "Holder": "Li Wei", "Plays the roles": "Boss", "Owns": "1 Sell"}
    ]
    assert facts(find(office.blocks, "part")) == {
        "Takes part, as stated": "1 Sell", "Its positions play roles in": "1.1.1 Bid",
    }  # fmt: skip


def test_an_artifact_reads_who_makes_and_takes_it_in_which_state(small):
    offer = small["artifacts/offer"]
    assert carded(offer)["Also called"] == "Quote"
    assert carded(offer)["Has the parts"] == "Price"
    assert carded(small["artifacts/price"])["Part of"] == "Offer"
    assert [(row["Activity"], row["Role"], row["State"]) for row in rows(find(offer.blocks, "made"))] == [
        ("1.1.1.1 Write / key activity / KCP: Look twice", "Clerk", "Draft"),
        ("1.1.1.2 Approve / decision", "Boss", "Sent"),
    ]  # fmt: skip
    states = find(offer.blocks, "states")
    table = next(block for block in states.blocks if isinstance(block, Table))
    assert [[words(cell) for cell in row.cells] for row in table.rows] == [
        ["Draft", "1.1.1.1 Write", "1.1.1.2 Approve"], ["Sent", "1.1.1.2 Approve", ""],
    ]  # fmt: skip
    assert list(told(find(offer.blocks, "quality").blocks)) == ["Complete"]


def test_the_life_of_an_artifact_is_drawn_where_it_has_one(small):
    states = find(small["artifacts/offer"].blocks, "states")
    assert [(block.kind, block.of) for block in states.blocks if hasattr(block, "caption")] == [("life", "offer")]
    assert find(small["artifacts/request"].blocks, "states") is None


def test_a_kpi_reads_its_formula_and_what_it_measures(small):
    rate = small["kpis/rate"]
    card = carded(rate)
    assert card["Formula"] == "[Bids won] ÷ [Bids]"
    assert card["Sensible values"] == "0 to 100"
    assert (card["Drives"], card["Source"], card["Measured"]) == ("Top", "Customer system", "monthly")
    assert [row.get("Process") for row in rows(find(rate.blocks, "measured"))] == ["1 Sell", "1.1.1 Bid"]
    assert facts(find(rate.blocks, "serves")) == {"Roles": "Clerk", "Strategy goals": "Grow"}
    assert carded(small["kpis/top"])["Is driven by"] == "Rate"


def test_a_goal_a_control_a_system_and_a_policy_read_where_they_count(small):
    assert [row["Process"] for row in rows(find(small["goals/grow"].blocks, "served"))] == ["1 Sell"]
    assert [row["Key task"] for row in rows(find(small["goals/grow"].blocks, "key-tasks"))] == ["Hire"]
    control = small["controls/look"]
    assert carded(control)["Next test"] == "2026-09-01"
    assert [row["Risk"] for row in rows(find(control.blocks, "risks"))] == ["Loss"]
    assert [row["Role"] for row in rows(find(control.blocks, "activities"))] == ["Clerk"]
    system = small["systems/crm"]
    assert [row["Task"] for row in rows(find(system.blocks, "tasks"))] == ["1.1.1.2.1 Sign"]
    assert facts(find(system.blocks, "data")) == {"KPIs": "Rate"}
    assert list(told(find(small["policies/fair"].blocks, "text").blocks)) == ["Never cheat"]
    assert [row["Process"] for row in rows(find(small["policies/fair"].blocks, "carried-out"))] == ["1.1.1 Bid"]


@pytest.mark.parametrize("project", ["models/reference", "examples/procure-to-pay", "examples/starter"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_element_of_these_kinds_has_one_page_that_says_whose_it_is(project, language):
    architecture = load(ROOT / project).architecture
    made = handbook(architecture, language).pages
    found = {page.of: page for page in made if page.of}
    expected = {own.id for own in architecture.elements.values() if own.KIND in FOLDERS}
    assert set(found) == expected
    known = places(architecture)
    for element_id, page in found.items():
        assert known[element_id] == Place(page.name)
        assert page.kind == architecture.elements[element_id].KIND


def test_the_account_manager_reads_all_that_is_expected(reference):
    page = reference["roles/account_manager"]
    doing = [row["Activity"].split(" / ")[0] for row in rows(find(page.blocks, "responsible"))]
    assert doing == [
        "4.1.1.1 Capture lead", "4.1.3.1 Analyse pain chain and decision chain",
        "4.1.3.3 Convert lead to opportunity", "4.2.1.1 Validate opportunity",
        "4.2.1.3 Write sales project planning report", "4.2.2.1 Guide customer needs", "4.2.4.2 Apply for price",
        "4.2.5.1.5 Summarise lost project", "4.2.5.2.2 Release quotation", "4.2.6.2 Negotiate with customer",
        "4.3.3.2 Collect payment", "4.3.5.3 Evaluate project",
    ]  # fmt: skip
    keys = [block.key for block in page.blocks if isinstance(block, Section)]
    assert keys == [
        "duties", "responsible", "team", "consulted", "informed", "controls", "segregation", "measures", "documents",
        "systems", "provenance",
    ]  # fmt: skip
    activity = next(span for span in spans(page.blocks) if span.text == "4.2.6.2 Negotiate with customer")
    assert activity.place == Place("processes/LTC.2.6", "LTC.2.6.A2")


def test_a_former_id_of_any_element_leads_on(small):
    moved = {name: page.moved_to for name, page in small.items() if page.moved_to}
    assert moved == {"positions/writer": Place("positions/typist"), "artifacts/bid_text": Place("artifacts/offer")}
    assert small["positions/writer"].kind == "moved"
    assert small["positions/writer"].of == "typist"


def test_names_of_pages_do_not_depend_on_other_registers(tmp_path):
    made = pages(tmp_path, "classifications: [{id: CRM, name: Relations}]\nsystems: [{id: crm, name: System}]")
    assert {"processes/CRM", "systems/crm"} <= set(made)


def test_no_element_takes_the_place_of_a_register(tmp_path):
    made = pages(tmp_path, "roles: [{id: README, name: Reader}, {id: index, name: Indexer}]\nclassifications: []")
    own = [page.name for page in made.values() if page.kind == "role"]
    assert len(own) == 2
    assert not {"roles/README", "roles/index"} & set(own)
