"""CFG: the project file and waivers."""

from ltcarch.rules.configuration import (
    expired_waiver,
    idle_path,
    rule_failed,
    unknown_rule,
    unused_waiver,
    wrong_option,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_rule.RULE,
    wrong_option.RULE,
    rule_failed.RULE,
    expired_waiver.RULE,
    unused_waiver.RULE,
    idle_path.RULE,
)
