"""Answers to additive_attention: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("additive_attention")
def key_by_key(q, K, V, Wq, Wk, v):
    scores = np.array([v @ np.tanh(Wq @ q + Wk @ k) for k in K])
    a = np.exp(scores - np.max(scores))
    a = a / np.sum(a)
    return np.sum(a[:, None] * V, axis=0), a


@right("additive_attention")
def by_logarithms(q, K, V, Wq, Wk, v):
    scores = np.einsum("m,tm->t", v, np.tanh((Wq @ q)[None, :] + np.einsum("mr,tr->tm", Wk, K)))
    a = np.exp(scores - np.logaddexp.reduce(scores))
    return np.einsum("t,ts->s", a, V), a


@right("additive_attention")
def lists(q, K, V, Wq, Wk, v):
    scores = [float(v @ np.tanh(Wq @ q + Wk @ k)) for k in K]
    top = max(scores)
    shares = [np.exp(s - top) for s in scores]
    shares = [s / sum(shares) for s in shares]
    return [sum(s * row[j] for s, row in zip(shares, V)) for j in range(V.shape[1])], shares


@right("additive_attention")
def single_precision(q, K, V, Wq, Wk, v):
    q, K, V, Wq, Wk, v = (np.asarray(x, dtype=np.float32) for x in (q, K, V, Wq, Wk, v))
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "Sem a tanh",
        "As notas saíram da soma, sem a tanh entre as duas camadas.",
    ),
    en=(
        "Without the tanh",
        "The scores came from the sum, without the tanh between the two layers.",
    ),
)
def without_tanh(q, K, V, Wq, Wk, v):
    scores = (Wq @ q + K @ Wk.T) @ v
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "Um softmax que estoura",
        "Com notas grandes, a exponencial é infinita. Os pesos não mudam se todas as notas descem juntas.",
    ),
    en=(
        "A softmax that overflows",
        "With large scores the exponential is infinite. The weights do not change if all scores come down together.",
    ),
)
def overflowing(q, K, V, Wq, Wk, v):
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    e = np.exp(scores)
    a = e / e.sum()
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "As notas no lugar dos pesos",
        "Os valores foram somados com as notas. Elas ainda têm de virar pesos, que somam 1.",
    ),
    en=(
        "The scores in place of the weights",
        "The values were added up with the scores. These still have to become weights, which add up to 1.",
    ),
)
def scores_as_weights(q, K, V, Wq, Wk, v):
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    a = scores
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "Pesos ao quadrado",
        "Os valores foram pesados duas vezes: a soma dos pesos usados já não é 1.",
    ),
    en=(
        "Weights squared",
        "The values were weighed twice: the weights used no longer add up to 1.",
    ),
)
def weighed_twice(q, K, V, Wq, Wk, v):
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return (a * a) @ V, a


@wrong(
    "additive_attention",
    pt=(
        "A consulta sem efeito",
        "Toda pergunta tem a mesma resposta: a consulta não entrou nas notas, ou entrou fora da tanh, onde levanta "
        "todas por igual, o que o softmax não vê.",
    ),
    en=(
        "The query without effect",
        "Every question gets the same answer: the query did not enter the scores, or it entered outside of the tanh, "
        "where it raises all of them alike, which the softmax does not see.",
    ),
)
def without_query(q, K, V, Wq, Wk, v):
    scores = np.tanh(K @ Wk.T) @ v
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "Sem as chaves",
        "As chaves não entraram nas notas: todos os lugares têm o mesmo peso.",
    ),
    en=(
        "Without the keys",
        "The keys did not enter the scores: all places have the same weight.",
    ),
)
def without_keys(q, K, V, Wq, Wk, v):
    scores = np.full(len(K), np.tanh(Wq @ q) @ v)
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "Só o lugar de maior nota",
        "O valor de maior nota foi tomado inteiro. A atenção é uma média, e por isso se aprende.",
    ),
    en=(
        "Only the place of the largest score",
        "The value of the largest score was taken whole. Attention is a mean, and so it can be learnt.",
    ),
)
def largest_only(q, K, V, Wq, Wk, v):
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    a = np.eye(len(scores))[scores.argmax()]
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "Dividida pela raiz",
        "As notas foram divididas por uma raiz, como na atenção por produtos. Na aditiva não há raiz.",
    ),
    en=(
        "Divided by a root",
        "The scores were divided by a root, as in attention by products. In the additive one there is none.",
    ),
)
def scaled(q, K, V, Wq, Wk, v):
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v / np.sqrt(len(v))
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "Uma sigmoide para cada lugar",
        "Cada lugar passou por uma sigmoide. Os pesos são um softmax entre os lugares, e somam 1.",
    ),
    en=(
        "A sigmoid for each place",
        "Each place went through a sigmoid. The weights are a softmax among the places, and add up to 1.",
    ),
)
def sigmoids(q, K, V, Wq, Wk, v):
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    a = (1 + np.tanh(scores / 2)) / 2
    return a @ V, a


@wrong(
    "additive_attention",
    pt=(
        "Os dois resultados trocados",
        "Os pesos vieram primeiro. Primeiro vem y.",
    ),
    en=(
        "The two results exchanged",
        "The weights came first. y comes first.",
    ),
)
def exchanged(q, K, V, Wq, Wk, v):
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return a, a @ V


@wrong(
    "additive_attention",
    pt=(
        "A soma sem pesos",
        "y é a média simples dos valores: os pesos não foram usados.",
    ),
    en=(
        "The sum without weights",
        "y is the plain mean of the values: the weights were not used.",
    ),
)
def plain_mean(q, K, V, Wq, Wk, v):
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return V.mean(axis=0), a
