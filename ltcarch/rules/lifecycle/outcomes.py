"""What the stages of construction and promotion leave behind before the next one begins."""

from collections.abc import Iterator

from ltcarch.model import Architecture
from ltcarch.model.suggestions import nearest
from ltcarch.rules.lifecycle.stages import STAGES, stage_of
from ltcarch.rules.lifecycle.stated import StatedLifecycle, stated_lifecycles
from ltcarch.rules.rule import Finding
from ltcarch.rules.wording import listed

OUTCOMES = {
    "construction": (
        "requirement_analysis",
        "solution_design",
        "document_development",
        "integration_verification",
        "pilot_confirmation",
    ),
    "promotion": ("business_adaptation", "organisation_adaptation", "promotion_and_empowerment"),
}
"""By stage."""


def left_undone(architecture: Architecture, stage: str) -> Iterator[Finding]:
    """Lifecycles past a stage that do not list all of its outcomes as done."""
    for stated in stated_lifecycles(architecture):
        now = stage_of(stated.lifecycle.stage)
        is_past = now is not None and STAGES.index(now) > STAGES.index(stage)
        missing = [outcome for outcome in OUTCOMES[stage] if outcome not in stated.lifecycle.done]
        if is_past and missing and stated.lifecycle.status != "retired" and stated.expects("done"):
            yield stated.finding(
                f"{stated.title} is in {now}, but of {stage} it does not list as done: {listed(missing)}",
                ("done",),
                _help(stated, stage, missing),
            )


def _help(stated: StatedLifecycle, stage: str, missing: list[str]) -> str:
    known = {outcome for outcomes in OUTCOMES.values() for outcome in outcomes}
    for outcome in missing:
        meant = nearest(outcome, set(stated.lifecycle.done) - known)
        if meant:
            return f"`{meant}` is written `{outcome}`"
    return f"add what is reached to `done:`; if something is not, the stage is still {stage}"
