"""How fast `ltcarch validate` is, from an installed wheel, beside tools that do a part of its work.

Every command is a process of its own, start-up included; the figures are medians of runs that take turns. Each promise
is printed with its figure and PASS or MISSED, and all goes into docs/performance.md.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import performance_page
from benchmarks.corpora import CORPORA, write_apart
from benchmarks.demands import Verdict, verdicts
from benchmarks.installation import CHECKOUT, Installation, install, versions
from benchmarks.likec4_model import write_likec4_model
from benchmarks.machine import machine
from benchmarks.measuring import Command, Failed, Run, interleaved, measured

RUNS = 5
RUNS_OF_SHORT = 25
LARGE = ("big",)
WITH_PEERS = ("many", "big")
WITH_STAGE = ("many", "company", "big")
YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable}}"
"""Its own rules but the two that would find something in every file."""
LIKEC4_ELEMENTS = 5_000
TINY = "externals: [{id: customer, name: Customer, kind: customer}]\n"
EDITED = "architecture/part-0100.yaml"


class Bench:
    """Projects in a folder, and the commands that are run on them."""

    def __init__(self, folder: Path, installation: Installation, corpora: tuple[str, ...]) -> None:
        self.folder = folder
        self.installation = installation
        self.elements = write_apart(corpora, folder)
        self.edits = 0
        tiny = folder / "tiny"
        tiny.mkdir()
        (tiny / "ltcarch.yaml").write_text("ltcarch: 1\nname: Tiny\nsources: [a.yaml]\n", encoding="utf-8")
        (tiny / "a.yaml").write_text(TINY, encoding="utf-8")

    def validate(self, corpus: str, **more) -> Command:
        """A cold run over a corpus; a run with a cache of its own where `cache` names one."""
        cache = more.pop("cache", None)
        arguments = [self.installation.command("ltcarch"), "validate", self.folder / corpus, "--profile", "strict"]
        if cache is None:
            return Command([*arguments, "--no-cache"], **more)
        return Command(arguments, {"LTCARCH_CACHE": str(self.folder / cache)}, **more)

    def stage(self, corpus: str) -> Command:
        """Reading and shape alone, from the same installation."""
        program = CHECKOUT / "benchmarks/read_and_shape.py"
        return Command([self.installation.command("python"), program, self.folder / corpus])

    def peers(self, corpus: str) -> dict[str, Command]:
        """Tools that look at the same files."""
        files = sorted((self.folder / corpus / "architecture").iterdir())
        schema = CHECKOUT / "schemas/architecture.schema.json"
        return {
            f"{corpus}: check-jsonschema": Command(
                [self.installation.command("check-jsonschema"), "--schemafile", schema, *files]
            ),
            f"{corpus}: yamllint": Command([self.installation.command("yamllint"), "-d", YAMLLINT, *files]),
        }

    def likec4(self) -> dict[str, Command]:
        """LikeC4 on the company as it can say it, if it is there."""
        if self.installation.likec4 is None:
            print(f"LikeC4 is left out: {self.installation.missing}.")
            return {}
        model = self.folder / "likec4"
        self.elements["likec4"] = write_likec4_model(model, LIKEC4_ELEMENTS)
        return {"likec4": Command([self.installation.likec4, "validate", "--ignore-layout", model])}

    def word(self) -> None:
        """Change a sentence in one file of `many`."""
        self._say("purpose", "Keeps subject 12 in order, for the {}. time")

    def tag(self) -> None:
        """Change something that is no text in one file of `many`."""
        self._say("tags", "[number_{}]")

    def _say(self, key: str, value: str) -> None:
        """Let the group at the beginning of a file say something else."""
        file = self.folder / "many" / EDITED
        self.edits += 1
        lines = file.read_text(encoding="utf-8").splitlines()
        stands = [at for at, line in enumerate(lines) if line.startswith(f"    {key}: ")]
        at = stands[0] if stands else 2
        lines[at : at + len(stands[:1])] = [f"    {key}: {value.format(self.edits)}"]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def long_commands(self) -> dict[str, Command]:
        """All that takes longer than a start."""
        found = {name: self.validate(name) for name in self.elements}
        found |= {f"{name}: stage": self.stage(name) for name in WITH_STAGE if name in self.elements}
        for name in WITH_PEERS:
            found |= self.peers(name) if name in self.elements else {}
        found["many: one changed"] = self.validate("many", cache="cache-of-many", before=self.word)
        found["many: one tagged"] = self.validate("many", cache="cache-of-many", before=self.tag)
        if "big" in self.elements:
            found["big: warm"] = self.validate("big", cache="cache-of-big")
        return found | self.likec4()

    def short_commands(self) -> dict[str, Command]:
        """Starts alone."""
        python, ltcarch = self.installation.command("python"), self.installation.command("ltcarch")
        return {
            "bare": Command([python, "-c", "pass"]),
            "version": Command([ltcarch, "--version"]),
            "start": self.validate("tiny"),
        }

    def fill_caches(self) -> None:
        """The runs that the warm ones remember."""
        measured(self.validate("many", cache="cache-of-many"))
        if "big" in self.elements:
            measured(self.validate("big", cache="cache-of-big"))


def figures(runs: dict[str, Run]) -> dict[str, float]:
    """What the promises are about, as far as it was measured."""
    found: dict[str, float] = {}

    def put(figure: str, above: str, below: str, less: float = 0.0) -> None:
        if above in runs and below in runs:
            found[figure] = (runs[above].seconds - less) / (runs[below].seconds - less)

    for name in WITH_PEERS:
        for peer in ("check-jsonschema", "yamllint"):
            put(f"{name}/{peer}", f"{name}: {peer}", name)
    for name in WITH_STAGE:
        put(f"{name}/stage", name, f"{name}: stage")
    put("big/warm", "big: warm", "big")
    put("many/one changed", "many: one changed", "many", runs["start"].seconds)
    put("growth", "big", "10k")
    put("version", "version", "bare")
    if "big" in runs:
        found["big/memory"] = runs["big"].megabytes
    return found


def _rows(runs: dict[str, Run], elements: dict[str, int]) -> Iterator[tuple[str, ...]]:
    for name, run in runs.items():
        corpus = name.partition(":")[0]
        size = f"{elements[corpus]:,}" if corpus in elements else ""
        yield SAID.get(name, name), size, f"{run.seconds:,.3f}", f"{run.worked:,.3f}", f"{run.megabytes:,.0f}"


SAID = {
    "bare": "a bare interpreter",
    "version": "`--version`",
    "start": "`validate` of one element",
    "likec4": "LikeC4 validate",
}


def _promises(found: tuple[Verdict, ...]) -> Iterator[tuple[str, ...]]:
    for own in found:
        yield own.demand.says, own.shown, own.limit, own.word


def report(bench: Bench, runs: dict[str, Run], found: tuple[Verdict, ...], count: int) -> str:
    """All that was measured, in Markdown."""
    used = ", ".join(f"{name} {version}" for name, version in versions(bench.installation))
    missing = "" if bench.installation.likec4 else f"\n\nLikeC4 is left out: {bench.installation.missing}."
    likec4 = ""
    if "likec4" in runs and "company" in runs:
        own, other = (runs[name].seconds / bench.elements[name] * 1000 for name in ("company", "likec4"))
        likec4 = f"\n\nFor each 1,000 elements `company` takes {own:.2f} s and LikeC4 {other:.2f} s."
    return "\n\n".join(
        (
            f"On {machine()}; {used}. Medians of {count} runs that take turns (one run of what takes over "
            f"a minute), by `make bench`.{missing}",
            performance_page.table(("Promise", "Measured", "Promised", ""), _promises(found)) + likec4,
            performance_page.table(("Run", "Elements", "Seconds", "of processors", "MB"), _rows(runs, bench.elements)),
        )
    )


def main() -> None:
    """Measure, print, write the page; fail where a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each command runs")
    parser.add_argument("--small", action="store_true", help="leave out the largest project and the page")
    parser.add_argument("--without-likec4", action="store_true", help="do not ask npm for LikeC4")
    wanted = parser.parse_args()
    corpora = tuple(name for name in CORPORA if not (wanted.small and name in LARGE))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(folder, install(folder, not wanted.without_likec4), corpora)
        try:
            short, long = bench.short_commands(), bench.long_commands()
            bench.fill_caches()
            runs = interleaved(short, RUNS_OF_SHORT) | interleaved(long, wanted.runs)
        except Failed as failed:
            raise SystemExit(str(failed)) from None
        found = verdicts(figures(runs))
        text = report(bench, runs, found, wanted.runs)
    print(text)
    if not wanted.small:
        performance_page.write(text)
    missed = [own.demand.figure for own in found if not own.is_kept]
    if missed:
        raise SystemExit(f"MISSED: {', '.join(missed)}")


if __name__ == "__main__":
    main()
