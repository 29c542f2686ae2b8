"""The swimlane shows the flow of a process as the model says it."""

import pytest

from ltcarch.loading import load
from ltcarch.views.swimlane import Mark, NodeKind, Swimlane, processes_with_flow, swimlane
from tests.pictures import architecture_of
from tests.projects import write_project


def of(project: str, process: str, language: str = "en", **wishes) -> Swimlane:
    architecture = architecture_of(project)
    return swimlane(architecture, language, architecture.elements[process], **wishes)


def drawn(folder, process: str) -> Swimlane:
    roles = "roles: [{id: a, name: A}, {id: b, name: B}]\n"
    text = f"classifications: [{{id: C, name: C, groups: [{{id: G, name: G, processes: [{process}]}}]}}]\n{roles}"
    architecture = load(write_project(folder, {"all.yaml": text})).architecture
    return swimlane(architecture, "en", architecture.elements["P"])


def links(view: Swimlane) -> set[tuple[str, str, str]]:
    return {(own.source, own.target, own.condition) for own in view.links}


def kinds(view: Swimlane) -> dict[str, NodeKind]:
    return {own.id: own.kind for own in view.nodes}


def test_a_parallel_review_is_parted_and_joined():
    view = of("models/reference", "LTC.2.7")
    assert [lane.name for lane in view.lanes][:2] == ["Contract manager", "Legal counsel"]
    found = kinds(view)
    assert found["LTC.2.7.A1:split"] is found["LTC.2.7.A5:join"] is NodeKind.PARALLEL
    assert found["LTC.2.7.A5:split"] is NodeKind.EXCLUSIVE
    assert ("LTC.2.7.A5:split", "end:passed@contract_manager", "All findings closed") in links(view)
    assert {own.target for own in view.links if own.source == "LTC.2.7.A1:split"} == {
        "LTC.2.7.A2", "LTC.2.7.A3", "LTC.2.7.A4"
    }  # fmt: skip
    assert view.hand_overs == 6
    assert view.subtitle == "Activity flow · 4 roles · 5 activities · 6 hand-overs"


def test_an_end_says_what_comes_after_it():
    end = next(own for own in of("models/reference", "LTC.2.7").nodes if own.id.startswith("end:passed"))
    assert (end.label.name, end.notes) == ("Review passed", ("→ 4.2.8 Sign contract",))


def test_scenarios_are_alternatives_and_their_ends_lead_on():
    view = of("models/reference", "LTC.2.5")
    assert ("LTC.2.5:start:split", "LTC.2.5.1.A1", "Open tender") in links(view)
    assert ("LTC.2.5:start:split", "LTC.2.5.2.A1", "Direct quotation") in links(view)
    assert not any(own.id == "LTC.2.5.1" for own in view.nodes)
    assert {own.label.name for own in view.nodes if own.kind is NodeKind.END} == {
        "Tender won", "Tender lost", "Bid not submitted", "Quotation released"
    }  # fmt: skip


def test_called_processes_waits_and_limits_are_told():
    view = of("examples/procure-to-pay", "P2P.1.3")
    by_id = {own.id: own for own in view.nodes}
    marks = {own.mark: own.name for node in view.nodes for own in node.marks}
    assert marks[Mark.CALL] == "runs 5.2.1 Check budget"
    assert marks[Mark.WAIT].startswith("waits for ")
    assert by_id["P2P.1.3.A3"].notes[0] == "≤ 20,000 CNY: Buyer"
    price = {own.id: own for own in of("models/reference", "LTC.2.4").nodes}["LTC.2.4.A3"]
    assert price.notes[:2] == ("Per cent below the floor price", "≤ 0: Sales decision team")
    late = [own for own in view.links if own.is_timeout]
    assert [(own.source, own.target, own.condition) for own in late] == [("P2P.1.3.A5", "P2P.1.3.A6", "after 3 days")]


def test_a_limit_without_amount_is_above_the_others_or_none_at_all():
    limited = of("examples/procure-to-pay", "P2P.1.3")
    assert next(own for own in limited.nodes if own.id == "P2P.1.3.A3").notes[-1].startswith("above that: ")
    unlimited = of("examples/procure-to-pay", "SUP.1.1")
    assert next(own for own in unlimited.nodes if own.id == "SUP.1.1.A3").notes[0].startswith("without limit: ")


