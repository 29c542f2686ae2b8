"""Context, life of an artifact, KPI tree and road map say what the model says."""

import pytest

from ltcarch.loading import load
from ltcarch.views.artifact_life import artifact_life, artifacts_with_life
from ltcarch.views.context import context, processes_with_context
from ltcarch.views.kpi_tree import kpi_tree
from ltcarch.views.road_map import changes_with_steps, road_map
from tests.pictures import architecture_of
from tests.projects import write_project

_BOTH = ("en", "zh")


def test_a_process_stands_between_those_who_give_and_those_who_take():
    architecture = architecture_of("models/reference")
    view = context(architecture, "en", architecture.elements["LTC"])
    found = {(own.source, own.target): own.text for own in view.arrows}
    assert found["DSTE:gives", "LTC"] == "Annual plan"
    assert found["LTC", "OTD:takes"] == "Sales order"
    assert found["LTC", "customer:takes"] == "Invoice,\nSigned contract,\nSubmitted offer"
    assert found["customer:gives", "LTC"].splitlines()[-1] == "2 more"
    assert view.description == "6 givers and 7 takers"
    middle = next(own for own in view.stops if own.form == "centre")
    assert middle.row == 3


@pytest.mark.parametrize("project", ["models/reference", "examples/procure-to-pay"])
def test_every_context_has_another_side(project):
    architecture = architecture_of(project)
    assert len(processes_with_context(architecture)) > 20
    assert all(context(architecture, "zh", own).arrows for own in processes_with_context(architecture))


def test_the_life_of_an_artifact_leads_through_its_states():
    architecture = architecture_of("examples/procure-to-pay")
    view = artifact_life(architecture, "en", architecture.elements["purchase_order"])
    found = {(own.source, own.target): own.text for own in view.arrows}
    assert found == {
        (":start", "draft"): "Write purchase order",
        ("draft", "approved"): "Approve purchase order",
        ("approved", "sent"): "Send order",
        ("sent", "confirmed"): "Record confirmation",
    }
    confirmed = next(own for own in view.stops if own.label.id == "confirmed")
    assert "taken by Count delivery" in confirmed.notes
    assert "purchase_order" in {own.id for own in artifacts_with_life(architecture)}
    assert not artifacts_with_life(architecture_of("models/reference"))


def test_what_is_taken_at_times_is_no_beginning_of_a_life():
    architecture = architecture_of("examples/procure-to-pay")
    view = artifact_life(architecture, "en", architecture.elements["payment_run"])
    assert {(own.source, own.target) for own in view.arrows} == {
        (":start", "prepared"),
        ("prepared", "released"),
        ("released", "returned"),
        ("returned", "corrected"),
        ("corrected", "prepared"),
    }


def test_kpis_stand_below_what_they_drive():
    tree = kpi_tree(architecture_of("models/reference"), "en")
    tops = {own.label.id: own for own in tree.root.children}
    assert "revenue_growth" in tops
    assert "time_to_market" in {own.label.id for own in tops["revenue_growth"].children}


def test_targets_are_told_with_direction_and_unit(tmp_path):
    kpis = (
        "kpis: [{id: a, name: A, target: 95, unit: '%', direction: higher}, "
        "{id: b, name: B, target: 1500, unit: days, direction: lower, parent: a}, {id: c, name: C, target: soon}]"
    )
    tree = kpi_tree(load(write_project(tmp_path, {"a.yaml": kpis})).architecture, "en")
    first, last = tree.root.children
    assert (first.label.code, first.children[0].label.code, last.label.code) == ("≥ 95%", "≤ 1,500 days", "")


def test_units_of_targets_are_told_in_the_readers_words(tmp_path):
    kpis = (
        "kpis: [{id: a, name: A, target: 6, unit: h, direction: lower}, "
        "{id: b, name: B, target: 800, unit: ppm, direction: lower}]"
    )
    architecture = load(write_project(tmp_path, {"a.yaml": kpis})).architecture
    told = {language: [own.label.code for own in kpi_tree(architecture, language).root.children] for language in _BOTH}
    assert told == {"en": ["≤ 6 hours", "≤ 800 ppm"], "zh": ["≤ 6小时", "≤ 800 ppm"]}


def test_circles_and_long_chains_of_kpis_are_shown_as_far_as_they_go(tmp_path):
    chain = ", ".join(f"{{id: k{own}, name: K, parent: k{own - 1}}}" for own in range(1, 3000))
    circle = "{id: x, name: X, parent: y}, {id: y, name: Y, parent: x}"
    kpis = f"kpis: [{{id: k0, name: K}}, {chain}, {circle}]"
    tree = kpi_tree(load(write_project(tmp_path, {"a.yaml": kpis})).architecture, "en")
    assert "x" in {own.label.id for own in tree.root.children}
    assert len(tree.levels) == 13


def test_the_steps_of_a_change_follow_one_another():
    architecture = architecture_of("models/reference")
    (change,) = changes_with_steps(architecture)
    view = road_map(architecture, "en", change)
    assert [own.label.code for own in view.stops] == [str(own) for own in range(1, 9)]
    assert len(view.arrows) == 7
    assert view.stops[3].notes[0] == "Pilot representative office"
