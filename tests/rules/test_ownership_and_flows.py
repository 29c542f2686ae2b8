"""What findings about owners and flows say, and where they leave the word to what reading found."""

import pytest

from ltcarch.rules import RULES
from tests.projects import PROJECT, findings

BY_CODE = {rule.code: rule for rule in RULES}
ARTIFACT = "artifacts: [{id: x, name: X, states: [draft, signed]}]\n"
TWO = "classifications: [{id: L, name: L, axes: {class: execution}%s}, {id: M, name: M, axes: {class: enabling}%s}]\n"


def told(folder, code, *texts, project=PROJECT):
    files = {"ltcarch.yaml": project, **{f"{'abc'[index]}.yaml": text for index, text in enumerate(texts)}}
    return [found for found in findings(folder, files, rules=[BY_CODE[code]]) if found.code == code]


WAITS = ARTIFACT + "activities: [{id: A, name: A, waits: {for: x}}]"
ROUND = ARTIFACT + "activities: [{id: A, name: A, inputs: [x], outputs: [x]}]"
OUT_OF_SIGHT = [
    ("FLW01", ARTIFACT + "activities: [{id: A, name: A, inputs: [x]}]", "x"),
    ("FLW02", ARTIFACT + "activities: [{id: A, name: A, outputs: [x]}]", "x"),
    ("FLW04", ARTIFACT + "flows: [{id: f, from: L, artifacts: [x]}]\n" + TWO % (", outputs: [y]", ""), "x"),
    ("FLW05", ARTIFACT + "processes: [{id: P, name: P, inputs: [x]}]", "P"),
    ("FLW14", ARTIFACT + "flows: [{id: f, from: L, artifacts: [x]}]\nclassifications: "
     "[{id: L, name: L, outputs: [x], processes: [{id: P, name: P, activities: [{id: A, name: A}]}]}]", "x"),
    ("FLW15", TWO % ("", ""), "anything"),
    ("FLW16", TWO % ("", ""), "anything"),
    ("FLW18", ARTIFACT, "x, y"),
    ("FLW19", ARTIFACT + "activities: [{id: A, name: A, outputs: [{artifact: x, state: draft}]},"
     " {id: B, name: B, inputs: [{artifact: x, state: signed}]}]", "x"),
    ("FLW20", "artifacts: [{id: x, name: X}, {id: y, name: Y}]\ngroups: [{id: G, name: G, outputs: [x], next: [H]},"
     " {id: H, name: H, inputs: [y]}]", "anything"),
    ("OWN07", "roles: [{id: r, name: R}]\nactivities: [{id: A, name: A, role: r}]", "r"),
    ("OWN10", "roles: [{id: r, name: R}]", "r"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "word"), OUT_OF_SIGHT, ids=[case[0] for case in OUT_OF_SIGHT])
def test_nothing_is_missed_that_an_unreadable_file_may_hold(code, text, word, tmp_path):
    text = text.replace(ARTIFACT, ARTIFACT.replace("}]", "}, {id: y, name: Y}]"))
    assert told(tmp_path / "whole", code, text)
    assert not told(tmp_path / "broken", code, text, f"roles: [{{id: other, name: {word}")
    if word != "anything":
        assert told(tmp_path / "elsewhere", code, text, "roles: [{id: other, name: something")


def test_expected_owners_and_roles_may_stand_in_an_unreadable_file(tmp_path):
    project = PROJECT + "rules: {OWN03: {owners: {L: p}}, OWN11: {roles: {L: [r], M: [s]}}}\n"
    broken = "classifications: [{id: L, name: L}]\nroles: [{id: r, name: R}, {id: s, name: ["
    text = (
        "classifications: [{id: M, name: M, processes: [{id: P, name: P, activities: [{id: A, name: A, role: q}]}]}]\n"
    )
    text += "roles: [{id: q, name: Q}]\npositions: [{id: p, name: P1}]\n"
    assert not told(tmp_path / "owner", "OWN03", text, broken, project=project)
    assert not told(tmp_path / "role", "OWN11", text, broken, project=project)
    assert told(tmp_path / "whole", "OWN03", text, project=project)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("FLW04", "flows: [{id: f, from: L, artifacts: [y]}]\nclassifications: [{id: L, name: L, outputs: [x]}]\n"),
        ("FLW04", "flows: [{id: f, from: L, artifacts: [x]}]\nclassifications: [{id: L, name: L, outputs: [y]}]\n"),
        ("FLW14", "flows: [{id: f, from: L, artifacts: [y]}]\nclassifications: [{id: L, name: L}]\n"),
        ("FLW20", "groups: [{id: G, name: G, outputs: [x], next: [H]}, {id: H, name: H, inputs: [y]}]\n"),
        ("OWN02", "classifications: [{id: L, name: L, owner: nobody}]\n"),
        ("OWN06", "activities: [{id: A, name: A, role: r, tasks: [{id: T, name: T, role: nobody}]}]\n"),
        ("OWN09", "activities: [{id: A, name: A, raci: {consulted: [x], respons: [y]}}]\n"),
        ("OWN01", "classifications: [{id: L, name: L, owner: 7}, {id: M, name: M, ownr: p}]\n"),
        ("FLW22", "flows: [{id: f, from: 3, too: L, artifacts: x}]\n"),
    ],
)
def test_what_reading_told_is_not_told_again(code, text, tmp_path):
    assert told(tmp_path, code, ARTIFACT + "roles: [{id: r, name: R}]\n" + text) == []


