"""The outlines of shapes: boxes, and the signs of diagrams."""

from collections.abc import Callable
from math import cos, pi, sin

from ltcarch.layout.picture import Box, Point
from ltcarch.layout.theme import Look
from ltcarch.render.svg.path import number


def form(look: Look, classes: str, box: Box) -> str:
    """The outline of a shape as an SVG element. Signs are drawn in the largest square in the middle of their box."""
    if look.form == "box":
        radius = f' rx="{number(look.radius)}"' if look.radius else ""
        return (
            f'<rect class="{classes}" x="{number(box.x)}" y="{number(box.y)}" '
            f'width="{number(box.width)}" height="{number(box.height)}"{radius}/>'
        )
    if look.form in _OUTLINES:
        return f'<path class="{classes}" d="{_OUTLINES[look.form](box)}"/>'
    side = min(box.width, box.height)
    x, y = box.centre
    return f'<path class="{classes}" d="{_SIGNS[look.form](Box(x - side / 2, y - side / 2, side, side))}"/>'


def _line(points: list[Point], *, closed: bool = True) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


def _flag(box: Box) -> str:
    """A box that points to the right."""
    middle, back = box.centre[1], box.right - min(12.0, box.width / 4)
    return _line([(box.x, box.y), (back, box.y), (box.right, middle), (back, box.bottom), (box.x, box.bottom)])


def _arrow(box: Box) -> str:
    """A box that points to the right, and takes in the point of the one before."""
    middle, back, notch = box.centre[1], box.right - 12.0, box.x + 12.0
    return _line(
        [(box.x, box.y), (back, box.y), (box.right, middle), (back, box.bottom), (box.x, box.bottom), (notch, middle)]
    )


def _circle(box: Box) -> str:
    radius = number(box.width / 2)
    arc = f"A{radius} {radius} 0 1 1 "
    y = number(box.centre[1])
    return f"M{number(box.x)} {y}{arc}{number(box.right)} {y}{arc}{number(box.x)} {y}Z"


def _diamond(box: Box) -> str:
    x, y = box.centre
    return _line([(x, box.y), (box.right, y), (x, box.bottom), (box.x, y)])


def _times(box: Box) -> str:
    falling = _line([(box.x, box.y), (box.right, box.bottom)], closed=False)
    return falling + _line([(box.x, box.bottom), (box.right, box.y)], closed=False)


def _plus(box: Box) -> str:
    x, y = box.centre
    return _line([(box.x, y), (box.right, y)], closed=False) + _line([(x, box.y), (x, box.bottom)], closed=False)


def _shield(box: Box) -> str:
    x, side = box.centre[0], box.y + box.height * 0.2
    left, right = box.x + box.width * 0.1, box.right - box.width * 0.1
    low, round_ = box.y + box.height * 0.6, number(box.y + box.height * 0.85)
    return (
        f"M{number(x)} {number(box.y)}L{number(right)} {number(side)}L{number(right)} {number(low)}"
        f"Q{number(right)} {round_} {number(x)} {number(box.bottom)}"
        f"Q{number(left)} {round_} {number(left)} {number(low)}L{number(left)} {number(side)}Z"
    )


def _star(box: Box) -> str:
    x, y = box.centre
    outer, inner = box.width / 2, box.width / 4.6
    points = []
    for index in range(10):
        reach, angle = (inner if index % 2 else outer), pi * index / 5
        points.append((x + reach * sin(angle), y - reach * cos(angle)))
    return _line(points)


def _inside(box: Box) -> str:
    """A frame with a plus in it: something that is opened elsewhere."""
    frame = _line([(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)])
    inset = box.width * 0.24
    return frame + _plus(Box(box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset))


def _clock(box: Box) -> str:
    x, y = box.centre
    hands = _line([(x, y - box.height * 0.3), (x, y), (x + box.width * 0.22, y + box.height * 0.1)], closed=False)
    return _circle(box) + hands


_OUTLINES: dict[str, Callable[[Box], str]] = {"flag": _flag, "arrow": _arrow}
_SIGNS: dict[str, Callable[[Box], str]] = {
    "circle": _circle,
    "diamond": _diamond,
    "times": _times,
    "plus": _plus,
    "shield": _shield,
    "star": _star,
    "inside": _inside,
    "clock": _clock,
}
