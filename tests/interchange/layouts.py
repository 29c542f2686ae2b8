"""Architecture files written in layouts that people use: brackets and lines, quotes, comments, blank lines.

Elements stand nested, or alone with their parent, in one of two files.
"""

from hypothesis import strategies as st

from ltcarch.interchange.project_files import element_data
from ltcarch.interchange.records import ElementRecord, Records, can_nest
from ltcarch.model.kinds import COLLECTIONS, LEVELS
from tests.writing.yaml_layouts import written


def files_in_any_layout(records: Records, draw) -> dict[str, str]:
    """The records as files, by choices of hypothesis."""
    data: tuple[dict, dict] = {}, {}
    for own in records.elements:
        parent = records.get(own.parent) if own.parent else None
        is_inside = own.kind in LEVELS and parent is not None and can_nest(parent.kind, own.kind)
        if not is_inside:
            _add(draw(st.sampled_from(data)), own, records, data, draw, with_parent=True)
    line_end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    texts = {"a.yaml": data[0], "b.yaml": data[1]}
    return {path: written(content, draw, line_end=line_end) for path, content in texts.items() if content}


def _add(holder: dict, own: ElementRecord, records: Records, files: tuple[dict, dict], draw, *, with_parent: bool):
    item = element_data(own, with_parent=with_parent)
    holder.setdefault(COLLECTIONS[own.kind], []).append(item)
    for child in records.children(own.id) if own.kind in LEVELS else ():
        if can_nest(own.kind, child.kind):
            alone = draw(st.integers(0, 4)) == 0
            _add(draw(st.sampled_from(files)) if alone else item, child, records, files, draw, with_parent=alone)
