"""ltcarch handbook: the process handbook as Markdown."""

import os
from functools import partial
from pathlib import Path
from typing import Annotated

import typer


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
    from ltcarch.cli.folders import put_folder
    from ltcarch.cli.projects import open_project, project_folder
    from ltcarch.cli.terminal import say
    from ltcarch.layout.graphviz_engine import SETTING, EngineFault, find_engine
    from ltcarch.publish.handbook import handbook_files

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
    changes = put_folder(output, files, "handbook", force=force)
    pages = sum(name.endswith(".md") for name in files)
    print(f"Wrote {pages} pages in {' and '.join(languages)} to {output} ({changes}).")
    print("Next:")
    print(f"  read {output / 'README.md'}, or put the folder into git: its web view shows pages, links and pictures")
