"""ltcarch site serve: the site while somebody edits the architecture."""

import os
from pathlib import Path
from typing import Annotated

import typer


def serve(
    project: Annotated[Path | None, typer.Argument(help="The project.", show_default="here")] = None,
    port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, metavar="PORT", help="The port on this machine.", show_default="8000, or next"),
    ] = None,
    lang: Annotated[str | None, typer.Option(help="One language only.", show_default="all of the project")] = None,
    opens: Annotated[bool, typer.Option("--open", help="Open the first page in the browser.")] = False,
) -> None:
    """Show the site on this machine, and every change as soon as a file is saved.

    A file that cannot be read shows what is wrong with it instead of pages. No other machine can reach the server.

    Example: ltcarch site serve --open
    """
    from ltcarch.cli.choices import chosen_language
    from ltcarch.cli.moments import need_watcher
    from ltcarch.cli.projects import project_folder
    from ltcarch.cli.serving import Found, Serving, first_free_server
    from ltcarch.cli.terminal import stop
    from ltcarch.cli.told import told
    from ltcarch.layout.graphviz_engine import SETTING, find_engine
    from ltcarch.loading import Loaded, load
    from ltcarch.loading.templates import read_templates
    from ltcarch.publish.preview import Preview
    from ltcarch.publish.site import Commission, has_builder, workshop
    from ltcarch.writing.cache import cache_folder

    if not has_builder():
        stop("the package zensical, which builds the site, is not installed", "pip install 'ltcarch[site]'")
    need_watcher("site serve", "site")
    folder = project_folder(project)
    architecture = load(folder).architecture
    languages = (chosen_language(architecture, lang),) if lang else architecture.project.languages

    def commission(loaded: Loaded, found: Found) -> Commission:
        return Commission(
            loaded.architecture,
            languages,
            find_engine(os.environ.get(SETTING)),
            findings=told(found),
            templates=read_templates(folder),
            cache=cache_folder(),
        )

    with workshop(folder) as place:
        preview = Preview(place, languages)
        serving = Serving(folder, preview, commission)
        serving.run(first_free_server(preview, port, serving.findings), opens_browser=opens)
