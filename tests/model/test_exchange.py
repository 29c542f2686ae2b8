"""Who makes and takes an artifact, seen from the elements above."""

import json
from random import Random

import pytest

from ltcarch.loading import load
from ltcarch.model import derivation
from tests.projects import write_project

PROJECT = """
classifications:
  - id: L
    name: Lead to cash
    groups:
      - id: L.1
        name: Manage leads
        processes:
          - id: L.1.1
            name: Collect leads
            activities:
              - {id: A1, name: Register lead, outputs: [lead_page]}
              - {id: A2, name: Wait for letter, waits: {for: letter}}
      - {id: L.2, name: Manage opportunities, inputs: [lead], triggers: [{type: message, artifact: call}]}
artifacts:
  - {id: lead, name: Lead}
  - {id: lead_page, name: Page of a lead, part_of: lead}
  - {id: letter, name: Letter}
  - {id: call, name: Call}
externals: [{id: customer, name: Customer}]
groupings:
  - id: stages
    name: Stages
    parts: [{id: one, name: One, elements: [L.1]}, {id: two, name: Two, elements: [L.2]}]
flows: [{id: f, from: L.1, to: L.2, artifacts: [lead, lead]}]
"""


@pytest.fixture
def architecture(tmp_path):
    return load(write_project(tmp_path, {"a.yaml": PROJECT})).architecture


def test_what_is_made_below_is_made_within(architecture):
    made = {
        own
        for own in ("L", "L.1", "L.1.1", "L.2")
        if architecture.exchange.made_within(architecture.get(own), "lead_page")
    }
    assert made == {"L", "L.1", "L.1.1"}


def test_a_part_answers_for_its_whole_and_a_whole_for_its_part(architecture):
    assert architecture.exchange.made_within(architecture.get("L.1"), "lead")
    assert architecture.exchange.taken_within(architecture.get("L.2"), "lead_page")


def test_waits_and_triggers_take(architecture):
    assert architecture.exchange.taken_within(architecture.get("L.1"), "letter")
    assert architecture.exchange.taken_within(architecture.get("L.2"), "call")
    assert not architecture.exchange.taken_within(architecture.get("L.1"), "call")
    assert [element.id for element in architecture.exchange.set_off_by("call")] == ["L.2"]


def test_the_flows_that_carry_an_artifact_each_once(architecture):
    assert [flow.id for flow in architecture.exchange.carrying("lead")] == ["f"]
    assert architecture.exchange.carrying("call") == ()


def test_a_grouping_stands_for_its_elements(architecture):
    assert [element.id for element in architecture.exchange.end("stages")] == ["L.1", "L.2"]
    assert [element.id for element in architecture.exchange.end("customer")] == ["customer"]
    assert architecture.exchange.end("nobody") == architecture.exchange.end(None) == ()


STATES = """
classifications:
  - id: L
    name: Lead to cash
    processes:
      - {id: P, name: Draft, activities: [{id: P1, name: Draft, outputs: [{artifact: contract, state: draft}]}]}
      - id: Q
        name: Sign
        activities:
          - id: Q1
            name: Sign
            inputs: [{artifact: contract, state: draft}]
            outputs: [{artifact: contract, state: signed}]
      - {id: R, name: Fulfil, activities: [{id: R1, name: Fulfil, inputs: [{artifact: contract, state: signed}]}]}
artifacts: [{id: contract, name: Contract, states: [draft, signed]}]
"""


