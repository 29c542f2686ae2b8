"""Each level answers its question: why, what or how.

Classifications and groups say why they are there: `purpose`. Processes and sub-processes say what is done: a
`description`, a `scope`, an `end_state`, or the named `ends` that they come to. Tasks say how: an `instruction`. An
element with a `question` of its own answers that one instead. What is only planned need not say yet what and how.

Bad:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - {id: LTC.1.2, name: Distribute leads}
```

Good:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    purpose: Turn market signals into qualified opportunities
    processes:
      - id: LTC.1.2
        name: Distribute leads
        end_state: Each lead has one owner, or is closed with a reason
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, ProcessElement, Task
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called

_QUESTIONS = {"classification": "why", "group": "why", "process": "what", "subprocess": "what", "task": "how"}
_ANSWERS = {
    "why": ("purpose",),
    "what": ("description", "scope", "end_state", "ends"),
    "how": ("description", "instruction"),
}


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements that give no answer to the question of their level."""
    for element in architecture.hierarchy.in_order:
        if not isinstance(element, (ProcessElement, Task)):
            continue
        question = getattr(element, "question", None) or _QUESTIONS[element.KIND]
        answers = _ANSWERS[question]
        is_due = question == "why" or architecture.is_published(element)
        if not is_due or any(getattr(element, answer, None) or not element.expects(answer) for answer in answers):
            continue
        wanted = "instruction" if isinstance(element, Task) else answers[0]
        yield Finding(
            element,
            f"{called(element)} does not say {_IN_WORDS[question]}",
            (),
            f"add `{wanted}:`" + (", `scope:` or `end_state:`" if question == "what" else ""),
        )


_IN_WORDS = {"why": "why it is there", "what": "what is done", "how": "how it is done"}


RULE = Rule(
    code="MAT03",
    name="unanswered-question",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
