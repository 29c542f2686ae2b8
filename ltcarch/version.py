"""The version of ltcarch, and nothing else: reading it must cost nothing."""

__version__ = "0.1.0"
