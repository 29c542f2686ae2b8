"""What the rules say of random flows is what soundness means, no more and no less."""

from collections import Counter
from random import Random

import pytest

from ltcarch.rules.activity.flow import flows
from ltcarch.rules.activity.judgement import reduced
from ltcarch.rules.activity.unsound_flow import shortest_fault
from tests.rules.activity.blocks import any_flow, sound_flow, spoilt
from tests.rules.activity.drawn import codes, loaded
from tests.rules.activity.every_state import EveryState, is_sound


def test_nothing_is_found_in_flows_of_blocks(tmp_path):
    random = Random(20260630)
    drawn = [sound_flow(random) for _ in range(1000)]
    assert max(map(len, drawn)) >= 40
    assert codes(tmp_path, drawn) == [set()] * len(drawn)


def test_flows_of_blocks_need_no_search(tmp_path):
    random = Random(7)
    architecture = loaded(tmp_path, [sound_flow(random) for _ in range(100)]).architecture
    assert all(reduced(flow).is_complete for flow in flows(architecture))


def test_small_flows_of_blocks_are_sound():
    random = Random(11)
    drawn = [sound_flow(random, 8, with_inclusive=False) for _ in range(100)]
    assert all(is_sound(flow) for flow in drawn)


def test_each_way_to_spoil_a_flow_of_blocks_is_found(tmp_path):
    random = Random(3)
    spoils = [one for _ in range(250) for one in spoilt(random, sound_flow(random, 25))]
    found = codes(tmp_path, [flow for _, flow in spoils])
    assert [(what, flow) for (what, flow), told in zip(spoils, found, strict=True) if not told] == []
    counted = Counter(what for what, _ in spoils)
    assert len(counted) == 5
    assert min(counted.values()) >= 80


def test_the_verdict_on_any_flow_is_that_of_its_states(tmp_path):
    random = Random(5)
    drawn = [any_flow(random) for _ in range(1000)]
    sound = [is_sound(flow) for flow in drawn]
    found = codes(tmp_path, drawn)
    assert [flow for flow, told, is_fine in zip(drawn, found, sound, strict=True) if is_fine == bool(told)] == []
    assert 150 < sum(sound) < 850
    assert sum("ACT10" in told for told in found) > 150


@pytest.mark.parametrize("seed", [1, 2])
def test_the_way_that_is_told_is_the_shortest(seed, tmp_path):
    random = Random(seed)
    drawn = [any_flow(random) for _ in range(300)]
    told = codes(tmp_path, drawn)
    compared = 0
    for flow, drawing, found in zip(flows(loaded(tmp_path, drawn).architecture), drawn, told, strict=True):
        if found == {"ACT10"}:
            compared += 1
            assert len(shortest_fault(flow, 20_000).steps) == EveryState(drawing).shortest_fault(), drawing
    assert compared > 40
