"""What people and programs do to a workbook, and how it is understood."""

import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from ltcarch.interchange.changes import changes_between
from ltcarch.interchange.excel.package import EXPORT_SHEET, NotAWorkbook, is_our_workbook
from ltcarch.interchange.excel.workbook.reading import read_back
from ltcarch.interchange.merge import merge
from ltcarch.interchange.records import Records, element_record, records_of
from ltcarch.loading import load
from ltcarch.model.kinds import COLLECTIONS, HIERARCHY
from tests.interchange.excel.workbooks import Edited, architecture_of, came_back, edited, exported

ROOT = Path(__file__).parents[3]


NAMED = ("P2P", "P2P.1", "P2P.1.1", "P2P.1.2", "control_requisition_approval", "on_time_delivery", "term_p2p")


@pytest.fixture(scope="module")
def purchasing():
    """Of procure to pay two processes with their activities, all roles, and some elements of each other register."""
    whole = records_of(load(ROOT / "examples/procure-to-pay").architecture)
    kept = [own for own in whole.elements if own.id in NAMED or own.parent in ("P2P.1.1", "P2P.1.2")]
    for kind in COLLECTIONS:
        if kind not in HIERARCHY:
            kept += whole.of_kind(kind)[: None if kind == "role" else 3]
    return architecture_of(Records.of(whole.settings, kept))


def project(*elements, languages=("en", "zh")) -> Records:
    said = {"ltcarch": 1, "name": "Test", "languages": list(languages), "profile": "draft"}
    return Records.of({**said, "decomposition": {"no_scenario": "direct"}}, elements)


def role(element_id: str, **attributes):
    return element_record("role", element_id, None, {"name": element_id, **attributes})


def test_blanks_at_the_end_and_line_ends_of_windows_change_nothing(purchasing, tmp_path):
    def edit(book: Edited) -> None:
        for row in book.sheet("activity").iter_rows(min_row=3):
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("\n", "\r\n") + "  "
                    cell.data_type = "s"

    came = edited(purchasing, tmp_path, edit)
    assert came.faults == () and came.records == came.exported


def test_numbers_and_dates_that_excel_made_of_text_are_text_again(purchasing, tmp_path):
    def edit(book: Edited) -> None:
        book.put("process", "P2P.1.1", "number", 4.1)
        book.put("process", "P2P.1.2", "number", 1.0)
        book.put("control", "control_requisition_approval", "next_test", datetime.datetime(2026, 3, 1))
        book.put("activity", "P2P.1.1.A3", "decision", False)

    came = edited(purchasing, tmp_path, edit)
    assert came.faults == ()
    assert came.records.get("P2P.1.1").attributes["number"] == "4.1"
    assert came.records.get("P2P.1.2").attributes["number"] == "1"
    assert came.records.get("control_requisition_approval").attributes["next_test"] == "2026-03-01"
    assert "decision" not in came.records.get("P2P.1.1.A3").attributes


def test_text_with_formats_inside_of_a_cell_is_text(purchasing, tmp_path):
    rich = CellRichText("编写", TextBlock(InlineFont(b=True), "请购单"))
    came = edited(purchasing, tmp_path, lambda book: book.put("activity", "P2P.1.1.A1", "name@zh", rich))
    assert came.records.get("P2P.1.1.A1").name("zh") == "编写请购单"


def test_sheets_columns_and_rows_may_stand_anywhere(purchasing, tmp_path):
    def edit(book: Edited) -> None:
        sheet = book.sheet("activity")
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        shuffled = [*rows[:2], *reversed(rows[2:])]
        for number, row in enumerate(shuffled, start=1):
            for index, value in enumerate(reversed(row), start=1):
                cell = sheet.cell(number, index)
                cell.value = value
                cell.data_type = "s" if isinstance(value, str) else cell.data_type
        parts = book.sheet(".next")
        rows = [[cell.value for cell in row] for row in parts.iter_rows(min_row=3)]
        for number, row in enumerate(reversed(rows), start=3):
            for index, value in enumerate(row, start=1):
                parts.cell(number, index).value = value
        book.book.move_sheet(sheet.title, -4)
        sheet.title = "Our activities"

    came = edited(purchasing, tmp_path, edit)
    assert came.faults == () and came.records == came.exported


def test_a_column_of_ones_own_and_a_sheet_of_ones_own_are_told_and_left_alone(purchasing, tmp_path):
    def edit(book: Edited) -> None:
        sheet = book.sheet("role")
        column = sheet.max_column + 1
        sheet.cell(2, column).value = "My remarks"
        sheet.cell(3, column).value = "=A1"
        book.book.create_sheet("Notes")["A1"] = "mine"

    came = edited(purchasing, tmp_path, edit)
    assert came.faults == () and came.records == came.exported
    assert [own.sentence for own in came.notes] == [
        "the column `My remarks` is not from the export; it is not taken in",
        "this sheet is not from the export; it is not taken in",
    ]


