"""Files of ours come back as they were; what was changed in their diagram comes back as just that change."""

import base64
import bz2
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltcarch.interchange.bpmn.reading.account import Fate
from ltcarch.interchange.bpmn.reading.kept import Kept, read_kept
from ltcarch.interchange.bpmn.reading.reading import BpmnFile
from ltcarch.interchange.bpmn.reading.source import MOST_BYTES, NotReadable, parsed
from ltcarch.interchange.bpmn.writing import bpmn_document
from ltcarch.interchange.changes import Added, Attribute, Removed, changes_between
from ltcarch.interchange.records import Records, records_of
from ltcarch.loading import load
from tests.interchange.bpmn.documents import PROCESSES, architecture_of, known_records, written
from tests.interchange.bpmn.random_processes import random_process
from tests.projects import write_project


def kept(data: bytes) -> Kept:
    return read_kept([BpmnFile("p.bpmn", parsed("p.bpmn", data))])


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_what_was_exported_comes_back_equal(project, process):
    found = kept(written(project, process, "zh"))
    known = known_records(project)
    below = {own.id for own in architecture_of(project).hierarchy.descendants(architecture_of(project).get(process))}
    assert {process, *below} <= {own.id for own in found.theirs}
    assert all(own == known.by_key[own.key] for own in found.theirs)
    assert Records.of({}, found.base) == Records.of({}, found.theirs)
    assert {own.fate for own in found.entries} == {Fate.IMPORTED}


@settings(max_examples=8, deadline=None)
@given(st.integers(min_value=100, max_value=10**6))
def test_any_random_flow_comes_back_equal(seed):
    with TemporaryDirectory() as folder:
        architecture = load(write_project(Path(folder), random_process(seed))).architecture
    known = records_of(architecture)
    found = kept(bpmn_document(architecture, architecture.get("P"), "en", with_artifacts=seed % 2 == 0))
    assert all(own == known.by_key[own.key] for own in found.theirs)
    assert {own.id for own in architecture.hierarchy.descendants(architecture.get("P"))} < {
        own.id for own in found.theirs
    }
    assert Records.of({}, found.base) == Records.of({}, found.theirs)


# What is changed in the diagram

ORDER = "P2P.1.3"
LAST = "Activity_P2P.1.3.A6"


@cache
def order() -> str:
    return written("examples/procure-to-pay", ORDER, "zh").decode()


def changes_of(text: str) -> list:
    found = kept(text.encode())
    return list(changes_between(Records.of({}, found.base), Records.of({}, found.theirs)))


def replaced(*pairs: tuple[str, str]) -> str:
    text = order()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_new_name_comes_in_and_other_languages_stay():
    (change,) = changes_of(replaced(('name="编制采购订单"', 'name="起草采购订单"')))
    assert isinstance(change, Attribute)
    assert (change.key.id, change.name) == ("P2P.1.3.A1", "name")
    assert change.new == {**change.old, "zh": "起草采购订单"}
    assert "en" in change.new


def test_another_lane_is_another_role():
    member = f"<bpmn:flowNodeRef>{LAST}</bpmn:flowNodeRef>"
    third = "<bpmn:flowNodeRef>Activity_P2P.1.3.A3</bpmn:flowNodeRef>"
    (change,) = changes_of(replaced((member, ""), (third, third + member)))
    assert (change.key.id, change.name, change.old, change.new) == ("P2P.1.3.A6", "role", ["buyer"], ["order_approver"])


def without_fourth() -> str:
    text = re.sub(r'<bpmn:userTask id="Activity_P2P.1.3.A4".*?</bpmn:userTask>', "", order(), flags=re.DOTALL)
    text = re.sub(r'<bpmn:sequenceFlow id="Flow_P2P.1.3.A4-to[^>]*/>', "", text)
    text = text.replace('-split" targetRef="Activity_P2P.1.3.A4"', '-split" targetRef="Gateway_P2P.1.3.A5-merge"')
    return text.replace("<bpmn:flowNodeRef>Activity_P2P.1.3.A4</bpmn:flowNodeRef>", "")


