"""ltcarch validate: check an architecture."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ltcarch.engine import Report
    from ltcarch.loading import Loaded
    from ltcarch.report.findings import Findings


class Profile(StrEnum):
    """How much is asked."""

    DRAFT = "draft"
    STANDARD = "standard"
    STRICT = "strict"


class FailOn(StrEnum):
    """The least severity that makes the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def validate(
    path: Annotated[
        Path | None, typer.Argument(help="A project, or a folder or file in one.", show_default="here")
    ] = None,
    profile: Annotated[Profile | None, typer.Option(help="How much is asked; else as ltcarch.yaml says.")] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            show_default="text",
            help="What the terminal shows: text, concise, json, sarif, junit, github, gitlab or summary.",
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", metavar="[FORMAT:]FILE", help="Write a file, too; may be given several times."),
    ] = None,
    summary: Annotated[bool, typer.Option("--summary", help="Count by rule, owner and process, too.")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="The least severity that gives exit status 1.")] = FailOn.ERROR,
    max_findings: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="The terminal lists so many at most, the gravest; all count.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Compare with a branch, tag or commit of git, as some rules need.")
    ] = None,
    with_dates: Annotated[bool, typer.Option("--with-dates", help="Check dates against today's, too.")] = False,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Check dates against this day's.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only these: code, family or name; several with commas or again."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULE", help="All but these, named likewise.")] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Known findings, which do not count; else ltcarch-baseline.yaml, if there."),
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Count known findings like new ones.")] = False,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write all that is found now as the baseline, and stop.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what has one safe answer, then tell what is left.")] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Show what --fix would change, and change nothing; exit status 1 if it would."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again after each save; show what is new and what is gone.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check anew, even if the same run was made before.")
    ] = False,
) -> None:
    """Check an architecture: its files, references and rules.

    Exit status: 0 clean, 1 findings, 2 wrong use, 3 a fault of ltcarch.

    Example: ltcarch validate architecture/ltc --profile strict

    \b
    ltcarch validate -o findings.sarif -o junit.xml     text here, SARIF and JUnit in files
    ltcarch validate -o gitlab:report.json              the format before the name
    ltcarch validate -f text -f github                  text and GitHub annotations
    ltcarch validate -f summary                         the counts alone
    ltcarch validate --write-baseline                   from now on, only new findings fail
    ltcarch validate --select OWN,FLW01 --ignore OWN09  some rules
    ltcarch validate --diff                             what --fix would mend; git apply understands it
    ltcarch validate --watch                            again after each save, until Ctrl-C
    """
    from ltcarch.cli.contradictions import refuse_contradictions
    from ltcarch.cli.known_runs import KnownRuns
    from ltcarch.cli.outputs import chosen_outputs, write_outputs
    from ltcarch.cli.projects import project_folder
    from ltcarch.cli.terminal import CLEAN, FINDINGS
    from ltcarch.cli.where import inside
    from ltcarch.report.formats import FORMATS

    outputs = chosen_outputs(format_ or (), output or (), summary=summary)
    other_than_text = outputs.formats != (FORMATS["text"],)
    refuse_contradictions(
        fix=fix,
        diff=diff,
        watch=watch,
        write_baseline=write_baseline,
        has_format=other_than_text if watch else bool(format_ or output or summary),
        has_selection=bool(select or ignore),
        names_baseline=baseline is not None,
        no_baseline=no_baseline,
    )
    folder = project_folder(path)
    day = today.date() if today else date.today() if with_dates else None
    asked = (inside(folder, path), profile and profile.value, day, tuple(select or ()), tuple(ignore or ()))
    runs = None
    if not (no_cache or fix or diff or watch or write_baseline or since is not None):
        tells = (fail_on.value, *((own.needs_rules, own.needs_subjects) for own in outputs.formats))
        runs = KnownRuns(folder, baseline, (*asked, no_baseline, tells))
    findings = runs.recall() if runs else None
    if findings:
        write_outputs(findings, outputs, max_findings)
        raise typer.Exit(FINDINGS if findings.has_failures else CLEAN)

    from ltcarch.cli.baseline import chosen_baseline, save_baseline, tell_mended
    from ltcarch.cli.checking import Checking
    from ltcarch.cli.findings import gather
    from ltcarch.cli.projects import project_before
    from ltcarch.cli.terminal import OWN_FAULT
    from ltcarch.diagnostics import Severity
    from ltcarch.diagnostics.baseline import Baseline
    from ltcarch.loading.memory import Memory

    checking = Checking(
        folder,
        *asked,
        before=project_before(folder, since) if since is not None else None,
        baseline=lambda: Baseline() if no_baseline or write_baseline else chosen_baseline(folder, baseline),
        memory=Memory(runs, is_for_one_run=not (watch or fix or diff)),
        silent=runs.silent if runs else lambda _: frozenset(),
    )

    def gathered(loaded: "Loaded", report: "Report") -> "Findings":
        wanted = checking.of_wanted_files(report)
        return gather(wanted, loaded.architecture, folder, Severity(fail_on.value), outputs.formats)

    if watch:
        from ltcarch.cli.watch import Checked, keep_checking

        def check() -> Checked:
            loaded, report = checking.run()
            return Checked(gathered(loaded, report), loaded.architecture.project.sources)

        keep_checking(folder, check, max_findings)
    if write_baseline:
        loaded, report = checking.run()
        if not report.failed_rules:
            save_baseline(report, folder, baseline, loaded.architecture.project)
        raise typer.Exit(OWN_FAULT if report.failed_rules else CLEAN)
    if fix or diff:
        from ltcarch.cli.fixing import Mender

        if diff:
            raise typer.Exit(Mender(checking).show())
        loaded, report = Mender(checking).fix()
    else:
        loaded, report = checking.run(runs.files if runs else None)
    findings = gathered(loaded, report)
    write_outputs(findings, outputs, max_findings)
    tell_mended(report)
    if runs:
        runs.keep(findings, report, loaded)
    if report.failed_rules:
        raise typer.Exit(OWN_FAULT)
    raise typer.Exit(FINDINGS if findings.has_failures else CLEAN)
