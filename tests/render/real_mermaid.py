"""Mermaid itself, run without a browser: the script that mermaidx carries, with what it imitates of one."""

import json
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from quickjs import Context

XHTML = "{http://www.w3.org/1999/xhtml}"
_STACK = 4 * 1024 * 1024
_SIZE = {"width": 80, "height": 16, "ascent": 12, "descent": 4}
_HOOKS = """
globalThis.__log = () => {};
globalThis.__measureText = text => 8 * text.length;
globalThis.__measureTextFull = globalThis.__measureForeignObject = () => (SIZE);
globalThis.__measureGlyphs = () => [];
"""
_START = """
globalThis.mermaid = __esbuild_esm_mermaid_nm.mermaid.default || __esbuild_esm_mermaid_nm.mermaid;
mermaid.initialize({startOnLoad: false, flowchart: {htmlLabels: true}});
globalThis.__answer = promise => {
  globalThis.__found = globalThis.__fault = null;
  promise.then(own => { __found = own.slice(0); }, fault => { __fault = String(fault.message || fault).slice(0); });
};
"""
_READ = """__answer(mermaid.mermaidAPI.getDiagramFromText(CODE).then(({db}) => JSON.stringify({
  vertices: [...db.getVertices().values()], edges: db.getEdges(), areas: db.getSubGraphs(),
})));"""
_DRAW = """__resetDocument(); __answer(__renderLikeMmdc("drawn", CODE, "white"));"""


@dataclass(frozen=True)
class Flowchart:
    """What Mermaid understood. Texts are as a reader sees them, lines parted by blanks."""

    texts: dict[str, str]
    edges: list[tuple[str, str, str, str]]
    areas: dict[str, tuple[str, set[str]]]


def read(code: str) -> Flowchart:
    """The flowchart as Mermaid's parser understands it."""
    found = json.loads(_answer(_READ, code))
    return Flowchart(
        {own["id"]: seen(own["text"]) for own in found["vertices"]},
        [(own["start"], own["end"], own["type"], seen(own["text"])) for own in found["edges"]],
        {own["id"]: (seen(own["title"]), set(own["nodes"])) for own in found["areas"]},
    )


def labels(code: str) -> set[str]:
    """The texts on the finished picture, as a browser shows them."""
    drawn = ElementTree.fromstring(_answer(_DRAW, code))
    return {seen("".join(own.itertext())) for own in drawn.iter(f"{XHTML}p")}


def seen(text: str) -> str:
    """Text as a reader sees it. Mermaid keeps entities in a spelling of its own until it draws."""
    for own, plain in (("ﬂ°°", "&#"), ("ﬂ°", "&"), ("¶ß", ";")):
        text = text.replace(own, plain)
    return " ".join(unescape(text.replace("<br/>", " ")).split())


def _answer(question: str, code: str) -> str:
    page = _page()
    page.eval(question.replace("CODE", json.dumps(code)))
    while not page.eval("__found || __fault"):
        if not _job(page):
            assert page.eval("__runNextTimer()"), "Mermaid waits for nothing"
    fault = page.eval("__fault")
    assert not fault, fault
    return page.eval("__found")


def _job(page: Context) -> bool:
    try:
        return bool(page.execute_pending_job())
    except StopIteration:
        return False


@cache
def _page() -> Context:
    found = find_spec("mermaidx")
    assert found and found.submodule_search_locations
    scripts = Path(found.submodule_search_locations[0]) / "assets"
    page = Context()
    page.set_max_stack_size(_STACK)
    page.eval(_HOOKS.replace("SIZE", json.dumps(_SIZE)))
    for name in ("path_bbox.js", "dom_shim.js", "mermaid.js"):
        page.eval((scripts / name).read_text(encoding="utf-8"))
    page.eval(_START)
    page.eval((scripts / "mmdc_driver.js").read_text(encoding="utf-8"))
    return page
