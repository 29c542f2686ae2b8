"""What is exported comes back as it was: all of it, to the last blank."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ltcarch.cli.excel_update import create
from ltcarch.interchange.excel.package import EXPORT_SHEET
from ltcarch.interchange.excel.workbook.cells import compared
from ltcarch.interchange.excel.workbook.grids import grids
from ltcarch.interchange.excel.workbook.kept_export import KeptExport, export_cells
from ltcarch.interchange.excel.workbook.plan import Use
from ltcarch.interchange.excel.workbook.reading import read_back
from ltcarch.interchange.excel.workbook.writing import workbook_of
from ltcarch.interchange.records import records_of
from ltcarch.loading import load
from ltcarch.model.kinds import HIERARCHY
from tests.interchange.excel.workbooks import architecture_of, exported
from tests.interchange.projects import edited_projects, projects

ROOT = Path(__file__).parents[3]
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a workbook takes half a second
MODELS = [("models/reference", "en"), ("examples/it-service-policy", "zh")]


@pytest.mark.parametrize(("folder", "words"), MODELS)
def test_a_model_comes_back_equal_from_an_empty_folder(folder, words, tmp_path, capsys):
    architecture = load(ROOT / folder).architecture
    workbook = exported(architecture, tmp_path, words)
    create(workbook, tmp_path / "new", dry_run=False)
    assert "Wrote" in capsys.readouterr().out
    again = load(tmp_path / "new")
    assert records_of(again.architecture) == records_of(architecture)
    assert read_back(exported(again.architecture, tmp_path, words)).records == records_of(architecture)


@pytest.mark.parametrize("words", ["en", "zh"])
def test_a_workbook_has_the_same_bytes_each_time(words):
    architecture = load(ROOT / "examples/starter").architecture
    assert workbook_of(architecture, words).data == workbook_of(architecture, words).data


@settings(max_examples=4, deadline=None, phases=WITHOUT_SHRINKING, suppress_health_check=list(HealthCheck))
@given(projects())
def test_any_project_comes_back_equal(tmp_path, records):
    came = read_back(exported(architecture_of(records), tmp_path))
    assert came.faults == () and came.notes == ()
    assert came.exported == records
    assert came.records == records


def shown(records):
    """What the sheets of records show, as cells are compared, without what is for reading or told in the background."""
    found = {}
    for grid in grids(records, ("en", "zh"), "en"):
        keys = {own.key for own in grid.sheet.columns if own.use not in (Use.READING, Use.EXPORTED_ID, Use.PLACE)}
        first = grid.sheet.columns[0].key
        rows = [{key: compared(value) for key, value in row.items() if key in keys} for row in grid.rows]
        found[grid.sheet.id] = sorted(rows, key=lambda row: str(row[first]))
    return found


def with_export_of(workbook, kept):
    """A workbook that holds another export than what its sheets say."""
    book = load_workbook(workbook)
    sheet = book[EXPORT_SHEET]
    sheet.delete_rows(1, sheet.max_row)
    for row, text in enumerate(export_cells(KeptExport(kept, "en")), start=1):
        sheet.cell(row, 1, text)
    book.save(workbook)
    return workbook


@settings(max_examples=4, deadline=None, phases=WITHOUT_SHRINKING, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_was_changed_is_read_as_it_is_shown(tmp_path, data):
    base = data.draw(projects())
    wanted = data.draw(edited_projects(base))
    workbook = with_export_of(exported(architecture_of(wanted), tmp_path), base)
    came = read_back(workbook)
    assert [own for own in came.faults if not own.sentence.endswith("is missing")] == []
    assert came.exported == base
    assert shown(came.records) == shown(wanted)
    assert [own.key for own in came.records.elements if own.kind in HIERARCHY] == [
        own.key for own in wanted.elements if own.kind in HIERARCHY
    ]
