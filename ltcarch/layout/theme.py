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
    "heat": TextStyle(12, 17, bold=True),
    "root-code": TextStyle(12, 18, bold=True, colour="on_strong"),
    "root-name": TextStyle(14, 18, bold=True, colour="on_strong"),
    "node-code": TextStyle(11.5, 17, colour="muted"),
    "node-name": TextStyle(13, 17),
    "branch-name": TextStyle(13, 17, bold=True),
    "more": TextStyle(11.5, 16, colour="muted"),
    "party-code": TextStyle(12, 16, bold=True, colour="strong"),
    "party-name": TextStyle(14, 18, bold=True),
    "artifact": TextStyle(12, 16),
    "lane-name": TextStyle(13.5, 18, bold=True),
    "step-code": TextStyle(11, 15, colour="muted"),
    "step-name": TextStyle(13, 17, bold=True),
    "step-note": TextStyle(11.5, 15, colour="muted"),
    "event-name": TextStyle(12, 15),
    "event-note": TextStyle(11.5, 15, colour="muted"),
    "condition": TextStyle(12, 15, colour="muted"),
    "table-head": TextStyle(12.5, 16, bold=True, colour="on_bar"),
    "table-group": TextStyle(12, 16, colour="on_bar"),
    "table-heading": TextStyle(13, 18, bold=True),
    "row-code": TextStyle(11.5, 17, colour="muted"),
    "row-name": TextStyle(13, 17),
    "row-strong": TextStyle(13, 17, bold=True),
    "cell-plain": TextStyle(12.5, 16),
    "cell-strong": TextStyle(12.5, 16, bold=True),
    "cell-quiet": TextStyle(11.5, 15, colour="muted"),
    "badge-loud": TextStyle(12, 16, bold=True, colour="on_strong"),
    "badge-pale": TextStyle(12, 16, bold=True, colour="strong"),
    "sipoc-letter": TextStyle(20, 26, bold=True, colour="on_strong"),
    "sipoc-head": TextStyle(13.5, 18, colour="on_strong"),
    "sipoc-name": TextStyle(13, 17, bold=True),
    "fact-name": TextStyle(12.5, 18, bold=True, colour="muted"),
    "fact-text": TextStyle(13, 18),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape or line is painted; fill and stroke name colours of its tone or of the palette.

    `form` is the outline of a shape. `casing` is how wide a line keeps others at a distance where they cross.
    """

    fill: str | None = None
    stroke: str | None = None
    radius: float = 0
    width: float = 1
    dash: str | None = None
    casing: float = 0
    form: str = "box"


LOOKS: dict[str, Look] = {
    "band": Look(fill="tint", radius=16),
    "tile": Look(fill="surface", stroke="edge", radius=10),
    "part": Look(fill="tint", radius=6),
    "part-unknown": Look(fill="surface", stroke="edge", radius=6, dash="3 3"),
    **{f"{scale}-{step}": Look(fill=f"{scale}-{step}", radius=6) for scale in ("heat", "alarm") for step in range(5)},
    "map-head": Look(fill="surface", stroke="edge", radius=8),
    "map-arrow": Look(fill="shade", form="arrow"),
    "root": Look(fill="strong", radius=8),
    "branch": Look(fill="shade", stroke="edge", radius=8),
    "node": Look(fill="surface", stroke="edge", radius=8),
    "more": Look(),
    "party": Look(fill="shade", stroke="edge", radius=10, width=1.5),
    "outsider": Look(fill="page", stroke="edge", radius=10, width=1.5, dash="5 4"),
    "swatch": Look(fill="shade", stroke="edge", radius=4, width=1.5),
    "interface": Look(fill="page", stroke="faint", radius=6),
    "table": Look(),
    "table-head": Look(fill="bar", radius=8),
    "table-rule": Look(fill="bar_line"),
    "table-heading": Look(fill="shade", radius=5),
    "stripe": Look(fill="tint", radius=5),
    "column-line": Look(fill="shade"),
    "cell-filled": Look(fill="shade", stroke="edge", radius=5),
    "badge-loud": Look(fill="strong", stroke="strong", radius=6),
    "badge-pale": Look(fill="shade", stroke="edge", radius=6),
    "dot-loud": Look(fill="strong", stroke="strong", form="circle"),
    "dot-pale": Look(fill="shade", stroke="strong", width=1.4, form="circle"),
    "sipoc-head": Look(fill="strong", form="flag"),
    "sipoc-party": Look(fill="shade", stroke="edge", radius=8),
    "sipoc-outsider": Look(fill="page", stroke="edge", radius=8, width=1.5, dash="5 4"),
    "sipoc-thing": Look(fill="surface", stroke="edge", radius=8),
    "sipoc-process": Look(fill="tint", radius=10),
    "sipoc-part": Look(fill="surface", stroke="edge", radius=8),
    "lane": Look(fill="page", stroke="faint"),
    "lane-odd": Look(fill="tint", stroke="faint"),
    "lane-head": Look(fill="shade", stroke="faint"),
    "step": Look(fill="surface", stroke="line", radius=8, width=1.3),
    "stop": Look(fill="shade", stroke="edge", radius=8, width=1.3),
    "centre": Look(fill="shade", stroke="strong", radius=8, width=2),
    "state": Look(fill="surface", stroke="line", radius=20, width=1.3),
    "onward": Look(fill="page", stroke="line", width=1.3, dash="5 3", form="flag"),
    "crossing": Look(fill="surface", stroke="line", width=1.5, form="diamond"),
    "start": Look(fill="surface", stroke="go", width=2, form="circle"),
    "end": Look(fill="surface", stroke="stop", width=4, form="circle"),
    "sign-exclusive": Look(stroke="ink", width=2.2, form="times"),
    "sign-parallel": Look(stroke="ink", width=2.2, form="plus"),
    "sign-inclusive": Look(stroke="ink", width=2.2, form="circle"),
    "mark-control": Look(fill="alert", form="shield"),
    "mark-key": Look(fill="gold", form="star"),
    "mark-decision": Look(fill="ink", form="diamond"),
    "mark-call": Look(stroke="muted", width=1.4, form="inside"),
    "mark-wait": Look(stroke="muted", width=1.4, form="clock"),
    "mark-late": Look(fill="surface", stroke="muted", width=1.4, form="clock"),
}
LINES: dict[str, Look] = {
    "branch-line": Look(stroke="faint", radius=8, width=1.5),
    "interface-line": Look(stroke="line", radius=10, width=1.5, casing=7),
    "flow-line": Look(stroke="line", radius=7, width=1.5),
    "late-line": Look(stroke="line", radius=7, width=1.5, dash="5 4"),
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
    go: str
    stop: str
    alert: str
    gold: str
    bar: str
    on_bar: str
    bar_line: str
    heat: tuple[str, ...]
    alarm: tuple[str, ...]
    tones: tuple[Tone, ...]
    neutral: Tone

    def tone(self, index: int | None) -> Tone:
        """The colours of a class; classes beyond the palette begin again with its first tone."""
        return self.neutral if index is None else self.tones[index % len(self.tones)]

    def colour(self, name: str, index: int | None = None) -> str:
        """A colour of a class, of the palette, or of one of its scales, such as `heat-2`."""
        tone = self.tone(index)
        if hasattr(tone, name):
            return str(getattr(tone, name))
        scale, _, step = name.partition("-")
        return str(getattr(self, scale)[int(step)] if step else getattr(self, name))


LIGHT = Palette(
    page="#ffffff",
    surface="#ffffff",
    ink="#1c2733",
    muted="#54626f",
    line="#6b7a89",
    faint="#c3ccd5",
    go="#2e7d4f",
    stop="#a33a3a",
    alert="#b3261e",
    gold="#b07d0a",
    bar="#3d4c5b",
    on_bar="#ffffff",
    bar_line="#b4bfca",
    heat=("#f0f4f8", "#d9e8f5", "#b9d6ee", "#93c0e4", "#6ba7d8"),
    alarm=("#edf5ee", "#fbeedb", "#f8d9b8", "#f3ba9c", "#ea9788"),
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
    go="#6fc08f",
    stop="#e58b8b",
    alert="#f2857c",
    gold="#e3b95a",
    bar="#2f3d4c",
    on_bar="#eef2f6",
    bar_line="#6d7d8d",
    heat=("#26303b", "#1d3851", "#1f4566", "#22527c", "#266398"),
    alarm=("#1b2a20", "#3a2f1a", "#4d3518", "#613321", "#762f2a"),
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
class ProcessMapSizes:
    """The map of L1 and L2: a row for each L1, its L2 as arrows in it."""

    head_width: float = 210
    arrow_width: float = 176
    point: float = 12
    padding: float = 10
    gap: float = 6
    row_gap: float = 10
    band_padding: float = 16
    band_gap: float = 18
    most_in_row: int = 6


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
class SwimlaneSizes:
    """The swimlane: stations, and the room that lines and their labels have between them."""

    station_gap: float = 14
    least_gap: float = 30
    arrow_room: float = 16
    track: float = 12
    label_gap: float = 4
    label_width: float = 116
    head_width: float = 132
    activity_width: float = 176
    least_height: float = 54
    padding: float = 10
    mark: float = 14
    onward_width: float = 150
    point: float = 14
    crossing: float = 38
    event: float = 28
    event_width: float = 104
    channel_padding: float = 9


@dataclass(frozen=True, slots=True)
class TableSizes:
    """Tables and cards. Of each pair of widths the first is what text may have at once, the second the most."""

    padding: float = 10
    inset: float = 7
    head_inset: float = 9
    name_width: tuple[float, float] = (260, 300)
    text_width: tuple[float, float] = (130, 230)
    few_columns: int = 4
    wide_text: tuple[float, float] = (190, 260)
    centred_width: tuple[float, float] = (66, 104)
    most_lines: int = 5
    most_head_lines: int = 4
    indent: float = 16
    code_width: float = 96
    code_gap: float = 9
    entry_gap: float = 5
    badge: tuple[float, float] = (26, 22)
    badge_padding: float = 8
    dot: float = 14
    badge_gap: float = 4
    heading_gap: float = 8
    fact_width: float = 720
    fact_gap: float = 5
    below_facts: float = 20


@dataclass(frozen=True, slots=True)
class SipocSizes:
    """The five columns of a SIPOC."""

    widths: tuple[float, ...] = (208, 184, 240, 184, 208)
    column_gap: float = 30
    head_height: float = 42
    below_head: float = 16
    least_height: float = 60
    padding: float = 11
    inset: float = 7
    gap: float = 7
    side_gap: float = 20
    code_width: float = 76
    code_gap: float = 8


@dataclass(frozen=True, slots=True)
class Theme:
    """Sizes of all pictures."""

    frame: FrameSizes = field(default_factory=FrameSizes)
    house: HouseSizes = field(default_factory=HouseSizes)
    process_map: ProcessMapSizes = field(default_factory=ProcessMapSizes)
    tree: TreeSizes = field(default_factory=TreeSizes)
    map: MapSizes = field(default_factory=MapSizes)
    swimlane: SwimlaneSizes = field(default_factory=SwimlaneSizes)
    table: TableSizes = field(default_factory=TableSizes)
    sipoc: SipocSizes = field(default_factory=SipocSizes)


THEME = Theme()
