"""What is said of wrong answers to the later notebooks: other formulas, things in another order, draws, scripts."""

from dataclasses import replace

import numpy as np
import pytest

from degrau.judging.causes.draws import ALWAYS, EQUALLY, FLATTER, MATCHED
from degrau.judging.causes.first import REMEMBERS
from degrau.judging.causes.kinds import NO_CHANCES
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare

PACK = Pack.find()
SLIP = "the answer is what comes out of a right solution with one slip in it: "


def told(name, function) -> str:
    """What is said of an answer where the references are and no mistake is known; nothing where nothing is."""
    assignment = next(a.name for a in assignments().values() if name in a.points)
    probes = replace(prepare(PACK, assignment, name, 0), mistakes=tuple, propagated=tuple)
    mistakes = judge(probes, Here(function, name=name), "en").mistakes
    return mistakes[0].title if mistakes else ""


def normal(X, gamma, beta, eps=1e-5, outside=0.0, ddof=0):
    std = np.sqrt(X.var(axis=0, ddof=ddof) + eps) + outside
    return gamma * (X - X.mean(axis=0)) / std + beta, ()


def windows(x, kh, kw):
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    return [x[:, i : i + kh, j : j + kw] for i in range(rows) for j in range(columns)]


def pairs(ids, window, keep=lambda i, j: True):
    places = range(len(ids))
    return [(ids[i], ids[j]) for i in places for j in places if 0 < abs(i - j) <= window and keep(i, j)]


def chosen(z, temperature, k, rng, of=lambda p, rng: rng.random()):
    largest = np.argsort(z)[len(z) - k :]
    p = np.exp((z[largest] - z.max()) / temperature)
    return int(largest[np.searchsorted(np.cumsum(p / p.sum()), of(p, rng) * (1 - 1e-12))])


def out_of_order(z, temperature, k, rng):
    """The chances of the words, from the least likely on, for the words from the likeliest on."""
    largest = np.argsort(z)[len(z) - k :]
    p = np.exp((z[largest] - z.max()) / temperature)
    return int(rng.choice(largest[::-1], p=p / p.sum()))


def without_a_share(z, temperature, k, rng):
    """What the words had that are left out, shared out equally among the others."""
    largest, e = np.argsort(z)[len(z) - k :], np.exp((z - z.max()) / temperature)
    p = (e / e.sum())[largest]
    return int(rng.choice(largest, p=p + (1 - p.sum()) / k))


