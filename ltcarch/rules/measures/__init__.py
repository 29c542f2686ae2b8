"""KPI: what is measured."""

from ltcarch.rules.measures import (
    broken_kpi_tree,
    foreign_kpi_owner,
    incomplete_kpi,
    missing_customer_kpi,
    one_sided_kpis,
    output_without_criterion,
    role_without_kpi,
    target_out_of_bounds,
    unmeasured_element,
    wrong_formula,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unmeasured_element.RULE,
    output_without_criterion.RULE,
    incomplete_kpi.RULE,
    missing_customer_kpi.RULE,
    wrong_formula.RULE,
    broken_kpi_tree.RULE,
    one_sided_kpis.RULE,
    foreign_kpi_owner.RULE,
    role_without_kpi.RULE,
    target_out_of_bounds.RULE,
)
