"""LIF: stages, status, versions, and what became of elements since an earlier revision."""

from ltcarch.rules.lifecycle import (
    construction_not_done,
    depends_on_unpublished,
    document_without_version,
    invalid_period,
    promotion_not_done,
    published_without_approval,
    published_without_version,
    returned_id,
    review_overdue,
    road_map_out_of_order,
    stage_out_of_order,
    vanished_id,
    version_not_raised,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    published_without_version.RULE,
    review_overdue.RULE,
    depends_on_unpublished.RULE,
    version_not_raised.RULE,
    invalid_period.RULE,
    stage_out_of_order.RULE,
    construction_not_done.RULE,
    promotion_not_done.RULE,
    road_map_out_of_order.RULE,
    document_without_version.RULE,
    vanished_id.RULE,
    published_without_approval.RULE,
    returned_id.RULE,
)
