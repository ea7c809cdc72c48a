"""The domains of 06_mlp: classes and columns, logits and targets, layers, rows in batches."""

import re

import numpy as np

from ...judging.arguments import Array, Entries, signed
from ...judging.domain import FEW, MANY, Choice, Domain, Illegal, Making, Traits, bands
from ...judging.parameters import Classes, Length, Number, Open, Seed
from ...plain.call import Source, generator
from ...plain.numbers import Array as Numbers
from ..lengthy import MANY as LONG
from ..lengthy import entries, many, varied

SPECIAL = ("all equal", "some 0", "a row of 0", "equal rows")
FLAT = ("all equal", "some 0")
# Some of them have no exact mean: then the deviation comes out as a little more than 0.
CONSTANTS = ("0", "2", "7", "1e6", "-0.75")
COLUMNS = ("none", "several constant", "nearly constant", "far from 0", "two values")
# Beyond, a sigmoid leaves nothing of what is behind it.
UNSATURATED = 12
SQUARE = {"n": FEW, "d": FEW, "h": FEW, "k": FEW}
BATCHES = ("1", "n", "> n", "divides", "n - 1", "other")
TARGETS = ("integers", "floats", "a column", "two columns", "eight columns")
OUTPUTS = ("1", "2", "3", "4-9")


# Units that are nearly saturated, whose slopes are small but not nothing.
SATURATED = (
    np.array([[40.0, -8.0], [16.0, 32.0]]),
    np.array([[0.9996, -0.9993], [-0.9999, 0.99925]]),
    np.array([[8.0, -16.0]]),
    np.array([[4.0], [-2.0]]),
)


def _weights(name: str, *shape: str) -> Array:
    return Array(name, shape, bands(0, 40), kinds=("float",))


def _last_class(y: Numbers, k: int) -> Traits:
    return {"y.mix=the last class": True} if np.all(np.asarray(y) == k - 1) else {}


def _columns(making: Making) -> None:
    """Puts a constant column, or one that is special in another way, into the table."""
    constant, column = making.chosen["constant"], making.chosen["column"]
    if constant == column == "none":
        return
    X = making.made["X"].astype(float)
    j = int(making.rng.integers(X.shape[1]))
    if column == "several constant" and min(X.shape) < 2:
        raise Illegal(column)
    if constant != "none":
        X[:, j] = float(constant)
    elif column == "several constant":
        X[:, :2] = X[0, :2]
    elif column == "nearly constant":
        X[:, j] = 5 + np.arange(len(X)) / 1024
    elif column == "far from 0":
        X[:, j] = 1000 + np.arange(len(X)) % 5
    elif column == "two values":
        X[:, j] = np.arange(len(X)) % 2
    making.made["X"] = X


def _of_columns(X: Numbers) -> Traits:
    X = np.asarray(X).astype(float)
    flat, spread, middle = np.all(X[:1] == X, axis=0), X.std(axis=0), np.abs(X.mean(axis=0))
    found = {f"constant={c}" for c in CONSTANTS if len(X) > 1 and np.any(flat & (X[0] == float(c)))}
    tests = {
        "several constant": len(X) > 1 and flat.sum() > 1,
        "nearly constant": np.any(~flat & (spread < 0.01 * middle) & (middle <= 10)),
        "far from 0": np.any(~flat & (spread < 50) & (middle > 900)),
        "two values": any(set(np.unique(x).tolist()) == {0.0, 1.0} for x in X.T),
    }
    return dict.fromkeys(found | {f"column={name}" for name, holds in tests.items() if holds}, True)


def _wide(making: Making) -> None:
    """Half of the hills reach from a negative number to a positive one, so that large numbers are on them too."""
    if making.rng.random() < 0.5:
        making.made |= {"left": -abs(making.made["left"]), "right": abs(making.made["right"])}


def _seed(rng: Source) -> int:
    (digits,) = re.findall(r"\d+", str(rng))
    return int(digits)


def _rows(making: Making) -> None:
    """Rows that are all different, in order, each with its target; and a batch size."""
    n, d = making.sizes["n"], making.sizes["d"]
    X = np.arange(n * d).reshape(n, d) - 3
    y = np.arange(n) * 7 + 1
    targets = {
        "integers": y,
        "floats": y * 0.5,
        "a column": y[:, None] * 1.0,
        "two columns": np.column_stack([y, y + 0.5]),
        "eight columns": y[:, None] + np.arange(8) / 8,
    }
    making.made["X"] = X if making.chosen["X.kind"] == "int" else X * 1.5
    making.made["y"] = targets[making.chosen["targets"]]
    making.made["batch_size"] = _batch(making, n)


