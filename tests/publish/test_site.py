"""How a site is built: the same pages as with another builder, the same bytes each time, texts of strangers as text."""

import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from ltcarch.loading import load
from ltcarch.publish.site import Commission, site_files, source_files
from tests.publish.site import ROOT, commission

STARTER = ROOT / "examples/starter"
HOSTILE = """ltcarch: 1
name: "</title><script>window.hacked = 1</script> & Co"
languages: [en, zh]
sources: [a.yaml]
"""
NAME = (
    "</title><script>window.hacked = 1</script> <img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} [x](javascript:alert)"
)
DESCRIPTION = (
    ":smile: --8<-- 'mkdocs.yml' { .x onclick=y } !!! note ??? [^1] ==m== http://evil.example www.evil.example"
)


@pytest.fixture(scope="module")
def starter(tmp_path_factory) -> dict[str, bytes]:
    return site_files(commission(STARTER), tmp_path_factory.mktemp("workshop"))


class Shown(HTMLParser):
    """The text of a page, and the elements that stand around it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_each_language_has_a_folder_and_the_root_leads_to_the_first(starter):
    root = starter["index.html"].decode()
    assert 'content="0; url=en/index.html"' in root
    assert '<a href="zh/index.html" lang="zh" hreflang="zh">' in root
    assert {name.partition("/")[0] for name in starter} == {"index.html", "en", "zh"}
    assert not any(name.endswith(("404.html", "sitemap.xml")) for name in starter)


def test_a_project_of_one_language_has_no_switch(tmp_path):
    architecture = load(STARTER).architecture
    files = site_files(Commission(architecture, ("zh",)), tmp_path)
    assert "zh/processes/OTC.1.1.html" in files
    assert b"url=zh/index.html" in files["index.html"]


def test_with_an_address_search_engines_learn_where_pages_stand(tmp_path):
    architecture = load(STARTER).architecture
    files = site_files(Commission(architecture, ("en",), address="https://example.com/a/"), tmp_path)
    assert b"<loc>https://example.com/a/en/processes/OTC.1.1.html</loc>" in files["en/sitemap.xml"]
    assert b'<link rel="canonical" href="https://example.com/a/en/' in files["en/processes/OTC.1.1.html"]


def test_building_again_after_an_edit_gives_what_building_anew_gives(starter, tmp_path):
    """What the builder remembers is used, and never shows."""
    project = tmp_path / "project"
    shutil.copytree(STARTER, project)
    kept = tmp_path / "kept"
    assert site_files(commission(project), kept) == starter
    (path,) = (path for path in project.rglob("*.yaml") if "OTC.1.1" in path.read_text(encoding="utf-8"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - id: OTC.1.1\n", "  - id: OTC.1.1\n", 1).replace("en: ", "en: New ", 3), "utf-8")
    edited = site_files(commission(project), kept)
    assert edited != starter
    assert edited == site_files(commission(project), tmp_path / "anew")


def test_former_places_lead_on_without_script(tmp_path):
    (tmp_path / "ltcarch.yaml").write_text("ltcarch: 1\nname: X\nlanguages: [en]\nsources: [a.yaml]\n")
    (tmp_path / "a.yaml").write_text("classifications: [{id: new, name: New, former_ids: [old]}]\n")
    files = site_files(commission(tmp_path), tmp_path / "workshop")
    page = files["en/processes/old.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=new.html">' in page
    assert '<link rel="canonical" href="new.html">' in page
    assert '<a href="new.html">' in page
    assert "en/processes/new.html" in files


def hostile(tmp_path: Path) -> Path:
    project = tmp_path / "hostile"
    project.mkdir()
    (project / "ltcarch.yaml").write_text(HOSTILE, encoding="utf-8")
    element = {"name": NAME, "purpose": NAME, "description": DESCRIPTION}
    architecture = {
        "classifications": [{"id": "L", **element, "groups": [{"id": "L.1", **element}]}],
        "roles": [{"id": "r", "name": NAME, "responsibility": DESCRIPTION}],
        "artifacts": [{"id": "a", "name": NAME}],
    }
    (project / "a.yaml").write_text(yaml.safe_dump(architecture), encoding="utf-8")
    return project


def is_harmless(page: str) -> bool:
    """Whether no element, attribute or address of a page came from a text."""
    shown = Shown()
    shown.feed(page)
    addresses = [own.get("href") or own.get("src") or "" for _, own in shown.tags]
    return not any({"onerror", "onclick"} & own.keys() for _, own in shown.tags) and not any(
        address.startswith(("javascript:", "http:", "//", "x")) for address in addresses
    )


def test_texts_of_strangers_are_shown_as_they_stand(tmp_path):
    files = site_files(commission(hostile(tmp_path)), tmp_path / "workshop")
    pages = {name: data.decode() for name, data in files.items() if name.endswith(".html")}
    assert len(pages) > 10
    for name, page in pages.items():
        assert "<script>window" not in page, name
        assert "<img src=x" not in page, name
        assert is_harmless(page), name
    for name in ("en/processes/L.html", "zh/processes/L.html"):
        shown = Shown()
        shown.feed(pages[name])
        assert NAME in shown.text
        assert DESCRIPTION in shown.text


def test_material_for_mkdocs_builds_the_same_pages(starter, tmp_path):
    for name, data in source_files(commission(STARTER)).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for language in ("en", "zh"):
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
        run = subprocess.run(command, cwd=tmp_path / language, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        result = tmp_path / language / "site"
        made = {path.relative_to(result).as_posix() for path in result.rglob("*.html")} - {"404.html"}
        assert made == {name[3:] for name in starter if name.startswith(f"{language}/") and name.endswith(".html")}
        page = (result / "processes/OTC.1.1.html").read_text(encoding="utf-8")
        assert 'src="../assets/diagrams.js"' in page
        assert "fonts.g" not in page
