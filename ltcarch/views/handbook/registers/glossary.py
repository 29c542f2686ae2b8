"""The terms of the company."""

from ltcarch.model import Term
from ltcarch.views.handbook.alphabet import by_sound
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Cell,
    Section,
    cell,
)
from ltcarch.views.handbook.registers.table import register_table


def glossary(edition: Edition) -> tuple[Section | None, ...]:
    text = edition.text

    def other_languages(term: Term) -> Cell:
        values = term.name.values if term.name else ()
        return cell(*(value for language, value in values if language and value != term.label(edition.language)))

    def avoided(term: Term) -> Cell:
        return cell(*(value for own in term.deprecated if (value := own.get(edition.language) or own.get(""))))

    terms = sorted(edition.architecture.all(Term), key=lambda own: by_sound(own.label(edition.language)))
    return (
        register_table(
            edition,
            "glossary",
            edition.word("Glossary"),
            terms,
            ("Acronym", lambda own: cell(own.acronym)),
            ("Meaning", lambda own: cell(text(own.definition))),
            ("In other languages", other_languages),
            ("No longer used", avoided),
        ),
    )
