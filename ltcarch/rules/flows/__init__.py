"""FLW: what flows between processes."""

from ltcarch.rules.flows import (
    enabling_serves_nobody,
    execution_without_demand,
    flow_against_its_ends,
    flow_within_itself,
    flow_without_agreement,
    incomplete_flow,
    input_without_source,
    missing_required_interface,
    output_without_taker,
    process_without_input_or_output,
    several_makers,
    state_never_made,
    successor_not_fed,
    unrealised_flow,
    unused_artifact,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    input_without_source.RULE,
    output_without_taker.RULE,
    flow_against_its_ends.RULE,
    process_without_input_or_output.RULE,
    missing_required_interface.RULE,
    flow_within_itself.RULE,
    several_makers.RULE,
    unrealised_flow.RULE,
    enabling_serves_nobody.RULE,
    execution_without_demand.RULE,
    flow_without_agreement.RULE,
    unused_artifact.RULE,
    state_never_made.RULE,
    successor_not_fed.RULE,
    incomplete_flow.RULE,
)