def _batch(making: Making, n: int) -> int:
    options = {
        "1": [1],
        "n": [n],
        "> n": [n + 1, 2 * n + 3, 1000],
        "divides": [b for b in range(2, n) if n % b == 0],
        "n - 1": [n - 1] if n > 2 else [],
        "other": [b for b in range(2, n - 1) if n % b],
    }[making.chosen["batch"]]
    if not options:
        raise Illegal("no such batch")
    return int(making.rng.choice(options))


def _of_rows(X: Numbers, y: Numbers, batch_size: int, rng: Source) -> Traits:
    n, y = len(X), np.asarray(y)
    tests = {
        "1": batch_size == 1,
        "n": batch_size == n,
        "> n": batch_size > n,
        "divides": 1 < batch_size < n and n % batch_size == 0,
        "n - 1": 1 < batch_size == n - 1,
        "other": 1 < batch_size < n - 1 and n % batch_size > 0,
    }
    columns = {1: "a column", 2: "two columns", 8: "eight columns"}
    flat = "integers" if y.dtype.kind == "i" else "floats"
    kind = "int" if np.asarray(X).dtype.kind == "i" else "float"
    found = {f"batch={name}" for name, holds in tests.items() if holds} | {f"X.kind={kind}"}
    return dict.fromkeys(found | {f"targets={flat if y.ndim == 1 else columns.get(y.shape[1], '')}"}, True)


def _task(making: Making) -> None:
    """Targets that fit the loss, and one batch of all rows."""
    rng, n = making.rng, making.sizes["n"]
    low, high = {"4-9": (4, 9)}.get(making.chosen["outputs"], (0, 0))
    k = int(rng.integers(low, high + 1)) if high else int(making.chosen["outputs"])
    if making.chosen["loss"] == "mse":
        targets: Numbers = rng.integers(-8, 9, (n, k)) / 8
    else:
        targets = rng.integers(0, k, n)
        targets[-1] = k - 1
    making.made |= {"y": targets, "loss": Source(making.chosen["loss"]), "epochs": 1, "batch_size": n}


def _of_task(X: Numbers, y: Numbers, loss: Source, *rest: object) -> Traits:
    k = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    return {f"outputs={k if k < 4 else '4-9'}": True, f"loss={loss}": True}


