"""Projects of known size, the same bytes at every call: what the benchmarks are run on.

`python -m benchmarks.corpora FOLDER` writes them below a folder.
"""

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.company_corpus import write_company
from benchmarks.plain_corpus import write_corpus


class Corpus(NamedTuple):
    """A project that can be written into a folder; writing it tells how many elements it has."""

    write: Callable[[Path], int]
    is_of: str


def _plain(elements: int, files: int) -> Callable[[Path], int]:
    return partial(write_corpus, elements=elements, files=files)


CORPORA = {
    "many": Corpus(_plain(4_400, 199), "equal groups in 200 files"),
    "company": Corpus(
        partial(write_company, elements=20_000),
        "activity flows with choices, parallel work and calls, states, roles, interfaces, two languages",
    ),
    "1k": Corpus(_plain(1_000, 1), "equal groups in one file"),
    "10k": Corpus(_plain(10_000, 1), "equal groups in one file"),
    "big": Corpus(_plain(100_000, 1), "equal groups in one file"),
}


def write(name: str, folder: Path) -> int:
    """Write a corpus into a folder; returns how many elements it has."""
    return CORPORA[name].write(folder)


def write_apart(names: Iterable[str], folder: Path) -> dict[str, int]:
    """Write corpora below a folder, in another process; returns how many elements each has.

    A process that has grown would count its size as the least memory of each that it starts.
    """
    with ProcessPoolExecutor(1) as other:
        return {name: other.submit(write, name, folder / name).result() for name in names}


def main() -> None:
    """Write every corpus below the folder that is named on the command line."""
    for name, corpus in CORPORA.items():
        print(f"{name}: {corpus.write(Path(sys.argv[1]) / name):,} elements, {corpus.is_of}")


if __name__ == "__main__":
    main()
