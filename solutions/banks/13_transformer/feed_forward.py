"""Answers to feed_forward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("feed_forward")
def row_by_row(X, W1, b1, W2, b2):
    return np.array([W2 @ gelu(W1 @ x + b1) + b2 for x in X])


@right("feed_forward")
def transposed(X, W1, b1, W2, b2):
    H = gelu(W1 @ X.T + b1[:, None])
    return (W2 @ H + b2[:, None]).T


@right("feed_forward")
def by_einsum(X, W1, b1, W2, b2):
    H = np.einsum("nd,md->nm", X, W1) + b1
    return np.einsum("nm,dm->nd", gelu(H), W2) + b2


@right("feed_forward")
def single_precision(X, W1, b1, W2, b2):
    X, W1, b1, W2, b2 = (np.float32(a) for a in (X, W1, b1, W2, b2))
    return np.float32(gelu(X @ W1.T + b1)) @ W2.T + b2


@wrong(
    "feed_forward",
    pt=(
        "Com ReLU",
        "Entre as camadas está a ReLU. Aqui é gelu.",
    ),
    en=(
        "With ReLU",
        "ReLU stands between the layers. Here it is gelu.",
    ),
)
def with_relu(X, W1, b1, W2, b2):
    return np.maximum(X @ W1.T + b1, 0) @ W2.T + b2


@wrong(
    "feed_forward",
    pt=(
        "Com a aproximação",
        "A ativação é a aproximação com tanh, e não a sua gelu, que é exata.",
    ),
    en=(
        "With the approximation",
        "The activation is the approximation with tanh, and not your gelu, which is exact.",
    ),
)
def with_the_approximation(X, W1, b1, W2, b2):
    H = X @ W1.T + b1
    return 0.5 * H * (1 + np.tanh(np.sqrt(2 / np.pi) * (H + 0.044715 * H**3))) @ W2.T + b2


@wrong(
    "feed_forward",
    pt=(
        "Com tanh",
        "Entre as camadas está tanh, como no MLP do notebook 06. Aqui é gelu.",
    ),
    en=(
        "With tanh",
        "tanh stands between the layers, as in the MLP of notebook 06. Here it is gelu.",
    ),
)
def with_tanh(X, W1, b1, W2, b2):
    return np.tanh(X @ W1.T + b1) @ W2.T + b2


@wrong(
    "feed_forward",
    pt=(
        "Sem ativação",
        "Duas camadas sem nada entre elas são uma só camada. Falta gelu.",
    ),
    en=(
        "Without an activation",
        "Two layers with nothing between them are one layer. gelu is missing.",
    ),
)
def without_activation(X, W1, b1, W2, b2):
    return (X @ W1.T + b1) @ W2.T + b2


@wrong(
    "feed_forward",
    pt=(
        "gelu também no fim",
        "A segunda camada também passou por gelu. Depois dela não há ativação.",
    ),
    en=(
        "gelu at the end as well",
        "The second layer went through gelu as well. There is no activation after it.",
    ),
)
def twice(X, W1, b1, W2, b2):
    return gelu(gelu(X @ W1.T + b1) @ W2.T + b2)


@wrong(
    "feed_forward",
    pt=(
        "gelu no lugar errado",
        "A ativação veio depois da segunda camada, e não entre as duas.",
    ),
    en=(
        "gelu in the wrong place",
        "The activation came after the second layer, and not between the two.",
    ),
)
def at_the_end(X, W1, b1, W2, b2):
    return gelu((X @ W1.T + b1) @ W2.T + b2)


@wrong(
    "feed_forward",
    pt=(
        "Sem o primeiro viés",
        "Falta b1 antes da ativação.",
    ),
    en=(
        "Without the first bias",
        "b1 is missing before the activation.",
    ),
)
def without_b1(X, W1, b1, W2, b2):
    return gelu(X @ W1.T) @ W2.T + b2


@wrong(
    "feed_forward",
    pt=(
        "Sem o segundo viés",
        "Falta b2 na saída.",
    ),
    en=(
        "Without the second bias",
        "b2 is missing in the output.",
    ),
)
def without_b2(X, W1, b1, W2, b2):
    return gelu(X @ W1.T + b1) @ W2.T


@wrong(
    "feed_forward",
    pt=(
        "O viés depois da ativação",
        "b1 se soma antes de gelu, e não depois.",
    ),
    en=(
        "The bias after the activation",
        "b1 is added before gelu, and not after it.",
    ),
)
def bias_after(X, W1, b1, W2, b2):
    return (gelu(X @ W1.T) + b1) @ W2.T + b2


@wrong(
    "feed_forward",
    pt=(
        "Com a entrada somada",
        "A entrada já veio somada. Quem faz essa soma é o bloco; a camada devolve só o que ela calcula.",
    ),
    en=(
        "With the input added",
        "The input was added already. It is the block that does that sum; the layer returns only what it computes.",
    ),
)
def with_the_input(X, W1, b1, W2, b2):
    return X + gelu(X @ W1.T + b1) @ W2.T + b2
