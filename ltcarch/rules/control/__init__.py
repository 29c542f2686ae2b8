"""CTL: what keeps processes safe."""

from ltcarch.rules.control import (
    decision_without_limit,
    duties_in_one_position,
    duties_in_one_role,
    evidence_elsewhere,
    floating_control,
    incomplete_control,
    key_activity_without_system,
    missing_management_element,
    overdue_test,
    tested_by_performer,
    uncontrolled_process,
    uncontrolled_risk,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    uncontrolled_process.RULE,
    floating_control.RULE,
    incomplete_control.RULE,
    evidence_elsewhere.RULE,
    uncontrolled_risk.RULE,
    duties_in_one_role.RULE,
    duties_in_one_position.RULE,
    decision_without_limit.RULE,
    missing_management_element.RULE,
    overdue_test.RULE,
    key_activity_without_system.RULE,
    tested_by_performer.RULE,
)
