"""Activities stand before and after the scenarios of a process, not among them.

Sub-processes are scenarios of their process: one of them is taken each time. Steps that all scenarios share may
come before them or after them. A sub-process that is no scenario beside bare activities leaves the reader to guess
whether it is a further step or another way.

Bad:

```yaml
processes:
  - id: LTC.2.5
    name: Bid
    activities:
      - {id: LTC.2.5.A1, name: Decide to bid}
    subprocesses:
      - {id: LTC.2.5.1, name: Write the bid}
```

Good:

```yaml
processes:
  - id: LTC.2.5
    name: Bid
    activities:
      - {id: LTC.2.5.A1, name: Decide to bid, order: 1}
    subprocesses:
      - {id: LTC.2.5.1, name: Answer a tender, order: 2, scenario: {dimension: bidding_mode, value: tender}}
      - {id: LTC.2.5.2, name: Quote directly, order: 3, scenario: {dimension: bidding_mode, value: direct}}
scenarios:
  - {id: bidding_mode, name: Mode of bidding, values: [tender, direct]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Process, Subprocess
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Processes that mix activities with sub-processes, and activities that part scenarios."""
    for process in architecture.all(Process):
        steps = architecture.sequence.steps(process)
        parts = [step for step in steps if isinstance(step, Subprocess)]
        if not parts or len(parts) == len(steps) or architecture.is_out_of_sight(process.id):
            continue
        if not any(part.scenario for part in parts):
            yield Finding(
                process,
                f"{called(process)} mixes activities with sub-processes that are no scenarios",
                help="move its own activities into a sub-process, or say `scenario:` where a sub-process is one",
                related=tuple(Place(part, f"{called(part)} is no scenario") for part in parts[:1]),
            )
        elif not architecture.sequence.is_linked(process):
            yield from _among(steps)


def _among(steps: tuple[Activity | Subprocess, ...]) -> Iterator[Finding]:
    """The activities with a scenario before and another one after them."""
    scenarios = [at for at, step in enumerate(steps) if isinstance(step, Subprocess)]
    for step in steps[scenarios[0] : scenarios[-1]]:
        if isinstance(step, Activity):
            yield Finding(
                step,
                f"{called(step)} stands between two scenarios of its process",
                ("order",),
                "move it before the first scenario or after the last one with `order:`",
            )


RULE = Rule(
    code="STR06",
    name="mixed-steps",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
