"""The process house: all L1 elements in bands by class, with their L2 inside."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ltcarch.model import Architecture, Classification
from ltcarch.views.classes import Classes, ProcessClass
from ltcarch.views.labels import Label, label
from ltcarch.views.words import word


@dataclass(frozen=True, slots=True)
class Tile:
    """One L1 element and what stands directly below it."""

    label: Label
    parts: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The L1 elements of one class."""

    of: ProcessClass
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """How much there is of something at an element: a step of a scale, a short text, and all that is known of it."""

    step: int
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class ProcessHouse:
    """A company's processes at one glance; in a heat map with the heat of each element, by its id.

    `scale` names the steps of the heat; `is_alarming` says that the upper ones are bad;
    `unknown` is what is said of those whose heat nobody states.
    """

    title: str
    subtitle: str
    description: str
    language: str
    bands: tuple[Band, ...]
    heat: Mapping[str, Heat] = field(default_factory=dict)
    scale: tuple[str, ...] = ()
    is_alarming: bool = False
    unknown: str = ""


def process_house(architecture: Architecture, language: str, axis: str | None = None) -> ProcessHouse:
    """The process house in one language, its bands the values of an axis; classes without elements are left out."""
    classes = Classes(architecture, language, axis)
    tiles: dict[ProcessClass, list[Tile]] = {}
    for element in architecture.all(Classification):
        parts = tuple(label(architecture, child, language) for child in architecture.hierarchy.children(element))
        tiles.setdefault(classes.of(element), []).append(Tile(label(architecture, element, language), parts))
    bands = tuple(Band(own, tuple(tiles[own])) for own in classes.all if own in tiles)
    return ProcessHouse(
        title=architecture.company.label(language),
        subtitle=word("Process house by {axis}", language, axis=classes.axis)
        if axis
        else word("Process house", language),
        description=_description(bands, language),
        language=language,
        bands=bands,
    )


def _description(bands: tuple[Band, ...], language: str) -> str:
    named = (
        word("{name}: {members}", language, name=band.of.name or word("All", language), members=_names(band, language))
        for band in bands
    )
    return word("; ", language).join(named)


def _names(band: Band, language: str) -> str:
    return word(", ", language).join(tile.label.name for tile in band.tiles)
