"""What lists say beside names: people, artifacts, texts in two languages, and what no kind can hold."""

from dataclasses import replace

from ltcarch.diagnostics import Severity
from ltcarch.engine import run
from ltcarch.interchange.excel.lists.building import imported
from ltcarch.interchange.excel.lists.fields import Target
from ltcarch.interchange.excel.lists.guessing import guessed
from ltcarch.interchange.excel.lists.mapping import ListMapping
from ltcarch.interchange.excel.lists.reading import read_list
from ltcarch.interchange.project_files import project_files
from ltcarch.loading.load import load_files
from tests.interchange.excel.written_lists import doubts, import_of, lost, tree, write_workbook
from tests.interchange.memory_files import FilesInMemory


def errors(found) -> list[str]:
    loaded = load_files(FilesInMemory(project_files(found.records)))
    return [own.message for own in run(loaded).diagnostics if own.severity is Severity.ERROR]


def test_permanent_ids_go_before_numbers(tmp_path):
    rows = [["PCF ID", "Hierarchy ID", "Name"], [10002, "1.0", "Develop strategy"], [10014, "1.1", "Define concept"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert tree(found) == ["classification 10002 Develop strategy", "  group 10014 Define concept"]
    assert found.records.get("10002").attributes["number"] == "1.0"


def test_an_id_that_cannot_be_one_or_stands_twice_is_told(tmp_path):
    rows = [["ID", "No", "Name"], ["流程-1", "1", "Sell"], ["P 2", "1.1", "Ask"], ["P_2", "1.2", "Offer"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert tree(found) == ["classification 1 Sell", "  group P_2 Ask", "  group P_2_2 Offer"]
    assert doubts(found) == [
        "A2 `流程-1` cannot be an id: another one is made",
        "A3 `P 2` becomes the id P_2",
        "A4 `P_2` becomes the id P_2_2",
    ]


def test_ids_of_names_do_not_depend_on_other_rows(tmp_path):
    head = ["Level", "Name"]
    first = import_of(write_workbook(tmp_path / "a.xlsx", [head, [1, "销售"], [2, "Win leads"], [2, "线索"]]))
    second = import_of(
        write_workbook(tmp_path / "b.xlsx", [head, [1, "采购"], [1, "销售"], [2, "线索"], [2, "Win leads"]])
    )
    assert {own.id for own in first.records.elements} < {own.id for own in second.records.elements}
    assert first.records.get("win_leads").name() == "Win leads"


def test_two_languages_by_headings_by_script_and_in_one_cell(tmp_path):
    by_heading = [
        ["No", "Name (EN)", "Name (CN)", "说明"],
        ["1", "Sell", "销售", "全部销售"],
        ["1.1", "Ask", "询问", None],
    ]
    by_script = [["No", "Process name", "流程名称"], ["1", "Sell", "销售"], ["1.1", "Ask", "询问"]]
    in_one = [["编号", "流程名称"], ["1", "销售\nSell"], ["1.1", "询问 / Ask"]]
    for rows in (by_heading, by_script, in_one):
        found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
        assert found.records.get("1").attributes["name"] == {"en": "Sell", "zh": "销售"}
        assert found.records.get("1.1").attributes["name"] == {"en": "Ask", "zh": "询问"}
    found = import_of(write_workbook(tmp_path / "a.xlsx", by_heading))
    assert found.records.get("1").attributes["description"] == {"zh": "全部销售"}


def test_two_rows_of_headings(tmp_path):
    rows = [
        ["Our list"],
        [],
        ["Process", None, None, "Responsible", None],
        ["No", "Name (EN)", "Name (CN)", "Owner", "Department"],
        ["1", "Sell", "销售", "Ann", "Sales"],
        ["1.1", "Ask", "询问", "Ann", "Sales; Service"],
    ]
    for merged in ((), ("A3:C3", "D3:E3")):
        found = import_of(write_workbook(tmp_path / "a.xlsx", rows, merged=merged))
        assert found.mapping.sheets[0].header == (3, 4)
        assert found.records.get("1.1").attributes["units"] == ["sales", "service"]
        assert [(own.place, own.heading) for own in found.account.left_out] == [("A1", "Our list")]


def test_registers_are_made_as_they_appear(tmp_path):
    head = ["编号", "流程名称", "责任人", "执行角色", "输入", "输出", "IT系统", "绩效指标", "风险", "控制点", "审批人"]
    rows = [
        head,
        ["1", "销售", "销售总监", None, None, None, "CRM", "赢单率", None, None, None],
        [
            "1.1.1.1.1",
            "报价",
            None,
            "销售经理",
            "1. 需求单\n2. 价目表",
            "报价单",
            "CRM、ERP",
            "-",
            "价格错误",
            "双人复核",
            "销售总监",
        ],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    counts = {kind: found.count(kind) for kind in ("role", "position", "artifact", "system", "kpi", "risk", "control")}
    assert counts == {"role": 2, "position": 0, "artifact": 3, "system": 2, "kpi": 1, "risk": 1, "control": 1}
    activity = found.records.get("1.1.1.1.1").attributes
    assert len(activity["inputs"]) == 2 and activity["systems"] == ["crm", "erp"]
    assert activity["raci"] == {"accountable": found.records.get("1").attributes["owner"]}
    assert found.records.of_kind("risk")[0].attributes["affects"] == ["1.1.1.1.1"]
    assert found.records.of_kind("control")[0].attributes["activities"] == ["1.1.1.1.1"]
    assert errors(found) == []


def test_the_owner_of_an_activity_has_its_role(tmp_path):
    rows = [["No", "Name", "Owner"], ["1", "Sell", "Head of sales"], ["1.1.1.1.1", "Ask", "Planner"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert found.records.get("1.1.1.1.1").attributes["role"] == ["planner"]
    assert found.records.get("head_of_sales").kind == "position"
    assert found.records.get("planner").kind == "role"


def test_roles_in_two_languages_are_one(tmp_path):
    rows = [
        ["No", "Name", "Role", "角色"],
        ["1", "Sell", None, None],
        ["1.1.1.1.1", "Ask", "Planner; Buyer", "计划员；采购员"],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert [own.attributes["name"] for own in found.records.of_kind("role")] == [
        {"en": "Planner", "zh": "计划员"},
        {"en": "Buyer", "zh": "采购员"},
    ]


def test_what_a_kind_cannot_hold_is_a_line_of_its_description(tmp_path):
    rows = [["No", "Name", "Role", "Remarks"], ["1", "Sell", "AR", "Since 2020"], ["1.1", "Ask", "AR", None]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert found.records.get("1").attributes["description"] == "Role: AR\nRemarks: Since 2020"
    assert found.kept_as_lines == {
        ("Processes", "Role", "classification"): 1,
        ("Processes", "Remarks", "classification"): 1,
        ("Processes", "Role", "group"): 1,
    }


def test_rows_that_say_more_of_the_row_before(tmp_path):
    rows = [
        ["No", "Process", "Input"],
        ["1", "Sell", None],
        ["1.1", "Ask", "Call"],
        [None, None, "Mail"],
        ["1.1", "Ask", "Letter"],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert found.records.get("1.1").attributes["inputs"] == [{"artifact": own} for own in ("call", "mail", "letter")]
    assert doubts(found) == ["C4 the row has no name, and is taken to say more of 1.1 Ask"]


def test_a_merged_cell_stands_for_every_row_that_it_covers(tmp_path):
    rows = [["No", "Name", "Owner"], ["1", "Sell", "Ann"], ["1.1", "Ask", None], ["1.2", "Offer", None]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows, merged=["C2:C4"]))
    assert [own.attributes["owner"] for own in found.records.elements if own.id.startswith("1")] == [["ann"]] * 3


def test_rows_that_are_no_elements_are_reported_by_cell(tmp_path):
    rows = [
        ["No", "Name", "Owner"],
        ["1", "Sell", "Ann"],
        [],
        ["tbd", "Later", None],
        [None, "Footnote", None],
        ["No", "Name", "Owner"],
        ["1.1", "Ask", "=A1"],
        ["1.2", None, None],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert tree(found) == ["classification 1 Sell", "  group 1.1 Ask", "  group 1.2 1.2"]
    assert lost(found) == [
        "A4:B4 `tbd` is no number of a hierarchy",
        "B5 the row has a name and no number: Footnote",
        "C7 the formula =A1 has no result in the file: open and save it in Excel, then import again",
    ]
    assert doubts(found) == ["A8 1.2 has no name, so its number stands for it"]


def test_columns_that_are_left_out_are_named_once_with_their_cells(tmp_path):
    rows = [
        ["Nr", "No", "Name", "Colour", "Metrics available"],
        [1, "1", "Sell", "red", "Y"],
        [2, "1.1", "Ask", "blue", "N"],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", [rows[0], *rows[1:], [3, "1.2", "Offer", None, "N"]]))
    assert [(own.place, own.cells, own.reason) for own in found.account.left_out] == [
        ("A", 3, "it counts the rows"),
        ("D", 2, "its heading is not known"),
        ("E", 3, "its cells only say yes or no"),
    ]


def test_hostile_cells_are_text_and_nothing_else(tmp_path):
    rows = [
        ["No", "Name", "Description", "Role"],
        ["1", "<b>Sell</b> & {{x}}", "- a\n- b: #c", "<script>alert(1)</script>"],
        ["1.1", "'=cmd|'/C calc'!A0", "x" * 32_767, "a: [b"],
        ["1.1.1", "A\u202eB\u2028C", "@SUM(1)", '"q"'],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert found.records.get("1").attributes["name"] == "<b>Sell</b> & {{x}}"
    assert len(found.records.get("1.1").attributes["description"]) > 32_767
    assert "D4" not in lost(found) and errors(found) == []
    assert "B4 characters that nobody sees were taken out of the text" in doubts(found)


def test_a_second_name_in_one_language_is_reported(tmp_path):
    rows = [["No", "Name", "Name (EN)"], ["1", "销售\nSell", "Sales"], ["1.1", "询问\nAsk", "Ask"]]
    sheets = read_list(write_workbook(tmp_path / "a.xlsx", rows)).sheets
    guess = guessed(sheets).sheets[0]
    both = replace(guess, columns={**guess.columns, 2: Target("name", None, "both")})
    found = imported(sheets, ListMapping((both,)), "X")
    assert found.records.get("1").attributes["name"] == {"en": "Sell", "zh": "销售"}
    assert lost(found) == ["C2 the row has another name already, so `Sales` is left out"]


def test_a_number_that_says_nothing_is_kept_in_the_description(tmp_path):
    rows = [["No", "Level", "Name"], ["1", "L1", "Sell"], ["1.1", "L2", "Ask"], ["二", "L1", "Buy"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert found.records.get("buy").attributes["description"] == "No: 二"
    assert doubts(found) == ["A4 `二` is no number of a hierarchy; it stands in the description"]


def test_a_role_gets_its_other_language_where_a_later_row_tells_it(tmp_path):
    rows = [["No", "Name", "Role", "角色"], ["1", "Sell", None, None]]
    rows += [["1.1.1.1.1", "Ask", "Planner", None], ["1.1.1.1.2", "Offer", "Planner", "计划员"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert [own.attributes["name"] for own in found.records.of_kind("role")] == [{"en": "Planner", "zh": "计划员"}]


def test_ids_and_numbers_beside_merged_names(tmp_path):
    rows = [["No", "Name", "ID"], ["1", "Sell", "a"], [None, None, "b"], ["2", None, "c"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows, merged=["B2:B4"]))
    assert tree(found) == ["process a Sell", "process c Sell"]
    assert lost(found) == ["C3 1 Sell has another id already, so `b` is left out"]
