"""ltcarch validate: check an architecture."""

import sys
from collections import Counter
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"


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
    format_: Annotated[Format, typer.Option("--format", "-f", help="How findings are written.")] = Format.TEXT,
    fail_on: Annotated[FailOn, typer.Option(help="The least severity that gives exit status 1.")] = FailOn.ERROR,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Compare with a branch, tag or commit of git, as some rules need.")
    ] = None,
    with_dates: Annotated[bool, typer.Option("--with-dates", help="Check dates against today's, too.")] = False,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Check dates against this day's.")
    ] = None,
) -> None:
    """Check an architecture: its files, references and rules.

    Exit status: 0 clean, 1 findings, 2 wrong use, 3 a fault of ltcarch.

    Example: ltcarch validate architecture/ltc --profile strict
    """
    from ltcarch import engine
    from ltcarch.cli.projects import project_before, project_folder, shown_path
    from ltcarch.cli.terminal import CLEAN, FINDINGS, OWN_FAULT, columns_of, paint_for
    from ltcarch.diagnostics import Severity
    from ltcarch.loading import load
    from ltcarch.report.json import json_report
    from ltcarch.report.text import text_report
    from ltcarch.version import __version__

    folder = project_folder(path)
    report = engine.run(
        load(folder),
        profile=profile.value if profile else None,
        today=today.date() if today else date.today() if with_dates else None,
        before=project_before(folder, since) if since is not None else None,
    )
    below = _inside(folder, path)
    found = [one for one in report.diagnostics if one.location is None or one.location.source.path.startswith(below)]
    if format_ is Format.JSON:
        sys.stdout.write(
            json_report(
                found,
                profile=report.profile,
                files=report.files,
                elements=report.elements,
                waived=len(report.waived),
                version=__version__,
            )
        )
    else:
        paint = paint_for(sys.stdout)
        lines = text_report(
            found,
            closing=lambda counts: _closing(counts, report, found, paint),
            paint=paint,
            columns=columns_of(sys.stdout),
            path=lambda name: shown_path(folder, name),
        )
        sys.stdout.writelines(f"{line}\n" for line in lines)
    if report.failed_rules:
        raise typer.Exit(OWN_FAULT)
    least = Severity(fail_on.value).rank
    raise typer.Exit(FINDINGS if any(one.severity.rank >= least for one in found) else CLEAN)


def _inside(folder: Path, path: Path | None) -> str:
    """What the paths of wanted findings begin with: all for a project, else the folder or file that was named."""
    if path is None:
        path = Path()
    relative = path.resolve().relative_to(folder).as_posix()
    if relative == ".":
        return ""
    return relative if path.is_file() else relative + "/"


def _closing(counts: Counter, report, found, paint) -> str:
    from ltcarch.report.text import counted

    checked = f"{_count(report.elements, 'element')} in {_count(report.files, 'file')}, profile {report.profile}"
    waived = f"; {len(report.waived)} waived" if report.waived else ""
    if not found:
        return f"{paint('clean:', 'help')} {checked}{waived}"
    example = Counter(one.code for one in found).most_common(1)[0][0]
    return f"{paint(counted(counts), 'strong')} among {checked}{waived}. `ltcarch rule {example}` explains a finding."


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
