"""`degrau judge` and `degrau check`: the verdict on notebooks, without a course around them."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Jobs, Seed
from .progress import progress

if TYPE_CHECKING:
    from ..report.types import Report

Notebooks = Annotated[list[Path], typer.Argument(metavar="NOTEBOOK…", help="Notebook files.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau judge handed-in/*.ipynb --json > reports.jsonl")(judge)
    app.command(epilog="Example: degrau check 01_adaline.ipynb, or just: degrau check")(check)


def judge(
    notebooks: Notebooks,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    seed: Seed = 0,
    jobs: Jobs = None,
    profile: Annotated[bool, typer.Option("--profile", help="Say where the time goes, stage by stage.")] = False,
) -> None:
    """Judge notebooks with all checks; write nothing but the report.

    The assignment is recognised from the notebook. Reports come in the order of the files, whoever judges. Exit code 0
    whenever every notebook got a report.
    """
    from ..grading.judgement import Run
    from ..pack.pack import Pack
    from ..report.card import report_text
    from ..sandbox.machine import best, to_do_better
    from ..workers.files import judge_files
    from ..workers.local import cores

    if not best().confined:
        why = to_do_better(best())
        print(f"degrau: no sandbox here, so these notebooks can read the solutions ({why})", file=sys.stderr)
    found = judge_files(notebooks, Run(Pack.find(), seed, best()), jobs or cores())
    # In a terminal, the reports themselves show how far it is.
    with nullcontext() if sys.stdout.isatty() else progress() as shown:
        for done, path in enumerate(notebooks):
            if shown:
                shown(done, len(notebooks), str(path))
            judged = next(found)
            report = judged.report
            print(json.dumps(report.as_json(), ensure_ascii=False) if as_json else report_text(report), flush=True)
            if profile:
                print(_stages(judged.seconds), file=sys.stderr)
        # Whoever judged ends before this process does.
        next(found, None)


def check(
    notebooks: Annotated[
        list[Path] | None, typer.Argument(metavar="[NOTEBOOK…]", help="Files or folders; this folder if none is named.")
    ] = None,
    hints: Annotated[bool, typer.Option("--hints", help="Show the second hint too.")] = False,
    summary: Annotated[
        Path | None, typer.Option("--summary", help="Append the same as Markdown, such as to $GITHUB_STEP_SUMMARY.")
    ] = None,
    classroom50: Annotated[
        bool, typer.Option("--classroom50", help="Write result.json as Classroom 50 reads it.")
    ] = False,
) -> None:
    """Run the public checks on your notebooks: how far they are, and what is wrong; the rest run when they are graded.

    Roda as verificações públicas dos seus notebooks: até onde foram e o que falta; as demais rodam na correção.

    With --summary or --classroom50, exit code 1 unless every function passes.
    """
    from ..selfcheck.file import NONE, notebooks_in
    from ..selfcheck.notebook import spoken

    found = notebooks_in(notebooks or [Path()])
    if not found:
        print(NONE.to(spoken()))
        raise typer.Exit(1)
    reports = list(_shown(found, hints))
    if summary:
        _append(summary, reports)
    if classroom50:
        _write_result(Path("result.json"), reports)
    passing = all(report.error is None and all(e.status == "passed" for e in report.exercises) for report in reports)
    if (summary or classroom50) and not passing:
        raise typer.Exit(1)


def _shown(paths: Sequence[Path], hints: bool) -> Iterator["Report"]:
    """The reports on these notebooks, each of which is printed as soon as it is there."""
    from ..report.table import report_table
    from ..sandbox.machine import Pool
    from ..selfcheck.file import check_file

    with Pool() as pool:
        for path in paths:
            report = check_file(path, pool)
            print(report_table(report, 1 if len(paths) > 1 else None, hints), flush=True)
            yield report


def _append(path: Path, reports: Sequence["Report"]) -> None:
    from ..report.table import report_markdown

    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{report_markdown(report)}\n" for report in reports)


def _write_result(path: Path, reports: Sequence["Report"]) -> None:
    from ..report.results import for_classroom50

    result = for_classroom50(reports, os.environ, datetime.now(UTC))
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1), "utf-8")


def _stages(seconds: dict[str, float]) -> str:
    """Where the time went, the longest first."""
    lines = [f"  {1000 * taken:8.1f} ms  {stage}" for stage, taken in sorted(seconds.items(), key=lambda s: -s[1])]
    return "\n".join([*lines, f"  {1000 * sum(seconds.values()):8.1f} ms  in all"])
