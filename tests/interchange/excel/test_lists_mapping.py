"""What stands in which column: guessed, written as a file, changed and used again."""

from pathlib import Path

import pytest

from ltcarch.interchange.excel.lists.building import imported
from ltcarch.interchange.excel.lists.fields import ALL_FIELDS, FIELDS, Target, target_of
from ltcarch.interchange.excel.lists.guessing import guessed
from ltcarch.interchange.excel.lists.mapping import Hierarchy, mapping_text
from ltcarch.interchange.excel.lists.mapping_file import WrongMapping, read_mapping
from ltcarch.interchange.excel.lists.reading import read_list
from ltcarch.interchange.identifiers import id_of_name
from tests.interchange.excel.written_lists import tree, write_sheets, write_workbook

ROWS = [
    ["Element ID", "No", "Name (EN)", "名称", "Colour"],
    ["e1", "1", "Sell", "销售", "red\n# not a comment"],
    ["e2", "1.1", "Ask", "询问", None],
]


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("PCF ID", Target("id")),
        ("Hierarchy ID", Target("number")),
        ("流程编码", Target("number")),
        ("编号（Code）", Target("number")),
        ("流程名称（英文）", Target("name", None, "en")),
        ("English name", Target("name", None, "en")),
        ("L3 流程名称", Target("name", 3)),
        ("二级流程编号", Target("number", 2)),
        ("Level 2 (CN)", Target("name", 2, "zh")),
        ("流程 责任人*", Target("owner")),
        ("Process Owner", Target("owner")),
        ("IT系统", Target("systems")),
        ("Responsible\ndepartment", Target("units")),
        ("上级流程编号", Target("parent")),
        ("Old number", None),
        ("Change details", None),
        ("Colour", None),
    ],
)
def test_what_headings_say(heading, target):
    assert target_of(heading) == target


def test_the_saved_guess_makes_the_same_project(tmp_path):
    sheets = {"My 'list' #1": ROWS, "Notes": [["Who", "When"], ["Ann", "May"]]}
    listed = read_list(write_sheets(tmp_path / "a.xlsx", sheets)).sheets
    guess = guessed(listed)
    text = mapping_text(guess, "a\nb.xlsx")
    again = read_mapping("m.yaml", text.encode(), listed)
    assert imported(listed, again, "X").records == imported(listed, guess, "X").records
    assert [line for line in text.splitlines() if "Colour" in line] == [
        "      E: left out  # Colour; its heading is not known"
    ]


def test_a_changed_mapping_is_used(tmp_path):
    listed = read_list(write_workbook(tmp_path / "a.xlsx", ROWS)).sheets
    text = mapping_text(guessed(listed), "a.xlsx").replace("E: left out", "E: description")
    text = text.replace("    columns:", "    levels: [process, activity]\n    columns:").replace("A: id", "A: left out")
    found = imported(listed, read_mapping("m.yaml", text.encode(), listed), "X")
    assert tree(found) == ["process 1 Sell / 销售", "  activity 1.1 Ask / 询问"]
    assert found.records.get("1").attributes["description"] == {"en": "red\n# not a comment"}
    assert [(own.place, own.reason) for own in found.account.left_out] == [("A", "the mapping says so")]


