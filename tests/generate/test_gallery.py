"""The gallery shows every kind of diagram, by commands that work."""

import re

from typer.testing import CliRunner

from ltcarch.cli.app import application
from ltcarch.generate.gallery import SAMPLES, gallery
from ltcarch.publish.diagrams import DIAGRAMS
from tests.pictures import ROOT

PAGE = (ROOT / "docs/gallery.md").read_text(encoding="utf-8")


def test_every_kind_is_there_in_both_languages():
    assert {own.kind for own in SAMPLES} == set(DIAGRAMS)
    assert {own.language for own in SAMPLES} == {"en", "zh"}
    assert len({own.path for own in SAMPLES}) == len(SAMPLES)


def test_the_page_shows_its_pictures():
    shown = re.findall(r"!\[[^]]*\]\((.*?)\)", PAGE)
    assert shown == [own.path for own in SAMPLES]
    assert all((ROOT / "docs" / path).is_file() for path in shown)


def test_a_command_draws_the_picture_beside_it(monkeypatch):
    monkeypatch.chdir(ROOT)
    pictures = gallery()
    for sample in SAMPLES:
        words = sample.command.split()[1:]
        result = CliRunner().invoke(application(), [*words, "-o", "-"])
        assert result.exit_code == 0, result.output
        assert result.stdout == pictures[sample.path], sample.command
