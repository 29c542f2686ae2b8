"""ltcarch rules, ltcarch rule CODE: what is checked, and why."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ltcarch.model import Architecture
    from ltcarch.rules.rule import Rule


def rules(
    project: Annotated[
        Path | None, typer.Argument(help="A project, to see the severities that it sets and rules of its own.")
    ] = None,
) -> None:
    """List every rule with its severity in each profile.

    Example: ltcarch rules
    """
    from rich.console import Console
    from rich.table import Table

    from ltcarch.engine import rules_of
    from ltcarch.model.project import PROFILES
    from ltcarch.report.columns import shown
    from ltcarch.rules import RULES
    from ltcarch.rules.rule import ASKED_FOR_BY

    architecture = _architecture(project) if project else None
    settings = architecture.project.rules if architecture else {}
    listed = rules_of(architecture) if architecture else RULES
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("Code", *PROFILES, *(("this project",) if project else ()), "Asked for by", "Mended by", "Demand"):
        table.add_column(heading, no_wrap=heading != "Demand")
    for one in listed:
        severities = [one.severity_in(profile) for profile in PROFILES]
        said = settings[one.code].severity or "" if one.code in settings else ""
        asked = " ".join(ASKED_FOR_BY[need] for need in sorted(one.needs))
        row = [severity.value if severity else "-" for severity in severities]
        mended = "--fix" if one.mending else ""
        table.add_row(one.code, *row, *((said,) if project else ()), asked, mended, shown(one.statement))
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False, markup=False, emoji=False)
    console.print(table)
    console.print(
        f"{len(listed)} rules. `ltcarch rule CODE` explains one; ltcarch.yaml sets severities under `rules:`."
    )


def _architecture(path: Path | None) -> "Architecture":
    from ltcarch.cli.projects import project_folder
    from ltcarch.loading import load

    return load(project_folder(path)).architecture


def rule(
    code: Annotated[str, typer.Argument(help="The code or name of a rule, such as OWN05.")],
    project: Annotated[
        Path | None, typer.Option("--project", "-p", help="The project with a rule of its own.", show_default="here")
    ] = None,
) -> None:
    """Explain one rule: what it demands, why, a bad and a good example, how to set and to waive it.

    Example: ltcarch rule OWN05
    """
    from ltcarch.cli.terminal import paint_for, stop
    from ltcarch.model.suggestions import did_you_mean
    from ltcarch.report.columns import shown
    from ltcarch.rules import RULES
    from ltcarch.rules.page import rule_page

    by_code = _by_code(RULES)
    wanted = code.upper()
    if wanted not in by_code:
        by_code |= _by_code(_own_rules(project))
    wanted = wanted if wanted in by_code else wanted.replace("-", "")
    if wanted not in by_code:
        stop(f"there is no rule `{code}`", did_you_mean(wanted, by_code) or "`ltcarch rules` lists them")
    paint = paint_for(sys.stdout)
    for line in map(shown, rule_page(by_code[wanted]).splitlines()):
        if line.startswith("#"):
            line = paint(line.lstrip("# "), "strong")
        elif line.startswith("```"):
            continue
        print(line)


def _by_code(rules: "Iterable[Rule]") -> "dict[str, Rule]":
    """Rules by code and by name, in capitals."""
    return {one.name.upper(): one for one in rules} | {one.code: one for one in rules}


def _own_rules(project: Path | None) -> "tuple[Rule, ...]":
    """The rules of a project's own; of the one here, if there is one, where none is named."""
    from ltcarch.loading.files import find_project
    from ltcarch.rules.company import company_rules

    if project is None and find_project(Path()) is None:
        return ()
    return company_rules(_architecture(project).project)
