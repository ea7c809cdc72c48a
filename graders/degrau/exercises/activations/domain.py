"""The domains of 03_activations: x of any shape with what follows it, scores, stacks of layers."""

from itertools import pairwise

import numpy as np

from ...judging.arguments import Array, Entries, signed
from ...judging.domain import (
    FEW,
    MANY,
    Choice,
    Domain,
    Illegal,
    Making,
    Options,
    Traits,
    band,
    bands,
    limits,
    size_name,
    within,
)
from ...judging.draw import Args
from ...judging.parameters import Number, Open
from ...plain.numbers import Array as Numbers
from ..lengthy import entries, many

ANY, FAR = signed(bands(0, 1e12)), signed(bands(0, 1e4))
LEAKS, DEPTHS = bands(1e-6, 1), bands(1e-3, 100, zero=False)
WIDTHS = {"1": (1, 1), "2-5": (2, 5), "8-20": (8, 12)}
LAYERS = ("1", "2", "3", "4", "5-8")
# Whole numbers in a stack stay below this, so that any way to multiply them out is exact.
EXACT = 2.0**50
# A slope for what is large and no whole number; one for what is nearly nothing.
LARGE, SMALL = (np.array([-1000001.5, 3.0]), 0.5), (np.array([-20.5, -25.0]), 64.0)


def _curve(
    judged_by: str,
    magnitudes: tuple[str, ...] = FAR,
    labels: bool = False,
    again: Options = (),
    named: tuple[Args, ...] = (),
) -> Domain:
    return Domain((Entries("x", magnitudes),), (judged_by,), labels=labels, again=again, named=(entries(), *named))


def _leaky(judged_by: str) -> Domain:
    alpha = Number("alpha", LEAKS, signs=("positive",), usual=("0", "(0.1, 1]"), optional=True)
    return Domain(
        (Entries("x", ANY), alpha),
        (judged_by,),
        legal=lambda x, *alpha: all(a < 1 for a in alpha),
        named=((np.array([-1234567.5, 3.0]),), (-3, 0.75), (*entries(), 0.25)),
    )


def _learned(judged_by: str, again: Options) -> Domain:
    alpha = Number("alpha", bands(1e-3, 700), values=("1", "-1"))
    return Domain((Entries("x", ANY), alpha), (judged_by,), again=again, named=(LARGE, (-3, 2.5), (*entries(), 2.5)))


def _deep(judged_by: str) -> Domain:
    alpha = Number("alpha", DEPTHS, signs=("positive",), values=("1",), optional=True)
    return Domain((Entries("x", FAR), alpha), (judged_by,), named=(SMALL, (-2, 1.5), (-1,), (*entries(), 1.5)))


def _scores(making: Making) -> None:
    """A vector of the scores, or more axes of them."""
    z, axes = making.made["z"], making.chosen["axes"]
    making.made["z"] = {"vector": z[0], "matrix": z, "3-d": np.stack([z, z[::-1]])}[axes]


def _of_scores(z: Numbers) -> Traits:
    axes = {1: "vector", 2: "matrix", 3: "3-d"}[z.ndim]
    found = {f"axes={axes}", f"k={size_name(z.shape[-1])}", f"n={size_name(z.shape[-2]) if z.ndim > 1 else '1'}"}
    if z.shape[-1] > 1:
        best = np.sort(z.astype(float), axis=-1)
        found.add(f"lead={band(float(np.max(best[..., -1] - best[..., -2])))}")
    return dict.fromkeys(found, True)


def _stacked(making: Making) -> None:
    """The weights and biases of a stack of layers."""
    rng, chosen = making.rng, making.chosen
    count = int(rng.integers(5, 9)) if chosen["layers"] == "5-8" else int(chosen["layers"])
    sizes = [int(rng.integers(*WIDTHS[chosen["width"]], endpoint=True)) for _i in range(count + 1)]
    whole = [chosen[f"{name}.kind"] == "int" for name in ("W", "b")]
    if any(whole) and max(sizes) ** count * limits(chosen["W.magnitude"])[1] ** count > EXACT:
        raise Illegal("too large for whole numbers")

    def array(whole: bool, *shape: int) -> Numbers:
        entries = [within(rng, chosen["W.magnitude"], whole) * rng.choice((-1, 1)) for _i in range(int(np.prod(shape)))]
        return np.array(entries).reshape(shape).astype(np.int64 if whole else float)

    biases = [array(whole[1], n) for n in sizes[1:]]
    making.made["weights"] = [array(whole[0], n, m) for m, n in pairwise(sizes)]
    making.made["biases"] = [b * 0 for b in biases] if chosen["b.special"] == "all 0" else biases


