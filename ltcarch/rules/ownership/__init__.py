"""OWN: who answers for what."""

from ltcarch.rules.ownership import not_one_responsible_role
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (not_one_responsible_role.RULE,)
