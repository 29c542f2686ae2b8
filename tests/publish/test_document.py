"""What stands in a document: the right pages, links within it only, and a cover that tells what it is."""

from collections.abc import Iterator

import pytest

from ltcarch.loading import load
from ltcarch.model import Role
from ltcarch.publish.document import Chapter, Document
from ltcarch.publish.document.flow import Heading, Illustration, stretches
from ltcarch.publish.document.text import printable
from ltcarch.views.handbook.page import Block, Facts, Listing, Outline, Prose, Section, Span, Table
from tests.projects import write_project
from tests.publish.documents import PURCHASING, REFERENCE, ROOT, hostile, made, of_project


def spans(blocks: tuple[Block, ...]) -> Iterator[Span]:
    """Every piece of text in some blocks."""
    for block in blocks:
        match block:
            case Section():
                yield from spans(block.blocks)
            case Prose(line):
                yield from line
            case Listing(items):
                yield from (span for line in items for span in line)
            case Outline(items):
                yield from (span for _, line in items for span in line)
            case Facts(rows):
                yield from (span for _, cell in rows for line in cell for span in line)
            case Table(_, rows):
                yield from (span for row in rows for cell in row.cells for line in cell for span in line)


def marks(document: Document) -> list[str]:
    """Every mark in a document."""

    def inside(blocks: tuple[Block, ...]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Section):
                yield from (block.mark,) if block.mark else ()
                yield from inside(block.blocks)
            elif isinstance(block, Table):
                yield from (row.mark for row in block.rows if row.mark)

    return [mark for one in document.chapters for mark in (*one.marks, *inside(one.blocks))]


def titles(document: Document) -> list[str]:
    return [chapter.title for chapter in document.chapters]


@pytest.mark.parametrize("of", ["LTC.2.7", "LTC.1", "account_manager", "kcp_07", None])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_link_leads_to_a_mark_of_the_document(of, language):
    document = made(REFERENCE, language, of)
    found = marks(document)
    assert len({own.casefold() for own in found}) == len(found)
    targets = {span.place.mark for one in document.chapters for span in spans(one.blocks) if span.place}
    assert targets <= set(found)
    assert all(chapter.marks for chapter in document.chapters)


def test_one_process_is_told_by_its_sections():
    document = made(REFERENCE, "en", "LTC.2.7")
    assert not document.of_pages
    assert titles(document)[0] == "Overview"
    assert {"Purpose", "Activities", "Risks and key control points"} <= set(titles(document))
    inside = [span for one in document.chapters for span in spans(one.blocks) if span.place]
    assert any(span.text == "4.2.7.2 Review legal terms" for span in inside)
    outside = [span for one in document.chapters for span in spans(one.blocks) if span.text == "4.2.8 Sign contract"]
    assert outside
    assert all(span.place is None for span in outside)


def test_a_group_comes_with_everything_below_it():
    assert titles(made(REFERENCE, "zh", "LTC.1")) == [
        "4.1 管理线索",
        "4.1.1 收集线索",
        "4.1.2 分发线索",
        "4.1.3 跟踪与培育线索",
    ]


def test_a_role_comes_with_its_work_in_each_process_and_no_other_instructions():
    document = made(REFERENCE, "en", "account_manager")
    first, *others = document.chapters
    assert first.title == "Account manager"
    assert [own.title for own in others][:2] == ["4.1.1 Collect leads", "4.1.3 Track and nurture leads"]
    for chapter in others:
        assert {block.key for block in chapter.blocks} <= {"purpose", "activities", "instructions"}
    assert instructions(others[1]) == [
        "4.1.3.1 Analyse pain chain and decision chain",
        "4.1.3.3 Convert lead to opportunity",
    ]


def instructions(chapter: Chapter) -> list[str]:
    return [own.heading for block in chapter.blocks if block.key == "instructions" for own in block.blocks]


