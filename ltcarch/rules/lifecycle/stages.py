"""The four stages of a process's life, which form a loop."""

STAGES = ("planning", "construction", "promotion", "operation")
_OTHER_WORDS = {"execution": "promotion"}


def stage_of(said: str | None) -> str | None:
    """A stage under its one name; None where nothing usable is stated."""
    stage = _OTHER_WORDS.get(said or "", said)
    return stage if stage in STAGES else None


def following(stage: str) -> str:
    """The stage that comes after another."""
    return STAGES[(STAGES.index(stage) + 1) % len(STAGES)]
