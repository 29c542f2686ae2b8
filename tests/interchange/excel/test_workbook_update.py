"""Thirty cells that somebody changed come into the project as exactly those changes; nothing else is touched."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from ltcarch.cli.excel_update import update
from ltcarch.interchange.changes import Added, Attribute, Moved, Removed, Renamed, Reordered, Setting, changes_between
from ltcarch.interchange.records import records_of
from ltcarch.loading import load
from tests.interchange.excel.workbooks import Edited, exported

ROOT = Path(__file__).parents[3]


@pytest.fixture
def project(tmp_path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "examples/procure-to-pay", folder)
    return folder


@pytest.fixture
def workbook(project, tmp_path) -> Edited:
    return Edited(exported(load(project).architecture, tmp_path, "zh"))


def lines_of(project: Path) -> Counter[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(project.rglob("*.yaml")))
    return Counter(line for text in texts for line in text.splitlines())


def comments_of(project: Path) -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(project.rglob("*.yaml")))
    return [line for text in texts for line in text.splitlines() if line.lstrip().startswith("#")]


def edit_thirty_cells(book: Edited) -> None:
    # Texts in both languages (1 to 8).
    book.put("process", "P2P.1.1", "name@zh", "提出并批准请购")
    book.put("process", "P2P.1.1", "purpose@en", "Turn demand into a requisition with a budget and an owner")
    book.put("activity", "P2P.1.1.A1", "name@zh", "编写请购单")
    book.put("activity", "P2P.1.1.A1", "name@en", "Draft requisition")
    book.put("activity", "P2P.1.2.A1", "rules@zh", "五十万元以上必须招标\n同一需求不得拆分")
    book.put("activity", "P2P.1.2.A1", "rules@en", "Above 500000 CNY a tender is a must\nOne need is not split")
    book.put("role", "demand_planner", "responsibility@zh", "预测准确、及时")
    book.put("term", "term_three_way_match", "definition@en", "Order, receipt and invoice compared line by line")
    # Roles, owners and other ids (9 to 13).
    book.put("activity", "P2P.2.2.A1", "role", "quality_engineer")
    book.put("activity", "P2P.3.1.A4", "role", "accounts_payable_clerk")
    book.put("risk", "risk_unneeded_purchase", "owner", "sourcing_director")
    book.put("activity", "P2P.1.1.A1", "systems", "erp\nsrm")
    book.put("activity", "P2P.1.1.A1", "inputs", "material_demand\nmaterial_master\ncontact_note (optional)")
    # Numbers, words, yes and no (14 to 19).
    book.put("kpi", "on_time_delivery", "target@zh", 97.0)
    book.put("kpi", "on_time_delivery", "bounds.min", "10")
    book.put("risk", "risk_unneeded_purchase", "likelihood", "Low")
    book.put("control", "control_requisition_approval", "last_test.date", "2025/8/1")
    book.put("activity", "P2P.1.1.A3", "key", None)
    book.put("activity", "P2P.2.2.A1", "decision", "是")
    # Rows of parts (20 to 22).
    book.put(".next", "P2P.1.1.A2", "when@zh", "预算充足", 0)
    book.put(".ends", "P2P.1.1", "name@en", "Budget exceeded", 1)
    book.put(".authority.limits", "P2P.1.1.A3", "up_to", 250000)
    # New rows, with an id and without (23 to 25).
    book.add("activity", parent="P2P.3.2", name__zh="归档付款申请", name__en="File payment request", role="buyer")
    book.add("role", id="contract_clerk", name__zh="合同文员", name__en="Contract clerk")
    book.add(".triggers", element="P2P.1.2", type="message", artifact="purchase_requisition")
    # A row that is gone, one that moved, one in another place, one with another id (26 to 29).
    book.remove("term", "term_p2p")
    book.put("task", "P2P.3.1.A2.T2", "parent", "P2P.3.1.A3")
    book.put("activity", "FIN.2.1.A2", "place", 0.5)
    book.put("role", "planning_reviewer", "id", "plan_reviewer")
    # The project file (30).
    sheet = book.sheet("settings")
    row = next(row for row in range(3, sheet.max_row + 1) if sheet.cell(row, 1).value == "company.purposes[1]")
    sheet.cell(row, book.column("settings", "setting text@en")).value = "Deliver sound valves, always on time"


def expected() -> set[tuple]:
    """Every change, as it is told: what, of whom, and which attribute."""
    return {
        (Attribute, "P2P.1.1", "name"),
        (Attribute, "P2P.1.1", "purpose"),
        (Attribute, "P2P.1.1", "ends"),
        (Attribute, "P2P.1.1.A1", "name"),
        (Attribute, "P2P.1.1.A1", "systems"),
        (Attribute, "P2P.1.1.A1", "inputs"),
        (Attribute, "P2P.1.1.A2", "next"),
        (Attribute, "P2P.1.1.A3", "key"),
        (Attribute, "P2P.1.1.A3", "authority"),
        (Attribute, "P2P.1.2", "triggers"),
        (Attribute, "P2P.1.2.A1", "rules"),
        (Attribute, "P2P.2.2.A1", "role"),
        (Attribute, "P2P.2.2.A1", "decision"),
        (Attribute, "P2P.3.1.A4", "role"),
        (Attribute, "demand_planner", "responsibility"),
        (Attribute, "term_three_way_match", "definition"),
        (Attribute, "risk_unneeded_purchase", "owner"),
        (Attribute, "risk_unneeded_purchase", "likelihood"),
        (Attribute, "on_time_delivery", "target"),
        (Attribute, "on_time_delivery", "bounds"),
        (Attribute, "control_requisition_approval", "last_test"),
        (Attribute, "plan_reviewer", "former_ids"),
        (Added, "P2P.3.2.A3"),
        (Added, "contract_clerk"),
        (Removed, "term_p2p"),
        (Moved, "P2P.3.1.A2.T2"),
        (Reordered, "FIN.2.1", "activity"),
        (Renamed, "planning_reviewer", "plan_reviewer"),
        (Setting, "company"),
    }


def told(change) -> tuple:
    match change:
        case Attribute():
            return Attribute, change.key.id, change.name
        case Added() | Removed():
            return type(change), change.record.id
        case Moved():
            return Moved, change.key.id
        case Reordered():
            return Reordered, change.parent, change.kind
        case Renamed():
            return Renamed, change.old, change.new
    return Setting, change.name


REFERENCES_THAT_FOLLOW = {"role", "roles", "raci", "authority", "waivers", "owner", "members"}


def test_thirty_cells_come_in_as_exactly_those_changes(project, workbook, capsys):
    before, lines, comments = records_of(load(project).architecture), lines_of(project), comments_of(project)
    edit_thirty_cells(workbook)
    update(workbook.saved(), project, dry_run=False, take=())
    after = records_of(load(project).architecture)
    changes = changes_between(before, after)
    renamed = {change for change in map(told, changes) if change not in expected()}
    assert all(change[0] is Attribute and change[2] in REFERENCES_THAT_FOLLOW for change in renamed), renamed
    assert {own for own in expected() if own not in set(map(told, changes))} == set()
    for change in changes:
        if told(change) in renamed:
            assert str(change.new) == str(change.old).replace("planning_reviewer", "plan_reviewer")
    assert comments_of(project) == comments
    gone, new = lines - lines_of(project), lines_of(project) - lines
    assert 0 < gone.total() < 70 and 0 < new.total() < 90
    assert load(project).diagnostics == ()
    out = capsys.readouterr()
    assert "the new row gets the id `P2P.3.2.A3`" in out.err


def test_a_dry_run_shows_the_changes_and_writes_nothing(project, workbook, capsys):
    lines = lines_of(project)
    edit_thirty_cells(workbook)
    update(workbook.saved(), project, dry_run=True, take=())
    assert lines_of(project) == lines
    assert "编写请购单" in capsys.readouterr().out


def test_what_was_changed_on_both_sides_is_listed_and_nothing_is_written(project, workbook, capsys):
    path = project / "architecture/p2p-1-request-and-source.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("提出请购", "请购申请"), encoding="utf-8")
    lines = lines_of(project)
    workbook.put("activity", "P2P.1.1.A1", "name@zh", "编写请购单")
    workbook.put("role", "buyer", "name@en", "Senior buyer")
    with pytest.raises(SystemExit) as stopped:
        update(workbook.saved(), project, dry_run=False, take=())
    assert stopped.value.code == 1
    out = capsys.readouterr().out
    assert "P2P.1.1.A1" in out and "编写请购单" in out and "请购申请" in out
    assert lines_of(project) == lines
    update(workbook.path, project, dry_run=False, take=("theirs",))
    after = records_of(load(project).architecture)
    assert after.get("P2P.1.1.A1").name("zh") == "编写请购单"
    assert after.get("buyer").name("en") == "Senior buyer"


def test_what_was_changed_here_since_the_export_stays(project, workbook):
    path = project / "architecture/p2p-1-request-and-source.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("提出请购", "请购申请"), encoding="utf-8")
    workbook.put("role", "buyer", "name@en", "Senior buyer")
    update(workbook.saved(), project, dry_run=False, take=())
    after = records_of(load(project).architecture)
    assert after.get("P2P.1.1.A1").name("zh") == "请购申请"
    assert after.get("buyer").name("en") == "Senior buyer"


def test_cells_that_are_not_understood_are_named_and_nothing_is_written(project, workbook, capsys):
    lines = lines_of(project)
    workbook.put("risk", "risk_unneeded_purchase", "likelihood", "sometimes")
    workbook.put("role", "buyer", "name@en", "Senior buyer")
    with pytest.raises(SystemExit) as stopped:
        update(workbook.saved(), project, dry_run=False, take=())
    assert stopped.value.code == 1
    assert "风险!" in (err := capsys.readouterr().err) and "`sometimes` is none of: low" in err
    assert lines_of(project) == lines
