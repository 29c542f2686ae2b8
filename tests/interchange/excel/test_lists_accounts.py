"""Nothing is dropped silently: every cell of any list is imported, left out by name, or reported."""

import json
import re
import time

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ltcarch.diagnostics import Severity
from ltcarch.engine import run
from ltcarch.interchange.excel.lists.account import Account, Fate
from ltcarch.interchange.excel.lists.building import imported
from ltcarch.interchange.excel.lists.cell_entries import entries
from ltcarch.interchange.excel.lists.guessing import guessed
from ltcarch.interchange.excel.lists.hierarchy_numbers import tidied
from ltcarch.interchange.excel.lists.sheets import Merged, Sheet, Stored, cell_of
from ltcarch.interchange.project_files import project_files
from ltcarch.interchange.records_json import to_json
from ltcarch.loading.load import load_files
from tests.interchange.excel.written_lists import import_of, write_workbook
from tests.interchange.memory_files import FilesInMemory

HEADINGS = [
    "No", "编号", "ID", "Level", "层级", "Parent", "Name", "流程名称", "Name (EN)",
    "L1", "L2",
    "L3 code", "L3", "活动",
    "Description", "Owner", "角色", "Inputs", "输出", "System", "KPI", "Risk", "Remarks", "Colour", "", "Department",
]  # fmt: skip
CELLS = [
    None, None, None, "1", "1.1", "1.1.1", "1.2", "2", "L1", "L2", "3", "9", "Sell", "Win leads", "销售",
    "线索\nLead", "a; b", "1 Sell", "-", "x", "tbd", "AR", "计划员、采购员", "No", "Name", "4.1", "4.10",
    " indented", "long " * 80, "\x01seen", "（一）",
]  # fmt: skip
_STRUCTURE = {"id", "number", "level", "parent", "name", "numbered name"}


@st.composite
def sheets(draw, name: str = "List") -> Sheet:
    """A sheet with headings or without, with anything below them, and with merged cells."""
    width = draw(st.integers(1, 6))
    rows = [draw(st.lists(st.sampled_from(HEADINGS), min_size=width, max_size=width))] if draw(st.booleans()) else []
    rows += draw(st.lists(st.lists(st.sampled_from(CELLS), min_size=width, max_size=width), max_size=10))
    stored = st.sampled_from([Stored.TEXT] * 8 + [Stored.NUMBER, Stored.FORMULA, Stored.ERROR])
    found = {}
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            cell = cell_of(name, row, column, value, draw(stored)) if value else None
            if cell:
                found[row, column] = cell
    tops = draw(st.lists(st.tuples(st.integers(1, 8), st.integers(1, width), st.integers(1, 3)), max_size=2))
    return Sheet(name, found, tuple(Merged(top, left, top + height, left) for top, left, height in tops))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


@settings(deadline=None, max_examples=30)
@given(st.lists(sheets(), min_size=1, max_size=1), sheets("Second"))
def test_every_cell_of_any_list_is_accounted_for(first, second):
    both = (*first, second)
    found = imported(both, guessed(both), "Any")
    said = squeezed(json.dumps(json.loads(to_json(found.records)), ensure_ascii=False).replace("\\n", ""))
    told = squeezed(" ".join(own.message for own in found.account.remarks))
    fields = {
        (own.sheet, column): target.field
        for own in found.mapping.sheets
        for column, target in own.columns.items()
        if target
    }
    for sheet in both:
        for cell in sheet.cells.values():
            fate = found.account.fate(cell)
            assert fate is not None, cell
            if fate is Fate.IMPORTED and fields[cell.sheet, cell.column] not in _STRUCTURE:
                assert all(squeezed(own) in said for own in entries(cell.text)), cell
            if fate is Fate.IMPORTED and fields[cell.sheet, cell.column] in ("number", "id"):
                pieces = tidied(cell.text).split()
                assert all(squeezed(own) in said for own in pieces) or squeezed(cell.text[:40]) in told, cell
            if fate is Fate.IMPORTED and "name" in fields[cell.sheet, cell.column]:
                pieces = [own for own in re.split(r"\s|^[0-9.]+", cell.text) if own and own != "/"]
                assert all(squeezed(own) in said or squeezed(own) in told for own in pieces), cell
    lost = {(own.sheet, own.place) for own in found.account.lost}
    assert lost or not found.account.counts()[Fate.REPORTED]


@settings(deadline=None, max_examples=30)
@given(sheets())
def test_what_any_list_makes_is_a_project_without_errors(sheet):
    found = imported((sheet,), guessed((sheet,)), "Any")
    assume(found.records.elements)
    report = run(load_files(FilesInMemory(project_files(found.records))))
    assert [own.message for own in report.diagnostics if own.severity is Severity.ERROR] == []


def framework_rows() -> list[list[object]]:
    """A list in the shape of classification frameworks: five levels, a permanent id beside the number."""
    verbs = ("Plan", "Check", "Agree", "Collect", "Prepare", "Review", "Release", "Record", "Compare", "Settle")
    things = ("orders", "parts", "offers", "routes", "budgets", "samples", "claims", "shifts", "tariffs", "permits")
    fans = (12, 4, 4, 4, 2)
    rows: list[list[object]] = [
        ["Framework for tea houses, edition 3"],
        [],
        ["Element ID", "Hierarchy ID", "Name", "Since"],
    ]

    def add(path: tuple[int, ...]) -> None:
        number = f"{path[0]}.0" if len(path) == 1 else ".".join(map(str, path))
        name = f"{verbs[sum(path) % 10]} {things[path[-1] * 3 % 10]} {len(rows)}"
        rows.append([20_000 + len(rows), number, name, "edition 2" if len(rows) % 50 == 0 else None])
        for child in range(1, fans[len(path)] + 1) if len(path) < 5 else ():
            add((*path, child))

    for top in range(1, 13):
        add((top,))
    return rows


def test_a_framework_of_over_two_thousand_rows_loses_none(tmp_path):
    path = write_workbook(tmp_path / "framework.xlsx", framework_rows())
    start = time.perf_counter()
    found = import_of(path)
    files = project_files(found.records)
    seconds = time.perf_counter() - start
    counts = [found.count(kind) for kind in ("classification", "group", "process", "subprocess", "activity")]
    assert counts == [12, 48, 192, 768, 1536]
    assert found.account.lost == ()
    assert found.records.get("20003").attributes["number"] == "1.0"
    assert len(files) == 13
    assert seconds < 5


def test_a_cell_that_everybody_forgot_is_reported():
    cell = cell_of("List", 2, 3, "forgotten")
    account = Account([Sheet("List", {(2, 3): cell})])
    account.close()
    assert [(own.place, own.message) for own in account.lost] == [("C2", "`forgotten` was not used")]
