"""ltcarch site: the handbook as a site."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ltcarch.cli.site_serve import serve

if TYPE_CHECKING:
    from ltcarch.publish.site import Commission

site = typer.Typer(
    name="site",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@site.callback()
def about() -> None:
    """Build the process handbook as a site of static pages, or show it while you edit.

    Example: ltcarch site serve --open
    """


@site.command()
def build(
    project: Annotated[Path | None, typer.Argument(help="The project.", show_default="here")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write into.")] = Path("site"),
    lang: Annotated[str | None, typer.Option(help="One language only.", show_default="all of the project")] = None,
    address: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where the site will stand; adds what search engines want to know."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Tell what changed since a branch, tag or commit of git.")
    ] = None,
    sources: Annotated[
        bool, typer.Option("--sources", help="Write the Markdown and mkdocs.yml that it is built from instead.")
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Use nothing that an earlier build left behind.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds other files.")] = False,
) -> None:
    """Build the site: a folder for each language, with search, diagrams to follow, and a start page.

    The pages load nothing from elsewhere and work below any address.

    Example: ltcarch site build -o public
    """
    from ltcarch.cli import told
    from ltcarch.cli.choices import chosen_language
    from ltcarch.cli.projects import open_project, project_folder
    from ltcarch.cli.putting import put_folder
    from ltcarch.cli.templates import own_templates
    from ltcarch.cli.terminal import stop, working
    from ltcarch.layout.graphviz_engine import SETTING, find_engine
    from ltcarch.publish.handbook.template_faults import TemplateFault
    from ltcarch.publish.site import BuildFault, Commission, has_builder, in_workshop, source_files
    from ltcarch.writing import WritingFault
    from ltcarch.writing.cache import cache_folder

    if not sources and not has_builder():
        stop("the package zensical, which builds the site, is not installed", "pip install 'ltcarch[site]'")
    loaded = open_project(project)
    architecture, folder = loaded.architecture, project_folder(project)
    languages = (chosen_language(architecture, lang),) if lang else architecture.project.languages
    wanted = Commission(
        architecture,
        tuple(languages),
        find_engine(os.environ.get(SETTING)),
        findings=tuple(told.findings(loaded)),
        since=told.since(folder, since),
        templates=own_templates(folder),
        address=address,
        cache=None if fresh else cache_folder(),
    )
    try:
        with working(f"Building the site in {' and '.join(languages)}"):
            if sources:
                files = _with_or_without_engine(source_files, wanted)
            else:
                files = in_workshop(folder, partial(_site, wanted), fresh=fresh)
    except (BuildFault, WritingFault) as fault:
        stop(str(fault), "; ".join(filter(None, (fault.advice, "nothing of the former site was changed"))))
    except TemplateFault as fault:
        stop(str(fault), fault.advice)
    changes = put_folder(output, files, "site", force=force)
    pages = sum(name.endswith(".md" if sources else ".html") for name in files)
    print(f"Wrote {pages:,} pages in {' and '.join(languages)} to {output} ({changes}).")
    print("Next:")
    if sources:
        print(f"  zensical build -f {output / languages[0] / 'mkdocs.yml'}")
    else:
        print(f"  python -m http.server -d {output}, then open http://localhost:8000/")


def _site(commission: "Commission", place: Path) -> dict[str, bytes]:
    from ltcarch.publish.site import site_files

    return _with_or_without_engine(partial(site_files, workshop=place), commission)


def _with_or_without_engine(
    make: "Callable[[Commission], dict[str, bytes]]", commission: "Commission"
) -> dict[str, bytes]:
    """The files; without the interface map, which is told, where Graphviz gives up."""
    from ltcarch.cli.terminal import say
    from ltcarch.layout.graphviz_engine import EngineFault

    try:
        return make(commission)
    except EngineFault as fault:
        say(f"note: without the interface map, since {fault}")
        return make(commission._replace(engine=None))


site.command()(serve)
