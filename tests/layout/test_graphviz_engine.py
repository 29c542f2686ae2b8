"""The layout engine is found, and its absence is told plainly."""

from pathlib import Path

import pytest

from ltcarch.layout.graphviz_engine import Engine, EngineFault, find_engine


def test_the_engine_of_the_installation_is_found_and_answers():
    answer = find_engine().place('digraph { a [width=1 height=0.5 fixedsize=true label=""]; a -> b }')
    assert [own["name"] for own in answer["objects"]] == ["a", "b"]
    assert float(answer["objects"][0]["width"]) == 1


def test_a_setting_names_another_engine(tmp_path):
    other = tmp_path / "dot"
    other.symlink_to(find_engine().binary)
    assert find_engine(str(other)) == Engine(other)


def test_a_setting_that_names_nothing_is_told():
    with pytest.raises(EngineFault, match="no Graphviz at `no-such-dot`"):
        find_engine("no-such-dot")


def test_a_program_that_is_no_graphviz_is_told(tmp_path):
    other = tmp_path / "dot"
    other.write_text("#!/bin/sh\necho hello\n")
    other.chmod(0o755)
    with pytest.raises(EngineFault, match="does not answer"):
        Engine(other).place("digraph {}")


def test_a_graph_that_the_engine_refuses_is_told():
    with pytest.raises(EngineFault, match="syntax error"):
        find_engine().answer("digraph {", "json")


def test_a_binary_that_went_away_is_told(tmp_path):
    with pytest.raises(EngineFault):
        Engine(Path(tmp_path / "gone")).answer("digraph {}", "json")
