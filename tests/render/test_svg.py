"""SVG stands alone, carries every id, survives hostile names, and is the same bytes every time."""

import hashlib
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from ltcarch.layout.picture import every_shape
from ltcarch.layout.theme import DARK, LIGHT, Palette
from ltcarch.render import svg
from ltcarch.render.markup import escaped
from ltcarch.render.svg.path import arrow_head, number, rounded_path, shortened
from tests.pictures import ALL, HOSTILE_NAMES, ROOT, architecture_of, placed

every_picture = pytest.mark.parametrize(("project", "language", "kind"), ALL)
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {SVG + name for name in ("svg", "title", "desc", "style", "rect", "g", "text", "path")}


@every_picture
def test_it_is_well_formed_and_stands_alone(project, language, kind):
    picture = placed(project, language, kind)
    drawn = svg.draw(picture)
    root = ElementTree.fromstring(drawn)
    assert {element.tag for element in root.iter()} <= ELEMENTS
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not any(name.startswith("on") or name.endswith("href") for name in attributes)
    style = root.findtext(f"{SVG}style") or ""
    assert not re.search(r"url\(|@import|@font-face|var\(", style)
    assert "prefers-color-scheme:dark" in style
    assert root.findtext(f"{SVG}title") == f"{picture.title} – {picture.subtitle}"
    assert root.findtext(f"{SVG}desc")
    assert root.get("lang") == language


@every_picture
def test_every_shape_and_line_has_its_id_once_and_its_whole_name(project, language, kind):
    picture = placed(project, language, kind)
    root = ElementTree.fromstring(svg.draw(picture))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    titles = {group.get("id"): group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g")}
    for shape in every_shape(picture.shapes):
        assert titles[shape.id] == (shape.title or None)
    for line in picture.connectors:
        assert line.id in titles


@every_picture
def test_what_a_shape_says_may_lead_somewhere(project, language, kind):
    picture = placed(project, language, kind)
    drawn = svg.draw(picture, links=lambda shape: f"page.html?a=1&b=<{shape.id}>")
    root = ElementTree.fromstring(drawn)
    leading = {group.get("id"): group.find(f"{SVG}a") for group in root.iter(f"{SVG}g")}
    for shape in every_shape((*picture.head, *picture.grounds, *picture.shapes)):
        anchor = leading[shape.id]
        assert (anchor is not None) == bool(shape.texts)
        if anchor is not None:
            assert anchor.attrib == {"href": f"page.html?a=1&b=<{shape.id}>"}
            assert any(own.tag == f"{SVG}text" for own in anchor)
            assert not any(own.tag == f"{SVG}g" for own in anchor)
    assert "a{cursor:pointer}" in (root.findtext(f"{SVG}style") or "")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_process_is_in_the_house(language):
    architecture = architecture_of("models/reference")
    drawn = svg.draw(placed("models/reference", language, "house"))
    for classification in architecture.hierarchy.roots:
        for element in (classification, *architecture.hierarchy.children(classification)):
            assert f'<g id="{element.id}">' in drawn
            assert escaped(f"{element.label(language)} ({element.id})") in drawn


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("kind", ["house", "tree", "interfaces"])
def test_hostile_names_are_shown_as_they_are(name, kind):
    root = ElementTree.fromstring(svg.draw(placed("hostile", "en", kind)))
    titles = " ".join(" ".join(group.findtext(f"{SVG}title") or "" for group in root.iter(f"{SVG}g")).split())
    assert " ".join(name.split()) in titles


def test_characters_that_xml_forbids_are_replaced():
    assert escaped("a\x00b\x1f\ud800\ufffe") == "a\ufffdb\ufffd\ufffd\ufffd"
    assert escaped('<a href="x">\'&</a>') == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&lt;/a&gt;"


@every_picture
def test_what_is_painted_has_a_style(project, language, kind):
    root = ElementTree.fromstring(svg.draw(placed(project, language, kind)))
    light, _, dark = (root.findtext(f"{SVG}style") or "").partition("@media")
    for element in root.iter():
        if element.tag in (SVG + "rect", SVG + "text", SVG + "path"):
            classes = [name for name in element.get("class", "").split() if name != "han"]
            assert f".{'.'.join(classes)}{{" in light
            assert f".{'.'.join(classes)}{{" in dark


def test_the_same_bytes_whatever_the_hash_seed():
    command = (
        "import hashlib; from tests.pictures import ALL, placed; from ltcarch.render import FORMATS, Finish\n"
        "wanted = [own for own in ALL if own[:2] == ('examples/procure-to-pay', 'zh')]\n"
        "texts = [own for own in FORMATS.values() if own.name not in ('png', 'pdf')]\n"
        "pictures = [placed(*own) for own in wanted]\n"
        "drawn = [form.draw(own, Finish()) for own in pictures for form in texts if form.fits(own)]\n"
        "print(hashlib.sha256(b''.join(drawn)).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", command],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
            cwd=ROOT,
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(seen) == 1
    assert len(seen.pop().strip()) == hashlib.sha256().digest_size * 2


def test_coordinates_are_rounded():
    assert [number(value) for value in (1.0, 1.24, 1.25001, -0.04, 1 / 3)] == ["1", "1.2", "1.3", "0", "0.3"]


def test_lines_turn_in_rounded_corners_and_stop_under_their_arrow_heads():
    assert rounded_path(((0, 0), (20, 0), (20, 20)), 5) == "M0 0L15 0Q20 0 20 5L20 20"
    assert rounded_path(((0, 0), (4, 0), (4, 20)), 5) == "M0 0L2 0Q4 0 4 2L4 20"
    assert shortened(((0, 0), (50, 0)), at_start=False, at_end=True) == ((0, 0), (50 - 7.2, 0))
    assert arrow_head((0, 0), (50, 0)) == "M50 0L41 3.5L41 -3.5Z"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(palette: Palette):
    for tone in (*palette.tones, palette.neutral):
        grounds = (palette.page, palette.surface, tone.tint, tone.shade)
        for ground in grounds:
            assert contrast(palette.ink, ground) >= 7
            assert contrast(tone.strong, ground) >= 4.5
            assert contrast(palette.muted, ground) >= 4.5
        assert contrast(tone.on_strong, tone.strong) >= 4.5
    assert contrast(palette.on_bar, palette.bar) >= 7
    assert contrast(palette.line, palette.page) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as the accessibility guidelines define it, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
