"""A page for each rule, and their list."""

from itertools import groupby

from ltcarch.model.project import PROFILES
from ltcarch.rules import RULES
from ltcarch.rules.page import rule_page
from ltcarch.rules.rule import ASKED_FOR_BY

FAMILIES = {
    "SRC": "Reading files",
    "SCH": "Shape of files",
    "REF": "References",
    "CFG": "Configuration",
    "STR": "Structure",
    "IDN": "Identity and naming",
    "OWN": "Ownership and roles",
    "FLW": "Flows and interfaces",
    "ACT": "Activity logic",
    "KPI": "Measures",
    "CTL": "Control",
    "LIF": "Lifecycle and versions",
    "MAT": "Completeness and maturity",
    "TRC": "Traceability",
}


def rule_pages() -> dict[str, str]:
    """The pages by path: one a rule, and the index."""
    return {"rules/README.md": _index(), **{f"rules/{rule.code}.md": rule_page(rule) for rule in RULES}}


def _index() -> str:
    lines = [
        "# Rules",
        "",
        "What `ltcarch validate` checks, by family. The columns say how grave a finding is in each profile; a dash",
        "means that the rule is silent there. Every severity can be set in `ltcarch.yaml`. A rule beside which",
        "an option of the command line stands runs only where that option asks for it; what stands beside `--fix` is",
        "mended by `ltcarch validate --fix` where there is one safe answer.",
    ]
    for family, rules in groupby(RULES, key=lambda rule: rule.code[:3]):
        lines += [
            "",
            f"## {FAMILIES[family]}",
            "",
            f"| Code | Demand | {' | '.join(PROFILES)} |",
            "|---|---|---|---|---|",
        ]
        for rule in rules:
            severities = [rule.severity_in(profile) for profile in PROFILES]
            shown = " | ".join(severity.value if severity else "–" for severity in severities)
            options = [*(ASKED_FOR_BY[need] for need in sorted(rule.needs)), *(["--fix"] if rule.mending else [])]
            asked = "".join(f" (`{option}`)" for option in options)
            lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.statement}{asked} | {shown} |")
    return "\n".join(lines) + "\n"
