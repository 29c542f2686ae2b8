"""Files as other tools write them: what each element becomes, and that none goes without a word."""

import pytest

from ltcarch.interchange.bpmn.reading.account import Fate
from ltcarch.interchange.bpmn.reading.imported import Wishes, imported
from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.loading import load
from ltcarch.publish.diagrams import DIAGRAMS
from ltcarch.publish.diagrams import Wishes as Drawing
from ltcarch.views.swimlane import processes_with_flow
from tests.interchange.bpmn.documents import PROCESSES, written
from tests.interchange.bpmn.imports import (
    FILES,
    NAMES,
    activities,
    findings_of,
    imported_file,
    imported_text,
    onward,
    untold,
    without_extension,
)  # fmt: skip

CLAIMS, GATEWAYS, TRIP, BUYING = (
    "claims-modeler.bpmn", "gateways-eclipse.bpmn2", "subprocesses-suite.bpmn", "two-companies.bpmn",
)  # fmt: skip


def fates(name: str) -> dict[str, tuple[Fate, str]]:
    return {own.id: (own.fate, own.sentence) for own in imported_file(name).entries}


def attributes(name: str, step: str) -> dict:
    return activities(imported_file(name))[step].attributes


@pytest.mark.parametrize("name", NAMES)
def test_every_element_is_told(name):
    assert untold(FILES / name, imported_file(name)) == []
    assert all(own.sentence for own in imported_file(name).entries)


@pytest.mark.parametrize("name", NAMES)
def test_the_project_is_sound_and_its_swimlanes_are_drawn(name, tmp_path):
    assert findings_of(imported_file(name).theirs, tmp_path) == []
    architecture = load(tmp_path).architecture
    drawn = [
        DIAGRAMS["swimlane"].draw(architecture, own, Drawing("en", find_engine))
        for own in processes_with_flow(architecture)
    ]
    assert drawn


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_our_files_without_what_is_kept_in_them_come_in_as_those_of_others(project, process, tmp_path):
    path = tmp_path / "p.bpmn"
    path.write_bytes(without_extension(written(project, process, "en", with_artifacts=True)))
    found = imported(Wishes((path,)), None)
    assert untold(path, found) == []
    assert [own for own in findings_of(found.theirs, tmp_path / "made") if not own.startswith(("ACT", "FLW"))] == []


def test_the_same_file_gives_the_same_records():
    first, second = (imported(Wishes((FILES / CLAIMS,)), None) for _ in range(2))
    assert first.theirs == second.theirs
    assert first.entries == second.entries


# Pools, lanes, event-based gateways and messages


def test_innermost_lanes_are_roles_and_those_around_them_teams():
    found = imported_file(CLAIMS).theirs
    assert [own.name() for own in found.of_kind("role")] == ["Claims clerk", "Head of claims", "Accounts"]
    (team,) = found.of_kind("team")
    assert team.attributes["members"] == ["claims_clerk", "head_of_claims"]
    assert found.get("head_of_claims").attributes["team"] == "claims_department"
    assert found.get("claims_clerk").attributes["description"] == "Handles claims."
    assert attributes(CLAIMS, "Approve payment")["role"] == ["head_of_claims"]
    assert fates(CLAIMS)["Lane_dep"][0] is Fate.CHANGED


def test_the_process_has_the_name_and_the_triggers_and_ends_of_the_file():
    process = imported_file(CLAIMS).theirs.get("settle_claims")
    assert process.attributes["description"] == "From the claim to the payment."
    assert process.attributes["triggers"] == [
        {"type": "message", "name": "Claim arrives", "artifact": "claim_form", "from": "customer"}
    ]
    assert [own["id"] for own in process.attributes["ends"]] == ["claim_paid", "claim_rejected"]
    assert process.attributes["tags"] == ["bpmn:Process_0claims"]


