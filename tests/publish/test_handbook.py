"""The handbook as its readers meet it."""

import re
from pathlib import Path

import pytest

from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.loading import load
from ltcarch.model import Architecture
from ltcarch.publish.handbook import handbook_files
from ltcarch.views.handbook import Finding, Since
from tests.publish.reading import Seen, seen, target

ROOT = Path(__file__).parents[2]
PROJECTS = ("models/reference", "examples/starter", "examples/it-service-policy", "examples/procure-to-pay")
SNAPSHOTS = Path(__file__).parent / "snapshots"
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*[A-Za-z0-9]")


@pytest.fixture(scope="module", params=PROJECTS)
def made(request) -> tuple[Architecture, dict[str, bytes], dict[str, Seen]]:
    """A project, its handbook in all languages with all that may be told, and the pages as a browser shows them."""
    architecture = load(ROOT / request.param).architecture
    before = load(ROOT / "examples/starter").architecture
    files = handbook_files(
        architecture,
        architecture.project.languages,
        find_engine(),
        findings=[Finding(architecture.company.id, "GEN01", "info", "to be looked at")],
        since=Since("v1.0", before),
    )
    pages = {name: seen(data) for name, data in files.items() if name.endswith(".md")}
    return architecture, files, pages


def test_every_link_leads_to_a_page_or_picture_and_its_mark(made):
    _, files, pages = made
    for name, page in pages.items():
        for link in page.links:
            if link.startswith(("https:", "http:", "mailto:")):
                continue
            path, mark = target(name, link)
            assert path in files, f"{name} leads to {link}"
            assert not mark or mark in pages[path].marks, f"{name} leads to {link}"


def test_every_page_can_be_reached_from_the_first_one(made):
    _, _, pages = made
    reached, pending = {"README.md"}, ["README.md"]
    while pending:
        page = pending.pop()
        for link in pages[page].links:
            path, _ = target(page, link)
            if path in pages and path not in reached:
                reached.add(path)
                pending.append(path)
    assert reached == set(pages)


def test_marks_are_unique(made):
    for name, page in made[2].items():
        assert len(page.marks) == len(set(page.marks)), name


def test_nothing_is_empty(made):
    """No heading without content, no column without content."""
    _, files, pages = made
    for name, page in pages.items():
        for here, after in zip(page.outline, [*page.outline[1:], "h1"], strict=True):
            assert here == "content" or after == "content" or after > here, f"a heading of {name} has no content"
        for table in re.findall(r"(?m)^\|.*\n\|(?: --- \|)+\n(?:\|.*\n)*", files[name].decode()):
            rows = [row[2:-2].split(" | ") for row in table.splitlines()[2:]]
            assert rows, f"a table of {name} has no row"
            assert all(any(row[index].strip() for row in rows) for index in range(len(rows[0]))), table


def test_names_stand_where_names_belong(made):
    """The id of an element that has a name is shown where it is called an id, and nowhere else."""
    architecture, _, pages = made
    named = {
        own.id
        for own in architecture.elements.values()
        if own.name and re.search(r"[_.]", own.id) and own.id not in {value for _, value in own.name.values}
    }
    for name, page in pages.items():
        shown = {token for token in _TOKEN.findall(page.plain) if token in named}
        assert not shown, f"{name} shows {sorted(shown)}"


def test_each_process_has_a_page_in_each_language(made):
    architecture, _, pages = made
    expected = [own for own in architecture.hierarchy.in_order if architecture.hierarchy.level(own) <= 4]
    for language in architecture.project.languages:
        folder = f"{language}/processes/"
        own = [name for name in pages if name.startswith(folder) and name != f"{folder}README.md"]
        titles = {pages[name].headings[0][1] for name in own}
        assert titles == {
            f"{architecture.hierarchy.number(own)} {own.label(language)}" for own in expected
        }  # fmt: skip


def test_a_chinese_page_speaks_chinese(made):
    """No word of the product's own is left in English."""
    for name, page in made[2].items():
        if name.startswith("zh/") and name != "zh/a-z.md":
            for _, heading in page.headings[1:]:
                assert re.search(r"[\u4e00-\u9fff]", heading), f"{name}: {heading}"


def test_every_picture_is_drawn_and_shown(made):
    _, files, pages = made
    drawn = {name for name in files if name.endswith(".svg")}
    shown = {target(name, link)[0] for name, page in pages.items() for link in page.links if link.endswith(".svg")}
    assert drawn == shown
    for kind in ("house", "context-", "sipoc-", "swimlane-"):
        assert any(f"/pictures/{kind}" in name for name in drawn), kind


@pytest.mark.parametrize("page", ["en/processes/OTC.1.1.md", "zh/processes/OTC.2.2.md", "en/README.md"])
def test_pages_of_the_starter_are_as_they_were(page):
    architecture = load(ROOT / "examples/starter").architecture
    files = handbook_files(architecture, architecture.project.languages)
    snapshot = SNAPSHOTS / "starter" / page
    assert files[page].decode() == snapshot.read_text(encoding="utf-8")
