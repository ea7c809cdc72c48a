"""The zip that Gradescope takes as an autograder: degrau, the course with its solutions, and how they are run there."""

import stat
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from ..base.disk import write_whole
from ..course.points import points_of
from ..course.settings import JudgeSettings
from ..pack.pack import Pack
from ..sandbox.limits import Limits
from ..workers.autograder import PLAN, Plan
from .wheels import NEEDED, build, teachers_part

TEMPLATES = Path(__file__).parent / "autograding"
# Verdicts are compared with numbers that these make.
PINNED = ("numpy", "scipy", "hypothesis")
OF_A_PACK = ("solutions", "assignments", "graders")
MEGABYTE = 2**20


def autograder(pack: Pack, course: Path, assignment: str, path: Path) -> Path:
    """Writes the zip for one assignment, judged as this course judges it; raises Mendable."""
    pack.choose([assignment])
    plan = plan_of(pack, course, assignment)
    with tempfile.TemporaryDirectory(prefix="degrau-autograder-") as folder:
        wheels = [wheel for wheel in build(Path(folder), pack) if not wheel.name.startswith(f"{NEEDED}-")]
        teachers = teachers_part(Path(folder), pack)
        whole = Path(folder) / "whole.zip"
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            _add_programs(archive)
            archive.writestr(Path(PLAN).name, plan.written())
            if teachers:
                wheels.append(teachers)
            else:
                _add_pack(archive, pack)
            _add_wheels(archive, wheels)
        write_whole(path, whole.read_bytes(), 0o600)
    return path


def plan_of(pack: Pack, course: Path, assignment: str) -> Plan:
    """How this course has the assignment judged on Gradescope; raises CourseError."""
    settings = JudgeSettings.of(course)
    return Plan(
        assignment,
        pack.languages[0],
        settings.seed,
        _for_half_a_core(settings.limits),
        settings.follow_through,
        settings.forbidden,
        settings.accepted,
        points_of(settings.choices, assignment),
        settings.show_counterexamples,
    )


def _for_half_a_core(limits: Limits) -> Limits:
    """What a notebook may use in Gradescope's container: 768 MB, half a core, and 10 minutes, after which it is killed.

    A call gets twice the seconds; judging all of it, if need be twice, still ends in time.
    """
    return replace(
        limits,
        call_seconds=2 * limits.call_seconds,
        cell_seconds=2 * limits.cell_seconds,
        cells_seconds=min(2 * limits.cells_seconds, 60.0),
        batch_seconds=2 * limits.batch_seconds,
        notebook_seconds=min(limits.notebook_seconds, 180.0),
        spare_seconds=30.0,
        memory_bytes=384 * MEGABYTE,
        judge_bytes=1024 * MEGABYTE,
    )


def _add_programs(archive: zipfile.ZipFile) -> None:
    for name in ("setup.sh", "run_autograder"):
        about = zipfile.ZipInfo(name)
        about.external_attr = (stat.S_IFREG | 0o755) << 16
        archive.writestr(about, (TEMPLATES / name).read_bytes())


def _add_wheels(archive: zipfile.ZipFile, wheels: Sequence[Path]) -> None:
    """The wheels, and what says what else is to be installed; named as files, so that no index brings them."""
    lines = (f"./wheels/{wheel.name}{'' if i else '[teacher]'}\n" for i, wheel in enumerate(wheels))
    archive.writestr("requirements.txt", "".join(lines))
    archive.writestr("constraints.txt", "".join(f"{name}=={version(name)}\n" for name in PINNED))
    for wheel in wheels:
        archive.write(wheel, f"wheels/{wheel.name}")


def _add_pack(archive: zipfile.ZipFile, pack: Pack) -> None:
    """The folder of a course pack whose teacher's part is no distribution."""
    for top in OF_A_PACK:
        for path in sorted((pack.root / top).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                archive.write(path, Path("pack") / path.relative_to(pack.root))
