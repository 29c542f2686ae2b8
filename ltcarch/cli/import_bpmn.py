"""ltcarch import bpmn: processes from modelling tools."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ltcarch.interchange.bpmn.reading.imported import Imported, Wishes
    from ltcarch.interchange.records import Records

NEEDS, INSTALL = "BPMN files need lxml", "install it with `pip install 'ltcarch[bpmn]'`"


def bpmn(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of BPMN 2.0.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The folder of the new project.", show_default="the first file's name"),
    ] = None,
    into: Annotated[Path | None, typer.Option(help="Add to this project instead.", show_default=False)] = None,
    parent: Annotated[
        str | None, typer.Option(help="With --into: the element under which processes come.", show_default=False)
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Bring what was changed since into the project that has the processes.")
    ] = False,
    lang: Annotated[
        str | None, typer.Option(help="The language of names in files of other tools.", show_default="as they look")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; tell what each element becomes.")] = False,
    take: Annotated[
        list[str] | None,
        typer.Option(help="Whose version counts in a conflict: theirs, ours, or ID=theirs.", show_default=False),
    ] = None,
) -> None:
    """Take in processes from modelling tools, or take back those that ltcarch exported.

    Lanes become roles, tasks activities, gateways what activities say of their ways on. Each element that comes in
    otherwise, or not at all, is named with its line.

    Example: ltcarch import bpmn claims.bpmn --dry-run

    \b
    ltcarch import bpmn claims.bpmn -o claims                make a project
    ltcarch import bpmn claims.bpmn --into . --parent LTC.2  add to a project
    ltcarch import bpmn LTC.2.7.bpmn --into . --update       take back what was changed
    """
    from ltcarch.cli.terminal import stop

    if into and output:
        stop("`-o` makes a project and `--into` adds to one", "name one of them")
    if parent and not into:
        stop("`--parent` goes with `--into` only", "name the project with `--into`")
    if update and not into:
        into = Path()
    try:
        from ltcarch.interchange.bpmn.reading.imported import Wishes
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] != "lxml":
            raise
        stop(NEEDS, INSTALL)
    wishes = Wishes(tuple(files), lang, parent, is_update=update)
    if into:
        _into_project(into, wishes, dry_run=dry_run, take=tuple(take or ()))
    else:
        _new_project(output or Path(files[0].stem), wishes, dry_run=dry_run)


def _new_project(folder: Path, wishes: "Wishes", *, dry_run: bool) -> None:
    from ltcarch.cli.terminal import stop
    from ltcarch.cli.updating import write_new_project
    from ltcarch.loading.files import PROJECT_FILE
    from ltcarch.report.columns import shown

    if not dry_run and (folder / PROJECT_FILE).exists():
        stop(f"{folder / PROJECT_FILE} exists already", "name another folder with `-o`, or add to it with `--into`")
    found = _read(wishes, None)
    _tell(found, everything=dry_run)
    if dry_run:
        print("Nothing was written. Without `--dry-run` this becomes a project.")
        return
    paths = write_new_project(folder, found.theirs)
    print(shown(f"Made a project of {len(paths)} files in {folder.resolve()}."))
    print("Next:")
    print(shown(f"  ltcarch validate {folder}"))
    print(shown(f"  ltcarch tree {folder}"))


def _into_project(path: Path, wishes: "Wishes", *, dry_run: bool, take: tuple[str, ...]) -> None:
    from ltcarch.cli.projects import project_folder
    from ltcarch.cli.updating import update_project
    from ltcarch.interchange.records import records_of
    from ltcarch.loading import load

    folder = project_folder(path)
    found = _read(wishes, records_of(load(folder).architecture))
    _tell(found, everything=dry_run)
    update_project(folder, found.base, found.theirs, dry_run=dry_run, take=take)


def _read(wishes: "Wishes", project: "Records | None") -> "Imported":
    from ltcarch.cli.terminal import stop
    from ltcarch.interchange.bpmn.reading.imported import imported
    from ltcarch.interchange.bpmn.reading.source import NotReadable

    try:
        return imported(wishes, project)
    except NotReadable as fault:
        stop(str(fault), fault.help)


def _tell(found: "Imported", *, everything: bool) -> None:
    """What became of the elements: those that came in as they were only where all are asked for."""
    from ltcarch.interchange.bpmn.reading.telling import entry_lines, summary_line
    from ltcarch.report.columns import shown

    for line in (*entry_lines(found.entries, everything=everything), summary_line(found)):
        print(shown(line) if line else "")
