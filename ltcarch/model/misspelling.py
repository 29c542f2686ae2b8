"""Whether one word is another one misspelt, or simply another word."""

import re

_LETTERS = re.compile(r"[^\W\d_]+")
_JOINTS = re.compile(r"(?<=\d)([\s._-]+)(?=\d)|[\s._-]+")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_FIRST_IDEOGRAPH = "\u2e80"
LONG = 8
"""In words of so many letters two slips are still slips."""
MOST_SLIPS = 3
"""Words that are further apart do not come into question beside each other."""


def plain(word: str) -> str:
    """A word without capitals, without leading zeros, and without separators but for those between two numbers."""
    joined = _JOINTS.sub(lambda found: "." if found[1] else "", word)
    return _ZEROS.sub("", joined).casefold()


def outline(word: str) -> str:
    """What a slip leaves as it was: the first letters of a word's parts, its signs and numbers and where they stand.

    A number is never a slip: `A1` is not `A2`. A first letter is none either: `inactive` is not `active`.
    """
    folded = word.casefold()
    return "".join(part[0] for part in _LETTERS.findall(folded)) + " " + _LETTERS.sub("a", plain(word))


def slips(word: str, known: str, shortest: int) -> int | None:
    """How many slips of a typist lie between two words of the same outline; None where it rather is another word.

    Nothing is a slip in a part of fewer than `shortest` letters, such as an acronym, or in one with ideographs.
    """
    parts = zip(_LETTERS.findall(word.casefold()), _LETTERS.findall(known.casefold()), strict=True)
    pairs = [(one, two) for one, two in parts if one != two]
    if any(max(len(one), len(two)) < shortest or max(one + two) >= _FIRST_IDEOGRAPH for one, two in pairs):
        return None
    amount = sum(_distance(one, two) for one, two in pairs)
    return amount if amount <= MOST_SLIPS else None


def may_misspell(word: str, known: str, amount: int) -> bool:
    """Whether so many slips are few enough for words of this length."""
    return amount <= (MOST_SLIPS - 1 if max(len(word), len(known)) >= LONG else 1)


def _distance(one: str, other: str) -> int:
    """How many letters were left out, put in, mistaken or exchanged with their neighbours."""
    if abs(len(one) - len(other)) > MOST_SLIPS:
        return MOST_SLIPS + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, known in enumerate(other, 1):
            steps = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != known))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == known:
                steps = min(steps, before[column - 2] + 1)
            here.append(steps)
        before, above = above, here
    return above[-1]