def test_a_column_or_sheet_that_is_gone_changes_nothing(purchasing, tmp_path):
    def edit(book: Edited) -> None:
        book.sheet("role").delete_cols(book.column("role", "responsibility@zh"))
        book.book.remove(book.sheet("kpi"))
        book.book.remove(book.sheet(".ends"))

    came = edited(purchasing, tmp_path, edit)
    assert came.faults == () and came.records == came.exported
    assert len(came.notes) == 3


def test_a_row_whose_cells_were_emptied_is_a_row_that_is_gone(purchasing, tmp_path):
    def edit(book: Edited) -> None:
        sheet, row = book.sheet("term"), book.row("term", "term_p2p")
        for column in range(1, book.column("term", "exported id")):
            sheet.cell(row, column).value = None

    came = edited(purchasing, tmp_path, edit)
    assert came.faults == () and came.records.get("term_p2p") is None


NOT_UNDERSTOOD = [
    (lambda book: book.put("role", "buyer", "id", "requester"), "Roles!A", "the id `requester` stands at"),
    (lambda book: book.put("role", "plant_manager", "id", None), "Roles!A", "the id is gone; it was `plant_manager`"),
    (lambda book: book.put("role", "category_manager", "id", "a b"), "Roles!A", "is not written as it should be"),
    (lambda book: book.put("kpi", "on_time_delivery", "bounds.max", "many"), "KPIs!", "`many` is no number"),
    (lambda book: book.put("activity", "P2P.1.1.A1", "key", "perhaps"), "Activities (L5)!", "neither yes nor no"),
    (
        lambda book: book.put("activity", "P2P.1.1.A1", "inputs", "x (colour: red)"),
        "Activities (L5)!",
        "`colour` says nothing of it",
    ),
    (lambda book: book.put(".next", "P2P.1.1", "end", "approved"), "What follows!", "cannot say this"),
    (lambda book: book.add(".next", element="nobody", to="P2P.1.1"), "What follows!A", "no element `nobody`"),
    (lambda book: book.add(".next", to="P2P.1.1"), "What follows!A", "does not say whose it is"),
    (lambda book: book.put("process", "P2P.1.1", "lifecycle.stage", "never"), "Processes (L3)!", "is none of"),
    (lambda book: book.add("role", id="nameless", team="tender_committee"), "Roles!B", "`name` is missing"),
    (lambda book: book.sheet("risk").merge_cells("A3:A5"), "Risks!A3:A5", "cells are merged here"),
    (lambda book: book.sheet("settings").cell(3, 1, "a..b"), "Project", "is no setting"),
]


@pytest.fixture(scope="module")
def faults(purchasing, tmp_path_factory):
    """What is told of a workbook with all of this."""

    def edit(book: Edited) -> None:
        for one, _, _ in NOT_UNDERSTOOD:
            one(book)

    return edited(purchasing, tmp_path_factory.mktemp("faults"), edit).faults


@pytest.mark.parametrize(("place", "sentence"), [own[1:] for own in NOT_UNDERSTOOD])
def test_what_cannot_be_understood_is_told_with_its_cell(faults, place, sentence):
    assert [own for own in faults if own.place.startswith(place) and sentence in own.sentence], faults


@pytest.mark.parametrize("value", ["=1+1", "#N/A"])
def test_formulas_and_errors_are_told(purchasing, tmp_path, value):
    def edit(book: Edited) -> None:
        book.sheet("role").cell(3, 2).value = value

    assert len(edited(purchasing, tmp_path, edit).faults) == 1


def test_names_are_understood_where_ids_are_due(purchasing, tmp_path):
    came = edited(purchasing, tmp_path, lambda book: book.put("activity", "P2P.1.1.A1", "role", "Category Manager"))
    assert came.records.get("P2P.1.1.A1").attributes["role"] == ["category_manager"]


def test_an_unknown_id_is_told_and_kept(purchasing, tmp_path):
    came = edited(purchasing, tmp_path, lambda book: book.put("activity", "P2P.1.1.A1", "role", "buyr"))
    assert came.records.get("P2P.1.1.A1").attributes["role"] == ["buyr"]
    assert came.notes[0].sentence == "there is no element `buyr`; did you mean `buyer`?"


