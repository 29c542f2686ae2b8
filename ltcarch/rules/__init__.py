"""Every rule that ltcarch knows, family by family."""

from ltcarch.rules import (
    configuration,
    control,
    flows,
    identity,
    measures,
    ownership,
    reading,
    references,
    shape,
    structure,
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
    *measures.RULES,
    *control.RULES,
)
