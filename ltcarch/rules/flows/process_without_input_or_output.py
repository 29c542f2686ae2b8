"""Each published process and sub-process takes something and makes something.

A process turns inputs into outputs. Without an input nothing starts it, and without an output nobody would miss it.
Inputs and outputs need not be stated: they follow from the activities. The rule is silent as long as a process has
neither activities nor sub-processes and states neither inputs nor outputs.

Bad:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Visit fair, outputs: [lead]}
      - {id: LTC.1.1.A2, name: Register lead, inputs: [lead]}
artifacts:
  - {id: lead, name: Lead}
```

Good:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Visit fair, inputs: [fair_calendar], outputs: [lead]}
      - {id: LTC.1.1.A2, name: Register lead, inputs: [lead], outputs: [registered_lead]}
artifacts:
  - {id: fair_calendar, name: Calendar of fairs}
  - {id: lead, name: Lead}
  - {id: registered_lead, name: Registered lead}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Element, Process, ProcessElement, Subprocess
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published processes and sub-processes without an input or an output, of their own or from below."""
    for process in (*architecture.all(Process), *architecture.all(Subprocess)):
        is_asked = architecture.is_published(process) and _is_begun(architecture, process)
        if not is_asked or architecture.is_out_of_sight(process.id):
            continue
        missing = [
            word
            for word, key, has in (("input", "inputs", _takes), ("output", "outputs", _makes))
            if process.expects(key) and not has(architecture, process)
        ]
        if missing:
            yield Finding(
                process,
                f"{called(process)} has no {listed(missing, 'and no')}",
                (f"{missing[0]}s",),
                "state what its activities take and make, or say under `unset:` why it is open",
            )


def _is_begun(architecture: Architecture, process: ProcessElement) -> bool:
    return bool(process.inputs or process.outputs or architecture.hierarchy.children(process, "activity", "subprocess"))


def _takes(architecture: Architecture, process: Element) -> bool:
    if architecture.exchange.inputs(process):
        return True
    below = (process, *architecture.hierarchy.descendants(process, "subprocess", "activity"))
    set_off = (trigger for own in below if isinstance(own, (ProcessElement, Activity)) for trigger in own.triggers)
    return any(trigger.artifact for trigger in set_off) or any(
        map(architecture.exchange.inputs, _called(architecture, process))
    )


def _makes(architecture: Architecture, process: Element) -> bool:
    return bool(architecture.exchange.outputs(process)) or any(
        map(architecture.exchange.outputs, _called(architecture, process))
    )


def _called(architecture: Architecture, process: Element) -> Iterator[Element]:
    """The processes that its activities run."""
    for activity in architecture.hierarchy.descendants(process, "activity"):
        run = architecture.get(activity.calls.process) if isinstance(activity, Activity) and activity.calls else None
        if run is not None:
            yield run


RULE = Rule(
    code="FLW05",
    name="process-without-input-or-output",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
