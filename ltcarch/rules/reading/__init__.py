"""The rules of this family."""

from ltcarch.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
