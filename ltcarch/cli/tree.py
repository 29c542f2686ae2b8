"""ltcarch tree: the hierarchy in the terminal."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def tree(
    element: Annotated[str | None, typer.Argument(help="Where to begin; the whole company if left out.")] = None,
    project: Annotated[Path | None, typer.Option("--project", "-p", help="The project.", show_default="here")] = None,
    depth: Annotated[int | None, typer.Option("--depth", "-d", min=1, help="How many levels to show.")] = None,
    lang: Annotated[str | None, typer.Option(help="The language of names.", show_default="the project's first")] = None,
) -> None:
    """Print the hierarchy of an architecture, or of one element in it.

    Example: ltcarch tree LTC.2 --depth 1
    """
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    from ltcarch.cli.choices import chosen_element, chosen_language
    from ltcarch.cli.projects import open_project
    from ltcarch.model import Element

    architecture = open_project(project).architecture
    language = chosen_language(architecture, lang)
    root = chosen_element(architecture, element, "company", *_HIERARCHY) if element else architecture.company

    def branch(of: Element, to: Tree, left: int | None) -> None:
        if left == 0:
            return
        children = architecture.hierarchy.roots if of is architecture.company else architecture.hierarchy.children(of)
        for child in children:
            branch(child, to.add(label(child)), None if left is None else left - 1)

    def label(of: Element) -> Text:
        return Text.assemble((of.id, "bold"), "  ", of.label(language))

    shown = Tree(label(root), guide_style="dim")
    branch(root, shown, depth)
    Console(width=None if sys.stdout.isatty() else 200, highlight=False, soft_wrap=True).print(shown)


_HIERARCHY = ("classification", "group", "process", "subprocess", "activity", "task")