def overflowing(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp(z[largest] / temperature)
    return int(rng.choice(largest, p=e / e.sum()))


def first_columns(dy, size):
    """As many columns of windows as there are rows of them."""
    dx = np.repeat(np.repeat(dy, size, axis=1), size, axis=2) / size**2
    dx[:, :, dx.shape[1] :] = 0
    return dx


def without_the_row(word, E, k):
    """The places among the other rows, and not in the table."""
    others = np.delete(E, word, axis=0)
    return np.argsort(-(others @ E[word]) / np.linalg.norm(others, axis=1))[:k]


def drawn(deviation):
    def layer(n_in, n_out, rng):
        return rng.normal(0, deviation(n_in, n_out), (n_out, n_in)), np.zeros(n_out)

    return layer


SAID = [
    # Of a script, the arguments of the call in it.
    (
        "batch_norm_forward",
        lambda X, gamma, beta, eps=1e-5: normal(X, gamma, 2 * beta, eps),
        "the answer is what is right with `2 * beta` in place of `beta`",
    ),
    (
        "batch_norm_forward",
        lambda X, gamma, beta, eps=1e-5: normal(X, 0 * gamma + 1, 0 * beta, eps),
        "the answer is what is right with 1 in place of `gamma` and 0 in place of `beta`: they take no part",
    ),
    (
        "batch_norm_inference",
        lambda X, gamma, beta, mean, var, eps=1e-5: gamma * (X - mean) / np.sqrt(X.var(axis=0) + eps) + beta,
        "the answer is what is right with `X.var(axis=0)` in place of `var`",
    ),
    (
        "batch_norm_inference",
        lambda X, gamma, beta, mean, var, eps=1e-5: gamma * (X - mean) / (np.sqrt(var) + eps) + beta,
        SLIP + "a function is applied in another place, before or after something else",
    ),
    # Right things in another order, too few, too many.
    ("unfold", lambda *a: np.array([w.ravel() for w in windows(*a)][::-1]).T, "the answer has the right columns, "),
    ("unfold", lambda *a: np.array([w.T.ravel() for w in windows(*a)]).T, "the answer has the right rows, in another"),
    (
        "unfold",
        lambda *a: np.array([w.ravel() for w in windows(*a)][::2]).T,
        "every column of the answer is a right one, but some are missing",
    ),
    (
        "skip_gram_pairs",
        lambda ids, window: pairs(ids, window, lambda i, j: ids[i] != ids[j]),
        "what is missing are the pairs of two equal things, and nothing else is wrong",
    ),
    ("skip_gram_pairs", lambda *a: pairs(*a) * 2, "each thing came 2 times as often as it should; nothing else is "),
    (
        "skip_gram_pairs",
        lambda *a: sorted(set(map(tuple, np.array(pairs(*a)).tolist()))),
        "each thing that should come several times came once only; nothing else is wrong",
    ),
    (
        "skip_gram_pairs",
        lambda ids, window: pairs(ids, window + 1),
        "what comes back keeps this requirement with `window + 1` in place of `window`",
    ),
    # What is chosen, by another measure.
    (
        "nearest",
        lambda word, E, k: [i for i in np.argsort(np.linalg.norm(E - E[word], axis=1)) if i != word][:k],
        SLIP + "minus the distance in the place of `cosine_similarity`",
    ),
    # An approximation.
    (
        "gelu",
        lambda x: x / (1 + np.exp(-1.702 * np.clip(x, -400, 400))),
        "the answer is never off by more than 0.0",
    ),
    # Draws.
    ("sample_next", lambda z, temperature, k, rng: int(np.argmax(z)), ALWAYS.to("en")),
    ("sample_next", lambda z, temperature, k, rng: int(rng.choice(np.argsort(z)[len(z) - k :])), EQUALLY.to("en")),
    ("sample_next", out_of_order, MATCHED.to("en")),
    (
        "sample_next",
        lambda z, temperature, k, rng: chosen(z, temperature**0.5, k, rng),
        "what comes back keeps this requirement with `np.sqrt(temperature)` in place of `temperature`",
    ),
    (
        "sample_next",
        lambda z, temperature, k, rng: chosen(z, 1, k, rng),
        "what comes back keeps this requirement with `1` in place of `temperature`",
    ),
    ("sample_next", without_a_share, FLATTER.to("en")),
    ("sample_next", overflowing, NO_CHANCES.to("en")),
    ("init_layer", drawn(lambda n_in, n_out: 0.3), "the deviation of `W` is always about 0.3, whatever the arguments"),
    ("init_layer", drawn(lambda n_in, n_out: 2 / n_in), "the deviation of `W` is the square of the right one"),
    (
        "init_layer",
        drawn(lambda n_in, n_out: np.sqrt(2 / n_out)),
        "the deviation of `W` is what it is with `n_out` in place of `n_in`",
    ),
    (
        "init_layer",
        lambda n_in, n_out, rng: (rng.uniform(-1, 1, (n_out, n_in)) * np.sqrt(6 / n_in), np.zeros(n_out)),
        "no number of `W` is farther from 0 than 1.8 times the right deviation, where some should be",
    ),
    # What an index cannot be.
    (
        "nearest",
        lambda word, E, k: np.argsort(-(E @ E[word]) / np.linalg.norm(E, axis=1))[:k],
        "`word` is in the answer wherever that is wrong, and never in what is right",
    ),
    (
        "nearest",
        lambda word, E, k: np.sort(np.delete(E @ E[word] / np.linalg.norm(E, axis=1), word))[::-1][:k] / 7,
        "whole numbers are asked for, such as indices, and the answer has decimals",
    ),
    # Zeros, which an image turned over would give there, too.
    ("average_pool2d_backward", first_columns, "where it is wrong, the answer is 0"),
    # An index that is one too small now and then.
    ("nearest", without_the_row, "where it is wrong, the answer is always 1 less than is right"),
    ("init_layer", lambda n_in, n_out, rng: (np.zeros((n_out, n_in)), np.zeros(n_out)), "all the numbers of `W` are "),
    (
        "init_layer",
        lambda n_in, n_out, rng: (rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_in)),
        "`b` always has the shape `(n_in,)`, and should have another",
    ),
]


