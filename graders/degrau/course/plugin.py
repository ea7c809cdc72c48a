"""degrau inside nbgrader: how a submission is read, and how it is judged, in the place of running its cells.

nbgrader_config.py names both classes, so `degrau grade`, `nbgrader autograde` and Formgrader all use them.
"""

import atexit
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Enum, Integer, Unicode

from ..authoring.pack import Pack
from ..judging.notebook import judge_notebook
from ..notebooks.canonical import Canonical, canonicalise
from ..notebooks.read import Unreadable, read
from ..report import Report
from ..sandbox.box import Pool
from ..text import Text
from .directory import CourseError
from .outputs import write_report
from .renamed import actual_path

RENAMED = Text("O arquivo entregue se chamava {name}.", "The file handed in was called {name}.")
OTHER = Text(
    "Este notebook é o de {found}, não o de {expected}: 0 pontos. Entregue o notebook certo.",
    "This is the notebook of {found}, not of {expected}: 0 points. Hand in the right one.",
)


@cache
def pool() -> Pool:
    """The sandbox of this process: one for all notebooks, closed when the process ends."""
    shared = Pool().__enter__()
    atexit.register(shared.__exit__, None, None, None)
    return shared


class CanonicalExporter(NotebookExporter):  # type: ignore[misc]
    """Reads a submission and rebuilds it on a fresh copy of the release, before nbgrader sees it.

    `submission` is what the last one was found to be; a submission that cannot be read is the reason why.
    """

    language = Enum(["pt", "en"], "pt", help="The language of a notebook that cannot be read").tag(
        config=True
    )
    pack_root = Unicode("", help="The folder with solutions/ and assignments/; empty: found by itself").tag(
        config=True
    )
    submission: Canonical | Unreadable

    @property
    def pack(self) -> Pack:
        return Pack(Path(self.pack_root)) if self.pack_root else Pack.find()

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """nbgrader calls this twice: with what the student handed in, and with what the first call made."""
        if not self.parent._sanitizing:
            return super().from_filename(filename, resources, **options)
        name = resources["nbgrader"]["notebook"]
        if name not in self.pack.assignments:
            raise CourseError(
                f"the pack in {self.pack.root} has no assignment {name!r}.\nGrade it in a course of its own."
            )
        try:
            self.submission = recognised(Path(filename), name, self.pack)
            notebook = self.submission.notebook
        except Unreadable as problem:
            self.log.warning("%s: %s", filename, problem.message.en)
            self.submission = problem
            notebook = self.pack.release(name, self.language)
        return self.from_notebook_node(notebook, resources, **options)


def recognised(expected: Path, assignment: str, pack: Pack) -> Canonical:
    """The submission for `expected`, rebuilt; raises Unreadable, also for another assignment's notebook."""
    path = actual_path(expected)
    canonical = canonicalise(read(path), pack)
    if canonical.assignment != assignment:
        raise Unreadable(_filled(OTHER, found=canonical.assignment, expected=assignment))
    if path == expected:
        return canonical
    return replace(canonical, notes=(*canonical.notes, _filled(RENAMED, name=path.name)))


def _filled(text: Text, **values: object) -> Text:
    return Text(text.to("pt", **values), text.to("en", **values))


class Judge(NbGraderPreprocessor):  # type: ignore[misc]
    """Judges the notebook in a sandbox and writes the verdicts into its grade cells, in the place of Execute.

    An exception here is a failed submission for nbgrader, never a notebook without outputs.
    """

    seed = Integer(0, help="The hidden tests' inputs follow from it: the same for the whole class").tag(
        config=True
    )

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        if not isinstance(self.parent, CanonicalExporter):
            raise CourseError(
                "c.Autograde.exporter_class is not degrau.course.plugin.CanonicalExporter.\n"
                "Set it in nbgrader_config.py, as `degrau init` does."
            )
        name = resources["nbgrader"]["notebook"]
        try:
            write_report(nb, self._report(self.parent, name))
        except Exception:
            self.log.error("degrau could not judge %s of %s", name, resources["nbgrader"]["student"])
            raise
        return nb, resources

    def _report(self, exporter: CanonicalExporter, name: str) -> Report:
        if isinstance(exporter.submission, Canonical):
            return judge_notebook(exporter.submission, exporter.pack, pool(), self.seed, name)
        pt, en = exporter.submission.message
        return Report(name, name, exporter.language, None, (), error=f"{pt}\n{en}")
