"""What somebody may have meant."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property

from ltcarch.model.misspelling import may_misspell, outline, plain, slips

MOST_CANDIDATES = 20_000
MOST_COMPARISONS = 50_000
"""How many pairs of words one vocabulary compares at length; each takes some microseconds."""
NEAR = 0.72
LONG = 20
"""Comparing takes a multiple of the time for words beyond this, by the square of their lengths."""
LONGEST = 200
"""A longer word is not taken for a misspelt one."""


class Vocabulary:
    """The words that may be meant, for many questions.

    A slip of one letter is found in an index. Anything less alike needs comparisons with every word, and they are
    counted: where thousands of words are wrong, the later ones are answered by the index alone.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._left = self._left_to_weigh = MOST_COMPARISONS
        self._answers: dict[str, str | None] = {}

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {word.casefold(): word for word in reversed(self._words)}

    @cached_property
    def _halves(self) -> dict[tuple[str, str], list[str]]:
        """Words by their first and by their last half: one wrong letter leaves one of them as it was."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for word in self._words:
            middle = len(word) // 2
            found["first", word[:middle]].append(word)
            found["last", word[middle:]].append(word)
        return found

    def nearest(self, word: str) -> str | None:
        """The word that looks most like this one; None where none is near."""
        if word not in self._answers:
            self._answers[word] = self._found(word)
        return self._answers[word]

    def _found(self, word: str) -> str | None:
        if word.casefold() in self._folded:
            return self._folded[word.casefold()]
        meant = self.meant(word)
        if meant:
            return meant
        compared = self._words_to_compare(word)
        if compared is None:
            return max(self._one_letter_apart(word), default=None)
        found = get_close_matches(word, compared, n=1, cutoff=NEAR)
        return found[0] if found else None

    def meant(self, word: str, *, shortest: int = 4) -> str | None:
        """The one word that this one misspells; None where there is none, or where two come into question.

        Parts of fewer than `shortest` letters have to be right.
        """
        if not plain(word) or len(word) > LONGEST:
            return None
        same = self._plain.get(plain(word), [])
        if same:
            return same[0] if len(same) == 1 else None
        alike = self._outlines.get(outline(word), [])
        self._left_to_weigh -= len(alike) * (1 + (len(word) // LONG) ** 2)
        if self._left_to_weigh < 0:
            return None
        weighed = ((slips(word, known, shortest), known) for known in alike)
        counted = sorted((amount, known) for amount, known in weighed if amount is not None)
        if not counted or not may_misspell(word, counted[0][1], counted[0][0]):
            return None
        is_alone = len(counted) == 1 or counted[1][0] > counted[0][0] + 1
        return counted[0][1] if is_alone else None

    @cached_property
    def _plain(self) -> dict[str, list[str]]:
        return self._by(plain)

    @cached_property
    def _outlines(self) -> dict[str, list[str]]:
        return self._by(outline)

    def _by(self, look: Callable[[str], str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            found[look(word)].append(word)
        return found

    def _words_to_compare(self, word: str) -> list[str] | None:
        """All words, of very many those that begin alike; None when enough has been compared."""
        words = self._words
        if len(words) > MOST_CANDIDATES:
            begin = bisect_left(words, word[:2])
            words = words[begin : min(bisect_left(words, word[:2] + "\U0010ffff"), begin + MOST_CANDIDATES)]
        weight = len(words) * (1 + (len(word) // LONG) ** 2)
        if weight > self._left:
            return None
        self._left -= weight
        return words

    def _one_letter_apart(self, word: str) -> Iterator[str]:
        for length in (len(word) - 1, len(word), len(word) + 1):
            middle = length // 2
            halves = (("first", word[:middle]), ("last", word[len(word) - (length - middle) :]))
            for half in halves:
                for known in self._halves.get(half, ()):
                    if len(known) == length and _is_one_letter_apart(word, known):
                        yield known


def _is_one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter was left out, put in or mistaken, or two neighbours changed places."""
    shorter, longer = sorted((one, other), key=len)
    same = next((index for index, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(longer) > len(shorter):
        return len(longer) == len(shorter) + 1 and shorter[same:] == longer[same + 1 :]
    turned = longer[same : same + 2] == shorter[same : same + 2][::-1]
    return shorter[same + 1 :] == longer[same + 1 :] or (turned and shorter[same + 2 :] == longer[same + 2 :])


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that looks most like a word; None where none is near."""
    return Vocabulary(candidates).nearest(word)


def did_you_mean(word: str, candidates: Iterable[str] | Vocabulary) -> str | None:
    """A help sentence that names the nearest candidate."""
    known = candidates if isinstance(candidates, Vocabulary) else Vocabulary(candidates)
    found = known.nearest(word)
    return f"did you mean `{found}`?" if found else None


def meant(word: str, candidates: Iterable[str] | Vocabulary, *, shortest: int = 4) -> str | None:
    """The one candidate that a word misspells; None where that is not certain."""
    known = candidates if isinstance(candidates, Vocabulary) else Vocabulary(candidates)
    return known.meant(word, shortest=shortest)
