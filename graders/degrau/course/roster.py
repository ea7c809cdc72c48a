"""students.csv: who is in the course, and by which keys the platforms know them. It is the teacher's to edit, too.

What people are called is compared whatever the order and the accents, made into names of folders, and entered into
nbgrader's gradebook, of those who have handed nothing in as well.
"""

import csv
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from ..base.disk import write_whole
from .directory import CourseError
from .sheets import read_text

WORD = re.compile(r"[^\W_]+")
PLAIN_ID = re.compile(r"[\w@][\w.@+-]*")
FILE = "students.csv"
# Of what is known of somebody besides: a name for the whole school.
LOGIN = "login"


@dataclass(frozen=True)
class Sender:
    """Who handed in, as a platform says it; a platform that gives no names, or no keys, leaves them empty."""

    name: str = ""
    """The full name, in whichever order, or the name of a group."""
    key: str = ""
    """The platform's own key, with which marks find their way back."""
    login: str = ""
    """A name for one person in the whole school: of a user, a matriculation."""
    email: str = ""


@dataclass(frozen=True)
class Student:
    """A line of students.csv. `id` is the name of the folders; `keys` are as `key_of` makes them, with spaces between.

    `more` is what a teacher's own columns hold.
    """

    id: str
    name: str = ""
    email: str = ""
    section: str = ""
    keys: str = ""
    more: tuple[tuple[str, str], ...] = ()

    @property
    def all_keys(self) -> tuple[str, ...]:
        return tuple(self.keys.split())

    def key_within(self, scope: str) -> str:
        """The key on a platform, or in one assignment there; nothing where there is none."""
        found = (key.removeprefix(f"{scope}:") for key in self.all_keys if key.startswith(f"{scope}:"))
        return unquote(next(found, ""))


COLUMNS = tuple(field.name for field in fields(Student) if field.name != "more")


def key_of(scope: str, key: str) -> str:
    """How students.csv writes a platform's key: `canvas:4567`; `scope` may name an assignment: `moodle:01_adaline`."""
    return f"{scope}:{quote(key, safe='@.+')}"


class Ambiguous(Exception):
    """Nobody can say which of several students this is; its text says what would tell them apart."""


@dataclass
class Roster:
    """The students of a course, in the order of the file."""

    students: dict[str, Student] = field(default_factory=dict)
    separator: str = ","

    @classmethod
    def read(cls, root: Path) -> "Roster":
        """That of the course in this folder, an empty one if it has none; raises CourseError."""
        path = root / FILE
        if not path.exists():
            return cls()
        text, _ = read_text(path.read_bytes())
        separator = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
        table = csv.DictReader(StringIO(text), delimiter=separator)
        if "id" not in (table.fieldnames or ()):
            raise CourseError(f"{path} has no column called id.\nIts first line should be: {','.join(COLUMNS)}")
        found = cls(separator=separator)
        for number, row in enumerate(table, 2):
            student = _student(row)
            if not student.id or student.id in found.students:
                why = f"has {student.id} a second time" if student.id else "has no id"
                raise CourseError(f"{path}, line {number}, {why}.\nMend it, and try again.")
            found.students[student.id] = student
        return found

    def write(self, root: Path) -> bool:
        """Writes the file if anything has changed; says whether it has."""
        own = list(dict.fromkeys(name for student in self.students.values() for name, _ in student.more))
        buffer = StringIO()
        table = csv.writer(buffer, delimiter=self.separator, lineterminator="\n")
        table.writerow([*COLUMNS, *own])
        for student in self.students.values():
            more = dict(student.more)
            table.writerow([getattr(student, name) for name in COLUMNS] + [more.get(name, "") for name in own])
        if not self.students or ((root / FILE).exists() and Roster.read(root) == self):
            return False
        # Excel takes a file without this mark for one in another encoding.
        write_whole(root / FILE, buffer.getvalue().encode("utf-8-sig"), 0o600)
        return True

    def know(self, sender: Sender, scope: str, section: str = "") -> Student:
        """The student that this is, who is entered if new; what was not known of them is filled in.

        Raises Ambiguous.
        """
        found = self.find(sender, scope)
        student = found or Student(self._new_id(sender))
        keys = student.all_keys
        if sender.key and not student.key_within(scope):
            keys = (*keys, key_of(scope, sender.key))
        if sender.login and not _has_login(student, sender.login):
            keys = (*keys, key_of(LOGIN, sender.login))
        said = " ".join(sender.name.split())
        name = said if len(said) > len(student.name) and not _as_people_write(student) else student.name
        known = replace(
            student,
            name=name,
            email=student.email or sender.email,
            section=student.section or section,
            keys=" ".join(keys),
        )
        self.students[known.id] = known
        return known

    def find(self, sender: Sender, scope: str) -> Student | None:
        """The student that this is: by the platform's key, then by address, login, and name; raises Ambiguous."""
        if sender.key:
            key = key_of(scope, sender.key)
            for student in self.students.values():
                if key in student.all_keys:
                    return student
        for found in (self._by_address(sender), self._by_login(sender), self._by_name(sender)):
            free = [s for s in found if not sender.key or s.key_within(scope) in ("", sender.key)]
            if len(free) == 1:
                return free[0]
            if len(free) > 1:
                raise Ambiguous(_several(sender, scope, free))
        return None

    def _by_address(self, sender: Sender) -> list[Student]:
        wanted = sender.email.casefold()
        return [s for s in self.students.values() if wanted and s.email.casefold() == wanted]

    def _by_login(self, sender: Sender) -> list[Student]:
        found = [s for s in self.students.values() if _has_login(s, sender.login)]
        login = sender.login.casefold()
        return found or [s for s in self.students.values() if login and login in (s.email.casefold(), _user(s.email))]

    def _by_name(self, sender: Sender) -> list[Student]:
        # A folder without platform names its students by whatever it has.
        name = sender.name or (sender.login if not sender.key else "")
        return [
            s
            for s in self.students.values()
            if same_name(name, s.name or s.id) and not (s.email and sender.email and s.email != sender.email)
        ]

    def _new_id(self, sender: Sender) -> str:
        wanted = (
            _id_of(sender.login)
            or "_".join(words_of(" ".join(_first_and_last(sender.name))))
            or _id_of(f"anonymous_{sender.key}")
        )
        taken = {known.casefold() for known in self.students}
        return next(name for name in _candidates(wanted, sender.key) if name.casefold() not in taken)


