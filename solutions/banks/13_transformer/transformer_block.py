"""Answers to transformer_block: right ones in several styles, and the mistakes that students make."""

import math

import numpy as np

from degrau.pack.bank import right, wrong


# As the notebook's setup has them.
def given_norm(X, gamma, beta):
    centred = X - np.mean(X, axis=-1, keepdims=True)
    return centred / np.sqrt(np.mean(centred**2, axis=-1, keepdims=True) + 1e-5) * gamma + beta


def given_attention(X, Wq, Wk, Wv, Wo, heads, mask):
    Q, K, V = (np.reshape(X @ W.T, (len(X), heads, -1)) for W in (Wq, Wk, Wv))
    scores = np.where(mask, np.einsum("ihc,jhc->hij", Q, K) / math.sqrt(Q.shape[2]), -np.inf)
    A = np.exp(scores - np.max(scores, axis=2, keepdims=True))
    A = A / np.sum(A, axis=2, keepdims=True)
    return np.einsum("hij,jhc->ihc", A, V).reshape(X.shape) @ Wo.T


@right("transformer_block")
def head_by_head(X, weights, heads, mask):
    w = weights
    N = given_norm(X, w["gamma1"], w["beta1"])
    Q, K, V = (N @ w[name].T for name in ("Wq", "Wk", "Wv"))
    size, outputs = N.shape[1] // heads, []
    for start in range(0, N.shape[1], size):
        part = slice(start, start + size)
        S = np.where(mask, Q[:, part] @ K[:, part].T / np.sqrt(size), -np.inf)
        A = np.exp(S - S.max(axis=1, keepdims=True))
        A = A / A.sum(axis=1, keepdims=True)
        outputs.append(A @ V[:, part])
    R = X + np.hstack(outputs) @ w["Wo"].T
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@right("transformer_block")
def unpacked(X, weights, heads, mask):
    gamma1, beta1, Wq, Wk, Wv, Wo, gamma2, beta2, W1, b1, W2, b2 = weights.values()

    def norm(rows, gamma, beta):
        return gamma * (rows - rows.mean(1)[:, None]) / np.sqrt(rows.var(1)[:, None] + 1e-5) + beta

    R = X + given_attention(norm(X, gamma1, beta1), Wq, Wk, Wv, Wo, heads, mask)
    return R + feed_forward(norm(R, gamma2, beta2), W1, b1, W2, b2)


@right("transformer_block")
def in_place_on_a_copy(X, weights, heads, mask):
    w = dict(weights)
    Y = np.array(X, dtype=float)
    Y += given_attention(given_norm(Y, w.pop("gamma1"), w.pop("beta1")), *(w.pop(f"W{c}") for c in "qkvo"), heads, mask)
    Y += feed_forward(given_norm(Y, w.pop("gamma2"), w.pop("beta2")), **w)
    return Y


