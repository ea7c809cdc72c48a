"""The nbgrader_config.py of a new course, written once for a teacher to read and edit."""

import re
from pathlib import Path
from stat import S_IMODE

from ...base.disk import write_whole
from ...pack.pack import Pack
from ...pack.source import stub, text_stub
from ..directory import CONFIG
from .replaced import keep_copy

TEMPLATE = """\
# The settings of this course. `degrau grade`, `nbgrader autograde` and Formgrader all read this file.
# It is yours to edit: degrau writes it once, and leaves it alone when `degrau init` runs again.
# Every setting of nbgrader's works here: https://nbgrader.readthedocs.io/en/stable/configuration/config_options.html

c = get_config()  # noqa: F821

# The name of the course in nbgrader's gradebook and exchange.
c.CourseDirectory.course_id = {course_id!r}

# A submission is first rebuilt on a fresh copy of the release, so that duplicated, deleted and edited cells,
# old formats and other accidents grade as what the student meant. A file that cannot be read becomes a blank
# notebook with a note on top.
c.Autograde.exporter_class = "degrau.course.plugin.CanonicalExporter"

# Where solutions/ and assignments/ are. Change it when they move.
c.CanonicalExporter.pack_root = {pack_root!r}

# Of the notebooks in a student's folder, whatever they are called, the one with most answers counts; of those with as
# many, the one with a number, such as 01_adaline-1.ipynb.
c.Autograde.pre_convert_hook = "degrau.course.plugin.take_one_notebook"

# `nbgrader zip_collect ASSIGNMENT` takes apart what Moodle gives as "Download all submissions", when the zip lies in
# downloaded/ASSIGNMENT/archive/. Each student is called as in Moodle, with Moodle's number: Ana Souza_12345.
c.FileNameCollectorPlugin.named_regexp = (
    r".*?(?P<student_id>[^/]+_\\d+)_assignsubmission_(?:file|onlinetext)_?/?(?P<file_id>[^/]+)$"
)

# nbgrader's own list of steps, with degrau's judge in the place of nbgrader's Execute. Do not put Execute
# back: it runs the students' code in your account, where it can read your files and change its own grade.
c.Autograde.autograde_preprocessors = [
    "degrau.course.plugin.Judge",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Feedback pages as nbgrader's, made faster for a class.
c.GenerateFeedback.exporter_class = "degrau.course.feedback.FeedbackExporter"

# What it teaches and how it judges is decided in course.toml: the language, the assignments, points, the seed, an exam.

# For a course of thousands: the workers of a Dask cluster judge, in the place of this machine.
# c.Judge.dask = "tcp://10.0.0.5:8786"

# What nbgrader leaves in an answer cell of the release: a function that returns None until it is written.
c.ClearSolutions.code_stub = {{"python": {stub!r}}}
# And in a text that you mark by hand.
c.ClearSolutions.text_stub = {text_stub!r}

# Autograded notebooks and feedback hold grades: only your account may read them (as in `chmod`). For several teachers:
# degrau init DIR --shared GROUP
c.Autograde.permissions = 400
c.GenerateFeedback.permissions = 600

# Late submissions: give the assignment a due date (in course.toml), and choose a penalty here.
# c.AssignLatePenalties.plugin_class = "degrau.course.plugin.PercentPerDay"
# c.PercentPerDay.percent = 10
"""


def write_config(path: Path, pack: Pack) -> None:
    """A new nbgrader_config.py; it is readable for its owner only."""
    text = TEMPLATE.format(
        course_id=re.sub(r"[^\w.-]+", "-", path.parent.name).strip("-") or "degrau",
        pack_root=str(pack.root),
        stub=stub(pack.languages),
        text_stub=text_stub(pack.languages),
    )
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def add_to_config(root: Path, lines: str) -> Path | None:
    """Adds lines at the end of a course's nbgrader_config.py, where they go before what is above.

    Gives the copy of the file as it was, in replaced/; none where there was no such file.
    """
    path = root / CONFIG
    before, mode, copy = b"", 0o600, None
    about = "# Added by degrau."
    if path.exists():
        before, mode, copy = path.read_bytes().rstrip() + b"\n\n", S_IMODE(path.stat().st_mode), keep_copy(root, path)
        about = f"# Added by degrau; the file as it was before is {copy.relative_to(root).as_posix()}."
    write_whole(path, before + f"{about}\nc = get_config()  # noqa: F821\n{lines}".encode(), mode)
    return copy
