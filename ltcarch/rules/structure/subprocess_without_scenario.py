"""A process without scenarios holds what the project has agreed on.

Processes and sub-processes are one layer that is split only where scenarios differ. A single sub-process that is no
scenario is a level without content. The project file chooses one way for all: `direct` puts the activities under the
process, `same_name` puts one sub-process of the same name between them, `free` leaves it open.

Bad:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    subprocesses:
      - id: LTC.1.1.1
        name: Collect all leads
        activities:
          - {id: LTC.1.1.1.A1, name: Capture lead}
```

Good:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    activities:
      - {id: LTC.1.1.A1, name: Capture lead}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Process, Subprocess
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Processes without scenarios that do not hold what the project file asks for."""
    way = architecture.project.no_scenario
    if way == "free" or not architecture.project.uses("subprocess"):
        return
    for process in architecture.all(Process):
        steps = architecture.sequence.steps(process)
        if any(isinstance(step, Subprocess) and step.scenario for step in steps):
            continue
        if architecture.is_out_of_sight(process.id):
            continue
        if len(steps) == 1 and isinstance(steps[0], Subprocess):
            yield from (_needless(process, steps[0]) if way == "direct" else _named(architecture, process, steps[0]))
        elif way == "same_name" and steps and all(isinstance(step, Activity) for step in steps):
            yield Finding(
                process,
                f"{called(process)} holds its activities without a sub-process of its name",
                help="put them under one sub-process of the same name, or set `no_scenario: direct` in ltcarch.yaml",
            )


def _needless(process: Process, only: Subprocess) -> Iterator[Finding]:
    if only.expects("scenario"):
        yield Finding(
            only,
            f"{called(only)} is the only one of {process.id} and no scenario",
            help=f"put its activities directly under {process.id}, or name its `scenario:`",
            related=(Place(process, f"{called(process)} has no other"),),
        )


def _named(architecture: Architecture, process: Process, only: Subprocess) -> Iterator[Finding]:
    languages = architecture.project.languages
    if any(only.label(language) != process.label(language) for language in languages):
        yield Finding(
            only,
            f"{called(only)} is no scenario and has another name than {called(process)}",
            ("name",),
            "give it the name of its process, or name its `scenario:`",
            (Place(process, "the name of the process", ("name",)),),
        )


RULE = Rule(
    code="STR07",
    name="subprocess-without-scenario",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    reads_words=True,
)
