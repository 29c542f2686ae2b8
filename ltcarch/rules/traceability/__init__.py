"""TRC: from the strategy to the processes, and back."""

from ltcarch.rules.rule import Rule
from ltcarch.rules.traceability import (
    broken_chain,
    change_without_requirement,
    classification_without_goal,
    idle_policy,
    malformed_mapping,
    no_customer_step,
    unserved_goal,
)

RULES: tuple[Rule, ...] = (
    classification_without_goal.RULE,
    unserved_goal.RULE,
    broken_chain.RULE,
    idle_policy.RULE,
    no_customer_step.RULE,
    malformed_mapping.RULE,
    change_without_requirement.RULE,
)
