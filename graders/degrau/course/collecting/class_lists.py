"""A platform's list of a class, or its table of marks, read for who is in it.

The columns are found by their titles, in the languages of the platforms; Moodle's worksheet by its shape, too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..directory import CourseError
from ..roster import Sender, words_of
from ..sheets import Rows, read_sheet

SUFFIXES = (".csv", ".xlsx", ".xlsm", ".tsv")
TITLES: Mapping[str, tuple[str, ...]] = {
    "first": ("first name", "given name", "nome", "nombre", "prenom", "vorname"),
    "last": ("last name", "surname", "family name", "sobrenome", "apelido", "apellido", "apellidos", "nom", "nachname"),
    "name": (
        *("full name", "name", "student", "student name", "aluno", "aluna", "estudante", "nome completo"),
        *("nombre completo", "alumno", "estudiante", "nom complet", "vollstandiger name", "nome do aluno"),
    ),
    "email": (
        *("email", "e mail", "email address", "e mail address", "endereco de email", "endereco de e mail"),
        *("correo electronico", "direccion de correo", "correo", "adresse de courriel", "e mail adresse"),
    ),
    "login": (
        *(
            "login",
            "username",
            "user name",
            "sis login id",
            "user id",
            "sid",
            "student id",
            "orgdefinedid",
            "org defined",
        ),
        *(
            "id number",
            "matricula",
            "numero de identificacao",
            "nome de usuario",
            "usuario",
            "numero de id",
            "ra",
            "nusp",
        ),
        *("numero usp", "identificacao de usuario", "nombre de usuario", "numero de identificacion", "sis user id"),
        *("nom d utilisateur", "anmeldename", "display id"),
    ),
    "section": (
        *("section", "sections", "group", "groups", "turma", "secao", "grupo", "grupos", "seccion", "class"),
        *("groupe", "gruppe", "gruppen"),
    ),
    "key": ("id", "student id number"),
}
# What the cells of Moodle's first column are: the word for a participant, and a number.
PARTICIPANT = re.compile(r"(?P<word>[^\d\W][^\d]*?)\s?(?P<id>\d+)")
CANVAS_POINTS = re.compile(r"\s*points possible", re.I)


@dataclass(frozen=True)
class Listed:
    """Somebody in a list."""

    sender: Sender
    section: str
    row: int


@dataclass(frozen=True)
class ClassList:
    """Who is in a list, and which platform's keys it has, if any."""

    platform: str
    people: tuple[Listed, ...]


def is_list(path: Path) -> bool:
    """Whether a file of this name may be one."""
    return path.suffix.lower() in SUFFIXES


def read_list(path: Path) -> ClassList:
    """Who is in this file; raises CourseError where nobody can be found in it."""
    found = people_in(read_sheet(path).rows)
    if not found.people:
        raise CourseError(
            f"{path} has no column of students that is known.\n"
            "Call one of its columns id, name or email, in the first line."
        )
    return found


def people_in(rows: Rows) -> ClassList:
    """Who is in a table, by its titles and by the shape of its cells."""
    head = heading(rows)
    if head is None:
        return ClassList("", ())
    columns = _columns(rows[head])
    if is_worksheet(rows, head):
        return ClassList("moodle", tuple(_people(rows, head, columns | {"key": 0})))
    titles = {" ".join(words_of(title)) for title in rows[head]}
    # The key's column is called just ID, as somebody's own list may call that of the logins.
    if {"student", "section", "id"} <= titles or {"lastname", "firstname", "section", "id"} <= titles:
        return ClassList("canvas", tuple(_people(rows, head, columns)))
    if "key" in columns:
        columns.setdefault("login", columns.pop("key"))
    return ClassList("", tuple(_people(rows, head, columns)))


def heading(rows: Rows) -> int | None:
    """The row whose titles are known; nothing where none of the first ones has any."""
    return next((number for number, row in enumerate(rows[:10]) if _columns(row)), None)


def is_worksheet(rows: Rows, head: int = 0) -> bool:
    """Whether this is Moodle's grading worksheet: the first cells of all rows are one word and a number."""
    cells = [PARTICIPANT.fullmatch(row[0]) for row in rows[head + 1 :] if any(row)]
    words = {cell["word"] for cell in cells if cell}
    return bool(cells) and None not in cells and len(words) == 1 and len(rows[head]) >= 6


def _columns(titles: Sequence[str]) -> dict[str, int]:
    """Where the columns are whose titles are known; none if nobody could be told by them."""
    found: dict[str, int] = {}
    own = [" ".join(words_of(title)) for title in titles]
    for kind, known in TITLES.items():
        # A table may have several columns of a kind; the title that is named first says most.
        if title := next((title for title in known if title in own), None):
            found[kind] = own.index(title)
    if "first" in found and "last" not in found:
        # In Portuguese and Spanish the word for a name is that for a first name.
        found.setdefault("name", found.pop("first"))
    return found if found.keys() & {"name", "email", "login", "last", "key"} else {}


def _people(rows: Rows, head: int, columns: Mapping[str, int]) -> Iterator[Listed]:
    for number, row in enumerate(rows[head + 1 :], head + 1):
        cells = {kind: row[column].strip() for kind, column in columns.items() if column < len(row)}
        name = cells.get("name") or " ".join(filter(None, (cells.get("first"), cells.get("last"))))
        if CANVAS_POINTS.match(name):
            continue
        key = cells.get("key", "")
        if key and (participant := PARTICIPANT.fullmatch(key)):
            key = participant["id"]
        sender = Sender(name, key, cells.get("login", ""), cells.get("email", ""))
        if sender != Sender():
            yield Listed(sender, cells.get("section", ""), number)
