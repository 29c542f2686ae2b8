"""What every diagram in lanes draws alike: the grounds of lanes, and lines with their labels."""

from ltcarch.layout.frame import text_block
from ltcarch.layout.picture import Box, Connector, Shape, TextBlock, moved, moved_box
from ltcarch.layout.swimlane.plan import Plan
from ltcarch.layout.theme import THEME

_SIZES = THEME.swimlane
_INSET = 12


def lane_ground(
    laid: Plan, index: int, own: str, name: str, tip: str, code: str = "", tone: int | None = None
) -> Shape:
    """The ground of a lane, with its head on the left, and the code and name in the middle of that."""
    top, height = laid.lanes[own]
    room = _SIZES.head_width - 22
    code_text = text_block(code, "step-code", _INSET, 0, room)
    name_text = text_block(name, "lane-name", _INSET, code_text.box.height, room, 4)
    down = top + (height - name_text.box.bottom) / 2
    texts = tuple(
        TextBlock(text.style, text.lines, moved_box(text.box, 0, down)) for text in (code_text, name_text) if text.lines
    )
    head = Shape(f"lane:{own}:head", "lane-head", Box(0, top, _SIZES.head_width, height), texts, tip, tone)
    role = "lane-odd" if index % 2 else "lane"
    return Shape(f"lane:{own}", role, Box(0, top, _SIZES.head_width + laid.width, height), children=(head,))


def line_drawn(
    laid: Plan,
    left: float,
    ends: tuple[str, str, str],
    role: str,
    label: Shape | None,
    given: tuple[str, ...],
    title: str,
) -> Connector:
    """The line of a way, so far from the left; `ends` are its id, its source and its target."""
    own, source, target = ends
    if label is not None:
        at = laid.labels[own]
        label = moved(label, left + at.x, at.y)
    corners = tuple((left + x, y) for x, y in laid.lines[own])
    return Connector(
        id=own,
        role=role,
        source=source,
        target=target,
        corners=corners,
        to_target=True,
        label=label,
        given=given,
        title=title,
    )
