"""ltcarch render: pictures of the architecture."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Kind(StrEnum):
    """The pictures that can be drawn."""

    HOUSE = "house"
    MAP = "map"
    TREE = "tree"
    INTERFACES = "interfaces"
    HEAT = "heat"
    CHAIN = "chain"
    CONTEXT = "context"
    SEQUENCE = "sequence"
    SWIMLANE = "swimlane"
    LIFE = "life"
    KPIS = "kpis"
    ROADMAP = "roadmap"
    RACI = "raci"
    SIPOC = "sipoc"
    AUTHORITY = "authority"
    INTERFACE_MATRIX = "interface-matrix"
    INTERFACE_LIST = "interface-list"
    UNITS = "units"
    SYSTEMS = "systems"
    RISK_CONTROL = "risk-control"
    SEGREGATION = "segregation"
    GOALS = "goals"
    ROLE = "role"
    SCENARIOS = "scenarios"
    GROUPINGS = "groupings"
    ALL = "all"


class Format(StrEnum):
    """The formats that they can be drawn in."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"
    MERMAID = "mermaid"
    DRAWIO = "drawio"
    CSV = "csv"
    MARKDOWN = "md"


class Page(StrEnum):
    """The sizes of paper."""

    A4 = "A4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"
    FIT = "fit"


