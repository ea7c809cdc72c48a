"""Answers to batch_norm_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("batch_norm_backward")
def with_sums(dY, cache):
    Z, gamma, std = cache
    n, G = len(dY), dY * gamma
    dX = (n * G - G.sum(axis=0) - Z * (G * Z).sum(axis=0)) / (n * std)
    return [dX, np.sum(dY * Z, axis=0), np.sum(dY, axis=0)]


@right("batch_norm_backward")
def three_roads(dY, cache):
    Z, gamma, std = cache
    n, dZ, centred = len(dY), dY * gamma, Z * std
    dvar = np.sum(dZ * centred, axis=0) * -0.5 * std**-3
    dmean = -np.sum(dZ / std, axis=0) - 2 * dvar * np.mean(centred, axis=0)
    return dZ / std + dvar * 2 * centred / n + dmean / n, np.einsum("ij,ij->j", dY, Z), np.ones(len(dY)) @ dY


@right("batch_norm_backward")
def by_a_matrix(dY, cache):
    Z, gamma, std = cache
    n = len(dY)
    dX = [(np.eye(n) - 1 / n - np.outer(z, z) / n) @ (g * dy) / s for z, dy, g, s in zip(Z.T, dY.T, gamma, std)]
    return np.array(dX).T, sum(dY * Z), sum(dY)


@right("batch_norm_backward")
def gamma_in_front(dY, cache):
    Z, gamma, std = cache
    dgamma, dbeta = (dY * Z).sum(axis=0), dY.sum(axis=0)
    return gamma / std * (dY - (dbeta + Z * dgamma) / len(dY)), dgamma, dbeta


@wrong(
    "batch_norm_backward",
    pt=(
        "Só o caminho direto",
        "A média e a variância foram tomadas como constantes. Elas mudam com cada número, e mudam as outras saídas "
        "também.",
    ),
    en=(
        "The direct road only",
        "The mean and the variance were taken as constants. They change with each number, and change the other "
        "outputs too.",
    ),
)
def direct(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return G / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Sem o caminho da variância",
        "Falta o que passa pela variância: o desvio também muda com cada número.",
    ),
    en=(
        "Without the road through the variance",
        "What goes through the variance is missing: the deviation changes with each number as well.",
    ),
)
def no_variance(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0)) / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Sem o caminho da média",
        "Falta o que passa pela média: ela também muda com cada número.",
    ),
    en=(
        "Without the road through the mean",
        "What goes through the mean is missing: it changes with each number as well.",
    ),
)
def no_mean(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - Z * (G * Z).mean(axis=0)) / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Sem gamma",
        "O gamma não entrou no gradiente de X. A saída é gamma vezes o que foi normalizado.",
    ),
    en=(
        "Without gamma",
        "gamma plays no part in the gradient of X. The output is gamma times what was normalised.",
    ),
)
def no_gamma(dY, cache):
    Z, _gamma, std = cache
    G = dY
    return (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Sem dividir pelo desvio",
        "Falta dividir pelo desvio: a saída muda tanto menos quanto maior ele é.",
    ),
    en=(
        "Not divided by the deviation",
        "It was not divided by the deviation: the larger that is, the less the output changes.",
    ),
)
def no_std(dY, cache):
    Z, gamma, _std = cache
    G = gamma * dY
    return G - G.mean(axis=0) - Z * (G * Z).mean(axis=0), (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Vezes o desvio",
        "Multiplicou-se pelo desvio, em vez de dividir.",
    ),
    en=(
        "Times the deviation",
        "It was multiplied by the deviation, not divided.",
    ),
)
def times_std(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) * std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Dividido pela variância",
        "Dividiu-se pelo quadrado do desvio.",
    ),
    en=(
        "Divided by the variance",
        "It was divided by the square of the deviation.",
    ),
)
def by_variance(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std**2, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Sinal do caminho da variância",
        "O que passa pela variância foi somado. Um desvio que cresce encolhe a saída.",
    ),
    en=(
        "Sign of the road through the variance",
        "What goes through the variance was added. A deviation that grows shrinks the output.",
    ),
)
def variance_sign(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0) + Z * (G * Z).mean(axis=0)) / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Somas no lugar de médias",
        "Foram tiradas as somas inteiras. Cada número é só uma parte da média, e da variância.",
    ),
    en=(
        "Sums in place of means",
        "The whole sums were taken off. Each number is only a share of the mean, and of the variance.",
    ),
)
def sums(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.sum(axis=0) - Z * (G * Z).sum(axis=0)) / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "dgamma e dbeta como médias",
        "Os gradientes de gamma e de beta são médias sobre o lote. Eles são somas: cada linha manda o seu.",
    ),
    en=(
        "dgamma and dbeta as means",
        "The gradients of gamma and beta are means over the batch. They are sums: each row sends its own.",
    ),
)
def means(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std, (dY * Z).mean(axis=0), dY.mean(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "dgamma sem o que foi normalizado",
        "dgamma é a soma do que chega, como dbeta. O gamma multiplica o que foi normalizado, e isso tem de entrar.",
    ),
    en=(
        "dgamma without what was normalised",
        "dgamma is the sum of what arrives, like dbeta. gamma multiplies what was normalised, which has to come in.",
    ),
)
def dgamma_plain(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std, dY.sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "gamma dentro do próprio gradiente",
        "O gamma entrou nos gradientes de gamma e de beta. Para eles vale o dY, como chegou.",
    ),
    en=(
        "gamma in its own gradient",
        "gamma went into the gradients of gamma and beta. For them dY counts as it came.",
    ),
)
def gamma_inside(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std, (G * Z).sum(axis=0), G.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "dgamma e dbeta trocados",
        "Os três gradientes estão certos, mas os dois últimos trocaram de lugar.",
    ),
    en=(
        "dgamma and dbeta exchanged",
        "The three gradients are right, but the last two have changed places.",
    ),
)
def exchanged(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    dX = (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std
    return dX, dY.sum(axis=0), (dY * Z).sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Médias ao longo das linhas",
        "As médias vão ao longo de cada linha. Aqui cada coluna foi normalizada sozinha, e as médias vão por ela.",
    ),
    en=(
        "Means along the rows",
        "The means go along each row. Here each column was normalised alone, and the means go down it.",
    ),
)
def along_rows(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "Dividido por n − 1",
        "As médias dividem por n − 1. O lote tem n números, e a variância de que se parte divide por n.",
    ),
    en=(
        "Divided by n − 1",
        "The means divide by n − 1. The batch has n numbers, and the variance that one starts from divides by n.",
    ),
)
def one_less(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    dX = (G - (G.sum(axis=0) + Z * (G * Z).sum(axis=0)) / (len(dY) - 1)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "batch_norm_backward",
    pt=(
        "dgamma e dbeta sem somar",
        "dgamma e dbeta têm uma linha por exemplo. Cada um é uma soma sobre o lote.",
    ),
    en=(
        "dgamma and dbeta not added up",
        "dgamma and dbeta have a row for each example. Each is a sum over the batch.",
    ),
)
def not_added(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std, dY * Z, dY
