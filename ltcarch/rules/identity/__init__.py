"""IDN: ids, names and languages."""

from ltcarch.rules.identity import (
    ambiguous_acronym,
    deprecated_term,
    duplicate_id,
    irregular_id,
    missing_translation,
    name_without_verb,
    order_gap,
    repeated_name,
    repeated_order,
    reused_id,
    wrong_script,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    duplicate_id.RULE,
    irregular_id.RULE,
    reused_id.RULE,
    missing_translation.RULE,
    repeated_name.RULE,
    name_without_verb.RULE,
    ambiguous_acronym.RULE,
    deprecated_term.RULE,
    wrong_script.RULE,
    repeated_order.RULE,
    order_gap.RULE,
)
