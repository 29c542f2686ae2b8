"""Every rule that ltcarch knows, family by family."""

from ltcarch.rules import (
    activity,
    configuration,
    control,
    flows,
    identity,
    lifecycle,
    maturity,
    measures,
    ownership,
    reading,
    references,
    shape,
    structure,
    traceability,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *shape.RULES,
    *references.RULES,
    *configuration.RULES,
    *structure.RULES,
    *identity.RULES,
    *ownership.RULES,
    *flows.RULES,
    *activity.RULES,
    *measures.RULES,
    *control.RULES,
    *lifecycle.RULES,
    *maturity.RULES,
    *traceability.RULES,
)
