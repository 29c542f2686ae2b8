"""The several things that one cell names."""

import re

_BETWEEN = re.compile(r"\s*(?:[\n;；、|]|[,，])\s*")
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_BULLET = re.compile(r"^(?:[(（]?\d{1,2}[.、)）](?!\d)|[-–•·*●■◆○①②③④⑤⑥⑦⑧⑨])\s*")
_NOTHING = frozenset({"-", "--", "—", "–", "/", "\\", "无", "n/a", "na", "none", "nil", "不适用", "无。", "."})


def says_nothing(text: str) -> bool:
    """Whether a cell only says that there is nothing."""
    return text.strip().lower() in _NOTHING


def entries(text: str) -> list[str]:
    """What a cell lists, without bullets; what stands in brackets stays together."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    plain = _BRACKETS.sub(keep, text)
    pieces = (re.sub("\0(\\d+)\0", lambda found: kept[int(found[1])], own) for own in _BETWEEN.split(plain))
    clean = (re.sub(r"\s+", " ", _BULLET.sub("", own.strip())).strip() for own in pieces)
    return list(dict.fromkeys(own for own in clean if own and not says_nothing(own)))