def _of_stack(weights: list[Numbers], biases: list[Numbers]) -> Traits:
    widest = max(max(W.shape) for W in weights)
    width = "1" if widest == 1 else "2-5" if widest <= 5 else "8-20"
    kinds = {name: "int" if a[0].dtype.kind == "i" else "float" for name, a in (("W", weights), ("b", biases))}
    found = {f"layers={len(weights) if len(weights) < 5 else '5-8'}", f"width={width}"}
    found |= {f"{name}.kind={kind}" for name, kind in kinds.items()}
    found.add(f"W.magnitude={band(max(float(np.max(np.abs(W))) for W in weights))}")
    return dict.fromkeys(found | ({"b.special=all 0"} if not any(b.any() for b in biases) else set()), True)


DOMAINS = {
    "identity": _curve("arrays", ANY),
    "d_identity": _curve("arrays", ANY),
    "binary_step": _curve("zero", (*ANY, "-0"), labels=True),
    "d_binary_step": _curve("zero", ANY),
    "logistic": _curve("ends"),
    "d_logistic": _curve("ends", again=("x.magnitude=+(20, 40]",)),
    "tanh": _curve("ends", again=("x.magnitude=+(1e-12, 1e-06]",)),
    "d_tanh": _curve("ends"),
    "arctan": _curve("saturated", again=("x.magnitude=+(1e-12, 1e-06]",), named=((np.array([12345.0, -2e4, 3e4]),),)),
    # Their squares are multiples of 2³², or just beyond 2³¹.
    "d_arctan": _curve("saturated", named=((np.array([65536, -46341, 131072]),), (65536,))),
    "relu": _curve("edges", ANY),
    "d_relu": _curve("edges", ANY),
    "leaky_relu": _leaky("edges"),
    "d_leaky_relu": _leaky("edges"),
    "prelu": _learned("edges", ("x.magnitude=-(1e+06, 1e+12]",)),
    "d_prelu": _learned(
        "edges", ("shape=4-d", "alpha.magnitude=(5, 12]", "alpha.magnitude=(40, 100]", "alpha.magnitude=(100, 700]")
    ),
    "d_prelu_alpha": _learned(
        "edges",
        (
            "shape=4-d",
            "alpha.kind=int & alpha.magnitude=(12, 20]",
            "alpha.kind=int & alpha.magnitude=(40, 100]",
        ),
    ),
    "elu": _deep("saturated"),
    "d_elu": _deep("saturated"),
    "softplus": _curve("saturated"),
    "d_softplus": _curve("saturated"),
    "softmax": Domain(
        (Array("z", ("n", "k"), bands(0, 1e4), special=("all equal", "some 0")),),
        ("far",),
        {"n": FEW, "k": MANY},
        # More scores than one might think of, the largest of them late.
        named=(
            (np.where(np.arange(130) == 101, 5000.0, many(130)),),
            (many(130) / 8,),
            (np.array([4999, 5000, 4998]),),
        ),
        further={"axes": Choice(("vector", "matrix", "3-d"))},
        mend=_scores,
        where=_of_scores,
    ),
    "softmax_jacobian": Domain(
        (Array("z", ("k",), bands(0, 1e4), special=("all equal", "some 0", "ascending")),),
        ("edges",),
        {"k": FEW},
        where=_of_scores,
        named=((many(120) / 8,),),
    ),
    "collapse_linear": Domain(
        (Open("weights"), Open("biases")),
        ("edges",),
        further={
            "layers": Choice(LAYERS, ("2", "3")),
            "width": Choice(tuple(WIDTHS), ("2-5",)),
            "W.kind": Choice(("float", "int"), ("float",)),
            "b.kind": Choice(("float", "int"), ("float",)),
            "W.magnitude": Choice(bands(1e-3, 100, zero=False), ("(1, 5]",)),
            "b.special": Choice(("none", "all 0"), ("none",), ("none",)),
        },
        mend=_stacked,
        where=_of_stack,
    ),
}
