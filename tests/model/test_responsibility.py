"""Who does an activity."""

from ltcarch.loading import load
from ltcarch.model import Activity
from tests.projects import write_project

PEOPLE = """
roles: [{id: r, name: R}, {id: s, name: S, team: t}, {id: b, name: B, team: t}, {id: o, name: O}]
teams: [{id: t, name: T, members: [b, r]}]
activities:
  - {id: A, name: A, role: t}
  - {id: B, name: B, role: o, raci: {responsible: [r, o], consulted: [s]}}
  - {id: C, name: C}
"""


def test_a_team_has_the_roles_that_it_names_and_those_that_name_it(tmp_path):
    responsibility = load(write_project(tmp_path, {"a.yaml": PEOPLE})).architecture.responsibility
    assert responsibility.members("t") == ("b", "r", "s")
    assert responsibility.members("r") == ()


def test_performers_are_responsible_roles_and_the_members_of_responsible_teams(tmp_path):
    architecture = load(write_project(tmp_path, {"a.yaml": PEOPLE})).architecture
    performers = {own.id: architecture.responsibility.performers(own) for own in architecture.all(Activity)}
    assert performers == {"A": ("t", "b", "r", "s"), "B": ("o", "r"), "C": ()}
