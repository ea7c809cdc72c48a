"""Answers to attention: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("attention")
def row_by_row(Q, K, V, mask):
    A = np.zeros((len(Q), len(K)))
    for i, q in enumerate(Q):
        places = np.flatnonzero(mask[i])
        scores = K[places] @ q / Q.shape[1] ** 0.5
        e = np.exp(scores - scores.max())
        A[i, places] = e / e.sum()
    return A @ V, A


@right("attention")
def multiplied_by_the_mask(Q, K, V, mask):
    scores = np.einsum("id,jd->ij", Q, K) / np.sqrt(K.shape[1])
    top = np.max(scores, axis=1, keepdims=True, where=mask, initial=-np.inf)
    E = np.where(mask, np.exp(np.minimum(scores - top, 0)), 0)
    A = E / np.sum(E, axis=1, keepdims=True)
    return [A @ V, A]


@right("attention")
def scaled_first(Q, K, V, mask):
    d = Q.shape[1]
    S = (Q / np.sqrt(d)) @ K.T
    S = np.where(mask, S, -1e30)
    E = np.exp(S - np.logaddexp.reduce(S, axis=1)[:, None])
    return E @ V, E


@right("attention")
def single_precision(Q, K, V, mask):
    Q, K, V = (np.asarray(x, dtype=np.float32) for x in (Q, K, V))
    S = np.where(mask, Q @ K.T / np.float32(np.sqrt(Q.shape[1])), np.float32(-np.inf))
    E = np.exp(S - S.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Sem a raiz",
        "As notas não foram divididas pela raiz do número de colunas.",
    ),
    en=(
        "Without the root",
        "The scores were not divided by the root of the number of columns.",
    ),
)
def without_root(Q, K, V, mask):
    scores = 1.0 * (Q @ K.T)
    scores = np.where(mask, scores, -np.inf)
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Dividida por d",
        "As notas foram divididas por d, e não pela raiz dele.",
    ),
    en=(
        "Divided by d",
        "The scores were divided by d, and not by its root.",
    ),
)
def by_d(Q, K, V, mask):
    scores = Q @ K.T / Q.shape[1]
    scores = np.where(mask, scores, -np.inf)
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "A raiz do número de chaves",
        "A raiz é a do número de colunas, e não a do número de chaves.",
    ),
    en=(
        "The root of the number of keys",
        "The root is that of the number of columns, and not that of the number of keys.",
    ),
)
def root_of_the_keys(Q, K, V, mask):
    scores = Q @ K.T / np.sqrt(len(K))
    scores = np.where(mask, scores, -np.inf)
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Sem a máscara",
        "A máscara não foi usada.",
    ),
    en=(
        "Without the mask",
        "The mask was not used.",
    ),
)
def without_mask(Q, K, V, mask):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "A máscara depois do softmax",
        "Os pesos proibidos viraram zero depois do softmax, e os outros já não somam 1.",
    ),
    en=(
        "The mask after the softmax",
        "The forbidden weights were made zero after the softmax, and the others no longer add up to 1.",
    ),
)
def masked_afterwards(Q, K, V, mask):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True) * mask
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Zero no lugar de −∞",
        "A nota proibida virou 0. O softmax de 0 não é zero: é a nota que precisa ser −∞.",
    ),
    en=(
        "Zero in place of −∞",
        "The forbidden score became 0. The softmax of 0 is not zero: it is the score that has to be −∞.",
    ),
)
def zero_scores(Q, K, V, mask):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    scores = np.where(mask, scores, 0.0)
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "A máscara ao contrário",
        "True é onde se pode olhar; aqui foi onde não se pode.",
    ),
    en=(
        "The mask the wrong way round",
        "True is where one may look; here it was where one may not.",
    ),
)
def inverted(Q, K, V, mask):
    scores = np.where(mask, -1e30, Q @ K.T / np.sqrt(Q.shape[1]))
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Softmax nas colunas",
        "O softmax foi feito nas colunas: são as linhas, uma por consulta, que somam 1.",
    ),
    en=(
        "A softmax over the columns",
        "The softmax went over the columns: it is the rows, one for each query, that add up to 1.",
    ),
)
def over_columns(Q, K, V, mask):
    scores = np.where(mask, Q @ K.T / np.sqrt(Q.shape[1]), -1e30)
    E = np.exp(scores - scores.max(axis=0))
    A = E / E.sum(axis=0)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Softmax da matriz inteira",
        "A matriz inteira soma 1. Cada consulta tem o seu softmax.",
    ),
    en=(
        "A softmax of the whole matrix",
        "The whole matrix adds up to 1. Each query has a softmax of its own.",
    ),
)
def whole_matrix(Q, K, V, mask):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    scores = np.where(mask, scores, -np.inf)
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum()
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Um softmax que estoura",
        "Com notas grandes, a exponencial é infinita. Subtraia antes a maior de cada linha.",
    ),
    en=(
        "A softmax that overflows",
        "With large scores the exponential is infinite. Subtract the largest of each row first.",
    ),
)
def overflowing(Q, K, V, mask):
    E = np.where(mask, np.exp(Q @ K.T / np.sqrt(Q.shape[1])), 0)
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Quase −∞",
        "A nota proibida só perdeu um pouco: ela continua com algum peso quando as outras são baixas.",
    ),
    en=(
        "Nearly −∞",
        "The forbidden score only lost a little: it keeps some weight where the others are low.",
    ),
)
def little_less(Q, K, V, mask):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    scores = scores - 10.0 * ~mask
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "Os dois resultados trocados",
        "A matriz dos pesos veio primeiro. Primeiro vem Y.",
    ),
    en=(
        "The two results exchanged",
        "The matrix of the weights came first. Y comes first.",
    ),
)
def exchanged(Q, K, V, mask):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    scores = np.where(mask, scores, -np.inf)
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A, A @ V


@wrong(
    "attention",
    pt=(
        "A maior nota da matriz inteira",
        "De todas as linhas foi subtraída a mesma nota, a maior de todas: nas outras linhas não sobra nada, e 0 é "
        "dividido por 0.",
    ),
    en=(
        "The largest score of the whole matrix",
        "The same score was subtracted from all rows, the largest of all: nothing is left in the other rows, and "
        "0 is divided by 0.",
    ),
)
def largest_of_all(Q, K, V, mask):
    scores = np.where(mask, Q @ K.T / np.sqrt(Q.shape[1]), -np.inf)
    E = np.exp(scores - scores.max())
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "A maior nota, mesmo proibida",
        "Foi subtraída a maior nota da linha, mesmo onde não se pode olhar: quando ela é muito maior, das "
        "permitidas não sobra nada.",
    ),
    en=(
        "The largest score, even a forbidden one",
        "The row's largest score was subtracted, even where one may not look: where it is much larger, nothing is "
        "left of those allowed.",
    ),
)
def largest_of_the_forbidden(Q, K, V, mask):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    E = np.exp(scores - scores.max(axis=1, keepdims=True)) * mask
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A


@wrong(
    "attention",
    pt=(
        "A raiz das colunas dos valores",
        "As notas foram divididas pela raiz do número de colunas de V. Elas são produtos de linhas de Q e de K, e a "
        "raiz é a das colunas destes.",
    ),
    en=(
        "The root of the values' columns",
        "The scores were divided by the root of the number of columns of V. They are products of rows of Q and K, and "
        "the root is that of their columns.",
    ),
)
def root_of_the_values(Q, K, V, mask):
    scores = np.where(mask, Q @ K.T / np.sqrt(V.shape[1]), -np.inf)
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A
