"""REF: what is named exists."""

from ltcarch.rules.references import unknown_id, unknown_name, unknown_provenance, wrong_kind
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_id.RULE,
    wrong_kind.RULE,
    unknown_name.RULE,
    unknown_provenance.RULE,
)
