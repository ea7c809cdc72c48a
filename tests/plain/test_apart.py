"""What a script made is emptied object by object, so that none has another below it when it is freed."""

from functools import partial

import pytest

from degrau.plain import apart
from degrau.plain.apart import take_apart
from degrau.plain.call import Script


class Link:
    def __init__(self, before):
        self.before = before


class Slotted:
    __slots__ = ("before", "unset")

    def __init__(self, before):
        self.before = before


class Closing:
    def __init__(self, before):
        self.call = lambda: before


class Paired(Link):
    def __init__(self, before):
        self.before = [({"other": before}, 1.0)]


class Bound(Link):
    def __init__(self, before):
        self.before = partial(print, before.__init__) if before else None


def chain(kind, length=3000):
    made = [kind(None)]
    while len(made) < length:
        made.append(kind(made[-1]))
    return made


@pytest.mark.parametrize("kind", [Link, Slotted, Closing, Paired, Bound])
def test_every_object_of_a_chain_is_emptied_however_it_holds_the_next(kind) -> None:
    made = chain(kind)
    take_apart({"last": made[-1]}, {"Link": Link, "Slotted": Slotted, "Closing": Closing})
    assert not any(hasattr(link, "before") or hasattr(link, "call") for link in made)


def test_what_the_notebook_has_names_for_stays_as_it_is_and_so_do_other_classes() -> None:
    own, other, made = Link(None), Slotted(None), Link(None)
    made.before, made.other = own, other
    take_apart({"made": made}, {"Link": Link, "own": own, "print": print, "type": type})
    assert (vars(made), vars(own), other.before) == ({}, {"before": None}, None)


def test_a_script_s_value_is_the_same_where_what_it_made_is_taken_apart(monkeypatch) -> None:
    text = "a = Link(2.0)\nfor _ in range(10000):\n    a = Link(a)\nb = Link(3.0)\n[b.before, type(a.before).__name__]"
    seen = []
    monkeypatch.setattr(apart, "take_apart", lambda *names: (seen.append(names), take_apart(*names)))
    assert Script(text).value({"Link": Link}) == [3.0, "Link"]
    assert not seen
    monkeypatch.setattr(apart, "SHALLOW", True)
    assert Script(text).value({"Link": Link}) == [3.0, "Link"]
    with pytest.raises(ZeroDivisionError):
        Script("a = Link(0)\n1 / a.before").value({"Link": Link})
    assert [vars(made["a"]) for made, _ in seen] == [{}, {}]
