"""SCH: the shape of what files hold, as the JSON Schemas define it."""

from ltcarch.rules.rule import Rule
from ltcarch.rules.shape import malformed_value, missing_key, unknown_key, unknown_value, wrong_type

RULES: tuple[Rule, ...] = (
    unknown_key.RULE,
    missing_key.RULE,
    wrong_type.RULE,
    unknown_value.RULE,
    malformed_value.RULE,
)