@pytest.mark.parametrize(("name", "function", "words"), SAID, ids=[f"{name} {i}" for i, (name, *_) in enumerate(SAID)])
def test_what_holds_in_every_example_is_said(name, function, words, caplog) -> None:
    caplog.set_level("INFO", "degrau")
    assert told(name, function).startswith(words)
    assert caplog.messages == []


def turned_over(X, gamma, beta, eps=1e-5):
    """Right the first time; and the array that came is changed."""
    Y, cache = normal(X.copy(), gamma, beta, eps)
    X[:] = X[::-1] ** 2
    return Y, cache


def test_an_array_that_is_changed_shows_where_it_comes_a_second_time() -> None:
    assert told("batch_norm_forward", turned_over).startswith("it is right when it is called once, and wrong when")


def test_what_is_left_over_from_other_calls_is_said_before_anything_else() -> None:
    sums: dict[tuple[int, int], np.ndarray] = {}

    def embed_backward(ids, V, dY):
        """Adds to what came of the calls before."""
        table = sums.setdefault((V, dY.shape[1]), np.zeros((V, dY.shape[1])))
        np.add.at(table, ids, dY)
        return table

    assert told("embed_backward", embed_backward) == REMEMBERS.to("en")


RIGHT = PACK.reference("09_cnn")["average_pool2d_backward"]
NOT_SAID = [
    ("average_pool2d_backward", lambda dy, size: (1 + 2e-6) * RIGHT(dy, size), "in place of `dy`"),
    ("unfold", lambda *a: np.array([w.ravel() for w in windows(*a)][::-1]).T + 0.01, "in another order"),
    ("skip_gram_pairs", lambda *a: [*pairs(*a)[1:], *pairs(*a)[:1], (0, 0)], "some are missing"),
    ("sample_next", lambda z, temperature, k, rng: chosen(z, temperature * 1.7, k, rng), "in place of `temperature`"),
    ("init_layer", drawn(lambda n_in, n_out: 1.5 / (n_in + 3) ** 0.5), "always about"),
    ("nearest", lambda word, E, k: (without_the_row(word, E, k) + word) % len(E), "times"),
    ("gelu", lambda x: x / (1 + np.exp(-1.2 * np.clip(x, -400, 400))), "is never off by more"),
    (
        "nearest",
        lambda word, E, k: np.random.default_rng(word).permutation([i for i in range(len(E)) if i != word])[:k],
        "slip",
    ),
]


@pytest.mark.parametrize(("name", "function", "words"), NOT_SAID, ids=[name for name, *_ in NOT_SAID])
def test_what_does_not_quite_hold_is_not_said(name, function, words) -> None:
    assert words not in told(name, function)


BLOCK = PACK.names("13_transformer")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda w: w | {"gamma2": w["gamma1"], "beta2": w["beta1"]},
            "the answer is what is right with `weights with 'gamma1', 'beta1' also as 'gamma2', 'beta2'` in place of",
        ),
        (
            lambda w: w | {"Wq": w["Wk"], "Wk": w["Wq"]},
            "the answer is what is right with `weights with 'Wk' and 'Wq' exchanged` in place of `weights`",
        ),
    ],
)
def test_what_stands_in_a_dict_may_be_another_entry_of_it(change, words) -> None:
    def block(X, weights, heads, mask):
        return BLOCK["transformer_block"](X, change(weights), heads, mask)

    assert told("transformer_block", block).startswith(words)


def test_a_slip_inside_what_the_notebook_gives_is_said_with_its_name() -> None:
    def biased(X, gamma, beta):
        centred = X - X.mean(1, keepdims=True)
        few = max(X.shape[1] - 1, 1)
        return centred / np.sqrt(np.sum(centred**2, axis=1, keepdims=True) / few + 1e-5) * gamma + beta

    def block(X, weights, heads, mask):
        w = weights
        rows = biased(X, w["gamma1"], w["beta1"])
        R = X + BLOCK["given_attention"](rows, w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
        after = biased(R, w["gamma2"], w["beta2"])
        return R + BLOCK["feed_forward"](after, w["W1"], w["b1"], w["W2"], w["b2"])

    assert told("transformer_block", block) == SLIP + (
        "inside `given_norm`, a mean that divides by one less than how many there are"
    )
