"""How the workbook is laid out: frozen heads, filters, lists to choose from, and words in both languages."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from ltcarch.interchange.excel.workbook.plan import Use, sheets
from ltcarch.interchange.excel.workbook.words import SHEETS, column_title, sheet_title
from ltcarch.loading import load
from tests.interchange.excel.workbooks import Edited, exported

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Edited:
    architecture = load(ROOT / "examples/procure-to-pay").architecture
    return Edited(exported(architecture, tmp_path_factory.mktemp("book"), "zh"))


def test_every_sheet_and_column_has_a_name_in_both_languages():
    for own in sheets(("en", "zh")):
        for words in ("en", "zh"):
            assert 0 < len(sheet_title(own.id, words)) <= 31
            assert all(column_title(own.id, column.path, column.language, words) for column in own.columns)
    assert len({title for titles in SHEETS.values() for title in titles}) == 2 * len(SHEETS)


def test_heads_and_ids_are_frozen_and_every_column_can_be_filtered(book):
    for own in sheets(("zh", "en")):
        sheet = book.sheet(own.id)
        assert sheet.freeze_panes == "C3" and sheet.row_dimensions[1].hidden
        assert sheet.auto_filter.ref.startswith("A2:")
        assert sheet["A2"].comment.text


def test_cells_offer_the_ids_and_values_that_fit(book):
    sheet = book.sheet("activity")
    lists = {str(own.sqref).split(":")[0][:-1]: own.formula1 for own in sheet.data_validations.dataValidation}
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    assert lists[letters["activity:split"]] == '"exclusive,parallel,inclusive"'
    assert "ltcarch-lists" in lists[letters["activity:parent"]]
    assert "流程（L3）" in book.sheet(".next").parent.sheetnames
    task = book.sheet("task")
    formulas = [own.formula1 for own in task.data_validations.dataValidation]
    assert any(own.startswith("'IT系统'!$A$3") for own in formulas)


def test_the_last_sheets_are_for_reading_and_the_background_is_out_of_sight(book):
    path = book.path
    names = load_workbook(path).sheetnames
    assert names[-5:-2] == ["RACI矩阵", "接口清单", "风险控制矩阵"]
    assert all(book.book[name].protection.sheet for name in names[-5:-2])
    assert [book.book[name].sheet_state for name in names[-2:]] == ["veryHidden", "veryHidden"]


def test_ids_that_rows_had_stand_in_a_hidden_column():
    for own in sheets(("en",)):
        assert (own.column(Use.EXPORTED_ID) is not None) == bool(own.kind)
