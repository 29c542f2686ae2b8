"""The pages of a preview, for browsers on this machine."""

import errno
import re
from collections.abc import Callable
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, unquote, urlsplit

from ltcarch.publish.preview.findings_page import page
from ltcarch.publish.preview.preview import Preview
from ltcarch.publish.site.finishing import finished

LOOPBACK = "127.0.0.1"
_OWN = "/_preview/"
_COUNT = re.compile("[0-9]{1,15}")
_SCRIPT = Path(__file__).parent / "assets/live.js"
_HEARTBEAT = 15.0
"""Seconds after which a browser hears that the preview is still there."""
_NOTHING_FROM_ELSEWHERE = "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'self'"


class PortTaken(Exception):
    """Another program listens at the port."""


class Server:
    """Serves a preview at a port of this machine that no other machine can reach."""

    def __init__(self, preview: Preview, port: int, findings: Callable[[], str]) -> None:
        """`findings` is the page with the findings of the moment. Raises PortTaken."""
        try:
            self._server = ThreadingHTTPServer((LOOPBACK, port), partial(_Handler, preview, findings))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise PortTaken(f"port {port} cannot be used: {error.strerror}") from None
            raise
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        """Where the preview can be seen."""
        return f"http://{LOOPBACK}:{self._server.server_port}/"

    def run(self) -> None:
        """Answer until somebody closes the server."""
        self._server.serve_forever(poll_interval=0.2)

    def close(self) -> None:
        """Answer no more."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, preview: Preview, findings: Callable[[], str], *given: Any) -> None:
        self._preview = preview
        self._findings = findings
        super().__init__(*given)

    def do_GET(self) -> None:
        """Answer with a page, a file, or the events of the preview."""
        if self.headers.get("Host") not in self._own_names():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"this preview answers to this machine alone\n")
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        if path == f"{_OWN}events":
            given = parse_qs(asked.query)
            since = given.get("since", [""])[0]
            changes = int(since) if _COUNT.fullmatch(since) else self._preview.state.changes
            self._stream(given.get("path", [""])[0], changes)
        elif path == f"{_OWN}live.js":
            self._send(HTTPStatus.OK, "text/javascript", _SCRIPT.read_bytes())
        elif path == f"{_OWN}findings.html":
            self._send_page(self._findings(), self._preview.state.changes)
        else:
            self._send_file(path)

    def log_message(self, *_: object) -> None:
        """The terminal is for findings."""

    def _own_names(self) -> tuple[str, ...]:
        """By which names a browser of this machine may ask: others would be pages of strangers that point here."""
        port = cast(tuple[str, int], self.server.server_address)[1]
        return (f"{LOOPBACK}:{port}", f"localhost:{port}")

    def _send_file(self, path: str) -> None:
        language, _, name = path.removeprefix("/").partition("/")
        if not name and language in ("", *self._preview.languages):
            self._lead_to(f"/{language or self._preview.languages[0]}/index.html")
            return
        since = self._preview.state.changes
        is_page = name.endswith(".html") and language in self._preview.languages
        obstacle = self._preview.state.obstacle
        if is_page and obstacle:
            self._send_page(obstacle if obstacle.startswith("<") else page(obstacle, ""), since)
            return
        data = self._preview.page(language, name)
        if data is None:
            missing = page("There is no such page", '<p><a href="/">The first page</a></p>')
            self._send_page(missing, since, HTTPStatus.NOT_FOUND)
        elif is_page:
            self._send_page(finished({name: data}, language).get(name, data).decode(), since)
        else:
            self._send(HTTPStatus.OK, guess_type(name)[0] or "application/octet-stream", data)

    def _send_page(self, text: str, since: int, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Answer with a page that is as it was, or newer than, at that count of changes."""
        banner = escape(self._preview.state.banner)
        script = f'<script src="{_OWN}live.js" data-banner="{banner}" data-since="{since}"></script>'
        before, body, after = text.rpartition("</body>")
        shown = f"{before}{script}{body}{after}" if body else text + script
        self._send(status, "text/html", shown.encode())

    def _lead_to(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", f"{kind}{charset}")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", _NOTHING_FROM_ELSEWHERE)
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, path: str, since: int) -> None:
        """Tell a browser what happens, from that count of changes on, until it goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        try:
            for event in self._preview.state.events(path, since, _HEARTBEAT):
                self.wfile.write(f"data: {event}\n\n".encode() if event else b": here\n\n")
                self.wfile.flush()
        except OSError:
            return