def _has_login(student: Student, login: str) -> bool:
    return login != "" and (student.id.casefold() == login.casefold() or key_of(LOGIN, login) in student.all_keys)


def _candidates(wanted: str, key: str) -> Iterator[str]:
    yield wanted
    if key:
        yield f"{wanted}_{_id_of(key)}"
    yield from (f"{wanted}_{number}" for number in count(2))


def _as_people_write(student: Student) -> bool:
    """Whether the name is one as people write it, and not as a platform squeezes it."""
    return " " in student.name


def _user(email: str) -> str:
    return email.partition("@")[0].casefold()


def _several(sender: Sender, scope: str, found: Iterable[Student]) -> str:
    ids = ", ".join(student.id for student in found)
    key = f"write {key_of(scope, sender.key)} into the keys of the right one in {FILE}" if sender.key else ""
    return f"it may be of any of {ids}: {key or f'call it as one of them is called in {FILE}'}"


def _student(row: dict[str, str | None]) -> Student:
    known = {name: (row.get(name) or "").strip() for name in COLUMNS}
    more = ((name, value or "") for name, value in row.items() if name and name not in COLUMNS)
    return Student(**known, more=tuple(more))


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, without accents, in small letters.

    >>> words_of("Souza-Lima, ANA Júlia")
    ('souza', 'lima', 'ana', 'julia')
    """
    letters = unicodedata.normalize("NFKD", name).casefold()
    return tuple(WORD.findall("".join(c for c in letters if not unicodedata.combining(c))))


def same_name(one: str, other: str) -> bool:
    """Whether both may be the name of one person: the order of the words, and spaces, do not tell them apart.

    >>> same_name("Ana Maria Souza", "Souza, Ana Maria"), same_name("souzaanamaria", "Ana Maria Souza")
    (True, True)
    >>> same_name("Ana Souza", "Ana Souza Lima")
    False
    """
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return False
    return sorted(a) == sorted(b) or (len(a) == 1 and a[0] in _squeezed(b)) or (len(b) == 1 and b[0] in _squeezed(a))


def _squeezed(words: tuple[str, ...]) -> set[str]:
    """The words without spaces, whichever of them comes first."""
    return {"".join(words[i:] + words[:i]) for i in range(len(words))}


def _first_and_last(name: str) -> tuple[str, str]:
    """A name in two parts: where the comma says, or after the first word.

    >>> _first_and_last("Souza Lima, Ana"), _first_and_last("Ana Júlia Souza"), _first_and_last("ana")
    (('Ana', 'Souza Lima'), ('Ana', 'Júlia Souza'), ('ana', ''))
    """
    last, comma, first = name.partition(",")
    if not comma:
        first, _, last = name.strip().partition(" ")
    return first.strip(), last.strip()


def _id_of(text: str) -> str:
    """A name for a folder, made of any text: as it is where that will do.

    >>> _id_of("Souza, Ana Júlia"), _id_of("asouza@usp.br"), _id_of("../..")
    ('souza_ana_julia', 'asouza@usp.br', '')
    """
    return text if PLAIN_ID.fullmatch(text) else "_".join(words_of(text))


def enter_students(gradebook: Any, roster: Roster, dropped: Collection[str]) -> None:
    """Brings the gradebook's students up to date with the roster, without those who have dropped out.

    What is as the roster says is not written again.
    """
    known = {student.id: student for student in gradebook.students}
    for student in roster.students.values():
        if student.id in dropped:
            continue
        told = _entry_of(student)
        entry = known.get(student.id)
        if entry is None or any(getattr(entry, name) != value for name, value in told.items()):
            gradebook.update_or_create_student(student.id, **told)


def full_name(entry: Any) -> str:
    """The name of a student as the gradebook has it."""
    return " ".join(filter(None, (entry.first_name, entry.last_name)))


def _entry_of(student: Student) -> dict[str, str]:
    """What the roster says of a student, in the words of the gradebook; what it does not say stays there as it is."""
    first, last = _first_and_last(student.name)
    said = {"first_name": first, "last_name": last, "email": student.email}
    return {name: value for name, value in said.items() if value}
