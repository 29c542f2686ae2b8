"""The page of one rule, in Markdown: printed by `ltcarch rule` and published with the documentation."""

from ltcarch.model.project import PROFILES
from ltcarch.rules.documentation import ARCHITECTURE_FILE, FORMER, documentation
from ltcarch.rules.rule import Rule

_WHEN_IT_RUNS = {
    "today": "It compares dates with today's, so it runs only when asked for: `--with-dates`, or `--today DATE`.",
    "history": "It compares with a former version in git, so it runs only when asked for: `--since REV`.",
}


def rule_page(rule: Rule) -> str:
    """Demand, reason, examples, and how to set and waive the rule."""
    shown = documentation(rule)
    blocks = [
        f"# {rule.code} {rule.name}",
        shown.statement,
        _severities(rule),
        *(_WHEN_IT_RUNS[need] for need in sorted(rule.needs)),
        f"`ltcarch validate --fix` {rule.mending}." if rule.mending else "",
        *_part("Why", shown.why),
        *_part("Bad", *_files(shown.bad), shown.bad_in_words.strip()),
        *_part("Good", *_files(shown.good)),
        *_settings(rule),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _part(heading: str, *blocks: str) -> tuple[str, ...]:
    return (f"## {heading}", *blocks) if any(blocks) else ()


def _severities(rule: Rule) -> str:
    if rule.check is None:
        return "Always an error; it cannot be set or switched off."
    said = [f"{rule.severity[own].value} from profile {own} on" for own in PROFILES if own in rule.severity]
    return f"Severity: {', '.join(said)}." if said else "Off, unless the project sets a severity."


def _files(files: dict[str, str]) -> list[str]:
    blocks = []
    for path, text in files.items():
        heading = f"# {_shown_path(path)}\n" if len(files) > 1 or path != ARCHITECTURE_FILE else ""
        blocks.append(f"```yaml\n{heading}{text.rstrip()}\n```")
    return blocks


def _shown_path(path: str) -> str:
    return f"{path.removeprefix(FORMER)}, as it was before" if path.startswith(FORMER) else path


def _settings(rule: Rule) -> list[str]:
    if rule.check is None:
        return []
    blocks = ["## Settings", "In `ltcarch.yaml`, with `off`, `info`, `warning` or `error`:"]
    lines = ["rules:", f"  {rule.code}:", "    severity: warning"]
    lines += [f"    {name}: {_value(option.default)}  # {option.meaning}" for name, option in rule.options.items()]
    if not rule.options:
        lines = ["rules:", f"  {rule.code}: warning"]
    blocks.append("```yaml\n" + "\n".join(lines) + "\n```")
    blocks.append("To silence it at one element, with a reason, an owner and a last day:")
    waiver = [
        "waivers:",
        f"  - rule: {rule.code}",
        "    reason: why it does not apply here",
        "    owner: process_office",
        '    expires: "2027-06-30"',
    ]
    blocks.append("```yaml\n" + "\n".join(waiver) + "\n```")
    return blocks


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(str, value))}]"
    return "{}" if value == {} else f'"{value}"' if isinstance(value, str) else str(value)
