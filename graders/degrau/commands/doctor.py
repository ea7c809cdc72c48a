"""`degrau doctor`: what this machine has, and how to get the best of it."""

import os
import sys
from importlib.metadata import PackageNotFoundError, version

import typer

from ..base.installed import EXTRAS

PACKAGES = ("numpy", "hypothesis", "nbgrader", "jupytext", "nbformat", "matplotlib")


def register(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command(epilog="Example: degrau doctor")(doctor)


def doctor() -> None:
    """Say what this machine has: sandbox tiers, packages, the course pack.

    Exit code 1 if only a plain process stands between students' code and this machine.
    """
    from .. import __version__
    from ..base.mendable import Mendable
    from ..pack.pack import Pack
    from ..sandbox.machine import Pool, available, best

    print(f"degrau {__version__}, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    for name in PACKAGES:
        print(f"  {name:<12} {_version(name)}")
    try:
        pack = Pack.find()
        print(f"course pack: {pack.root} ({', '.join(pack.assignments)})")
    except Mendable as error:
        print(f"course pack: not found. {error}")
    print("sandbox, best first:")
    for tier in available():
        print(f"  {'✓' if tier.works else '✗'} {tier.tier.name:<12} {tier.reason}")
    with Pool() as pool:
        pool.take().close()
    print(f"grading uses: {best()}, boxes {'forked from one process' if pool.forks else 'started one by one'}")
    if not best().confined:
        print("Students' code would run as a plain process. On Linux, install bubblewrap (apt install bubblewrap),")
        print("or allow user namespaces; verdicts are the same, this machine is less protected.")
        raise typer.Exit(1)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return f"not installed: pip install 'degrau[{EXTRAS[package]}]'"
