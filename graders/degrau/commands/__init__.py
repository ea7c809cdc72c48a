"""The command line. Each module here is one job; what a command needs is imported when it runs."""

import typer

from . import classes, doctor, exchange, notebooks, overviews, packs, people, quality, releases, site

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
for module in (notebooks, classes, exchange, people, overviews, releases, site, quality, packs, doctor):
    module.register(app)