def test_the_first_event_ends_a_wait_with_its_time_out():
    waiting = attributes(CLAIMS, "Report received")
    remind = activities(imported_file(CLAIMS))["Remind the expert"].id
    assert waiting["waits"] == {"for": "expert_report", "from": "expert", "timeout": "P14D", "then": remind}
    assert waiting["join"] == "exclusive"
    assert onward(imported_file(CLAIMS), "Remind the expert") == {"Report received": ""}
    assert fates(CLAIMS)["Event_late"] == (Fate.IMPORTED, "the time after which the activity waits no longer")


def test_gateways_are_said_by_the_activities_beside_them():
    assert attributes(CLAIMS, "Check claim")["split"] == "exclusive"
    assert onward(imported_file(CLAIMS), "Check claim") == {
        "Ask for a report": " *", "claim_rejected": "Covered? no", "Approve payment": "Covered? below 500",
    }  # fmt: skip


def test_kinds_of_tasks_are_ways_of_working():
    names = ("Check claim", "Remind the expert", "Pay", "Approve payment", "Ask for a report")
    ways = [attributes(CLAIMS, name).get("automation") for name in names]
    assert ways == ["assisted", "manual", "automatic", "automatic", None]
    assert attributes(CLAIMS, "Approve payment")["decision"] is True


def test_messages_and_data_are_artifacts():
    assert attributes(CLAIMS, "Pay")["outputs"] == [{"artifact": "payment", "to": "customer"}]
    assert attributes(CLAIMS, "Ask for a report")["outputs"] == [{"artifact": "request_for_a_report", "to": "expert"}]
    assert attributes(CLAIMS, "Check claim")["inputs"] == [{"artifact": "contracts"}]
    assert attributes(CLAIMS, "Check claim")["outputs"] == [{"artifact": "claim_file", "state": "checked"}]
    assert imported_file(CLAIMS).theirs.get("claim_file").attributes["states"] == [{"id": "checked", "name": "checked"}]


def test_notes_are_added_to_what_they_stand_at():
    assert attributes(CLAIMS, "Check claim")["description"] == (
        "Look at cover and facts.\nBelow 500 no report is asked for."
    )


@pytest.mark.parametrize(
    ("name", "own", "fate", "told"),
    [
        (CLAIMS, "Task_check", Fate.CHANGED, "without `camunda:assignee`, `camunda:formData`, `camunda:formKey`"),
        (CLAIMS, "F4", Fate.CHANGED, "`${!covered}` is left out"),
        (CLAIMS, "Event_rejected", Fate.CHANGED, "terminate is left out"),
        (CLAIMS, "Group_1", Fate.LEFT_OUT, "nothing in an architecture stands for it"),
        (CLAIMS, "DataStoreReference_1", Fate.CHANGED, "a data store is artifact contracts"),
        (GATEWAYS, "c1", Fate.CHANGED, "a complex gateway counts as inclusive"),
        (GATEWAYS, "p1", Fate.CHANGED, "an activity that only routes"),
        (GATEWAYS, "x2", Fate.IMPORTED, "said by the activities beside it"),
        (TRIP, "sid-l2", Fate.LEFT_OUT, "a second set of lanes"),
        (TRIP, "sid-p21", Fate.CHANGED, "without its `script`"),
        (TRIP, "sid-b1", Fate.CHANGED, "Do it for each: number of travellers, one after the other"),
        (TRIP, "sid-ask", Fate.CHANGED, "Repeat: no answer yet"),
        (TRIP, "sid-book", Fate.CHANGED, "that it is a transaction is left out"),
        (TRIP, "sid-adhoc", Fate.CHANGED, "in the order of the file"),
        (TRIP, "sid-undo", Fate.CHANGED, "it undoes something"),
        (TRIP, "sid-late", Fate.CHANGED, "another way on from the activity, `One month (P1M)`"),
        (TRIP, "sid-error", Fate.LEFT_OUT, "nothing in an architecture"),
        (TRIP, "sid-bill", Fate.CHANGED, "calls `sid-billing`, which no file holds"),
        (BUYING, "mf4", Fate.LEFT_OUT, "one of its ends is not in the file"),
        (BUYING, "b9", Fate.LEFT_OUT, "one of its ends is not in this process"),
        (BUYING, "mile", Fate.CHANGED, "a point on the way"),
        (BUYING, "s1", Fate.CHANGED, "a trigger by hand"),
        (BUYING, "store", Fate.CHANGED, "which has the name of its reference"),
    ],
)
def test_what_comes_in_otherwise_or_not_at_all_is_told(name, own, fate, told):
    found, sentence = fates(name)[own]
    assert found is fate
    assert told in sentence


