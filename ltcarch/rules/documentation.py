"""A rule's documentation, taken apart: statement, why, and the examples that tests run."""

import re
from typing import NamedTuple

from ltcarch.rules.rule import Rule

ARCHITECTURE_FILE = "architecture.yaml"
FORMER = "before/"
"""What the path of a file begins with that shows the project as it was before."""
_EXAMPLE = re.compile(r"^(Bad|Good):\n+```(yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^# ([\w./-]+\.yaml)\n", re.MULTILINE)


class Documentation(NamedTuple):
    """The parts of a rule's docstring. The examples are files by path.

    A bad example that no text can show, such as a file of another encoding, is described: `bad` is then empty.
    """

    statement: str
    why: str
    bad: dict[str, str]
    good: dict[str, str]
    bad_in_words: str = ""


def documentation(rule: Rule) -> Documentation:
    """The parts of a rule's documentation. Raises ValueError where one is missing."""
    text = rule.documentation.strip()
    examples = {kind.lower(): (form, example) for kind, form, example in _EXAMPLE.findall(text)}
    if not examples and rule.is_company_rule:
        statement, _, rest = text.partition("\n")
        return Documentation(statement, rest.strip(), {}, {})
    if set(examples) != {"bad", "good"} or examples["good"][0] != "yaml":
        raise ValueError(f"the documentation of {rule.code} needs one Bad and one Good example")
    statement, _, rest = text.partition("\n")
    why = rest[: rest.index("Bad:\n")].strip()
    good = _files(examples["good"][1])
    form, bad = examples["bad"]
    return (
        Documentation(statement, why, _files(bad), good)
        if form == "yaml"
        else Documentation(statement, why, {}, good, bad)
    )


def _files(example: str) -> dict[str, str]:
    """The files of an example; a line `# name.yaml` begins each but the first, which needs none."""
    pieces = _FILE.split(example)
    files = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    if pieces[0].strip():
        files[ARCHITECTURE_FILE] = pieces[0]
    return files
