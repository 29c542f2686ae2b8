"""ltcarch handbook: the process handbook as Markdown."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ltcarch.writing import Written


def handbook(
    project: Annotated[Path | None, typer.Argument(help="The project.", show_default="here")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write into.")] = Path("handbook"),
    lang: Annotated[str | None, typer.Option(help="One language only.", show_default="all of the project")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Tell what changed since a branch, tag or commit of git.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds other files.")] = False,
) -> None:
    """Write the process handbook as Markdown: a page for each process, role, artifact and so on, with indexes.

    Example: ltcarch handbook -o build/handbook

    \b
    ltcarch handbook -o build/handbook --lang zh     one language
    ltcarch handbook --since v1.0                    with what changed since then
    """
    from ltcarch.cli import told
    from ltcarch.cli.choices import chosen_language
    from ltcarch.cli.projects import open_project, project_folder
    from ltcarch.cli.terminal import say, stop
    from ltcarch.layout.graphviz_engine import SETTING, EngineFault, find_engine
    from ltcarch.publish.handbook import handbook_files
    from ltcarch.writing import ForeignFiles, WritingFault, write_tree

    loaded = open_project(project)
    architecture = loaded.architecture
    languages = (chosen_language(architecture, lang),) if lang else architecture.project.languages
    write = partial(
        handbook_files,
        architecture,
        languages,
        findings=told.findings(loaded),
        since=told.since(project_folder(project), since),
    )
    try:
        files = write(engine=find_engine(os.environ.get(SETTING)))
    except EngineFault as fault:
        say(f"note: without the interface map, since {fault}")
        files = write()
    try:
        done = write_tree(output, files, force=force)
    except ForeignFiles as fault:
        stop(str(fault), "name another folder with `-o`, or `--force` to write there nevertheless")
    except WritingFault as fault:
        stop(str(fault), "the former handbook, if any, is unchanged")
    pages = sum(name.endswith(".md") for name in files)
    print(f"Wrote {pages} pages in {' and '.join(languages)} to {output} ({_what_changed(done)}).")
    for name in done.kept:
        print(f"Kept {output / name}: it is no longer part of the handbook, but somebody changed it.")
    print("Next:")
    print(f"  read {output / 'README.md'}, or put the folder into git: its web view shows pages, links and pictures")


def _what_changed(done: "Written") -> str:
    """How many files were written, left as they were, and deleted."""
    parts = (("written", done.written), ("unchanged", done.unchanged), ("deleted", done.deleted))
    return ", ".join(f"{len(names)} file{'s'[: len(names) != 1]} {what}" for what, names in parts if names)
