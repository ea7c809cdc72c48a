"""Classes that hand in through platforms: the archives are made by the platforms' own rules for names."""

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from degrau.course.roster import words_of

NOTEBOOK = b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
FIRST = datetime(2026, 3, 10, 12, tzinfo=UTC)
# What Moodle's clean_filename takes away, as far as a name may have it.
UNCLEAN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Handed:
    """What one person, or group, hands in: the platform's key, the files by their names, and when."""

    name: str
    key: str
    files: Mapping[str, bytes]
    time: datetime = FIRST
    late: bool = False

    @property
    def login(self) -> str:
        return f"user{self.key}"


Class = list[Handed]

LETTERS = "abzAÉíõçÑüØŽжλ漢"
words = st.text(LETTERS, min_size=1, max_size=7)
names = st.builds(
    lambda parts, joints: "".join(part + joint for part, joint in zip(parts, [*joints, ""], strict=False)),
    st.lists(words, min_size=2, max_size=3),
    st.lists(st.sampled_from([" ", "_", ", ", "-", " d'", "  "]), min_size=2, max_size=2),
)
stems = st.sampled_from(["20_losses", "Untitled", "losses (2)", "a_b_1_2", "minha lição, final", "__init__"])
folders = st.sampled_from(["", "", "dados/", "a_b/c (1)/"])
files = st.dictionaries(
    st.builds("{}{}{}".format, folders, stems, st.sampled_from([".ipynb", ".py", ".csv"])),
    st.binary(max_size=20),
    max_size=3,
).map(lambda more: {"20_losses.ipynb": NOTEBOOK, **more})
people = st.lists(
    st.builds(
        Handed,
        names,
        st.integers(1, 10**8).map(str),
        files,
        # A class does not hand in within ten minutes; those times would be of the packing.
        st.integers(0, 10**4).map(lambda minutes: FIRST + timedelta(hours=minutes)),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
    unique_by=(lambda person: person.key, lambda person: "".join(sorted("".join(words_of(person.name))))),
)


def flat(person: Handed) -> Handed:
    """The same without folders, which not every platform has."""
    return replace(person, files={name.replace("/", "-"): content for name, content in person.files.items()})


def in_utc(time: datetime) -> bytes:
    """The field of a zip's entry that says its time in UTC."""
    return b"UT\x05\x00\x01" + int(time.timestamp()).to_bytes(4, "little")


def pack(path: Path, entries: Iterable[tuple[str, bytes, datetime]]) -> Path:
    """A zip with these files."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content, time in entries:
            info = zipfile.ZipInfo(name, time.timetuple()[:6])
            info.extra = in_utc(time)
            archive.writestr(info, content)
    return path


def moodle(
    prefix: Callable[[Handed], str], joint: str, archive: str = "REDES-Losses-4711.zip"
) -> Callable[[Path, Class], Path]:
    """Moodle's archive: what stands before `_assignsubmission_file`, and what after it, before the file."""

    def made(folder: Path, handed: Class) -> Path:
        entries = (
            (f"{prefix(person)}_assignsubmission_file{joint}{name}", content, person.time)
            for person in handed
            for name, content in person.files.items()
        )
        return pack(folder / archive, entries)

    return made


def moodle_name(person: Handed) -> str:
    """The name with which Moodle begins an entry."""
    return f"{UNCLEAN.sub('', person.name).replace('_', ' ').strip()}_{person.key}"


def participant(person: Handed) -> str:
    """The same where marking is anonymous."""
    return f"Participante_{person.key}"


def canvas(folder: Path, handed: Class, anonymous: bool = False) -> Path:
    """Canvas' archive."""
    entries = []
    for person in handed:
        name = re.sub(r"[^\w]", "", person.name.lower())
        start = (
            f"{'LATE_' * person.late}anon_{person.key}" if anonymous else f"{name}{'_LATE' * person.late}_{person.key}"
        )
        entries += [
            (f"{start}_{n}_{file}", content, FIRST) for n, (file, content) in enumerate(person.files.items(), 70)
        ]
    return pack(folder / "submissions.zip", entries)


def blackboard(folder: Path, handed: Class) -> Path:
    """Blackboard's archive, with a text for each attempt."""
    entries = []
    for person in handed:
        start = f"Losses 1_{person.login}_attempt_{person.time.astimezone():%Y-%m-%d-%H-%M-%S}"
        entries.append(
            (f"{start}.txt", f"Name: {person.name} ({person.login})\nAssignment: Losses 1\n".encode(), FIRST)
        )
        entries += [(f"{start}_{file}", content, FIRST) for file, content in person.files.items()]
    return pack(folder / "gradebook_REDES_Losses.zip", entries)


def brightspace(folder: Path, handed: Class) -> Path:
    """Brightspace's archive, with its index."""
    entries = [("index.html", b"<html>", FIRST)]
    for person in handed:
        time = f"{person.time.astimezone():%b %d, %Y %I%M %p}"
        start = f"{person.key}-998 - {UNCLEAN.sub('', person.name).strip()} - {time}"
        entries += [(f"{start}/{file}", content, FIRST) for file, content in person.files.items()]
    return pack(folder / "Losses Download.zip", entries)


def sakai(folder: Path, handed: Class) -> Path:
    """Sakai's archive, with the files that a teacher fills in."""
    entries = [("Losses/grades.csv", b"Losses,Points\n", FIRST)]
    for person in handed:
        start = f"Losses/{UNCLEAN.sub('', person.name).strip()}({person.login})"
        entries.append((f"{start}/timestamp.txt", f"{person.time:%Y%m%d%H%M%S}000".encode(), FIRST))
        entries.append((f"{start}/comments.txt", b"", FIRST))
        entries.append((f"{start}/Feedback Attachment(s)/old.ipynb", b"{}", FIRST))
        entries += [(f"{start}/Submission attachment(s)/{file}", c, FIRST) for file, c in person.files.items()]
    return pack(folder / "bulk_download.zip", entries)


def gradescope(folder: Path, handed: Class) -> Path:
    """Gradescope's export, with its list."""
    entries, listed = [], []
    for number, person in enumerate(handed, 100):
        listed.append(
            f"submission_{number}:\n  :submitters:\n  - :name: {quoted(person.name)}\n    :sid: '{person.key}'\n"
            f"    :email: {person.login}@usp.br\n  :created_at: {person.time:%Y-%m-%d %H:%M:%S} Z\n"
            "  :results: !ruby/object:Results\n    score: 1\n"
        )
        root = f"assignment_1_export/submission_{number}"
        entries += [(f"{root}/{file}", content, FIRST) for file, content in person.files.items()]
    entries.append(("assignment_1_export/submission_metadata.yml", f"---\n{''.join(listed)}".encode(), FIRST))
    return pack(folder / "assignment_1_export.zip", entries)


def quoted(text: str) -> str:
    """A text as YAML has it."""
    return "'{}'".format(text.replace("'", "''"))
