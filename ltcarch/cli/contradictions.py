"""Options of `validate` that cannot be meant together."""

from ltcarch.cli.terminal import stop


def refuse_contradictions(
    *,
    fix: bool,
    diff: bool,
    watch: bool,
    write_baseline: bool,
    has_format: bool,
    has_selection: bool,
    names_baseline: bool,
    no_baseline: bool,
) -> None:
    """Stop where options contradict one another."""
    if no_baseline and (names_baseline or write_baseline):
        stop("`--no-baseline` contradicts the other options about the baseline", "leave one of them out")
    if write_baseline and has_selection:
        stop("a baseline holds the findings of all rules", "leave out `--select` and `--ignore`")
    asked = "--diff" if diff else "--fix"
    if (fix or diff) and watch:
        stop(f"`{asked}` runs once, `--watch` until you end it", "leave one of them out")
    if (fix or diff) and write_baseline:
        stop(f"`{asked}` and `--write-baseline` are two steps", "mend first, then write what is left as the baseline")
    if watch and (has_format or write_baseline):
        stop("`--watch` shows findings as text and writes nothing", "leave out the other formats, files and baselines")
    if diff and has_format:
        stop("`--diff` shows a diff and no findings", "leave out `--format`, `--output` and `--summary`")
