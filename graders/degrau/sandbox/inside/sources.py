"""What cells say, line by line; and an exception as plain data, with the student's own lines on the way to it."""

from typing import Any

from ...plain.involved import Involved, involved
from ...plain.outcomes import LINE, LINES, MESSAGE, NAME
from .shell import Shell

# A class's own name, even where its metaclass tells another.
_name_of = type.__dict__["__name__"].__get__
MAGICS = Shell.run_line_magic.__code__.co_filename


class Sources:
    """The lines of all cells, by the name of the file that each passes for: the student's, and what Python saw."""

    def __init__(self) -> None:
        self.shown: dict[str, list[str]] = {}
        self._python: dict[str, list[str]] = {}

    def saw(self, filename: str, lines: list[str], above: int) -> None:
        """Keeps what Python saw below so many lines: an exception knows its columns there."""
        seen = self._python.setdefault(filename, [])
        seen += [""] * (above - len(seen))
        seen[above : len(lines)] = lines[above:]

    def describe(self, error: BaseException) -> dict[str, Any]:
        """An exception as plain data: its type, its message, and the student's own lines on the way to it."""
        try:
            lines, names = self._lines(error), self._involved(error)
        except BaseException:
            lines, names = [], []
        return {
            "type": encodable(_name_of(type(error)))[:NAME],
            "message": _message(error),
            "lines": lines,
            "involved": names,
        }

    def _lines(self, error: BaseException) -> list[tuple[str, int, str]]:
        lines = []
        if isinstance(error, SyntaxError) and error.filename in self.shown:
            lines.append(self._line(error.filename, error.lineno or 1))
        traceback, by_magic = error.__traceback__, False
        while traceback is not None:
            filename = traceback.tb_frame.f_code.co_filename
            if filename in self.shown:
                # A magic that runs the rest of its line is on the way twice.
                lines[len(lines) - by_magic :] = [self._line(filename, traceback.tb_lineno)]
                by_magic = False
            by_magic = by_magic or (filename == MAGICS and bool(lines))
            traceback = traceback.tb_next
        return lines if len(lines) <= LINES else [lines[0], *lines[1 - LINES :]]

    def _involved(self, error: BaseException) -> list[Involved]:
        last, traceback = None, error.__traceback__
        while traceback is not None:
            last = traceback if traceback.tb_frame.f_code.co_filename in self.shown else last
            traceback = traceback.tb_next
        return involved(last, self._python[last.tb_frame.f_code.co_filename]) if last else []

    def _line(self, filename: str, number: int) -> tuple[str, int, str]:
        source = self.shown[filename]
        text = source[number - 1].strip() if 0 < number <= len(source) else ""
        return filename[1:-1], number, text[:LINE]


def _message(error: BaseException) -> str:
    try:
        text = str(error.msg if isinstance(error, SyntaxError) else error)
        return encodable(str.__str__(text)[:MESSAGE])
    except BaseException:
        return ""


def encodable(text: str) -> str:
    """The text without lone surrogates, which UTF-8 does not have."""
    return str.encode(text, "utf-8", "replace").decode()
