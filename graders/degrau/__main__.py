"""`python -m degrau`: the command line."""

from .commands import main

main()
