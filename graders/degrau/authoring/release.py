"""The notebooks that students get, assignments/LANGUAGE/NN_name.ipynb, made by `nbgrader generate_assignment`."""

import os
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import cast

import nbformat
from nbformat import NotebookNode

from ..base.disk import write_whole
from ..base.progress import OnProgress
from ..base.text import Language
from ..judging import probes as probe_file
from ..judging.draw import Args, Inputs
from ..judging.registry import assignments
from ..pack.pack import Pack
from ..pack.prepare import Choosing, corpus, designed, prepare_all
from ..pack.source import AuthoringError, Source, carrying, source_notebook, stub

PUBLIC_SEED = 1
PUBLIC_EXAMPLES = 32
Points = Mapping[str, Mapping[str, float]]


def build_release(source: Source, language: Language, points: Mapping[str, float]) -> NotebookNode:
    """The released notebook of one source; raises AuthoringError."""
    notebook = source_notebook(source, language, points)
    return _parsed(generate({source.stem: notebook}, source.languages)[source.stem])


def write_releases(pack: Pack, names: Collection[str], points: Points) -> list[Path]:
    """Writes the notebooks of these assignments, in all languages; gives their paths. Raises AuthoringError."""
    released = _releases(pack, names, points)
    for path, text in released.items():
        write_whole(path, text.encode())
    return list(released)


def outdated_notebooks(pack: Pack, names: Collection[str], points: Points) -> list[Path]:
    """The notebooks that are missing, or differ from what `write_releases` would write."""
    released = _releases(pack, names, points)
    return [path for path, text in released.items() if not path.is_file() or path.read_bytes() != text.encode()]


def fill(notebook: NotebookNode, sources: Mapping[str, str]) -> NotebookNode:
    """A copy of a released notebook with these sources, by function name, in its exercise cells."""
    filled = deepcopy(notebook)
    cells = {c.id: c for c in filled.cells if c.metadata.get("nbgrader", {}).get("solution")}
    for name, source in sources.items():
        if name not in cells:
            raise AuthoringError(f"the notebook has no exercise {name}; known: {', '.join(cells)}")
        cells[name].source = source
    return filled


def _releases(pack: Pack, names: Collection[str], points: Points) -> dict[Path, str]:
    sources = [pack.source(name) for name in names]
    notebooks = {
        f"{language}-{source.stem}": source_notebook(source, language, points[source.stem])
        for source in sources
        for language in pack.languages
    }
    texts = generate(notebooks, pack.languages)
    return {
        pack.released(source.stem, language): _of_its_version(
            pack, source.stem, language, texts[f"{language}-{source.stem}"]
        )
        for source in sources
        for language in pack.languages
    }


def _of_its_version(pack: Pack, name: str, language: Language, text: str) -> str:
    """The released notebook with the version in which it last changed: where it has not, the one that it has."""
    path = pack.released(name, language)
    kept = _json(carrying(_parsed(text), pack.version(name, language)))
    same = path.is_file() and path.read_bytes() == kept.encode()
    return kept if same else _json(carrying(_parsed(text), pack.place.version))


def generate(notebooks: Mapping[str, NotebookNode], languages: Sequence[Language]) -> dict[str, str]:
    """What nbgrader's generate_assignment makes of these source notebooks, in one run: the same every time."""
    if not notebooks:
        return {}
    with tempfile.TemporaryDirectory(prefix="degrau-release-") as folder:
        root = Path(folder).resolve()
        source = root / "source" / "all"
        source.mkdir(parents=True)
        for name, notebook in notebooks.items():
            (source / f"{name}.ipynb").write_text(_json(notebook), encoding="utf-8")
        _run_nbgrader(root, stub(languages))
        made = {name: root / "release" / "all" / f"{name}.ipynb" for name in notebooks}
        return {name: _json(_parsed(path.read_text(encoding="utf-8"))) for name, path in made.items()}


def _run_nbgrader(root: Path, left: str) -> None:
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.preprocessors import SaveCells
    from nbgrader.utils import capture_log
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = "all"
    config.ClearSolutions.code_stub = {"python": left}
    app = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
    # A gradebook that nobody keeps would cost seconds, and leave no trace in the notebooks.
    app.no_database = True
    app.preprocessors = [step for step in app.preprocessors if step is not SaveCells]
    result = capture_log(app)
    if not result["success"]:
        raise AuthoringError(f"nbgrader could not make the release.\n{result['log']}{result['error']}")


def _json(notebook: NotebookNode) -> str:
    text: str = nbformat.writes(notebook)
    return text + "\n"


def _parsed(text: str) -> NotebookNode:
    return cast(NotebookNode, nbformat.reads(text, as_version=4))


def _public(inputs: Inputs, seed: int, count: int | None) -> tuple[Args, ...]:
    """The public examples: the small ones, and some of each regime of magnitudes."""
    return corpus(inputs, seed, count) if count is not None else designed(inputs, seed)[:PUBLIC_EXAMPLES]


# A check in a kernel asks what is ordinary and what is at the edges; the whole domain is tried in grading.
PUBLIC = Choosing(_public, lambda domain, seed: ())


def publish(pack: Pack, names: Iterable[str], on_progress: OnProgress) -> list[Path]:
    """Writes the notebooks and the probes of these assignments; returns what was written."""
    names = tuple(names)
    require_writable(pack)
    on_progress(0, len(names) + 1, "notebooks")
    written = write_releases(pack, names, points(names))
    for done, name in enumerate(names, 1):
        on_progress(done, len(names) + 1, name)
        probe_file.save(path := probe_file.path(assignments()[name]), prepare_all(pack, name, PUBLIC_SEED, PUBLIC))
        written.append(path)
    return written


def require_writable(pack: Pack) -> None:
    """Raises AuthoringError where a release of this pack cannot be written."""
    if shut := [folder for folder in (pack.root, pack.place.graders) if not os.access(folder, os.W_OK)]:
        raise AuthoringError(
            f"a release is written into {shut[0]}, where nothing may be written.\n"
            "It is made already: degrau release --check tells. For one of your own, work on a copy, or: degrau new DIR"
        )


def outdated(pack: Pack, names: Iterable[str], on_progress: OnProgress) -> list[Path]:
    """The files that differ from what `publish` would write."""
    names = tuple(names)
    on_progress(0, len(names) + 1, "notebooks")
    stale = outdated_notebooks(pack, names, points(names))
    for done, name in enumerate(names, 1):
        on_progress(done, len(names) + 1, name)
        if not probe_file.matches(
            path := probe_file.path(assignments()[name]), prepare_all(pack, name, PUBLIC_SEED, PUBLIC)
        ):
            stale.append(path)
    return stale


def points(names: Iterable[str]) -> dict[str, dict[str, float]]:
    """The points of every function, by assignment."""
    return {name: dict(assignments()[name].points) for name in names}
