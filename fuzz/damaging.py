"""Damage that a text can take: lines and words gone, twice, elsewhere, or replaced by others that are awkward."""

import re
from collections.abc import Callable, Sequence
from random import Random

AWKWARD = (
    b"", b"~", b"null", b"true", b"no", b"0", b"-1", b"007", b"1e3", b"1e999", b".nan", b"0x1F", b"9" * 40, b"12:30",
    b"2025-02-30", b"[]", b"{}", b"[[]]", b"{a: {}}", b"[", b"}", b"'", b'"', b"- ", b"? ", b": ", b"|", b">-", b"&a",
    b"*a", b"!!str", b"<<", b"---", b"...", b"#", b"%", b"@", b"`", b"\t", b"\r", b"\x00", b"\x07", b"\x1b[2J", b"\x7f",
    b"\xff", b"\xc3", b"\\", b"..", b".", b"../x", b"=1+1", b"<b>", b"&amp;", b"]]>", b"${x}", b"{{ x }}", b"%s",
    b"company", b"customer",
    *(sign.encode("utf-8", "surrogatepass") for sign in (
        "\u202e", "\u2066", "\u200b", "\u200d", "\u0301", "e\u0301", "\u00a0", "\u2028", "\u0085", "\ufeff", "\ufffe",
        "\uffff", "\U0001fffe", "\ud800", "\udc00", "\ue000", "\U0010ffff", "\U000e0041", "\u0410", "\uff41", "\u0130",
        "\u00df", "\ufb01", "\u4e2d", "\U00020bb7", "\U0001f600", "\U0001f469\u200d\U0001f467", "\uff08", "\uff1a",
        "\uff0c", "\u201c", "\u0663", "\u2460",
    )),
)  # fmt: skip
"""What stands awkwardly in a text, from words that look like numbers to characters that nobody sees."""
_WORD = re.compile(rb"[\w.\-]+|[^\w\s]")
_MOST = 120_000
Damage = Callable[[bytes, Random, Sequence[bytes]], bytes]


def damaged(data: bytes, random: Random, words: Sequence[bytes] = ()) -> bytes:
    """The text with a few damages; words from `words` come into it."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_DAMAGES)(data, random, words or AWKWARD)[:_MOST]
    return data


def _line(data: bytes, random: Random, change: Callable[[list[bytes], int], None]) -> bytes:
    lines = data.split(b"\n")
    change(lines, random.randrange(len(lines)))
    return b"\n".join(lines)


def _without_line(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    return _line(data, random, lambda lines, at: lines.__delitem__(at))


def _line_again(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    return _line(data, random, lambda lines, at: lines.insert(random.randrange(len(lines) + 1), lines[at]))


def _lines_again(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    length = random.randint(2, 12)
    return _line(data, random, lambda lines, at: lines[at:at].extend(lines[at : at + length]))


def _line_moved(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    def change(lines: list[bytes], at: int) -> None:
        moved = b" " * random.choice((1, 2, 2, 4))
        lines[at] = moved + lines[at] if random.random() < 0.5 else lines[at].removeprefix(moved)

    return _line(data, random, change)


def _word(data: bytes, random: Random, new: Callable[[list[re.Match[bytes]], re.Match[bytes]], bytes]) -> bytes:
    found = list(_WORD.finditer(data))
    if not found:
        return data
    own = random.choice(found)
    return data[: own.start()] + new(found, own) + data[own.end() :]


def _awkward_word(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    return _word(data, random, lambda found, own: random.choice(AWKWARD))


def _known_word(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    return _word(data, random, lambda found, own: random.choice(words))


def _other_word(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    return _word(data, random, lambda found, own: random.choice(found)[0])


def _awkward_within(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    return _word(data, random, lambda found, own: own[0][:1] + random.choice(AWKWARD) + own[0][1:])


def _cut(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    begin = random.randrange(len(data) + 1)
    return data[:begin] + data[begin + random.randint(1, 40) :]


def _byte(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + bytes([random.randrange(256)]) + data[at + random.randint(0, 1) :]


_DAMAGES: tuple[Damage, ...] = (
    _without_line, _line_again, _lines_again, _line_moved, _awkward_word, _known_word, _known_word, _other_word,
    _other_word, _other_word, _awkward_within, _cut, _byte,
)  # fmt: skip
