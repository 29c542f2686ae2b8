"""What was made of the same thing before is not made again; anything else is."""

from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.publish.handbook import pictures
from ltcarch.publish.handbook.made import ANEW, Made
from ltcarch.publish.site import Commission, sources
from tests.pictures import architecture_of


def count(made: list[str], name: str) -> bytes:
    made.append(name)
    return name.encode()


def test_the_same_thing_is_made_once(tmp_path):
    made: list[str] = []
    assert Made(tmp_path).bytes(lambda: count(made, "first"), "page", ("a", 1)) == b"first"
    assert Made(tmp_path).bytes(lambda: count(made, "second"), "page", ("a", 1)) == b"first"
    assert Made(tmp_path).bytes(lambda: count(made, "third"), "page", ("a", 2)) == b"third"
    assert Made(tmp_path).bytes(lambda: count(made, "fourth"), "picture", ("a", 1)) == b"fourth"
    assert made == ["first", "third", "fourth"]


def test_without_a_folder_everything_is_made_anew():
    made: list[str] = []
    for _ in range(2):
        ANEW.bytes(lambda: count(made, "page"), "page")
    assert made == ["page", "page"]


def test_a_site_is_only_drawn_and_written_where_something_changed(tmp_path, monkeypatch):
    commission = Commission(architecture_of("models/reference"), ("en",), find_engine(), cache=tmp_path)
    edition = commission.edition("en")
    first = sources.page_files(commission, edition)
    drawn: list[str] = []
    draw, render = pictures.svg.draw, sources.render
    monkeypatch.setattr(pictures.svg, "draw", lambda own, **more: drawn.append(own.title) or draw(own, **more))
    monkeypatch.setattr(
        sources, "render", lambda page, *by, **more: drawn.append(page.name) or render(page, *by, **more)
    )
    assert sources.page_files(commission, edition) == first
    assert drawn == []
    assert sources.page_files(commission._replace(cache=None), edition) == first
    assert len(drawn) > 500
    drawn.clear()
    found = commission._replace(templates=(("handbook/prose.md.jinja", "{{ block.line | line(page.name) }}!\n"),))
    assert sources.page_files(found, edition) != first
    assert any("/" in name for name in drawn)
