"""The floor plan: each folder imports only from those above it, none in a circle, and the page shows it as it is."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import degrau

# Its folders are those of a clone.
pytestmark = pytest.mark.ours

PACKAGE = Path(degrau.__file__).parent
# From the ground up; the command line stands on everything.
LAYERS = (
    "base",
    "plain",
    "report",
    "judging",
    "exercises",
    "sandbox",
    "notebooks",
    "pack",
    "grading",
    "workers",
    "selfcheck",
    "course",
    "overview",
    "authoring",
    "site",
    "demo",
    "commands",
)
PAGE = Path(__file__).parents[1] / "docs" / "architecture.md"


def modules() -> dict[str, Path]:
    """The modules of degrau by their dotted name; a package is its folder."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """The modules of degrau that a module imports, wherever in it, and by name in a call of import_module too."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").partition(".")[0] == "degrau"):
            above = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*above, *(node.module.split(".")[0 if node.level else 1 :] if node.module else [])])
            for alias in node.names:
                whole = f"{module}.{alias.name}".lstrip(".")
                yield whole if whole in known else module
        elif isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[2] for alias in node.names if alias.name.startswith("degrau."))


@cache
def plan() -> dict[str, set[str]]:
    """Every module, and those that it imports."""
    known = modules()
    return {name: {m for m in imported(name, path, known) if m and m != name} for name, path in known.items() if name}


def folder(module: str) -> str:
    return module.partition(".")[0]


def test_each_folder_imports_only_from_those_above_it() -> None:
    rank = {layer: number for number, layer in enumerate(LAYERS)}
    up = [
        f"{module} imports {other}"
        for module, others in plan().items()
        for other in others
        if folder(module) in rank and rank[folder(module)] < rank[folder(other)]
    ]
    assert up == []


def test_every_folder_has_its_place() -> None:
    assert {folder(module) for module in plan()} - {"__main__"} == set(LAYERS)


def test_no_module_is_imported_by_what_it_imports() -> None:
    left = plan()
    while free := {module for module, others in left.items() if not others & left.keys()}:
        left = {module: others for module, others in left.items() if module not in free}
    assert left == {}


def test_the_engine_reaches_the_exercises_by_the_registry_alone() -> None:
    beyond = {module for module, others in plan().items() if any(folder(other) == "exercises" for other in others)}
    assert {folder(module) for module in beyond} <= {"exercises"}


def table() -> str:
    """The folders, and how many of their modules import something of which folder above."""
    counts = {layer: dict.fromkeys(LAYERS, 0) for layer in LAYERS}
    sizes = dict.fromkeys(LAYERS, 0)
    for module, others in plan().items():
        if (own := folder(module)) in counts:
            sizes[own] += 1
            for other in {folder(other) for other in others} - {own}:
                counts[own][other] += 1
    lines = [f"| | modules | {' | '.join(LAYERS[:-1])} |", "|---" * (len(LAYERS) + 1) + "|"]
    for layer in LAYERS:
        cells = (str(counts[layer][other] or "") for other in LAYERS[:-1])
        lines.append(f"| `{layer}/` | {sizes[layer]} | {' | '.join(cells)} |")
    return "\n".join(lines)


def test_the_page_on_the_architecture_shows_the_imports_as_they_are() -> None:
    assert table() in PAGE.read_text("utf-8"), f"put this into {PAGE.name}:\n{table()}"


if __name__ == "__main__":
    print(table())
