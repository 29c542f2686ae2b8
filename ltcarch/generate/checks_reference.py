"""The page about checks: how a company writes rules of its own, and what their expressions can ask."""

from ltcarch.model.kinds import CLASSES
from ltcarch.rules.company import attributes
from ltcarch.rules.company.attributes import DERIVED, KINDS, attributes_of
from ltcarch.rules.company.soundness import LONGEST_EXPRESSION, MOST_CHECKS

_BEGIN = """\
# Checks: rules of your own

The rules of ltcarch hold for any company. What only yours demands, you write into `ltcarch.yaml`: which elements are
meant, and a condition that must hold there. No program is needed; the condition is an expression in
[CEL](https://cel.dev), a small language that can compare and count and nothing else.

```yaml
# ltcarch.yaml
ltcarch: 1
name: Northwind Networks
checks:
  - id: NWN01
    name: process-without-system
    for: process
    where: element.lifecycle.status == "published"
    assert: size(element.systems) > 0
    message: process {id} is published and names no system
    severity: error
    help: add the systems in which it runs under `systems:`
    why: The service desk must know whom an outage concerns.
# architecture.yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    lifecycle: {stage: operation, status: published}
  - id: LTC.1.3
    name: Qualify leads
    lifecycle: {stage: construction, status: draft}
```

```text
architecture.yaml:2:9 error NWN01 process LTC.1.2 is published and names no system
    2 |   - id: LTC.1.2
      |         ^^^^^^^
   help: add the systems in which it runs under `systems:`
```

A check is a rule like any other. `ltcarch rules .` lists it and `ltcarch rule NWN01` explains it; its severity is set
under `rules:` and `per_path:`, a waiver silences it at one element, `--select`, `--ignore` and the baseline know it.
The keys of a check are in the [format](format.md).

The package that reads CEL comes with `pip install 'ltcarch[checks]'`. Where it is missing, a project with checks has
the finding [CFG09](rules/CFG09.md), so that nobody takes silence for consent.
"""

_RECIPES = """\
## Examples

Each process has an owner whose id says so, and one of its own where it crosses units:

```yaml
checks:
  - id: NWN02
    name: owner-is-no-head
    for: [group, process]
    where: element.answering_owner != ""
    assert: element.answering_owner.startsWith("head_of_") || element.answering_owner.endsWith("_manager")
    message: "{id} is owned by somebody who is neither head nor manager"
  - id: NWN03
    name: crossing-without-owner
    for: process
    where: size(element.units) > 1
    assert: size(element.owner) == 1
    message: "{id} crosses units and has no owner of its own"
```

Names in both languages, and not too long. `element.name` is a map by language, and `has(…)` asks whether there is one:

```yaml
checks:
  - id: NWN04
    name: long-chinese-name
    for: any
    where: has(element.name.zh)
    assert: size(element.name.zh) <= 24
    message: the Chinese name of {id} does not fit on a card
```

All of a list, or some of it, by `all`, `exists` and `filter`:

```yaml
checks:
  - id: NWN05
    name: state-not-said
    for: activity
    assert: element.outputs.all(output, output.optional || output.state != "")
    message: activity {id} has an output whose state it does not say
  - id: NWN06
    name: unnamed-branch
    for: activity
    where: element.split == "exclusive"
    assert: |
      // the default branch needs no words
      element.next.filter(step, !step.default).all(step, size(step.when) > 0)
    message: activity {id} has a branch without a condition
```

What stands around an element:

```yaml
checks:
  - id: NWN07
    name: lonely-activity
    for: process
    where: element.level == 3 && element.children.activity > 0
    assert: element.children.activity >= 3
    message: process {id} has fewer than three activities
    severity: info
  - id: NWN08
    name: sales-outside-of-ltc
    for: activity
    where: '"sales_head" in element.role'
    assert: '"LTC" in element.ancestors'
    message: activity {id} is done by sales outside of LTC
  - id: NWN09
    name: system-without-user
    for: system
    assert: size(element.mentioned_by) > 0
    message: nothing names system {id}
```

Patterns ([RE2](https://github.com/google/re2/wiki/Syntax)) and tags:

```yaml
checks:
  - id: NWN10
    name: sox-control-without-number
    for: control
    where: '"sox" in element.tags'
    assert: element.id.matches("^SOX-[0-9]{3}$")
    message: control {id} has no SOX number
```
"""

_ASK = """\
## What an expression can ask

`element` has every key that the [format](format.md) gives its kind, by the same name, and these:
"""

_VALUES = """\
A key that is not said is empty, and never missing: a text is `""`, a list `[]`, a map `{}`, a number `null`, yes or
no `false`. Text for people is a map by language; one without a language stands under the first of the project.
Inputs, next steps and other values with keys of their own are maps with all their keys: `element.scope["in"]`,
`element.calls.process`. Where a check is for several kinds, what only some of them have is empty at the others.
"""

_LIMITS = f"""\
## What an expression cannot do

It sees one element and nothing else: no file, no environment, no clock, no network. It cannot run a program or change
anything, so checks are safe in a pull request from a stranger. Expressions are judged in a process of their own,
which is ended if it takes too much time or memory; the check is then told as [CFG08](rules/CFG08.md), and the others
go on. An expression has at most {LONGEST_EXPRESSION:,} characters, a project at most {MOST_CHECKS} checks.

An expression that names what does not exist is told at its column ([CFG07](rules/CFG07.md)). One that asks for
something that an element lacks (`element.name.zh` where there is no Chinese name) gives no answer there, and that is
told too ([CFG08](rules/CFG08.md)): ask first, as in `has(element.name.zh) && …`, or choose with `where`.
"""


def checks_reference() -> str:
    """The page, in Markdown."""
    blocks = [_BEGIN, _RECIPES, _ASK, _derived(), "By type:", _by_type(), _VALUES, _LIMITS]
    return "\n".join(f"{block.rstrip()}\n" for block in blocks)


def _derived() -> str:
    lines = ["| Attribute | Meaning | Type |", "|---|---|---|"]
    lines += [f"| `element.{name}` | {own.meaning} | {own.type} |" for name, own in DERIVED.items()]
    return "\n".join(lines)


def _by_type() -> str:
    """The keys of the format by the type that an expression sees, with the kinds where types differ."""
    named: dict[str, dict[str, list[str]]] = {}
    for kind in KINDS:
        for name, own in attributes_of(frozenset({kind})).items():
            if name not in DERIVED:
                named.setdefault(own.type, {}).setdefault(name, []).append(kind)
    types = (
        attributes.TEXT, attributes.TEXTS, attributes.LIST, attributes.NUMBER, attributes.FLAG, attributes.MAP,
        attributes.MAPS, attributes.ANY,
    )  # fmt: skip
    lines = ["| Type | Keys |", "|---|---|"]
    for of in types:
        keys = (_key(name, kinds, named) for name, kinds in sorted(named.get(of, {}).items()))
        lines.append(f"| {of} | {', '.join(keys)} |")
    return "\n".join(lines)


def _key(name: str, kinds: list[str], named: dict[str, dict[str, list[str]]]) -> str:
    """A key; with its kinds, where it has another type at others."""
    differs = sum(name in keys for keys in named.values()) > 1
    few = len(kinds) <= len(CLASSES) // 2
    return f"`{name}` ({', '.join(kinds)})" if differs and few else f"`{name}`"
