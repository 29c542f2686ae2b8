"""SRC: reading files. Found before any rule looks at the architecture."""

from ltcarch.rules.reading import (
    alias,
    control_character,
    duplicate_key,
    key_not_text,
    not_utf8,
    nothing_to_read,
    several_documents,
    syntax,
    tag,
    too_deep,
    too_large,
    unreadable_file,
)
from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unreadable_file.RULE,
    not_utf8.RULE,
    control_character.RULE,
    syntax.RULE,
    duplicate_key.RULE,
    alias.RULE,
    tag.RULE,
    several_documents.RULE,
    too_deep.RULE,
    too_large.RULE,
    key_not_text.RULE,
    nothing_to_read.RULE,
)
