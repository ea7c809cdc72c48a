"""The command line, as `degrau` and as `python -m degrau`: it begins where what commands need is not installed, too."""

import sys

from .base.installed import leave_out_unused, missing_part
from .base.mendable import Mendable
from .base.terminal import clean, write_what_can_be_written


def main() -> None:
    """Runs the command line; an error that a person can mend is one or two lines and exit code 2."""
    leave_out_unused()
    write_what_can_be_written()
    try:
        from .commands import app

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


if __name__ == "__main__":
    main()
