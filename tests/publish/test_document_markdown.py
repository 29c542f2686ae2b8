"""The handbook as one Markdown file."""

from itertools import pairwise

import pytest

from ltcarch.publish.document import markdown
from ltcarch.publish.handbook.template_faults import TemplateFault
from tests.publish.documents import HOSTILE, PURCHASING, REFERENCE, hostile, made
from tests.publish.reading import seen


@pytest.mark.parametrize(
    ("project", "language", "of"),
    [
        (REFERENCE, "en", "LTC.2.7"),
        (REFERENCE, "zh", "LTC.1"),
        (REFERENCE, "zh", "account_manager"),
        (PURCHASING, "en", None),
    ],
)
def test_every_link_leads_to_a_mark_or_a_picture(project, language, of):
    document = made(project, language, of)
    page = seen(markdown.written(document, "pictures").encode())
    pictures = {f"pictures/{name}" for name in markdown.drawn(document)}
    assert len(page.marks) == len(set(page.marks))
    shown = set()
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.marks, link
        elif not link.startswith(("https:", "http:", "mailto:")):
            assert link in pictures
            shown.add(link)
    assert shown == pictures


def test_it_begins_with_what_a_cover_tells():
    text = markdown.written(made(REFERENCE, "zh", "LTC.2.7"), "pictures")
    assert text.startswith("# 4.2.7 合同评审\n\n流程文件 · 参考企业 · Review contract\n\n- **流程编号**：4.2.7\n")


def test_headings_go_down_rank_by_rank():
    page = seen(markdown.written(made(REFERENCE, "en", "LTC.1"), "pictures").encode())
    ranks = [rank for rank, _ in page.headings]
    assert ranks[:3] == [1, 2, 3]
    assert all(after <= before + 1 for before, after in pairwise(ranks))


def test_hostile_names_are_text(tmp_path):
    page = seen(markdown.written(hostile(tmp_path), "pictures").encode())
    assert "script" not in page.tags
    for text in HOSTILE:
        assert " ".join(text.split()) in " ".join(page.text.split())


def test_a_template_of_the_company_stands_in():
    own = (("handbook/document.md.jinja", "{{ page.title }} by {{ document.cover.company }}"),)
    assert markdown.written(made(REFERENCE, "en", "LTC.1"), "pictures", own) == "4.1 Manage leads by Reference Company"


def test_a_wrong_template_is_told():
    own = (("handbook/document.md.jinja", "{{ page.title }}\n{{ cover.title }}"),)
    with pytest.raises(TemplateFault, match=r"templates/handbook/document\.md\.jinja:2: 'cover' is undefined"):
        markdown.written(made(REFERENCE, "en", "LTC.1"), "pictures", own)
