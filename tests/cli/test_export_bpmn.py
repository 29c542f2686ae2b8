"""Processes as BPMN, as users ask for them."""

from pathlib import Path

import pytest

from ltcarch.interchange.bpmn.writing import bpmn_document
from tests.cli.commands import ROOT, ltcarch
from tests.pictures import architecture_of

REFERENCE, BUYING = ROOT / "models/reference", ROOT / "examples/procure-to-pay"


def document(process: str, language: str, **wishes) -> bytes:
    architecture = architecture_of("examples/procure-to-pay")
    return bpmn_document(architecture, architecture.get(process), language, **wishes)


def test_a_process_is_written_into_a_file(tmp_path):
    run = ltcarch("export", "bpmn", "P2P.1.3", "-p", BUYING, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert run.stdout == (
        "Wrote P2P.1.3.bpmn: 下达采购订单.\nNext:\n  open P2P.1.3.bpmn in a modelling tool for BPMN\n"
    )
    assert (tmp_path / "P2P.1.3.bpmn").read_bytes() == document("P2P.1.3", "zh")


def test_another_language_is_told_by_the_name_of_the_file(tmp_path):
    run = ltcarch("export", "bpmn", "P2P.1.3", "--lang", "en", "--artifacts", "-p", BUYING, "-o", tmp_path)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "P2P.1.3.en.bpmn").read_bytes() == document("P2P.1.3", "en", with_artifacts=True)


def test_a_process_is_printed():
    run = ltcarch("export", "bpmn", "P2P.1.3", "-p", BUYING, "-o", "-")
    assert run.stdout.encode() == document("P2P.1.3", "zh")


def test_all_processes_are_written_into_a_folder_and_only_changes_the_next_time(tmp_path):
    first, second = (ltcarch("export", "bpmn", "--all", BUYING, cwd=tmp_path) for _ in range(2))
    assert first.stdout.startswith("Wrote 19 processes to bpmn (19 files written).\n"), first.stderr
    assert second.stdout.startswith("Wrote 19 processes to bpmn (19 files unchanged).\n")
    names = {path.name for path in (tmp_path / "bpmn").glob("*.bpmn")}
    assert "P2P.1.2.bpmn" in names
    assert "P2P.1.2.1.bpmn" not in names
    assert (tmp_path / "bpmn/P2P.1.3.bpmn").read_bytes() == document("P2P.1.3", "zh")


def test_foreign_files_are_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    run = ltcarch("export", "bpmn", "--all", BUYING, "-o", tmp_path)
    assert run.returncode == 2
    assert "--force" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name a process: `ltcarch export bpmn PROCESS`"),
        (("LTC.2",), "these fit: LTC.2.1, LTC.2.2"),
        (("LTC.2.77",), "did you mean `LTC.2.7`?"),
        (("customer",), "`customer` is of kind external"),
        (("LTC.2.7", "--lang", "fr"), "its languages: en, zh"),
    ],
)
def test_what_cannot_be_written_is_answered_with_what_can(tmp_path: Path, arguments, told):
    run = ltcarch("export", "bpmn", *arguments, "-p", REFERENCE, cwd=tmp_path)
    assert run.returncode == 2
    assert told in run.stderr
