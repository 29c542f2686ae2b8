"""Heat maps count what is below each L2, or say where it stands."""

import pytest

from ltcarch.loading import load
from ltcarch.views.heat_map import MEASURES, heat_map
from tests.pictures import architecture_of
from tests.projects import write_project


def heat(project: str, measure: str, language: str = "en", **findings: int):
    return heat_map(architecture_of(project), language, measure, lambda: findings)


def test_findings_are_added_up_below_each_group():
    architecture = architecture_of("models/reference")
    view = heat_map(architecture, "en", "findings", lambda: {"LTC.2.7.A1": 2, "LTC.2": 1, "LTC": 9, "gone": 1})
    assert (view.heat["LTC.2"].step, view.heat["LTC.2"].text, view.heat["LTC.2"].tip) == (2, "3", "3 findings")
    assert (view.heat["LTC.1"].step, view.heat["LTC.1"].text) == (0, "")
    assert view.is_alarming
    assert view.scale == ("none", "1 to 2", "3 to 5", "6 to 10", "11 and more")


def test_key_controls_are_counted_at_the_activities():
    view = heat("models/reference", "controls")
    assert view.heat["LTC.2"].tip == "6 key control points"
    assert not view.is_alarming


def test_the_stage_is_the_one_that_holds():
    view = heat("models/reference", "stage", "zh")
    assert view.heat["LTC.1"].tip in view.scale
    assert view.subtitle == "流程热力图（按生命周期阶段）"


def test_maturity_is_shown_where_it_was_assessed(tmp_path):
    groups = (
        "classifications: [{id: C, name: C, maturity: {model: m, level: 2}, groups: "
        "[{id: G, name: G, maturity: {model: m, level: 4}}, {id: H, name: H}]}, "
        "{id: D, name: D, groups: [{id: I, name: I}]}]"
    )
    view = heat_map(load(write_project(tmp_path, {"a.yaml": groups})).architecture, "en", "maturity", dict)
    assert {own: found.text for own, found in view.heat.items()} == {"G": "4", "H": "2"}
    assert view.unknown == "not assessed"


def test_what_is_known_of_all_needs_no_word_for_the_unknown():
    assert heat("models/reference", "stage").unknown == ""


@pytest.mark.parametrize("measure", MEASURES)
def test_each_says_in_words_what_it_shows(measure):
    assert heat("models/reference", measure).description
