"""STR: how the levels hang together."""

from ltcarch.rules.rule import Rule
from ltcarch.rules.structure import circle_of_parents, missing_parent, two_parents, unused_level, wrong_level

RULES: tuple[Rule, ...] = (
    missing_parent.RULE,
    wrong_level.RULE,
    circle_of_parents.RULE,
    unused_level.RULE,
    two_parents.RULE,
)
