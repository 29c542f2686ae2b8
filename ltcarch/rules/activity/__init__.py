"""ACT: how the activities of a process follow one another."""

from ltcarch.rules.activity import (
    decision_without_choice,
    end_without_sequel,
    endless_loop,
    inclusive_split,
    input_made_too_late,
    mismatched_join,
    repeated_link,
    too_many_handovers,
    unclear_branch,
    unclear_start_or_end,
    undescribed_activity,
    unreached_step,
    unsound_flow,
    unstated_join,
    unstated_split,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unclear_start_or_end.RULE,
    unreached_step.RULE,
    end_without_sequel.RULE,
    unstated_split.RULE,
    unstated_join.RULE,
    unclear_branch.RULE,
    mismatched_join.RULE,
    unsound_flow.RULE,
    endless_loop.RULE,
    input_made_too_late.RULE,
    decision_without_choice.RULE,
    repeated_link.RULE,
    inclusive_split.RULE,
    too_many_handovers.RULE,
    undescribed_activity.RULE,
)
