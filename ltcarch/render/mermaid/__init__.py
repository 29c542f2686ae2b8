"""Pictures as flowcharts of Mermaid, which many git hosts and wikis draw."""

from ltcarch.render.mermaid.document import draw

__all__ = ["draw"]
