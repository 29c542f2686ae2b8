"""The branches of a choice have conditions and one default; those of a parallel split have none.

Who stands at a choice must know which way to take, also when no condition holds. Exactly one branch is the default; it
needs no condition of its own. The ends of a called process are conditions, and so are scenarios. Where all branches
are taken, a condition would never be asked: `split: inclusive` takes those whose condition holds.

Bad:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    ends: [assigned, rejected]
    activities:
      - id: LTC.1.2.A1
        name: Validate lead
        split: exclusive
        next: [{to: LTC.1.2.A2, when: valid}, {end: rejected}]
      - id: LTC.1.2.A2
        name: Assign lead owner
        next: [{end: assigned}]
```

Good:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    ends: [assigned, rejected]
    activities:
      - id: LTC.1.2.A1
        name: Validate lead
        split: exclusive
        next: [{to: LTC.1.2.A2, when: valid}, {end: rejected, default: true}]
      - id: LTC.1.2.A2
        name: Assign lead owner
        next: [{end: assigned}]
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.activity.branches import (
    Branch,
    are_scenarios,
    has_condition,
    lacks_split,
    rival_branches,
    unrepeated_branches,
)
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Branches that are taken nobody knows when."""
    for activity in architecture.all(Activity):
        if len(activity.next) < 2 or not activity.expects("next") or not activity.expects("split"):
            continue
        if not architecture.is_published(activity) or lacks_split(architecture, activity):  # ACT04 speaks of the latter
            continue
        for rivals in rival_branches(unrepeated_branches(architecture, activity)):
            if activity.split in (None, "exclusive"):
                yield from _unclear_choice(architecture, activity, rivals)
            elif activity.split == "parallel":
                yield from _idle_conditions(activity, rivals)


def _unclear_choice(architecture: Architecture, activity: Activity, rivals: list[Branch]) -> Iterator[Finding]:
    silent = [branch for branch in rivals if not has_condition(architecture, branch.way)]
    defaults = [branch for branch in rivals if branch.way.default]
    if len(silent) == len(rivals):
        yield Finding(
            activity,
            f"{called(activity)} does not say when it takes which of its ways",
            ("next",),
            "add `when:` to each of them, and `default: true` to the one that is taken where nothing else holds",
            at_key=True,
        )
        return
    for branch in silent:
        yield Finding(
            activity,
            f"{called(activity)} does not say when it {_leads(branch)}",
            branch.path,
            "add `when:`" if defaults else "add `when:`, or `default: true` if it is taken where nothing else holds",
        )
    for branch in defaults[1:]:
        yield Finding(
            activity,
            f"{called(activity)} has a second default, which {_leads(branch)}",
            (*branch.path, "default"),
            "keep one default, and give the other branches their conditions",
            (Place(activity, "the first default", (*defaults[0].path, "default")),),
        )
    if not silent and not defaults and not are_scenarios(architecture, rivals):
        yield Finding(
            activity,
            f"{called(activity)} does not say which way it takes when no condition holds",
            ("next",),
            "add `default: true` to one branch",
            at_key=True,
        )


def _idle_conditions(activity: Activity, rivals: list[Branch]) -> Iterator[Finding]:
    for branch in rivals:
        if branch.way.when or branch.way.default:
            yield Finding(
                activity,
                f"{called(activity)} takes all its ways, but has a condition under which it {_leads(branch)}",
                (*branch.path, "when" if branch.way.when else "default"),
                "delete the condition, or write `split: inclusive` to take the ways whose condition holds",
            )


def _leads(branch: Branch) -> str:
    return f"leads to {branch.way.to}" if branch.way.to else f"ends at `{branch.way.end or ''}`"


RULE = Rule(
    code="ACT08",
    name="unclear-branch",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
