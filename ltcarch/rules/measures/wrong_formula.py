"""The formula of a KPI can be computed from measures that it names.

Two people who compute a KPI must arrive at the same number. A formula is made of numbers, measures of the KPI, other
KPIs, the operators `+ - * / ^` and comparisons, parentheses, and functions: abs, average, count, max, mean, median,
min, ratio, round, share, sum. A measure that the formula does not use is an information only: one of the two is
outdated.

Bad:

```yaml
kpis:
  - id: win_rate
    name: Win rate
    formula: won / (won + lostt)
    measures: [won, lost]
```

Good:

```yaml
kpis:
  - id: win_rate
    name: Win rate
    formula: won / (won + lost)
    measures: [won, lost]
```
"""

from collections.abc import Container, Iterator
from functools import partial

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Kpi
from ltcarch.model.suggestions import did_you_mean
from ltcarch.rules.circles import circles
from ltcarch.rules.measures.formula import FUNCTIONS, Formula, read_formula
from ltcarch.rules.rule import Context, Finding, Option, Place, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Formulas of a wrong form, names in them that nobody defines, else measures that they leave out."""
    functions = (*FUNCTIONS, *filter(lambda name: isinstance(name, str), context.options["functions"]))
    named: dict[str, list[str]] = {}
    for kpi in architecture.all(Kpi):
        if kpi.formula is None:
            continue
        measures = dict.fromkeys(measure.id for measure in kpi.measures if measure.id)
        formula = read_formula(kpi.formula, partial(_is_defined, architecture, measures))
        others = [name for name in formula.names if name not in measures]
        unknown = [name for name in others if architecture.get(name, Kpi) is None]
        named[kpi.id] = [name for name in others if architecture.get(name, Kpi)]
        if formula.fault:
            yield _finding(kpi, f"cannot be computed: {formula.fault}", "write it like `won / (won + lost) * 100`")
        else:
            yield from _unknown_functions(kpi, formula, functions)
            yield from _unknown_names(architecture, kpi, unknown, measures) if unknown else _unused(kpi, formula)
    yield from _circles(architecture, named)


def _is_defined(architecture: Architecture, measures: Container[str], name: str) -> bool:
    return name in measures or architecture.get(name, Kpi) is not None


def _finding(kpi: Kpi, fault: str, help_text: str) -> Finding:
    return Finding(kpi, f"the formula of {called(kpi)} {fault}", ("formula",), help_text)


def _unknown_functions(kpi: Kpi, formula: Formula, functions: tuple[str, ...]) -> Iterator[Finding]:
    for name in formula.functions:
        if name not in functions:
            known = f"known functions: {listed(functions)}"
            yield _finding(kpi, f"calls `{name}`, which is no function", did_you_mean(name, functions) or known)


def _unknown_names(
    architecture: Architecture, kpi: Kpi, names: list[str], measures: dict[str, None]
) -> Iterator[Finding]:
    unknown = [name for name in names if not architecture.is_out_of_sight(name)]
    if unknown and kpi.expects("measures"):
        quoted = listed(f"`{name}`" for name in unknown)
        defined = "neither a measure of it nor a KPI" if len(unknown) == 1 else "neither measures of it nor KPIs"
        meant = (_meant(architecture, name, measures) for name in unknown)
        help_text = next(filter(None, meant), None) or f"add {quoted} under `measures:`"
        yield _finding(kpi, f"uses {quoted}, {defined}", help_text)


def _meant(architecture: Architecture, name: str, measures: dict[str, None]) -> str | None:
    """What a name may have meant: a measure of the KPI, else another KPI that begins alike."""
    begins_alike = (other.id for other in architecture.all(Kpi) if other.id[:2] == name[:2])
    return did_you_mean(name, measures) or did_you_mean(name, begins_alike)


def _unused(kpi: Kpi, formula: Formula) -> Iterator[Finding]:
    used = frozenset(formula.names)
    for index, measure in enumerate(kpi.measures):
        if measure.id and measure.id not in used:
            yield Finding(
                kpi,
                f"the formula of {called(kpi)} does not use its measure `{measure.id}`",
                ("measures", index),
                "use it in the formula, or delete it",
                severity=Severity.INFO,
            )


def _circles(architecture: Architecture, named: dict[str, list[str]]) -> Iterator[Finding]:
    for circle in circles(named):
        first, *others = (architecture.elements[own] for own in circle)
        way = " → ".join((*circle, circle[0]))
        yield Finding(
            first,
            f"the formula of {called(first)} uses itself: {way}",
            ("formula",),
            "compute one of them from measures alone",
            tuple(Place(other, f"{other.id} is part of the circle", ("formula",)) for other in others),
        )


RULE = Rule(
    code="KPI05",
    name="wrong-formula",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
    options={"functions": Option([], "further functions that formulas may call")},
)
