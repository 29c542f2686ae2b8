"""What headings of columns say, in English and Chinese: a language, a level, and what stands below them."""

import re
import unicodedata
from typing import NamedTuple

ENGLISH, CHINESE, BOTH = "en", "zh", "both"


class Said(NamedTuple):
    """What a heading says."""

    language: str
    level: int | None
    words: str


_LANGUAGES = {
    ENGLISH: r"\((?:en|eng|english|英|英文)\)|\b(?:en|eng|english)\b|英文|英语",
    CHINESE: r"\((?:zh|cn|chinese|中|中文)\)|\b(?:zh|cn|chn|chinese)\b|中文|汉语|简体",
}
_LEVEL = re.compile(
    r"\b(?:l|lv|lvl|level|tier)[ ._-]*([0-9])(?![0-9.])|第?([一二三四五六七八九1-9])级"
    r"|([1-9])(?:st|nd|rd|th) level|层级([1-9])"
)
_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九", 1)}
_SIGNS = re.compile(r"[\s\n/_\-:;,.()\[\]*|、。\"'?!<>]+")
_CHINESE = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u04ff]")


def plain(text: str) -> str:
    """Text without differences of width and case."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().lower()


def said_by(heading: str) -> Said:
    """What a heading says about language and level, and the words that are left."""
    text = plain(heading)
    language = ""
    for code, pattern in _LANGUAGES.items():
        if re.search(pattern, text) and not language:
            language = code
            text = re.sub(pattern, " ", text)
    level = None
    found = _LEVEL.search(text)
    if found:
        digit = next(own for own in found.groups() if own)
        level = _DIGITS.get(digit) or int(digit)
        text = text[: found.start()] + " " + text[found.end() :]
    return Said(language, level, _SIGNS.sub(" ", text).strip())


def script_of(text: str) -> str:
    """The language that the script of a text tells: Chinese, English for Latin letters, empty where it has neither."""
    if _CHINESE.search(text):
        return CHINESE
    return ENGLISH if _LATIN.search(text) else ""


LEVEL_WORDS: tuple[tuple[int, str], ...] = (
    (
        1,
        r"l1|categor(y|ies)|domain|classification|value chain"
        r"|流程域|业务域|领域|流程分类|流程类别|流程大类|大类|价值链|模块",
    ),
    (2, r"l2|process groups?|group|流程组|流程群|中类|process area|能力组"),
    (3, r"l3|process|processes|main process|流程|主流程|小类|流程名称"),
    (4, r"l4|sub ?process|sub ?processes|子流程|支流程|procedure"),
    (5, r"l5|activit(y|ies)|活动|流程活动|作业活动|关键活动|流程步骤"),
    (6, r"l6|tasks?|steps?|work ?steps?|任务|步骤|操作步骤|作业|动作"),
)


def level_of_words(words: str) -> int | None:
    """The level that a word such as Activity or 流程组 names."""
    bare = re.sub(r" ?(name|names|title|名称|名)$", "", words) or words
    bare = re.sub(r"^(business|process|main) (?=domain|categor|task|step|activit)", "", bare)
    for level, pattern in LEVEL_WORDS:
        if re.fullmatch(pattern, words) or re.fullmatch(pattern, bare):
            return level
    return None


_LEVEL_CELL = re.compile(
    r"(?:l|lv|lvl|level|tier|第)?[ ._-]*([0-9一二三四五六七八九])(?: ?(?:级|层|\.0))?(?![0-9.]).{0,20}"
)


def level_of_cell(text: str) -> int | None:
    """The level that a cell such as 3, L3, 三级 or Process group states."""
    words = _SIGNS.sub(" ", plain(text)).strip()
    named = level_of_words(words)
    if named:
        return named
    found = _LEVEL_CELL.fullmatch(plain(text))
    return (_DIGITS.get(found[1]) or int(found[1])) if found else None
