"""The garbage collector of Python, which has little to do here and takes long to find that out."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Millions of young objects that all survive make the collector the slowest part of reading and judging."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
