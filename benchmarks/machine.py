"""The machine on which something was measured, in a few words."""

import os
import platform
from pathlib import Path


def machine() -> str:
    """The processor, how many of them may be used, the memory and the system."""
    return f"{_processor()}, {_processors()} of its processors, {_memory()}{platform.system()} {platform.release()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB of memory, "
    except (AttributeError, OSError, ValueError):
        return ""
