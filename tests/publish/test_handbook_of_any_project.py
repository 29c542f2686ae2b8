"""The handbook of projects that are hostile, broken, or the same in another order of files."""

import html
import shutil
from pathlib import Path

import pytest
import yaml

from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.loading import load
from ltcarch.model import Architecture
from ltcarch.publish.diagrams import DIAGRAMS, Wishes
from ltcarch.publish.handbook import handbook_files
from ltcarch.publish.handbook.markdown import escape
from ltcarch.views.handbook import Finding, Since
from ltcarch.writing import write_tree
from tests.projects import write_project
from tests.publish.reading import seen, target

ROOT = Path(__file__).parents[2]

HOSTILE = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "a | b || c",
    "`code` ``two``",
    "{{ 7 * 7 }} {% include 'x' %} {# y #}",
    "# heading",
    "- item",
    "1. one",
    "> quote",
    "**strong** _soft_ ~~gone~~ ==mark==",
    "<!-- hidden -->",
    "&amp; &#42; &nbsp;",
    "\\| \\* \\",
    "]] [[ )( ](x)",
    "https://evil.example www.evil.example a@b.example",
    ":smile: [^1] *[abbr]: x",
    "--- === +++",
    "!!! note",
    "<img src=x onerror=alert(1)>",
    '"><b x="',
    "|",
    "    indented",
)


def project_of(name: str) -> dict[str, str]:
    """A small project in which everything bears the same name."""
    named = {"name": name, "description": name}
    activity = {
        "id": "A.1.1.1", **named, "role": "doer", "inputs": ["thing"], "outputs": ["other"], "rules": [name],
        "tasks": [{"id": "A.1.1.1.1", **named, "instruction": name}],
    }  # fmt: skip
    process = {"id": "A.1.1", **named, "purpose": name, "ends": [{"id": "e", "name": name}], "activities": [activity]}
    process |= {"kpis": ["kpi"], "unset": {"owner": name}, "scope": {"in": [name]}, "aliases": [name]}
    elements = {
        "classifications": [{"id": "A", **named, "groups": [{"id": "A.1", **named, "processes": [process]}]}],
        "roles": [{"id": "doer", **named, "responsibility": name}],
        "artifacts": [{"id": "thing", **named, "url": "javascript:alert(1)"}, {"id": "other", **named}],
        "kpis": [{"id": "kpi", **named, "formula": "a / b", "measures": [{"id": "a", "name": name}]}],
        "systems": [{"id": "system", **named, "url": "https://example.org/a(b)|c <d>"}],
        "glossary": [{"id": "term", **named, "definition": name}],
        "positions": [{"id": "head", **named, "holder": name, "roles": ["doer"]}],
        "units": [{"id": "unit", **named, "head": "head"}],
        "goals": [{"id": "goal", **named, "kpis": ["kpi"]}],
        "controls": [{"id": "control", **named, "method": name, "activities": ["A.1.1.1"], "risks": ["risk"]}],
        "risks": [{"id": "risk", **named, "affects": ["A.1.1"]}],
        "policies": [{"id": "policy", **named, "text": name, "url": "javascript:alert(2)"}],
        "scenarios": [{"id": "scenario", **named, "values": [{"id": "a", "name": name}]}],
        "changes": [{"id": "change", **named, "affects": ["A.1.1"], "steps": [{"id": "s", "name": name}]}],
    }
    return {"a.yaml": yaml.safe_dump(elements, allow_unicode=True)}


