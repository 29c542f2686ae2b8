"""Wherever a step can end, something follows.

A step that runs another process goes on by the ends of that process, and a sub-process by its own. If `next:` names
some of them only, nobody knows what happens on the others, and the process stops in the middle. A way without `on:`
follows on every end, and a sub-process may end where the process around it has an end of the same name.

Bad:

```yaml
processes:
  - id: P2P.1.1
    name: Raise requisition
    ends: [approved]
    activities:
      - {id: P2P.1.1.A1, name: Write requisition, next: [P2P.1.1.A2]}
      - {id: P2P.1.1.A2, name: Check budget, calls: {process: FIN.2.1}, next: [{on: available, end: approved}]}
  - {id: FIN.2.1, name: Check budget, ends: [available, exceeded]}
```

Good:

```yaml
processes:
  - id: P2P.1.1
    name: Raise requisition
    ends: [approved, over_budget]
    activities:
      - {id: P2P.1.1.A1, name: Write requisition, next: [P2P.1.1.A2]}
      - id: P2P.1.1.A2
        name: Check budget
        calls: {process: FIN.2.1}
        next: [{on: available, end: approved}, {on: exceeded, end: over_budget}]
  - {id: FIN.2.1, name: Check budget, ends: [available, exceeded]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Element, ProcessElement
from ltcarch.rules.activity.branches import stated_branches
from ltcarch.rules.activity.flow import flows, flows_to_judge
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Ends of sub-processes and of called processes after which nothing is said."""
    reached = _reached_ends(architecture)
    for flow in flows_to_judge(architecture):
        left: dict[ProcessElement, list[str]] = {}
        for subprocess, end in flow.unfollowed:
            left.setdefault(subprocess, []).append(end)
        for subprocess, ends in left.items():
            yield _finding(subprocess, subprocess, ends)
        for node in flow.nodes.values():
            if node.is_step and isinstance(node.element, Activity):
                yield from _after_call(architecture, node.element, reached)


def _reached_ends(architecture: Architecture) -> dict[str, frozenset[str]]:
    """The ends to which steps lead, for each process of which all steps are known."""
    settled = (flow for flow in flows(architecture) if flow.is_settled)
    return {part.id: flow.ends.get(part.id, frozenset()) for flow in settled for part in flow.parts}


def _after_call(
    architecture: Architecture, activity: Activity, reached: dict[str, frozenset[str]]
) -> Iterator[Finding]:
    run = architecture.get(activity.calls.process, ProcessElement) if activity.calls else None
    followed = {branch.way.on for branch in stated_branches(architecture, activity)}
    if run is None or not followed or None in followed or not activity.expects("next"):
        return
    known = reached.get(run.id)
    ends = [end.id for end in run.ends if end.id and (known is None or end.id in known)]
    left = [end for end in ends if end not in followed]
    if left:
        yield _finding(activity, run, left)


def _finding(step: Element, run: ProcessElement, ends: list[str]) -> Finding:
    names = listed((f"`{end}`" for end in ends), "or")
    doer = called(step) if step is run else f"{called(run)}, which {called(step)} runs,"
    return Finding(
        step,
        f"{doer} can end with {names}, and nothing says what follows then",
        ("next",),
        f"add `{{on: {ends[0]}, to: ...}}` under `next:`",
        () if step is run else (Place(run, f"{called(run)} can end so", ("ends",)),),
        at_key=True,
    )


RULE = Rule(
    code="ACT03",
    name="end-without-sequel",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
