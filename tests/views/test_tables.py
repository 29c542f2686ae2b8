"""Tables tell what the model says, whatever stands in it."""

import pytest

from ltcarch.loading import load
from ltcarch.model import Architecture
from ltcarch.views.sipoc import processes_with_exchange, sipoc, sipoc_table
from ltcarch.views.tables.authority import authority_matrix, processes_with_decisions
from ltcarch.views.tables.coverage import process_systems, process_units
from ltcarch.views.tables.goals import goal_map
from ltcarch.views.tables.groupings import grouping_comparison
from ltcarch.views.tables.interfaces import interface_list, interface_matrix
from ltcarch.views.tables.raci import elements_with_activities, raci
from ltcarch.views.tables.risk_control import processes_with_risks, risk_control_matrix
from ltcarch.views.tables.role_card import role_card, roles_with_activities
from ltcarch.views.tables.scenarios import processes_with_scenarios, scenario_comparison
from ltcarch.views.tables.segregation import segregation_map
from ltcarch.views.tables.table import Cell, Column, Row, Table, cell, without_empty_columns, without_idle_headings
from tests.pictures import architecture_of
from tests.projects import write_project

REFERENCE, BUYING = "models/reference", "examples/procure-to-pay"


def shown(table: Table) -> dict[str, dict[str, str]]:
    """What stands in the cells of a table, by row and column, without the empty ones."""
    return {
        row.id: {
            column.id: " ".join([*(mark.text for mark in own.marks), *(line.text for line in own.lines)])
            for column, own in zip(table.columns, row.cells, strict=True)
            if not own.is_empty
        }
        for row in table.rows
        if not row.is_heading
    }


def read(folder, text: str) -> Architecture:
    return load(write_project(folder, {"all.yaml": text})).architecture


def test_a_raci_matrix_has_every_part_and_accountable_owners():
    architecture = architecture_of(REFERENCE)
    table = raci(architecture, "en", architecture.elements["LTC.2.7"])
    found = shown(table)
    assert found["LTC.2.7.A1"] == {"contract_manager": "R", "account_manager": "C", "head_of_sales": "A"}
    assert [column.name for column in table.columns][:2] == ["Contract manager", "Legal counsel"]
    assert table.columns[-1].group == "Positions"
    assert table.subtitle == "RACI matrix · 5 activities · 8 roles"


def test_a_stated_accountable_role_stands_before_the_owner(tmp_path):
    steps = "[{id: x, name: X, role: a, raci: {accountable: [a, b], responsible: [b], informed: [u]}}]"
    architecture = read(
        tmp_path,
        "roles: [{id: a, name: A}, {id: b, name: B}]\npositions: [{id: boss, name: Boss}]\nunits: [{id: u, name: U}]\n"
        "classifications: [{id: C, name: C, owner: boss, groups: [{id: G, name: G, processes: "
        f"[{{id: P, name: P, activities: {steps}}}]}}]}}]\n",
    )
    assert shown(raci(architecture, "en", architecture.elements["P"])) == {"x": {"a": "R A", "b": "R A", "u": "I"}}


def test_the_raci_matrix_of_a_group_names_its_processes():
    architecture = architecture_of(REFERENCE)
    table = raci(architecture, "zh", architecture.elements["LTC.2"])
    headings = [(row.code, row.depth) for row in table.rows if row.is_heading]
    assert ("4.2.5", 0) in headings
    assert ("4.2.5.1", 1) in headings
    assert table.subtitle.startswith("RACI矩阵")


def test_limits_of_authority_stand_under_those_who_decide():
    found = shown(authority_matrix(architecture_of(BUYING), "en"))
    assert found["P2P.1.3.A3"] == {
        "buyer": "≤ 20,000 within a framework agreement",
        "order_approver": "≤ 500,000",
        "sourcing_director": "≤ 3,000,000",
        "chief_procurement_officer": "without limit",
    }


def test_a_decision_without_limits_is_that_of_its_role(tmp_path):
    steps = "[{id: x, name: X, role: a, decision: true}, {id: y, name: Y, role: a}]"
    text = f"roles: [{{id: a, name: A}}]\nprocesses: [{{id: P, name: P, activities: {steps}}}]\n"
    assert shown(authority_matrix(read(tmp_path, text), "en")) == {"x": {"a": "decides"}}


def test_authority_can_be_asked_of_one_element():
    architecture = architecture_of(BUYING)
    assert architecture.elements["P2P.1"] in processes_with_decisions(architecture)
    rows = shown(authority_matrix(architecture, "en", architecture.elements["P2P.1"]))
    assert set(rows) == {"P2P.1.1.A3", "P2P.1.2.A2", "P2P.1.3.A3"}


def test_rows_of_the_interface_matrix_give_to_columns():
    table = interface_matrix(architecture_of(BUYING), "en")
    found = shown(table)
    assert found["OTD"]["PLN"] == "Sales order"
    assert found["PLN"]["OTD"] == "Supply commitment"
    assert [row.id for row in table.rows] == [column.id for column in table.columns]
    for row in table.rows:
        filled = [column.id for column, own in zip(table.columns, row.cells, strict=True) if own.is_filled]
        assert filled == [row.id]


