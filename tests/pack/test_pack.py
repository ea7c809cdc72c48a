"""The pack: what it finds, what it reads once, and what it says when something is not there."""

from pathlib import Path

import pytest

from degrau.pack.pack import Pack, PackNotFound

SOLUTION = '''\
# %% tags=["setup"]
import numpy as np

from degrau import check

scale = {scale}

# %%
def scaled(x):
    """A escala vezes x. · The scale times x."""
    ### BEGIN SOLUTION
    return np.multiply(scale, x)
    ### END SOLUTION

# %%
check(scaled)

# %%
def doubled(x):
    """O dobro da escala vezes x. · Twice the scale times x."""
    ### BEGIN SOLUTION
    return 2 * scaled(x)
    ### END SOLUTION

# %%
check(doubled)

# %% tags=["demo"]
raise RuntimeError("demos never run")
'''

BANK = """\
from degrau.pack.bank import right


@right("doubled")
def by_sum(x):
    return np.add(scaled(x), scaled(x))
"""


@pytest.fixture
def small(tmp_path: Path) -> Pack:
    """A pack of two assignments with functions of the same name; only the first has a bank."""
    (tmp_path / "solutions" / "banks" / "00_two").mkdir(parents=True)
    for name, scale in (("01_ten", 10), ("00_two", 2)):
        (tmp_path / "solutions" / f"{name}.py").write_text(SOLUTION.format(scale=scale), encoding="utf-8")
    (tmp_path / "solutions" / "banks" / "00_two" / "doubled.py").write_text(BANK, encoding="utf-8")
    return Pack(tmp_path)


def test_assignments_are_in_order_and_banks_are_none_of_them(small: Pack) -> None:
    assert small.assignments == ("00_two", "01_ten")


def test_references_run_setup_and_exercises_but_no_check_and_no_demo(
    small: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(small.reference("00_two")) == ["scaled", "doubled"]
    assert capsys.readouterr().out == ""


def test_references_of_two_assignments_do_not_meet(small: Pack) -> None:
    two, ten = small.reference("00_two")["scaled"], small.reference("01_ten")["scaled"]
    assert (two(3), ten(3)) == (6, 30)
    assert two.__globals__ is not ten.__globals__


def test_references_and_banks_are_read_once_for_each_pack(small: Pack) -> None:
    assert small.reference("00_two") is small.reference("00_two")
    assert small.bank("00_two") is small.bank("00_two")
    other = Pack(small.root)
    assert other.reference("00_two")["scaled"] is not small.reference("00_two")["scaled"]


def test_a_banks_variants_call_the_packs_own_references(small: Pack) -> None:
    (variant,) = small.bank("00_two")
    assert variant.function(3) == 12
    assert variant.names["scaled"] is small.reference("00_two")["scaled"]


def test_an_assignment_without_a_bank_has_no_variants(small: Pack) -> None:
    assert small.bank("01_ten") == ()


def test_all_assignments_are_chosen_where_none_is_named(small: Pack) -> None:
    assert small.choose([]) == ("00_two", "01_ten")
    assert small.choose(["01_ten"]) == ("01_ten",)
    with pytest.raises(PackNotFound) as caught:
        small.choose(["02_three"])
    assert str(caught.value) == "no assignment 02_three; there are: 00_two, 01_ten"


def test_a_release_that_is_missing_says_how_to_make_it(small: Pack) -> None:
    with pytest.raises(PackNotFound) as caught:
        small.release("00_two", "pt")
    path = small.root / "assignments" / "pt" / "00_two.ipynb"
    assert str(caught.value) == f"{path} is missing.\nMake it with: degrau release 00_two"


def test_the_pack_is_the_one_that_the_environment_names(small: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEGRAU_PACK", str(small.root))
    assert Pack.find().root == small.root
    assert Pack.find() is Pack.find()


@pytest.mark.ours
def test_without_that_the_pack_is_the_clone_of_this_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEGRAU_PACK", raising=False)
    assert Pack.find().root == Path(__file__).resolve().parents[2]


def test_a_folder_without_solutions_is_no_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEGRAU_PACK", str(tmp_path))
    with pytest.raises(PackNotFound) as caught:
        Pack.find()
    assert str(caught.value) == (
        f"no solutions in {tmp_path}, which DEGRAU_PACK names.\n"
        "Install one: pip install degrau-solutions; make one: degrau new DIR; or go to the folder of one."
    )
