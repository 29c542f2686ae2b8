"""What a handbook tells of the changes since a former revision."""

import pytest

from ltcarch.loading import load
from ltcarch.views.handbook import Since, handbook
from ltcarch.views.handbook.page import Place, spans
from tests.projects import write_project
from tests.views.handbooks import find, rows, told

BEFORE = """
classifications:
  - id: A
    name: {en: Sell, zh: 销售}
    owner: head
    lifecycle: {version: 1.0.0, status: draft}
    groups:
      - id: A.1
        name: {en: Win, zh: 赢单}
        processes:
          - id: A.1.1
            name: {en: Bid, zh: 投标}
            purpose: {en: Win the customer, zh: 赢得客户}
            kpis: [rate, cost]
            ends: [{id: won, name: {en: Bid won, zh: 中标}}]
            activities:
              - {id: A.1.1.A1, name: {en: Write, zh: 编写}, role: clerk, duration: {work: PT1H}, next: [A.1.1.A2]}
              - id: A.1.1.A2
                name: {en: Check, zh: 检查}
                role: clerk
                next: [{end: won, when: {en: sound, zh: 合格}}]
      - {id: A.2, name: {en: Keep, zh: 保持}, processes: [{id: A.2.1, name: {en: Call, zh: 回访}}]}
roles: [{id: clerk, name: {en: Clerk, zh: 文员}}, {id: lost, name: {en: Lost role, zh: 旧角色}}]
positions: [{id: head, name: {en: Head, zh: 主管}}]
kpis: [{id: rate, name: {en: Rate, zh: 中标率}}, {id: cost, name: {en: Cost, zh: 成本}, target: 3}]
"""


def edited(*changes: tuple[str, str]) -> str:
    text = BEFORE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.fixture
def compare(tmp_path):
    """The pages, by name, after these changes of the text."""

    def compared(*changes: tuple[str, str], language: str = "en"):
        before = load(write_project(tmp_path / "before", {"a.yaml": BEFORE})).architecture
        after = load(write_project(tmp_path / "after", {"a.yaml": edited(*changes)})).architecture
        return {page.name: page for page in handbook(after, language, since=Since("v1", before)).pages}

    return compared


def changes(pages, page: str = "what-changed"):
    """All rows about changes on a page, each as a tuple."""
    found = []
    for block in pages[page].blocks:
        if getattr(block, "key", "") in ("changes", "changed"):
            for row in rows(block):
                element = row.get("Element", "")
                found.append((element, row["What changed"], row.get("Before", ""), row.get("Now", "")))
    return found


def test_a_changed_attribute_is_told_as_it_was_and_as_it_is(compare):
    pages = compare(
        ("owner: head", "owner: [boss]"),
        ("positions: [", "positions: [{id: boss, name: {en: Boss, zh: 老板}}, "),
        ("version: 1.0.0, status: draft", "version: 1.1.0, status: published"),
        ("work: PT1H", "work: PT2H"),
        ("target: 3", "target: 4.5"),
    )  # fmt: skip
    assert changes(pages) == [
        ("1 Sell", "Owner", "Head", "Boss"),
        ("", "Document control: status", "Draft", "Published"),
        ("", "Document control: version", "1.0.0", "1.1.0"),
        ("1.1.1.1 Write", "Duration: working time", "1 hour", "2 hours"),
        ("Boss", "added", "", ""),
        ("Cost", "Target", "3", "4.5"),
    ]
    assert list(told(pages["what-changed"].blocks[:1])) == ["Added: 1", "Changed: 3"]


def test_of_a_list_only_what_came_and_went_is_told(compare):
    pages = compare(("kpis: [rate, cost]", "kpis: [cost, speed]"), ("kpis: [{", "kpis: [{id: speed, name: Speed}, {"))
    assert ("1.1.1 Bid", "KPIs", "Rate", "Speed") in changes(pages)


def test_a_way_on_is_told_with_its_condition_and_end(compare):
    pages = compare(("en: sound", "en: complete"))
    assert changes(pages) == [
        ("1.1.1.2 Check", "What follows", "→ End: Bid won (sound)", "→ End: Bid won (complete)")
    ]  # fmt: skip


def test_what_is_gone_stands_where_it_was(compare):
    pages = compare(
        (", next: [A.1.1.A2]}", "}"),
        (BEFORE[BEFORE.index("              - id: A.1.1.A2") : BEFORE.index("      - {id: A.2,")], ""),
        (", {id: lost, name: {en: Lost role, zh: 旧角色}}", ""),
    )  # fmt: skip
    assert ("1.1.1.2 Check", "removed", "", "") in changes(pages, "processes/A.1.1")
    assert changes(pages)[-1] == ("Lost role", "removed", "", "")
    assert changes(pages, "roles/README") == [("Lost role", "removed", "", "")]


