"""A live preview of the site: pages that follow the files while somebody edits them."""

from ltcarch.publish.preview.preview import Preview
from ltcarch.publish.preview.server import PortTaken, Server

__all__ = ["PortTaken", "Preview", "Server"]
