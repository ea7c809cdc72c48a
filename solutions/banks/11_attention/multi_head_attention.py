"""Answers to multi_head_attention: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("multi_head_attention")
def three_axes(X, Wq, Wk, Wv, Wo, heads, mask):
    n, d = X.shape
    Q, K, V = ((X @ W.T).reshape(n, heads, -1).transpose(1, 0, 2) for W in (Wq, Wk, Wv))
    S = np.where(mask, Q @ K.transpose(0, 2, 1) / np.sqrt(d // heads), -np.inf)
    E = np.exp(S - S.max(axis=-1, keepdims=True))
    A = E / E.sum(axis=-1, keepdims=True)
    return (A @ V).transpose(1, 0, 2).reshape(n, d) @ Wo.T


@right("multi_head_attention")
def head_by_head(X, Wq, Wk, Wv, Wo, heads, mask):
    width = X.shape[1] // heads
    Y = np.zeros(X.shape)
    for j in range(heads):
        here = slice(j * width, (j + 1) * width)
        Y[:, here], _ = attention(X @ Wq[here].T, X @ Wk[here].T, X @ Wv[here].T, mask)
    return Y @ Wo.T


@right("multi_head_attention")
def summed_outputs(X, Wq, Wk, Wv, Wo, heads, mask):
    width, total = len(Wo) // heads, 0.0
    for j in range(heads):
        rows = range(j * width, (j + 1) * width)
        Y, _ = attention(X @ Wq[rows].T, X @ Wk[rows].T, X @ Wv[rows].T, mask)
        total = total + Y @ Wo[:, rows].T
    return total


@right("multi_head_attention")
def single_precision(X, Wq, Wk, Wv, Wo, heads, mask):
    X, Wq, Wk, Wv, Wo = (np.asarray(x, dtype=np.float32) for x in (X, Wq, Wk, Wv, Wo))
    width = X.shape[1] // heads
    outputs = []
    for j in range(heads):
        here = slice(j * width, (j + 1) * width)
        outputs.append(attention((X @ Wq.T)[:, here], (X @ Wk.T)[:, here], (X @ Wv.T)[:, here], mask)[0])
    return np.hstack(outputs).astype(np.float32) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "Uma cabeça só",
        "Todas as colunas foram para a mesma atenção. Cada cabeça tem um pedaço delas.",
    ),
    en=(
        "A single head",
        "All columns went into one attention. Each head has a piece of them.",
    ),
)
def one_head(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = [Q], [K], [V]
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "Cabeças intercaladas",
        "As colunas foram repartidas de uma em uma. Cada cabeça tem as suas juntas.",
    ),
    en=(
        "Interleaved heads",
        "The columns were dealt out one by one. Each head has its own together.",
    ),
)
def interleaved(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = ([M[:, j::heads] for j in range(heads)] for M in (Q, K, V))
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "Juntadas sem transpor",
        "Os eixos das cabeças e das posições se misturaram quando as saídas foram juntadas.",
    ),
    en=(
        "Joined without a transpose",
        "The axes of heads and of positions were mixed up when the outputs were joined.",
    ),
)
def not_transposed(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.array(outputs).reshape(X.shape) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "Repartidas sem transpor",
        "As colunas foram repartidas pelo formato, sem trocar os eixos: uma cabeça ficou com linhas de outra.",
    ),
    en=(
        "Split without a transpose",
        "The columns were split by the shape, without exchanging axes: one head got rows of another.",
    ),
)
def split_by_shape(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (M.reshape(heads, len(X), -1) for M in (Q, K, V))
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "Sem Wo",
        "As saídas não foram misturadas.",
    ),
    en=(
        "Without Wo",
        "The outputs were not mixed.",
    ),
)
def without_mixing(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs)


@wrong(
    "multi_head_attention",
    pt=(
        "Wo sem transpor",
        "Wo entrou sem transpor.",
    ),
    en=(
        "Wo not transposed",
        "Wo entered without being transposed.",
    ),
)
def mixing_not_transposed(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs) @ Wo


@wrong(
    "multi_head_attention",
    pt=(
        "Matrizes sem transpor",
        "Wq, Wk e Wv entraram sem transpor: aqui cada linha delas é uma unidade.",
    ),
    en=(
        "Matrices not transposed",
        "Wq, Wk and Wv entered without being transposed: here each of their rows is a unit.",
    ),
)
def not_transposed_weights(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "A raiz de todas as colunas",
        "As notas foram divididas pela raiz de d. Cabe à cabeça a raiz das suas colunas.",
    ),
    en=(
        "The root of all columns",
        "The scores were divided by the root of d. A head has the root of its own columns.",
    ),
)
def root_of_all(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    outputs = [attention(q / np.sqrt(heads), k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "A média das cabeças",
        "As saídas das cabeças foram somadas em média, e não postas lado a lado.",
    ),
    en=(
        "The mean of the heads",
        "The heads' outputs were averaged, and not put side by side.",
    ),
)
def mean_of_heads(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.tile(np.mean(outputs, axis=0), heads) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "Sem a máscara",
        "A máscara não chegou às cabeças.",
    ),
    en=(
        "Without the mask",
        "The mask did not reach the heads.",
    ),
)
def without_mask(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    outputs = [attention(q, k, v, np.ones(mask.shape, dtype=bool))[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "Somou a entrada",
        "A entrada foi somada à saída. Esse atalho vem depois, no bloco.",
    ),
    en=(
        "Added the input",
        "The input was added to the output. That short cut comes later, in the block.",
    ),
)
def added_the_input(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    outputs = [attention(q, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return X + np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "A raiz do número de cabeças",
        "As notas foram divididas pela raiz do número de cabeças. Cabe a raiz das colunas de cada uma.",
    ),
    en=(
        "The root of the number of heads",
        "The scores were divided by the root of the number of heads. The root of each one's columns belongs there.",
    ),
)
def root_of_the_heads(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (X @ W.T for W in (Wq, Wk, Wv))
    Q, K, V = (np.split(M, heads, axis=1) for M in (Q, K, V))
    root = np.sqrt(X.shape[1] / heads / heads)
    outputs = [attention(q * root, k, v, mask)[0] for q, k, v in zip(Q, K, V)]
    return np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "X repartido antes das matrizes",
        "Cada cabeça viu só as suas colunas de X. Ela tem as suas colunas de X Wᵀ, em que entram todas as de X.",
    ),
    en=(
        "X divided before the matrices",
        "Each head saw only its own columns of X. It has its columns of X Wᵀ, in which all those of X take part.",
    ),
)
def divided_first(X, Wq, Wk, Wv, Wo, heads, mask):
    outputs = []
    for part in np.split(np.arange(X.shape[1]), heads):
        Q, K, V = (X[:, part] @ W[np.ix_(part, part)].T for W in (Wq, Wk, Wv))
        outputs.append(attention(Q, K, V, mask)[0])
    return np.hstack(outputs) @ Wo.T


@wrong(
    "multi_head_attention",
    pt=(
        "Colunas alternadas entre as cabeças, e juntadas assim",
        "As colunas foram repartidas alternando as cabeças, e as saídas juntadas da mesma maneira. Cada cabeça tem "
        "d/heads colunas seguidas.",
    ),
    en=(
        "Columns that take turns, and are joined so",
        "The columns were dealt out to the heads by turns, and the outputs joined in the same way. Each head has "
        "d/heads columns side by side.",
    ),
)
def by_turns(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = ((X @ W.T).reshape(len(X), -1, heads) for W in (Wq, Wk, Wv))
    outputs = [attention(Q[:, :, j], K[:, :, j], V[:, :, j], mask)[0] for j in range(heads)]
    return np.stack(outputs, axis=2).reshape(X.shape) @ Wo.T
