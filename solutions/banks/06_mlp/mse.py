"""Answers to mse: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("mse")
def summed_rows(Z, T):
    return np.mean(np.sum((Z - T) ** 2, axis=1)), 2 * (Z - T) / len(Z)


@right("mse")
def sum_over_n(Z, T):
    D = Z - T
    return float(np.sum(D * D) / D.shape[0]), D * (2 / D.shape[0])


@right("mse")
def frobenius(Z, T):
    D = np.subtract(Z, T, dtype=float)
    return np.linalg.norm(D) ** 2 / len(D), D / (0.5 * len(D))


@right("mse")
def plain_loops(Z, T):
    n = len(Z)
    loss = sum((float(z) - float(t)) ** 2 for row, target in zip(Z, T) for z, t in zip(row, target)) / n
    return loss, [[2 * (float(z) - float(t)) / n for z, t in zip(row, target)] for row, target in zip(Z, T)]


@right("mse")
def single_precision(Z, T):
    D = np.asarray(Z, dtype=np.float32) - np.asarray(T, dtype=np.float32)
    return np.sum(D * D) / np.float32(len(D)), np.float32(2) * D / np.float32(len(D))


@wrong(
    "mse",
    pt=(
        "Média de tudo",
        "Você dividiu também pelo número de saídas. Aqui a perda é a média, sobre os exemplos, da soma dos "
        "quadrados de cada um.",
    ),
    en=(
        "Mean of everything",
        "You divided by the number of outputs, too. The loss here is the mean, over the examples, of each one's sum "
        "of squares.",
    ),
)
def mean_of_everything(Z, T):
    return np.mean((Z - T) ** 2), 2 * (Z - T) / np.size(Z)


@wrong(
    "mse",
    pt=(
        "Com a metade na frente",
        "O ½ faria o 2 da derivada sumir, mas não faz parte desta perda.",
    ),
    en=(
        "With a half in front",
        "The ½ would make the derivative's 2 vanish, but it is not part of this loss.",
    ),
)
def half(Z, T):
    return np.sum((Z - T) ** 2) / (2 * len(Z)), (Z - T) / len(Z)


@wrong(
    "mse",
    pt=(
        "Faltou o 2 do gradiente",
        "A perda está certa, mas a derivada do quadrado traz um 2.",
    ),
    en=(
        "The gradient's 2 is missing",
        "The loss is right, but the derivative of the square brings a 2.",
    ),
)
def two_forgotten(Z, T):
    return np.sum((Z - T) ** 2) / len(Z), (Z - T) / len(Z)


@wrong(
    "mse",
    pt=(
        "Soma em vez de média",
        "A perda e o gradiente crescem com o número de exemplos.",
    ),
    en=(
        "Sum instead of mean",
        "Loss and gradient grow with the number of examples.",
    ),
)
def summed(Z, T):
    return np.sum((Z - T) ** 2), 2 * (Z - T)


@wrong(
    "mse",
    pt=(
        "O gradiente sem a média",
        "A perda é uma média, e o gradiente dela também: faltou dividir dZ por n.",
    ),
    en=(
        "The gradient without the mean",
        "The loss is a mean, and so is its gradient: dZ was not divided by n.",
    ),
)
def gradient_not_divided(Z, T):
    return np.sum((Z - T) ** 2) / len(Z), 2 * (Z - T)


@wrong(
    "mse",
    pt=(
        "Sinal do gradiente",
        "O seu gradiente é alvo menos saída: aponta para a descida.",
    ),
    en=(
        "Sign of the gradient",
        "Your gradient is target minus output: it points downhill.",
    ),
)
def sign(Z, T):
    return np.sum((Z - T) ** 2) / len(Z), 2 * (T - Z) / len(Z)


@wrong(
    "mse",
    pt=(
        "Valor absoluto",
        "Você mediu a distância sem elevar ao quadrado.",
    ),
    en=(
        "Absolute value",
        "You measured the distance without squaring it.",
    ),
)
def absolute(Z, T):
    return np.sum(np.abs(Z - T)) / len(Z), np.sign(np.subtract(Z, T, dtype=float)) / len(Z)


@wrong(
    "mse",
    pt=(
        "Raiz do erro",
        "O gradiente está certo, mas a perda saiu com uma raiz que não faz parte dela.",
    ),
    en=(
        "Root of the error",
        "The gradient is right, but the loss came out with a root that is not part of it.",
    ),
)
def root(Z, T):
    return np.sqrt(np.sum((Z - T) ** 2) / len(Z)), 2 * (Z - T) / len(Z)


@wrong(
    "mse",
    pt=(
        "Uma perda por exemplo",
        "Falta tirar a média: a perda é um número só, a média dos exemplos.",
    ),
    en=(
        "A loss for each example",
        "The mean is still to be taken: the loss is a single number, the mean over the examples.",
    ),
)
def one_loss_for_each(Z, T):
    return np.sum((Z - T) ** 2, axis=1), 2 * (Z - T) / len(Z)


@wrong(
    "mse",
    pt=(
        "Quadrado da soma",
        "Você somou as diferenças e só depois elevou ao quadrado: erros opostos se cancelam.",
    ),
    en=(
        "Square of the sum",
        "You added the differences and squared afterwards: opposite errors cancel.",
    ),
)
def square_of_the_sum(Z, T):
    return np.sum(Z - T) ** 2 / len(Z), 2 * (Z - T) / len(Z)


@wrong(
    "mse",
    pt=(
        "Média de tudo, só na perda",
        "O gradiente está certo, mas a perda foi dividida também pelo número de saídas.",
    ),
    en=(
        "Mean of everything, in the loss only",
        "The gradient is right, but the loss was divided by the number of outputs too.",
    ),
)
def loss_only_of_everything(Z, T):
    return np.mean((Z - T) ** 2), 2 * (Z - T) / len(Z)