def test_what_was_deleted_is_removed_and_the_ways_lead_past_it():
    removed, changed = changes_of(without_fourth())
    assert isinstance(removed, Removed)
    assert removed.record.id == "P2P.1.3.A4"
    assert (changed.key.id, changed.name) == ("P2P.1.3.A3", "next")
    assert changed.new[0] == {**changed.old[0], "to": "P2P.1.3.A5"}
    assert changed.new[1:] == changed.old[1:]


def with_new_step(extension: str = "") -> str:
    member = "<bpmn:flowNodeRef>Activity_P2P.1.3.A4</bpmn:flowNodeRef>"
    new = f'<bpmn:userTask id="Activity_0new" name="复核订单">{extension}</bpmn:userTask>'
    flow = '<bpmn:sequenceFlow id="Flow_0new" sourceRef="Activity_0new" targetRef="Activity_P2P.1.3.A4"/>'
    return replaced(
        ('-split" targetRef="Activity_P2P.1.3.A4"', '-split" targetRef="Activity_0new"'),
        (member, member + member.replace("Activity_P2P.1.3.A4", "Activity_0new")),
        ('<bpmn:startEvent id="Event_P2P.1.3-start"', f'{new}{flow}<bpmn:startEvent id="Event_P2P.1.3-start"'),
    )


def test_a_new_task_is_a_new_activity():
    by_kind = {type(own): own for own in changes_of(with_new_step())}
    added = by_kind[Added].record
    assert (added.id, added.parent, added.attributes["role"]) == ("P2P.1.3.A7", ORDER, ["buyer"])
    assert added.attributes["next"] == [{"to": "P2P.1.3.A4"}]
    assert by_kind[Attribute].new[0]["to"] == "P2P.1.3.A7"
    assert set(by_kind) == {Added, Attribute}


def test_a_copied_task_is_a_new_activity_although_it_keeps_the_record_of_the_first():
    record = '<ltcarch:element kind="activity" id="P2P.1.3.A4" parent="P2P.1.3"/>'
    copied = f"<bpmn:extensionElements>{record}</bpmn:extensionElements>"
    added = [own.record.id for own in changes_of(with_new_step(copied)) if isinstance(own, Added)]
    assert added == ["P2P.1.3.A7"]


def test_another_condition_or_end_keeps_its_other_languages():
    (when,) = changes_of(replaced(("供应商拒绝", "供应商明确拒绝")))
    assert when.new[-1]["when"] == {**when.old[-1]["when"], "zh": "供应商明确拒绝"}
    (end,) = changes_of(
        replaced(
            ('"Event_end-over_budget-at-buyer" name="超出预算"', '"Event_end-over_budget-at-buyer" name="预算不足"')
        )
    )
    assert end.name == "ends"
    former, now = ({own["id"]: own for own in side} for side in (end.old, end.new))
    assert list(former) == list(now)
    assert now["over_budget"]["name"] == {**former["over_budget"]["name"], "zh": "预算不足"}


def test_a_file_without_the_diagram_as_it_was_exported_gives_what_was_kept():
    text = re.sub(r"<ltcarch:export>.*?</ltcarch:export>", "", order(), flags=re.DOTALL)
    assert changes_of(text) == []


@pytest.mark.parametrize(
    "spoilt", ["<ltcarch:export>rubbish</ltcarch:export>", "<ltcarch:export>QlpoOTFBWSZT</ltcarch:export>"]
)
def test_a_spoilt_export_is_told(spoilt):
    text = re.sub(r"<ltcarch:export>.*?</ltcarch:export>", spoilt, order(), flags=re.DOTALL)
    with pytest.raises(NotReadable, match="what was exported is not kept there"):
        changes_of(text)


def test_a_packed_bomb_is_not_unpacked():
    bomb = base64.b64encode(bz2.compress(b" " * (MOST_BYTES + 1))).decode()
    text = re.sub(r"(<ltcarch:export>).*?(<)", rf"\g<1>{bomb}\g<2>", order(), flags=re.DOTALL)
    with pytest.raises(NotReadable, match="not kept there whole"):
        changes_of(text)
