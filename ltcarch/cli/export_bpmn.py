"""ltcarch export bpmn: processes for modelling tools."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from ltcarch.model import Architecture, Element

NEXT_STEP = "Next:\n  open {path} in a modelling tool for BPMN"


def bpmn(
    of: Annotated[
        str | None,
        typer.Argument(
            metavar="[PROCESS|PROJECT]", help="The process; the project if all are written.", show_default=False
        ),
    ] = None,
    project: Annotated[Path | None, typer.Option("--project", "-p", help="The project.", show_default="here")] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="The file or folder; - prints one process.", show_default="PROCESS.bpmn"),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All processes, into a folder.")] = False,
    lang: Annotated[str | None, typer.Option(help="The language of names.", show_default="the project's first")] = None,
    artifacts: Annotated[
        bool, typer.Option("--artifacts", help="Show what activities take and make as data objects.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds other files.")] = False,
) -> None:
    """Write processes as BPMN 2.0, with their diagrams.

    Roles are lanes in the order of our own pictures, parties outside are pools. All that ltcarch knows of a process is
    kept in the file, in every language, where modelling tools leave it alone.

    Example: ltcarch export bpmn LTC.2.7 --lang zh

    \b
    ltcarch export bpmn LTC.2.7 --artifacts -o contract.bpmn   with data objects
    ltcarch export bpmn --all -o bpmn                          every process
    """
    from ltcarch.cli.choices import chosen_language
    from ltcarch.cli.diagrams import chosen_subject
    from ltcarch.cli.projects import open_project
    from ltcarch.cli.terminal import stop
    from ltcarch.interchange.bpmn.writing import bpmn_document
    from ltcarch.interchange.records import records_of
    from ltcarch.publish.diagrams import DIAGRAMS

    if of is not None and (every or (Path(of) / "ltcarch.yaml").exists()):
        project, of = project or Path(of), None
    architecture = open_project(project).architecture
    language = chosen_language(architecture, lang)
    records = records_of(architecture)

    def written(process: "Element") -> bytes:
        return bpmn_document(architecture, process, language, with_artifacts=artifacts, records=records)  # type: ignore[arg-type]

    diagram = DIAGRAMS["swimlane"]
    if every:
        _write_each(diagram.subjects(architecture), written, Path(output or "bpmn"), force=force)
        return
    if of is None:
        stop("name a process: `ltcarch export bpmn PROCESS`", "`ltcarch tree` lists them, `--all` writes each")
    process = chosen_subject(architecture, diagram, of)
    assert process is not None
    _write_one(architecture, process, language, written(process), output)


def _write_one(
    architecture: "Architecture", process: "Element", language: str, document: bytes, output: str | None
) -> None:
    """One process into a file, or to the standard output."""
    from ltcarch.cli.exporting import write_export

    name = process.id + ("" if language == architecture.project.language else f".{language}") + ".bpmn"
    if output is not None and Path(output).is_dir():
        name = str(Path(output) / name)
        output = None
    write_export(output or name, document, process.label(language))
    if output != "-":
        print(NEXT_STEP.format(path=output or name))


def _write_each(
    processes: "tuple[Element | None, ...]", written: "Callable[[Element], bytes]", folder: Path, *, force: bool
) -> None:
    """Each process into a file of a folder."""
    from ltcarch.cli.putting import put_folder
    from ltcarch.cli.terminal import stop

    files = {f"{own.id}.bpmn": written(own) for own in processes if own is not None}
    if not files:
        stop("no process has activities", "`ltcarch validate` tells what is wrong with the project")
    changes = put_folder(folder, files, "BPMN files", force=force)
    print(f"Wrote {len(files)} process{'es'[: 2 * (len(files) != 1)]} to {folder} ({changes}).")
    print(NEXT_STEP.format(path=folder / next(iter(files))))
