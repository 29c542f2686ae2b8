"""From files to a linked architecture, with a diagnostic for everything that could not be taken as it stands."""

from ltcarch.loading.load import Loaded, load

__all__ = ["Loaded", "load"]
