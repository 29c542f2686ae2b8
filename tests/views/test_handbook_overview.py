"""The pages about the whole: the first page, everything from A to Z, findings and open points by owner."""

import pytest

from ltcarch.loading import load
from ltcarch.views.handbook import Finding, handbook
from ltcarch.views.handbook.alphabet import sound
from ltcarch.views.handbook.page import Listing, Place, Section, spans
from tests.projects import write_project
from tests.views.handbooks import find, pages, rows, words

PROJECT = """
classifications:
  - id: A
    name: {en: Sell, zh: 销售}
    owner: head
    groups:
      - id: A.1
        name: {en: Win, zh: 赢单}
        processes:
          - id: A.1.1
            name: {en: Bid, zh: 投标}
            kpis: [rate]
            unset: {purpose: Being written}
            activities:
              - {id: A.1.1.A1, name: {en: Write, zh: 编写标书}, role: clerk}
              - {id: A.1.1.A2, name: {en: Check, zh: 检查标书}, role: clerk}
          - {id: A.1.2, name: {en: Deliver, zh: 交付}, activities: [{id: A.1.2.A1, name: Ship, role: porter}]}
  - {id: B, name: {en: Learn, zh: 学习}}
roles:
  - {id: idler, name: {en: Idler, zh: 闲人}}
  - {id: porter, name: {en: Porter, zh: 搬运工}}
  - {id: clerk, name: {en: Clerk, zh: 文员}, aliases: [{en: Writer, zh: 写手}]}
positions: [{id: head, name: {en: Head, zh: 主管}}, {id: other, name: {en: Other head, zh: 另一主管}}]
kpis: [{id: rate, name: {en: Rate, zh: 中标率}, owner: other}]
controls: [{id: look, name: {en: Look, zh: 复核}, activities: [A.1.2.A1]}]
"""
FINDINGS = (
    Finding("A.1.1.A1", "ACT01", "warning", "it is vague"),
    Finding("rate", "KPI01", "error", "it has no formula"),
    Finding("B", "OWN01", "error", "nobody owns it"),
    Finding(None, "STR04", "info", "there are two"),
    Finding("gone", "REF01", "error", "it is unknown"),
)


@pytest.fixture
def architecture(tmp_path):
    return load(write_project(tmp_path, {"a.yaml": PROJECT})).architecture


def made(architecture, findings=None, language="en"):
    return {page.name: page for page in handbook(architecture, language, findings).pages}


def test_roles_stand_on_the_first_page_with_the_most_involved_first(architecture):
    found = rows(find(made(architecture)["README"].blocks, "roles"))
    assert [(row["Role"], row.get("Activities")) for row in found] == [("Clerk", "2"), ("Porter", "1"), ("Idler", None)]


def test_of_many_roles_the_first_page_leads_to_all(tmp_path):
    roles = ", ".join(f"{{id: r{number}, name: R{number}}}" for number in range(40))
    first = pages(tmp_path, f"classifications: [{{id: A, name: A}}]\nroles: [{roles}]")["README"]
    found = rows(find(first.blocks, "roles"))
    assert (len(found), found[-1]["Role"]) == (16, "and 25 more")
    assert Place("roles/README") in [span.place for span in spans(first.blocks) if span.text == "and 25 more"]


def test_health_counts_findings_and_how_far_processes_are_covered(architecture):
    health = rows(find(made(architecture, FINDINGS)["README"].blocks, "health"))
    assert {row["What"]: row["How many"] for row in health} == {
        "Findings of the rules": "Error: 3, Warning: 1, Info: 1", "Open points": "1",
        "Processes with an owner": "2 of 2 (100 %)", "Processes with activities": "2 of 2 (100 %)",
        "Processes with KPIs": "1 of 2 (50 %)", "Processes with control points": "1 of 2 (50 %)",
    }  # fmt: skip


def test_without_a_run_of_the_rules_nothing_is_said_of_findings(architecture):
    health = rows(find(made(architecture)["README"].blocks, "health"))
    assert "Findings of the rules" not in [row["What"] for row in health]
    clean = rows(find(made(architecture, ())["README"].blocks, "health"))
    assert {"What": "Findings of the rules", "How many": "none"} in clean