def test_a_required_interface_of_unknown_ends_is_told_by_its_reference(tmp_path):
    project = PROJECT + "required_interfaces: [{from: L, to: N}, {from: N, to: L}, {from: L, to: M, artifact: y}]\n"
    assert told(tmp_path, "FLW06", TWO % ("", ""), project=project) == []


@pytest.mark.parametrize(
    ("code", "text", "message", "help_text"),
    [
        ("OWN01", "classifications: [{id: L, name: L, owner: [p, q, r]}]", "owner: p, q and r", "deputies"),
        ("OWN02", "classifications: [{id: L, name: L, owner: u}]\nunits: [{id: u, name: U, head: p}]\n"
         "positions: [{id: p, name: P}]", "the owner of classification L is a unit, u", "its head is p"),
        ("OWN02", "classifications: [{id: L, name: L, owner: r}]\nroles: [{id: r, name: R}]\n"
         "positions: [{id: p, name: P, roles: [r]}]", "is a role, r", "p plays this role"),
        ("OWN02", "classifications: [{id: L, name: L, owner: u}]\nunits: [{id: u, name: U}]", "a unit", "a position"),
        ("OWN05", "activities: [{id: A, name: A, raci: {responsible: [r]}}]\nroles: [{id: r, name: R}]",
         "activity A has no responsible role", "`role: r`"),
        ("OWN13", "roles: [{id: r, name: R}]\nactivities: [{id: A, name: A, role: r}]",
         "states no responsibility and no authority", "`responsibility:` and `authority:`"),
        ("FLW01", WAITS, "A waits for x, which nobody makes", "`from:`"),
        ("FLW01", ROUND, "which nobody else makes", "`source:`"),
        ("FLW02", ROUND, "which nobody else takes", "`terminal:"),
        ("FLW13", ARTIFACT + "activities: [{id: A, name: A, outputs: [{artifact: x, state: draft}]},"
         " {id: B, name: B, outputs: [{artifact: x, state: draft}]}]",
         "activity B makes x in state draft, and so does activity A", "`producer:`"),
        ("FLW19", ARTIFACT + "activities: [{id: A, name: A, outputs: [{artifact: x, state: draft}]},"
         " {id: B, name: B, inputs: [{artifact: x, state: signed}]}]", "takes x in state signed", "in state draft"),
        ("FLW22", "flows: [{id: f}]", "states no `from`, `to` and no `artifacts`",
         "`from:`, `to:` and `artifacts:`"),
    ],
)  # fmt: skip
def test_messages(code, text, message, help_text, tmp_path):
    (found,) = told(tmp_path, code, text)
    assert message in found.message
    assert help_text in found.help


def test_a_required_interface_says_why(tmp_path):
    project = (
        PROJECT
        + "required_interfaces: [{from: L, to: M, because: Nothing works without}, {from: L, to: M, artifact: x}]\n"
    )
    anything, certain = told(tmp_path, "FLW06", ARTIFACT + TWO % ("", ""), project=project)
    assert anything.message == "nothing flows from L to M, but the project requires an interface"
    assert anything.help.endswith("or below them: Nothing works without")
    assert certain.message == "x does not flow from L to M, which the project requires"
    assert "add x to the outputs of L" in certain.help


def test_an_inherited_owner_is_told_with_where_it_stands(tmp_path):
    project = PROJECT + "rules: {OWN03: {owners: {G: p, L: p}}}\n"
    text = "classifications: [{id: L, name: L, owner: q, groups: [{id: G, name: G}]}]\n"
    text += "positions: [{id: p, name: P}, {id: q, name: Q}]"
    group, whole = sorted(told(tmp_path, "OWN03", text, project=project), key=lambda found: found.element)
    assert group.message == "group G is owned by q, as classification L says; the project file expects p"
    assert whole.message == "classification L is owned by q; the project file expects p"
