"""Makes the pictures of the site's front page again: plots of the notebooks, with the reference answers.

    uv run python -m tests.pictures.assignments [ASSIGNMENT…]

`solutions/pictures/pictures.toml` says which cell's plot stands for an assignment.
"""

import contextlib
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import matplotlib
from PIL import Image

from degrau.pack.pack import Pack
from degrau.site.pictures import pictures

# At most so many pixels wide, which is twice what the page gives it, in so many colours.
WIDTH, COLOURS = 640, 64


def main(names: Sequence[str]) -> None:
    """Makes those of these assignments, or all."""
    matplotlib.use("agg")
    pack = Pack.find()
    for name in pack.choose(names):
        picture = pictures(pack)[name]
        draw(pack, name, picture.cell, picture.path)
        print(f"{picture.path.name}: {picture.path.stat().st_size / 1000:.0f} kB")


def draw(pack: Pack, name: str, wanted: str, path: Path) -> None:
    """Runs the notebook up to this cell, and writes the last figure that it makes."""
    import matplotlib.pyplot as plt

    namespace: dict[str, object] = {"__name__": f"solutions.{name}"}
    for cell in pack.source(name).cells:
        if cell.role in ("setup", "exercise", "demo"):
            plt.close("all")
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(cell.source, f"<{name}: {cell.name}>", "exec"), namespace)
        if cell.name == wanted:
            break
    drawn = io.BytesIO()
    plt.savefig(drawn, dpi=WIDTH / plt.gcf().get_size_inches()[0])
    Image.open(drawn).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
