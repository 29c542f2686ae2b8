"""Circles among elements that name one another are found once each, in time linear in the links."""

import time

import pytest

from ltcarch.rules.circles import circles


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"], "c": []}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, [("b", "c")]),
        ({"b": ["a"], "a": ["b"]}, [("b", "a")]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [("a", "b")]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c", "a"]}, [("a", "b"), ("c", "d")]),
        ({"a": ["nowhere"]}, []),
    ],
)
def test_each_circle_once(links, expected):
    assert list(circles(links)) == expected


def test_a_long_way_and_many_links_take_little_time():
    count = 50_000
    chain = {str(own): [str(own + 1)] for own in range(count)} | {str(count): ["0"]}
    dense = {str(own): [str(other) for other in range(300)] for own in range(300)}
    begun = time.perf_counter()
    assert len(next(circles(chain))) == count + 1
    assert len(tuple(circles(dense))) == 300
    assert time.perf_counter() - begun < 5