MAPPING = """\
mapping: 1
sheets:
  - sheet: Processes
    header: [1]
    hierarchy: number
    columns:
      A: id
      B: number
      C: name.en
"""


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (
            "mapping: 1",
            "mapping: 2",
            "m.yaml:1: `mapping: 1` tells the version of this file; here it is missing or other",
        ),
        ("C: name.en", "C: nmae", "m.yaml:9: `nmae` is no field for column C; did you mean `name`?"),
        ("C: name.en", "C: 7", "m.yaml:9: `7` is no field for column C"),
        ("C: name.en", "'7': name", "m.yaml:9: `7` is no column; columns are called A, B, AA"),
        ("B: number", "B: number.en", "m.yaml:8: column B: `number` has no language"),
        ("A: id", "A: name.en", "m.yaml:6: columns A and C both hold `name.en`"),
        ("B: number", "B: left out", "m.yaml:5: `hierarchy: number` needs a column with `number`"),
        ("C: name.en", "C: L3.level", "m.yaml:9: column C: `level` is told of the row, not of one level"),
        (
            "hierarchy: number",
            "hierarchy: numbers",
            "m.yaml:5: `numbers` is no way to tell a hierarchy; did you mean `number`?",
        ),
        ("hierarchy: number", "hierarchy: columns", "m.yaml:5: `hierarchy: columns` needs a column with `L1.name`"),
        ("header: [1]", "header: [one]", "m.yaml:4: `header` lists the rows of headings, such as [3, 4]; [] for none"),
        ("header: [1]", "levels: [process, group]", "m.yaml:4: `levels` lists kinds from the top down"),
        ("header: [1]", "headers: [1]", "m.yaml:4: a sheet has no `headers`; did you mean `header`?"),
        ("sheet: Processes", "sheet: Process", "m.yaml:3: `Process` is no sheet; did you mean `Processes`?"),
        ("    columns:\n      A: id\n      B: number\n      C: name.en\n", "", "m.yaml:3: `columns` is a map"),
        ("sheets:\n", "sheets: [\n", "m.yaml:"),
        (MAPPING, "[]", "m.yaml:1: a mapping has `mapping: 1` and `sheets:`"),
        (MAPPING, "mapping: 1\n", "m.yaml:1: `sheets` is a list with an entry for each sheet"),
        ("  - sheet: Processes", "  - x\n  - sheet: Processes", "m.yaml:3: an entry of `sheets` is a map"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_told_by_line(tmp_path, before, after, fault):
    listed = read_list(write_workbook(tmp_path / "a.xlsx", ROWS)).sheets
    assert before in MAPPING
    with pytest.raises(WrongMapping) as caught:
        read_mapping("m.yaml", MAPPING.replace(before, after).encode(), listed)
    assert caught.value.faults[0].startswith(fault)


def test_every_field_is_known_by_some_heading():
    headings = [
        "ID",
        "编号",
        "Level",
        "Parent",
        "Name",
        "说明",
        "目的",
        "Result",
        "责任人",
        "角色",
        "审批人",
        "会签人",
        "知会人",
    ]
    headings += [
        "部门",
        "输入",
        "输出",
        "系统",
        "模板",
        "KPI",
        "制度",
        "业务规则",
        "风险",
        "控制点",
        "客户",
        "供应商",
        "备注",
    ]
    found = {target.field for target in map(target_of, headings) if target}
    assert set(FIELDS) - found <= {"end_state"}


def documentation() -> str:
    return (Path(__file__).parents[3] / "docs/import-excel.md").read_text(encoding="utf-8")


def test_the_documented_mapping_is_the_one_that_is_written(tmp_path):
    rows = [
        ["Our framework"],
        [],
        ["Element ID", "Hierarchy ID", "Name", "名称", "Colour"],
        ["e1", "1", "Sell", "销售", "red"],
    ]
    rows.append(["e2", "1.1", "Ask", "询问", None])
    listed = read_list(
        write_sheets(tmp_path / "a.xlsx", {"Processes": rows, "Notes": [["Who", "When"], ["Ann", "May"]]})
    )
    text = mapping_text(guessed(listed.sheets), "processes.xlsx")
    assert text[text.index("mapping: 1") :] in documentation()


def test_every_field_and_way_is_documented():
    text = documentation()
    assert [name for name in (*ALL_FIELDS, *Hierarchy) if f"`{name}`" not in text and f"`{name} " not in text] == []


def test_the_documented_ids_are_those_that_are_made():
    text = documentation()
    assert id_of_name("l3", {"zh": "需求确认"}) in text and id_of_name("artifact", {"": "需求单"}) in text