def test_ids_of_new_rows_follow_their_neighbours(purchasing, tmp_path):
    def edit(book: Edited) -> None:
        book.add("activity", name__en="Look again", parent="P2P.1.1")
        book.add("activity", name__en="And again", parent="P2P.1.1")
        book.add("task", name__en="First step", parent="P2P.1.1.A1")
        book.add("role", name__en="Contract Clerk (North)")
        book.add("role", name__zh="档案员")

    came = edited(purchasing, tmp_path, edit)
    new = [own.id for own in came.records.elements if own.key not in came.exported.by_key]
    assert new == ["P2P.1.1.A4", "P2P.1.1.A5", "P2P.1.1.A1.T1", "contract_clerk_north", "role"] or set(new) == {
        "P2P.1.1.A4", "P2P.1.1.A5", "P2P.1.1.A1.T1", "contract_clerk_north", "role"
    }  # fmt: skip


def test_a_renamed_element_takes_its_parts_and_references_along(purchasing, tmp_path):
    came = edited(purchasing, tmp_path, lambda book: book.put("activity", "P2P.1.1.A1", "id", "P2P.1.1.B1"))
    assert came.faults == ()
    merged = merge(came.exported, came.records, came.exported)
    own = merged.records.get("P2P.1.1.B1")
    assert own.attributes["former_ids"] == ["P2P.1.1.A1"]
    assert own.attributes["next"] == [{"to": "P2P.1.1.A2"}]
    assert merged.records.get("P2P.1.1.A3").attributes["next"][1]["to"] == "P2P.1.1.B1"


def test_text_that_begins_like_a_formula_stays_text(tmp_path):
    dangerous = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "#N/A", "'quoted", "\tx", "TRUE", "1e3", "_x0041_"]
    records = project(*(role(f"r{number}", name=text) for number, text in enumerate(dangerous)))
    path = exported(architecture_of(records), tmp_path)
    book = load_workbook(path)
    sheet = next(own for own in book if own["A1"].value == "role:id")
    cells = [sheet.cell(row, 2) for row in range(3, 3 + len(dangerous))]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [bool(cell.quotePrefix) for cell in cells[:4]] == [True] * 4
    assert not [cell for own in book for row in own.iter_rows() for cell in row if cell.data_type == "f"]
    assert read_back(path).records == records


def test_a_text_too_long_for_a_cell_is_told_and_kept(tmp_path):
    records = project(role("long", description="word " * 8000), role("short"))
    architecture = architecture_of(records)
    came = came_back(records, tmp_path)
    assert came.records == records == records_of(architecture)

    def edit(book: Edited) -> None:
        book.put("role", "long", "description@en", "shorter")

    assert "too long for a cell" in edited(architecture, tmp_path, edit).faults[0].sentence


def test_a_language_that_is_filled_makes_a_text_in_two_languages(tmp_path):
    architecture = architecture_of(project(role("one")))
    came = edited(architecture, tmp_path, lambda book: book.put("role", "one", "name@zh", "一"))
    assert came.records.get("one").attributes["name"] == {"en": "one", "zh": "一"}


def test_a_workbook_without_its_export_is_told(purchasing, tmp_path):
    path = exported(purchasing, tmp_path)
    assert is_our_workbook(path)
    book = load_workbook(path)
    book.remove(book[EXPORT_SHEET])
    book.save(path)
    assert not is_our_workbook(path)
    with pytest.raises(NotAWorkbook, match="does not hold what was exported"):
        read_back(path)


def test_a_damaged_export_is_told(purchasing, tmp_path):
    path = exported(purchasing, tmp_path)
    book = load_workbook(path)
    book[EXPORT_SHEET]["A4"] = "x" + "A" * 100
    book.save(path)
    with pytest.raises(NotAWorkbook, match="was damaged"):
        read_back(path)


def test_settings_are_changed_in_their_rows(purchasing, tmp_path):
    def edit(book: Edited) -> None:
        sheet = book.sheet("settings")
        rows = {sheet.cell(row, 1).value: row for row in range(3, sheet.max_row + 1)}
        sheet.cell(rows["profile"], 2).value = "standard"
        sheet.delete_rows(rows["required_interfaces[1].from"], 4)
        sheet.cell(sheet.max_row + 1, 1).value = "levels.task.used"
        sheet.cell(sheet.max_row, 2).value = False

    came = edited(purchasing, tmp_path, edit)
    assert came.faults == ()
    changed = {own.name for own in changes_between(came.exported, came.records)}
    assert changed == {"profile", "required_interfaces", "levels"}
    assert came.records.settings["levels"]["task"]["used"] is False
    assert len(came.records.settings["required_interfaces"]) == 1


@pytest.mark.parametrize("value", ["=FALSE()", "false", "FALSE", False])
def test_no_is_understood_however_a_program_writes_it(purchasing, tmp_path, value):
    def edit(book: Edited) -> None:
        sheet = book.sheet("settings")
        row = sheet.max_row + 1
        sheet.cell(row, 1).value = "levels.task.used"
        sheet.cell(row, 2).value = value

    came = edited(purchasing, tmp_path, edit)
    assert came.faults == () and came.records.settings["levels"]["task"]["used"] is False
