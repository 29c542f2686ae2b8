"""ltcarch handbook: the process handbook as Markdown pages, or in one file for Word, as PDF or as Markdown."""

import os
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """The formats of one file."""

    MARKDOWN = "md"
    WORD = "docx"
    PDF = "pdf"


def handbook(
    project: Annotated[Path | None, typer.Argument(help="The project.", show_default="here")] = None,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="ELEMENT",
            help="One file about a process element with all below it, a role with its work, or any other element.",
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="One file of this format.", show_default="as the file's name ends"),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The folder, or the file.", show_default="handbook")
    ] = None,
    lang: Annotated[
        str | None, typer.Option(help="One language only.", show_default="all; one file: the project's first")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Tell what changed since a branch, tag or commit of git.")
    ] = None,
    copy_template: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only copy a template of ltcarch into the project, to change it there."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds other files.")] = False,
) -> None:
    """Write the process handbook as Markdown: a page for each process, role, artifact and so on, with indexes.

    With --of or --format, or a file as output, it becomes one controlled document with cover and contents.

    Example: ltcarch handbook -o build/handbook

    \b
    ltcarch handbook -o build/handbook --lang zh     one language
    ltcarch handbook --since v1.0                    with what changed since then
    ltcarch handbook --of LTC.2.7 -o review.docx     one process as a Word document
    ltcarch handbook --of account_manager -f pdf     one role as PDF
    """
    from ltcarch.cli import told
    from ltcarch.cli.choices import chosen_language
    from ltcarch.cli.documents import Order, is_document, write_document
    from ltcarch.cli.projects import open_project, project_folder
    from ltcarch.cli.putting import put_folder
    from ltcarch.cli.templates import copy_template as copy
    from ltcarch.cli.templates import own_templates
    from ltcarch.cli.terminal import say, stop
    from ltcarch.layout.graphviz_engine import SETTING, EngineFault, find_engine
    from ltcarch.publish.handbook import handbook_files
    from ltcarch.publish.handbook.template_faults import TemplateFault
    from ltcarch.views.handbook import handbook as pages_of

    folder = project_folder(project)
    if copy_template:
        copy(folder, copy_template)
        return
    templates = own_templates(folder)
    loaded = open_project(project)
    architecture = loaded.architecture
    findings, before = told.findings(loaded), told.since(folder, since)
    order = Order(of, form, output)
    try:
        if is_document(order):
            language = chosen_language(architecture, lang)
            write_document(architecture, pages_of(architecture, language, findings, before), order, templates)
            return
        languages = (chosen_language(architecture, lang),) if lang else architecture.project.languages
        write = partial(handbook_files, architecture, languages, templates=templates, findings=findings, since=before)
        try:
            files = write(engine=find_engine(os.environ.get(SETTING)))
        except EngineFault as fault:
            say(f"note: without the interface map, since {fault}")
            files = write()
    except TemplateFault as fault:
        stop(str(fault), fault.advice)
    place = output or Path("handbook")
    changes = put_folder(place, files, "handbook", force=force)
    pages = sum(name.endswith(".md") for name in files)
    print(f"Wrote {pages} pages in {' and '.join(languages)} to {place} ({changes}).")
    print("Next:")
    print(f"  read {place / 'README.md'}, or put the folder into git: its web view shows pages, links and pictures")
