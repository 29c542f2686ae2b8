"""The site of the reference architecture, built once for all tests, and a browser that watches what it does."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.loading import load
from ltcarch.publish.site import Commission, site_files
from ltcarch.writing import write_tree

ROOT = Path(__file__).parents[2]
BELOW = "a/b"
"""The site does not stand at the root of its host."""
CHROMIUM = "/usr/bin/chromium"
_FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)
_PATIENCE = 180


def commission(project: Path) -> Commission:
    """A site of a project in all its languages."""
    architecture = load(project).architecture
    return Commission(architecture, architecture.project.languages, find_engine())


def reference_site(base: Path, worker: str) -> Path:
    """The root of a host that shows the site below a path. The first of several test processes builds it."""
    shared = base if worker == "master" else base.parent
    root, done = shared / "site-of-the-reference", shared / "site-of-the-reference.done"
    try:
        root.mkdir()
    except FileExistsError:
        _wait_for(done)
        return root
    files = site_files(commission(ROOT / "models/reference"), shared / "workshop-of-the-reference")
    write_tree(root / BELOW, files)
    done.touch()
    return root


def _wait_for(path: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not path.exists():
        if time.monotonic() > end:
            raise TimeoutError(f"nobody built {path}")
        time.sleep(0.2)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address at which a folder is served on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's own browser; none is downloaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, host: str, width: int = 1280, scheme: str = "light", **more: object) -> Iterator[Page]:
    """A new reader, on a screen so wide. Afterwards nothing was asked of another host, and nothing went wrong."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)
    context.set_default_timeout(60_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda own: None if own.url.startswith((host, "data:", "blob:")) else wrong.append(own.url))
    page.on("response", lambda own: wrong.append(f"{own.status} {own.url}") if own.status >= 400 else None)
    page.on("console", lambda own: wrong.append(own.text) if own.type in ("error", "warning") else None)
    page.on("pageerror", lambda own: wrong.append(str(own)))
    yield page
    context.close()
    assert not wrong, wrong


def is_within_screen(page: Page) -> bool:
    """Whether the page cannot be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")
