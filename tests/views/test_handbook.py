"""What the pages of the handbook show, whatever format they take."""

import pytest

from ltcarch.views.handbook.page import card, cell, listing, section, table
from ltcarch.views.handbook.places import safe_names
from tests.views.handbooks import facts, find, pages, rows, told

BASE = """
classifications:
  - id: A
    name: Sell
    owner: head
    groups:
      - id: A.1
        name: Win
        processes:
          - id: A.1.1
            name: Decide bid
{process}
          - {{id: A.1.2, name: Deliver, activities: [{{id: A.1.2.A1, name: Ship, role: clerk, inputs: [offer]}}]}}
roles: [{{id: clerk, name: Clerk}}, {{id: lawyer, name: Lawyer}}, {{id: boss, name: Boss}}]
positions: [{{id: head, name: Head of sales}}, {{id: typist, name: Typist, roles: [clerk]}}]
externals: [{{id: customer, name: Customer}}]
artifacts:
  - {{id: request, name: Request}}
  - {{id: offer, name: Offer, states: [{{id: draft, name: Draft}}], quality: [Complete]}}
"""


def page(folder, process: str, language: str = "en"):
    """The page of the process `A.1.1`, which is described by these lines."""
    lines = "\n".join(" " * 12 + line for line in process.strip("\n").splitlines())
    return pages(folder, BASE.format(process=lines), language)["processes/A.1.1"]


def test_an_inherited_owner_says_from_where(tmp_path):
    card = page(tmp_path, "purpose: Win").blocks[0]
    shown = {row.cells[0][0][0].text: row.cells[1] for row in card.rows}
    assert [span.text for line in shown["Process owner"] for span in line] == [
        "Head of sales", "inherited from ", "1 Sell",
    ]  # fmt: skip


def test_an_owner_that_is_knowingly_open_says_why(tmp_path):
    made = page(tmp_path, "unset: {owner: Being hired}")
    assert "Open / Being hired" in list(told(made.blocks))
    assert rows(find(made.blocks, "open-points")) == [
        {"Where": "1.1.1 Decide bid", "Still open": "Owner", "Reason": "Being hired"}
    ]


def test_inputs_and_outputs_name_makers_and_takers(tmp_path):
    made = page(
        tmp_path,
        """
activities:
  - id: A.1.1.A1
    name: Write
    role: clerk
    inputs: [{artifact: request, from: customer}]
    outputs: [{artifact: offer, state: draft}]
""",
    )
    assert rows(find(made.blocks, "inputs")) == [{"Input": "Request", "From": "Customer"}]
    assert rows(find(made.blocks, "outputs")) == [
        {"Output": "Offer (Draft)", "To": "1.1.2 Deliver", "Quality criteria": "Complete"}
    ]


FLOW = """
ends: [{id: won, name: Bid won}, {id: lost, name: Bid lost}]
activities:
  - {id: A.1.1.A1, name: Ask, role: clerk, split: parallel, next: [A.1.1.A2, A.1.1.A3]}
  - {id: A.1.1.A2, name: Check law, role: lawyer, next: [A.1.1.A4]}
  - id: A.1.1.A3
    name: Wait
    role: clerk
    waits: {for: request, from: customer, timeout: P1M2DT3H, then: A.1.1.A1}
    next: [A.1.1.A4]
  - id: A.1.1.A4
    name: Decide
    role: boss
    join: parallel
    decision: true
    authority:
      amount: Value
      currency: CNY
      limits: [{role: clerk, up_to: 1500000, condition: in stock}, {role: boss}]
    next:
      - {end: won, when: accepted, default: true}
      - {to: A.1.2, when: no bid}
      - {to: A.1.1.A1, default: true}
      - {end: lost}
"""


def test_what_follows_is_said_in_words(tmp_path):
    follows = [row["What follows"] for row in rows(find(page(tmp_path, FLOW).blocks, "activities"))]
    assert follows == [
        "At the same time: / → 1.1.1.2 Check law / → 1.1.1.3 Wait",
        "→ 1.1.1.4 Decide",
        "→ 1.1.1.4 Decide / after 1 month 2 days 3 hours in vain: → 1.1.1.1 Ask",
        "accepted (default): → End: Bid won / no bid: → 1.1.2 Deliver / else: → 1.1.1.1 Ask / → End: Bid lost",
    ]


