"""The one theme of all pictures: type, colours, and sizes in pixels."""

from dataclasses import dataclass, field

FONTS = ("Helvetica Neue", "Helvetica", "Arial", "Liberation Sans", "sans-serif")
"""Fonts to one measure, for lines in Latin letters."""
CHINESE_FONTS = (
    "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei",
    "sans-serif",
)  # fmt: skip
"""The Chinese fonts of macOS, Windows and Linux, for lines that hold any Chinese."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One kind of text: its size, the distance of its lines, and which colour it takes."""

    size: float
    line: float
    bold: bool = False
    colour: str = "ink"


TEXTS: dict[str, TextStyle] = {
    "title": TextStyle(26, 34, bold=True),
    "subtitle": TextStyle(15, 22, colour="muted"),
    "legend": TextStyle(12.5, 18, colour="muted"),
    "heading": TextStyle(12.5, 18, bold=True, colour="muted"),
    "band": TextStyle(18, 24, bold=True, colour="strong"),
    "count": TextStyle(12.5, 18, colour="strong"),
    "tile-code": TextStyle(12, 16, bold=True, colour="strong"),
    "tile-name": TextStyle(15.5, 20, bold=True),
    "part-code": TextStyle(11.5, 17, colour="muted"),
    "part-name": TextStyle(13, 17),
    "root-code": TextStyle(12, 18, bold=True, colour="on_strong"),
    "root-name": TextStyle(14, 18, bold=True, colour="on_strong"),
    "node-code": TextStyle(11.5, 17, colour="muted"),
    "node-name": TextStyle(13, 17),
    "branch-name": TextStyle(13, 17, bold=True),
    "more": TextStyle(11.5, 16, colour="muted"),
    "party-code": TextStyle(12, 16, bold=True, colour="strong"),
    "party-name": TextStyle(14, 18, bold=True),
    "artifact": TextStyle(12, 16),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape or line is painted; fill and stroke name colours of its tone or of the palette.

    `casing` is how wide a line keeps others at a distance where they cross.
    """

    fill: str | None = None
    stroke: str | None = None
    radius: float = 0
    width: float = 1
    dash: str | None = None
    casing: float = 0


LOOKS: dict[str, Look] = {
    "band": Look(fill="tint", radius=16),
    "tile": Look(fill="surface", stroke="edge", radius=10),
    "part": Look(fill="tint", radius=6),
    "root": Look(fill="strong", radius=8),
    "branch": Look(fill="shade", stroke="edge", radius=8),
    "node": Look(fill="surface", stroke="edge", radius=8),
    "party": Look(fill="shade", stroke="edge", radius=10, width=1.5),
    "outsider": Look(fill="page", stroke="edge", radius=10, width=1.5, dash="5 4"),
    "swatch": Look(fill="shade", stroke="edge", radius=4, width=1.5),
    "interface": Look(fill="page", stroke="faint", radius=6),
}
LINES: dict[str, Look] = {
    "branch-line": Look(stroke="faint", radius=8, width=1.5),
    "interface-line": Look(stroke="line", radius=10, width=1.5, casing=7),
}
ARROW = (9.0, 7.0)
"""How long and how wide an arrow head is."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One family of colours, for what belongs to one class."""

    tint: str
    shade: str
    edge: str
    strong: str
    on_strong: str


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours for one kind of screen or paper."""

    page: str
    surface: str
    ink: str
    muted: str
    line: str
    faint: str
    tones: tuple[Tone, ...]
    neutral: Tone


LIGHT = Palette(
    page="#ffffff",
    surface="#ffffff",
    ink="#1c2733",
    muted="#54626f",
    line="#6b7a89",
    faint="#c3ccd5",
    tones=(
        Tone("#eef4fb", "#dde9f7", "#a9c4e4", "#1f5590", "#ffffff"),
        Tone("#ebf6f4", "#d7ede9", "#9bcdc4", "#0f665a", "#ffffff"),
        Tone("#f5f1fa", "#e9e0f4", "#c6b3df", "#644191", "#ffffff"),
        Tone("#fcf4e8", "#f8e7cc", "#e0c08a", "#7f5210", "#ffffff"),
        Tone("#fcf0f2", "#f7dfe3", "#e0aeb8", "#96344a", "#ffffff"),
        Tone("#f1f6e9", "#e2edd0", "#b7ce90", "#4a6417", "#ffffff"),
    ),
    neutral=Tone("#f3f5f7", "#e7ebef", "#b4bfca", "#3d4c5b", "#ffffff"),
)
DARK = Palette(
    page="#10161d",
    surface="#1a232d",
    ink="#e9eef3",
    muted="#a3b0bd",
    line="#8997a5",
    faint="#3c4856",
    tones=(
        Tone("#14202e", "#1c3148", "#355b85", "#9cc5f3", "#0c1a29"),
        Tone("#11231f", "#173630", "#2c6a5e", "#85d3c4", "#08211c"),
        Tone("#1e1a2a", "#2f2644", "#5b4a80", "#ccb6ee", "#1a1128"),
        Tone("#241d11", "#3b2e17", "#775d2c", "#e8c384", "#241803"),
        Tone("#27181c", "#3f242b", "#7f4453", "#f0afbd", "#290d14"),
        Tone("#1a2112", "#29361a", "#566f32", "#bcd992", "#151d07"),
    ),
    neutral=Tone("#171e26", "#232d38", "#4a5867", "#c3cfdb", "#10161d"),
)


@dataclass(frozen=True, slots=True)
class FrameSizes:
    """The space around a picture and the heads over it."""

    margin: float = 40
    below_head: float = 26
    least_width: float = 480
    swatch: tuple[float, float] = (20, 14)
    legend_gap: float = 22


@dataclass(frozen=True, slots=True)
class HouseSizes:
    """The process house."""

    tile_width: float = 228
    gap: float = 14
    band_padding: float = 16
    band_gap: float = 18
    title_width: float = 132
    tile_padding: float = 12
    part_padding: float = 8
    part_gap: float = 5
    fewest_columns: int = 2
    most_columns: int = 6


@dataclass(frozen=True, slots=True)
class TreeSizes:
    """The hierarchy tree."""

    name_width: float = 190
    code_width: float = 96
    padding: float = 12
    inset: float = 8
    code_gap: float = 9
    row_gap: float = 8
    family_gap: float = 18
    column_gap: float = 52
    heading_gap: float = 12


@dataclass(frozen=True, slots=True)
class MapSizes:
    """The interface map."""

    party_width: float = 190
    party_padding: float = 12
    artifact_width: float = 150
    most_artifacts: int = 4
    label_padding: float = 7
    arrow_width: float = 14


@dataclass(frozen=True, slots=True)
class Theme:
    """Sizes of all pictures."""

    frame: FrameSizes = field(default_factory=FrameSizes)
    house: HouseSizes = field(default_factory=HouseSizes)
    tree: TreeSizes = field(default_factory=TreeSizes)
    map: MapSizes = field(default_factory=MapSizes)


THEME = Theme()
