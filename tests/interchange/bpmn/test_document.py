"""What a process becomes in BPMN: tasks, events, gateways, conditions, calls, messages and data."""

import os
import re
import subprocess
import sys

import pytest

from ltcarch.interchange.bpmn.markup import Tag, document
from ltcarch.interchange.bpmn.writing import bpmn_document
from ltcarch.interchange.bpmn.writing.identifiers import identifier
from ltcarch.loading import load
from tests.interchange.bpmn.documents import PROCESSES, Document, kind, written
from tests.pictures import HOSTILE_NAMES, ROOT
from tests.projects import write_project

BUYING, REFERENCE = "examples/procure-to-pay", "models/reference"
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


def texts(element, name: str) -> list[str]:
    return [own.text for own in element if kind(own) == name]


def inside(element, name: str):
    return next((own for own in element if kind(own) == name), None)


def made(folder, activities: str, more: str = "", **options) -> Document:
    """The BPMN of a small process P with these activities."""
    process = f"processes:\n- id: P\n  name: Serve\n  ends: [done, failed]\n{more}  activities:\n{activities}"
    registers = "roles: [{id: clerk, name: Clerk}]\nexternals: [{id: guest, name: Guest}]\n"
    registers += "artifacts: [{id: order, name: Order, states: [open, paid]}, {id: meal, name: Meal}]\n"
    architecture = load(write_project(folder, {"a.yaml": process, "r.yaml": registers})).architecture
    return Document(bpmn_document(architecture, architecture.get("P"), "en", **options))


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_ids_are_valid_and_each_is_there_once(project, process):
    root = Document(written(project, process, with_artifacts=True)).root
    ids = [own.get("id") for own in root.iter() if own.get("id") and "ltcarch" not in own.tag]
    assert len(ids) == len(set(ids))
    assert all(NCNAME.fullmatch(own) for own in ids)


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_every_node_stands_in_one_lane_and_knows_its_lines(project, process):
    found = Document(written(project, process))
    lines = {own.get("id"): own for own in found.all("sequenceFlow")}
    listed = [text for lane in found.all("lane") for text in texts(lane, "flowNodeRef")]
    nodes = {own for line in lines.values() for own in (line.get("sourceRef"), line.get("targetRef"))}
    assert len(listed) == len(set(listed))
    assert nodes <= set(listed)
    for own in listed:
        node = found.by_id[own]
        assert texts(node, "incoming") == [key for key, line in lines.items() if line.get("targetRef") == own]
        assert texts(node, "outgoing") == [key for key, line in lines.items() if line.get("sourceRef") == own]


def test_ids_are_made_of_permanent_ids():
    assert identifier("Activity", "LTC.2.7.A1") == "Activity_LTC.2.7.A1"
    assert identifier("Flow", "a:split>b") == "Flow_a-split-to-b"
    alike = ["a-b", "a:b", "a--b", "a_x2D_b", "a b", "a>b", "a@b", "甲", "a_x20_b", "a_x5F_x20_b"]
    assert len({identifier("X", own) for own in alike}) == len(alike)
    assert all(NCNAME.fullmatch(identifier("X", own)) for own in (*alike, *HOSTILE_NAMES))


def test_text_is_made_safe_for_xml():
    written_tag = document(Tag("a", {"b": "<\"'&\n\x00>", "c": None}, text="]]> & \x0b\ud800\r"))
    assert written_tag.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<a b="&lt;&quot;\'&amp;&#10;\ufffd&gt;">]]&gt; &amp; \ufffd\ufffd&#13;</a>\n'
    )


def test_the_same_project_gives_the_same_bytes():
    code = (
        "import sys; from pathlib import Path; from ltcarch.loading import load\n"
        "from ltcarch.interchange.bpmn.writing import bpmn_document\n"
        "own = load(Path('examples/procure-to-pay')).architecture\n"
        "sys.stdout.buffer.write(bpmn_document(own, own.get('P2P.1.2'), 'en', with_artifacts=True))"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1] == written(BUYING, "P2P.1.2", "en", True)


def test_tasks_tell_how_far_a_system_does_the_work(tmp_path):
    found = made(
        tmp_path,
        "  - {id: P.1, name: Cook, role: clerk, automation: manual}\n"
        "  - {id: P.2, name: Book, role: clerk, automation: assisted}\n"
        "  - {id: P.3, name: Bill, role: clerk, automation: automatic}\n"
        "  - {id: P.4, name: Greet, role: clerk}\n",
    )
    shown = {own: kind(found.named(own)) for own in ("Cook", "Book", "Bill", "Greet")}
    assert shown == {"Cook": "manualTask", "Book": "userTask", "Bill": "serviceTask", "Greet": "task"}


