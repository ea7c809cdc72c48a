"""The packages of the assignments: alike inside, and each on its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import degrau.exercises
from degrau.judging.registry import assignments

COURSE = Path(degrau.exercises.__file__).parent
PACKAGES = sorted(path.parent for path in COURSE.glob("*/__init__.py"))
# The folders of the engine that graders are written with.
ENGINE = {"base", "plain", "report", "judging"}

each_package = pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)


def _topics(package: Path) -> set[str]:
    """The modules with laws: all but the inputs, the domains, the hints and what joins them."""
    others = ("__init__", "hints", "domain")
    return {m.stem for m in package.glob("*.py") if m.stem not in others and not _of_inputs(m)}


def _of_inputs(module: Path) -> bool:
    return module.stem == "inputs" or module.stem.endswith("_inputs")


def _imports(module: Path) -> Iterator[tuple[str, ...]]:
    """The path from degrau of everything that the module imports of it, also inside functions."""
    here = ("degrau", *module.relative_to(COURSE.parent).with_suffix("").parts)
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(name.name.split("."))[1:] for name in node.names if name.name.startswith("degrau"))
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level] if node.level else ()
            path = (*base, *(node.module or "").split(".")) if node.module else base
            yield from ((*path, name.name)[1:] for name in node.names if path[0] == "degrau")


def _builders(module: Path) -> list[str]:
    """The functions that draw: those with a first parameter that is a Draw."""
    functions = [n for n in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(n, ast.FunctionDef)]
    return [f.name for f in functions if f.args.args and "Draw" in ast.dump(f.args.args[0])]


def test_there_is_a_package_for_each_assignment() -> None:
    assert {assignment.folder for assignment in assignments().values()} == set(PACKAGES)


@each_package
def test_a_package_has_laws_inputs_hints_and_probes(package) -> None:
    assert _topics(package)
    assert {"__init__.py", "inputs.py", "hints.py", "probes.npz"} <= {path.name for path in package.iterdir()}


@each_package
def test_the_inputs_of_a_topic_are_where_its_name_says(package) -> None:
    """In `topic_inputs` if there is one, else in `inputs`; what draws is nowhere else, and knows of no laws."""
    assert {m.stem.removesuffix("_inputs") for m in package.glob("*_inputs.py")} <= _topics(package)
    for topic in _topics(package):
        assert _builders(package / f"{topic}.py") == []
        used = {path[2] for path in _imports(package / f"{topic}.py") if path[:2] == ("exercises", package.name)}
        own = f"{topic}_inputs" if (package / f"{topic}_inputs.py").exists() else "inputs"
        assert {module for module in used if _of_inputs(Path(module))} <= {own}
    for module in filter(_of_inputs, package.glob("*.py")):
        imported = set(_imports(module))
        assert not any(path[:2] in (("judging", "laws"), ("judging", "types")) for path in imported)
        assert not any(path[:2] == ("exercises", package.name) and path[2] in _topics(package) for path in imported)


@each_package
def test_a_package_imports_the_engine_and_what_is_shared_but_no_other_package(package) -> None:
    shared = {module.stem for module in COURSE.glob("*.py")} - {"__init__"}
    for module in package.glob("*.py"):
        for path in _imports(module):
            assert path[0] in ENGINE or (path[0] == "exercises" and path[1] in {package.name, *shared}), (module, path)
