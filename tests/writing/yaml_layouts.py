"""Data written as YAML in layouts that people use: brackets and lines, quotes, comments, blank lines, any line end."""

from hypothesis import strategies as st

from ltcarch.source.quoting import content, double_quoted

WORDS = [
    "a",
    "lead_admin",
    "4.10",
    "审批 合同",
    "😀 ok",
    "it's",
    'say "x"',
    "a: b",
    "#no",
    "x, y",
    "true",
    "- z",
    "",
    "null",
    "é{",
]
KEYS = ["id", "name", "waivers", "角色", "on", "4", "a b", "x:y", "it's"]
COMMENTS = ["", "", "", "  # why", " # 原因, [x", "   # - a: 'b\""]
LINES_BETWEEN = ["", "", "", "\n", "# about, what follows\n", "\n # deep: in\n"]

scalars = st.one_of(st.sampled_from(WORDS), st.integers(-3, 30), st.booleans(), st.none())
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(st.sampled_from(KEYS), inner, min_size=1, max_size=4),
    ),
    max_leaves=14,
)
data = st.dictionaries(st.sampled_from(KEYS), values, min_size=1, max_size=5)


def written(value: dict, draw, *, line_end: str = "\n") -> str:
    """One such text, by choices of hypothesis."""
    text = _block(value, 0, draw).replace("\n", line_end)
    return text if draw(st.booleans()) else text.removesuffix(line_end)


def _block(value: dict | list, indent: int, draw) -> str:
    """The lines of a map or list, at an indentation."""
    lines = ""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in entries:
        lines += draw(st.sampled_from(LINES_BETWEEN))
        lead = " " * indent + (f"{_scalar(key, draw, is_key=True)}:" if isinstance(value, dict) else "-")
        lines += lead + _after(item, indent, draw, in_list=isinstance(value, list))
    return lines


def _after(item: object, indent: int, draw, *, in_list: bool) -> str:
    """What follows a key or dash, with the end of the line."""
    comment = draw(st.sampled_from(COMMENTS))
    if isinstance(item, (dict, list)) and draw(st.booleans()):
        if in_list and draw(st.booleans()):
            return " " + _compact(item, indent + 2, draw)
        deeper = indent + (2 if in_list or isinstance(item, dict) else draw(st.sampled_from([0, 2])))
        return f"{comment}\n{_block(item, deeper, draw)}"
    if isinstance(item, (dict, list)):
        return f" {_flow(item, indent + 2, draw)}{comment}\n"
    if item is None and draw(st.booleans()):
        return f"{comment}\n"
    if isinstance(item, str) and item and "\n" not in item and draw(st.integers(0, 5)) == 0:
        sign = draw(st.sampled_from(["|-", ">-"]))
        return f" {sign}{comment}\n{' ' * (indent + 3)}{item}\n" + draw(st.sampled_from(["", "\n", "\n\n"]))
    return f" {_scalar(item, draw)}{comment}\n"


def _compact(item: dict | list, indent: int, draw) -> str:
    """A map or list that begins on the line of its dash."""
    lines = _block(item, indent, draw)
    first = next(at for at, line in enumerate(lines.split("\n")) if line.strip() and not line.lstrip().startswith("#"))
    return "\n".join(lines.split("\n")[first:])[indent:]


def _flow(item: object, indent: int, draw) -> str:
    """A value in brackets; an item may stand on a line of its own."""
    if not isinstance(item, (dict, list)):
        return _scalar(item, draw)
    inner = [
        f"{_scalar(key, draw, is_key=True)}: {_flow(value, indent + 2, draw)}"
        if key is not None
        else _flow(value, indent + 2, draw)
        for key, value in (item.items() if isinstance(item, dict) else ((None, own) for own in item))
    ]
    opening, closing = "{}" if isinstance(item, dict) else "[]"
    last_comma = draw(st.sampled_from(["", "", ","]))
    if draw(st.booleans()):
        return opening + draw(st.sampled_from([", ", " , ", ","])).join(inner) + last_comma + closing
    lines = [
        f"{' ' * indent}{own}{',' if at < len(inner) - 1 else last_comma}{draw(st.sampled_from(COMMENTS))}\n"
        for at, own in enumerate(inner)
    ]
    return f"{opening}\n{''.join(lines)}{' ' * indent}{closing}"


def _scalar(value: object, draw, *, is_key: bool = False) -> str:
    if not isinstance(value, str):
        return "null" if value is None else str(value).lower()
    choices = [double_quoted(value)]
    if value.isprintable():
        choices.append("'" + value.replace("'", "''") + "'")
    if value and "," not in value and not set(value) & set("[]{}:#'\"") and (is_key or content(value) == value):
        choices.append(value)
    return draw(st.sampled_from(choices))
