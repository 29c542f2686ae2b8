"""Processes and activities are named by a verb and its object.

"Validate lead" says what is done, "Leads" only what it is about. This is off unless the project sets a severity, since
much of it cannot be decided by a machine, and since some languages put it well in another way. What can be decided: in
a language that is written with spaces, one single word cannot be both. A company with an agreed list of verbs states
it under `verbs`, by language; then each name begins with one of them, or contains one where no spaces are written.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
rules:
  IDN06: {severity: warning, verbs: {en: [Manage, Collect]}}
# architecture.yaml
processes:
  - {id: LTC.1.1, name: Leads}
  - {id: LTC.1.2, name: Lead distribution}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
rules:
  IDN06: {severity: warning, verbs: {en: [Manage, Collect]}}
# architecture.yaml
processes:
  - {id: LTC.1.1, name: Collect leads}
  - {id: LTC.1.2, name: Manage lead distribution}
```
"""

from collections.abc import Iterator

from ltcarch.model import Activity, Architecture, Process, Subprocess
from ltcarch.rules.identity.names import StatedName, folded, reads_alike_everywhere, stated_names
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called

_WITHOUT_SPACES = ("zh", "ja", "th")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Names of one word, and names without a verb of the list."""
    verbs = {language: _folded_list(listed) for language, listed in context.options["verbs"].items()}
    for of in (Process, Subprocess, Activity):
        for element in architecture.all(of):
            for name in stated_names(architecture.project, element):
                fault = _fault(name, verbs.get(name.language, ()))
                if fault:
                    yield Finding(
                        element,
                        f"{called(element)} has a name that {fault}: {name.text}",
                        name.path,
                        "say what is done to what",
                    )


def _folded_list(listed: object) -> tuple[str, ...]:
    return tuple(folded(verb) for verb in listed if isinstance(verb, str)) if isinstance(listed, list) else ()


def _fault(name: StatedName, verbs: tuple[str, ...]) -> str:
    text = folded(name.text)
    if name.language.startswith(_WITHOUT_SPACES):
        return "holds no agreed verb" if verbs and not any(verb in text for verb in verbs) else ""
    if " " not in text and not reads_alike_everywhere(name.text):
        return "is a single word"
    return "begins with no agreed verb" if verbs and not f"{text} ".startswith(tuple(f"{v} " for v in verbs)) else ""


RULE = Rule(
    code="IDN06",
    name="name-without-verb",
    severity={},
    documentation=__doc__,
    check=check,
    options={"verbs": Option({}, "the agreed verbs, a list by language")},
    reads_words=True,
)
