"""The command line. Each module here is one job; what a command needs is imported when it runs."""

import sys

import typer

from ..base.installed import leave_out_unused, missing_part
from ..base.terminal import clean, write_what_can_be_written
from ..base.text import Mendable
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


def main() -> None:
    """Runs the command line; an error that a person can mend is one or two lines and exit code 2."""
    leave_out_unused()
    write_what_can_be_written()
    try:
        app()
    except Mendable as error:
        _fail(str(error))
    except ModuleNotFoundError as error:
        words = missing_part(error)
        if not words:
            raise
        _fail(words)


def _fail(message: str) -> None:
    print(clean(f"degrau: {message}"), file=sys.stderr)
    raise SystemExit(2)
