"""`degrau judge` and `degrau check`: the verdict on notebooks, without a course around them."""

import json
from pathlib import Path
from typing import Annotated

import typer

Notebooks = Annotated[list[Path], typer.Argument(metavar="NOTEBOOK…", help="Notebook files.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau judge handed-in/*.ipynb --json > reports.jsonl")(judge)
    app.command(epilog="Example: degrau check 01_adaline.ipynb")(check)


def judge(
    notebooks: Notebooks,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    seed: Annotated[int, typer.Option(min=0, help="Draws the inputs; the same seed, the same inputs.")] = 0,
) -> None:
    """Judge notebooks with all checks; write nothing but the report.

    The assignment is recognised from the notebook. Exit code 0 whenever every notebook got a report.
    """
    from ..authoring.pack import Pack
    from ..judging.notebook import judge_file
    from ..sandbox.box import Pool
    from ..selfcheck.card import report_text

    pack = Pack.find()
    with Pool() as pool:
        for path in notebooks:
            report = judge_file(path, pack, pool, seed)
            print(
                json.dumps(report.as_json(), ensure_ascii=False) if as_json else report_text(report),
                flush=True,
            )


def check(notebooks: Notebooks) -> None:
    """Run the public checks on your notebook; the rest run when it is graded.

    Roda as verificações públicas do seu notebook; as demais rodam na correção.
    """
    from ..sandbox.box import Pool
    from ..selfcheck.card import report_text
    from ..selfcheck.notebook import check_file

    with Pool() as pool:
        for path in notebooks:
            print(report_text(check_file(path, pool), public=True), flush=True)
