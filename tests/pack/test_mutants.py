"""Mutants: each is the reference with one small change, and says which."""

import pytest

from degrau.pack.mutants import mutants


def changes(body: str) -> list[str]:
    source = "def f(x, y):\n    " + body.replace("\n", "\n    ")
    return [m.change.partition(" in ")[0] for m in mutants("f", source)]


@pytest.mark.parametrize(
    ("body", "change"),
    [
        ("return x + y", "x + y → x - y"),
        ("return x + y", "x + y → x"),
        ("return x - y", "x - y → y - x"),
        ("return -x", "-x → x"),
        ("return x >= y", "x >= y → x > y"),
        ("return x > 0 and y > 0", "x > 0 and y > 0 → x > 0 or y > 0"),
        ("return 2 * x", "2 → 3"),
        ("return x[1:]", "x[1:] → x"),
        ("return x[1:]", "1 → 2"),
        ("return x.sum(axis=0)", "x.sum(axis=0) → x.sum(axis=1)"),
        ("return x.sum(axis=0)", "x.sum(axis=0) → x.sum()"),
        ("return np.mean(x)", "np.mean → np.sum"),
        ("return x.T", "x.T → x"),
        ("return np.dot(x, y)", "np.dot(x, y) → np.dot(y, x)"),
        ("return x, y", "return (x, y) → return (y, x)"),
        ("x += y\nreturn x", "x += y → x = y"),
        ("x += y\nreturn x", "x += y → pass"),
        ("if x > y:\n    x = y\nreturn x", "x > y → False"),
    ],
)
def test_every_kind_of_slip_is_made(body: str, change: str) -> None:
    assert change in changes(body)


def test_what_joins_arrays_keeps_its_index() -> None:
    """np.r_ alone is gone through without end where it meets an array."""
    assert not [change for change in changes("return np.r_[x, y] * x") if change.endswith("→ np.r_")]
    assert "x[y] → x" in changes("return np.r_[x[y]]")


def test_every_mutant_is_python_differs_from_the_reference_and_appears_once() -> None:
    source = "def f(x, y):\n    '''x + 1'''\n    z = 0\n    for k in x:\n        z += k * y[1]\n    return z / 2"
    found = mutants("f", source)
    assert len({m.source for m in found}) == len(found) > 20
    for mutant in found:
        compile(mutant.source, "mutant", "exec")
        assert "x + 1" in mutant.source, "the docstring stays"


def test_a_class_has_mutants_in_all_its_methods() -> None:
    source = "class V:\n    def __init__(self, d):\n        self.d = d\n    def twice(self):\n        return 2 * self.d"
    assert any("2 → 3" in m.change for m in mutants("V", source))
    assert any("self.d = d → pass" in m.change for m in mutants("V", source))
