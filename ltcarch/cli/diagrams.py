"""Diagrams into files, one or many."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from ltcarch.cli.putting import put_file, put_folder
from ltcarch.cli.terminal import stop
from ltcarch.layout.picture import Picture
from ltcarch.loading import Loaded
from ltcarch.model import Architecture, Element
from ltcarch.model.naming import natural_key
from ltcarch.model.suggestions import nearest
from ltcarch.publish.diagrams import Diagram, Wishes
from ltcarch.render import FORMATS, Finish, Format
from ltcarch.render.finish import Links

_MOST_NAMED = 12
_WITHOUT_SIZE = ("csv", "md")
"""The formats in which nothing of a picture's size is left."""


def chosen_subject(architecture: Architecture, diagram: Diagram, of: str | None) -> Element | None:
    """What a diagram shall be drawn of; stops the command with what fits where something else is named, or nothing."""
    fitting = {own.id: own for own in diagram.fits(architecture)} if diagram.fits else {}
    if of is None:
        if diagram.needs_subject:
            stop(f"a {diagram.name} needs an element: `ltcarch render {diagram.name} ELEMENT`", _fitting(fitting))
        return None
    if of in fitting:
        return fitting[of]
    element, near = architecture.get(of), nearest(of, fitting)
    if element is not None:
        stop(f"`{of}` is of kind {element.KIND}, with nothing to draw", _fitting(_below(architecture, of, fitting)))
    stop(f"there is no element `{of}`", f"did you mean `{near}`?" if near else _fitting(fitting))


def _below(architecture: Architecture, of: str, fitting: dict[str, Element]) -> dict[str, Element]:
    """What fits below an element, or all that fits if nothing does."""
    below = {own: one for own, one in fitting.items() if any(up.id == of for up in architecture.hierarchy.lineage(one))}
    return below or fitting


def _fitting(elements: Iterable[str]) -> str:
    ids = sorted(elements, key=natural_key)
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return f"these fit: {', '.join(ids[:_MOST_NAMED])}{more}" if ids else "the project has nothing that fits"


def count_findings(loaded: Loaded) -> Counter[str]:
    """How much the rules find, by the id of the element."""
    from ltcarch import engine

    return Counter(own.element for own in engine.run(loaded).diagnostics if own.element)


def links_to_site(architecture: Architecture, language: str, site: str) -> Links:
    """Where the shapes of pictures lead on a site; stops the command for an address that is none of a site."""
    from ltcarch.publish.links import links
    from ltcarch.publish.site.addresses import file_of
    from ltcarch.views.handbook.page import Place
    from ltcarch.views.handbook.places import places

    if urlsplit(site).scheme not in ("http", "https"):
        stop(f"`{site}` is no address of a site", "it begins with https:// or http://")

    def address(place: Place) -> str:
        page = f"{site.rstrip('/')}/{language}/{file_of(place.page)}"
        return f"{page}#{place.mark}" if place.mark else page

    return links(places(architecture), address)


def write_one(
    architecture: Architecture,
    diagram: Diagram,
    subject: Element | None,
    wishes: Wishes,
    form: Format,
    finish: Finish,
    output: str | None,
) -> None:
    """One diagram into a file, or to the standard output."""
    placed = diagram.draw(architecture, subject, wishes)
    if not placed.shapes:
        stop(diagram.nothing, "`ltcarch validate` tells what is wrong or missing in the project")
    if not form.fits(placed):
        stop(f"there is no {diagram.name} as {form.name}", f"it can be drawn as {_forms_for(placed)}")
    drawn = form.draw(placed, finish)
    if output == "-":
        sys.stdout.buffer.write(drawn)
        return
    named = file_name(diagram, subject)
    named += "" if wishes.language == architecture.project.language else f".{wishes.language}"
    named += form.endings[0]
    path = Path(output or named)
    path = path / named if path.is_dir() else path
    put_file(path, drawn, "name another file with `-o`")
    size = "" if form.name in _WITHOUT_SIZE else f" ({placed.width:.0f} × {placed.height:.0f})"
    print(f"Wrote {path}{size}: {placed.title} – {placed.subtitle}.")
    print("Next:")
    print(f"  {form.next_step.format(path=path)}")


def write_each(
    architecture: Architecture,
    diagrams: tuple[Diagram, ...],
    wishes: Wishes,
    form: Format,
    finish: Finish,
    folder: Path,
    *,
    force: bool,
) -> None:
    """All diagrams of some kinds into a folder, with a progress bar on a terminal."""
    wanted = [(diagram, subject) for diagram in diagrams for subject in diagram.subjects(architecture)]
    files: dict[str, bytes] = {}
    for diagram, subject in _with_progress(wanted):
        placed: Picture = diagram.draw(architecture, subject, wishes)
        if placed.shapes and form.fits(placed):
            files[f"{file_name(diagram, subject)}{form.endings[0]}"] = form.draw(placed, finish)
    if not files:
        stop(f"there is nothing to draw as {form.name}", "`ltcarch validate` tells what is wrong with the project")
    put_folder(folder, files, "set of pictures", force=force)
    print(f"Wrote {len(files)} pictures to {folder}.")
    print("Next:")
    print(f"  {form.next_step.format(path=folder / next(iter(files)))}")


def _forms_for(picture: Picture) -> str:
    names = [own.name for own in FORMATS.values() if own.fits(picture)]
    return f"{', '.join(names[:-1])} or {names[-1]}"


def file_name(diagram: Diagram, subject: Element | None) -> str:
    """The name of a diagram's file, without its ending."""
    return f"{diagram.name}-{subject.id}" if subject else diagram.name


def _with_progress(wanted: list[tuple[Diagram, Element | None]]) -> Iterable[tuple[Diagram, Element | None]]:
    if not sys.stderr.isatty() or len(wanted) < 2:
        return wanted
    from rich.console import Console
    from rich.progress import track

    return track(wanted, "Drawing", console=Console(stderr=True), transient=True)