def test_the_interface_list_holds_what_was_agreed_and_what_was_not():
    table = interface_list(architecture_of(BUYING), "en")
    found = shown(table)
    agreed = found["PLN>P2P:0"]
    assert agreed["what"] == "Material demand"
    assert agreed["kind"] == "Demand"
    assert "time" in agreed
    assert set(found["FIN>bank:0"]) <= {"what", "quality", "owners"}
    invoice = next(cells for cells in found.values() if cells.get("what") == "Supplier invoice")
    assert "quality" in invoice and "quality" not in found["supplier>P2P:0"]
    names = [row.name for row in table.rows if row.is_heading]
    assert names[0] == "From 1 Order to delivery (OTD)"
    chinese = interface_list(architecture_of(BUYING), "zh")
    assert chinese.subtitle == "接口清单：17个接口"
    assert next(row.name for row in chinese.rows if row.is_heading) == "提供方：1 订单到交付（OTD）"


def test_units_own_take_part_or_play_roles():
    architecture = architecture_of(REFERENCE)
    found = shown(process_units(architecture, "en"))
    assert found["LTC"]["sales"] == "owns"
    assert found["IPD"]["supply_chain"] == "takes part"
    assert found["LTC"]["legal"] == "roles" if "legal" in found["LTC"] else True
    assert "MTL.1" not in found
    assert "LTC.1.2" in shown(process_units(architecture, "en", architecture.elements["LTC"]))


def test_systems_count_the_activities_that_use_them():
    architecture = architecture_of(REFERENCE)
    found = shown(process_systems(architecture, "en"))
    assert [own.name for own in process_systems(architecture, "en").legend] == [
        "So many activities use it",
        "Carries the process as a whole",
    ]
    by_activities = sum(
        "crm" in own.systems for own in architecture.hierarchy.descendants(architecture.elements["LTC"], "activity")
    )
    assert int(found["LTC"]["crm"]) >= by_activities > 0
    assert found["CRM"] == {"crm": "○"}


def test_the_legend_of_a_matrix_names_only_the_marks_in_it():
    assert [own.name for own in process_systems(architecture_of(BUYING), "en").legend] == ["So many activities use it"]
    assert [own.name for own in goal_map(architecture_of(BUYING), "en").legend] == ["Serves the goal"]


def test_each_risk_stands_with_all_controls_against_it():
    architecture = architecture_of(BUYING)
    table = risk_control_matrix(architecture, "en")
    row = next(own for own in table.rows if own.id == "risk_unneeded_purchase")
    assert row.name == "Purchases without a need"
    assert shown(table)[row.id]["rating"] == "medium"
    assert shown(table)[row.id]["control"] == "Approval of requisitions"
    assert any(own.continues for own in table.rows)
    assert architecture.elements["P2P.1"] in processes_with_risks(architecture)
    some = risk_control_matrix(architecture, "en", architecture.elements["P2P.1.1"])
    assert {own.id for own in some.rows} < {own.id for own in table.rows}


def test_a_risk_without_control_and_a_control_without_risk_are_told(tmp_path):
    text = "risks: [{id: r, name: R}]\ncontrols: [{id: c, name: C, key: false}]\n"
    table = risk_control_matrix(read(tmp_path, text), "en")
    assert shown(table) == {"r": {"control": "No control stated"}, "c": {"control": "C"}}
    assert table.rows[-1].name == "No risk stated"


def test_who_holds_both_duties_is_told():
    found = shown(segregation_map(architecture_of(BUYING), "en"))
    ordering = found["separate_ordering_and_receiving"]
    assert ordering["both"] == "in one hand Chongqing supply officer"
    assert ordering["control"] == "Monthly review of receipts in Chongqing"
    assert found["separate_preparing_and_releasing"]["both"] == "kept apart"


def test_one_role_on_both_sides_is_in_one_hand(tmp_path):
    text = "roles: [{id: a, name: A}]\nsegregation: [{id: s, name: S, first: [a], second: [a]}]\n"
    assert shown(segregation_map(read(tmp_path, text), "en"))["s"]["both"] == "in one hand A"


def test_goals_stand_below_their_parents_with_those_that_serve_them():
    table = goal_map(architecture_of(REFERENCE), "en")
    found = shown(table)
    assert found["grow_revenue"]["LTC"] == "●"
    assert "Revenue growth" in found["grow_revenue"]["kpis"]
    assert [row.depth for row in table.rows][:2] == [0, 1]
    assert len(table.rows) == 10


def test_goals_in_a_circle_are_each_told_once(tmp_path):
    text = "goals: [{id: a, name: A, parent: b}, {id: b, name: B, parent: a}, {id: c, name: C, parent: gone}]\n"
    assert sorted(row.id for row in goal_map(read(tmp_path, text), "en").rows) == ["a", "b", "c"]


