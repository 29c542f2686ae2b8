"""Atheris feeding one target: inputs that reach code which no earlier one reached are kept and damaged further."""

import re
import sys
from random import Random

import atheris

from fuzz.damaging import AWKWARD, damaged
from fuzz.targets import judge_of

_WORD = re.compile(r'"([a-z_]+)"')


def words() -> list[bytes]:
    """Every key and word that the format knows, and what stands awkwardly in any text."""
    from ltcarch.loading.shape import ARCHITECTURE, PROJECT, schema_text

    texts = (schema_text(name) for name in (ARCHITECTURE, PROJECT))
    known = {word for text in texts for word in _WORD.findall(text)}
    return [*(own.encode() for own in sorted(known)), *AWKWARD]


def main() -> None:
    """Feed the target that the first argument names; the others are options of libFuzzer."""
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=["ltcarch"]):
        judge = judge_of(name)
    known = words()

    def changed(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if name == "shapes" or random.random() < 0.25:
            return atheris.Mutate(data, most)
        return damaged(data, random, known)[:most]

    atheris.Setup(sys.argv, judge, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