# Gateways


def test_chains_of_choices_are_one_choice():
    assert onward(imported_file(GATEWAYS), "Take order") == {
        "Pack small": "Which kind? goods, Which size? small",
        "Pack large": "Which kind? goods, Which size? large",
        "Pack something else": "Which kind? other",
    }


def test_a_gateway_between_gateways_is_a_step_that_only_routes():
    extras = attributes(GATEWAYS, "Which extras?")
    assert (extras["join"], extras["split"]) == ("exclusive", "inclusive")
    assert extras["tags"] == ["routing", "bpmn:i1"]
    assert onward(imported_file(GATEWAYS), "Which extras?") == {
        "Choose the way on": " *", "Write a card": "Which extras? card", "Wrap it": "Which extras? paper",
    }  # fmt: skip
    both = attributes(GATEWAYS, "Choose the way on")
    assert (both["join"], both["split"]) == ("inclusive", "parallel")


def test_ways_meet_at_the_next_activity():
    assert attributes(GATEWAYS, "Look at it")["join"] == "parallel"
    assert attributes(GATEWAYS, "Take order").get("join") is None
    assert onward(imported_file(GATEWAYS), "Look at it") == {
        "Take order": "All well? no",
        "Two of three": "All well? yes",
    }


def test_ways_without_a_gateway_are_all_taken(tmp_path):
    tasks = "".join(f'<task id="{own}" name="{own}"/>' for own in "abc")
    ways = "".join(
        f'<sequenceFlow id="{own}" sourceRef="{own[0]}" targetRef="{own[1]}"/>' for own in ("ab", "ac", "bc")
    )
    found = imported_text(tasks + ways, tmp_path)
    assert activities(found)["a"].attributes["split"] == "parallel"
    assert activities(found)["c"].attributes["join"] == "exclusive"


def test_two_ways_of_a_fork_to_one_step_are_not_made_one(tmp_path):
    inside = (
        '<task id="a" name="a"/><parallelGateway id="g"/><task id="b" name="b"/>'
        '<exclusiveGateway id="m"/><task id="c" name="c"/>'
        + "".join(
            f'<sequenceFlow id="f{n}" sourceRef="{one}" targetRef="{other}"/>'
            for n, (one, other) in enumerate(["ag", "gb", "gm", "gc", "bm", "mc"])
        )
    )
    found = imported_text(inside, tmp_path)
    steps = activities(found)
    assert len(steps) == 4
    assert set(onward(found, "a")) == {"b", "c", "Bring the ways together"}


# Sub-processes, borders and loops


def test_subprocesses_stand_in_the_process_and_those_in_them_are_called():
    found = imported_file(TRIP).theirs
    kinds = {own.name(): own.kind for own in found.elements}
    assert kinds["Plan the trip"] == kinds["Book"] == kinds["Make papers ready"] == "subprocess"
    assert attributes(TRIP, "Compare hotels")["calls"] == {"process": "compare_hotels"}
    assert found.get("compare_hotels").kind == "process"
    assert onward(imported_file(TRIP), "Plan the trip") == {"Book": ""}
    assert attributes(TRIP, "Choose places")["role"] == ["travel_agent"]