def test_the_whole_handbook_has_every_page_but_those_that_lead_on():
    document = made(PURCHASING, "zh")
    architecture = load(ROOT / PURCHASING).architecture
    assert document.cover.title == titles(document)[0] == f"{document.cover.company}流程手册"
    headings = [own.text for part in stretches(document) for own in part.items if isinstance(own, Heading)]
    for own in architecture.elements.values():
        if own.KIND in ("process", "role", "kpi", "artifact"):
            assert any(heading.endswith(own.label("zh")) for heading in headings), own.id


def test_elements_of_a_register_stand_under_it():
    document = made(PURCHASING, "zh")
    (roles,) = (chapter for chapter in document.chapters if chapter.title == "角色")
    names = {own.label("zh") for own in load(ROOT / PURCHASING).architecture.all(Role)}
    assert names <= {block.heading for block in roles.blocks if isinstance(block, Section)}


def test_the_cover_tells_what_it_is_and_who_answers_for_it():
    cover = made(PURCHASING, "zh", "P2P.2").cover
    facts = {label: "".join(span.text for line in cell for span in line) for label, cell in cover.facts}
    assert facts["版本"] == "2.1.0"
    assert facts["生效日期"] == "2025-04-01"
    assert facts["批准日期"] == "2025-03-20"
    assert facts["固定标识"] == "P2P.2"
    assert facts["流程责任人"]
    assert [own.function for own in cover.approvals] == ["流程责任人", "批准人"]
    assert cover.approvals[1].on == "2025-03-20"
    assert cover.kind == "流程文件"
    assert "2.1.0" in cover.running


def test_what_is_not_decided_is_said_to_be_open_with_its_reason():
    cover = made(REFERENCE, "en", "LTC.2.7").cover
    facts = {label: "".join(span.text for line in cell for span in line) for label, cell in cover.facts}
    assert facts["In force from"] == "Open"
    assert facts["Approved by"] == "Open (Whoever adopts these processes approves them)"
    assert cover.approvals[-1].who == ""


def test_wide_pictures_stand_on_turned_pages_with_their_heading():
    parts = stretches(made(REFERENCE, "en", "LTC.2.7"))
    (turned,) = (own for own in parts if own.turned)
    heading, picture = turned.items
    assert isinstance(heading, Heading)
    assert heading.text == "Activities"
    assert isinstance(picture, Illustration)
    assert picture.figure.sheets[0].width > 170


def test_names_in_pictures_stay_readable():
    for document in (made(REFERENCE, "en"), made(PURCHASING, "zh")):
        shown = [own for part in stretches(document) for own in part.items if isinstance(own, Illustration)]
        assert len(shown) > 50
        for own in shown:
            for sheet in own.figure.sheets:
                assert sheet.scale >= 0.47 * 25.4 / 96 - 1e-9, own.caption
                assert (sheet.width, sheet.height) <= (257.1, 225.1)
                assert sheet.height <= (139 if own.figure.turned else 225.1), own.caption


def test_no_picture_is_lost_or_shown_twice():
    document = made(REFERENCE, "en", "LTC.1")
    numbers = [own.number for part in stretches(document) for own in part.items if isinstance(own, Illustration)]
    assert sorted(numbers) == list(range(1, len(document.pictures) + 1))


def test_the_same_places_whatever_the_order_of_files(tmp_path):
    one = {"id": "P", "name": "Plan"}
    files = {"a.yaml": f"classifications: [{one}]\n", "b.yaml": "roles: [{id: p, name: P}, {id: P.1, name: Q}]\n"}
    project = write_project(tmp_path, {"ltcarch.yaml": "ltcarch: 1\nname: Example\nlanguages: [en]\n", **files})
    document = of_project(project)
    assert len({own.casefold() for own in marks(document)}) == len(marks(document))


def test_hostile_names_are_text(tmp_path):
    document = hostile(tmp_path)
    texts = [span.text for one in document.chapters for span in spans(one.blocks)]
    assert any('#import "secret.typ": *' in text for text in texts)
    assert all(text == printable(text) for text in texts)


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x1b", "\x85", "\ud800", "\ufffe", "\ufeff", "\u202e", "\u2028", "\n"])
def test_what_no_format_can_hold_becomes_a_blank(sign):
    assert printable(f"a{sign}b") == "a b"
    assert printable(f"{sign} 合同 👩") == " 合同 👩"
