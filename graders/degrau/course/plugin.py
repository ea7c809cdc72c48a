"""degrau inside nbgrader: how a submission is read, and how it is judged, in the place of running its cells.

nbgrader_config.py names both classes, so `degrau grade`, `nbgrader autograde` and Formgrader all use them.
"""

import atexit
from functools import cache
from pathlib import Path
from typing import Any, cast

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Enum, Integer, Unicode

from ..authoring.pack import Pack
from ..judging.notebook import judge_notebook
from ..judging.verdicts import Verdicts
from ..notebooks.canonical import Canonical, Unreadable, blank
from ..sandbox.pool import Pool
from ..sandbox.tiers import best
from ..text import LANGUAGES, Language, Text
from .choice import forget_links, submission
from .directory import VERDICTS, CourseError
from .inert import make_inert
from .outputs import write_report


@cache
def pool(tier: str) -> Pool:
    """The sandbox of this process: one for all notebooks, closed when the process ends."""
    shared = Pool(tier).__enter__()
    atexit.register(shared.__exit__, None, None, None)
    return shared


# The verdicts that are known already, by their folder, and the tier that they are made in, while a class is graded.
known: dict[str, tuple[Verdicts, str]] = {}
# What was said of each submission that this process has read, by student and assignment.
notes: dict[tuple[str, str], tuple[Text, ...]] = {}


class CanonicalExporter(NotebookExporter):
    """Reads a submission and rebuilds it on a fresh copy of the release, before nbgrader sees it.

    `submission` is the last one: a blank release with a note where the file cannot be read.
    """

    language = Enum(["pt", "en"], "pt", help="The language of a notebook that cannot be read").tag(config=True)
    optimistic_validation = Bool(True, help="Whether a notebook is validated once, not at each step").tag(config=True)
    pack_root = Unicode("", help="Folder with solutions/ and assignments/; empty: found by itself").tag(config=True)
    submission: Canonical

    @property
    def pack(self) -> Pack:
        return Pack.at(self.pack_root)

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """nbgrader calls this twice: with what the student handed in, and with what the first call made."""
        converter: Any = self.parent
        if not converter._sanitizing:
            return super().from_filename(filename, resources, **options)
        name = resources["nbgrader"]["notebook"]
        if name not in self.pack.assignments:
            raise CourseError(f"{self.pack.root} has no assignment {name}.\nGrade it in a course of its own.")
        folders = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        forget_links(Path(converter._format_source(*folders)), Path(converter._format_dest(*folders)))
        self.submission = self._submission(Path(filename), name)
        notes[resources["nbgrader"]["student"], name] = self.submission.notes
        ours = {cell.source for known in LANGUAGES for cell in self.pack.release(name, known).cells}
        make_inert(self.submission.notebook, ours)
        return self.from_notebook_node(self.submission.notebook, resources, **options)  # type: ignore[no-untyped-call]

    def _submission(self, path: Path, assignment: str) -> Canonical:
        try:
            return submission(path, assignment, self.pack)
        except Unreadable as problem:
            self.log.warning("%s: %s", path, problem.message.en)
            # Nobody knows which of the languages its author reads.
            both = "\n".join(problem.message)
            return blank(assignment, cast(Language, self.language), self.pack, Text(both, both))


class Judge(NbGraderPreprocessor):  # type: ignore[misc]
    """Judges the notebook in a sandbox and writes the verdicts into its grade cells, in the place of Execute.

    An exception here is a failed submission for nbgrader, never a notebook without outputs.
    """

    seed = Integer(0, help="The hidden tests' inputs follow from it: the same for the class").tag(config=True)

    dask = Unicode("", help="The address of a Dask scheduler whose workers judge; empty: this machine").tag(config=True)

    show_counterexamples = Bool(True, help="Whether feedback says more than which properties hold").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        exporter, name = self.parent, resources["nbgrader"]["notebook"]
        if not isinstance(exporter, CanonicalExporter):
            raise CourseError(
                "c.Autograde.exporter_class is not degrau.course.plugin.CanonicalExporter.\n"
                "Set it in nbgrader_config.py, as `degrau init` does."
            )
        try:
            converter: Any = exporter.parent
            folder = str(Path(converter.coursedir.root, VERDICTS))
            verdicts, tier = known.get(folder) or (None, best())
            report = judge_notebook(exporter.submission, exporter.pack, pool(tier), self.seed, name, verdicts)
        except Exception:
            self.log.error("degrau could not judge %s of %s", name, resources["nbgrader"]["student"])
            raise
        write_report(nb, report if self.show_counterexamples else report.names_only())
        return nb, resources