def test_what_follows_is_said_in_chinese(tmp_path):
    follows = [row["后续"] for row in rows(find(page(tmp_path, FLOW, "zh").blocks, "activities"))]
    assert follows[2] == "→ 1.1.1.4 Decide / 1个月2天3小时内未收到：→ 1.1.1.1 Ask"


def test_limits_of_authority_name_amounts(tmp_path):
    decision = rows(find(page(tmp_path, FLOW).blocks, "decisions"))[0]
    assert decision["Limits of authority"] == "Value / Clerk: up to 1,500,000 CNY (in stock) / Boss: without limit"


def test_a_join_says_when_the_activity_begins(tmp_path):
    instructions = find(page(tmp_path, FLOW).blocks, "instructions")
    assert facts(instructions.blocks[-1]) == {"Begins when": "everything that leads here is done"}


def test_roles_show_what_they_do_here(tmp_path):
    made = page(
        tmp_path,
        "activities: [{id: A.1.1.A1, name: Write, role: clerk, raci: {accountable: [boss], consulted: [lawyer]}}]",
    )
    assert rows(find(made.blocks, "roles")) == [
        {"Role": "Clerk", "Responsible for": "1.1.1.1 Write", "Held by": "Typist"},
        {"Role": "Boss", "Accountable for": "1.1.1.1 Write"},
        {"Role": "Lawyer", "Consulted on": "1.1.1.1 Write"},
    ]


def test_a_risk_without_a_control_is_not_passed_over(tmp_path):
    text = BASE.format(process=" " * 12 + "activities: [{id: A.1.1.A1, name: Write, role: clerk}]") + (
        "risks: [{id: r1, name: Bad price, rating: high, affects: [A.1.1]}, {id: r2, name: Fraud, affects: [A.1.1]}]\n"
        "controls: [{id: c1, name: Look, activities: [A.1.1.A1], risks: [r1], type: prevent, frequency: daily}]\n"
    )
    found = rows(find(pages(tmp_path, text)["processes/A.1.1"].blocks, "controls"))
    assert found == [
        {"Risk": "Bad price", "Rating": "high", "Control point": "Look / KCP", "At activity": "1.1.1.1 Write",
         "Method": "preventive, daily"},
        {"Risk": "Fraud", "Control point": "No control stated"},
    ]  # fmt: skip


def test_a_formula_is_written_in_names(tmp_path):
    text = BASE.format(process=" " * 12 + "kpis: [rate]") + (
        "kpis: [{id: rate, name: Win rate, formula: 100 * won / (won - lost_2), target: 1234.5, direction: higher,\n"
        "  measures: [{id: won, name: Bids won}, {id: lost_2, name: Bids lost}]}]\n"
    )
    found = rows(find(pages(tmp_path, text)["processes/A.1.1"].blocks, "measures"))
    assert found == [
        {
            "KPI": "Win rate",
            "Formula": "100 × [Bids won] ÷ ([Bids won] − [Bids lost])",
            "Target": "1,234.5 / higher is better",
        }
    ]


def test_the_page_of_a_group_stays_short(tmp_path):
    made = pages(tmp_path, BASE.format(process=" " * 12 + "purpose: Win"))["processes/A.1"]
    keys = [block.key for block in made.blocks[1:]]
    assert keys == ["document", "position", "inputs"]


def test_what_has_no_content_has_no_page(tmp_path):
    made = pages(tmp_path, "classifications: [{id: A, name: Sell}]")
    assert set(made) == {"README", "a-z", "processes/README", "processes/A", "reading"}


def test_empty_columns_and_sections_vanish():
    assert table(("a", "b"), [(cell("x"), ()), (cell("y"), ())]).columns == ("a",)
    assert table(("a",), []) is None
    assert card(("a", "b"), [("label", ())]) is None
    assert listing([None, ""]) is None
    assert section("key", "Heading", None) is None


@pytest.mark.parametrize("ids", [["LTC", "ltc"], ["a/b", "a-b"], ["con", "nul.x"], ["..", "."], ["中", "文"]])
def test_names_of_files_are_safe_and_apart(ids):
    made = safe_names(ids)
    assert len({name.casefold() for name in made.values()}) == len(ids)
    assert all(name[0].isalnum() and "/" not in name for name in made.values())
    assert made == safe_names(reversed(ids))
