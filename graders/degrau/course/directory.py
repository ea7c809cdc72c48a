"""A course directory: nbgrader's own layout, whose nbgrader_config.py names degrau's judge."""

import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any, NoReturn

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from ..base import packs
from ..base.mendable import Mendable

CONFIG = "nbgrader_config.py"
JUDGE = "degrau.course.plugin.Judge"
VERDICTS = ".verdicts"
WRONG_SETTING = "traitlets.traitlets.TraitError: "


class CourseError(Mendable):
    """What is wrong with a course directory, or with its settings."""


@dataclass(frozen=True)
class Course:
    """An open course: `api` is nbgrader's, with the settings of the course's own nbgrader_config.py."""

    root: Path
    api: Any
    config: Any

    def tell(self, sitting: object, choices: object) -> None:
        """Tells nbgrader's steps which sitting they are part of, and what the course has decided."""
        self.config.CanonicalExporter.sitting = sitting
        self.config.CanonicalExporter.choices = choices

    def run(self, step: str, *args: object) -> None:
        """One step of nbgrader's, such as `autograde`; raises StepError with its log.

        Raises CourseError where the settings name something that there is not.
        """
        from traitlets import TraitError

        try:
            result = getattr(self.api, step)(*args)
        except TraitError as error:
            raise CourseError(f"{self.root / CONFIG}: {error}.\nMend it and try again.") from error
        if not result["success"]:
            if result["error"].rstrip().endswith("KeyboardInterrupt"):
                raise KeyboardInterrupt
            failure = StepError(result.get("log", ""), result["error"])
            if str(failure).startswith(WRONG_SETTING):
                said = str(failure).removeprefix(WRONG_SETTING)
                raise CourseError(f"{self.root / CONFIG}: {said}\nMend it and try again.")
            raise failure


class StepError(Exception):
    """A step of nbgrader's that did not succeed; `log` is all that it said."""

    def __init__(self, log: str, error: str) -> None:
        self.log = f"{log}{error}"
        super().__init__(_reason(log, error))


def _reason(log: str, error: str) -> str:
    """The line that says why: the exception under the first traceback, or nbgrader's first error line.

    >>> _reason("[INFO] x\\n[ERROR] No student called ana\\n", "Traceback …\\nNbGraderException\\n")
    'No student called ana'
    """
    _, traced, rest = log.partition("Traceback (most recent call last):\n")
    if traced:
        # nbgrader indents all but the first line of a message.
        last_frame = dedent(rest.split("\n[", 1)[0]).rpartition('\n  File "')[2]
        return next(line for line in last_frame.splitlines()[1:] if line[:1].strip())
    errors = [line.removeprefix("[ERROR] ") for line in log.splitlines() if line.startswith("[ERROR]")]
    return errors[0] if errors else error.rstrip().splitlines()[-1]


@contextmanager
def opened(directory: Path) -> Iterator[Course]:
    """The course in `directory`, with the working directory there, as nbgrader's own commands have it.

    Raises CourseError where the directory is not a course of degrau's, or its settings cannot be read.
    """
    require_course(directory)
    root = directory.resolve()
    with _surroundings(root):
        yield _open(root)


@contextmanager
def opened_as_it_is(directory: Path) -> Iterator[Course]:
    """The course of nbgrader's in `directory`, whoever judges there; raises CourseError."""
    root = directory.resolve()
    with _surroundings(root):
        yield _course(root, _app(root))


def require_course(directory: Path) -> None:
    """Raises CourseError where the directory is not a course of degrau's."""
    if not is_course(directory):
        within = sorted(path for path in directory.glob("*") if is_course(path))
        advice = f"Name the one in it: --course {within[0]}" if within else f"Make one with: degrau init {directory}"
        raise CourseError(
            f"{directory} is not a course directory of degrau's (no {CONFIG} that names {JUDGE}).\n{advice}"
        )


def is_course(directory: Path) -> bool:
    """Whether the directory has settings that put degrau's judge in the place of nbgrader's execution."""
    config = directory / CONFIG
    return config.is_file() and JUDGE in config.read_text(encoding="utf-8", errors="replace")


def settings_of(root: Path) -> Config:
    """What the course's own file sets now; nothing where it cannot be read: whoever opens the course says why."""
    try:
        return PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    except (Exception, SystemExit):
        return Config()


def meet_pack(settings: Config) -> None:
    """From now on, the assignments of the pack that a course's settings name are known, wherever one stands."""
    if isinstance(root := settings.CanonicalExporter.get("pack_root"), str) and root:
        packs.opened_at(Path(root).resolve())


@contextmanager
def _surroundings(root: Path) -> Iterator[None]:
    """What nbgrader takes from its process: the working directory, `alembic` on PATH, imports from there."""
    before = os.getcwd(), os.environ.get("PATH", ""), sys.path.copy()
    os.chdir(root)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before[1]])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        os.chdir(before[0])
        os.environ["PATH"] = before[1]
        sys.path[:] = before[2]


def _raise_again(status: int = 0) -> NoReturn:
    """Raises what is being handled: nbgrader ends with it."""
    raise


def _open(root: Path) -> Course:
    app = _app(root)
    if JUDGE not in map(dotted, app.config.Autograde.get("autograde_preprocessors", [])):
        raise CourseError(
            f"{root / CONFIG} does not put {JUDGE} into c.Autograde.autograde_preprocessors.\n"
            "Compare it with a fresh one: degrau init NEW_DIRECTORY"
        )
    return _course(root, app)


def _app(root: Path) -> Any:
    """nbgrader, with the settings of this course; it says nothing."""
    from nbgrader.apps.baseapp import NbGrader
    from traitlets import TraitError

    app = NbGrader()
    # Without this, nbgrader would go on with its defaults and run the submissions outside the sandbox.
    app.raise_config_file_errors = True
    # It would say why in the words of its log, and end this process.
    app.exit = _raise_again
    app.log.disabled = True
    try:
        app.initialize([], root=str(root))
    except TraitError as error:
        raise CourseError(f"{root / CONFIG}: {error}\nMend it and try again.") from error
    except (Exception, SystemExit) as error:
        raise CourseError(f"{root / CONFIG} cannot be read: {error!r}.\nMend it and try again.") from error
    app.log.disabled = False
    app.log.handlers = [logging.NullHandler()]
    app.log.propagate = False
    # The gradebook logs there what it also raises.
    logging.getLogger("tornado.application").handlers = [logging.NullHandler()]
    return app


def _course(root: Path, app: Any) -> Course:
    from nbgrader.apps.api import NbGraderAPI

    meet_pack(app.config)
    return Course(root, NbGraderAPI(app.coursedir, parent=app), app.config)


def dotted(preprocessor: object) -> str:
    """The name of a preprocessor, which settings have by its name or as a class."""
    if isinstance(preprocessor, type):
        return f"{preprocessor.__module__}.{preprocessor.__qualname__}"
    return str(preprocessor)