def test_a_wait_with_a_time_out_receives_a_message_and_has_a_timer_on_its_border():
    found = Document(written(BUYING, "P2P.1.3"))
    waits = found.by_id["Activity_P2P.1.3.A5"]
    assert kind(waits) == "receiveTask"
    assert found.by_id[waits.get("messageRef")].get("name") == "Order confirmation"
    late = found.by_id["Event_P2P.1.3.A5-late"]
    assert (kind(late), late.get("name"), late.get("attachedToRef")) == (
        "boundaryEvent",
        "after 3 days",
        waits.get("id"),
    )
    assert inside(inside(late, "timerEventDefinition"), "timeDuration").text == "P3D"
    (out,) = texts(late, "outgoing")
    assert found.by_id[out].get("targetRef") == "Activity_P2P.1.3.A6"


def test_a_called_process_is_named_as_in_its_own_file():
    called = Document(written(BUYING, "P2P.1.3")).by_id["Activity_P2P.1.3.A2"]
    assert kind(called) == "callActivity"
    assert kind(Document(written(BUYING, "FIN.2.1")).by_id[called.get("calledElement")]) == "process"


def test_conditions_and_the_default_stand_on_the_lines_of_a_choice():
    found = Document(written(REFERENCE, "LTC.2.7"))
    choice = found.by_id["Gateway_LTC.2.7.A5-split"]
    assert (kind(choice), choice.get("name")) == ("exclusiveGateway", "Result?")
    lines = {found.by_id[own].get("name"): found.by_id[own] for own in texts(choice, "outgoing")}
    assert set(lines) == {"All findings closed", "Terms to be renegotiated"}
    assert inside(lines["All findings closed"], "conditionExpression").text == "All findings closed"
    assert choice.get("default") == lines["Terms to be renegotiated"].get("id")
    assert inside(lines["Terms to be renegotiated"], "conditionExpression") is None


def test_ways_part_and_meet_in_parallel():
    found = Document(written(REFERENCE, "LTC.2.7"))
    for own, into, out in (("split", 1, 3), ("join", 3, 1)):
        (gateway,) = (one for one in found.all("parallelGateway") if one.get("id").endswith(own))
        assert (len(texts(gateway, "incoming")), len(texts(gateway, "outgoing"))) == (into, out)


def test_one_or_more_ways_part_and_meet_in_inclusive_gateways(tmp_path):
    found = made(
        tmp_path,
        "  - {id: P.1, name: Ask, split: inclusive, next: [{to: P.2, when: hungry}, {to: P.3, when: dry}]}\n"
        "  - {id: P.2, name: Cook, role: clerk, next: [P.4]}\n"
        "  - {id: P.3, name: Pour, role: clerk, next: [P.4]}\n"
        "  - {id: P.4, name: Serve all, role: clerk, join: inclusive, next: [{end: done}]}\n",
    )
    names = {own.get("id"): own.get("name") for own in found.all("inclusiveGateway")}
    assert names == {"Gateway_P.1-split": "Which of these?", "Gateway_P.4-join": None}


def test_ways_that_just_meet_do_so_in_a_gateway(tmp_path):
    found = made(
        tmp_path,
        "  - {id: P.1, name: Ask, split: exclusive, next: [{to: P.2, when: hungry}, {to: P.3, default: true}]}\n"
        "  - {id: P.2, name: Cook, role: clerk, next: [P.3]}\n"
        "  - {id: P.3, name: Bow, role: clerk, next: [{end: done}]}\n",
    )
    assert texts(found.named("Bow"), "incoming") == ["Flow_P.3-merge-to-P.3"]
    assert len(texts(found.by_id["Gateway_P.3-merge"], "incoming")) == 2
    assert found.by_id["Flow_P.1-split-to-P.3"].get("name") == "else"


def test_a_choice_whose_ways_lead_to_one_place_is_none(tmp_path):
    found = made(
        tmp_path,
        "  - {id: P.1, name: Ask, split: exclusive, next: [{to: P.2, when: hungry}, {to: P.2, when: dry}]}\n"
        "  - {id: P.2, name: Serve all, role: clerk, next: [{end: done}]}\n",
    )
    assert not list(found.all("exclusiveGateway"))
    assert "Flow_P.1-to-P.2" in found.by_id


def test_each_trigger_is_a_start_of_its_kind():
    found = Document(written(REFERENCE, "LTC.1.1"))
    starts = list(found.all("startEvent"))
    assert [own.get("name") for own in starts] == [
        "Marketing hands over a lead",
        "A customer speaks of a need",
        "Service sees room for a repeat sale",
    ]
    assert all(inside(own, "messageEventDefinition") is not None for own in starts)
    monthly = next(Document(written(BUYING, "PLN.1.1")).all("startEvent"))
    assert inside(inside(monthly, "timerEventDefinition"), "timeCycle").text == "R/P1M"


