"""Each phase belongs to one process and has its own place in the order.

Phases tell where a piece of work stands in time. Without a process they divide nothing, and without an order nobody
can say which phase comes next. A phase is no level: it holds no processes.

Bad:

```yaml
groups:
  - {id: IPD.6, name: Develop products}
phases:
  - {id: concept, process: IPD.6, order: 1, name: Concept}
  - {id: plan, process: IPD.6, order: 1, name: Plan}
  - {id: release, order: 3, name: Release}
```

Good:

```yaml
groups:
  - {id: IPD.6, name: Develop products}
phases:
  - {id: concept, process: IPD.6, order: 1, name: Concept}
  - {id: plan, process: IPD.6, order: 2, name: Plan}
  - {id: release, process: IPD.6, order: 3, name: Release}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Phase
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Phases without a process, and those of one process without an order or with the same one."""
    by_process: dict[str, list[Phase]] = {}
    for phase in architecture.all(Phase):
        if phase.process is not None:
            by_process.setdefault(phase.process, []).append(phase)
        elif phase.expects("process"):
            yield Finding(
                phase,
                f"{called(phase)} belongs to no process",
                ("process",),
                "add `process:` with the id of the process that it divides",
            )
    for phases in by_process.values():
        yield from _disordered(phases)


def _disordered(phases: list[Phase]) -> Iterator[Finding]:
    taken: dict[int, Phase] = {}
    for phase in phases:
        if phase.order is None:
            if len(phases) > 1 and phase.expects("order"):
                message = f"{called(phase)} has no place among the phases of {phase.process}"
                yield Finding(phase, message, ("order",), "add `order:` with a number")
        elif phase.order in taken:
            other = taken[phase.order]
            yield Finding(
                phase,
                f"{called(phase)} has the same order as {called(other)} of {phase.process}",
                ("order",),
                "give each phase a number of its own",
                (Place(other, f"the order of {called(other)}", ("order",)),),
            )
        else:
            taken[phase.order] = phase


RULE = Rule(
    code="STR23",
    name="disordered-phases",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
