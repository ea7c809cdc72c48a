"""A new course, or another assignment in one: a working example to change, from the templates beside this file."""

import json
import keyword
import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from string import Template

from ...base import packs
from ...base.mendable import Mendable
from ...base.text import Language, Text, _
from ...judging.registry import of

HERE = Path(__file__).parent
FIRST = "01_descent"
FUNCTION = "descend"
TITLE = _("One step downhill")
INTRODUCTION = _("The slope says where the cost rises. A step of descent goes the other way: `lr` times the slope.")
WORDS = {
    "values": _("the weights after one step"),
    "integers": _("integer weights, without truncation"),
    "look": _("Work out one weight by hand, with the numbers shown. Does your weight move the same way, and as far?"),
    "think": _("Each weight goes against its own slope, and the rate says how far: what does each of the three do?"),
}
MISTAKES = {
    "uphill": (_("Uphill"), _("The slope points to where the cost rises; the step goes the other way.")),
    "without_the_rate": (_("Without the rate"), _("`lr` says which part of the slope is taken; here all of it is.")),
    "only_the_change": (
        _("Only the change"),
        _("The new weights are asked for: the old ones with the change."),
    ),
    "divided_by_the_rate": (
        _("Divided by the rate"),
        _("A smaller rate makes a smaller step; here, a larger one."),
    ),
    "rate_times_weights": (
        _("The rate on everything"),
        _("The rate shortens the step, and not the weights."),
    ),
    "mean_slope": (_("One slope for all"), _("Each weight has a slope of its own; here all of them share the mean.")),
}


def is_empty(folder: Path) -> bool:
    """Whether nothing is there yet."""
    return not folder.is_file() and not (folder.is_dir() and any(folder.iterdir()))


def begin(
    folder: Path, languages: Sequence[Language], assignment: str = "", functions: Sequence[str] = ()
) -> list[Path]:
    """A new course in this folder, with one assignment; gives the files. Raises Mendable in a full folder."""
    if not is_empty(folder):
        raise Mendable(
            f"{folder} is not empty; nothing was changed.\nName a new folder; or to add to it: --assignment 02_name"
        )
    for code in languages:
        if not packs.CODE.fullmatch(code):
            raise Mendable(f"{code} is no code of a language; write, for example: --lang es --lang pt-BR")
    package, assignment, functions = _package(folder.resolve().name), assignment or FIRST, functions or [FUNCTION]
    _refuse_names(assignment, functions, {})
    names = {"package": package, "assignment": assignment, "function": functions[0], "title": TITLE.to(languages[0])}
    titles = ", ".join(f"{_key(code)} = {_quoted(TITLE.to(code))}" for code in languages)
    graders = folder / "graders" / package
    places = {
        "pyproject.toml": folder / "pyproject.toml",
        "README.md": folder / "README.md",
        "gitignore": folder / ".gitignore",
        "test_course.py": folder / "tests" / "test_course.py",
        "pack.toml": graders / packs.ABOUT,
    }
    made = _write(places, {**names, "codes": ", ".join(map(_quoted, languages)), "titles": titles})
    (graders / "__init__.py").write_text(f'"""The graders of {package}: a folder for each assignment."""\n', "utf-8")
    return [*made, *_exercises(folder, package, languages, assignment, functions)]


def add(folder: Path, assignment: str, functions: Sequence[str] = ()) -> list[Path]:
    """Another assignment, or further functions of one, in the course in this folder; gives the files.

    Raises Mendable where that does not go.
    """
    place = next(packs.within(folder), None)
    if place is None:
        raise Mendable(f"{folder} is no course: it has no graders/NAME/{packs.ABOUT}.\nMake one first: degrau new DIR")
    taken = {name: known.name for known in of(place) for name in known.points}
    source = folder / "solutions" / f"{assignment}.py"
    if source.exists() and not functions:
        raise Mendable(f"{source} is there already; nothing was changed.\nTo add a function to it: --function NAME")
    functions = functions or [FUNCTION if FUNCTION not in taken else f"{FUNCTION}_{assignment}"]
    _refuse_names(assignment, functions, taken)
    return _exercises(folder, place.module, place.languages, assignment, functions)


