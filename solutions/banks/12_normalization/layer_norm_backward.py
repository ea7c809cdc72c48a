"""Answers to layer_norm_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("layer_norm_backward")
def with_sums(dY, cache):
    Z, gamma, std = cache
    n, G = dY.shape[1], dY * gamma
    dX = (n * G - G.sum(axis=1, keepdims=True) - Z * (G * Z).sum(axis=1, keepdims=True)) / (n * std)
    return [dX, np.sum(dY * Z, axis=0), np.sum(dY, axis=0)]


@right("layer_norm_backward")
def three_roads(dY, cache):
    Z, gamma, std = cache
    n, dZ, centred = dY.shape[1], dY * gamma, Z * std
    dvar = np.sum(dZ * centred, axis=1, keepdims=True) * -0.5 * std**-3
    dmean = -np.sum(dZ / std, axis=1, keepdims=True) - 2 * dvar * np.mean(centred, axis=1, keepdims=True)
    return dZ / std + dvar * 2 * centred / n + dmean / n, np.einsum("ij,ij->j", dY, Z), np.ones(len(dY)) @ dY


@right("layer_norm_backward")
def by_a_matrix(dY, cache):
    Z, gamma, std = cache
    d = dY.shape[1]
    dX = [(np.eye(d) - 1 / d - np.outer(z, z) / d) @ (gamma * dy) / s for z, dy, s in zip(Z, dY, std)]
    return np.array(dX), sum(dY * Z), sum(dY)


@wrong(
    "layer_norm_backward",
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
    "layer_norm_backward",
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
    return (G - G.mean(axis=1, keepdims=True)) / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    return (G - Z * (G * Z).mean(axis=1, keepdims=True)) / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) * std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std**2
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.mean(axis=1, keepdims=True) + Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.sum(axis=1, keepdims=True) - Z * (G * Z).sum(axis=1, keepdims=True)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, (dY * Z).mean(axis=0), dY.mean(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, dY.sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, (G * Z).sum(axis=0), G.sum(axis=0)


@wrong(
    "layer_norm_backward",
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
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, dY.sum(axis=0), (dY * Z).sum(axis=0)


@wrong(
    "layer_norm_backward",
    pt=(
        "Médias ao longo das colunas",
        "As médias vão de cima a baixo. Aqui cada linha foi normalizada sozinha, e as médias vão ao longo dela.",
    ),
    en=(
        "Means along the columns",
        "The means go from top to bottom. Here each row was normalised alone, and the means go along it.",
    ),
)
def along_columns(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    return (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
    pt=(
        "gamma fora das médias",
        "O gamma multiplica só no fim. Ele muda de coluna para coluna, e por isso fica dentro das médias da linha.",
    ),
    en=(
        "gamma outside the means",
        "gamma multiplies only at the end. It changes from column to column, so it stays inside the means of the row.",
    ),
)
def gamma_outside(dY, cache):
    Z, gamma, std = cache
    dX = gamma * (dY - dY.mean(axis=1, keepdims=True) - Z * (dY * Z).mean(axis=1, keepdims=True)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)


@wrong(
    "layer_norm_backward",
    pt=(
        "dgamma e dbeta por linha",
        "Os gradientes de gamma e de beta têm um número por linha. Gamma e beta são das colunas.",
    ),
    en=(
        "dgamma and dbeta by row",
        "The gradients of gamma and beta have a number for each row. Gamma and beta belong to the columns.",
    ),
)
def by_row(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, (dY * Z).sum(axis=1), dY.sum(axis=1)


@wrong(
    "layer_norm_backward",
    pt=(
        "gamma fora da primeira média",
        "O gamma ficou fora da média do que chega, e dentro da outra. Ele muda de coluna para coluna, e fica "
        "dentro das duas.",
    ),
    en=(
        "gamma outside the first mean",
        "gamma stayed outside the mean of what arrives, and inside the other. It changes from column to column, "
        "and stays inside both.",
    ),
)
def gamma_outside_the_first(dY, cache):
    Z, gamma, std = cache
    G = gamma * dY
    dX = (G - gamma * dY.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)
