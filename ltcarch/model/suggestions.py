"""What somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_CANDIDATES = 20_000


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that looks most like a word; None where none is near.

    Of very many candidates only those that begin alike are compared, so that a thousand misspelt ids in a large
    project stay cheap.
    """
    known = sorted(candidates)
    folded = {candidate.casefold(): candidate for candidate in reversed(known)}
    if word.casefold() in folded:
        return folded[word.casefold()]
    if len(known) > MOST_CANDIDATES:
        known = [candidate for candidate in known if candidate[:2] == word[:2]][:MOST_CANDIDATES]
    found = get_close_matches(word, known, n=1, cutoff=0.72)
    return found[0] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """A help sentence that names the nearest candidate."""
    found = nearest(word, candidates)
    return f"did you mean `{found}`?" if found else None
