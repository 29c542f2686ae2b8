"""STR: how the levels hang together."""

from ltcarch.rules.rule import Rule
from ltcarch.rules.structure import (
    circle_of_parents,
    indistinct_scenarios,
    missing_next,
    missing_parent,
    mixed_steps,
    subprocess_without_scenario,
    too_few_activities,
    two_parents,
    unused_level,
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
    too_few_activities.RULE,
    missing_next.RULE,
    two_parents.RULE,
)
