"""STR: how the levels hang together."""

from ltcarch.rules.rule import Rule
from ltcarch.rules.structure import (
    circle_of_parents,
    indistinct_scenarios,
    missing_next,
    missing_parent,
    mixed_steps,
    one_role_does_all,
    subprocess_without_scenario,
    too_few_activities,
    too_many_children,
    two_parents,
    undivided_group,
    unexplained_axis_value,
    unrealised_capability,
    unused_level,
    wrong_axis_value,
    wrong_level,
)

RULES: tuple[Rule, ...] = (
    missing_parent.RULE,
    wrong_level.RULE,
    circle_of_parents.RULE,
    unused_level.RULE,
    mixed_steps.RULE,
    subprocess_without_scenario.RULE,
    indistinct_scenarios.RULE,
    undivided_group.RULE,
    too_few_activities.RULE,
    missing_next.RULE,
    wrong_axis_value.RULE,
    unexplained_axis_value.RULE,
    one_role_does_all.RULE,
    too_many_children.RULE,
    unrealised_capability.RULE,
    two_parents.RULE,
)
