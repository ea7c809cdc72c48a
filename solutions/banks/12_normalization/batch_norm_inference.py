"""Answers to batch_norm_inference: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("batch_norm_inference")
def folded(X, gamma, beta, mean, var, eps=1e-5):
    scale = gamma * (var + eps) ** -0.5
    return X * scale + (beta - mean * scale)


@right("batch_norm_inference")
def row_by_row(X, gamma, beta, mean, var, eps=1e-5):
    return [list(beta + gamma * (x - mean) / np.sqrt(var + eps)) for x in X]


@right("batch_norm_inference")
def by_a_diagonal(X, gamma, beta, mean, var, eps=1e-5):
    return (X - mean) @ np.diag(gamma / np.sqrt(var + eps)) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "As estatísticas do lote",
        "Normalizou-se com a média e a variância do lote. Depois do treino valem as que foram dadas.",
    ),
    en=(
        "The batch's statistics",
        "It was normalised by the mean and the variance of the batch. After training those that are given hold.",
    ),
)
def of_the_batch(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + eps) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "Média dada, variância do lote",
        "A média é a dada, mas a variância é a do lote.",
    ),
    en=(
        "Mean given, variance of the batch",
        "The mean is the one given, but the variance is the batch's.",
    ),
)
def variance_of_batch(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * (X - mean) / np.sqrt(X.var(axis=0) + eps) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "Variância dada, média do lote",
        "A variância é a dada, mas a média é a do lote.",
    ),
    en=(
        "Variance given, mean of the batch",
        "The variance is the one given, but the mean is the batch's.",
    ),
)
def mean_of_batch(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * (X - X.mean(axis=0)) / np.sqrt(var + eps) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "eps fora da raiz",
        "O eps foi somado ao desvio. Ele se soma à variância, dentro da raiz.",
    ),
    en=(
        "eps outside the root",
        "eps was added to the deviation. It is added to the variance, under the root.",
    ),
)
def eps_outside(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * (X - mean) / (np.sqrt(var) + eps) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "Sem eps",
        "O eps não entrou na conta.",
    ),
    en=(
        "Without eps",
        "eps plays no part.",
    ),
)
def without_eps(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * (X - mean) / np.sqrt(np.where(var == 0, 1, var)) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "Dividido pela variância",
        "Falta a raiz: dividiu-se pela variância.",
    ),
    en=(
        "Divided by the variance",
        "The root is missing: it was divided by the variance.",
    ),
)
def by_variance(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * (X - mean) / (var + eps) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "Sem tirar a média",
        "A média dada não foi tirada.",
    ),
    en=(
        "Mean not taken off",
        "The mean that is given was not taken off.",
    ),
)
def not_centred(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * X / np.sqrt(var + eps) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "Sem a escala e o deslocamento",
        "Isto é o que vem antes de gamma e beta.",
    ),
    en=(
        "Without scale and shift",
        "This is what comes before gamma and beta.",
    ),
)
def bare(X, gamma, beta, mean, var, eps=1e-5):
    return (X - mean) / np.sqrt(var + eps)


@wrong(
    "batch_norm_inference",
    pt=(
        "gamma e beta trocados",
        "O que multiplica e o que se soma trocaram de lugar.",
    ),
    en=(
        "gamma and beta exchanged",
        "What multiplies and what is added have changed places.",
    ),
)
def exchanged(X, gamma, beta, mean, var, eps=1e-5):
    return beta * (X - mean) / np.sqrt(var + eps) + gamma


@wrong(
    "batch_norm_inference",
    pt=(
        "A variância tomada por desvio",
        "O que foi dado é a variância; ela entrou como se já fosse o desvio padrão.",
    ),
    en=(
        "The variance taken for the deviation",
        "What is given is the variance; it went in as if it were the standard deviation already.",
    ),
)
def as_deviation(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * (X - mean) / np.sqrt(var**2 + eps) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "Deslocado antes da escala",
        "O beta foi somado antes de gamma multiplicar, e assim foi multiplicado também.",
    ),
    en=(
        "Shifted before being scaled",
        "beta was added before gamma multiplied, and so was multiplied as well.",
    ),
)
def shifted_first(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * ((X - mean) / np.sqrt(var + eps) + beta)


@wrong(
    "batch_norm_inference",
    pt=(
        "eps como um mínimo",
        "O eps entrou só onde a variância é menor do que ele. Ele se soma sempre, dentro da raiz.",
    ),
    en=(
        "eps as a least value",
        "eps came in only where the variance is smaller than it. It is always added, under the root.",
    ),
)
def eps_floor(X, gamma, beta, mean, var, eps=1e-5):
    return gamma * (X - mean) / np.sqrt(np.maximum(var, eps)) + beta


@wrong(
    "batch_norm_inference",
    pt=(
        "Um X de inteiros trunca a resposta",
        "A resposta foi escrita em uma tabela do tipo do X: onde ele é de inteiros, o que vem depois da vírgula "
        "se perde.",
    ),
    en=(
        "An integer X truncates the answer",
        "The answer was written into a table of the type of X: where that holds integers, all digits after the "
        "point are lost.",
    ),
)
def as_integers(X, gamma, beta, mean, var, eps=1e-5):
    Y = np.zeros_like(X)
    Y[:] = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y


@wrong(
    "batch_norm_inference",
    pt=(
        "Variância corrigida por n/(n − 1)",
        "A variância dada foi multiplicada por n/(n − 1). Ela vale como foi guardada, seja qual for o número de "
        "linhas de agora.",
    ),
    en=(
        "Variance corrected by n/(n − 1)",
        "The variance that is given was multiplied by n/(n − 1). It holds as it was kept, however many rows there "
        "are now.",
    ),
)
def of_a_sample(X, gamma, beta, mean, var, eps=1e-5):
    n = len(X)
    return gamma * (X - mean) / np.sqrt(var * n / max(n - 1, 1) + eps) + beta
