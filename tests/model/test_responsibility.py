"""Who does an activity, and who belongs to a team."""

import pytest

from ltcarch.loading import load
from ltcarch.model import Activity
from tests.projects import write_project

PEOPLE = """
units: [{id: u, name: U}]
positions: [{id: p, name: P, unit: u}, {id: q, name: Q}]
roles: [{id: r, name: R}, {id: s, name: S, team: t}, {id: b, name: B, team: t}, {id: o, name: O}]
teams: [{id: t, name: T, members: [b, r]}, {id: a, name: A, members: [r]}]
activities:
  - {id: A, name: A, role: t}
  - {id: B, name: B, role: o, raci: {responsible: [r, o], consulted: [s]}}
  - {id: C, name: C}
"""


@pytest.fixture
def architecture(tmp_path):
    return load(write_project(tmp_path, {"a.yaml": PEOPLE})).architecture


def test_a_team_has_the_roles_that_it_names_and_those_that_name_it(architecture):
    assert architecture.responsibility.members("t") == ("b", "r", "s")
    assert architecture.responsibility.members("r") == ()
    assert architecture.responsibility.teams("r") == ("a", "t")
    assert architecture.responsibility.teams("o") == ()


def test_the_staff_of_a_unit_are_its_positions(architecture):
    assert [position.id for position in architecture.responsibility.staff("u")] == ["p"]
    assert architecture.responsibility.staff("p") == ()


def test_performers_are_all_roles_and_teams_that_are_responsible(architecture):
    performers = {own.id: architecture.responsibility.performers(own) for own in architecture.all(Activity)}
    assert performers == {"A": ("t",), "B": ("o", "r"), "C": ()}
