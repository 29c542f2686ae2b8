"""Every way in which lists tell what belongs to what, in both languages."""

from tests.interchange.excel.written_lists import doubts, import_of, lost, tree, write_sheets, write_workbook


def test_numbers_in_english(tmp_path):
    rows = [
        ["No", "Process", "Owner"],
        ["1", "Sell", "Ann"],
        ["1.1", "Win leads", "Bob"],
        ["1.1.1", "Collect leads", None],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert tree(found) == ["classification 1 Sell", "  group 1.1 Win leads", "    process 1.1.1 Collect leads"]
    assert found.records.get("1.1").attributes == {"name": "Win leads", "number": "1.1", "owner": ["bob"]}
    assert found.records.get("bob").attributes == {"name": "Bob"}
    assert found.records.settings["languages"] == ["en"]
    assert found.account.remarks == ()


def test_numbers_in_chinese_with_wide_digits_and_points_at_the_end(tmp_path):
    rows = [["编号", "流程名称"], ["１．", "销售"], ["１．１", "线索管理"], ["1.1.1.0", "收集线索"], ["2、", "采购"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert tree(found) == [
        "classification 1 销售",
        "  group 1.1 线索管理",
        "    process 1.1.1 收集线索",
        "classification 2 采购",
    ]
    assert found.records.get("1.1.1").attributes["number"] == "1.1.1.0"
    assert found.records.settings["languages"] == ["zh"]


def test_a_zero_at_the_end_is_a_part_of_its_own_where_the_number_without_it_is_a_row(tmp_path):
    rows = [["No", "Name"], ["1", "Sell"], ["1.0", "Prepare"], ["1.1", "Offer"]]
    assert tree(import_of(write_workbook(tmp_path / "a.xlsx", rows))) == [
        "classification 1 Sell",
        "  group 1.0 Prepare",
        "  group 1.1 Offer",
    ]


def test_levels(tmp_path):
    english = [
        ["Level", "Process"],
        ["L1", "Sell"],
        [2, "Win leads"],
        ["Level 3", "Collect"],
        ["Process group", "Offer"],
    ]
    chinese = [["层级", "流程名称"], ["一级", "销售"], ["2级", "线索"], ["L3", "收集"], ["流程组", "报价"]]
    shape = ["classification", "  group", "    process", "  group"]
    for rows in (english, chinese):
        found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
        assert [line[: line.index(line.strip()[0])] + line.split()[0] for line in tree(found)] == shape
        assert lost(found) == []


def test_the_row_of_level_0_is_the_company(tmp_path):
    rows = [["Level", "Name", "Description"], [0, "Harbour Teas", "Sells tea"], [1, "Sell", None], [2, "Offer", None]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert found.records.settings["name"] == "Harbour Teas"
    assert found.records.settings["company"]["description"] == "Description: Sells tea"
    assert tree(found) == ["classification sell Sell", "  group offer Offer"]


def test_one_column_a_level_filled_down(tmp_path):
    rows = [
        ["一级流程", "二级流程", "三级流程", "活动", "角色"],
        ["采购", "寻源", "选择供应商", "发出询价", "采购员"],
        ["采购", "寻源", "选择供应商", "比较报价", "采购员"],
        ["采购", "付款", "对账", "核对发票", "会计"],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert [line.split()[0] for line in tree(found)] == [
        "classification", "group", "process", "activity", "activity", "group", "process", "activity",
    ]  # fmt: skip
    assert found.count("role") == 2
    assert lost(found) == []


def test_one_column_a_level_with_merged_cells_and_codes(tmp_path):
    rows = [
        ["L1 code", "L1 name", "L2 code", "L2 name", "L3 code", "L3 name", "Owner"],
        ["01", "Buy", "01.01", "Source", "01.01.01", "Choose", "Ann"],
        [None, None, None, None, "01.01.02", "Ask", "Bob"],
        [None, None, "01.02", "Pay", "01.02.01", "Check", "Ann"],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows, merged=["A2:A4", "B2:B4", "C2:C3", "D2:D3"]))
    assert tree(found) == [
        "classification 01 Buy",
        "  group 01.01 Source",
        "    process 01.01.01 Choose",
        "    process 01.01.02 Ask",
        "  group 01.02 Pay",
        "    process 01.02.01 Check",
    ]
    assert found.records.get("01.01.02").attributes["owner"] == ["bob"]


def test_one_column_a_level_where_each_row_names_one(tmp_path):
    rows = [
        ["Process domain", "Process group", "Process"],
        ["Sell", None, None],
        [None, "Leads", None],
        [None, None, "Collect"],
        [None, None, "Qualify"],
        ["Buy", None, None],
    ]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert tree(found) == [
        "classification sell Sell",
        "  group leads Leads",
        "    process collect Collect",
        "    process qualify Qualify",
        "classification buy Buy",
    ]
    assert [own.attributes["order"] for own in found.records.children(None)] == [1, 2]


def test_parents_by_id_and_by_name(tmp_path):
    by_id = [["Process ID", "Name", "Parent ID"], ["P1", "Sell", None], ["P3", "Offer", "P2"], ["P2", "Leads", "P1"]]
    by_name = [["流程名称", "上级流程"], ["销售", None], ["报价", "线索"], ["线索", "销售"]]
    assert tree(import_of(write_workbook(tmp_path / "a.xlsx", by_id))) == [
        "classification P1 Sell",
        "  group P2 Leads",
        "    process P3 Offer",
    ]
    found = import_of(write_workbook(tmp_path / "b.xlsx", by_name))
    assert [line.split()[0] + line.split()[2] for line in tree(found)] == [
        "classification销售",
        "group线索",
        "process报价",
    ]


def test_parents_that_do_not_exist_or_stand_below_their_children(tmp_path):
    rows = [["ID", "Name", "Parent"], ["a", "A", "b"], ["b", "B", "a"], ["c", "C", "a"], ["d", "D", "nowhere"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert {own.id for own in found.records.elements} == {"a", "b", "c", "d"}
    assert doubts(found) == [
        "C5 the parent `nowhere` is no row, so D stands without one",
        "B2 A stands above its own parent, so it stands without one",
    ]


def test_indented_names(tmp_path):
    rows = [["Process"], ["Sell"], ["  Leads"], ["    Collect"], ["  Offers"]]
    assert [line.split()[0] for line in tree(import_of(write_workbook(tmp_path / "a.xlsx", rows)))] == [
        "classification", "group", "process", "group",
    ]  # fmt: skip


def test_numbers_and_names_in_one_cell(tmp_path):
    rows = [["Business processes"], ["1 Sell"], ["1.1 Win leads"], ["1.1.1 Collect leads"], ["2 Buy"]]
    assert tree(import_of(write_workbook(tmp_path / "a.xlsx", rows)))[1:] == [
        "  group 1.1 Win leads",
        "    process 1.1.1 Collect leads",
        "classification 2 Buy",
    ]


def test_numbers_of_fixed_width_and_with_a_word_before_them(tmp_path):
    fixed = [["编码", "名称"], ["01", "甲"], ["0101", "乙"], ["010101", "丙"], ["02", "丁"]]
    assert tree(import_of(write_workbook(tmp_path / "a.xlsx", fixed))) == [
        "classification 01 甲",
        "  group 0101 乙",
        "    process 010101 丙",
        "classification 02 丁",
    ]
    word = [["Code", "Process"], ["LTC-01", "Lead"], ["LTC-01-01", "Collect"]]
    found = import_of(write_workbook(tmp_path / "b.xlsx", word))
    assert tree(found) == ["classification LTC-01 Lead", "  group LTC-01-01 Collect"]
    assert doubts(found) == [" all numbers begin with LTC, which is no row: it is taken for no level"]


def test_a_spreadsheet_shortens_4_10_to_4_1(tmp_path):
    rows = [["No.", "Name"], [4, "Buy"], *[[float(f"4.{n}"), f"Step {n}"] for n in range(1, 13)], ["4.10.1", "Deep"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert [own.id for own in found.records.children("4")] == [f"4.{n}" for n in range(1, 13)]
    assert [own.id for own in found.records.children("4.10")] == ["4.10.1"]
    assert doubts(found) == ["A12 4.1 is taken for 4.10, which a spreadsheet shortens"]


def test_a_number_format_tells_4_10_from_4_1(tmp_path):
    rows = [["No", "Name"], [4, "Buy"], [4.7, "Seven"], [4.1, "Ten"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows, formats={"A4": "0.00"}))
    assert [own.id for own in found.records.children("4")] == ["4.7", "4.10"]
    assert doubts(found) == []


def test_a_format_that_all_cells_have_tells_nothing(tmp_path):
    rows = [["No", "Name"], [4, "Buy"], [4.1, "One"], [4.2, "Two"]]
    formats = dict.fromkeys(("A2", "A3", "A4"), "0.00")
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows, formats=formats))
    assert [own.id for own in found.records.children("4")] == ["4.1", "4.2"]


def test_a_number_that_stands_twice_is_told(tmp_path):
    rows = [["No", "Name"], [4, "Buy"], [4.1, "One"], [4.5, "Five"], [4.1, "Another"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert [own.name() for own in found.records.children("4")] == ["One", "Five", "Another"]
    assert doubts(found) == [
        "A5 4.1 stands there twice; one may have been 4.10",
        "B5 4.1 stands at B3 too, for another thing",
    ]


def test_a_number_that_became_a_date(tmp_path):
    import datetime

    rows = [["No", "Name"], [1, "Sell"], ["1.1", "Leads"], [datetime.datetime(2026, 2, 1), "Offers"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert [own.id for own in found.records.children("1")] == ["1.1", "1.2"]
    assert doubts(found) == ["A4 the date 2026-02-01 is taken for 1.2"]


def test_levels_that_are_skipped_or_too_deep(tmp_path):
    deep = [["No", "Name", "Role"], *[[".".join("1" * depth), f"Step {depth}", "AR"] for depth in range(1, 9)]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", deep))
    assert found.records.get("1.1.1.1.1.1").attributes["description"].split("\n") == [
        "1.1.1.1.1.1.1 Step 7",
        "Role: AR",
        "1.1.1.1.1.1.1.1 Step 8",
        "Role: AR",
    ]
    assert len(doubts(found)) == 2
    skipped = [["No", "Name"], ["1", "A"], ["1.1.1", "B"], ["3.1", "D"]]
    found = import_of(write_workbook(tmp_path / "b.xlsx", skipped))
    assert tree(found) == ["classification 1 A", "  process 1.1.1 B", "group 3.1 D"]
    assert doubts(found) == [
        "B3 1.1 is no row, so 1.1.1 stands below 1 A",
        "B4 3 is no row, so 3.1 stands without a parent",
    ]


def test_sheets_that_go_on_with_one_numbering(tmp_path):
    sheets = {
        "Overview": [["No", "Name", "Owner"], ["1", "Sell", "Ann"], ["2", "Buy", "Bob"]],
        "Sell": [["No", "Name"], ["1", "Sell"], ["1.1", "Leads"]],
        "Buy": [["No", "Name"], ["2.1", "Ask"]],
    }
    found = import_of(write_sheets(tmp_path / "a.xlsx", sheets))
    assert tree(found) == ["classification 1 Sell", "  group 1.1 Leads", "classification 2 Buy", "  group 2.1 Ask"]


def test_sheets_that_each_begin_anew_beside_sheets_that_are_no_lists(tmp_path):
    sheets = {
        "Cover": [["Process handbook"], ["Version 3"]],
        "Sell": [["No", "Name"], ["1", "Sell"], ["1.1", "Leads"]],
        "Buy": [["No", "Name"], ["1", "Buy"], ["1.1", "Ask"]],
        "Notes": [["Who", "When"], ["Ann", "May"]],
    }
    found = import_of(write_sheets(tmp_path / "a.xlsx", sheets))
    assert tree(found) == [
        "classification 1 Sell",
        "  group 1.1 Leads",
        "classification buy.1 Buy",
        "  group buy.1.1 Ask",
    ]
    assert [own.sheet for own in found.account.left_out] == ["Cover", "Notes"]


def test_a_list_without_hierarchy_is_a_list_of_processes(tmp_path):
    rows = [["Process", "Owner"], ["Collect leads", "Ann"], ["Check leads", "Bob"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert tree(found) == ["process collect_leads Collect leads", "process check_leads Check leads"]


def test_the_ways_of_counting_of_an_outline(tmp_path):
    numbers = ["一、", "（一）", "1.", "2.", "（二）", "二、", "（一）", "1.", "小计"]
    rows = [["序号", "流程名称"], *[[number, f"流程{place}"] for place, number in enumerate(numbers)]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert found.mapping.sheets[0].hierarchy == "outline"
    assert [line.split()[0] + line[-1] for line in tree(found)] == [
        "classification0", "group1", "process2", "process3", "group4", "classification5", "group6", "process7",
    ]  # fmt: skip
    assert [own.attributes["number"] for own in found.records.children(None)] == ["一、", "二、"]
    assert lost(found) == ["A10:B10 `小计` is no number of a hierarchy"]
    assert len({own.id for own in found.records.elements}) == 8


def test_the_number_after_4_9_is_4_10(tmp_path):
    rows = [["No", "Name"], [4, "Buy"], [4.8, "Eight"], [4.9, "Nine"], [4.1, "Ten"], [4.11, "Eleven"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert [own.id for own in found.records.children("4")] == ["4.8", "4.9", "4.10", "4.11"]


def test_a_new_element_of_a_higher_level_ends_the_lower_ones(tmp_path):
    rows = [["L1", "L2", "L3"], ["Sell", "Leads", "Collect"], ["Buy", None, "Ask"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert found.records.get("ask").parent == "buy"


def test_signs_that_look_like_digits_are_text(tmp_path):
    rows = [["No", "L1", "Name"], ["²", "²", "Sell"], ["𐩀", "𐩀", "Leads"], ["①𐩀", "①", "Collect"]]
    found = import_of(write_workbook(tmp_path / "a.xlsx", rows))
    assert all(any(name in line for line in tree(found)) for name in ("Sell", "Leads", "Collect"))
    as_path = import_of(
        write_workbook(tmp_path / "b.xlsx", [["No", "Name"], ["1", "Buy"], ["1.𐩀", "Ask"], ["1.2", "Pay"]])
    )
    assert any("Ask" in line for line in tree(as_path))
