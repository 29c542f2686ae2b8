"""CFG: the project file and waivers."""

from ltcarch.rules.configuration import (
    checks_not_run,
    expired_waiver,
    idle_path,
    rule_failed,
    undecided_check,
    unknown_rule,
    unused_waiver,
    wrong_check,
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
    wrong_check.RULE,
    undecided_check.RULE,
    checks_not_run.RULE,
)
