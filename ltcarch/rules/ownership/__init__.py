"""OWN: who answers for what."""

from ltcarch.rules.ownership import (
    missing_expected_role,
    nobody_responsible,
    not_one_owner,
    not_one_responsible_role,
    owner_not_a_position,
    owner_of_too_much,
    role_without_duty,
    role_without_position,
    several_accountable,
    task_of_another_role,
    too_many_consulted,
    unexpected_owner,
    unused_role,
    vacant_position,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    not_one_owner.RULE,
    owner_not_a_position.RULE,
    unexpected_owner.RULE,
    not_one_responsible_role.RULE,
    task_of_another_role.RULE,
    role_without_position.RULE,
    several_accountable.RULE,
    nobody_responsible.RULE,
    unused_role.RULE,
    missing_expected_role.RULE,
    role_without_duty.RULE,
    owner_of_too_much.RULE,
    too_many_consulted.RULE,
    vacant_position.RULE,
)
