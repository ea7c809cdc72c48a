"""The command line. Each module here is one job; what a command needs is imported when it runs."""

import sys

import typer

from ..errors import Mendable
from ..unused import leave_out_unused
from . import classes, doctor, notebooks, quality, releases

EXIT = (
    "Exit codes: 0 done; 1 something is not as it should be, and the output says what; 2 wrong usage or a missing part."
)

app = typer.Typer(
    name="degrau",
    help="Auto-graded notebook exercises on neural networks: release, grade, self-check.",
    epilog=EXIT,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (notebooks, classes, releases, quality, doctor):
    module.register(app)

# What a command needs that not every install has, and the extra that it is in.
TEACHER = [
    "nbgrader",
    "nbconvert",
    "jupytext",
    "rich",
    "babel",
    "hatchling",
    "jinja2",
    "diskcache",
    "platformdirs",
    "markdown_it",
]
EXTRAS = {**dict.fromkeys(TEACHER, "teacher"), "distributed": "dask"}


def main() -> None:
    """Runs the command line; an error that a person can mend is one or two lines and exit code 2."""
    leave_out_unused()
    try:
        app()
    except Mendable as error:
        _fail(str(error))
    except ModuleNotFoundError as error:
        name = (error.name or "").partition(".")[0]
        extra = EXTRAS.get(name)
        if extra is None:
            raise
        _fail(f"this command needs {name}, which is in the extra {extra}\npip install 'degrau[{extra}]'")


def _fail(message: str) -> None:
    print(f"degrau: {message}", file=sys.stderr)
    raise SystemExit(2)