def shown(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", HOSTILE)
def test_text_is_shown_and_never_obeyed(tmp_path, name):
    loaded = load(write_project(tmp_path, project_of(name)))
    assert not [found for found in loaded.diagnostics if found.code.startswith(("SRC", "SCH"))]
    architecture = loaded.architecture
    before = load(write_project(tmp_path / "before", project_of(f"{name} {name}"))).architecture
    found = [Finding("A.1.1", name, "error", name), Finding(name, "X", name, name)]
    files = handbook_files(architecture, ["en"], findings=found, since=Since(name, before))
    assert shown(name) in seen(files["processes/A.1.1.md"]).cells
    for path, data in files.items():
        if not path.endswith(".md"):
            continue
        page = seen(data)
        assert page.tags <= {
            "h1", "h2", "h3", "h4", "p", "ul", "li", "a", "strong", "small", "code", "br", "img",
            "table", "thead", "tbody", "tr", "th", "td",
        }, path  # fmt: skip
        links = [link for link in page.links if link != "https://example.org/a%28b%29%7Cc%20%3Cd%3E"]
        assert all(target(path, link)[0] in files for link in links), links
    page = seen(files["processes/A.1.1.md"])
    assert page.headings[0] == (1, f"1.1.1 {shown(name)}")
    assert shown(name) in page.cells
    assert f"1.1.1.1 {shown(name)}" in [heading for _, heading in page.headings]
    assert shown(name) in shown(seen(files["glossary.md"]).text)


def test_a_newline_in_a_name_does_not_end_the_heading(tmp_path):
    files = handbook_files(load(write_project(tmp_path, project_of("one\n\n# two\n| x |"))).architecture, ["en"])
    assert seen(files["processes/A.1.1.md"]).headings[0] == (1, "1.1.1 one # two | x |")


@pytest.mark.parametrize("sign", [chr(code) for code in range(33, 127)])
def test_every_sign_shows_as_itself_at_any_place(sign):
    for text in (sign, f"{sign}a", f"a{sign}b", f"a{sign}", f"{sign} a", f"a {sign} b", f"中{sign}文", sign * 3):
        assert shown(seen(f"| {escape(text)} |\n| --- |\n| x |\n".encode()).cells[0]) == text
        assert seen(escape(text).encode()).text.strip() == text
        assert seen(f"# {escape(text)}".encode()).headings == [(1, text)]
        assert seen(f"- {escape(text)}".encode()).text.strip() == text
    assert html.unescape(escape(sign)) == sign


def test_strange_ids_make_safe_files_and_marks(tmp_path):
    elements = {
        "classifications": [
            {"id": "con", "name": "Device"}, {"id": "LTC", "name": "Upper"}, {"id": "ltc", "name": "Lower"},
            {"id": "a" * 100, "name": "Long"}, {"id": "x..", "name": "Dots"},
        ],
        "roles": [{"id": "NUL", "name": "R"}, {"id": "Nul", "name": "r"}],
    }  # fmt: skip
    files = handbook_files(
        load(write_project(tmp_path / "in", {"a.yaml": yaml.safe_dump(elements)})).architecture, ["en"]
    )
    write_tree(tmp_path / "out", files)
    assert len([name for name in files if name.startswith("processes/")]) == 5 + 1
    assert len([name for name in files if name.startswith("roles/")]) == 2 + 1


def test_a_broken_project_has_a_handbook_of_what_there_is(tmp_path):
    text = """
classifications:
  - {id: A, name: A, parent: B, owner: nobody, next: [nowhere], inputs: [nothing], kpis: [x]}
  - {id: B, parent: A}
activities:
  - {id: C, name: Lost, parent: missing, role: [r1, r2], next: [D, {end: e}], calls: {process: gone}}
  - {id: D, parent: C, outputs: [{artifact: gone, to: nobody}], waits: {for: gone, then: C}}
tasks: [{id: E, name: Alone}, {id: F, parent: A, instruction: x}]
flows: [{id: G, from: A, to: gone, artifacts: [gone]}]
controls: [{id: H, activities: [C, gone], risks: [gone]}]
segregation: [{id: I, first: [C], second: [gone]}]
"""
    before = load(ROOT / "examples/starter").architecture
    architecture = load(write_project(tmp_path, {"a.yaml": text})).architecture
    found = [Finding(own, "X", "error", "wrong") for own in ("A", "C", "E", "F", "G", "H", "I", "gone", None)]
    files = handbook_files(architecture, ["en", "zh"], findings=found, since=Since("v1", before))
    pages = {name: seen(data) for name, data in files.items() if name.endswith(".md")}
    for name, page in pages.items():
        for link in page.links:
            path, mark = target(name, link)
            assert path in files, link
            assert not mark or mark in pages[path].marks, link


@pytest.fixture(scope="module")
def turned(tmp_path_factory) -> list[Architecture]:
    """Procure to pay with each element of the top in a file of its own, these named forwards and backwards."""
    source = ROOT / "examples/procure-to-pay"
    items = [
        (key, item)
        for path in sorted(source.rglob("*.yaml"))
        if path.name != "ltcarch.yaml"
        for key, found in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader).items()
        for item in found
    ]
    found = []
    for turn in (1, -1):
        folder = tmp_path_factory.mktemp("turned")
        (folder / "architecture").mkdir()
        shutil.copy(source / "ltcarch.yaml", folder)
        for index, (key, item) in enumerate(items[::turn]):
            path = folder / "architecture" / f"{index:04}.yaml"
            path.write_text(yaml.dump({key: [item]}, allow_unicode=True, sort_keys=False), encoding="utf-8")
        found.append(load(folder).architecture)
    return found


def test_the_order_of_files_does_not_matter_to_the_handbook(turned):
    first, second = (handbook_files(own, ["zh"]) for own in turned)
    assert first == second


@pytest.mark.parametrize("kind", DIAGRAMS)
def test_the_order_of_files_does_not_matter_to_diagrams(turned, kind):
    first, second = (
        [DIAGRAMS[kind].draw(own, subject, Wishes("zh", find_engine)) for subject in DIAGRAMS[kind].subjects(own)]
        for own in turned
    )
    assert first == second


def test_a_former_id_still_leads_to_the_process(tmp_path):
    text = "classifications: [{id: A, name: New, former_ids: [OLD, ../x], groups: [{id: A.1, name: G}]}]"
    files = handbook_files(load(write_project(tmp_path, {"a.yaml": text})).architecture, ["en"])
    assert seen(files["processes/OLD.md"]).links == ["../README.md", "A.md"]
