"""What libraries import where it is there, and no command uses; to leave it out saves a second at every start."""

import sys

# Parsers for formats of addresses and durations that no notebook has, which take jsonschema, and so nbformat, 0.8 s;
# and what a Jupyter server needs of jupytext, 0.4 s.
UNUSED = ("rfc3987_syntax", "isoduration", "jupytext.sync_contentsmanager", "jupytext.async_contentsmanager")


def leave_out_unused() -> None:
    """Makes these imports fail, from now on, as where they are not installed."""
    for name in UNUSED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
