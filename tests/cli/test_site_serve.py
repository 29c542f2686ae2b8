"""The preview follows the files: what is saved is shown, what is broken is told, and nobody else is answered."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, ltcarch
from tests.publish.site import chromium, visit

PATIENCE = 60
PAGE = "en/processes/OTC.1.1.html"


class Site:
    """A running preview of a project of its own."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        shutil.copytree(ROOT / "examples/starter", self.project)
        self.file = self.project / "architecture/order-to-cash.yaml"
        self.good = self.file.read_text()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ltcarch", "site", "serve", str(self.project)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "LTCARCH_CACHE": str(folder / "cache")},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stderr
        self.address = re.search(r"http://127\.0\.0\.1:\d+/", self._process.stderr.readline())[0]

    def get(self, path: str) -> str:
        """A page or file."""
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return answer.read().decode()

    def refusal(self, path: str, **headers: str) -> int:
        """The status with which the server refuses to give something."""
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urllib.request.Request(self.address + path, headers=headers), timeout=20)
        with refused.value:
            return refused.value.code

    def wait_for(self, words: str, path: str = PAGE) -> str:
        """The page as soon as it holds some words."""
        end = time.monotonic() + PATIENCE
        while words not in (shown := self.get(path)) and time.monotonic() < end:
            time.sleep(0.05)
        assert words in shown
        return shown

    def end(self) -> int:
        """The exit status after the process was asked to end."""
        self._process.terminate()
        try:
            return self._process.wait(timeout=30)
        finally:
            self._process.kill()
            self._process.communicate()


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("serve"))
    yield site
    assert site.end() == 0


@pytest.fixture
def site(running):
    running.file.write_text(running.good)
    running.wait_for("Register order")
    return running


def test_the_first_address_leads_to_the_first_page(site):
    assert "/_preview/live.js" in site.get("")
    assert "<svg" in site.get("en/pictures/house.svg")


def test_a_saved_file_is_shown(site):
    site.file.write_text(site.good.replace("Register order", "Write the order down"))
    shown = site.wait_for("Write the order down")
    assert "Register order" not in shown
    assert "Write the order down" in site.get("en/pictures/swimlane-OTC.1.1.svg")


def test_a_browser_hears_which_page_is_new(site):
    with urllib.request.urlopen(f"{site.address}_preview/events?path=/{PAGE}", timeout=PATIENCE) as stream:
        assert stream.readline() == b": here\n"
        site.file.write_text(site.good.replace("Register order", "Note the order"))
        events = (json.loads(line.removeprefix(b"data: ")) for line in stream if line.startswith(b"data: "))
        own = (event for event in events if f"/{PAGE}" in event.get("paths", ()))
        assert any("Note the order" in site.get(PAGE) for _ in own)


def test_a_browser_hears_what_it_missed_while_it_read_the_page(site):
    since = re.search('data-since="([0-9]+)"', site.get(PAGE))[1]
    site.file.write_text(site.good.replace("Register order", "Take the order down"))
    site.wait_for("Take the order down")
    with urllib.request.urlopen(f"{site.address}_preview/events?path=/{PAGE}&since={since}", timeout=5) as stream:
        assert stream.readline() == b'data: {"all": true}\n'
    now = re.search('data-since="([0-9]+)"', site.get(PAGE))[1]
    with urllib.request.urlopen(f"{site.address}_preview/events?path=/{PAGE}&since={now}", timeout=5) as stream:
        assert stream.readline() == b": here\n"


def test_a_broken_file_shows_what_is_wrong_until_it_is_mended(site):
    site.file.write_text(site.good + "  wrong: [<script>\n")
    shown = site.wait_for("not as it must be")
    assert "architecture/order-to-cash.yaml:" in shown
    assert "Register order" not in shown
    assert "&lt;script&gt;" in shown
    assert "/_preview/live.js" in shown
    assert site.refusal("de/x.html") == 404
    site.file.write_text(site.good)
    site.wait_for("Register order")


def test_findings_of_rules_are_counted_beside_the_page(site):
    site.file.write_text(site.good.replace("role: order_clerk", "role: [order_clerk, order_planner]", 1))
    shown = site.wait_for('data-banner="1 error')
    assert "Register order" in shown
    assert "OWN05" in site.get("_preview/findings.html")


def test_a_project_file_that_vanishes_does_not_end_it(site):
    kept = (site.project / "ltcarch.yaml").read_text()
    (site.project / "ltcarch.yaml").unlink()
    site.wait_for("not as it must be")
    (site.project / "ltcarch.yaml").write_text(kept)
    site.wait_for("Register order")


@pytest.mark.parametrize(
    "path", ["../../../../etc/passwd", "en/../mkdocs.yml", "en/%2e%2e/mkdocs.yml", "en//etc/passwd", "de/x.html"]
)
def test_nothing_outside_of_the_pages_is_given(site, path):
    assert site.refusal(path) == 404


def test_pages_of_strangers_that_point_here_are_refused(site):
    assert site.refusal(PAGE, Host="rebound.example") == 403


def test_other_machines_cannot_reach_it(site):
    port = int(site.address.rpartition(":")[2].strip("/"))
    own = [found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    others = [address for address in own if not address.startswith("127.")]
    for address in others:
        with pytest.raises(OSError), socket.create_connection((address, port), timeout=2):
            pass


def test_a_port_that_is_taken_is_said(site):
    port = site.address.rpartition(":")[2].strip("/")
    run = ltcarch("site", "serve", site.project, "--port", port)
    assert run.returncode == 2
    assert f"port {port} cannot be used" in run.stderr


def test_an_open_browser_follows_every_save_by_itself(site):
    with chromium() as browser, visit(browser, site.address.rstrip("/")) as page:
        page.goto(site.address + PAGE)
        site.file.write_text(site.good.replace("Register order", "Enter the order"))
        page.get_by_role("link", name="Enter the order").first.wait_for()
        site.file.write_text(site.good + "  wrong: [\n")
        page.get_by_text("Something in the files is not as it must be").wait_for()
        site.file.write_text(site.good)
        page.get_by_role("link", name="Register order").first.wait_for()
        page.goto(site.address + PAGE.replace("en/", "zh/"))
        page.get_by_text("登记订单").first.wait_for(state="attached")