def test_what_persons_set_off_begins_with_one_blank_start(tmp_path):
    triggers = "  triggers: [{type: manual, name: Bell}, {type: manual, name: Knock}, {type: timer, name: Noon}]\n"
    found = made(tmp_path, "  - {id: P.1, name: Open, role: clerk}\n", triggers)
    starts = [(own.get("name"), len(list(own)) - 1) for own in found.all("startEvent")]
    assert starts == [("Noon", 1), ("Bell / Knock", 0)]


def test_work_that_goes_to_another_process_ends_with_a_message():
    found = Document(written(BUYING, "P2P.3.2"))
    (onward,) = (own for own in found.all("endEvent") if inside(own, "messageEventDefinition") is not None)
    assert onward.get("name").startswith("hands over to 5.1.1 Execute payment")


def test_parties_outside_are_pools_with_messages():
    found = Document(written(BUYING, "P2P.1.3", "zh"))
    parties = {own.get("id"): own.get("name") for own in found.all("participant") if not own.get("processRef")}
    assert parties == {"Participant_supplier": "供应商"}
    messages = [(own.get("name"), own.get("sourceRef"), own.get("targetRef")) for own in found.all("messageFlow")]
    assert messages == [
        ("采购订单", "Activity_P2P.1.3.A4", "Participant_supplier"),
        ("订单确认书", "Participant_supplier", "Activity_P2P.1.3.A5"),
    ]


def test_what_sets_a_process_off_arrives_once():
    (message,) = Document(written(REFERENCE, "LTC.3.1")).all("messageFlow")
    assert (message.get("name"), message.get("targetRef")) == ("Customer purchase order", "Event_LTC.3.1-start")


def test_several_artifacts_that_go_the_same_way_share_a_line():
    (message,) = Document(written(BUYING, "P2P.2.2")).all("messageFlow")
    assert message.get("name") == "Delivered material, Delivery note"


def test_subprocesses_are_a_category_of_their_activities():
    found = Document(written(BUYING, "P2P.1.2"))
    values = {own.get("id"): own.get("value") for own in found.all("categoryValue")}
    assert texts(found.by_id["Activity_P2P.1.2.2.A1"], "categoryValueRef") == ["Subprocess_P2P.1.2.2"]
    assert values["Subprocess_P2P.1.2.2"]
    assert texts(found.by_id["Activity_P2P.1.2.A1"], "categoryValueRef") == []


def test_a_subprocess_without_activities_is_called(tmp_path):
    found = made(tmp_path, "  - {id: P.1, name: Open, role: clerk}\n", "  subprocesses: [{id: P.S, name: Cook it}]\n")
    assert (kind(found.named("Cook it")), found.named("Cook it").get("calledElement")) == (
        "callActivity",
        "Process_P.S",
    )


def test_controls_and_limits_are_told_to_readers():
    step = Document(written(BUYING, "P2P.1.3")).by_id["Activity_P2P.1.3.A3"]
    (said,) = texts(step, "documentation")
    assert said.startswith("Approved by whoever has the authority for the amount\nKCP: ")
    assert re.search("≤ [0-9,]+ CNY: ", said)


def test_artifacts_are_shown_on_demand():
    assert not list(Document(written(BUYING, "P2P.1.3")).all("dataObject", "dataObjectReference"))
    found = Document(written(BUYING, "P2P.1.3", "en", True))
    step = found.by_id["Activity_P2P.1.3.A3"]
    shown = [
        (kind(own), [found.by_id[text].get("name") for text in texts(own, end)])
        for own in step
        for end in ("sourceRef", "targetRef")
        if kind(own).startswith("data")
    ]
    taken = [names for name, names in shown if name == "dataInputAssociation"]
    assert taken[0] == ["Purchase order (Draft)"]
    assert taken[2] == ["Budget check result"]
    assert [names for name, names in shown if name == "dataOutputAssociation"][1] == ["Purchase order (Approved)"]
    states = {own.get("name") for own in found.all("dataState")}
    assert {"Draft", "Approved", "Sent"} <= states
    orders = [own for own in found.all("dataObject") if own.get("name") == "Purchase order"]
    assert len(orders) == 1


def test_hostile_names_arrive_whole():
    found = Document(written("hostile", "P"))
    names = {own.get("name") for own in found.root.iter()}
    for name in HOSTILE_NAMES:
        assert " ".join(name.split()) in names
