"""What is exported comes back as it was: all of it, to the last blank."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ltcarch.cli.excel_update import create
from ltcarch.interchange.excel.workbook.reading import read_back
from ltcarch.interchange.excel.workbook.writing import workbook_of
from ltcarch.interchange.records import records_of
from ltcarch.loading import load
from tests.interchange.excel.workbooks import architecture_of, exported
from tests.interchange.projects import projects

ROOT = Path(__file__).parents[3]
MODELS = [("models/reference", "en"), ("examples/procure-to-pay", "zh"), ("examples/it-service-policy", "en")]


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


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, *HealthCheck])
@given(projects())
def test_any_project_comes_back_equal(tmp_path, records):
    came = read_back(exported(architecture_of(records), tmp_path))
    assert came.faults == () and came.notes == ()
    assert came.exported == records
    assert came.records == records