def _refuse_names(assignment: str, functions: Sequence[str], taken: Mapping[str, str]) -> None:
    """Raises Mendable for a name that does not serve; `taken`: the assignment of each function that is there."""
    if not re.fullmatch(r"\d\d_[a-z][a-z0-9_]*", assignment):
        raise Mendable(f"{assignment} is no name for an assignment; write two digits and a word: 02_losses")
    for name in functions:
        if not re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII) or keyword.iskeyword(name):
            raise Mendable(f"{name} is no name for a function; write letters, digits and _: huber_loss")
        if name in taken:
            raise Mendable(f"{name} is a function of {taken[name]} already; name it otherwise")


def guide(folder: Path) -> Path | None:
    """The page on writing exercises for the course in this folder, where degrau's own with its teacher's part is."""
    is_portuguese = next(packs.within(folder)).languages[0].partition("-")[0] == "pt"
    name = "como-escrever-exercicios.md" if is_portuguese else "writing-exercises.md"
    pages = (place.root / "docs" / name for place in packs.installed() if place.root is not None)
    return next((page for page in pages if page.is_file()), None)


def _exercises(
    folder: Path, package: str, languages: Sequence[Language], assignment: str, functions: Sequence[str]
) -> list[Path]:
    """One exercise is three files: its cell, which comes after those that are there, its grader, its bank."""
    said = {name: _text(text, languages) for name, text in WORDS.items()}
    mistakes = {name: _mistake(*words, languages) for name, words in MISTAKES.items()}
    docstring = " · ".join(dict.fromkeys(TITLE.to(code) for code in languages))
    introduction = "\n".join(
        f'# %% [markdown] lang="{code}"\n# # {TITLE.to(code)}\n#\n# {INTRODUCTION.to(code)}\n' for code in languages
    )
    words = {**said, **mistakes, "docstring": f"{docstring}.", "introduction": introduction}
    source = folder / "solutions" / f"{assignment}.py"
    graders = folder / "graders" / Path(*package.split(".")) / assignment
    banks = folder / "solutions" / "banks" / assignment
    places = {name: {"grader.py": graders / f"{name}.py", "bank.py": banks / f"{name}.py"} for name in functions}
    if there := [path for own in places.values() for path in own.values() if path.exists()]:
        raise Mendable(f"{there[0]} is there already; nothing was changed")
    made = [source]
    if not source.exists():
        _write({"source.py": source}, words)
    for function, own in places.items():
        with source.open("a", encoding="utf-8") as cells:
            cells.write(_filled("cell.py", {**words, "function": function}))
        made += _write(own, {**words, "function": function})
    if not (graders / "__init__.py").exists():
        about = f'"""{assignment}: a module for each function, with its EXERCISE."""\n'
        (graders / "__init__.py").write_text(about, "utf-8")
    return made


def _write(places: Mapping[str, Path], words: Mapping[str, str]) -> list[Path]:
    for name, path in places.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_filled(name, words), "utf-8")
    return list(places.values())


def _filled(name: str, words: Mapping[str, str]) -> str:
    """The template of this name with these words in it."""
    return Template((HERE / f"{name}.in").read_text("utf-8")).substitute(words)


def _package(name: str) -> str:
    """The folder's name as that of a package that nothing else has."""
    word = re.sub(r"\W+", "_", name.lower(), flags=re.ASCII).strip("_")
    word = word if word[:1].isalpha() and not keyword.iskeyword(word) else f"course_{word}".rstrip("_")
    return f"{word}_course" if find_spec(word) else word


def _text(text: Text, languages: Sequence[Language]) -> str:
    return f"Text({_arguments({code: _quoted(text.to(code)) for code in languages}, ', ')})"


def _mistake(title: Text, explanation: Text, languages: Sequence[Language]) -> str:
    pairs = {code: f"({_quoted(title.to(code))}, {_quoted(explanation.to(code))})" for code in languages}
    return f"    {_arguments(pairs, ',' + chr(10) + '    ')},"


def _arguments(values: Mapping[Language, str], between: str) -> str:
    """Arguments by language code; a code such as pt-BR is no name, and goes into a dictionary."""
    named = [f"{code}={value}" for code, value in values.items() if code.isidentifier()]
    others = [f"**{{{_quoted(code)}: {value}}}" for code, value in values.items() if not code.isidentifier()]
    return between.join([*named, *others])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _key(code: Language) -> str:
    return code if code.isidentifier() else _quoted(code)
