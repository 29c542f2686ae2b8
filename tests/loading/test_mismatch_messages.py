"""Faults of shape: what is said, at which place, and what to do."""

import pytest

from ltcarch.loading import load
from tests.projects import write_project

CASES = [
    ("clasifications: []", "1:1", "SCH01", "unknown key `clasifications` in the file", "`classifications`?"),
    ("roles: [{id: r, name: R, colour: red}]", "1:26", "SCH01", "unknown key `colour` in role r", "known keys: "),
    ("activities: [{id: A, name: A, raci: {consult: []}}]", "1:38", "SCH01", "in `raci` of activity A", "`consulted`"),
    ("roles: [{id: r}]", "1:14", "SCH02", "role r has no `name`", "add `name:`"),
    ("roles: [{name: R}]", "1:10", "SCH02", "this role has no `id`", "add `id:`"),
    ("processes: [{id: P, name: P, ends: [x, {}]}]", "1:40", "SCH02", "item 2 of `ends` of process P has no", "`id:`"),
    ("roles: [{}]", "1:9", "SCH02", "this role has no `id`", "add `id:`"),
    ("kpis: [{id: k, name: 3}]", "1:22", "SCH03", "`name` of KPI k is 3, which is no text", "in quotes"),
    ("roles: [{id: r, name: R, tags: [a, 2]}]", "1:36", "SCH03", "item 2 of `tags` of role r is 2", "in quotes"),
    ("roles: [{id: r, name: R, tags: a}]", "1:32", "SCH03", "`tags` of role r must be a list, not text", "example: ["),
    ("roles: [{id: r, name: }]", "1:17", "SCH03", "`name` of role r is empty", "delete it"),
    ("artifacts: [{id: a, name: A, reference: yes}]", "1:41", "SCH03", "must be true or false", "without quotes"),
    ('classifications: [{id: L, name: L, order: "1"}]', "1:43", "SCH03", "must be a whole number", "without quotes"),
    ("roles:\n  - id:r\n", "2:5", "SCH03", "item 1 of `roles` of the file must be a map, not text", "a space belongs"),
    ("roles:\n  - id：r\n", "2:5", "SCH03", "must be a map, not text", "`：` is only text"),
    ("roles:\n  id: r\n", "1:1", "SCH03", "`roles` of the file must be a list, not a map", "`- `"),
    ("- id: r\n", "1:3", "SCH03", "the file must be a map, not a list", "`activities:`"),
    ("hello", "1:1", "SCH03", "the file must be a map, not text", "`activities:`"),
    ("roles: [{id: a, name: Plan, do}]", "1:29", "SCH01", "unknown key `do` in role a", "a comma ends a text"),
    ("roles: [{id: a, name:A}]", "1:17", "SCH01", "unknown key `name:A` in role a", "a space belongs"),
    ("roles: [{id: a, name：甲}]", "1:17", "SCH01", "unknown key `name：甲` in role a", "`：` is only text"),
    ("roles: [{id: a, name: A, “tags”: [b]}]", "1:26", "SCH01", "unknown key `“tags”` in role a", "straight quotes"),
    ("roles: []\n\u3000- b: 1\n", "2:1", "SCH01", "unknown key `\\u3000- b` in the file", "plain spaces"),
    ("roles:\n  - id: a\n    name: #1\n", "3:5", "SCH03", "`name` of role a is empty", "a comment"),
    ("roles: [{id: a, name: A, tags: 【b】}]", "1:32", "SCH03", "must be a list, not text", "needs ["),
    ("roles: [{id: “a”, name: A}]", "1:14", "SCH05", "`id` of role “a” is malformed", "straight quotes"),
    ("artifacts: [{id: a, name: A, type: recrd}]", "1:36", "SCH04", "`type` of artifact a cannot be", "`record`?"),
    ("roles: [{id: a b, name: A}]", "1:14", "SCH05", "`id` of role a b is malformed: `a b`", "letters a to z"),
    ('roles: [{id: "a\\n", name: A}]', "1:14", "SCH05", "`id` of role a\\n is malformed: `a\\n`", "letters a to z"),
    (f"roles: [{{id: {'r' * 101}, name: A}}]", "1:14", "SCH05", "is too long", "at most 100 characters"),
    ('roles: [{id: "", name: A}]', "1:14", "SCH05", "`id` of this role is malformed", "letters a to z"),
    ('roles: [{id: r, name: ""}]', "1:23", "SCH05", "`name` of role r is empty", "not empty"),
    ("roles: [{id: r, name: {}}]", "1:23", "SCH05", "`name` of role r is an empty map", "delete it"),
    ("roles: [{id: r, name: {EN: x}}]", "1:23", "SCH05", "has a key that is no language code", "en or zh"),
    ("classifications: [{id: L, name: L, order: -1}]", "1:43", "SCH05", "is too small: -1", "at least 0"),
    ("retired: [{id: r, on: 2025-02-30}]", "1:23", "SCH05", "`on` of retired id r is malformed", "a date"),
]  # fmt: skip


def shape_faults(folder, files):
    return [found for found in load(write_project(folder, files)).diagnostics if found.code.startswith("SCH")]


@pytest.mark.parametrize(("text", "place", "code", "message", "help_text"), CASES, ids=[case[0] for case in CASES])
def test_messages(text, place, code, message, help_text, tmp_path):
    found = shape_faults(tmp_path, {"a.yaml": text})[0]
    assert f"{found.location.span.line}:{found.location.span.column}" == place
    assert found.code == code
    assert message in found.message
    assert help_text in found.help


@pytest.mark.parametrize(
    ("text", "message", "help_text"),
    [
        ("ltcarch: 2\nname: X", "`ltcarch` of the project file is 2", "write `ltcarch: 1`"),
        (
            "ltcarch: 1\nname: X\nrules: {OWN05: true}",
            "must be text or a map, not `true`",
            "off, info, warning or error",
        ),
        ("ltcarch: 1\nname: X\nlanguages: [en, EN]", "item 2 of `languages`", "[en, zh]"),
        ("ltcarch: 1\nname: X\nlanguages: [en, en]", "lists something twice", "keep one"),
        ("ltcarch: 1\nname: X\nsources: []", "`sources` of the project file is an empty list", "delete it"),
    ],
)
def test_messages_about_the_project_file(text, message, help_text, tmp_path):
    found = shape_faults(tmp_path, {"ltcarch.yaml": text, "a.yaml": ""})[0]
    assert found.location.source.path == "ltcarch.yaml"
    assert message in found.message
    assert help_text in found.help


def test_a_finding_names_the_innermost_element(tmp_path):
    text = "processes: [{id: P, name: P, activities: [{id: A, name: A, rol: r}]}]"
    (found,) = shape_faults(tmp_path, {"a.yaml": text})
    assert found.element == "A"


def test_a_key_of_another_element_is_no_collection(tmp_path):
    text = "key_tasks: [{id: T, name: T, processes: [{id: P}]}]"
    (found,) = shape_faults(tmp_path, {"a.yaml": text})
    assert found.element == "T"
    assert found.message == "item 1 of `processes` of key task T must be text, not a map"


def test_known_keys_leave_out_those_that_are_there(tmp_path):
    (found,) = shape_faults(tmp_path, {"a.yaml": "roles: [{id: r, name: R, tags: [x], colour: red}]"})
    assert "team" in found.help
    assert "tags" not in found.help
