"""The garbage collector of Python, which has little to do here and takes long to find that out."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Millions of young objects that all survive make the collector the slowest part of reading and judging.

    What was built is then left out of later collections, since it lives as long as the command.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
