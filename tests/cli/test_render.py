"""ltcarch render, as its users call it."""

import os
from xml.etree import ElementTree

import pytest
import typer
from typer.testing import CliRunner

from ltcarch.cli.render import Colours, Format, render
from ltcarch.render import FORMATS, Theme
from tests.pictures import ROOT

REFERENCE = str(ROOT / "models/reference")
BEGINNINGS = {
    "svg": b"<svg",
    "dot": b"digraph",
    ".gv": b"digraph",
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "mmd": b"---",
    "wio": b"<mxfile",
}
app = typer.Typer()
app.command()(render)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LTCARCH_DOT", raising=False)


def run(*arguments: str):
    return CliRunner().invoke(app, [*arguments])


@pytest.mark.parametrize(
    ("arguments", "file", "said"),
    [
        (("house", REFERENCE), "house.svg", "Reference Company – Process house"),
        (("house", REFERENCE, "--lang", "zh"), "house.zh.svg", "参考企业 – 流程全景图"),
        (("house", "-p", REFERENCE, "--by", "nature"), "house.svg", "by Nature"),
        (("house", REFERENCE, "--format", "dot"), "house.dot", "Process house"),
        (("tree", "LTC.2", "--depth", "1", "-p", REFERENCE), "tree-LTC.2.svg", "Hierarchy of Manage opportunities"),
        (("tree", REFERENCE), "tree.svg", "Process hierarchy"),
        (("interfaces", REFERENCE), "interfaces.svg", "Interface map"),
        (("house", REFERENCE, "-o", "pictures/h.svg"), "pictures/h.svg", "Process house"),
        (("house", REFERENCE, "-o", "h.gv"), "h.gv", "Process house"),
        (("house", REFERENCE, "-o", "h.PNG", "--scale", "0.5"), "h.PNG", "Process house"),
        (("house", REFERENCE, "-f", "png", "--theme", "dark"), "house.png", "Process house"),
        (("house", REFERENCE, "-o", "h.pdf", "--page", "a3"), "h.pdf", "Process house"),
        (("tree", "LTC.2", "-p", REFERENCE, "-o", "t.mmd"), "t.mmd", "Hierarchy of"),
        (("swimlane", "LTC.2.7", "-p", REFERENCE, "-f", "drawio"), "swimlane-LTC.2.7.drawio", "Activity flow"),
        (("house", REFERENCE, "-o", "."), "house.svg", "Process house"),
    ],
)
def test_it_writes_a_file_and_says_so(tmp_path, arguments, file, said):
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    assert f"Wrote {file} (" in result.output
    assert said in result.output
    assert (tmp_path / file).read_bytes().startswith(BEGINNINGS[file[-3:].lower()])
    assert [os.fspath(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()] == [file]


def test_a_dash_prints_the_picture_and_nothing_else(tmp_path):
    result = run("house", REFERENCE, "-o", "-")
    assert result.exit_code == 0
    ElementTree.fromstring(result.stdout)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tree", "LTC.99", "-p", REFERENCE), "LTC."),
        (("tree", "customer", "-p", REFERENCE), "is of kind external"),
        (("swimlane", "LTC.2", "-p", REFERENCE), "these fit: LTC.2.1, LTC.2.2"),
        (("swimlane", "nothing", "-p", REFERENCE), "these fit: LTC.1.1, LTC.1.2"),
        (("swimlane", "LTC.2.77", "-p", REFERENCE), "did you mean `LTC.2.7`?"),
        (("swimlane", "-p", REFERENCE), "needs an element"),
        (("house", REFERENCE, "--lang", "fr"), "its languages: en, zh"),
        (("house", REFERENCE, "--by", "natur"), "its axes: nature, class, orientation, value"),
        (("house", "nowhere"), "nowhere does not exist"),
        (("house", REFERENCE, "-f", "mermaid"), "there is no house as mermaid"),
        (("house", REFERENCE, "--page", "A4"), "only PDF has pages"),
        (("bungalow", REFERENCE), "'house', 'map'"),
    ],
)
def test_wrong_use_is_told_with_what_would_fit(tmp_path, arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not list(tmp_path.iterdir())


def test_a_missing_engine_is_told(monkeypatch):
    monkeypatch.setenv("LTCARCH_DOT", "no-such-dot")
    result = run("interfaces", REFERENCE)
    assert result.exit_code == 2
    assert "no-such-dot" in result.output
    assert run("house", REFERENCE).exit_code == 0


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "taken").write_text("")
    result = run("house", REFERENCE, "-o", "taken/house.svg")
    assert result.exit_code == 2
    assert "taken" in result.output


def test_a_project_without_processes_has_no_picture(tmp_path):
    project = tmp_path / "project"
    project.mkdir()
    (project / "ltcarch.yaml").write_text("ltcarch: 1\nname: Empty\n")
    (project / "roles.yaml").write_text("roles: [{id: somebody, name: Somebody}]\n")
    result = run("house", "project")
    assert result.exit_code == 2
    assert "no process to draw" in result.output


def test_the_options_offer_what_there_is():
    assert [own.value for own in Format] == list(FORMATS)
    assert [own.value for own in Colours] == list(Theme)


def test_what_is_missing_for_a_format_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr("ltcarch.render.typesetting._draws_chinese", lambda _: False)
    result = run("house", REFERENCE, "--lang", "zh", "-o", "house.png")
    assert result.exit_code == 2
    assert "no font with Chinese characters is found" in result.output
    assert "LTCARCH_FONTS" in result.output
    assert not list(tmp_path.iterdir())


def test_shapes_lead_to_the_pages_of_a_site():
    shown = run("house", REFERENCE, "--lang", "zh", "--site", "https://handbook.example/processes/", "-o", "-").output
    targets = {anchor.get("href") for anchor in ElementTree.fromstring(shown).iter("{http://www.w3.org/2000/svg}a")}
    assert "https://handbook.example/processes/zh/processes/LTC.2.html" in targets
    assert "<a " not in run("house", REFERENCE, "-o", "-").output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--site", "javascript:alert(1)"), "no address of a site"),
        (("--site", "handbook.example"), "no address of a site"),
        (("--site", "https://handbook.example", "-o", "house.png"), "only SVG has links"),
    ],
)
def test_a_site_that_cannot_be_led_to_is_said(arguments, told):
    result = run("house", REFERENCE, *arguments)
    assert result.exit_code == 2
    assert told in result.output