def test_artifacts_are_shown_on_demand():
    plain, full = of("models/reference", "LTC.2.7"), of("models/reference", "LTC.2.7", with_artifacts=True)
    assert not plain.nodes[0].notes
    assert full.nodes[0].notes == ("→ Agreed terms", "Draft contract →")
    ordering = of("examples/procure-to-pay", "P2P.1.3", "zh", with_artifacts=True)
    sending = next(own for own in ordering.nodes if own.id == "P2P.1.3.A4")
    assert sending.notes == ("→ 采购订单（已批准）", "采购订单（已发出） →")


def test_both_languages_are_told_of_in_their_own_words():
    view = of("models/reference", "LTC.2.7", "zh")
    assert view.subtitle == "活动流程图：4个角色、5项活动、6次交接"
    assert "合同" in view.title


def test_activities_without_a_sequence_run_one_after_the_other(tmp_path):
    view = drawn(tmp_path, "{id: P, name: P, activities: [{id: x, name: X, role: a}, {id: y, name: Y, role: b}]}")
    assert links(view) == {("P:start", "x", ""), ("x", "y", ""), ("y", "end:@b", "")}


def test_what_leads_to_another_process_is_a_node_of_its_own(tmp_path):
    other = "{id: Q, name: Other, activities: [{id: z, name: Z, role: a}]}"
    view = drawn(tmp_path, f"{{id: P, name: P, activities: [{{id: x, name: X, role: a, next: [Q]}}]}}, {other}")
    onward = next(own for own in view.nodes if own.kind is NodeKind.ONWARD)
    assert onward.label.name == "Other"
    assert ("x", onward.id, "") in links(view)


@pytest.mark.parametrize(
    ("next_", "kind"),
    [
        ("split: parallel, next: [y, z]", NodeKind.PARALLEL),
        ("split: inclusive, next: [{to: y, when: big}, z]", NodeKind.INCLUSIVE),
        ("next: [{to: y, when: big}, {to: z, default: true}]", NodeKind.EXCLUSIVE),
    ],
)
def test_a_crossing_says_how_ways_part(tmp_path, next_, kind):
    after = "{id: y, name: Y, next: [z]}, {id: z, name: Z, next: [{end: done}]}"
    steps = f"{{id: x, name: X, role: a, {next_}}}, {after}"
    view = drawn(tmp_path, f"{{id: P, name: P, ends: [done], activities: [{steps}]}}")
    assert kinds(view)["x:split"] is kind


def test_ways_of_which_nobody_says_how_they_part_get_no_crossing(tmp_path):
    steps = "{id: x, name: X, next: [y, z]}, {id: y, name: Y, next: [z]}, {id: z, name: Z}"
    view = drawn(tmp_path, f"{{id: P, name: P, activities: [{steps}]}}")
    assert "x:split" not in kinds(view)
    assert [lane.name for lane in view.lanes] == ["No role"]


def test_whatever_is_wrong_with_a_flow_it_is_drawn(tmp_path):
    steps = (
        "{id: x, name: X, role: nobody, next: [x, gone, y, {end: unknown}]}, "
        "{id: y, name: Y, join: parallel, waits: {for: a, timeout: P1D, then: gone}, calls: {process: gone}}"
    )
    view = drawn(tmp_path, f"{{id: P, name: P, activities: [{steps}]}}")
    assert {"x", "y", "P:start", "end:unknown@nobody"} <= kinds(view).keys()


def test_every_process_with_activities_has_a_flow_and_every_link_its_nodes():
    for project in ("models/reference", "examples/procure-to-pay", "examples/it-service-policy"):
        architecture = architecture_of(project)
        for process in processes_with_flow(architecture):
            view = swimlane(architecture, "zh", process)
            ids = {own.id for own in view.nodes}
            assert {end for own in view.links for end in (own.source, own.target)} <= ids
            assert len({own.id for own in view.links}) == len(view.links)
            assert {own.lane for own in view.nodes} == {lane.id for lane in view.lanes}
