"""How the architecture is doing: what the rules find, what is open, and how far processes are covered."""

from collections.abc import Iterator

from ltcarch.model import Activity, Control, Process, Subprocess
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.findings import counts
from ltcarch.views.handbook.page import Cell, Place, Section, Span, cell, section, table
from ltcarch.views.handbook.places import OPEN_POINTS


def health(edition: Edition) -> Section | None:
    """A few figures, each with where it is told in full."""
    word = edition.word
    rows = (*_findings(edition), *_open_points(edition), *_coverage(edition))
    return section("health", word("Health"), table((word("What"), word("How many")), rows))


def _findings(edition: Edition) -> Iterator[tuple[Cell, Cell]]:
    if edition.findings is None:
        return
    place = Place(OPEN_POINTS, "findings") if edition.findings else None
    told = (
        Span(edition.word("{severity}: {count}", severity=edition.value("severity", own), count=count))
        for own, count in counts(edition).items()
    )
    name = Span(edition.word("Findings of the rules"), place)
    yield cell(name), cell(edition.joined_by(told, ", ") if edition.findings else edition.word("none"))


def _open_points(edition: Edition) -> Iterator[tuple[Cell, Cell]]:
    count = sum(len(own.unset) + len(own.waivers) for own in edition.architecture.elements.values())
    place = Place(OPEN_POINTS) if count else None
    yield cell(Span(edition.word("Open points"), place)), cell(f"{count:,}" if count else edition.word("none"))


def _coverage(edition: Edition) -> Iterator[tuple[Cell, Cell]]:
    """Of how many processes something is said that each of them needs."""
    processes = edition.architecture.all(Process)
    for name, covered in (
        ("Processes with an owner", _has_owner),
        ("Processes with activities", _has_activities),
        ("Processes with KPIs", _has_kpis),
        ("Processes with control points", _has_controls),
    ):
        count = sum(covered(edition, own) for own in processes)
        if processes:
            share = edition.word("{count} of {all} ({share} %)", count=f"{count:,}", all=f"{len(processes):,}",
                                 share=count * 100 // len(processes))  # fmt: skip
            yield cell(edition.word(name)), cell(share)


def _parts(edition: Edition, process: Process) -> Iterator[Process | Subprocess | Activity]:
    yield process
    for own in edition.architecture.hierarchy.descendants(process):
        if isinstance(own, (Subprocess, Activity)):
            yield own


def _has_owner(edition: Edition, process: Process) -> bool:
    return edition.architecture.responsibility.owner(process) is not None


def _has_activities(edition: Edition, process: Process) -> bool:
    return any(isinstance(own, Activity) for own in _parts(edition, process))


def _has_kpis(edition: Edition, process: Process) -> bool:
    return any(own.kpis for own in _parts(edition, process))


def _has_controls(edition: Edition, process: Process) -> bool:
    return bool(edition.concerning((own.id for own in _parts(edition, process)), Control, "activities"))
