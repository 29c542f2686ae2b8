"""What is named must exist and be of a kind that fits."""

import pytest

from ltcarch.loading import load
from tests.projects import PROJECT, write_project

ROLE = "roles: [{id: order_clerk, name: Clerk}]\npositions: [{id: assistant, name: Assistant}]\n"
STATES = "artifacts: [{id: x, name: X, states: [draft, signed]}]\n"


def reference_faults(folder, text, project=PROJECT):
    loaded = load(write_project(folder, {"ltcarch.yaml": project, "a.yaml": text}))
    return [found for found in loaded.diagnostics if found.code.startswith("REF")]


@pytest.mark.parametrize(
    ("text", "place", "code", "message", "help_text"),
    [
        (
            ROLE + "activities: [{id: A, name: A, role: order_clrk}]", "3:37", "REF01",
            "activity A: `role` names `order_clrk`, which does not exist", "did you mean `order_clerk`?",
        ),
        (
            "activities: [{id: A, name: A, inputs: [{artifact: zzz}]}]", "1:51", "REF01",
            "`inputs.artifact` names `zzz`", "the id of an artifact; add it under `artifacts:`",
        ),
        (
            ROLE + "activities: [{id: A, name: A, role: assistant}]", "3:37", "REF02",
            "`role` names position assistant; it must name a role or a team", None,
        ),
        (
            "processes: [{id: P, name: P, ends: [done], activities: [{id: A, name: A, next: [{end: dnoe}]}]}]", "1:87",
            "REF03", "`dnoe` is not an end of P", "did you mean `done`?",
        ),
        (
            "processes: [{id: P, name: P, next: [{on: done, to: P}]}]", "1:42", "REF03", "`done` is not an end of P",
            "none is stated there",
        ),
        (
            STATES + "activities: [{id: A, name: A, outputs: [{artifact: x, state: singed}]}]", "2:62", "REF03",
            "`singed` is not a state of artifact x", "`signed`?",
        ),
        (STATES + "activities: [{id: A, name: A, waits: {for: x, state: z}}]", "2:54", "REF03", "`z`", "draft, signed"),
        (STATES + "flows: [{id: f, artifacts: [x], state: z}]", "2:40", "REF03", "`z` is not a state", "draft, signed"),
        (
            "scenarios: [{id: s, name: S, values: [small]}]\n"
            "subprocesses: [{id: P, name: P, scenario: {dimension: s, value: big}}]", "2:65", "REF03",
            "`big` is not a value of scenario s", "known: small",
        ),
        ("roles: [{id: r, name: R, waivers: [{owner: zzz}]}]", "1:44", "REF01", "`waivers.owner`", "position"),
    ],
)  # fmt: skip
def test_faults(text, place, code, message, help_text, tmp_path):
    (found,) = reference_faults(tmp_path, text)
    assert (f"{found.location.span.line}:{found.location.span.column}", found.code) == (place, code)
    assert message in found.message
    assert (help_text in found.help) if help_text else found.help is None


def test_a_wrong_kind_shows_what_was_named(tmp_path):
    (found,) = reference_faults(tmp_path, ROLE + "activities: [{id: A, name: A, role: assistant}]")
    assert found.related[0].location.span.line == 2


def test_provenance_is_free_without_a_legend(tmp_path):
    text = "roles: [{id: r, name: R, provenance: [S1, S2]}]"
    assert reference_faults(tmp_path / "free", text) == []
    (found,) = reference_faults(tmp_path / "legend", text, PROJECT + "provenance: {S1: Section 1}\n")
    assert (found.code, found.location.span.column) == ("REF04", 43)
    assert "add it under `provenance:`" in found.help


def test_the_project_file_names_what_exists(tmp_path):
    project = PROJECT + "required_interfaces: [{from: L, to: M, artifact: x}]\n"
    found = reference_faults(tmp_path, "classifications: [{id: L, name: L}]\nroles: [{id: x, name: X}]", project)
    assert [(one.code, one.location.source.path) for one in found] == [
        ("REF01", "ltcarch.yaml"),
        ("REF02", "ltcarch.yaml"),
    ]


def test_what_may_name_anything(tmp_path):
    assert reference_faults(tmp_path, "roles: [{id: r, name: R}]\nretired: [{id: q, replaced_by: [r]}]") == []


def test_an_element_whose_id_is_taken_is_looked_at_too(tmp_path):
    found = reference_faults(tmp_path, "roles: [{id: r, name: R}, {id: r, name: R, team: t}]")
    assert [(one.code, one.location.span.column) for one in found] == [("REF01", 50)]
