"""A program of somebody else opens the workbook, saves it, and nothing is lost on the way."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ltcarch.interchange.excel.workbook.reading import read_back
from ltcarch.loading import load
from tests.interchange.excel.workbooks import exported

ROOT = Path(__file__).parents[3]
SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there")
@pytest.mark.parametrize(("folder", "words"), [("examples/it-service-policy", "en"), ("examples/procure-to-pay", "zh")])
def test_what_libreoffice_saves_reads_as_what_was_exported(folder, words, tmp_path):
    path = exported(load(ROOT / folder).architecture, tmp_path, words)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    kind = "xlsx:Calc MS Excel 2007 XML"
    command = [
        str(SOFFICE),
        "--headless",
        profile,
        "--convert-to",
        kind,
        "--outdir",
        str(tmp_path / "saved"),
        str(path),
    ]
    subprocess.run(command, check=False, capture_output=True, timeout=180)
    saved = tmp_path / "saved" / path.name
    if not saved.is_file():
        pytest.skip("LibreOffice is there without Calc")
    came = read_back(saved)
    assert came.faults == () and came.notes == ()
    assert came.records == came.exported