def test_a_state_flows_from_where_it_is_made_to_where_it_is_taken(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": STATES})).architecture
    links = [(link.source, link.target) for link in architecture.exchange.links("process")]
    assert links == [("P", "Q"), ("Q", "R")]


def test_an_input_in_another_state_than_the_own_output_comes_from_outside(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": STATES})).architecture
    signing = architecture.get("Q")
    assert [use.state for use in architecture.exchange.inputs(signing)] == ["draft"]
    assert [use.state for use in architecture.exchange.outputs(signing)] == ["signed"]
    whole = architecture.get("L")
    assert architecture.exchange.inputs(whole) == architecture.exchange.outputs(whole) == ()


PARTS = """
classifications:
  - id: L
    name: Lead to cash
    processes:
      - {id: P, name: Write, activities: [{id: P1, name: Write, outputs: [page, cover]}]}
      - {id: Q, name: Bind, activities: [{id: Q1, name: Bind, inputs: [book], outputs: [{artifact: x}, {to: M}]}]}
artifacts:
  - {id: book, name: Book}
  - {id: page, name: Page, part_of: book}
  - {id: cover, name: Cover, part_of: book}
  - {id: x, name: X, part_of: y}
  - {id: y, name: Y, part_of: x}
flows: [{id: f, from: P1, to: Q, artifacts: [page]}]
"""


def test_a_part_that_is_made_inside_answers_for_the_whole_that_is_taken(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": PARTS})).architecture
    assert architecture.exchange.inputs(architecture.get("L")) == ()
    assert [use.artifact for use in architecture.exchange.outputs(architecture.get("L"))] == ["x"]
    assert [use.artifact for use in architecture.exchange.outputs(architecture.get("P"))] == ["page", "cover"]


def test_parts_in_a_circle_end(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": PARTS})).architecture
    assert set(architecture.exchange.kin("x")) == {"x", "y"}


def test_a_whole_that_nobody_makes_flows_from_where_its_parts_are_made(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": PARTS})).architecture
    links = [(link.source, link.target, link.artifacts) for link in architecture.exchange.links("process")]
    assert links == [("P", "Q", ("book", "page"))]


def test_an_output_without_an_artifact_is_passed_over(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": PARTS})).architecture
    assert [use.artifact for use in architecture.exchange.outputs(architecture.get("Q"))] == ["x"]


def test_a_stated_flow_joins_its_ends_and_what_is_above_them(tmp_path):
    exchange = (architecture := load(write_project(tmp_path, {"a.yaml": PARTS})).architecture).exchange
    assert exchange.is_joined(architecture.get("P"), architecture.get("Q"))
    assert exchange.is_joined(architecture.get("P"), architecture.get("Q"), "page")
    assert not exchange.is_joined(architecture.get("P"), architecture.get("Q"), "cover")
    assert not exchange.is_joined(architecture.get("Q"), architecture.get("P"))


@pytest.mark.parametrize("seed", range(20))
def test_inputs_and_outputs_of_what_stands_above_follow_from_few_users_and_from_many(seed, tmp_path, monkeypatch):
    random = Random(seed)
    artifacts = [f"artifact_{number}" for number in range(10)]

    def uses(other: str, among: list[str]) -> list[dict]:
        found = []
        for artifact in random.sample(artifacts, 2):
            state = random.choice([{}, {"state": "draft"}, {"state": "final"}])
            end = {other: random.choice(among)} if random.random() < 0.3 else {}
            found.append({"artifact": artifact, **state, **end})
        return found

    groups = [f"G{group}" for group in range(2)]
    ends = [*groups, *(f"{group}.P{process}" for group in groups for process in range(2)), "customer"]
    project = {
        "groups": [{"id": group, "name": group} for group in groups],
        "processes": [
            {
                "id": f"{group}.P{process}",
                "name": "Process",
                "parent": group,
                "activities": [
                    {
                        "id": f"{group}.P{process}.A{step}",
                        "name": "Step",
                        "inputs": uses("from", ends),
                        "outputs": uses("to", ends),
                    }
                    for step in range(2)
                ],
            }
            for group in groups
            for process in range(2)
        ],
        "artifacts": [{"id": own, "name": own, "states": ["draft", "final"]} for own in artifacts],
        "externals": [{"id": "customer", "name": "Customer"}],
    }
    write_project(tmp_path, {"architecture.yaml": json.dumps(project)})

    def derived(few: int) -> dict[str, tuple[set, set]]:
        monkeypatch.setattr(derivation, "FEW_USERS", few)
        exchange = load(tmp_path).architecture.exchange
        return {
            own.id: tuple(
                {(use.artifact, use.state) for use in uses} for uses in (exchange.inputs(own), exchange.outputs(own))
            )
            for own in architecture.hierarchy.in_order
            if own.KIND != "activity"
        }

    def is_below(own: str | None, place: str) -> bool:
        return f"{own}.".startswith(f"{place}.")

    def agree(one: dict, other: dict) -> bool:
        return one["artifact"] == other["artifact"] and len({one.get("state"), other.get("state")} - {None}) < 2

    loaded = load(tmp_path)
    assert not loaded.diagnostics
    architecture = loaded.architecture
    steps = [step for process in project["processes"] for step in process["activities"]]
    made = [(step["id"], use) for step in steps for use in step["outputs"]]
    taken = [(step["id"], use) for step in steps for use in step["inputs"]]
    wanted = {}
    for place in (end for end in ends if end != "customer"):
        inputs, outputs = set(), set()
        for own, use in taken:
            is_made_here = any(is_below(maker, place) and agree(use, other) for maker, other in made)
            comes_from_outside = "from" in use and not is_below(use["from"], place)
            if is_below(own, place) and (comes_from_outside or not is_made_here):
                inputs.add((use["artifact"], use.get("state")))
        for own, use in made:
            takers = [taker for taker, other in taken if agree(use, other)]
            goes_outside = "to" in use and not is_below(use["to"], place)
            if is_below(own, place) and (goes_outside or not takers or not all(is_below(own, place) for own in takers)):
                outputs.add((use["artifact"], use.get("state")))
        wanted[place] = (inputs, outputs)
    assert derived(few=1000) == wanted
    assert derived(few=0) == wanted
