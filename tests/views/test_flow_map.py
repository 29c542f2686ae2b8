"""Maps of what follows what: the sequence of processes, and the chain across classifications."""

import pytest

from ltcarch.views.flow_map import chained_classifications, end_to_end_chain, groups_with_sequence, sequence_map
from tests.pictures import architecture_of


def sequence(project: str, element: str, language: str = "en"):
    architecture = architecture_of(project)
    return sequence_map(architecture, language, architecture.elements[element])


def chain(project: str, element: str, language: str = "en"):
    architecture = architecture_of(project)
    return end_to_end_chain(architecture, language, architecture.elements[element])


def test_processes_follow_one_another_by_the_ends_of_their_flows():
    view = sequence("models/reference", "LTC")
    assert [strip.id for strip in view.strips] == ["LTC.1", "LTC.2", "LTC.3"]
    assert (view.strips[0].code, view.strips[0].name) == ("4.1", "Manage leads")
    texts = {(own.source, own.target): own.text for own in view.arrows}
    assert texts["LTC.2.7", "LTC.2.8"] == "Review passed"
    assert texts["LTC.2.7", "LTC.2.6"] == "Terms to be renegotiated"
    assert texts["LTC.2.5", "LTC.2.6"] == "Tender won / Quotation released"
    assert texts["LTC.1.3", "LTC.2.1"] == "Converted to an opportunity"
    assert [own.label.id for own in view.stops][:4] == ["LTC.1.1", "LTC.1.2", "LTC.1.3", "LTC.2.1"]


def test_a_group_has_no_lanes():
    view = sequence("models/reference", "LTC.2", "zh")
    assert [strip.name for strip in view.strips] == [""]
    assert {own.lane for own in view.stops} == {""}
    assert next(own.text for own in view.arrows if own.target == "LTC.2.8") == "评审通过"


def test_where_no_sequence_is_stated_what_flows_is_shown():
    architecture = architecture_of("models/reference")
    assert not any(own.next for own in architecture.hierarchy.children(architecture.elements["IPD"]))
    view = sequence("models/reference", "IPD")
    assert ("IPD.2", "IPD.3") in {(own.source, own.target) for own in view.arrows}
    assert all(own.text for own in view.arrows)


def test_the_chain_runs_from_those_who_give_to_those_who_take():
    view = chain("models/reference", "LTC")
    ends = {(own.source, own.target): own for own in view.arrows}
    assert ends["IPD.6:gives", "LTC.2"].text == "Products and product solutions"
    assert ends["LTC.2", "LTC.3"].tip.count("\n") == 2
    assert ends["LTC.2", "LTC.3"].text.endswith(" and 2 more")
    assert {"customer:gives", "customer:takes"} <= {own.label.id for own in view.stops}
    assert {strip.id for strip in view.strips} >= {"LTC", "MTL", "IPD", "OTD", "ISC", "ITR", ""}


@pytest.mark.parametrize("project", ["models/reference", "examples/procure-to-pay"])
def test_every_map_that_is_offered_has_something_to_show(project):
    architecture = architecture_of(project)
    for fits, view in ((chained_classifications, end_to_end_chain), (groups_with_sequence, sequence_map)):
        found = [view(architecture, "zh", own) for own in fits(architecture)]
        assert len(found) >= 4
        for own in found:
            assert own.arrows
            assert own.description
            assert {end for arrow in own.arrows for end in (arrow.source, arrow.target)} <= {
                stop.label.id for stop in own.stops
            }