@right("transformer_block")
def single_precision(X, weights, heads, mask):
    X, w = np.float32(X), {name: np.float32(value) for name, value in weights.items()}

    def norm(rows, gamma, beta):
        rows = rows - rows.mean(axis=1, keepdims=True)
        return rows / np.sqrt(np.mean(rows * rows, axis=1, keepdims=True) + np.float32(1e-5)) * gamma + beta

    n, d = X.shape
    N = norm(X, w["gamma1"], w["beta1"])
    Q, K, V = ((N @ w[name].T).reshape(n, heads, d // heads).transpose(1, 0, 2) for name in ("Wq", "Wk", "Wv"))
    S = np.where(mask, Q @ K.transpose(0, 2, 1) / np.sqrt(np.float32(d // heads)), np.float32(-np.inf))
    A = np.exp(S - S.max(axis=2, keepdims=True))
    A = A / A.sum(axis=2, keepdims=True)
    R = X + (A @ V).transpose(1, 0, 2).reshape(n, d) @ w["Wo"].T
    return np.float32(
        R + np.float32(feed_forward(norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"]))
    )


@wrong(
    "transformer_block",
    pt=(
        "Norma depois da soma",
        "As normas vieram depois de cada soma, como no primeiro transformer. Aqui elas vêm antes, só no que entra em "
        "cada metade.",
    ),
    en=(
        "Norm after the sum",
        "The norms came after each sum, as in the first transformer. Here they come before, only on what goes into "
        "each half.",
    ),
)
def post_norm(X, weights, heads, mask):
    w = weights
    R = given_norm(X + given_attention(X, w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask), w["gamma1"], w["beta1"])
    return given_norm(R + feed_forward(R, w["W1"], w["b1"], w["W2"], w["b2"]), w["gamma2"], w["beta2"])


@wrong(
    "transformer_block",
    pt=(
        "Sem a primeira soma",
        "A entrada não foi somada à atenção: o caminho direto está cortado.",
    ),
    en=(
        "Without the first sum",
        "The input was not added to the attention: the straight way is cut.",
    ),
)
def without_first_sum(X, weights, heads, mask):
    w = weights
    R = given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Sem a segunda soma",
        "O que sai da primeira metade não foi somado ao fim: o caminho direto está cortado.",
    ),
    en=(
        "Without the second sum",
        "What comes out of the first half was not added at the end: the straight way is cut.",
    ),
)
def without_second_sum(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "A segunda soma com X",
        "No fim foi somada a entrada do bloco, e não o que saiu da primeira metade: a atenção se perdeu no caminho "
        "direto.",
    ),
    en=(
        "The second sum with X",
        "At the end the block's input was added, and not what came out of the first half: attention was lost on the "
        "straight way.",
    ),
)
def second_sum_with_x(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return X + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "As metades lado a lado",
        "A segunda metade partiu de X, como a primeira. Ela parte do que a primeira deixou.",
    ),
    en=(
        "The halves side by side",
        "The second half started from X, like the first. It starts from what the first one left.",
    ),
)
def side_by_side(X, weights, heads, mask):
    w = weights
    M = given_norm(X, w["gamma2"], w["beta2"])
    return (
        X
        + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
        + feed_forward(M, w["W1"], w["b1"], w["W2"], w["b2"])
    )


@wrong(
    "transformer_block",
    pt=(
        "Sem a primeira norma",
        "A atenção recebeu X como está, sem norma.",
    ),
    en=(
        "Without the first norm",
        "Attention got X as it is, without a norm.",
    ),
)
def without_first_norm(X, weights, heads, mask):
    w = weights
    R = X + given_attention(X, w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Sem a segunda norma",
        "A camada recebeu a soma como está, sem norma.",
    ),
    en=(
        "Without the second norm",
        "The layer got the sum as it is, without a norm.",
    ),
)
def without_second_norm(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(R, w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "O normalizado no caminho direto",
        "Foi somado o que a norma deu, e não a entrada: o que passa direto não é normalizado.",
    ),
    en=(
        "The normalised on the straight way",
        "What the norm gave was added, and not the input: what passes straight through is not normalised.",
    ),
)
def normalised_straight(X, weights, heads, mask):
    w = weights
    N = given_norm(X, w["gamma1"], w["beta1"])
    R = N + given_attention(N, w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    M = given_norm(R, w["gamma2"], w["beta2"])
    return M + feed_forward(M, w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Os gammas trocados",
        "As duas normas trocaram de gamma e de beta.",
    ),
    en=(
        "The gammas exchanged",
        "The two norms exchanged their gamma and beta.",
    ),
)
def exchanged_norms(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma2"], w["beta2"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(given_norm(R, w["gamma1"], w["beta1"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "A mesma norma duas vezes",
        "As duas metades usaram gamma1 e beta1. A segunda tem os seus.",
    ),
    en=(
        "The same norm twice",
        "Both halves used gamma1 and beta1. The second has its own.",
    ),
)
def same_norm(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(given_norm(R, w["gamma1"], w["beta1"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Uma cabeça só",
        "As cabeças não foram separadas: uma só atenção usou todas as colunas.",
    ),
    en=(
        "A single head",
        "The heads were not parted: one single attention used all columns.",
    ),
)
def single_head(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], 1, mask)
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Sem máscara",
        "A máscara não foi usada: todas as palavras olham para todas.",
    ),
    en=(
        "Without the mask",
        "The mask was not used: all words look at all.",
    ),
)
def without_mask(X, weights, heads, mask):
    w = weights
    R = X + given_attention(
        given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, np.ones_like(mask)
    )
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Máscara ao contrário",
        "A máscara foi lida ao contrário: True quer dizer que se pode olhar.",
    ),
    en=(
        "The mask the wrong way round",
        "The mask was read the wrong way round: True means that one may look.",
    ),
)
def mask_turned(X, weights, heads, mask):
    w = weights
    N = given_norm(X, w["gamma1"], w["beta1"])
    Q, K, V = (N @ w[name].T for name in ("Wq", "Wk", "Wv"))
    size, outputs = N.shape[1] // heads, []
    for start in range(0, N.shape[1], size):
        part = slice(start, start + size)
        S = np.where(mask, -1e9, Q[:, part] @ K[:, part].T / np.sqrt(size))
        A = np.exp(S - S.max(axis=1, keepdims=True))
        A = A / A.sum(axis=1, keepdims=True)
        outputs.append(A @ V[:, part])
    R = X + np.hstack(outputs) @ w["Wo"].T
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Máscara transposta",
        "A máscara foi transposta: a linha é quem olha, a coluna é para onde.",
    ),
    en=(
        "The mask transposed",
        "The mask was transposed: the row is who looks, the column is where to.",
    ),
)
def mask_transposed(X, weights, heads, mask):
    w = weights
    R = X + given_attention(
        given_norm(X, w["gamma1"], w["beta1"]),
        w["Wq"],
        w["Wk"],
        w["Wv"],
        w["Wo"],
        heads,
        mask.T | np.eye(len(mask), dtype=bool),
    )
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "A raiz de todas as colunas",
        "As notas foram divididas pela raiz de d. Cada cabeça divide pela raiz das suas colunas.",
    ),
    en=(
        "The root of all columns",
        "The scores were divided by the root of d. Each head divides by the root of its own columns.",
    ),
)
def root_of_all(X, weights, heads, mask):
    w = weights
    N = given_norm(X, w["gamma1"], w["beta1"])
    Q, K, V = (N @ w[name].T for name in ("Wq", "Wk", "Wv"))
    size, outputs = N.shape[1] // heads, []
    for start in range(0, N.shape[1], size):
        part = slice(start, start + size)
        S = np.where(mask, Q[:, part] @ K[:, part].T / np.sqrt(N.shape[1]), -np.inf)
        A = np.exp(S - S.max(axis=1, keepdims=True))
        A = A / A.sum(axis=1, keepdims=True)
        outputs.append(A @ V[:, part])
    R = X + np.hstack(outputs) @ w["Wo"].T
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Sem a raiz",
        "As notas não foram divididas pela raiz das colunas da cabeça.",
    ),
    en=(
        "Without the root",
        "The scores were not divided by the root of the head's columns.",
    ),
)
def without_root(X, weights, heads, mask):
    w = weights
    N = given_norm(X, w["gamma1"], w["beta1"])
    Q, K, V = (N @ w[name].T for name in ("Wq", "Wk", "Wv"))
    size, outputs = N.shape[1] // heads, []
    for start in range(0, N.shape[1], size):
        part = slice(start, start + size)
        S = np.where(mask, Q[:, part] @ K[:, part].T, -np.inf)
        A = np.exp(S - S.max(axis=1, keepdims=True))
        A = A / A.sum(axis=1, keepdims=True)
        outputs.append(A @ V[:, part])
    R = X + np.hstack(outputs) @ w["Wo"].T
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "As cabeças empilhadas",
        "As saídas das cabeças foram postas uma embaixo da outra e recortadas. Elas ficam lado a lado, nas colunas.",
    ),
    en=(
        "The heads stacked",
        "The heads' outputs were put one below the other and cut anew. They stand side by side, in the columns.",
    ),
)
def stacked_heads(X, weights, heads, mask):
    w = weights
    N = given_norm(X, w["gamma1"], w["beta1"])
    Q, K, V = (N @ w[name].T for name in ("Wq", "Wk", "Wv"))
    size, outputs = N.shape[1] // heads, []
    for start in range(0, N.shape[1], size):
        part = slice(start, start + size)
        S = np.where(mask, Q[:, part] @ K[:, part].T / np.sqrt(size), -np.inf)
        A = np.exp(S - S.max(axis=1, keepdims=True))
        A = A / A.sum(axis=1, keepdims=True)
        outputs.append(A @ V[:, part])
    R = X + np.array(outputs).reshape(N.shape) @ w["Wo"].T
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "exp de números grandes",
        "A exponencial foi feita sem tirar antes o maior da linha: com notas grandes ela transborda.",
    ),
    en=(
        "exp of large numbers",
        "The exponential was taken without subtracting the row's largest first: with large scores it overflows.",
    ),
)
def overflows(X, weights, heads, mask):
    w = weights
    N = given_norm(X, w["gamma1"], w["beta1"])
    Q, K, V = (N @ w[name].T for name in ("Wq", "Wk", "Wv"))
    size, outputs = N.shape[1] // heads, []
    for start in range(0, N.shape[1], size):
        part = slice(start, start + size)
        S = np.where(mask, Q[:, part] @ K[:, part].T / np.sqrt(size), -np.inf)
        A = np.exp(S)
        A = A / A.sum(axis=1, keepdims=True)
        outputs.append(A @ V[:, part])
    R = X + np.hstack(outputs) @ w["Wo"].T
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Norma sem eps, ou com um pequeno demais",
        "A norma divide só pelo desvio, ou quase. Onde a linha mal varia, eps = 1e-5 sob a raiz faz diferença.",
    ),
    en=(
        "Norm without eps, or with one that is too small",
        "The norm divides by the deviation alone, or nearly so. Where a row hardly varies, eps = 1e-5 under the root "
        "makes a difference.",
    ),
)
def without_eps(X, weights, heads, mask):
    w = weights

    def norm(rows, gamma, beta):
        return (rows - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True) * gamma + beta

    N = norm(X, w["gamma1"], w["beta1"])
    R = X + given_attention(N, w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "eps fora da raiz",
        "eps foi somado à raiz, e não à variância, embaixo dela.",
    ),
    en=(
        "eps outside the root",
        "eps was added to the root, and not to the variance under it.",
    ),
)
def eps_outside(X, weights, heads, mask):
    w = weights

    def norm(rows, gamma, beta):
        return (rows - rows.mean(axis=1, keepdims=True)) / (rows.std(axis=1, keepdims=True) + 1e-5) * gamma + beta

    N = norm(X, w["gamma1"], w["beta1"])
    R = X + given_attention(N, w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Norma por colunas",
        "A norma foi feita por coluna, como a de lotes. Aqui cada linha, cada palavra, tem a sua média e a sua "
        "variância.",
    ),
    en=(
        "Norm by columns",
        "The norm was taken by column, like that of batches. Here each row, each word, has its own mean and variance.",
    ),
)
def by_columns(X, weights, heads, mask):
    w = weights

    def norm(rows, gamma, beta):
        return (rows - rows.mean(axis=0)) / np.sqrt(rows.var(axis=0) + 1e-5) * gamma + beta

    N = norm(X, w["gamma1"], w["beta1"])
    R = X + given_attention(N, w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Variância sem viés",
        "A variância foi dividida por d − 1. Aqui ela é a média dos quadrados, por d.",
    ),
    en=(
        "Unbiased variance",
        "The variance was divided by d − 1. Here it is the mean of the squares, by d.",
    ),
)
def unbiased(X, weights, heads, mask):
    w = weights

    def norm(rows, gamma, beta):
        return (rows - rows.mean(axis=1, keepdims=True)) / np.sqrt(
            rows.var(axis=1, ddof=1, keepdims=True) + 1e-5
        ) * gamma + beta

    N = norm(X, w["gamma1"], w["beta1"])
    R = X + given_attention(N, w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "ReLU na camada",
        "A segunda metade usou ReLU. A camada deste bloco tem gelu.",
    ),
    en=(
        "ReLU in the layer",
        "The second half used ReLU. The layer of this block has gelu.",
    ),
)
def relu_inside(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    M = given_norm(R, w["gamma2"], w["beta2"])
    return R + np.maximum(M @ w["W1"].T + w["b1"], 0) @ w["W2"].T + w["b2"]


@wrong(
    "transformer_block",
    pt=(
        "Consultas e chaves trocadas",
        "Wq e Wk trocaram de lugar: a linha da matriz é de quem pergunta.",
    ),
    en=(
        "Queries and keys exchanged",
        "Wq and Wk changed places: the matrix's row belongs to who asks.",
    ),
)
def queries_and_keys(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wk"], w["Wq"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(given_norm(R, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])


@wrong(
    "transformer_block",
    pt=(
        "Primeiro a camada",
        "A camada veio antes da atenção. Primeiro as palavras olham umas para as outras.",
    ),
    en=(
        "The layer first",
        "The layer came before attention. First the words look at each other.",
    ),
)
def layer_first(X, weights, heads, mask):
    w = weights
    R = X + feed_forward(given_norm(X, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])
    return R + given_attention(given_norm(R, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)


@wrong(
    "transformer_block",
    pt=(
        "Muda os pesos de quem chamou",
        "A função tirou os pesos do dicionário que recebeu: quem chamou fica sem eles.",
    ),
    en=(
        "Changes the caller's weights",
        "The function took the weights out of the dictionary that it got: the caller is left without them.",
    ),
)
def empties_the_dict(X, weights, heads, mask):
    N = given_norm(X, weights.pop("gamma1"), weights.pop("beta1"))
    R = X + given_attention(N, *(weights.pop(f"W{c}") for c in "qkvo"), heads, mask)
    return R + feed_forward(given_norm(R, weights.pop("gamma2"), weights.pop("beta2")), **weights)


@wrong(
    "transformer_block",
    pt=(
        "A segunda norma da entrada",
        "A segunda metade normalizou X. Ela começa da soma da primeira.",
    ),
    en=(
        "The second norm of the input",
        "The second half normalised X. It starts from the sum of the first.",
    ),
)
def second_norm_of_the_input(X, weights, heads, mask):
    w = weights
    R = X + given_attention(given_norm(X, w["gamma1"], w["beta1"]), w["Wq"], w["Wk"], w["Wv"], w["Wo"], heads, mask)
    return R + feed_forward(given_norm(X, w["gamma2"], w["beta2"]), w["W1"], w["b1"], w["W2"], w["b2"])
