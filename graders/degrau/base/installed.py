"""What an install has, and which extra brings what it lacks."""

import sys

# What commands need that not every install has, by the module that is imported, and the extra that it is in.
EXTRAS = {
    **dict.fromkeys(("typer", "nbformat", "IPython"), "terminal"),
    "matplotlib": "plots",
    **dict.fromkeys(
        (
            "babel",
            "copydetect",
            "dateutil",
            "diskcache",
            "filelock",
            "hatchling",
            "hypothesis",
            "jinja2",
            "jupytext",
            "markdown_it",
            "nbconvert",
            "nbgrader",
            "openpyxl",
            "pandas",
            "platformdirs",
            "rich",
            "scipy",
            "sqlalchemy",
            "tomlkit",
            "yaml",
        ),
        "teacher",
    ),
    "distributed": "dask",
    **dict.fromkeys(("jupyterlite_core", "jupyterlite_pyodide_kernel"), "site"),
}
# What libraries import where it is there, and no command uses; to leave it out saves a second at every start: parsers
# for formats of addresses and durations that no notebook has, which take jsonschema, and so nbformat, 0.8 s; and what a
# Jupyter server needs of jupytext, 0.4 s.
UNUSED = ("rfc3987_syntax", "isoduration", "jupytext.sync_contentsmanager", "jupytext.async_contentsmanager")


def leave_out_unused() -> None:
    """Makes these imports fail, from now on, as where they are not installed."""
    for name in UNUSED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]


def missing_part(error: ModuleNotFoundError) -> str:
    """What to install where this import failed, in two lines; nothing where no extra has it."""
    name = (error.name or "").partition(".")[0]
    extra = EXTRAS.get(name)
    return f"this command needs {name}, which is in the extra {extra}\npip install 'degrau[{extra}]'" if extra else ""