def test_a_role_card_tells_what_the_role_is_and_does():
    architecture = architecture_of(REFERENCE)
    role = architecture.elements["contract_manager"]
    assert role in roles_with_activities(architecture)
    table = role_card(architecture, "en", role)
    assert {fact.name for fact in table.facts} >= {"Responsibility", "Authority", "Held by"}
    assert shown(table)["LTC.2.7.A1"]["part"] == "R"
    assert shown(table)["LTC.2.7.A1"]["outputs"] == "Draft contract"
    assert shown(table)["LTC.2.4.A3"] == {"part": "I"}


def test_scenarios_stand_side_by_side_step_by_step():
    architecture = architecture_of(BUYING)
    process = architecture.elements["P2P.1.2"]
    assert processes_with_scenarios(architecture) == (process,)
    table = scenario_comparison(architecture, "en", process)
    found = shown(table)
    assert [column.id for column in table.columns] == ["P2P.1.2.1", "P2P.1.2.2", "P2P.1.2.3"]
    assert found["picture:value"]["P2P.1.2.1"] == "Framework agreement"
    assert set(found["picture:step-7"]) == {"P2P.1.2.3"}


def test_groupings_show_to_which_part_an_element_belongs():
    architecture = architecture_of(REFERENCE)
    table = grouping_comparison(architecture, "en", architecture.elements["LTC"])
    found = shown(table)
    assert found["LTC.1.1"] == {
        "chain4": "Discover leads", "lcr3": "Leads", "managed3": "Manage leads", "two_sub": "Order development"
    }  # fmt: skip
    assert table.rows[0].cells[0].rows == 2
    assert found["LTC.1.2"] == {}
    assert "LTC.2" in found


def test_a_sipoc_joins_partners_with_what_they_exchange():
    architecture = architecture_of(REFERENCE)
    view = sipoc(architecture, "en", architecture.elements["LTC.2.7"])
    assert [(side.parties[0].name, side.things[0].name) for side in view.given] == [
        ("Negotiate contract", "Agreed terms")
    ]
    assert [[own.name for own in side.parties] for side in view.taken] == [
        ["Sign contract"], ["Negotiate contract", "Sign contract"]
    ]  # fmt: skip
    assert [own.note for own in view.parts][:2] == ["Contract manager", "Legal counsel"]
    table = sipoc_table(view)
    assert [table.corner, *(column.name for column in table.columns)] == list(view.heads)
    assert len(table.rows) == 2


def test_stated_suppliers_and_customers_stand_in_a_sipoc_even_without_a_thing(tmp_path):
    text = (
        "externals: [{id: bank, name: Bank}]\nartifacts: [{id: a, name: A}]\n"
        "processes: [{id: P, name: P, inputs: [{artifact: a, optional: true}], suppliers: [bank], customers: [bank]}]\n"
    )
    architecture = read(tmp_path, text)
    view = sipoc(architecture, "en", architecture.elements["P"])
    assert [(len(side.parties), len(side.things)) for side in view.given] == [(1, 0), (0, 1)]
    assert view.given[1].things[0].note == "optional"
    assert [(len(side.parties), len(side.things)) for side in view.taken] == [(1, 0)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("project", [REFERENCE, BUYING, "examples/starter", "hostile"])
def test_every_table_of_every_project_has_a_cell_for_each_column_and_each_row_once(project, language):
    architecture = architecture_of(project)
    tables = [
        of(architecture, language)
        for of in (
            authority_matrix, interface_matrix, interface_list, process_units, process_systems, risk_control_matrix,
            segregation_map, goal_map, grouping_comparison,
        )
    ]  # fmt: skip
    tables += [raci(architecture, language, own) for own in elements_with_activities(architecture)]
    tables += [role_card(architecture, language, own) for own in roles_with_activities(architecture)]
    tables += [scenario_comparison(architecture, language, own) for own in processes_with_scenarios(architecture)]
    tables += [sipoc_table(sipoc(architecture, language, own)) for own in processes_with_exchange(architecture)]
    for table in tables:
        assert len({row.id for row in table.rows}) == len(table.rows)
        assert len({column.id for column in table.columns}) == len(table.columns)
        assert all(row.is_heading or len(row.cells) == len(table.columns) for row in table.rows)
        assert table.title
        assert table.subtitle


def test_a_company_without_anything_has_empty_tables(tmp_path):
    architecture = read(tmp_path, "roles: [{id: a, name: A}]\n")
    tables = (
        authority_matrix, interface_matrix, interface_list, process_units, process_systems, risk_control_matrix,
        segregation_map, goal_map, grouping_comparison,
    )  # fmt: skip
    assert all(of(architecture, "zh").is_empty for of in tables)


def test_empty_columns_and_headings_without_rows_are_left_out():
    columns = (Column("a", "A"), Column("b", "B"))
    rows = (Row("one", "One", (cell("text"), Cell())), Row("head", "Head", is_heading=True))
    kept, fewer = without_empty_columns(columns, rows)
    assert [own.id for own in kept] == ["a"]
    assert [len(own.cells) for own in fewer] == [1, 0]
    nested = (
        Row("outer", "O", is_heading=True), Row("inner", "I", is_heading=True, depth=1), Row("x", "X", depth=2),
        Row("idle", "I", is_heading=True),
    )  # fmt: skip
    assert [own.id for own in without_idle_headings(nested)] == ["outer", "inner", "x"]