def test_a_process_under_another_parent_says_from_where(compare):
    call = "{en: Call, zh: 回访}"
    pages = compare(
        (f"processes: [{{id: A.2.1, name: {call}}}]", "description: Empty"),
        ("\nroles:", f"\nprocesses: [{{id: A.2.1, parent: A.1, name: {call}}}]\nroles:"),
    )
    assert ("1.1.2 Call", "Part of", "1.2 Keep", "1.1 Win") in changes(pages)


def test_a_new_id_is_no_new_element(compare):
    pages = compare(("{id: clerk, name", "{id: writer, former_ids: [clerk], name"),
                    ("role: clerk, d", "role: writer, d"), ("role: clerk\n", "role: writer\n"))  # fmt: skip
    assert changes(pages) == [("Clerk", "Permanent id", "clerk", "writer")]


def test_what_a_reader_of_this_language_does_not_see_is_not_told(compare):
    change = ("en: Win the customer", "en: Convince the customer")
    assert changes(compare(change)) == [("1.1.1 Bid", "Purpose", "Win the customer", "Convince the customer")]
    assert list(told(compare(change, language="zh")["what-changed"].blocks)) == ["没有变化。"]


def test_each_changed_page_says_so_at_its_top_and_at_its_end(compare):
    pages = compare(("work: PT1H", "work: PT2H"))
    page = pages["processes/A.1.1"]
    assert (page.blocks[0].line[0].text, page.blocks[0].line[0].place) == (
        "Changed since v1", Place("processes/A.1.1", "changed"),
    )  # fmt: skip
    assert find(page.blocks, "changed").mark == "changed"
    assert find(pages["processes/A"].blocks, "changed") is None


def test_the_first_page_leads_to_what_changed(compare):
    pages = compare(("work: PT1H", "work: PT2H"))
    assert Place("what-changed") in [span.place for span in spans(pages["README"].blocks)]
    assert pages["what-changed"].title == "What changed since v1"


def test_nothing_that_is_gone_is_a_link(compare):
    pages = compare((", {id: lost, name: {en: Lost role, zh: 旧角色}}", ""))
    assert [span.place for span in spans(pages["what-changed"].blocks) if span.text == "Lost role"] == [None]


def test_without_a_former_revision_nothing_is_said_of_changes(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": BEFORE})).architecture
    assert "what-changed" not in {page.name for page in handbook(architecture, "en").pages}


def test_what_was_named_before_and_is_gone_is_no_link(compare):
    pages = compare(("owner: head", "owner: boss"), ("{id: head, name: {en: Head", "{id: boss, name: {en: Boss"))
    former = [span for span in spans(pages["processes/A"].blocks) if span.text == "Head"]
    assert [span.place for span in former] == [None]


def test_what_is_gone_from_a_renamed_process_stands_on_its_page_of_today(compare):
    pages = compare(
        ("- id: A.1.1\n", "- id: A.1.9\n            former_ids: [A.1.1]\n"),
        (", next: [A.1.1.A2]}", "}"),
        (BEFORE[BEFORE.index("              - id: A.1.1.A2") : BEFORE.index("      - {id: A.2,")], ""),
    )
    assert ("1.1.1.2 Check", "removed", "", "") in changes(pages, "processes/A.1.9")


def test_what_is_retired_says_why_and_what_stands_in_its_place(compare):
    pages = compare(
        (", {id: lost, name: {en: Lost role, zh: 旧角色}}", ""),
        (
            "\nroles:",
            "\nretired: [{id: lost, name: Lost role, reason: Nobody played it, replaced_by: [clerk]}]\nroles:",
        ),
    )
    assert changes(pages) == [("Lost role", "removed", "", "Nobody played it / Clerk")]


def test_another_edition_of_all_is_told_of_the_company(tmp_path):
    project = "ltcarch: 1\nname: Shop\nlifecycle: {version: 1.0.0}\n"
    before = load(write_project(tmp_path / "a", {"ltcarch.yaml": project, "a.yaml": BEFORE})).architecture
    later = project.replace("1.0.0", "2.0.0")
    after = load(write_project(tmp_path / "b", {"ltcarch.yaml": later, "a.yaml": BEFORE})).architecture
    pages = {page.name: page for page in handbook(after, "en", since=Since("v1", before)).pages}
    assert changes(pages) == [("Shop", "Document control: version", "1.0.0", "2.0.0")]
