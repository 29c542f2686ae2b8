"""The order of steps inside processes."""

from ltcarch.loading import load
from tests.projects import write_project


def sequence(folder, text):
    loaded = load(write_project(folder, {"a.yaml": text}))
    assert loaded.diagnostics == ()
    architecture = loaded.architecture
    return architecture.sequence, architecture.elements


def ways(of, element):
    return [(way.on, way.to, way.end, way.implied) for way in of.successors(element)]


def test_a_list_runs_in_its_order_to_the_only_end(tmp_path):
    of, elements = sequence(
        tmp_path, "processes: [{id: P, name: P, ends: [done], activities: [{id: A, name: A}, {id: B, name: B}]}]"
    )
    assert [step.id for step in of.starts(elements["P"])] == ["A"]
    assert ways(of, elements["A"]) == [(None, "B", None, True)]
    assert ways(of, elements["B"]) == [(None, None, "done", True)]


def test_alternatives_follow_together(tmp_path):
    text = """
scenarios: [{id: way, name: Way, values: [tender, direct]}]
processes:
  - id: P
    name: P
    activities: [{id: A, name: A, order: 1}, {id: B, name: B, order: 4}]
    subprocesses:
      - {id: S, name: S, order: 2, scenario: {dimension: way, value: tender}}
      - {id: T, name: T, order: 3, scenario: {dimension: way, value: direct}}
"""
    of, elements = sequence(tmp_path, text)
    assert ways(of, elements["A"]) == [(None, "S", None, True), (None, "T", None, True)]
    assert ways(of, elements["S"]) == ways(of, elements["T"]) == [(None, "B", None, True)]


def test_a_linked_process_starts_where_nothing_leads(tmp_path):
    text = """
processes:
  - id: P
    name: P
    ends: [done]
    activities:
      - {id: B, name: B, next: [{end: done}]}
      - {id: A, name: A, next: [B]}
"""
    of, elements = sequence(tmp_path, text)
    assert [step.id for step in of.starts(elements["P"])] == ["A"]


def test_a_linked_process_starts_at_its_first_step_where_only_a_loop_leads_there(tmp_path):
    text = """
processes:
  - id: P
    name: P
    ends: [done]
    activities:
      - {id: A, name: A, next: [B]}
      - {id: B, name: B, next: [A, {end: done}]}
      - {id: X, name: X, next: [{end: done}]}
"""
    of, elements = sequence(tmp_path, text)
    assert [step.id for step in of.starts(elements["P"])] == ["A", "X"]


def test_a_sub_process_is_no_start_where_a_link_leads_into_it(tmp_path):
    text = """
processes:
  - id: P
    name: P
    ends: [done]
    activities: [{id: A, name: A, next: [S.A]}]
    subprocesses: [{id: S, name: S, activities: [{id: S.A, name: B}]}]
"""
    of, elements = sequence(tmp_path, text)
    assert [step.id for step in of.starts(elements["P"])] == ["A"]


def test_a_call_continues_by_the_ends_of_the_called_process(tmp_path):
    text = """
processes:
  - {id: Q, name: Q, ends: [passed, failed]}
  - id: P
    name: P
    ends: [done]
    activities:
      - {id: A, name: A, calls: {process: Q}, next: [{on: passed, to: B}, {on: failed, end: done}]}
      - {id: B, name: B, next: [{end: done}]}
"""
    of, elements = sequence(tmp_path, text)
    assert ways(of, elements["A"]) == [("passed", "B", None, False), ("failed", None, "done", False)]


def test_an_unknown_end_of_the_called_process_is_found(tmp_path):
    text = """
processes:
  - {id: Q, name: Q, ends: [passed]}
  - {id: P, name: P, ends: [done], activities: [{id: A, name: A, calls: {process: Q}, next: [{on: pased, end: done}]}]}
"""
    found = load(write_project(tmp_path, {"a.yaml": text})).diagnostics
    assert [(one.code, one.help) for one in found] == [("REF03", "did you mean `passed`?")]


def test_a_large_process_is_planned_once(tmp_path):
    steps = "".join(f"      - {{id: A{index}, name: A}}\n" for index in range(3000))
    of, elements = sequence(tmp_path, f"processes:\n  - id: P\n    name: P\n    activities:\n{steps}")
    assert sum(len(of.successors(step)) for step in of.steps(elements["P"])) == 3000
    assert len(of._plans) == 1
