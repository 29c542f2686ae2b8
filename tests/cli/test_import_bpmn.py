"""BPMN files taken in, as users ask for it."""

import shutil
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, ltcarch
from tests.interchange.bpmn.imports import FILES

CLAIMS = FILES / "claims-modeler.bpmn"
BUYING = ROOT / "examples/procure-to-pay"


def texts(folder: Path) -> dict[str, str]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in found}


@pytest.fixture
def buying(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BUYING, tmp_path / "buying"))


@pytest.fixture
def order(buying: Path) -> Path:
    run = ltcarch("export", "bpmn", "P2P.1.3", "-p", buying, "-o", buying.parent / "order.bpmn")
    assert run.returncode == 0, run.stderr
    return buying.parent / "order.bpmn"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_file_of_another_tool_becomes_a_project(tmp_path):
    run = ltcarch("import", "bpmn", CLAIMS, "-o", tmp_path / "claims")
    assert run.returncode == 0, run.stderr
    assert "Left out:" in run.stdout
    assert f"{CLAIMS}:11  group (Group_1): nothing in an architecture stands for it" in run.stdout
    assert "They give 1 process, 6 activities, 3 roles, 1 team, 6 artifacts, 2 externals." in run.stdout
    assert "Made a project of 4 files" in run.stdout
    assert ltcarch("validate", tmp_path / "claims", "--profile", "draft").returncode == 0
    again = ltcarch("import", "bpmn", CLAIMS, "-o", tmp_path / "claims")
    assert again.returncode == 2
    assert "exists already" in again.stderr


def test_a_trial_names_every_element_and_writes_nothing(tmp_path):
    run = ltcarch("import", "bpmn", CLAIMS, "--dry-run", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "Imported:\n" in run.stdout
    assert "manualTask `Remind the expert` (Task_remind): activity settle_claims.A4" in run.stdout
    assert "Nothing was written." in run.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_process_is_added_under_an_element_and_its_changes_come_in_later(tmp_path, buying):
    file = Path(shutil.copy(CLAIMS, tmp_path))
    before = texts(buying)
    run = ltcarch("import", "bpmn", file, "--into", buying, "--parent", "P2P.1", "--lang", "en")
    assert run.returncode == 0, run.stderr
    after = texts(buying)
    assert after != before
    assert "bpmn:Process_0claims" in "".join(after.values())
    assert ltcarch("validate", buying, "--profile", "draft").returncode == 0
    again = ltcarch("import", "bpmn", file, "--into", buying, "--parent", "P2P.1", "--lang", "en")
    assert again.returncode == 2
    assert "bring changes in with `--update`" in again.stderr
    same = ltcarch("import", "bpmn", file, "--into", buying, "--lang", "en", "--update")
    assert "nothing changes" in same.stderr
    change(file, 'name="Remind the expert"', 'name="Call the expert"')
    update = ltcarch("import", "bpmn", file, "--into", buying, "--lang", "en", "--update")
    assert update.returncode == 0, update.stderr
    changed = [path for path, text in texts(buying).items() if text != after[path]]
    assert len(changed) == 1
    assert texts(buying)[changed[0]] == after[changed[0]].replace("Remind the expert", "Call the expert")


def test_a_changed_name_comes_back_and_all_else_stays_to_the_byte(buying, order):
    before = texts(buying)
    assert "nothing changes" in ltcarch("import", "bpmn", order, "--into", buying, "--update").stderr
    change(order, 'name="编制采购订单"', 'name="起草采购订单"')
    trial = ltcarch("import", "bpmn", order, "--into", buying, "--update", "--dry-run")
    assert "name.zh: 编制采购订单 -> 起草采购订单" in trial.stdout
    assert texts(buying) == before
    run = ltcarch("import", "bpmn", order, "--update", cwd=buying)
    assert run.returncode == 0, run.stderr
    assert texts(buying) == {
        path: text.replace("zh: 编制采购订单", "zh: 起草采购订单") for path, text in before.items()
    }


def test_what_was_changed_on_both_sides_is_a_conflict(buying, order):
    change(order, 'name="编制采购订单"', 'name="起草采购订单"')
    for path in buying.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("zh: 编制采购订单", "zh: 制作采购订单"), encoding="utf-8")
    before = texts(buying)
    run = ltcarch("import", "bpmn", order, "--into", buying, "--update")
    assert run.returncode == 1
    assert "1 conflict" in run.stderr
    assert texts(buying) == before
    taken = ltcarch("import", "bpmn", order, "--into", buying, "--update", "--take", "theirs")
    assert taken.returncode == 0, taken.stderr
    assert "起草采购订单" in "".join(texts(buying).values())


def test_exported_processes_make_a_project_that_exports_the_same_ones(tmp_path, buying):
    ltcarch("export", "bpmn", "--all", "-p", buying, "-o", tmp_path / "bpmn")
    files = sorted((tmp_path / "bpmn").glob("*.bpmn"))
    assert len(files) == 19
    run = ltcarch("import", "bpmn", *files, "-o", tmp_path / "made")
    assert run.returncode == 0, run.stderr
    again = ltcarch("import", "bpmn", *files, "--into", tmp_path / "made", "--update")
    assert "nothing changes" in again.stderr
    assert "nothing changes" in ltcarch("import", "bpmn", *files, "--into", buying, "--update").stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("none.bpmn",), "none.bpmn does not exist"),
        (("bad.bpmn",), "bad.bpmn:2: the XML is broken"),
        (("empty.bpmn",), "no process was found"),
        ((CLAIMS, "--into", "."), "no ltcarch.yaml in"),
        ((CLAIMS, "--parent", "X"), "`--parent` goes with `--into` only"),
        ((CLAIMS, "--into", ".", "-o", "x"), "name one of them"),
        ((CLAIMS, "--into", BUYING, "--parent", "P2P.9"), "the project has no element `P2P.9`"),
        ((CLAIMS, "--into", BUYING, "--parent", "buyer"), "no process can stand under buyer"),
    ],
)
def test_wrong_use_is_one_clear_message(tmp_path, arguments, told):
    (tmp_path / "bad.bpmn").write_text("<definitions>\n<a></definitions>", encoding="utf-8")
    model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    (tmp_path / "empty.bpmn").write_text(f'<definitions xmlns="{model}"/>', encoding="utf-8")
    run = ltcarch("import", "bpmn", *arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert told in run.stderr
    assert "Traceback" not in run.stderr
