"""Answers to negative_sampling: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("negative_sampling")
def one_matrix(v, u, N):
    rows = np.vstack([u, N])
    signs = np.r_[-1.0, np.ones(len(N))]
    z = signs * (rows @ v)
    errors = signs * (1 + np.tanh(z / 2)) / 2
    drows = np.outer(errors, v)
    return np.logaddexp(0, z).sum(), errors @ rows, drows[0], drows[1:]


@right("negative_sampling")
def word_by_word(v, u, N):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z)) if z >= 0 else np.exp(z) / (1 + np.exp(z))

    error = sigmoid(u @ v) - 1
    loss, dv, du, dN = np.logaddexp(0, -(u @ v)), error * u, error * v, []
    for n in N:
        error = sigmoid(n @ v)
        loss = loss + np.logaddexp(0, n @ v)
        dv = dv + error * n
        dN.append(error * v)
    return loss, dv, du, dN


@right("negative_sampling")
def largest_taken_out(v, u, N):
    z = np.concatenate([[-(u @ v)], N @ v])
    e = np.exp(-np.abs(z))
    loss = np.sum(np.maximum(z, 0) + np.log1p(e))
    p = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return [loss, -p[0] * u + N.T @ p[1:], -p[0] * v, p[1:, None] * v]


@right("negative_sampling")
def single_precision(v, u, N):
    v, u, N = np.float32(v), np.float32(u), np.float32(N)
    near, far = u @ v, N @ v
    half = np.float32(0.5)
    s, t = half * np.tanh(half * near) - half, half + half * np.tanh(half * far)
    loss = np.logaddexp(np.float32(0), -near) + np.logaddexp(np.float32(0), far).sum()
    return loss, s * u + t @ N, s * v, np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "Sem o sinal das negativas",
        "As negativas foram tratadas como vizinhas: os produtos delas devem ser pequenos, e não grandes.",
    ),
    en=(
        "Without the sign of the negatives",
        "The negatives were treated as neighbours: their products should be small, and not large.",
    ),
)
def negatives_as_neighbours(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2 - 1
    loss = np.logaddexp(0, -near) + np.sum(np.logaddexp(0, -far))
    return float(loss), s * u + t @ N, s * v, np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "A média das negativas",
        "As negativas entraram pela média. Na perda elas se somam.",
    ),
    en=(
        "The mean of the negatives",
        "The negatives entered by their mean. In the loss they are summed.",
    ),
)
def mean(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2 / len(N)
    loss = np.logaddexp(0, -near) + np.mean(np.logaddexp(0, far))
    return float(loss), s * u + t @ N, s * v, np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "Só o par",
        "As negativas não entraram na perda.",
    ),
    en=(
        "The pair alone",
        "The negatives did not enter the loss.",
    ),
)
def pair_alone(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2
    loss = np.logaddexp(0, -near)
    return float(loss), s * u + t @ N, s * v, np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "dv sem as negativas",
        "O centro recebeu só o que vem do contexto. As negativas também foram multiplicadas por ele.",
    ),
    en=(
        "dv without the negatives",
        "The centre got only what comes from the context. The negatives were multiplied by it too.",
    ),
)
def centre_without_negatives(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2
    loss = np.logaddexp(0, -near) + np.sum(np.logaddexp(0, far))
    return float(loss), s * u, s * v, np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "dv e du trocados",
        "O centro e o contexto trocaram de gradiente: cada um recebe o outro vezes o erro.",
    ),
    en=(
        "dv and du exchanged",
        "The centre and the context exchanged their gradients: each gets the other one times the error.",
    ),
)
def exchanged(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2
    loss = np.logaddexp(0, -near) + np.sum(np.logaddexp(0, far))
    return float(loss), s * v, s * u + t @ N, np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "O sinal do gradiente",
        "Os gradientes têm o sinal contrário: seguindo-os contra o gradiente, a perda subiria.",
    ),
    en=(
        "The sign of the gradient",
        "The gradients have the opposite sign: a step against them would raise the loss.",
    ),
)
def opposite_sign(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2
    loss = np.logaddexp(0, -near) + np.sum(np.logaddexp(0, far))
    return float(loss), -(s * u + t @ N), -s * v, -np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "Sem o menos um",
        "O erro do par é a probabilidade, sem subtrair 1: ele empurra as vizinhas para longe.",
    ),
    en=(
        "Without the minus one",
        "The pair's error is the probability, without subtracting 1: it pushes neighbours apart.",
    ),
)
def without_minus_one(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2, (1 + np.tanh(far / 2)) / 2
    loss = np.logaddexp(0, -near) + np.sum(np.logaddexp(0, far))
    return float(loss), s * u + t @ N, s * v, np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "Uma exponencial que estoura",
        "Com produtos grandes, a exponencial passa do maior número que existe.",
    ),
    en=(
        "An exponential that overflows",
        "With large products the exponential is larger than the largest number that there is.",
    ),
)
def overflowing(v, u, N):
    p, q = 1 / (1 + np.exp(-(u @ v))), 1 / (1 + np.exp(-(N @ v)))
    loss = -np.log(p) - np.sum(np.log(1 - q))
    return loss, (p - 1) * u + q @ N, (p - 1) * v, np.outer(q, v)


@wrong(
    "negative_sampling",
    pt=(
        "O sinal da perda",
        "A perda está com o sinal contrário: ela deve diminuir quando os vetores melhoram.",
    ),
    en=(
        "The sign of the loss",
        "The loss has the opposite sign: it should fall when the vectors improve.",
    ),
)
def negative_loss(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2
    loss = np.logaddexp(0, -near) + np.sum(np.logaddexp(0, far))
    return -float(loss), s * u + t @ N, s * v, np.outer(t, v)


@wrong(
    "negative_sampling",
    pt=(
        "dN somado",
        "Os gradientes das negativas foram somados. Cada uma tem o seu.",
    ),
    en=(
        "dN summed",
        "The gradients of the negatives were added up. Each has its own.",
    ),
)
def negatives_summed(v, u, N):
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2
    loss = np.logaddexp(0, -near) + np.sum(np.logaddexp(0, far))
    return float(loss), s * u + t @ N, s * v, np.outer(t, v).sum(axis=0)


@wrong(
    "negative_sampling",
    pt=(
        "Softmax entre as palavras",
        "As palavras competiram por um softmax. Aqui cada par se decide sozinho, com uma sigmoide.",
    ),
    en=(
        "A softmax among the words",
        "The words competed by a softmax. Here each pair is decided by itself, with a sigmoid.",
    ),
)
def softmax(v, u, N):
    rows = np.vstack([u, N])
    z = rows @ v
    p = np.exp(z - z.max())
    p = p / p.sum()
    errors = p - np.eye(len(p))[0]
    drows = np.outer(errors, v)
    return np.logaddexp.reduce(z) - z[0], errors @ rows, drows[0], drows[1:]


@wrong(
    "negative_sampling",
    pt=(
        "Um pouco somado antes do logaritmo",
        "Somar 1e-12 à probabilidade evita o aviso, mas a perda para de crescer em 28. Fique nos logaritmos.",
    ),
    en=(
        "A little added before the logarithm",
        "Adding 1e-12 to the probability avoids the warning, but the loss stops growing at 28. Keep to logarithms.",
    ),
)
def little_added(v, u, N):
    near, far = u @ v, N @ v
    p, q = (1 + np.tanh(near / 2)) / 2, (1 + np.tanh(far / 2)) / 2
    loss = -np.log(p + 1e-12) - np.sum(np.log(1 - q + 1e-12))
    return float(loss), (p - 1) * u + q @ N, (p - 1) * v, np.outer(q, v)
