"""What platforms make of a table that comes back: their importers' own rules, and tables made by their exporters'."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO


@dataclass(frozen=True)
class Locale:
    """How a Moodle in one language writes its worksheet, and what it looks for in one that comes back."""

    titles: tuple[str, ...]
    hidden: str
    point: str


LOCALES: Mapping[str, Locale] = {
    "en": Locale(
        (
            *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum grade", "Grade can be changed"),
            *("Last modified (submission)", "Last modified (grade)", "Feedback comments"),
        ),
        "Participant ",
        ".",
    ),
    "pt_br": Locale(
        (
            *("Identificador", "Nome completo", "Endereço de email", "Status", "Nota", "Nota máxima"),
            *("A nota pode ser alterada", "Última modificação (envio)", "Última modificação (nota)"),
            "Comentários de feedback",
        ),
        "Participante",
        ",",
    ),
    "de": Locale(
        (
            *("ID", "Vollständiger Name", "E-Mail-Adresse", "Status", "Bewertung", "Beste Bewertung"),
            *("Bewertung kann geändert werden", "Zuletzt geändert (Abgabe)", "Zuletzt geändert (Bewertung)"),
            "Feedback als Kommentar",
        ),
        "Teilnehmer/in",
        ",",
    ),
    # A language whose words for a mark are not known here: its columns are found by their shape.
    "ru": Locale(
        (
            *("Идентификатор", "Полное имя", "Email address", "Состояние", "Оценка", "Максимальная оценка"),
            *("Оценка может быть изменена", "Последнее изменение (ответ)", "Последнее изменение (оценка)", "Отзыв"),
        ),
        "Участник",
        ",",
    ),
}


def unformatted(text: str, locale: Locale) -> float:
    """A number as Moodle reads it: up to the first character that is not of one."""
    found = re.match(r"-?\d*(?:\.\d*)?", text.replace(" ", "").replace(locale.point, "."))
    return float(found[0]) if found and found[0] else 0.0


def imported_by_moodle(text: str, separator: str, locale: Locale) -> dict[str, tuple[float, str]]:
    """The marks and comments that Moodle takes from a worksheet; raises ValueError where it says "invalid import"."""
    head, *rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    record, grade, _ = (head.index(locale.titles[n]) for n in (0, 4, 8))
    feedback = head.index(locale.titles[9])
    return {
        row[record][len(locale.hidden) :]: (unformatted(row[grade], locale), row[feedback])
        for row in rows
        if row and row[grade] != ""
    }


def imported_by_canvas(text: str) -> dict[str, dict[str, float]]:
    """By student's ID and assignment's, the marks that Canvas takes; raises ValueError where it refuses the file."""
    separator = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    head, *rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    section = head.index("Section")
    if head[0] != "Student" or "ID" not in head:
        raise ValueError("no student columns")
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        if re.match(r"\s*(?:Points Possible|Manual Posting|$)", row[0]):
            continue
        own = found.setdefault(row[head.index("ID")], {})
        for title, cell in list(zip(head, row, strict=True))[section + 1 :]:
            number = re.search(r"\((\d+)\)$", title)
            if number and re.fullmatch(r"\d+(?:[.,]\d+)?", cell):
                own[number[1]] = float(cell.replace(",", "."))
    return found