class Colours(StrEnum):
    """The colours; auto leaves them to the screen of the reader, where the format can."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


def render(
    picture: Annotated[
        Kind,
        typer.Argument(
            help="What to draw, of the kinds above.",
            metavar="PICTURE",
        ),
    ],
    of: Annotated[
        str | None,
        typer.Argument(
            metavar="[ELEMENT|PROJECT]",
            help="What to draw: a process for swimlane, any element of the hierarchy for tree; else the project.",
            show_default=False,
        ),
    ] = None,
    project: Annotated[Path | None, typer.Option("--project", "-p", help="The project.", show_default="here")] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="The file or folder; - prints one picture.", show_default="house.svg, ..."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All pictures of the kind, into a folder.")] = False,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="The format.", show_default="as the file's name ends")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="The language of names.", show_default="the project's first")] = None,
    depth: Annotated[
        int, typer.Option("--depth", "-d", min=1, max=6, help="How many levels below the first a tree shows.")
    ] = 2,
    by: Annotated[
        str | None, typer.Option(help="The axis whose values are the bands; what a heat map shows.", show_default=False)
    ] = None,
    artifacts: Annotated[
        bool, typer.Option("--artifacts", help="Show in swimlanes what activities take and make.")
    ] = False,
    theme: Annotated[
        Colours, typer.Option(help="The colours of SVG, PNG and PDF; auto: as the reader's screen prefers, else light.")
    ] = Colours.AUTO,
    scale: Annotated[
        float, typer.Option(min=0.1, max=8, help="How many pixels of a PNG stand for one of the screen.")
    ] = 2,
    page: Annotated[
        Page,
        typer.Option(
            case_sensitive=False,
            help="The paper of a PDF, turned as fits; what would be too small to read goes on several sheets. "
            "fit: one sheet as large as the picture.",
        ),
    ] = Page.FIT,
    site: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where the site of the project stands: shapes of an SVG lead to its pages."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds other files.")] = False,
) -> None:
    """Draw pictures of the architecture.

    \b
    house        all L1 processes in their classes, with their L2
    map          all L1 processes, each with its L2 in a row
    tree         the hierarchy below an element, or of the company
    interfaces   what L1 processes give to one another
    heat         the house by --by findings, maturity, stage or controls
    chain        an L1 process, and what its groups exchange with the others
    context      who gives to a process, and who takes from it
    sequence     in which order the processes of an L1 or L2 run
    swimlane     the activities of a process, a lane for each role
    life         the states of an artifact, and what moves it
    kpis         which KPI drives which
    roadmap      the steps of a change
    all          all of these and of the tables, into a folder

    Tables, also as CSV and Markdown:

    \b
    raci               which part each role plays in the activities of a process
    sipoc              suppliers, inputs, process, outputs and customers of a process
    authority          who may decide what, up to which amount
    interface-matrix   what each L1 process gives to each other one
    interface-list     every interface of L1 processes, with all that was agreed
    units              which organisation units take part in which processes
    systems            which IT systems carry which processes
    risk-control       each risk, with the controls against it
    segregation        duties that are kept apart, and who holds them
    goals              which processes serve which goals
    role               what one role does everywhere
    scenarios          the sub-processes for the scenarios of a process side by side
    groupings          the different ways to cut the same processes

    Interface maps are placed by the Graphviz that is installed with ltcarch; set LTCARCH_DOT=dot for the system's own.

    Example: ltcarch render swimlane LTC.2.7 --lang zh

    \b
    ltcarch render tree LTC.2 --depth 1            the hierarchy below an element
    ltcarch render swimlane --all -o diagrams      a swimlane of each process
    ltcarch render raci LTC.2.7 -o raci.csv        a table for a spreadsheet
    ltcarch render all -o diagrams                 every picture that there is
    ltcarch render house --site https://handbook.example   with links to the pages of the site
    """
    from ltcarch.cli.choices import chosen_language
    from ltcarch.cli.diagrams import chosen_subject, count_findings, links_to_site, write_each, write_one
    from ltcarch.cli.projects import open_project
    from ltcarch.cli.terminal import stop
    from ltcarch.layout.graphviz_engine import SETTING, EngineFault, find_engine
    from ltcarch.publish.diagrams import DIAGRAMS, Wishes
    from ltcarch.render import FONTS_SETTING, FORMATS, Finish, FinishFault, Theme, format_of
    from ltcarch.views.heat_map import MEASURES

    many = every or picture is Kind.ALL
    takes_element = not many and DIAGRAMS[picture].fits is not None
    if of is not None and (not takes_element or (Path(of) / "ltcarch.yaml").exists()):
        project, of = project or Path(of), None
    loaded = open_project(project)
    architecture = loaded.architecture
    if picture is Kind.HEAT and by is not None and by not in MEASURES:
        stop(f"there is no heat map by `{by}`", f"there is one by {', '.join(MEASURES)}")
    if picture is not Kind.HEAT and by is not None and by not in architecture.project.axes:
        stop(f"the project has no axis `{by}`", f"its axes: {', '.join(architecture.project.axes) or 'none'}")
    chosen = FORMATS[form] if form else format_of(output or "") or FORMATS["svg"]
    if page is not Page.FIT and chosen.name != "pdf":
        stop("only PDF has pages", "leave `--page` away, or write a PDF: `-o x.pdf`")
    language = chosen_language(architecture, lang)
    if site is not None and chosen.name != "svg":
        stop("only SVG has links to a site", "leave `--site` away, or write SVG: `-o x.svg`")
    finish = Finish(
        Theme(theme),
        scale,
        None if page is Page.FIT else page,
        fonts=os.environ.get(FONTS_SETTING),
        links=links_to_site(architecture, language, site) if site is not None else None,
    )
    wishes = Wishes(
        language=language,
        engine=lambda: find_engine(os.environ.get(SETTING)),
        depth=depth,
        axis=by,
        measure=by if picture is Kind.HEAT and by else "findings",
        findings=lambda: count_findings(loaded),
        with_artifacts=artifacts,
    )
    try:
        if many:
            diagrams = tuple(DIAGRAMS.values()) if picture is Kind.ALL else (DIAGRAMS[picture],)
            write_each(architecture, diagrams, wishes, chosen, finish, Path(output or "diagrams"), force=force)
        else:
            diagram = DIAGRAMS[picture]
            subject = chosen_subject(architecture, diagram, of)
            write_one(architecture, diagram, subject, wishes, chosen, finish, output)
    except EngineFault as fault:
        stop(str(fault))
    except FinishFault as fault:
        stop(str(fault), fault.advice)
    sys.stdout.flush()
