"""The projects of the benchmarks are sound, of the size that they say, and the same at every call."""

import re
from pathlib import Path

import pytest

from benchmarks.company_corpus import USES_OF_MASTER_DATA, write_company
from benchmarks.corpora import write, write_apart
from benchmarks.likec4_model import write_likec4_model
from benchmarks.plain_corpus import write_corpus
from benchmarks.read_and_shape import read_and_shape
from ltcarch.diagnostics import Severity
from ltcarch.engine import run
from ltcarch.loading import load

SMALL = {
    "plain": (lambda folder: write_corpus(folder, 300, 7), 300),
    "company": (lambda folder: write_company(folder, 1_200), 1_200),
}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(own.relative_to(folder)): own.read_bytes() for own in sorted(folder.rglob("*")) if own.is_file()}


@pytest.mark.parametrize("name", SMALL)
def test_a_corpus_is_of_the_size_that_it_says_and_without_error_or_warning(tmp_path, name):
    make, wanted = SMALL[name]
    made = make(tmp_path)
    loaded = load(tmp_path)
    found = run(loaded).diagnostics
    assert [own.message for own in found if own.severity is not Severity.INFO] == []
    assert len(loaded.architecture.elements) == made + 1  # the company itself
    assert made == pytest.approx(wanted, rel=0.05)
    assert read_and_shape(tmp_path) == 0


@pytest.mark.parametrize("name", SMALL)
def test_a_corpus_is_the_same_at_every_call(tmp_path, name):
    make, _ = SMALL[name]
    make(tmp_path / "one")
    make(tmp_path / "other")
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_a_corpus_has_as_many_files_as_are_asked_and_none_is_empty(tmp_path):
    write_corpus(tmp_path, 300, 7)
    written = contents(tmp_path / "architecture")
    assert len(written) == 8
    assert all(written.values())


def test_a_thousand_activities_look_into_the_same_master_data(tmp_path):
    write_company(tmp_path, 12_000)
    texts = [text.decode() for path, text in contents(tmp_path).items() if "group-" in path]
    uses = sum(len(re.findall(r"inputs: .*\bcustomer_master\b", text)) for text in texts)
    assert uses == USES_OF_MASTER_DATA == 1_000


def test_read_and_shape_tells_what_does_not_fit(tmp_path):
    write_corpus(tmp_path, 60, 1)
    (tmp_path / "architecture/wrong.yaml").write_text("groups: [{name: without id}]\n", encoding="utf-8")
    assert read_and_shape(tmp_path) == 1


def test_the_model_for_likec4_is_as_large_and_the_same_at_every_call(tmp_path):
    made = write_likec4_model(tmp_path / "one", 1_200)
    assert made == pytest.approx(1_200, rel=0.1)
    write_likec4_model(tmp_path / "other", 1_200)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_a_corpus_that_another_process_writes_is_the_same(tmp_path):
    assert write_apart(["1k"], tmp_path / "apart") == {"1k": write("1k", tmp_path / "here")}
    assert contents(tmp_path / "apart/1k") == contents(tmp_path / "here")