def test_events_at_borders_are_other_ways_on():
    assert onward(imported_file(TRIP), "Ask how it was") == {
        "trip_closed": "One month (P1M) *",
        "Apologise": "Complaint",
    }
    assert attributes(TRIP, "Ask how it was")["split"] == "inclusive"


def test_a_time_that_runs_out_at_a_waiting_task_is_said_by_its_wait():
    waits = attributes(BUYING, "接收货物")["waits"]
    assert waits["timeout"] == "P30D"
    assert waits["then"] == activities(imported_file(BUYING))["催货"].id


def test_what_only_an_event_sets_off_is_a_process_of_its_own():
    found = imported_file(TRIP).theirs
    strike = found.get("handle_a_strike")
    assert strike.attributes["triggers"] == [{"type": "message", "name": "Strike", "artifact": "strike_notice"}]
    assert {"case": "Strike", "handling": "Handle a strike"} in found.get("arrange_a_trip").attributes["exceptions"]


def test_what_is_undone_is_an_exception():
    book = activities(imported_file(TRIP))["Book"]
    assert book.attributes["exceptions"] == [{"case": "Book flight", "handling": "Cancel flight"}]


def test_that_a_subprocess_is_repeated_is_in_its_description(tmp_path):
    loop = "<standardLoopCharacteristics><loopCondition>rain</loopCondition></standardLoopCharacteristics>"
    inside = f'<subProcess id="s" name="Wait">{loop}<task id="t" name="Look"/></subProcess>'
    assert activities(imported_text(inside, tmp_path))["Wait"].attributes["description"] == "Repeat: rain"


def test_timers_set_processes_off():
    trip = imported_file(TRIP).theirs.get("arrange_a_trip")
    assert trip.attributes["triggers"] == [{"type": "timer", "name": "Every Monday", "every": "P7D"}]


# Several pools with processes


def test_pools_with_a_flow_are_processes_that_exchange_artifacts():
    buy, sell = imported_file(BUYING).theirs.of_kind("process")
    assert (buy.name(), sell.name()) == ("采购物料", "供应方")
    goods = next(own.id for own in imported_file(BUYING).theirs.of_kind("artifact") if own.name() == "货物")
    assert attributes(BUYING, "发货")["outputs"] == [{"artifact": goods, "to": buy.id}]
    assert attributes(BUYING, "接收货物")["waits"]["from"] == sell.id
    assert sell.attributes["triggers"][0]["from"] == buy.id
    assert sell.attributes["inputs"][0]["from"] == imported_file(BUYING).theirs.of_kind("external")[0].id


def test_several_events_are_a_choice_of_a_step_that_waits():
    waiting = attributes(BUYING, "等待")
    assert waiting["split"] == "exclusive"
    assert waiting["tags"] == ["event", "bpmn:eg"]
    assert len(waiting["inputs"]) == 2
    assert set(onward(imported_file(BUYING), "等待").values()) == {"客户付款", "客户取消 / 三天 (P3D)"}


def test_links_are_ways():
    (end,) = imported_file(BUYING).theirs.of_kind("process")[0].attributes["ends"]
    assert onward(imported_file(BUYING), "接收货物") == {end["id"]: ""}


def test_a_later_start_is_a_trigger_of_its_step():
    assert attributes(BUYING, "记录电话")["triggers"] == [{"type": "manual", "name": "电话订货"}]


def test_a_start_in_the_midst_of_another_way_leads_there_by_a_step_of_its_own():
    assert onward(imported_file(BUYING), "订单到达") == {"受理订单": ""}
    assert attributes(BUYING, "订单到达")["tags"] == ["routing"]


def test_the_language_of_names_can_be_told():
    found = imported(Wishes((FILES / CLAIMS,), language="de"), None)
    assert found.theirs.settings["languages"] == ["de"]
    assert imported_file(BUYING).theirs.settings["languages"] == ["zh"]
