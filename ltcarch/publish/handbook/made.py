"""What was made before of the same thing, so that it need not be made again."""

from collections.abc import Callable
from pathlib import Path

from ltcarch.writing.cache import Cache, digest
from ltcarch.writing.identity import own_identity


class Made:
    """Bytes by what they were made of: values whose `repr` says all that decides over them."""

    def __init__(self, folder: Path | None) -> None:
        """In a cache folder; without one, everything is made anew."""
        self._cache = Cache(folder) if folder else None

    def bytes(self, make: Callable[[], bytes], *of: object) -> bytes:
        """What is made of some values, by a function that is the same wherever the values are."""
        if self._cache is None:
            return make()
        key = digest(b"made", own_identity(), *(repr(own).encode("utf-8", "surrogatepass") for own in of))
        known = self._cache.get(key)
        if known is None:
            known = make()
            self._cache.put(key, known)
        return known

    def close(self) -> None:
        """Make room for others."""
        if self._cache is not None:
            self._cache.close()


ANEW = Made(None)
"""Makes everything anew."""