def test_findings_stand_with_who_answers_for_them(architecture):
    page = made(architecture, FINDINGS)["open-points"]
    found = rows(find(page.blocks, "findings"))
    assert [(row.get("Owner"), row["Where"], row["Severity"], row["Rule"]) for row in found] == [
        ("Head", "1.1.1.1 Write", "Warning", "ACT01"),
        ("Other head", "Rate", "Error", "KPI01"),
        ("Nobody is named", "2 Learn", "Error", "OWN01"),
        (None, "gone", "Error", "REF01"),
        (None, "The project as a whole", "Info", "STR04"),
    ]
    assert rows(find(page.blocks, "unset")) == [
        {"Owner": "Head", "Where": "1.1.1 Bid", "Still open": "Purpose", "Reason": "Being written"}
    ]


def test_findings_stand_on_the_page_of_their_element(architecture):
    pages_ = made(architecture, FINDINGS)
    assert [row["Where"] for row in rows(find(pages_["processes/A.1.1"].blocks, "findings"))] == ["1.1.1.1 Write"]
    assert [row["Rule"] for row in rows(find(pages_["kpis/rate"].blocks, "findings"))] == ["KPI01"]
    assert find(pages_["processes/A"].blocks, "findings") is None


def letters(page) -> dict[str, list[str]]:
    return {
        block.heading: [words((item,)) for item in own.items]
        for block in page.blocks
        if isinstance(block, Section)
        for own in block.blocks
        if isinstance(own, Listing)
    }


def test_everything_stands_from_a_to_z_under_all_of_its_names(architecture):
    found = letters(made(architecture)["a-z"])
    assert list(found) == sorted(found)
    assert found["W"] == ["Win (Process group 1.1)", "Write (Activity 1.1.1.1)", "Writer → Clerk"]


def test_chinese_names_stand_by_their_sound(architecture):
    found = letters(made(architecture, language="zh")["a-z"])
    assert list(found) == ["B", "F", "J", "L", "S", "T", "W", "X", "Y", "Z"]
    assert found["X"] == ["闲人（角色）", "销售（流程分类 1）", "写手 → 文员", "学习（流程分类 2）"]
    assert found["Z"] == ["中标率（绩效指标）", "主管（岗位）"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [("合同评审", "H"), ("回款", "H"), ("啊", "A"), ("座位", "Z"), ("昔日", "X"), ("压力", "Y"), ("匝道", "Z"),
     ("É", "E"), ("“lead”", "L"), ("3D", "#"), ("髙", "#"), ("Ωmega", "#"), ("", "#"), ("(", "#"), ("線索", "#")],
)  # fmt: skip
def test_each_name_has_a_letter(name, letter):
    assert sound(name)[0] == letter


def test_names_of_no_letter_stand_last(tmp_path):
    page = pages(tmp_path, "roles: [{id: a, name: 9 lives}, {id: b, name: Zoo}, {id: c, name: Ape}]")["a-z"]
    assert list(letters(page)) == ["A", "Z", "Other"]


def test_the_processes_stand_in_their_order_on_a_page_of_their_own(architecture):
    outline = made(architecture)["processes/README"].blocks[0]
    assert [(depth, words((own,))) for depth, own in outline.items] == [
        (0, "1 Sell"), (1, "1.1 Win"), (2, "1.1.1 Bid"), (2, "1.1.2 Deliver"), (0, "2 Learn"),
    ]  # fmt: skip


def test_terms_stand_by_their_sound(tmp_path):
    text = """
glossary:
  - {id: a, name: {en: Receipt, zh: 回款}, definition: x}
  - {id: b, name: {en: Lead, zh: 线索}, definition: y}
  - {id: c, name: {en: Deal, zh: 合同}, definition: z}
"""
    assert [row["名称"] for row in rows(pages(tmp_path, text, "zh")["glossary"])] == ["合同", "回款", "线索"]
