"""Answers to next_token_loss: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("next_token_loss")
def row_by_row(Z, ids):
    T = len(ids)
    loss, dZ = 0.0, np.zeros(Z.shape)
    for t in range(T - 1):
        e = np.exp(Z[t] - np.max(Z[t]))
        loss += (np.log(e.sum()) + np.max(Z[t]) - Z[t, ids[t + 1]]) / (T - 1)
        dZ[t] = e / e.sum() / (T - 1)
        dZ[t, ids[t + 1]] -= 1 / (T - 1)
    return loss, dZ


@right("next_token_loss")
def by_one_hot(Z, ids):
    S = np.asarray(Z, dtype=float)[:-1]
    S = S - S.max(1)[:, None]
    targets = np.eye(S.shape[1])[ids[1:]]
    logs = S - np.log(np.exp(S).sum(1))[:, None]
    dZ = (np.exp(logs) - targets) / len(S)
    return -(logs * targets).sum() / len(S), np.vstack([dZ, np.zeros(S.shape[1])])


@right("next_token_loss")
def by_logaddexp(Z, ids):
    logs = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    n = len(ids) - 1
    dZ = np.exp(logs) / n
    dZ[range(n), ids[1:]] -= 1 / n
    dZ[n] = 0
    return -logs[range(n), ids[1:]].mean(), dZ


@right("next_token_loss")
def single_precision(Z, ids):
    S = np.float32(Z[:-1])
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    total = E.sum(axis=1, keepdims=True)
    n, rows = np.float32(len(S)), np.arange(len(S))
    dZ = np.zeros(Z.shape, dtype=np.float32)
    dZ[:-1] = E / total
    dZ[rows, ids[1:]] -= 1
    return (np.log(total[:, 0]) - S[rows, ids[1:]]).sum() / n, dZ / n


@wrong(
    "next_token_loss",
    pt=(
        "A mesma palavra, e não a próxima",
        "Cada posição foi cobrada pela palavra que está nela. Ela prevê a que vem depois.",
    ),
    en=(
        "The same word, and not the next",
        "Each position was charged for the word that stands there. It predicts the one that comes next.",
    ),
)
def same_word(Z, ids):
    S = Z[:-1] - Z[:-1].max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), ids[:-1]
    dZ = np.zeros(Z.shape)
    dZ[:-1] = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), dZ / len(S)


@wrong(
    "next_token_loss",
    pt=(
        "A palavra anterior",
        "As linhas foram deslocadas para o outro lado: a linha t foi cobrada pela palavra t − 1.",
    ),
    en=(
        "The word before",
        "The rows were shifted the other way: row t was charged for word t − 1.",
    ),
)
def word_before(Z, ids):
    S = Z[1:] - Z[1:].max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), ids[:-1]
    d = np.exp(logs)
    d[at] -= 1
    return -logs[at].mean(), np.vstack([np.zeros(Z.shape[1]), d / len(S)])


@wrong(
    "next_token_loss",
    pt=(
        "A última posição prevê a primeira palavra",
        "A última posição foi cobrada pela primeira palavra, como se o texto desse a volta. Ela não tem o que prever.",
    ),
    en=(
        "The last position predicts the first word",
        "The last position was charged for the first word, as if the text went round. It has nothing to predict.",
    ),
)
def goes_round(Z, ids):
    S = Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), np.roll(ids, -1)
    dZ = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), dZ / len(S)


@wrong(
    "next_token_loss",
    pt=(
        "Dividido por T",
        "A média foi tirada sobre T posições. Só T − 1 delas preveem alguma coisa.",
    ),
    en=(
        "Divided by T",
        "The mean was taken over T positions. Only T − 1 of them predict anything.",
    ),
)
def by_all_positions(Z, ids):
    T, shifted = len(ids), Z[:-1] - Z[:-1].max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dZ = np.zeros(Z.shape)
    dZ[:-1] = np.exp(logs)
    dZ[np.arange(T - 1), ids[1:]] -= 1
    return -logs[np.arange(T - 1), ids[1:]].sum() / T, dZ / T


@wrong(
    "next_token_loss",
    pt=(
        "A soma, e não a média",
        "Perda e gradiente são somas sobre as posições. Pede-se a média.",
    ),
    en=(
        "The sum, and not the mean",
        "Loss and gradient are sums over the positions. The mean is asked for.",
    ),
)
def sum_of_positions(Z, ids):
    S = Z[:-1] - Z[:-1].max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), ids[1:]
    dZ = np.zeros(Z.shape)
    dZ[:-1] = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].sum(), dZ


@wrong(
    "next_token_loss",
    pt=(
        "O gradiente da soma",
        "A perda é a média, mas o gradiente ficou o da soma: falta dividi-lo também.",
    ),
    en=(
        "The gradient of the sum",
        "The loss is the mean, but the gradient is still that of the sum: it has to be divided, too.",
    ),
)
def gradient_of_the_sum(Z, ids):
    S = Z[:-1] - Z[:-1].max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), ids[1:]
    dZ = np.zeros(Z.shape)
    dZ[:-1] = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), dZ


@wrong(
    "next_token_loss",
    pt=(
        "A última linha não é zero",
        "Na última linha do gradiente ficaram as probabilidades. Ela não prevê nada, e lá o gradiente é zero.",
    ),
    en=(
        "The last row is not zero",
        "In the last row of the gradient the probabilities were left. It predicts nothing, and there the gradient is "
        "zero.",
    ),
)
def last_row_left(Z, ids):
    S = Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S) - 1), ids[1:]
    dZ = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), dZ / (len(S) - 1)


@wrong(
    "next_token_loss",
    pt=(
        "Falta a última linha",
        "O gradiente tem uma linha a menos que Z. A última também tem a sua: zeros.",
    ),
    en=(
        "The last row is missing",
        "The gradient has one row less than Z. The last one has its own as well: zeros.",
    ),
)
def row_missing(Z, ids):
    S = Z[:-1] - Z[:-1].max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), ids[1:]
    dZ = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), dZ / len(S)


@wrong(
    "next_token_loss",
    pt=(
        "O sinal do gradiente",
        "O gradiente está com o sinal trocado: ele é a probabilidade menos o one-hot.",
    ),
    en=(
        "The gradient's sign",
        "The gradient has the wrong sign: it is the probability less the one-hot.",
    ),
)
def sign_of_the_gradient(Z, ids):
    S = Z[:-1] - Z[:-1].max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), ids[1:]
    dZ = np.zeros(Z.shape)
    dZ[:-1] = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), -dZ / len(S)


@wrong(
    "next_token_loss",
    pt=(
        "O sinal da perda",
        "A perda ficou negativa: é menos o logaritmo.",
    ),
    en=(
        "The loss's sign",
        "The loss came out negative: it is minus the logarithm.",
    ),
)
def sign_of_the_loss(Z, ids):
    S = Z[:-1] - Z[:-1].max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), ids[1:]
    dZ = np.zeros(Z.shape)
    dZ[:-1] = np.exp(logs)
    dZ[at] -= 1
    return logs[at].mean(), dZ / len(S)


@wrong(
    "next_token_loss",
    pt=(
        "Só as probabilidades",
        "Do gradiente não foi tirado o one-hot da palavra certa.",
    ),
    en=(
        "The probabilities only",
        "The one-hot of the right word was not subtracted from the gradient.",
    ),
)
def without_one_hot(Z, ids):
    S = Z[:-1] - Z[:-1].max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss = -logs[np.arange(len(S)), ids[1:]].mean()
    return loss, np.vstack([np.exp(logs) / len(S), np.zeros(Z.shape[1])])


@wrong(
    "next_token_loss",
    pt=(
        "exp de números grandes",
        "A exponencial foi feita sem tirar antes o maior logit da linha: ela transborda.",
    ),
    en=(
        "exp of large numbers",
        "The exponential was taken without subtracting the row's largest logit first: it overflows.",
    ),
)
def overflows(Z, ids):
    P = np.exp(Z[:-1]) / np.exp(Z[:-1]).sum(axis=1, keepdims=True)
    at = np.arange(len(P)), ids[1:]
    loss = -np.log(P[at]).mean()
    P[at] -= 1
    return loss, np.vstack([P / len(P), np.zeros(Z.shape[1])])


@wrong(
    "next_token_loss",
    pt=(
        "log de uma probabilidade que é zero",
        "O logaritmo foi feito da probabilidade, que com logits distantes é zero. Fique nos logaritmos.",
    ),
    en=(
        "log of a probability that is zero",
        "The logarithm was taken of the probability, which is zero for logits far apart. Stay with the logarithms.",
    ),
)
def log_of_zero(Z, ids):
    E = np.exp(Z[:-1] - Z[:-1].max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    at = np.arange(len(P)), ids[1:]
    loss = -np.log(P[at]).mean()
    P[at] -= 1
    return loss, np.vstack([P / len(P), np.zeros(Z.shape[1])])


@wrong(
    "next_token_loss",
    pt=(
        "Softmax por coluna",
        "O softmax foi feito ao longo das posições. Em cada posição, ele vai sobre as palavras.",
    ),
    en=(
        "Softmax by column",
        "The softmax was taken along the positions. At each position it goes over the words.",
    ),
)
def by_column(Z, ids):
    S = Z[:-1] - Z[:-1].max(axis=0)
    logs = S - np.log(np.exp(S).sum(axis=0))
    at = np.arange(len(S)), ids[1:]
    dZ = np.zeros(Z.shape)
    dZ[:-1] = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), dZ / len(S)


@wrong(
    "next_token_loss",
    pt=(
        "O maior logit da matriz inteira",
        "De todas as linhas foi subtraído o mesmo logit, o maior de todos: numa linha de logits bem menores não "
        "sobra nada.",
    ),
    en=(
        "The largest logit of the whole matrix",
        "The same logit was subtracted from all rows, the largest of all: in a row of much smaller logits nothing "
        "is left.",
    ),
)
def largest_of_all(Z, ids):
    S = Z[:-1] - Z[:-1].max()
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(S)), ids[1:]
    dZ = np.zeros(Z.shape)
    dZ[:-1] = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), dZ / len(S)


@wrong(
    "next_token_loss",
    pt=(
        "Um pouco somado antes do logaritmo",
        "Somar 1e-12 à probabilidade evita o aviso, mas a perda de uma palavra para de crescer em 28. Fique nos "
        "logaritmos.",
    ),
    en=(
        "A little added before the logarithm",
        "Adding 1e-12 to the probability avoids the warning, but a word's loss stops growing at 28. Keep to "
        "logarithms.",
    ),
)
def little_added(Z, ids):
    E = np.exp(Z[:-1] - Z[:-1].max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    at = np.arange(len(P)), ids[1:]
    loss = -np.log(P[at] + 1e-12).mean()
    P[at] -= 1
    return loss, np.vstack([P / len(P), np.zeros(Z.shape[1])])


@wrong(
    "next_token_loss",
    pt=(
        "A própria palavra, em todas as posições",
        "Cada posição foi cobrada pela palavra que ela mesma lê, também a última, e a média é de T. A posição t prevê "
        "a palavra seguinte, e a última não prevê nada.",
    ),
    en=(
        "The word itself, at all positions",
        "Each position was asked for the word that it reads itself, the last one, too, and the mean is over T. "
        "Position t predicts the next word, and the last one predicts nothing.",
    ),
)
def same_word_everywhere(Z, ids):
    S = Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    at = np.arange(len(ids)), ids
    dZ = np.exp(logs)
    dZ[at] -= 1
    return -logs[at].mean(), dZ / len(ids)