DOMAINS = {
    "one_hot": Domain(
        (Classes("y", "k"), Length("k", "k")),
        ("edges",),
        {"n": MANY, "k": FEW},
        where=_last_class,
        labels=True,
        named=((np.array([11, 3, 12, 10]), 13), (np.arange(LONG) % 7, 7), (np.array([300, 3, 256]), 301)),
    ),
    "standardize": Domain(
        (
            # A column that varies by less may be taken for a constant one, as rounding makes it vary.
            Array(
                "X",
                ("n", "d"),
                bands(1e-6, 1e6),
                forms=("exact",),
                special=("a constant column", "equal rows", "some 0"),
            ),
        ),
        ("constants",),
        {"n": MANY, "d": FEW},
        again=("n=41-100",),
        named=((many(130, 3),), (np.array([[0.75]]),)),
        further={
            "constant": Choice(("none", *CONSTANTS), ("none",), ("none",)),
            "column": Choice(COLUMNS, ("none",), ("none",)),
        },
        mend=_columns,
        where=_of_columns,
    ),
    "init_layer": Domain(
        (Length("n_in", "n_in"), Length("n_out", "n_out"), Seed()),
        ("shapes",),
        {"n_in": MANY, "n_out": MANY},
        example=lambda n_in, n_out, rng: (n_in, n_out, _seed(rng)),
        most=12,
    ),
    "bump": Domain(
        (
            Entries("x", signed(bands(0, 1e4))),
            Number("left", bands(1e-3, 100)),
            Number("right", bands(1e-3, 100)),
            Number("height", bands(1e-3, 1e4)),
            Number("steepness", bands(1e-3, 700, zero=False), signs=("positive",)),
        ),
        ("integers",),
        mend=_wide,
        legal=lambda x, left, right, height, steepness: left < right,
        # Slopes that are steep, and no steps.
        named=(
            (np.array([1.0, 1 + 2.0**-8, 2 - 2.0**-9]), 1.0, 2.0, 3.0, 256),
            (np.array([1.0, 1 + 2.0**-12, 2 - 2.0**-13]), 1.0, 2.0, 3.0, 4096.0),
            (np.array([-50, 3, -60]), -55.5, 2.5, 300, 0.25),
            (*entries(), -0.5, 0.75, 2.0, 4.0),
        ),
        again=("height.magnitude=(0.001, 0.1]", "steepness.kind=int & steepness.magnitude=(20, 40]"),
    ),
    "softmax_cross_entropy": Domain(
        (Array("Z", ("n", "k"), bands(0, 1e4), special=SPECIAL), Classes("y", "k")),
        ("far",),
        {"n": MANY, "k": FEW},
        where=lambda Z, y: _last_class(y, np.shape(Z)[1]),
        # More rows and classes than one might think of, the largest logits late.
        named=((np.where(np.arange(21) == 18, 5000.0, many(130, 21)), np.arange(130) % 21),),
    ),
    "mse": Domain(
        (
            Array("Z", ("n", "k"), bands(0, 1e6), special=SPECIAL),
            Array("T", ("n", "k"), bands(0, 1e6), special=SPECIAL),
        ),
        ("edges",),
        {"n": MANY, "k": FEW},
        named=(
            (np.array([[200_000, -3], [7, 1]]), np.array([[-150_000, 5], [0, 2]])),
            (many(130, 3), many(260, 3)[130:]),
        ),
    ),
    "mlp_forward": Domain(
        (
            Array("X", ("n", "d"), bands(0, 1e4), special=SPECIAL),
            _weights("W1", "h", "d"),
            _weights("b1", "h"),
            _weights("W2", "k", "h"),
            _weights("b2", "k"),
        ),
        ("edges",),
        {**SQUARE, "n": MANY},
        named=((many(130, 3) / 8, many(25, 3) / 16, many(25) / 16, many(2, 25) / 16, many(2)),),
    ),
    "mlp_backward": Domain(
        (
            Array("X", ("n", "d"), bands(0, 1e4), special=SPECIAL),
            Array("H", ("n", "h"), bands(1e-6, 1, zero=False), kinds=("float",), special=FLAT),
            _weights("W2", "k", "h"),
            Array("dZ", ("n", "k"), bands(0, 100), kinds=("float",), special=(*FLAT, "a row of 0")),
        ),
        ("edges",),
        {**SQUARE, "n": MANY},
        named=(SATURATED, (many(130, 3), many(130, 25) / 10, many(2, 25), many(130, 2))),
    ),
    "two_neuron_gradient": Domain(
        (
            Number("x", bands(1e-3, 40)),
            Number("y", bands(1e-3, 40)),
            Number("w1", bands(1e-3, 12)),
            Number("w2", bands(1e-3, 12)),
        ),
        ("integers",),
        legal=lambda x, y, w1, w2: abs(x * w1) <= UNSATURATED,
    ),
    "backprop_factors": Domain(
        # Beyond, the slope of a sigmoid has too few digits in float32, whatever its formula.
        (Array("z", ("m",), bands(0, 5), special=("all equal", "some 0", "ascending")),),
        ("edges",),
        {"m": MANY},
        named=((varied(LONG),),),
    ),
    "minibatches": Domain(
        (Open("X", ("n", "d")), Open("y"), Open("batch_size"), Seed()),
        ("partition", "sizes"),
        {"n": MANY, "d": FEW},
        further={
            "X.kind": Choice(("float", "int")),
            "targets": Choice(TARGETS),
            "batch": Choice(BATCHES, ("1", "n", "> n")),
        },
        mend=_rows,
        where=_of_rows,
    ),
    "train_mlp": Domain(
        (
            Array("X", ("n", "d"), bands(1e-3, 5, zero=False), forms=("exact",), special=()),
            Open("y"),
            Open("loss"),
            Length("hidden", "hidden"),
            Open("epochs"),
            Open("batch_size"),
            Number("lr", bands(1e-3, 1, zero=False), ("float",), ("positive",)),
            Seed(),
        ),
        ("descent",),
        {"n": ("1", "2", "3-7"), "d": ("1", "2", "3-7"), "hidden": ("1", "2", "3-7")},
        named=((many(3, 2) / 8, many(3, 1) / 8, Source("mse"), 20, 1, 3, 0.1, generator(7)),),
        further={"outputs": Choice(OUTPUTS, ("1", "2", "3")), "loss": Choice(("mse", "softmax_cross_entropy"))},
        mend=_task,
        where=_of_task,
        example=lambda *args: (*args[:-1], _seed(args[-1])),
        most=10,
        again=("outputs=1 & loss=softmax_cross_entropy",),
    ),
}
