"""ltcarch rules, ltcarch rule CODE: what is checked, and why."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def rules(
    project: Annotated[Path | None, typer.Argument(help="A project, to see the severities that it sets.")] = None,
) -> None:
    """List every rule with its severity in each profile.

    Example: ltcarch rules
    """
    from rich.console import Console
    from rich.table import Table

    from ltcarch.rules import RULES
    from ltcarch.rules.rule import ASKED_FOR_BY, PROFILES

    settings = _settings(project)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("Code", *PROFILES, *(("this project",) if project else ()), "Asked for by", "Demand"):
        table.add_column(heading, no_wrap=heading != "Demand")
    for one in RULES:
        severities = [one.severity_in(profile) for profile in PROFILES]
        said = settings[one.code].severity or "" if one.code in settings else ""
        asked = " ".join(ASKED_FOR_BY[need] for need in sorted(one.needs))
        row = [severity.value if severity else "-" for severity in severities]
        table.add_row(one.code, *row, *((said,) if project else ()), asked, one.statement)
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    console.print(table)
    console.print(f"{len(RULES)} rules. `ltcarch rule CODE` explains one; ltcarch.yaml sets severities under `rules:`.")


def _settings(project: Path | None) -> dict:
    if project is None:
        return {}
    from ltcarch.cli.projects import project_folder
    from ltcarch.loading import load

    return load(project_folder(project)).architecture.project.rules


def rule(code: Annotated[str, typer.Argument(help="The code of a rule, such as OWN05.")]) -> None:
    """Explain one rule: what it demands, why, a bad and a good example, how to set and to waive it.

    Example: ltcarch rule OWN05
    """
    from ltcarch.cli.terminal import paint_for, stop
    from ltcarch.model.suggestions import did_you_mean
    from ltcarch.rules import RULES
    from ltcarch.rules.page import rule_page

    by_code = {one.code: one for one in RULES} | {one.name.upper(): one for one in RULES}
    wanted = code.upper().replace("-", "") if code.upper() not in by_code else code.upper()
    if wanted not in by_code:
        stop(f"there is no rule `{code}`", did_you_mean(wanted, by_code) or "`ltcarch rules` lists them")
    paint = paint_for(sys.stdout)
    for line in rule_page(by_code[wanted]).splitlines():
        if line.startswith("#"):
            line = paint(line.lstrip("# "), "strong")
        elif line.startswith("```"):
            continue
        print(line)
