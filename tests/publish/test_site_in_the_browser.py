"""The site as its readers meet it, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.publish.site import BELOW, chromium, is_within_screen, reference_site, served, visit

WIDTHS = (1280, 390)
HOUSE = ".diagram__view"


@pytest.fixture(scope="module")
def host(tmp_path_factory, worker_id):
    with served(reference_site(tmp_path_factory.getbasetemp(), worker_id)) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found


def open_page(page: Page, host: str, name: str) -> None:
    page.goto(f"{host}/{BELOW}/{name}")


def arrive(page: Page, address: str) -> None:
    """Wait until the address of the page holds a text."""
    expect(page).to_have_url(re.compile(re.escape(address)), timeout=30_000)


def search(page: Page, text: str) -> None:
    """Open the search, and look for a text until there are answers."""
    page.locator(".md-search__button, label[for=__search]").locator("visible=true").first.click()
    page.get_by_role("combobox").fill(text)
    expect(page.get_by_role("option").first).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_reader_finds_the_way_through(browser, host, width):
    """From the root to a process by the house, to Chinese, to a role and back by an activity."""
    with visit(browser, host, width) as page:
        page.goto(f"{host}/{BELOW}/")
        arrive(page, "/en/index.html")
        expect(page).to_have_title(re.compile("^Process handbook of Reference Company"))
        assert is_within_screen(page)
        page.locator(HOUSE).locator("a", has_text="Manage opportunities").first.click()
        arrive(page, "/en/processes/LTC.2.html")
        page.locator(".diagram a", has_text="Review contract").first.click()
        arrive(page, "/en/processes/LTC.2.7.html")
        lane = page.locator(".diagram", has=page.get_by_role("region", name="Activity flow"))
        expect(lane.locator("a", has_text="Review legal terms")).to_be_visible()
        assert is_within_screen(page)

        page.get_by_role("button", name="Select language").hover()
        page.get_by_role("link", name="中文").click()
        arrive(page, "/zh/processes/LTC.2.7.html")
        expect(page.get_by_role("heading", level=1)).to_contain_text("合同评审")
        assert is_within_screen(page)

        open_page(page, host, "zh/roles/account_manager.html")
        expect(page.get_by_role("heading", level=1)).to_contain_text("客户经理")
        assert is_within_screen(page)
        page.locator("article a[href*='#LTC.1.1.A']").first.click()
        arrive(page, "/zh/processes/LTC.1.1.html#LTC.1.1.A")
        page.locator("article a[href$='roles/account_manager.html']").first.click()
        arrive(page, "/zh/roles/account_manager.html")


@pytest.mark.parametrize("width", WIDTHS)
def test_search_finds_chinese_words_and_fragments(browser, host, width):
    with visit(browser, host, width) as page:
        for text, title, page_name in (
            ("合同评审", "4.2.7 合同评审", "LTC.2.7"),
            ("回款", "4.3.3 开票与回款", "LTC.3.3"),
            ("价格申", "4.2.4 投标价格申请决策", "LTC.2.4"),
        ):
            open_page(page, host, "zh/index.html")
            search(page, text)
            page.get_by_role("option").filter(has_text=re.compile(rf"^\s*{re.escape(title)}")).first.click()
            arrive(page, f"/zh/processes/{page_name}.html")
            expect(page.get_by_role("heading", level=1)).to_contain_text(title)
            assert is_within_screen(page)


def swimlane(page: Page):
    """The swimlane on the page of a process, once it can be moved."""
    view = page.get_by_role("region", name="Activity flow")
    expect(view).to_be_visible()
    view.scroll_into_view_if_needed()
    return view


def width_of(page: Page, view) -> float:
    return view.evaluate("view => view.firstChild.shadowRoot.querySelector('svg').getBoundingClientRect().width")


def test_diagrams_can_be_enlarged_moved_and_followed_by_keyboard(browser, host):
    with visit(browser, host) as page:
        open_page(page, host, "en/processes/LTC.2.7.html")
        view = swimlane(page)
        before = width_of(page, view)
        view.focus()
        page.keyboard.press("+")
        assert width_of(page, view) == pytest.approx(before * 1.25)
        page.keyboard.press("-")
        assert width_of(page, view) == pytest.approx(before)
        page.keyboard.press("+")
        page.keyboard.press("+")
        left = view.evaluate("view => view.scrollLeft")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("([view, left]) => view.scrollLeft > left", arg=[view.element_handle(), left])
        page.keyboard.press("0")
        assert width_of(page, view) <= view.evaluate("view => view.clientWidth")
        page.keyboard.press("Tab")
        assert view.evaluate("view => view.firstChild.shadowRoot.activeElement.localName") == "a"
        page.keyboard.press("Enter")
        arrive(page, "/en/roles/legal_counsel.html")


def test_diagrams_can_be_enlarged_and_moved_with_the_mouse(browser, host):
    with visit(browser, host) as page:
        open_page(page, host, "en/processes/LTC.2.7.html")
        view = swimlane(page)
        before = width_of(page, view)
        bar = page.locator(".diagram", has=view).locator(".diagram__bar")
        bar.get_by_role("button", name="Enlarge").click()
        assert width_of(page, view) > before
        box = view.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"], 500) / 2
        page.mouse.move(x, y)
        page.keyboard.down("Control")
        page.mouse.wheel(0, -300)
        page.keyboard.up("Control")
        page.wait_for_function("([view, width]) => view.scrollWidth > width * 2", arg=[view.element_handle(), before])
        address, left = page.url, view.evaluate("view => view.scrollLeft")
        page.mouse.down()
        page.mouse.move(x - 200, y, steps=5)
        page.mouse.up()
        assert view.evaluate("view => view.scrollLeft") == pytest.approx(left + 200, abs=2)
        assert page.url == address, "the end of a move is no click"
        bar.get_by_role("button", name="Fit to the page").click()
        assert width_of(page, view) <= box["width"]


def test_diagrams_follow_the_switch_of_colours(browser, host):
    """The switch of the page decides, whatever the reader's system prefers."""
    page_colour = "view => getComputedStyle(view.firstChild.shadowRoot.querySelector('.page')).fill"
    with visit(browser, host) as page:
        open_page(page, host, "en/processes/LTC.2.7.html")
        view = swimlane(page)
        assert view.evaluate(page_colour) == "rgb(255, 255, 255)"
        page.get_by_title("Switch to dark colours").click()
        expect(page.locator("body[data-md-color-scheme=slate]")).to_be_attached()
        assert view.evaluate(page_colour) == "rgb(16, 22, 29)"
        page.emulate_media(color_scheme="dark")
        page.get_by_title("Switch to light colours").click()
        expect(page.locator("body[data-md-color-scheme=default]")).to_be_attached()
        assert view.evaluate(page_colour) == "rgb(255, 255, 255)"


def test_without_script_pages_pictures_and_the_other_language_are_there(browser, host):
    with visit(browser, host, java_script_enabled=False) as page:
        open_page(page, host, "en/processes/LTC.2.7.html")
        picture = page.get_by_role("img", name="Activity flow")
        picture.scroll_into_view_if_needed()
        expect(picture).to_be_visible()
        assert page.locator("a[hreflang=zh]").get_attribute("href") == "../../zh/processes/LTC.2.7.html"


def test_paper_shows_whole_diagrams_in_light_colours_and_no_controls(browser, host):
    with visit(browser, host, scheme="dark") as page:
        open_page(page, host, "en/processes/LTC.2.7.html")
        view = swimlane(page)
        page.emulate_media(media="print")
        expect(page.locator(".diagram__bar").first).to_be_hidden()
        expect(page.locator(".md-header")).to_be_hidden()
        assert width_of(page, view) <= view.evaluate("view => view.clientWidth")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        shown = "view => getComputedStyle(view.firstChild.shadowRoot.querySelector('.page')).fill"
        assert view.evaluate(shown) == "rgb(255, 255, 255)"
