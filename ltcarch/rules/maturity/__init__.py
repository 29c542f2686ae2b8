"""MAT: completeness of what elements say of themselves, and maturity."""

from ltcarch.rules.maturity import (
    activity_without_data,
    claim_without_evidence,
    flow_without_means,
    level_above_enablers,
    little_value,
    no_contribution,
    unanswered_question,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    claim_without_evidence.RULE,
    level_above_enablers.RULE,
    unanswered_question.RULE,
    no_contribution.RULE,
    flow_without_means.RULE,
    little_value.RULE,
    activity_without_data.RULE,
)
