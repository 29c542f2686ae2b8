"""Rules of the company's own, from the checks in its project file."""

import re
from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element
from ltcarch.model.project import Check, Project
from ltcarch.rules.company.judgement import Judgement, LibraryMissing, judgements, named_attributes
from ltcarch.rules.company.soundness import ANY, MOST_CHECKS, PLACEHOLDER
from ltcarch.rules.rule import Context, Finding, NotJudged, Rule
from ltcarch.rules.selection import FAMILIES, family_of
from ltcarch.rules.wording import listed

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{2,3}")


def company_rules(project: Project) -> tuple[Rule, ...]:
    """A rule for each check that has a code of its own, whether it can be judged or not."""
    found: dict[str, Rule] = {}
    for index, check in enumerate(project.checks[:MOST_CHECKS]):
        code = check.id or ""
        if _CODE.fullmatch(code) and family_of(code) not in FAMILIES and code not in found:
            found[code] = _rule(project, index, check)
    return tuple(found.values())


def _rule(project: Project, index: int, check: Check) -> Rule:
    def judge(architecture: Architecture, context: Context) -> Iterator[Finding]:
        try:
            judgement = judgements(architecture).get(index, Judgement(skipped=True))
        except LibraryMissing:
            raise NotJudged from None
        for element in judgement.failing:
            yield _finding(check, element, project.language)
        if not judgement.is_complete:
            raise NotJudged

    return Rule(
        code=check.id or "",
        name=check.name or (check.id or "").lower(),
        severity={"draft": Severity(check.severity) if check.severity in set(Severity) else Severity.WARNING},
        documentation=_documentation(check, project.language),
        check=judge,
        is_company_rule=True,
    )


def _finding(check: Check, element: Element, language: str) -> Finding:
    return Finding(
        element,
        _filled(check.message.in_language(language), element, language) if check.message else element.id,
        _path(check),
        _filled(check.help.in_language(language), element, language) if check.help else None,
    )


def _path(check: Check) -> tuple[str, ...]:
    """The attribute that the check is about, if it asks for a single one."""
    named = [own for own in named_attributes(check) if re.search(rf"\b{own}\b", check.assert_ or "")]
    return tuple(named) if len(named) == 1 else ()


def _filled(text: str, element: Element, language: str) -> str:
    values = {"id": element.id, "name": element.label(language)}
    return PLACEHOLDER.sub(lambda place: values.get(place[1], place[0]), text)


def _documentation(check: Check, language: str) -> str:
    """What the check demands, and why."""
    kinds = "element" if ANY in check.for_ else listed([own.replace("_", " ") for own in check.for_] or ["?"], "or")
    chosen = f" where `{_one_line(check.where)}`" if check.where else ""
    why = check.why.in_language(language) if check.why else ""
    return f"Each {kinds}{chosen} meets `{_one_line(check.assert_ or '?')}`.\n\n{why}\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
